//! Plain schemas: any draft, any keyword, and two verdicts.

use std::fs;

use hookproof::{Catalog, Delivery, Judge, Verdict};
use serde_json::json;

use crate::support::{folder, run};

const PROVIDER: &str = r#"{
  "id": "forge",
  "name": "The Forge",
  "document": {"title": "Hooks", "updated": null, "url": "https://forge.example/hooks"},
  "delivery": {"event_headers": ["X-Forge-Event"], "content_types": ["application/json"]},
  "events": [
    {"id": "old", "title": "Old", "trigger": "It was.", "schema": "plain", "recognition": {"header": "old", "present": ["old"]}},
    {"id": "new", "title": "New", "trigger": "It is.", "schema": "plain", "recognition": {"present": ["new"]}},
    {"id": "known", "title": "Known", "trigger": "It is told.", "recognition": {"present": ["known"]}}
  ]
}"#;

const OLD: &str = r#"{
  "$schema": "http://json-schema.org/draft-04/schema#",
  "type": "object",
  "properties": {"old": {"type": "integer", "minimum": 5, "exclusiveMinimum": true}, "who": {"$ref": "parts.json#/definitions/Who"}},
  "additionalProperties": false
}"#;

const PARTS: &str =
    r#"{"$schema": "http://json-schema.org/draft-04/schema#", "definitions": {"Who": {"type": "string"}}}"#;

const NEW: &str = r#"{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "properties": {"new": {"oneOf": [{"type": "string", "pattern": "^(?!x)\\w+$"}, {"type": "array", "prefixItems": [{"type": "null"}], "items": false}]}},
  "required": ["new"],
  "unevaluatedProperties": false
}"#;

const KNOWN: &str = r#"{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "type": "object",
  "properties": {"known": {"type": "boolean"}},
  "required": ["known"],
  "additionalProperties": false
}"#;

