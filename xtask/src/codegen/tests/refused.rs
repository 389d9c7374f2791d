//! What no type is made for: each is refused with its file and its place, and never made into something that reads wrong.

use rstest::rstest;
use serde_json::{Value, json};

use super::{push, refusal};

fn when(test: &Value, then: &Value) -> Value {
    json!({"if": test, "then": then})
}

fn is(member: &str, value: &str) -> Value {
    json!({"required": [member], "properties": {member: {"const": value}}})
}

#[rstest]
#[case::two_fields(
    json!({"properties": {"gitUrl": {}, "git_url": {}}}),
    "/properties/git_url: two fields would be named `git_url`"
)]
#[case::extra(json!({"properties": {"extra": {}}}), "/properties/extra: two fields would be named `extra`")]
#[case::no_field_name(json!({"properties": {"1st": {}}}), "/properties/1st: no name can be made of `1st`")]
#[case::no_value_name(
    json!({"properties": {"level": {"type": "string", "enum": ["1", "2"]}}}),
    "/properties/level: no name of its own can be made of the value \"1\""
)]
#[case::two_value_names(
    json!({"properties": {"level": {"type": "string", "enum": ["a_b", "a-b"]}}}),
    "/properties/level: no name of its own can be made of the value \"a-b\""
)]
#[case::other(
    json!({"properties": {"level": {"type": "string", "enum": ["one", "other"]}}}),
    "/properties/level: no name of its own can be made of the value \"other\""
)]
#[case::deep_test(
    json!({
        "properties": {"a": {"properties": {"b": {"type": "string", "enum": ["x"]}}}, "c": {}},
        "allOf": [when(&json!({"required": ["a"], "properties": {"a": {
            "type": "object", "required": ["b"], "properties": {"b": {"const": "x"}}
        }}}), &json!({"required": ["c"]}))]
    }),
    "/allOf/0: which members are there can only follow from a member beside them"
)]
#[case::optional_decides(
    json!({
        "properties": {"a": {"type": "string", "enum": ["x"]}, "c": {}},
        "allOf": [when(&is("a", "x"), &json!({"required": ["c"]}))]
    }),
    "/allOf/0: `a` decides by its value: it must be required, with `enum` or `const`"
)]
#[case::free_text_decides(
    json!({
        "properties": {"a": {"type": "string"}, "c": {}}, "required": ["a"],
        "allOf": [when(&is("a", "x"), &json!({"required": ["c"]}))]
    }),
    "/allOf/0: `a` decides by its value: it must be required, with `enum` or `const`"
)]
#[case::undocumented_value(
    json!({
        "properties": {"a": {"type": "string", "enum": ["x"]}, "c": {}}, "required": ["a"],
        "allOf": [when(&is("a", "y"), &json!({"required": ["c"]}))]
    }),
    "/allOf/0: `a` is never documented to be \"y\""
)]
#[case::always_there(
    json!({
        "properties": {"a": {}, "c": {}}, "required": ["a"],
        "allOf": [when(&json!({"required": ["a"]}), &json!({"required": ["c"]}))]
    }),
    "/allOf/0: `a` is always there"
)]
#[case::itself(
    json!({
        "properties": {"a": {}, "c": {}},
        "allOf": [{"if": {"required": ["c"]}, "else": {"required": ["c"]}}]
    }),
    "/allOf/0: `c` cannot decide about itself"
)]
#[case::two_decide(
    json!({
        "properties": {"a": {}, "b": {}, "c": {}},
        "allOf": [
            when(&json!({"required": ["a"]}), &json!({"required": ["c"]})),
            when(&json!({"required": ["b"]}), &json!({"required": ["c"]}))
        ]
    }),
    "/allOf/1: two members decide about the same one"
)]
#[case::required_and_forbidden(
    json!({
        "properties": {"a": {"type": "string", "enum": ["x", "y"]}, "c": {}}, "required": ["a"],
        "allOf": [
            when(&is("a", "x"), &json!({"required": ["c"]})),
            when(&json!({"required": ["a"], "properties": {"a": {"enum": ["x", "y"]}}}), &json!({"properties": {"c": false}}))
        ]
    }),
    "/allOf/0: `c` is required and forbidden at once"
)]
#[case::type_name_taken(
    json!({"properties": {
        "Push": {"properties": {"a": {"properties": {}}}}, "push": {"properties": {}}, "PUSH": {"properties": {}}
    }}),
    "/properties/PUSH: `Push` is no name for a type here: it is taken or no name at all"
)]
fn a_payload_is_refused(#[case] schema: Value, #[case] refused: &str) {
    assert_eq!(refusal(&push(&schema, &json!({}))), format!("schemas/acme/push.schema.json#{refused}"));
}

fn object(properties: &Value) -> Value {
    json!({"type": "object", "properties": properties, "additionalProperties": false})
}

fn union(forms: &Value) -> Value {
    json!({
        "type": "object", "required": ["type"],
        "properties": {"type": {"type": "string", "enum": ["a", "b"]}},
        "allOf": forms
    })
}

#[rstest]
#[case::several_values(
    json!({
        "Sender": union(&json!([{
            "if": {"required": ["type"], "properties": {"type": {"enum": ["a", "b"]}}}, "then": {"$ref": "#/$defs/A"}
        }])),
        "A": object(&json!({"type": true}))
    }),
    "/$defs/A/properties/type: a form that several values select: write one form for each value"
)]
#[case::reserved(
    json!({"Sender": object(&json!({"a": {"$ref": "#/$defs/Option"}})), "Option": object(&json!({"b": {}}))}),
    "/$defs/Option: `Option` is no name for a type here: it is taken or no name at all"
)]
#[case::form_of_two_unions(
    json!({
        "Sender": object(&json!({"one": {"$ref": "#/$defs/One"}, "two": {"$ref": "#/$defs/Two"}})),
        "One": union(&json!([when(&is("type", "a"), &json!({"$ref": "#/$defs/A"})), when(&is("type", "b"), &json!({"$ref": "#/$defs/B"}))])),
        "Two": union(&json!([when(&is("type", "a"), &json!({"$ref": "#/$defs/A"})), when(&is("type", "b"), &json!({"$ref": "#/$defs/B"}))])),
        "A": object(&json!({"type": true})), "B": object(&json!({"type": true}))
    }),
    "/$defs/A: a form belongs to one union alone"
)]
fn a_definition_is_refused(#[case] definitions: Value, #[case] refused: &str) {
    let schema = json!({"properties": {"sender": {"$ref": "common.schema.json#/$defs/Sender"}}});
    assert_eq!(refusal(&push(&schema, &definitions)), format!("schemas/acme/common.schema.json#{refused}"));
}
