//! One example for each rule; `cargo insta review` shows what a change of the generator makes of them.

use hookproof::Catalog;
use insta::{Settings, assert_snapshot};
use serde_json::{Value, json};

use super::{catalog, made, push};

/// Holds a text against the snapshot named after the test.
macro_rules! golden {
    ($text:expr) => {{
        let mut settings = Settings::clone_current();
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| assert_snapshot!($text));
    }};
}

const SHA1: &str = "^[0-9a-f]{40}$";

/// What is made of one event with these properties, all of them required but those in `optional`.
fn of(properties: &Value, optional: &[&str]) -> String {
    let names = properties.as_object().expect("properties have names").keys();
    let required: Vec<&String> = names.filter(|name| !optional.contains(&name.as_str())).collect();
    made(&push(&json!({"properties": properties, "required": required}), &json!({})))
}

#[test]
fn optional_nullable_and_both_are_three_types() {
    golden!(of(
        &json!({
            "required": {"type": "string"},
            "nullable": {"type": ["string", "null"]},
            "optional": {"type": "string"},
            "both": {"type": ["string", "null"]}
        }),
        &["optional", "both"]
    ));
}

#[test]
fn each_type_of_json_has_a_type_of_rust() {
    golden!(of(
        &json!({
            "any": {},
            "null": {"type": "null"},
            "boolean": {"type": "boolean"},
            "integer": {"type": "integer", "maximum": 9},
            "number": {"type": "number"},
            "string": {"type": "string"},
            "list": {"type": "array", "items": {"type": "array", "items": {"type": "string"}}}
        }),
        &[]
    ));
}

#[test]
fn a_text_of_a_known_form_has_its_type() {
    let pattern = |regex: &str| json!({"type": "string", "pattern": regex, "x-expected": "so"});
    golden!(made(&push(
        &json!({
            "properties": {
                "sha": pattern(SHA1),
                "none": {"type": "string", "const": "0".repeat(40)},
                "ref": pattern("^refs/"),
                "tied": {"type": "string"},
                "time": pattern("^([0-9]{4}-01-01)T"),
                "other": pattern("^[0-9]+$")
            },
            "allOf": [{
                "if": {"required": ["other"], "properties": {"other": {"const": "1"}}},
                "then": {"properties": {"tied": {"pattern": "^refs/tags/", "x-expected": "a tag"}}}
            }]
        }),
        &json!({})
    )));
}

#[test]
fn other_values_are_kept() {
    golden!(of(
        &json!({
            "state": {"type": "string", "enum": ["opened", "merge-done", ""]},
            "version": {"type": "string", "const": "v1"}
        }),
        &[]
    ));
}

#[test]
fn a_discriminator_with_several_values_is_a_closed_list() {
    let event = json!({
        "id": "push", "title": "Push", "trigger": "It is pushed.", "recognition": {"discriminators": ["/code", "/maybe"]}
    });
    let schema = json!({
        "properties": {
            "code": {"type": "string", "enum": ["Acme-Push-Create", "Acme-Push-Delete"]},
            "maybe": {"type": "string", "const": "yes"}
        },
        "required": ["code"]
    });
    golden!(made(&catalog(&[(event, schema)], &json!({}))));
}

#[test]
fn objects_inside_go_to_a_module() {
    let author = json!({"properties": {"name": {"type": "string"}}});
    golden!(of(
        &json!({
            "author": author,
            "commits": {"type": "array", "items": {"properties": {"author": author, "type": {"type": "boolean"}}}}
        }),
        &[]
    ));
}

#[test]
fn what_several_share_is_one_type() {
    let shared = json!({"$ref": "common.schema.json#/$defs/User"});
    golden!(made(&push(
        &json!({"properties": {"pusher": shared, "users": {"type": "array", "items": shared}}}),
        &json!({
            "User": {
                "description": "A user <or> [two].", "type": ["object", "null"], "additionalProperties": false,
                "properties": {"nickName": {"$ref": "#/$defs/Name"}}
            },
            "Name": {"type": "string"}
        })
    )));
}

