//! What is computed from the schemas: one self-contained schema an event, as it is documented and open.

use std::collections::{BTreeMap, BTreeSet};

use hookproof::{
    Delivery, Verdict,
    catalog::Known,
    document::Document,
    fixtures::Folder,
    pointer::Pointer,
    schema::{self, Level, Model, self_contained},
};
use jsonschema::{PatternOptions, Registry, Validator};
use serde_json::{Value, json};

use crate::{
    profile::{Files, PUSH},
    support::{folder_of, folders, judge, root},
};

/// The keywords of an open schema; `const` and `enum` stand beside them where they tell payloads or forms apart.
const OPEN: [&str; 15] = [
    "$defs",
    "$ref",
    "$schema",
    "allOf",
    "description",
    "else",
    "examples",
    "if",
    "items",
    "properties",
    "required",
    "then",
    "title",
    "type",
    "x-evidence",
];

#[test]
fn the_documented_schema_says_what_the_files_say() {
    let mut count = 0;
    for folder in folders() {
        let known = known(&folder);
        let (files, documented) = (of_files(known), compiled(&known.schema(Level::Documented)));
        for (name, body) in bodies(&folder) {
            assert_eq!(files.is_valid(&body), documented.is_valid(&body), "{}: {name}", known.name());
            count += 1;
        }
    }
    assert!(count > 1500, "only {count} cases");
}

#[test]
fn the_documented_schema_is_its_files_in_one() {
    let accepted = Files::accepted();
    let model = accepted.parse().expect("it is accepted");
    is_in_one(&model, PUSH, &accepted.contents());
    for known in judge().catalog().events() {
        let sources = known.entry.sources.iter();
        let sources = sources.map(|(name, text)| (name.as_str(), serde_json::from_str(text).expect("it is JSON")));
        is_in_one(&known.entry.model, &known.file(), &sources.collect());
    }
}

/// Asserts that nothing of a file and of what it refers to is lost or changed but the files' names.
fn is_in_one(model: &Model, file: &str, sources: &BTreeMap<&str, Value>) {
    let mut one = self_contained(model, file, Level::Documented, &[]).expect("the file describes a payload");
    let again = Model::parse(&[(file, &one.to_string())]).expect("it is in the profile as well");
    assert_eq!(self_contained(&again, file, Level::Documented, &[]).as_ref(), Some(&one), "{file}");
    let definitions = one.as_object_mut().and_then(|root| root.remove("$defs")).unwrap_or_else(|| json!({}));
    for (name, definition) in definitions.as_object().expect("definitions are an object") {
        let mut defining = sources.values().filter_map(|source| source["$defs"].get(name));
        assert_eq!(Some(definition), defining.next().map(without_files).as_ref(), "{file}: {name}");
    }
    let mut root = without_files(&sources[file]);
    root.as_object_mut().expect("a file is an object").remove("$defs");
    assert_eq!(one, root, "{file}");
}

/// A schema whose references name no file.
fn without_files(schema: &Value) -> Value {
    match schema {
        Value::Object(members) => {
            let members = members.iter().map(|(name, value)| match (name.as_str(), value.as_str()) {
                ("$ref", Some(text)) => (name.clone(), json!(text.trim_start_matches(|first| first != '#'))),
                _ => (name.clone(), without_files(value)),
            });
            Value::Object(members.collect())
        }
        Value::Array(items) => items.iter().map(without_files).collect(),
        other => other.clone(),
    }
}

#[test]
fn an_open_schema_limits_no_value_but_those_that_tell_forms_apart() {
    for known in judge().catalog().events() {
        let name = known.name();
        let open = known.schema(Level::Open);
        let mut uses = Vec::new();
        keywords(&open, "", false, &mut uses);
        let telling = discriminators(known);
        let mut limited = BTreeSet::new();
        for (keyword, place, in_test) in uses {
            match keyword {
                "const" | "enum" if !in_test => drop(limited.insert(place)),
                "const" | "enum" | "not" => assert!(in_test, "{name} has a `{keyword}` at {place}"),
                _ => assert!(OPEN.contains(&keyword), "{name} has a `{keyword}` at {place}"),
            }
        }
        let there: BTreeSet<String> = telling.into_iter().filter(|place| open.pointer(place).is_some()).collect();
        assert_eq!(limited, there, "{name}");
    }
}

/// The keywords of a schema, each with its place and whether it stands in the test of a condition.
fn keywords<'s>(schema: &'s Value, place: &str, in_test: bool, found: &mut Vec<(&'s str, String, bool)>) {
    match schema {
        Value::Bool(false) => found.push(("false", place.to_owned(), in_test)),
        Value::Object(members) => {
            for (keyword, value) in members {
                found.push((keyword, place.to_owned(), in_test));
                let place = format!("{place}/{keyword}");
                match (keyword.as_str(), value) {
                    ("properties" | "$defs", Value::Object(named)) => named
                        .iter()
                        .for_each(|(name, below)| keywords(below, &format!("{place}/{name}"), in_test, found)),
                    ("allOf", Value::Array(entries)) => {
                        for below in entries {
                            keywords(below, &place, in_test, found);
                        }
                    }
                    ("x-evidence" | "examples", _) => {}
                    _ => keywords(value, &place, in_test || keyword == "if", found),
                }
            }
        }
        _ => {}
    }
}

