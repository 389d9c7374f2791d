//! What a value's schema may say: types, limits, patterns, lists, objects and annotations.

use super::{Edit, Expected, Files, PUSH, Row, all_refused, refused, refused_after};

/// A member that says no more than its type, for a case to change.
const PLACE: &str = "/properties/x";

const TYPES: &[Row] = &[
    ("a schema is an object", "false", "", "a schema is an object"),
    ("a type is a name", r#"{"type": 5}"#, "/type", "`type` is one name"),
    ("a type is one that JSON has", r#"{"type": "text"}"#, "", "`text` is no type of JSON Schema"),
    ("a type is not empty", r#"{"type": ""}"#, "", "`` is no type of JSON Schema"),
    ("two types are no type", r#"{"type": ["string", "boolean"]}"#, "/type", "`type` is one name"),
    ("null stands behind its type", r#"{"type": ["null", "string"]}"#, "/type", "`type` is one name"),
    ("null is not nullable", r#"{"type": ["null", "null"]}"#, "/type", "`type` is one name"),
    ("a list of types holds names", r#"{"type": ["string", 5, "null"]}"#, "/type", "`type` is one name"),
    ("null is not nullable without a type", r#"{"type": [null, "null"]}"#, "/type", "`type` is one name"),
    ("a nullable text is not listed", r#"{"type": ["string", "null"], "enum": ["a"]}"#, "", "null would never fit"),
    ("a nullable number is not listed", r#"{"type": ["integer", "null"], "const": 1}"#, "", "null would never fit"),
    ("what can be anything has no limit", r#"{"maxLength": 5}"#, "/maxLength", "a value without `type`"),
    ("a reference has no limit", r##"{"$ref": "#/$defs/Pusher", "type": "object"}"##, "/type", "a reference"),
    ("`true` stands only in a form", "true", "", "only for the discriminator inside a form"),
];

const LIMITS: &[Row] = &[
    ("an integer has a maximum", r#"{"type": "integer"}"#, "", "an integer needs a `maximum`"),
    ("a minimum is none", r#"{"type": "integer", "minimum": 0}"#, "", "an integer needs a `maximum`"),
    ("a maximum is safe", r#"{"type": "integer", "maximum": 9007199254740992}"#, "", "at most 9007199254740991"),
    ("a maximum is whole", r#"{"type": "integer", "maximum": 1.5}"#, "/maximum", "this must be an integer"),
    ("a minimum is whole", r#"{"type": "integer", "maximum": 9, "minimum": "0"}"#, "/minimum", "must be an integer"),
    ("a length is not negative", r#"{"type": "string", "minLength": -1}"#, "/minLength", "must not be negative"),
    ("a length is whole", r#"{"type": "string", "maxLength": 1.5}"#, "/maxLength", "this must be an integer"),
    ("an array says what its items are", r#"{"type": "array"}"#, "", "an array needs `items`"),
    ("an item is a schema", r#"{"type": "array", "items": []}"#, "/items", "a schema is an object"),
    ("an item is no discriminator", r#"{"type": "array", "items": true}"#, "/items", "only for the discriminator"),
    ("a count is not negative", r#"{"type": "array", "items": {}, "minItems": -1}"#, "/minItems", "not be negative"),
    ("a count is a number", r#"{"type": "array", "items": {}, "maxItems": "1"}"#, "/maxItems", "must be an integer"),
    (
        "different items can be told apart",
        r#"{"type": "array", "items": {"type": "number"}, "uniqueItems": true}"#,
        "",
        "strings and integers",
    ),
    ("items are unique or not", r#"{"type": "array", "items": {}, "uniqueItems": 1}"#, "/uniqueItems", "true or false"),
];

const LISTED: &[Row] = &[
    ("values are listed once", r#"{"type": "string", "const": "a", "enum": ["a"]}"#, "/enum", "the same twice"),
    ("values are a list", r#"{"type": "string", "enum": "a"}"#, "/enum", "must be a list of one or more"),
    ("values are some", r#"{"type": "string", "enum": []}"#, "/enum", "must be a list of one or more"),
    ("values differ", r#"{"type": "string", "enum": ["a", "a"]}"#, "/enum", "a list of different values"),
    ("a listed value is not null", r#"{"type": "string", "enum": ["a", null]}"#, "/enum/1", "a named value is"),
    ("a constant is no list", r#"{"type": "string", "const": ["a"]}"#, "/const", "a named value is"),
    ("a constant is no fraction", r#"{"type": "integer", "const": 0.5}"#, "/const", "a named value is"),
    ("a text is listed as a text", r#"{"type": "string", "enum": ["1", 2]}"#, "", "values of the `type` beside them"),
    ("a number is listed as a number", r#"{"type": "integer", "const": "1"}"#, "", "values of the `type` beside them"),
];

const PATTERNS: &[Row] = &[
    ("a pattern has words", r#"{"type": "string", "pattern": "a"}"#, "", "a `pattern` needs an `x-expected`"),
    ("words have a pattern", r#"{"type": "string", "x-expected": "an a"}"#, "", "and there is none"),
    ("a pattern is a text", r#"{"type": "string", "pattern": 5, "x-expected": "a"}"#, "/pattern", "must be a string"),
    ("a format has a pattern", r#"{"type": "string", "format": "uri"}"#, "", "a `format` needs a `pattern`"),
    ("words are a text", r#"{"type": "string", "pattern": "a", "x-expected": 5}"#, "/x-expected", "must be a string"),
];

const FORMATS: &[Edit] = &[
    ("a format is a text", "/properties/date/format", "5", "/properties/date/format", "this must be a string"),
    ("a format is known", "/properties/date/format", "\"day\"", "/properties/date", "`format` \"day\" is none of"),
];

const OBJECTS: &[Edit] = &[
    ("an object is closed", "/properties/author/additionalProperties", "", "/properties/author", "an object is closed"),
    ("an open object is none", "/properties/author/additionalProperties", "true", "/properties/author", "is closed"),
    ("a map is no object", "/properties/author/additionalProperties", "{}", "/properties/author", "is closed"),
    (
        "an object has members",
        "/properties/author/properties",
        "",
        "/properties/author",
        "an object needs `properties`",
    ),
    (
        "members are an object",
        PLACE,
        r#"{"type": "object", "properties": [], "additionalProperties": false}"#,
        "/properties/x/properties",
        "`properties` must be an object",
    ),
    ("required members are a list", "/properties/author/required", "{}", "/properties/author", "different names"),
    (
        "a name is required once",
        "/properties/author/required",
        r#"["id", "id"]"#,
        "/properties/author",
        "different names",
    ),
    ("a name is a text", "/properties/author/required", r#"["id", 5]"#, "/properties/author/required/1", "be a string"),
    (
        "a required name is documented",
        "/properties/author/required",
        r#"["a"]"#,
        "/properties/author",
        "`required` names `a`",
    ),
    ("conditions are a list", "/allOf", "{}", "/allOf", "`allOf` must be a list of one or more"),
    ("conditions are some", "/allOf", "[]", "/allOf", "`allOf` must be a list of one or more"),
];

const ANNOTATIONS: &[Row] = &[
    ("a title is a text", r#"{"title": 5}"#, "/title", "this must be a string"),
    ("a description is a text", r#"{"description": ["a"]}"#, "/description", "this must be a string"),
    ("examples are a list", r#"{"examples": "a"}"#, "/examples", "must be a list of one or more"),
    ("evidence is a list", r#"{"x-evidence": {}}"#, "/x-evidence", "must be a list of one or more"),
    ("evidence is some", r#"{"x-evidence": []}"#, "/x-evidence", "must be a list of one or more"),
    ("a citation is an object", r#"{"x-evidence": ["1-3"]}"#, "/x-evidence/0", "an entry of `x-evidence` is an object"),
];

/// A citation, for `/x-evidence/0`.
const CITATIONS: &[Row] = &[
    ("it has a section", r#"{"lines": "1", "by": "table"}"#, "", "an entry of `x-evidence` needs `section`"),
    ("it has lines", r#"{"section": "a", "by": "table"}"#, "", "an entry of `x-evidence` needs `lines`"),
    ("it says by what", r#"{"section": "a", "lines": "1"}"#, "", "an entry of `x-evidence` needs `by`"),
    ("it has no more", r#"{"section": "a", "lines": "1", "by": "table", "page": 1}"#, "/page", "no `page` here"),
    ("its section is a text", r#"{"section": 1, "lines": "1", "by": "table"}"#, "/section", "must be a string"),
    ("its lines are a text", r#"{"section": "a", "lines": 1, "by": "table"}"#, "/lines", "must be a string"),
    ("it names its kind", r#"{"section": "a", "lines": "1", "by": 1}"#, "/by", "must be a string"),
    ("its kind is known", r#"{"section": "a", "lines": "1", "by": "guess"}"#, "", "`by` is one of example, table"),
    ("its lines are numbers", r#"{"section": "a", "lines": "top", "by": "table"}"#, "", "`lines` is a list such as"),
    ("its lines rise", r#"{"section": "a", "lines": "5-3", "by": "table"}"#, "", "`lines` is a list such as"),
    ("its lines are apart", r#"{"section": "a", "lines": "5,3", "by": "table"}"#, "", "`lines` is a list such as"),
];

/// Keywords that the profile does not have, and a type that JSON Schema knows them beside.
const UNKNOWN: &[(&str, &[&str])] = &[
    (r#"{"type": "null", "0": 0}"#, &["const", "enum"]),
    (r#"{"type": "boolean", "0": 0}"#, &["const", "enum"]),
    (r#"{"type": "number", "0": 0}"#, &["minimum", "maximum", "const", "multipleOf"]),
    (
        r#"{"type": "integer", "maximum": 9, "0": 0}"#,
        &["exclusiveMinimum", "exclusiveMaximum", "multipleOf", "format", "pattern", "not"],
    ),
    (
        r#"{"type": "string", "0": 0}"#,
        &["contentEncoding", "contentMediaType", "contentSchema", "maximum", "items", "not", "default"],
    ),
    (
        r#"{"type": "array", "items": {}, "0": 0}"#,
        &["prefixItems", "contains", "minContains", "maxContains", "unevaluatedItems", "additionalItems", "properties"],
    ),
    (
        r#"{"type": "object", "properties": {}, "additionalProperties": false, "0": 0}"#,
        &[
            "oneOf",
            "anyOf",
            "not",
            "if",
            "then",
            "else",
            "const",
            "enum",
            "items",
            "patternProperties",
            "propertyNames",
            "unevaluatedProperties",
            "dependentRequired",
            "dependentSchemas",
            "dependencies",
            "minProperties",
            "maxProperties",
            "$schema",
            "$defs",
            "definitions",
            "$id",
            "$anchor",
            "$dynamicRef",
            "$dynamicAnchor",
            "$recursiveRef",
            "$vocabulary",
            "$comment",
            "default",
            "deprecated",
            "readOnly",
            "writeOnly",
            "nullable",
            "discriminator",
            "x-rule",
            "x-else",
        ],
    ),
];

#[test]
fn a_value_has_one_type_that_json_has() {
    refused(PLACE, TYPES);
}

#[test]
fn a_limit_is_a_number_that_every_parser_holds() {
    refused(PLACE, LIMITS);
}

#[test]
fn listed_values_are_different_and_of_their_type() {
    refused(PLACE, LISTED);
}

#[test]
fn a_pattern_stands_with_its_words_and_a_format_with_its_pattern() {
    refused(PLACE, PATTERNS);
    refused_after(FORMATS);
}

#[test]
fn an_object_is_closed_and_names_its_members() {
    refused_after(OBJECTS);
}

#[test]
fn annotations_are_well_formed() {
    refused(PLACE, ANNOTATIONS);
    refused("/x-evidence/0", CITATIONS);
}

#[test]
fn other_keywords_of_json_schema_are_refused() {
    let place = |keyword: &str| format!("{PLACE}/{keyword}");
    let cases = UNKNOWN.iter().flat_map(|(schema, keywords)| {
        keywords.iter().map(move |&keyword| {
            let schema = schema.replace("\"0\"", &format!("\"{keyword}\""));
            let expected = Expected { file: PUSH, pointer: place(keyword), message: "the profile has no `" };
            (keyword, Files::accepted().edit(PUSH, PLACE, &schema), expected)
        })
    });
    all_refused(cases);
}
