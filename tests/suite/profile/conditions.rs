//! What an object's `allOf` may say: tests, what follows from them, and ties.

use super::{Edit, Row, refused, refused_after};

const CONDITION: &str = "/allOf/0";

const CONDITIONS: &[Row] = &[
    ("a condition is an object", "5", "", "nothing follows from this condition"),
    ("something follows", r#"{"if": {"required": ["x"]}}"#, "", "nothing follows from this condition"),
    ("what follows says something", r#"{"if": {"required": ["x"]}, "then": {}}"#, "", "nothing follows"),
    (
        "`then` needs `if`",
        r#"{"then": {"required": ["x"]}}"#,
        "/then",
        "the profile has no `then` here: what always holds",
    ),
    ("`not` needs `if`", r#"{"not": {"required": ["x"]}}"#, "/not", "what always holds is a tie"),
    (
        "what is always required needs no condition",
        r#"{"required": ["x"]}"#,
        "/required",
        "stands in the object itself",
    ),
];

/// Parts of a condition.
const PARTS: &[Edit] = &[
    ("a rule is a name", "/allOf/0/x-rule", "5", "/allOf/0/x-rule", "this must be a string"),
    ("a condition has no other keyword", "/allOf/0/not", "{}", "/allOf/0/not", "`if` with `then` or `else`"),
    ("`then` is an object", "/allOf/0/then", "false", "/allOf/0/then", "what follows is `required` and `properties`"),
    ("`else` is an object", "/allOf/0/else", "[]", "/allOf/0/else", "what follows is `required` and `properties`"),
    ("what follows has no type", "/allOf/0/then/type", "\"object\"", "/allOf/0/then/type", "what follows is"),
    ("what follows is no union", "/allOf/0/then/allOf", "[{}]", "/allOf/0/then/allOf", "what follows is"),
    ("what follows names members", "/allOf/0/then/required", "\"x\"", "/allOf/0/then", "`required` is a list of"),
    ("what follows ties members", "/allOf/0/then/properties", "[]", "/allOf/0/then/properties", "must be an object"),
];

const TESTS: &[Row] = &[
    ("a test is an object", "5", "", "a test asks for one member"),
    ("a test asks something", "{}", "", "a test asks for one member"),
    ("a test asks one thing", r#"{"required": ["x", "name"]}"#, "", "a test asks for one member"),
    ("a test has no other keyword", r#"{"required": ["x"], "type": "object"}"#, "/type", "a test asks for one member"),
    (
        "absence has no other keyword",
        r#"{"not": {"required": ["x"]}, "required": ["x"]}"#,
        "/required",
        "an absent member",
    ),
    ("absence is of a member", r#"{"not": {}}"#, "/not", "a test asks for one member"),
    ("absence is of one member", r#"{"not": {"required": ["x", "name"]}}"#, "/not", "a test asks for one member"),
    (
        "absence is of no value",
        r#"{"not": {"required": ["x"], "properties": {}}}"#,
        "/not/properties",
        "the test for an absent member",
    ),
    ("properties are an object", r#"{"required": ["x"], "properties": []}"#, "/properties", "is an object"),
    ("properties name the member", r#"{"required": ["x"], "properties": {}}"#, "/properties", "needs `x`"),
    (
        "properties name no other member",
        r#"{"required": ["x"], "properties": {"x": {"const": "a"}, "name": {"const": "a"}}}"#,
        "/properties/name",
        "a test asks for the member that it requires",
    ),
];

/// What a test demands of the value of `author`.
const VALUES: &[Row] = &[
    ("a test has a value", "{}", "", "a test for a value needs `const` or `enum`"),
    ("a test has no pattern", r#"{"const": "a", "pattern": "a"}"#, "/pattern", "the value that a test asks for"),
    ("a test lists its values once", r#"{"const": "a", "enum": ["a"]}"#, "/enum", "the same twice"),
    ("a test is for no null", r#"{"const": null}"#, "/const", "a named value is"),
    ("a test goes down through objects", r#"{"type": "array", "required": ["id"]}"#, "/type", "through objects"),
    ("a nested test asks something", r#"{"type": "object"}"#, "", "a test asks for one member"),
    (
        "a nested test has no other keyword",
        r#"{"type": "object", "required": ["id"], "additionalProperties": false}"#,
        "/additionalProperties",
        "a test asks for one member",
    ),
    (
        "nested absence has no other keyword",
        r#"{"type": "object", "not": {"required": ["id"]}, "required": ["id"]}"#,
        "/required",
        "the test for an absent member",
    ),
    (
        "a nested test has a value",
        r#"{"type": "object", "required": ["id"], "properties": {"id": {}}}"#,
        "/properties/id",
        "a test for a value needs `const` or `enum`",
    ),
];

const TIES: &[Row] = &[
    ("a tie is an object", "true", "", "a tie is `const`, `enum`, `pattern`, `not` or leads further down"),
    ("a tie says something", "{}", "", "a tie is"),
    ("a tie has no type", r#"{"const": "a", "type": "string"}"#, "/type", "a tie is"),
    ("a tie has no length", r#"{"maxLength": 5}"#, "/maxLength", "a tie is"),
    ("a tie lists its values once", r#"{"const": "a", "enum": ["a"]}"#, "/enum", "the same twice"),
    ("a tie has values", r#"{"enum": []}"#, "/enum", "a list of one or more"),
    ("a tie is not to null", r#"{"const": null}"#, "/const", "a named value is"),
    ("a tie's pattern has words", r#"{"pattern": "a"}"#, "", "a `pattern` needs an `x-expected`"),
    ("a tie's words have a pattern", r#"{"const": "a", "x-expected": "an a"}"#, "", "and there is none"),
    ("a tie's pattern is common", r#"{"pattern": ".", "x-expected": "one"}"#, "", "means different things"),
    ("a tie is not to everything", r#"{"not": {}}"#, "/not", "the `not` of a tie needs `const`"),
    ("a tie is not to a text", r#"{"not": "a"}"#, "/not", "the `not` of a tie is an object"),
    ("a tie is not to a list", r#"{"not": {"const": "a", "enum": ["a"]}}"#, "/not/enum", "the `not` of a tie"),
    ("a tie is not to an object", r#"{"not": {"const": {}}}"#, "/not/const", "a named value is"),
    ("a tie requires names", r#"{"required": "id"}"#, "", "`required` is a list of different names"),
    ("a tie leads down through names", r#"{"properties": []}"#, "/properties", "`properties` must be an object"),
    ("a nested tie says something", r#"{"properties": {"id": {}}}"#, "/properties/id", "a tie is"),
];

/// Conditions that do not fit the members of their object.
const MISFITS: &[Edit] = &[
    ("a test is for a member", "/allOf/0/if", r#"{"required": ["y"]}"#, CONDITION, "`y` is none of the object's"),
    ("an absent member is known", "/allOf/0/if", r#"{"not": {"required": ["y"]}}"#, CONDITION, "`y` is none of"),
    (
        "a tested value is a member's",
        "/allOf/0/if",
        r#"{"required": ["y"], "properties": {"y": {"const": "a"}}}"#,
        CONDITION,
        "nothing documents `y` here",
    ),
    (
        "a nested test is for a member",
        "/allOf/0/if",
        r#"{"required": ["author"], "properties": {"author": {"type": "object", "required": ["y"]}}}"#,
        CONDITION,
        "nothing documents `author/y` here",
    ),
    (
        "nothing is nested in a text",
        "/allOf/0/if",
        r#"{"required": ["x"], "properties": {"x": {"type": "object", "required": ["y"]}}}"#,
        CONDITION,
        "nothing documents `x/y` here",
    ),
    ("a required member is known", "/allOf/0/then", r#"{"required": ["y"]}"#, CONDITION, "`y` is none of"),
    ("a forbidden member is known", "/allOf/0/then", r#"{"properties": {"y": false}}"#, CONDITION, "`y` is none of"),
    ("the other side is looked at", "/allOf/0/else", r#"{"required": ["y"]}"#, CONDITION, "`y` is none of"),
    (
        "nothing is required twice",
        "/allOf/0/then",
        r#"{"required": ["kind"]}"#,
        CONDITION,
        "`kind` is required whatever",
    ),
    (
        "nothing required is forbidden",
        "/allOf/0/then",
        r#"{"properties": {"kind": false}}"#,
        CONDITION,
        "`kind` is required whatever the condition says",
    ),
    ("a tied member is known", "/allOf/0/then/properties/y", r#"{"const": "a"}"#, CONDITION, "nothing documents `y`"),
    (
        "a nested tie is to a member",
        "/allOf/0/then/properties/author",
        r#"{"properties": {"y": {"const": "a"}}}"#,
        CONDITION,
        "nothing documents `author/y` here",
    ),
    (
        "a tie requires a member",
        "/allOf/0/then/properties/author",
        r#"{"required": ["y"]}"#,
        CONDITION,
        "nothing documents `author/y` here",
    ),
    (
        "a tie leads through a form",
        "/allOf/0/then/properties/pusher",
        r#"{"properties": {"y": {"const": "a"}}}"#,
        CONDITION,
        "nothing documents `pusher/y` here",
    ),
    (
        "one condition forbids a member",
        "/allOf/0/then",
        r#"{"properties": {"labels": false}}"#,
        "/allOf/1",
        "`labels` is forbidden twice",
    ),
    (
        "one side forbids a member",
        "/allOf/0",
        r#"{"if": {"required": ["name"]}, "then": {"properties": {"x": false}}, "else": {"properties": {"x": false}}}"#,
        CONDITION,
        "`x` is forbidden twice",
    ),
];

#[test]
fn a_condition_is_a_test_and_what_follows_from_it() {
    refused(CONDITION, CONDITIONS);
    refused_after(PARTS);
}

#[test]
fn a_test_asks_for_one_member() {
    refused("/allOf/0/if", TESTS);
}

#[test]
fn a_test_for_a_value_names_it() {
    refused("/allOf/4/if/properties/author", VALUES);
}

#[test]
fn a_tie_says_what_a_value_must_be() {
    refused("/allOf/0/then/properties/x", TIES);
}

#[test]
fn a_condition_is_about_members_of_its_object() {
    refused_after(MISFITS);
}