#[test]
fn a_union_is_one_of_its_forms() {
    let form = |name: &str| {
        json!({
            "type": "object", "additionalProperties": false,
            "properties": {"type": true, name: {"type": "string"}}, "required": [name]
        })
    };
    let selected = |value: &str, form: &str| {
        json!({
            "if": {"required": ["type"], "properties": {"type": {"const": value}}}, "then": {"$ref": format!("#/$defs/{form}")}
        })
    };
    let mut without = form("id");
    without["properties"].as_object_mut().expect("it is an object").remove("type");
    golden!(made(&push(
        &json!({"properties": {"sender": {"$ref": "common.schema.json#/$defs/Sender"}}}),
        &json!({
            "Sender": {
                "type": "object",
                "properties": {"type": {"type": "string", "enum": ["a", "b"]}},
                "allOf": [
                    {"if": {"not": {"required": ["type"]}}, "then": {"$ref": "#/$defs/PlainSender"}},
                    selected("a", "SenderA"),
                    selected("b", "Robot")
                ]
            },
            "PlainSender": without, "SenderA": form("a_name"), "Robot": form("number")
        })
    )));
}

/// A payload whose `action` decides about `time` and `note`.
fn deciding(action: &Value) -> Value {
    json!({
        "properties": {"action": action, "note": {"type": "string"}, "time": {"properties": {"at": {"type": "string"}}}},
        "required": ["action"],
        "allOf": [
            {
                "if": {"required": ["action"], "properties": {"action": {"const": "lock"}}},
                "then": {"required": ["time"]}, "else": {"properties": {"time": false}}
            },
            {
                "if": {"required": ["action"], "properties": {"action": {"enum": ["lock", "free"]}}},
                "else": {"required": ["note"]}
            }
        ]
    })
}

#[test]
fn what_a_value_decides_stands_in_its_variant() {
    golden!(made(&push(&deciding(&json!({"type": "string", "enum": ["lock", "free", "look"]})), &json!({}))));
}

#[test]
fn a_discriminator_can_decide_as_well() {
    let event = json!({
        "id": "lock", "title": "Lock", "trigger": "It is locked.", "recognition": {"discriminators": ["/action"]}
    });
    let schema = deciding(&json!({"type": "string", "enum": ["lock", "free"]}));
    golden!(made(&catalog(&[(event, schema)], &json!({}))));
}

#[test]
fn of_two_members_one_is_always_there() {
    golden!(made(&push(
        &json!({
            "properties": {"issue": {"type": "string"}, "review": {"type": "string"}},
            "allOf": [{"if": {"required": ["review"]}, "else": {"required": ["issue"]}}]
        }),
        &json!({})
    )));
}

#[test]
fn a_member_can_bring_another_along() {
    golden!(made(&push(
        &json!({
            "properties": {"tag": {"type": "string"}, "signature": {"type": "string"}},
            "allOf": [{
                "if": {"required": ["tag"]},
                "then": {"required": ["signature"]}, "else": {"properties": {"signature": false}}
            }]
        }),
        &json!({})
    )));
}

fn named(id: &str, kind: &str) -> (Value, Value) {
    let event = json!({
        "id": id, "title": id, "trigger": format!("{kind} happens."), "recognition": {"discriminators": ["/kind"]}
    });
    (event, json!({"properties": {"kind": {"type": "string", "const": kind}}, "required": ["kind"]}))
}

fn whole(catalog: &Catalog) -> String {
    super::plan(catalog).expect("nothing is refused").files()["acme.rs"].clone()
}

#[test]
fn events_that_share_a_name_are_one_type() {
    golden!(whole(&catalog(&[named("note.commit", "a"), named("note.merge_request", "b")], &json!({}))));
}

#[test]
fn an_event_leaves_its_name_to_a_definition() {
    let (event, mut schema) = named("repository", "repository");
    schema["properties"]["repository"] = json!({"$ref": "common.schema.json#/$defs/Repository"});
    let definition = json!({
        "type": "object", "properties": {"id": {"type": "string"}}, "required": ["id"], "additionalProperties": false
    });
    golden!(made(&catalog(&[(event, schema)], &json!({"Repository": definition}))));
}

#[test]
fn all_providers_are_held_together() {
    let catalog = push(&json!({"properties": {}}), &json!({}));
    golden!(super::plan(&catalog).expect("nothing is refused").files()["mod.rs"]);
}