fn files() -> Vec<(&'static str, &'static str)> {
    vec![
        ("pack/forge/provider.json", PROVIDER),
        ("pack/forge/old.schema.json", OLD),
        ("pack/forge/new.schema.json", NEW),
        ("pack/forge/known.schema.json", KNOWN),
        ("pack/forge/parts.json", PARTS),
        ("pack/fixtures/forge/old/valid/six.json", r#"{"old": 6, "who": "me"}"#),
        ("pack/fixtures/forge/old/invalid/five.json", r#"{"old": 5}"#),
        ("pack/fixtures/forge/old/invalid/undocumented.json", r#"{"old": 6, "more": 1}"#),
        ("pack/fixtures/forge/old/invalid/who.json", r#"{"old": 6, "who": 1}"#),
        ("pack/fixtures/forge/new/valid/text.json", r#"{"new": "abc"}"#),
        ("pack/fixtures/forge/new/valid/list.json", r#"{"new": [null]}"#),
        ("pack/fixtures/forge/new/invalid/looks-ahead.json", r#"{"new": "xyz"}"#),
        ("pack/fixtures/forge/known/drift/more.json", r#"{"known": true, "more": 1}"#),
    ]
}

#[test]
fn any_draft_is_taken_and_nothing_is_drift() {
    let folder = folder(&files());
    let ran = run(folder.path(), &["pack", "check", "pack"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    for event in ["forge/old", "forge/new"] {
        assert!(ran.err.contains(&format!("note: {event} has a plain schema")), "{}", ran.err);
    }
    assert!(ran.err.contains("3 events, 8 fixtures: all is well"), "{}", ran.err);
    let validate = |file: &str| run(folder.path(), &["validate", "--pack", "pack", file]);
    let ran = validate("pack/fixtures/forge/old/invalid");
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains(
        "note: plain schemas tell valid payloads from invalid ones, and know no drift: forge/old, forge/new\n"
    ));
    assert!(ran.err.ends_with("3 payloads: 3 invalid\n"), "{ran:?}");
    assert!(ran.out.contains("`more` is not documented [forge/old additionalProperties]"), "{}", ran.out);
}

#[test]
fn what_is_computed_from_the_profile_is_not_there() {
    let folder = folder(&files());
    let pack = |arguments: &[&str]| run(folder.path(), &[arguments, &["--pack", "pack"]].concat());
    let ran = pack(&["schema", "forge/old"]);
    assert_eq!(ran.json()["$schema"], "http://json-schema.org/draft-04/schema#");
    let ran = pack(&["schema", "forge/old", "--open"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("the open schema is computed from schemas in the profile only"), "{ran:?}");
    let ran = pack(&["explain", "forge/old"]);
    assert!(ran.out.contains("plain schema, of which no members are known"), "{ran:?}");
    assert_eq!(pack(&["explain", "forge/old", "/old"]).code, Some(2));
    assert_eq!(pack(&["events", "forge"]).code, Some(0));
    let ran = pack(&["drift", "pack/fixtures", "--format", "json"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let events = ran.json()["events"].clone();
    assert_eq!(events.as_array().expect("a list").len(), 1, "of plain schemas there is no drift: {events}");
}

#[test]
fn what_cannot_be_compiled_is_said_at_once() {
    for (old, new, message) in [
        ("parts.json#", "gone.json#", "old.schema.json: "),
        (r#"{"$ref": "parts.json#/definitions/Who"}"#, r#"{"$ref": "https://forge.example/who.json"}"#, "who.json"),
        (r#""type": "object""#, r#""type": "thing""#, "old.schema.json: "),
        ("{\n", "{,\n", "old.schema.json:1:2: "),
    ] {
        let folder = folder(&files());
        let path = folder.path().join("pack/forge/old.schema.json");
        assert!(OLD.contains(old));
        fs::write(&path, OLD.replacen(old, new, 1)).expect("it can be written");
        for command in [&["validate", "--pack", "pack", "pack/fixtures"][..], &["pack", "check", "pack"]] {
            let ran = run(folder.path(), command);
            assert_eq!(ran.code, Some(2), "{ran:?}");
            assert!(ran.err.contains("the pack pack is broken"), "{}", ran.err);
            assert!(ran.err.contains(message), "{message}: {}", ran.err);
        }
    }
}

/// From a plain schema no values are read that would tell its event from others.
#[test]
fn a_plain_event_has_no_discriminator() {
    let folder = folder(&files());
    let path = folder.path().join("pack/forge/provider.json");
    fs::write(&path, PROVIDER.replace(r#"{"present": ["new"]}"#, r#"{"discriminators": ["/new"]}"#))
        .expect("it can be written");
    let ran = run(folder.path(), &["pack", "check", "pack"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("the event `new` has a plain schema, from which no discriminator is read"), "{}", ran.err);
}

/// Payloads are judged where they stand; over a copy of them, `jsonschema` must say the same of every keyword.
#[test]
fn every_keyword_is_judged_as_over_a_copy() {
    let keywords = [
        json!({"enum": [{"a": [1, null]}, [1.0, "x"], 2, true, null, "t"]}),
        json!({"const": 1.0}),
        json!({"uniqueItems": true}),
        json!({"type": "integer", "multipleOf": 3, "minimum": -3, "exclusiveMaximum": 1e3}),
        json!({"type": ["number", "null"], "maximum": 2.5}),
        json!({"minLength": 2, "maxLength": 3, "pattern": "é$"}),
        json!({"propertyNames": {"pattern": "^[a-c]+$"}, "minProperties": 1, "required": ["a"]}),
        json!({"contains": {"const": 2}, "minContains": 2, "prefixItems": [true, {"type": "string"}]}),
        json!({"dependentRequired": {"a": ["b"]}, "patternProperties": {"^b": {"type": "boolean"}}}),
        json!({"if": {"type": "object"}, "then": {"not": {"required": ["c"]}}, "else": {"anyOf": [{"maxItems": 1}, false]}}),
    ];
    let values = [
        json!(null),
        json!(true),
        json!(0),
        json!(1),
        json!(2),
        json!(2.0),
        json!(2.5),
        json!(-3),
        json!(999),
        json!(1000),
        json!(""),
        json!("t"),
        json!("é"),
        json!("aé"),
        json!("abcé"),
        json!("🦀é"),
        json!([]),
        json!([1, "x"]),
        json!([2, "2", 2.0]),
        json!([2, 2]),
        json!([1, 1.0]),
        json!([{"a": 1}, {"a": 1.0}]),
        json!([[1], [2]]),
        json!({}),
        json!({"a": [1.0, null]}),
        json!({"a": 1, "b": true}),
        json!({"b": 1}),
        json!({"c": 1, "a": 2}),
        json!({"é": 1}),
    ];
    let mut refused = 0;
    for keyword in keywords {
        let schema = json!({"properties": {"new": keyword}});
        let files: Vec<(String, String)> =
            [("provider.json", PROVIDER), ("known.schema.json", KNOWN), ("parts.json", PARTS)]
                .into_iter()
                .chain([("old.schema.json", OLD), ("new.schema.json", &schema.to_string())])
                .map(|(name, text)| (format!("forge/{name}"), text.to_owned()))
                .collect();
        let judge = Judge::new(Catalog::from_files(&files).expect("a provider"));
        let validator = jsonschema::validator_for(&schema).expect("a schema");
        for value in &values {
            let body = json!({ "new": value });
            let report = judge.check(&Delivery::new(body.to_string().as_bytes()));
            let expected = if validator.is_valid(&body) { Verdict::Valid } else { Verdict::Invalid };
            assert_eq!(report.verdict, expected, "{schema} {body}");
            refused += u32::from(expected == Verdict::Invalid);
        }
    }
    assert!(refused > 60, "{refused}");
}
