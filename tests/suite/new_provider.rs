//! A fifth provider is data: a folder of schemas and one of fixtures, and no line of Rust.

use std::fs;

use hookproof::{Catalog, Delivery, Judge, Verdict, fixtures::Cases};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::{folder_of, run};

const PROVIDER: &str = r#"{
  "$schema": "../provider.schema.json",
  "id": "forge",
  "name": "The Forge",
  "document": {"title": "Hooks", "updated": null, "url": "https://forge.example/hooks"},
  "delivery": {
    "event_headers": ["X-Forge-Event"],
    "content_types": ["application/x-www-form-urlencoded"],
    "form_field": "data",
    "max_bytes": 300
  },
  "events": [
    {"id": "release", "title": "Release", "trigger": "A release was made or withdrawn.",
     "recognition": {"header": "release", "present": ["release"], "any_of": ["by", "bot"], "absent": ["draft"]}}
  ],
  "rules": [
    {"id": "FG-C1", "statement": "A withdrawn release has a reason.", "lines": "7", "by": "prose", "enforced": "schema"}
  ]
}"#;

const SCHEMA: &str = r##"{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "Release",
  "type": "object",
  "properties": {
    "release": {
      "type": "object",
      "properties": {
        "state": {"type": "string", "enum": ["made", "withdrawn"]},
        "reason": {"type": "string"},
        "tag": {"type": "string", "pattern": "^v[0-9]+$", "x-expected": "a version such as v1"}
      },
      "required": ["state", "tag"],
      "additionalProperties": false,
      "allOf": [
        {
          "x-rule": "FG-C1",
          "if": {"required": ["state"], "properties": {"state": {"const": "withdrawn"}}},
          "then": {"required": ["reason"]},
          "else": {"properties": {"reason": false}}
        }
      ]
    },
    "by": {"$ref": "#/$defs/By"}
  },
  "required": ["release"],
  "additionalProperties": false,
  "$defs": {
    "By": {
      "type": "object",
      "properties": {"kind": {"type": "string", "enum": ["person", "robot"]}},
      "required": ["kind"],
      "allOf": [
        {"if": {"required": ["kind"], "properties": {"kind": {"const": "person"}}}, "then": {"$ref": "#/$defs/PersonBy"}},
        {"if": {"required": ["kind"], "properties": {"kind": {"const": "robot"}}}, "then": {"$ref": "#/$defs/RobotBy"}}
      ]
    },
    "PersonBy": {
      "type": "object",
      "properties": {"kind": true, "name": {"type": "string"}},
      "required": ["name"],
      "additionalProperties": false
    },
    "RobotBy": {
      "type": "object",
      "properties": {"kind": true, "version": {"type": "integer", "maximum": 99}},
      "required": ["version"],
      "additionalProperties": false
    }
  }
}"##;

const CASES: &str = r#"
[files."valid/made.json"]
source = "documented"
lines = "3-5"
proves = "The documented release is valid."

[[edits]]
base = "valid/made.json"
cases = [
  { name = "tag", op = "replace", path = "/release/tag", value = '"1"', verdict = "drift", rule = "pattern" },
  { name = "reason", op = "add", path = "/release/reason", value = '5', verdict = "drift", rule = "forbidden" },
  { name = "no-reason", op = "replace", path = "/release/state", value = '"withdrawn"', verdict = "invalid", rule = "required", pointer = "/release", member = "reason" },
  { name = "robot", op = "replace", path = "/by", value = '{"kind": "robot"}', verdict = "invalid", rule = "required", pointer = "/by", member = "version" },
  { name = "nobody", op = "remove", path = "/by", verdict = "unknown", named = "valid" },
  { name = "draft", op = "add", path = "/draft", value = 'true', verdict = "unknown", named = "drift", rule = "additionalProperties" },
]
"#;

fn made() -> Value {
    json!({"release": {"state": "made", "tag": "v1"}, "by": {"kind": "person", "name": "Ada"}})
}

/// The provider's files, laid out as those of the project are.
pub(crate) fn folders() -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    for (path, text) in [
        ("schemas/forge/provider.json", PROVIDER),
        ("schemas/forge/release.schema.json", SCHEMA),
        ("fixtures/forge/release/cases.toml", CASES),
        ("fixtures/forge/release/valid/made.json", &made().to_string()),
    ] {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("it has a folder")).expect("the folder can be made");
        fs::write(path, text).expect("the file can be written");
    }
    folder
}

fn judge() -> Judge {
    let files = [("forge/provider.json", PROVIDER), ("forge/release.schema.json", SCHEMA)];
    let mut catalog = Catalog::embedded().expect("the embedded schemas are whole");
    let added = Catalog::from_files(&files).unwrap_or_else(|problems| panic!("{}", problems[0]));
    catalog.extend(added).expect("the provider is new");
    Judge::new(catalog)
}

