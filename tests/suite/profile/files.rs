//! What a file may say, how files refer to one another, and where every fact comes from.

use hookproof::schema::{self, Model};

use super::{COMMON, Edit, Expected, Files, PUSH, all_refused, refused_after};
use crate::support::judge;

const FILES: &[Edit] = &[
    ("a file is an object", "", "5", "", "`$schema` must be"),
    ("a file names its dialect", "/$schema", "", "", "`$schema` must be"),
    ("a dialect is a name", "/$schema", "5", "", "`$schema` must be"),
    ("there is one dialect", "/$schema", "\"http://json-schema.org/draft-07/schema#\"", "", "`$schema` must be"),
    ("a file has no name", "/$id", "\"https://example.com/push\"", "/$id", "the profile has no `$id` here"),
    ("definitions are an object", "/$defs", "[]", "/$defs", "`$defs` must be an object"),
    ("a definition begins like a type", "/$defs/pusher", "{}", "/$defs/pusher", "a definition is named like a type"),
    ("a definition is named like a type", "/$defs/My-Pusher", "{}", "/$defs/My-Pusher", "not `My-Pusher`"),
    (
        "a payload is an object",
        "",
        r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "null"}"#,
        "",
        "a payload is an object with `properties`",
    ),
    (
        "a payload is no reference",
        "",
        r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "$ref": "#/$defs/A"}"##,
        "/$ref",
        "a file without `type` holds definitions only",
    ),
];

const X: &str = "/properties/x";

const REFERENCES: &[Edit] = &[
    ("a reference is a text", X, r#"{"$ref": 5}"#, "/properties/x/$ref", "this must be a string"),
    ("a reference is to a definition", X, r##"{"$ref": "#/properties/kind"}"##, X, "`$ref` names a definition"),
    ("a reference is to no anchor", X, r##"{"$ref": "#Pusher"}"##, X, "`$ref` names a definition"),
    ("a reference is to no file", X, r#"{"$ref": "common.schema.json"}"#, X, "`$ref` names a definition"),
    ("nothing is fetched", X, r#"{"$ref": "https://example.com/a#/$defs/A"}"#, X, "there is no `A` in the `$defs` of"),
    ("a definition is there", X, r##"{"$ref": "#/$defs/No"}"##, X, "no `No` in the `$defs` of push.schema.json"),
    ("a file is there", X, r#"{"$ref": "no.schema.json#/$defs/Uri"}"#, X, "no `Uri` in the `$defs` of no.schema.json"),
    ("a definition is used", "/$defs/Extra", "{}", "/$defs/Extra", "nothing uses `Extra`"),
    (
        "a definition does not hold itself",
        "/$defs/HttpsPusher/properties/user",
        r##"{"type": "array", "items": {"$ref": "#/$defs/Pusher"}}"##,
        "/$defs/HttpsPusher/properties/user/items",
        "`Pusher` refers to itself",
    ),
];

#[test]
fn a_file_is_a_payload_or_definitions() {
    refused_after(FILES);
}

#[test]
fn a_reference_names_a_definition_that_is_there() {
    refused_after(REFERENCES);
}

#[test]
fn a_name_means_one_thing_in_all_files() {
    let twice = Files::accepted().edit(COMMON, "/$defs/Pusher", "{}").edit(
        PUSH,
        X,
        r#"{"$ref": "common.schema.json#/$defs/Pusher"}"#,
    );
    let message = "`Pusher` is defined in common.schema.json too";
    let expected = Expected { file: PUSH, pointer: "/$defs/Pusher".to_owned(), message };
    all_refused([("in two files", twice, expected)]);
}

#[test]
fn a_violation_names_the_file_in_which_it_stands() {
    let limited = Files::accepted().edit(COMMON, "/$defs/Uri/maximum", "5");
    let expected = Expected { file: COMMON, pointer: "/$defs/Uri/maximum".to_owned(), message: "no `maximum` here" };
    all_refused([("in the shared file", limited, expected)]);
}

#[test]
fn a_violation_says_where_it_stands() {
    let schema = "{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n  \"$defs\": {\"A\": {}}\n}";
    for (text, expected) in [
        ("[1,\n 2", "a.schema.json:2:3: /: "),
        ("{\"a\": {\"b\": 1, \"b\": 2}}", "a.schema.json:1:16: /a/b: "),
        ("{\n  \"type\": 5}", "a.schema.json:1:1: /: `$schema` must be"),
        (schema, "a.schema.json:3:18: /$defs/A: nothing uses `A`"),
    ] {
        let found = Model::parse(&[("a.schema.json", text)]).expect_err("it is refused");
        assert!(found[0].to_string().starts_with(expected), "{}", found[0]);
    }
}

/// What is removed from the schemas of `sourcecommit`, and where that is noticed.
const PROVENANCE: &[(&str, &str, &str, &str)] = &[
    (PUSH, "/title", "", "a schema file needs a `title` and a `description`"),
    (COMMON, "/description", "", "a schema file needs a `title` and a `description`"),
    (PUSH, "/x-evidence", "", "a payload needs `x-evidence`"),
    (COMMON, "/$defs/Sha1/description", "/$defs/Sha1", "a definition needs a `description`"),
    (PUSH, "/properties/sender/description", "/properties/sender", "a property needs a `description`"),
    (PUSH, "/properties/sender/x-evidence", "/properties/sender", "a property needs `x-evidence`"),
    (
        PUSH,
        "/properties/event/properties/type/description",
        "/properties/event/properties/type",
        "a property needs a `description`",
    ),
    (
        COMMON,
        "/$defs/Commit/properties/author/x-evidence",
        "/$defs/Commit/properties/author",
        "a property needs `x-evidence`",
    ),
    (
        COMMON,
        "/$defs/Sender/properties/type/description",
        "/$defs/Sender/properties/type",
        "a property needs a `description`",
    ),
    (PUSH, "/allOf/0/x-rule", "/allOf/0", "a condition needs an `x-rule`"),
];

#[test]
fn every_fact_says_where_it_comes_from() {
    let entry = judge().catalog().provider("sourcecommit").expect("it is embedded");
    let sources = || Files::read(entry.sources.iter().map(|(name, text)| (name.as_str(), text.as_str())));
    for &(file, removed, pointer, message) in PROVENANCE {
        let model = sources().edit(file, removed, "").parse().expect("it is in the profile all the same");
        let found = schema::provenance(&model);
        let [violation] = found.as_slice() else { panic!("{file}#{removed}: {found:?}") };
        assert_eq!((violation.file.as_str(), violation.pointer.to_string().as_str()), (file, pointer));
        assert!(violation.message.contains(message), "{violation}");
    }
}
