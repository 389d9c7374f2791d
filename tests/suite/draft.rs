//! A schema in another draft, or dissolved into another document: nothing but its references changes.

use hookproof::{
    pointer::Pointer,
    schema::{Draft, Level, Model, dissolved, self_contained},
};
use serde_json::{Map, Value, json};

use crate::support::judge;

const FILE: &str = "trap.schema.json";

/// Members that are named like keywords, and values that look like references.
const TRAPS: &str = r##"{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "type": "object",
  "properties": {
    "$ref": {"description": "A member, no reference.", "type": "string", "examples": ["#/$defs/Part", {"$ref": "#/$defs/Part"}]},
    "$defs": {"description": "Annotated.", "$ref": "#/$defs/Part"},
    "items": {"type": "array", "items": {"$ref": "#/$defs/Part"}},
    "kind": {"type": "string", "enum": ["#/$defs/Part", "plain"]}
  },
  "required": ["$ref"],
  "additionalProperties": false,
  "allOf": [
    {
      "if": {"required": ["kind"], "properties": {"kind": {"const": "#/$defs/Part"}}},
      "then": {"required": ["$defs"]},
      "else": {"properties": {"$defs": false}}
    }
  ],
  "$defs": {
    "Part": {"type": "object", "properties": {"name": {"description": "Whose.", "$ref": "#/$defs/Name"}}, "additionalProperties": false},
    "Name": {"type": "string", "minLength": 1}
  }
}"##;

fn traps(level: Level) -> Value {
    let model = Model::parse(&[(FILE, TRAPS)]).unwrap_or_else(|violations| panic!("{violations:?}"));
    self_contained(&model, FILE, level, &[Pointer::root()]).expect("it describes a payload")
}

#[test]
fn only_references_change_in_draft_07() {
    let mut expected: Value = serde_json::from_str(TRAPS).expect("it is JSON");
    expected["$schema"] = json!("http://json-schema.org/draft-07/schema#");
    let reference = |name: &str| json!({"$ref": format!("#/definitions/{name}")});
    expected["properties"]["$defs"] = json!({"description": "Annotated.", "allOf": [reference("Part")]});
    expected["properties"]["items"]["items"] = reference("Part");
    let mut definitions = expected.as_object_mut().and_then(|root| root.remove("$defs")).expect("it has definitions");
    definitions["Part"]["properties"]["name"] = json!({"description": "Whose.", "allOf": [reference("Name")]});
    expected["definitions"] = definitions;
    assert_eq!(Draft::V07.of(traps(Level::Documented)), expected);
    assert_eq!(Draft::V202012.of(traps(Level::Documented)), traps(Level::Documented));
}

#[test]
fn a_dissolved_schema_refers_to_where_its_definitions_are() {
    let (schema, definitions) = dissolved(traps(Level::Documented), |name| format!("#/elsewhere/My{name}"));
    let mut expected: Value = serde_json::from_str(TRAPS).expect("it is JSON");
    let root = expected.as_object_mut().expect("a schema is an object");
    root.remove("$schema");
    root.remove("$defs");
    root["properties"]["$defs"]["$ref"] = json!("#/elsewhere/MyPart");
    root["properties"]["items"]["items"]["$ref"] = json!("#/elsewhere/MyPart");
    assert_eq!(schema, expected);
    assert_eq!(definitions.keys().collect::<Vec<_>>(), ["Name", "Part"]);
    assert_eq!(definitions["Part"]["properties"]["name"]["$ref"], "#/elsewhere/MyName");
}

#[test]
fn nothing_is_lost_in_draft_07() {
    for known in judge().catalog().events() {
        for level in [Level::Documented, Level::Open] {
            let schema = known.schema(level);
            let older = Draft::V07.of(schema.clone());
            assert_eq!(restored(&older), schema, "{}", known.name());
            assert_ne!(older, schema, "{}", known.name());
        }
    }
}

/// A schema of draft-07 as it was before; no member of a payload is named like what is changed here.
fn restored(schema: &Value) -> Value {
    match schema {
        Value::Object(members) => {
            let members = members.iter().map(|(name, value)| match (name.as_str(), value) {
                ("$schema", _) => (name.clone(), json!("https://json-schema.org/draft/2020-12/schema")),
                ("definitions", _) => ("$defs".to_owned(), restored(value)),
                ("allOf", Value::Array(all)) if all.len() == 1 && all[0].get("$ref").is_some() => {
                    ("$ref".to_owned(), restored(&all[0]["$ref"]))
                }
                _ => (name.clone(), restored(value)),
            });
            Value::Object(members.collect::<Map<_, _>>())
        }
        Value::Array(items) => items.iter().map(restored).collect(),
        Value::String(text) => json!(text.replace("#/definitions/", "#/$defs/")),
        other => other.clone(),
    }
}

/// Draft-07 ignores what stands beside a reference.
#[test]
fn nothing_stands_beside_a_reference_in_draft_07() {
    fn lonely(schema: &Value) -> usize {
        match schema {
            Value::Object(members) if members.get("$ref").is_some_and(Value::is_string) => {
                assert_eq!(members.len(), 1, "{schema}");
                1
            }
            Value::Object(members) => members.values().map(lonely).sum(),
            Value::Array(items) => items.iter().map(lonely).sum(),
            _ => 0,
        }
    }
    let references = judge().catalog().events().map(|known| lonely(&Draft::V07.of(known.schema(Level::Documented))));
    let count: usize = references.sum();
    assert!(count > 100, "only {count} references");
}