#[test]
fn its_fixtures_and_cases_are_reported_as_foretold() {
    let folder = folders();
    let judge = judge();
    let cases = folder_of(&folder.path().join("fixtures/forge/release/cases.toml")).build();
    assert_eq!(cases.len(), 7);
    for case in cases {
        let report = case.judge(&judge, false).expect("it is a body");
        assert!(case.expected.is_met_by(&report), "{}: {report:?}", case.name);
        if let Some(named) = &case.named {
            let report = case.judge(&judge, true).expect("it is a body");
            assert!(named.is_met_by(&report), "{}, named: {report:?}", case.name);
        }
    }
}

#[test]
fn its_form_bodies_are_read_from_its_own_field() {
    let form =
        |name: &str, text: &str| text.bytes().fold(format!("{name}="), |form, byte| format!("{form}%{byte:02x}"));
    let check = |body: &str, event: bool| {
        let delivery = Delivery::new(body.as_bytes()).header("Content-Type", "application/x-www-form-urlencoded");
        judge().check(&if event { delivery.header("X-Forge-Event", "release") } else { delivery })
    };
    let made = made().to_string();
    for named in [false, true] {
        let report = check(&form("data", &made), named);
        assert_eq!((report.verdict, report.event.as_deref()), (Verdict::Valid, Some("release")));
    }
    // The field of other providers is not this one's.
    let report = check(&form("payload", &made), true);
    assert_eq!((report.verdict, report.findings[0].rule.as_str()), (Verdict::Malformed, "form"));
    let long = made.replace("Ada", &"a".repeat(300));
    let report = check(&form("data", &long), false);
    assert_eq!((report.verdict, report.findings[0].rule.as_str()), (Verdict::Malformed, "size"));
}

/// A header that the project knows as another host's is no longer another's once a provider bears it.
#[test]
fn its_events_can_be_told_by_a_header_alone() {
    let recognition = r#"{"header": "release", "present": ["release"], "any_of": ["by", "bot"], "absent": ["draft"]}"#;
    let provider = PROVIDER.replace(recognition, r#"{"header": "release"}"#).replace("X-Forge-Event", "X-GitHub-Event");
    let files = [("forge/provider.json", provider.as_str()), ("forge/release.schema.json", SCHEMA)];
    let mut catalog = Catalog::embedded().expect("the embedded schemas are whole");
    catalog.extend(Catalog::from_files(&files).expect("it is a provider")).expect("the provider is new");
    let judge = Judge::new(catalog);
    let made = made().to_string();
    let verdict = |delivery: Delivery| crate::accept::verdict(&judge, &delivery);
    assert_eq!(verdict(Delivery::new(made.as_bytes()).header("x-github-event", "release")), Verdict::Valid);
    assert_eq!(verdict(Delivery::new(made.as_bytes())), Verdict::Unknown);
    assert_eq!(verdict(Delivery::new(made.as_bytes()).header("X-Gitea-Event", "release")), Verdict::Unknown);
}

#[test]
fn the_command_takes_it_as_a_pack() {
    let folder = folders();
    let ran = run(folder.path(), &["validate", "--pack", "schemas", "fixtures"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), "1 payload: 1 valid\n"), "{ran:?}");
    let ran = run(folder.path(), &["events", "forge", "--pack", "schemas"]);
    assert!(ran.out.contains("forge/release  Release"), "{ran:?}");
    let ran = run(folder.path(), &["explain", "forge/release", "/release/reason", "--pack", "schemas"]);
    assert!(ran.out.contains("must be there when `state` is `withdrawn` (FG-C1)"), "{ran:?}");
    let conformance = ["conformance", "--pack", "schemas", "--command", "true"];
    let ran = run(folder.path(), &[&conformance[..], &["-e", "test"]].concat());
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), "14 cases: 2 agree, 12 differ\n"), "{ran:?}");
    let ran = run(folder.path(), &[&conformance[..], &["-p", "forge"]].concat());
    assert_eq!(ran.code, Some(2), "the cases are those of the project: {ran:?}");
}

#[test]
fn a_broken_pack_is_reported_with_file_and_line() {
    let folder = folders();
    let path = folder.path().join("schemas/forge/release.schema.json");
    fs::write(&path, SCHEMA.replace(r#""maximum": 99"#, r#""multipleOf": 3"#)).expect("the file can be written");
    let ran = run(folder.path(), &["validate", "--pack", "schemas", "fixtures"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("forge/release.schema.json:"), "{}", ran.err);
    assert!(ran.err.contains("the profile has no `multipleOf` here"), "{}", ran.err);
}

#[test]
fn its_cases_can_fail() {
    let folder = folders();
    let folder = folder_of(&folder.path().join("fixtures/forge/release/cases.toml"));
    let text = CASES.replace(r#"verdict = "drift", rule = "pattern""#, r#"verdict = "drift", rule = "enum""#);
    let cases = Cases::read(&text)
        .expect("it is a list of cases")
        .build("forge", "release", &folder.files)
        .expect("they apply");
    let judge = judge();
    let wrong: Vec<_> =
        cases.iter().filter(|case| !case.expected.is_met_by(&case.judge(&judge, false).expect("a body"))).collect();
    assert_eq!(wrong.iter().map(|case| case.name.as_str()).collect::<Vec<_>>(), ["tag"]);
}