/// The places whose values recognise the event or select a form.
fn discriminators(known: Known) -> BTreeSet<String> {
    let recognising = known.keys.iter().map(|key| {
        key.pointer.tokens().iter().fold(String::new(), |place, token| format!("{place}/properties/{token}"))
    });
    let unions = schema::unions(&known.entry.model).into_iter();
    recognising.chain(unions.map(|union| union.discriminator.node.place.pointer.to_string())).collect()
}

#[test]
fn the_open_schema_of_a_small_payload() {
    const FILE: &str = "lock.schema.json";
    let model = Model::parse(&[(FILE, include_str!("projection/lock.schema.json"))]).expect("it is in the profile");
    let key = Pointer::parse("/kind").expect("a pointer");
    let open = self_contained(&model, FILE, Level::Open, &[key]).expect("it describes a payload");
    insta::assert_snapshot!(parts(&open), @r##"
    $schema "https://json-schema.org/draft/2020-12/schema"
    title "Lock"
    type "object"
    properties/kind {"type":"string","const":"lock"}
    properties/action {"type":"string"}
    properties/path {"type":["string","null"]}
    properties/size {"type":"integer"}
    properties/tags {"type":"array","items":{"type":"string"}}
    properties/sender {"$ref":"#/$defs/Sender"}
    required ["kind","action"]
    allOf {"if":{"required":["action"],"properties":{"action":{"const":"create"}}},"then":{"required":["path"],"properties":{"locked":{"type":"integer"}}}}
    allOf {"if":{"required":["tags"]},"then":{"required":["size"]}}
    $defs/HttpsSender {"type":"object","properties":{"user":{"type":"string"}},"required":["user"]}
    $defs/Sender {"type":"object","properties":{"protocol":{"type":"string","const":"ssh"}},"allOf":[{"if":{"not":{"required":["protocol"]}},"then":{"$ref":"#/$defs/HttpsSender"}},{"if":{"required":["protocol"],"properties":{"protocol":{"const":"ssh"}}},"then":{"$ref":"#/$defs/SshSender"}}]}
    $defs/SshSender {"type":"object","properties":{"protocol":true}}
    "##);
}

/// A schema with each member, condition and definition in a line of its own.
fn parts(schema: &Value) -> String {
    let parts = schema.as_object().into_iter().flatten().flat_map(|(keyword, value)| match value {
        Value::Object(named) => named.iter().map(|(name, below)| format!("{keyword}/{name} {below}")).collect(),
        Value::Array(items) if keyword == "allOf" => items.iter().map(|item| format!("{keyword} {item}")).collect(),
        _ => vec![format!("{keyword} {value}")],
    });
    parts.collect::<Vec<_>>().join("\n")
}

/// Each with the member that `sourcecommit` documents for the other action.
#[test]
fn the_value_of_a_forbidden_member_is_not_looked_at() {
    let known = judge().catalog().event("sourcecommit/file_lock").expect("it is embedded");
    let open = compiled(&known.schema(Level::Open));
    let folder = folder_of(&root().join("fixtures/sourcecommit/file_lock/cases.toml"));
    for (file, forbidden, documented) in
        [("create", "unlocked_time", "locked_time"), ("delete", "locked_time", "unlocked_time")]
    {
        let with = |member: &str| {
            let text = &folder.files[&format!("valid/{file}.json")];
            let mut body: Value = serde_json::from_slice(text).expect("a valid payload is JSON");
            body["event"]["payload"][member] = json!(5);
            body
        };
        assert!(open.is_valid(&with(forbidden)), "{forbidden} of {file}");
        assert!(!open.is_valid(&with(documented)), "{documented} of {file}");
        let report = judge().check(&Delivery::new(with(forbidden).to_string().as_bytes()));
        let findings: Vec<_> =
            report.findings.iter().map(|found| (found.rule.as_str(), found.pointer.to_string())).collect();
        assert_eq!(report.verdict, Verdict::Drift);
        assert_eq!(findings, [("forbidden", format!("/event/payload/{forbidden}"))]);
    }
}

fn known(folder: &Folder) -> Known<'static> {
    judge().catalog().event(&format!("{}/{}", folder.provider, folder.event)).expect("the event is known")
}

/// The bodies of an event's cases that are JSON and no recorded requests, each with its name.
fn bodies(folder: &Folder) -> Vec<(String, Value)> {
    let cases = folder.build().into_iter().filter(|case| !case.is_request);
    let bodies = cases.filter_map(|case| Some((case.name, Value::from(&Document::read(&case.bytes).ok()?.root))));
    bodies.collect()
}

fn compiled(schema: &Value) -> Validator {
    let options = jsonschema::draft202012::options().with_pattern_options(PatternOptions::regex());
    options.should_validate_formats(false).build(schema).unwrap_or_else(|error| panic!("{error}"))
}

/// The schema of an event as its files state it, each known by its name.
fn of_files(known: Known) -> Validator {
    let base = "test:///";
    let sources: Vec<(String, Value)> = known
        .entry
        .sources
        .iter()
        .map(|(name, text)| (format!("{base}{name}"), serde_json::from_str(text).expect("it is JSON")))
        .collect();
    let registry = sources.iter().try_fold(Registry::new(), |registry, (name, schema)| registry.add(name, schema));
    let registry = registry.and_then(jsonschema::RegistryBuilder::prepare).expect("every file has a name of its own");
    let options = jsonschema::draft202012::options().with_pattern_options(PatternOptions::regex());
    let root = json!({"$ref": format!("{base}{}", known.file())});
    let options = options.with_registry(&registry).should_validate_formats(false);
    options.build(&root).unwrap_or_else(|error| panic!("{}: {error}", known.name()))
}
