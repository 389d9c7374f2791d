//! What a union may say: its discriminator and its forms.

use super::{Edit, Expected, Files, PUSH, all_refused, refused_after};

const UNION: &str = "/$defs/Pusher";
const DISCRIMINATOR: &str = "/$defs/Pusher/properties/protocol";
const FORM: &str = "/$defs/Pusher/allOf/1";
const TEST: &str = "/$defs/Pusher/allOf/1/if";
const THEN: &str = "/$defs/Pusher/allOf/1/then";
const HTTPS: &str = "/$defs/HttpsPusher";
const SSH: &str = "/$defs/SshPusher";

/// A payload that is a union.
const PAYLOAD: &str = r##"{
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "properties": {"a": {"type": "string"}},
    "allOf": [{"if": {"not": {"required": ["a"]}}, "then": {"$ref": "#/$defs/A"}}]
}"##;

const UNIONS: &[Edit] = &[
    ("a union is not closed", "/$defs/Pusher/additionalProperties", "false", UNION, "a union is not closed"),
    ("a union is never null", "/$defs/Pusher/type", r#"["object", "null"]"#, UNION, "null would never fit"),
    ("a union has no second member", "/$defs/Pusher/properties/key", "{}", UNION, "a union has one property"),
    ("a union has a discriminator", "/$defs/Pusher/properties", "{}", UNION, "a union has one property"),
    ("a payload is no union", "", PAYLOAD, "", "a payload is an object with `properties`"),
];

const FORMS: &[Edit] = &[
    ("a form is an object", FORM, "5", FORM, "a form of a union is an object"),
    ("a form has a test", TEST, "", FORM, "a form of a union needs `if`"),
    ("a form has a definition", THEN, "", FORM, "a form of a union needs `then`"),
    ("a form has no `else`", "/$defs/Pusher/allOf/1/else", "{}", "/$defs/Pusher/allOf/1/else", "a form of a union"),
    ("a form states no rule", "/$defs/Pusher/allOf/1/x-rule", "1", "/$defs/Pusher/allOf/1/x-rule", "a form of a union"),
    ("a form is a reference", THEN, "{}", THEN, "the `then` of a form needs `$ref`"),
    ("a form is a definition's name", THEN, r##"{"$ref": "#/SshPusher"}"##, THEN, "`$ref` names a definition"),
    (
        "a form is no more than a reference",
        "/$defs/Pusher/allOf/1/then/description",
        "\"a\"",
        "/$defs/Pusher/allOf/1/then/description",
        "the `then` of a form",
    ),
    (
        "presence selects no form",
        TEST,
        r#"{"required": ["protocol"]}"#,
        FORM,
        "selected by a text of the discriminator",
    ),
    (
        "a number selects no form",
        TEST,
        r#"{"required": ["protocol"], "properties": {"protocol": {"enum": ["ssh", 5]}}}"#,
        FORM,
        "selected by a text of the discriminator",
    ),
    (
        "another member selects no form",
        TEST,
        r#"{"required": ["key"], "properties": {"key": {"const": "ssh"}}}"#,
        FORM,
        "not selected by the union's discriminator `protocol`",
    ),
    (
        "another member's absence selects no form",
        "/$defs/Pusher/allOf/0/if",
        r#"{"not": {"required": ["key"]}}"#,
        "/$defs/Pusher/allOf/0",
        "not selected by the union's discriminator `protocol`",
    ),
    (
        "a nested member selects no form",
        TEST,
        r#"{"required": ["protocol"], "properties": {"protocol": {"type": "object", "not": {"required": ["protocol"]}}}}"#,
        FORM,
        "not selected by the union's discriminator `protocol`",
    ),
];

const MISFITS: &[Edit] = &[
    ("a discriminator is listed", DISCRIMINATOR, r#"{"type": "string"}"#, DISCRIMINATOR, "a discriminator is a string"),
    (
        "a discriminator is a text",
        DISCRIMINATOR,
        r#"{"type": "integer", "enum": [1, 2]}"#,
        DISCRIMINATOR,
        "a discriminator is a string with `const` or `enum`",
    ),
    (
        "a discriminator is no reference",
        DISCRIMINATOR,
        r#"{"$ref": "common.schema.json#/$defs/Uri"}"#,
        DISCRIMINATOR,
        "a discriminator is a string with `const` or `enum`",
    ),
    (
        "every value has a form",
        "/$defs/Pusher/properties/protocol/enum",
        r#"["ssh", "git", "svn"]"#,
        DISCRIMINATOR,
        "each value of the discriminator selects one form",
    ),
    (
        "every form has documented values",
        TEST,
        r#"{"required": ["protocol"], "properties": {"protocol": {"enum": ["ssh", "git", "svn"]}}}"#,
        DISCRIMINATOR,
        "each value of the discriminator selects one form",
    ),
    (
        "a value has one form",
        "/$defs/Pusher/allOf",
        r##"[
            {"if": {"not": {"required": ["protocol"]}}, "then": {"$ref": "#/$defs/HttpsPusher"}},
            {
                "if": {"required": ["protocol"], "properties": {"protocol": {"enum": ["ssh", "git"]}}},
                "then": {"$ref": "#/$defs/SshPusher"}
            },
            {
                "if": {"required": ["protocol"], "properties": {"protocol": {"const": "git"}}},
                "then": {"$ref": "#/$defs/SshPusher"}
            }
        ]"##,
        DISCRIMINATOR,
        "each value of the discriminator selects one form",
    ),
    (
        "absence has one form",
        "/$defs/Pusher/allOf",
        r##"[
            {"if": {"not": {"required": ["protocol"]}}, "then": {"$ref": "#/$defs/HttpsPusher"}},
            {"if": {"not": {"required": ["protocol"]}}, "then": {"$ref": "#/$defs/HttpsPusher"}},
            {
                "if": {"required": ["protocol"], "properties": {"protocol": {"enum": ["ssh", "git"]}}},
                "then": {"$ref": "#/$defs/SshPusher"}
            }
        ]"##,
        UNION,
        "a discriminator is required, or one form is selected by its absence",
    ),
    (
        "what is required is never absent",
        "/$defs/Pusher/required",
        r#"["protocol"]"#,
        UNION,
        "a discriminator is required, or one form is selected by its absence",
    ),
    ("a form is no text", HTTPS, r#"{"type": "string"}"#, HTTPS, "a form is an object with `properties`"),
    ("a form has its discriminator", "/$defs/SshPusher/properties/protocol", "", SSH, "as `\"protocol\": true`"),
    (
        "a form does not check its discriminator",
        "/$defs/SshPusher/properties/protocol",
        r#"{"type": "string"}"#,
        SSH,
        "a form has its discriminator as `\"protocol\": true`",
    ),
    (
        "a form does not require its discriminator",
        "/$defs/SshPusher/required",
        r#"["key", "protocol"]"#,
        SSH,
        "a form has its discriminator as `\"protocol\": true`",
    ),
    ("absence has no discriminator", "/$defs/HttpsPusher/properties/protocol", "true", HTTPS, "and must not have it"),
    (
        "`true` is the discriminator alone",
        "/$defs/SshPusher/properties/key",
        "true",
        "/$defs/SshPusher/properties/key",
        "`true` stands only for the discriminator inside a form",
    ),
    (
        "a form is chosen by its union alone",
        "/properties/x",
        r##"{"$ref": "#/$defs/SshPusher"}"##,
        SSH,
        "`SshPusher` is a form: refer to its union, which checks `protocol`",
    ),
];

#[test]
fn a_union_is_a_discriminator_and_forms() {
    refused_after(UNIONS);
}

#[test]
fn a_form_is_a_value_of_the_discriminator_and_a_definition() {
    refused_after(FORMS);
}

#[test]
fn the_forms_of_a_union_fit_its_discriminator() {
    refused_after(MISFITS);
}

#[test]
fn a_discriminator_that_can_be_absent_has_a_form_for_that() {
    let form = r##"[{
        "if": {"required": ["protocol"], "properties": {"protocol": {"enum": ["ssh", "git"]}}},
        "then": {"$ref": "#/$defs/SshPusher"}
    }]"##;
    let schemas = Files::accepted().edit(PUSH, "/$defs/Pusher/allOf", form).edit(PUSH, HTTPS, "");
    let message = "a discriminator is required, or one form is selected by its absence";
    let expected = Expected { file: PUSH, pointer: UNION.to_owned(), message };
    all_refused([("one form", schemas, expected)]);
}
