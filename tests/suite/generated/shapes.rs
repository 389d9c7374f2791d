//! Payloads of small schemas: every shape of the profile, and what is hard to fulfil.

use std::collections::BTreeSet;

use hookproof::{
    Catalog, Delivery, Judge, Verdict,
    generate::{Fault, Generator},
};
use rstest::rstest;
use serde_json::{Value, json};

use crate::profile::Files;

const PROVIDER: &str = r#"{
  "id": "small",
  "name": "Small",
  "document": {"title": "Hooks", "updated": null, "url": "https://small.example"},
  "delivery": {"event_headers": ["X-Small"], "content_types": ["application/json"]},
  "events": [{"id": "push", "title": "Push", "trigger": "A push.", "recognition": {"header": "push"}}],
  "rules": [{"id": "AC-C1", "statement": "A rule.", "lines": "1", "by": "prose", "enforced": "schema"}]
}"#;

/// A judge of one event, `small/push`, that has these schemas.
pub(crate) fn judge(schemas: &[(&str, String)]) -> Judge {
    let mut files = vec![("small/provider.json".to_owned(), PROVIDER.to_owned())];
    files.extend(schemas.iter().map(|(name, text)| (format!("small/{name}"), text.clone())));
    Judge::new(Catalog::from_files(&files).unwrap_or_else(|problems| panic!("{}", problems[0])))
}

/// A judge of payloads with these members and conditions.
pub(crate) fn of(properties: &str, required: &[&str], conditions: &str, definitions: &str) -> Judge {
    let schema = format!(
        r#"{{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "properties": {properties},
            "required": {}, "additionalProperties": false, "allOf": {conditions}, "$defs": {definitions}}}"#,
        json!(required)
    );
    let mut schema: Value = serde_json::from_str(&schema).unwrap_or_else(|error| panic!("{schema}: {error}"));
    let empty = |value: &Value| value.as_array().is_some_and(Vec::is_empty) || value == &json!({});
    let keywords = schema.as_object_mut().expect("an object");
    keywords.retain(|keyword, value| keyword == "properties" || !empty(value));
    judge(&[("push.schema.json", schema.to_string())])
}

pub(crate) fn generator(judge: &Judge) -> Result<Generator<'_>, String> {
    let known = judge.catalog().event("small/push").expect("it is known");
    Generator::new(known).map_err(|error| error.to_string())
}

fn verdict(judge: &Judge, payload: &Value) -> Verdict {
    let text = payload.to_string();
    crate::accept::verdict(judge, &Delivery::new(text.as_bytes()).provider("small").event("push"))
}

/// What stands at a place in two hundred payloads, each of them valid.
fn seen(judge: &Judge, place: &str) -> BTreeSet<String> {
    let generator = generator(judge).unwrap_or_else(|error| panic!("{error}"));
    let payloads = (0..200).map(|seed| generator.payload(seed));
    let seen = payloads.map(|payload| {
        assert_eq!(verdict(judge, &payload), Verdict::Valid, "{payload}");
        payload.pointer(place).map_or_else(|| "missing".to_owned(), Value::to_string)
    });
    seen.collect()
}

/// The payloads of a judge's event, the covering ones and the broken ones are what they are said to be.
fn all_is_made(judge: &Judge, unreachable: &[&str], redundant: &[&str]) {
    seen(judge, "");
    let generator = generator(judge).unwrap_or_else(|error| panic!("{error}"));
    let covering = generator.covering();
    assert_eq!(covering.unreachable, unreachable);
    assert_eq!(covering.reached.len() + unreachable.len(), covering.goals.len());
    for payload in &covering.payloads {
        assert_eq!(verdict(judge, payload), Verdict::Valid, "{payload}");
    }
    let broken = generator.broken();
    let not_broken: Vec<String> =
        broken.redundant().iter().map(|constraint| format!("{} {}", constraint.path, constraint.keyword)).collect();
    assert_eq!(not_broken, redundant);
    for (index, seed) in (0..broken.breakable().len()).flat_map(|index| (0..5).map(move |seed| (index, seed))) {
        let Fault { payload, verdict: foretold, .. } = broken.payload(index, seed);
        assert_eq!(verdict(judge, &payload), foretold, "{payload}");
    }
}

/// Presence tests, `else` sides, ties, numbers, nullable values, anything, unique lists and a union at once.
#[test]
fn everything_that_the_profile_has_is_made_and_broken() {
    // The test of that condition names all values that there are, and these demand what others demand already.
    let redundant = [
        "/version push.schema.json#/allOf/3/then/properties/version/const",
        "/pusher push.schema.json#/allOf/5/else/properties/pusher/required",
        "/pusher/protocol push.schema.json#/allOf/6/properties/pusher/properties/protocol/enum",
    ];
    all_is_made(&judge(&Files::accepted().texts()), &[" condition 3 does not hold"], &redundant);
}

const TEXT: &str = r#"{"t": {"type": "string"}}"#;

#[rstest]
#[case::any_text(TEXT, "[]", &[])]
#[case::exact_length(r#"{"t": {"type": "string", "minLength": 1, "maxLength": 1, "pattern": "^[ab]*$", "x-expected": "a or b"}}"#, "[]", &["\"a\"", "\"b\""])]
#[case::pattern_without_anchors(r#"{"t": {"type": "string", "maxLength": 2, "pattern": "ab", "x-expected": "ab"}}"#, "[]", &["\"ab\""])]
#[case::one_of_two_is_excluded(r#"{"t": {"type": "string", "pattern": "^a[bc]$", "x-expected": "x"}}"#, r#"[{"properties": {"t": {"not": {"const": "ab"}}}}]"#, &["\"ac\""])]
#[case::two_patterns(r#"{"t": {"type": "string", "pattern": "^[a-c]$", "x-expected": "x"}}"#, r#"[{"properties": {"t": {"pattern": "^[c-z]$", "x-expected": "y"}}}]"#, &["\"c\""])]
#[case::a_script_of_its_own(r#"{"t": {"type": "string", "pattern": "^[αω]$", "x-expected": "x"}}"#, "[]", &["\"α\"", "\"ω\""])]
#[case::values_that_fit_the_pattern(r#"{"t": {"type": "string", "enum": ["a", "b1", "b2"]}}"#, r#"[{"properties": {"t": {"pattern": "^b", "x-expected": "x"}}}]"#, &["\"b1\"", "\"b2\""])]
#[case::anything_with_a_pattern(r#"{"t": {}}"#, r#"[{"properties": {"t": {"pattern": "^b$", "x-expected": "x"}}}]"#, &["\"b\""])]
#[case::a_narrow_range(r#"{"t": {"type": "integer", "minimum": -1, "maximum": 1}}"#, r#"[{"properties": {"t": {"not": {"const": 0}}}}]"#, &["-1", "1"])]
#[case::one_boolean(r#"{"t": {"type": "boolean"}}"#, r#"[{"properties": {"t": {"const": true}}}]"#, &["true"])]
#[case::null_or_one(r#"{"t": {"type": ["integer", "null"], "minimum": 1, "maximum": 1}}"#, "[]", &["1", "null"])]
#[case::different_items(r#"{"t": {"type": "array", "items": {"type": "string", "enum": ["a", "b"]}, "minItems": 2, "uniqueItems": true}}"#, "[]", &["[\"a\",\"b\"]", "[\"b\",\"a\"]"])]
#[case::null_is_an_item(r#"{"t": {"type": "array", "items": {"type": ["integer", "null"], "minimum": 1, "maximum": 1}, "minItems": 2, "uniqueItems": true}}"#, "[]", &["[1,null]", "[null,1]"])]
fn values_are_what_is_left(#[case] properties: &str, #[case] conditions: &str, #[case] expected: &[&str]) {
    let judge = of(properties, &["t"], conditions, "{}");
    let seen = seen(&judge, "/t");
    if expected.is_empty() {
        assert!(seen.len() > 150, "two hundred texts differ: {seen:?}");
        let all: String = seen.into_iter().collect();
        let kinds: [fn(char) -> bool; 6] = [
            |character| character.is_ascii_lowercase(),
            |character| character.is_ascii_uppercase(),
            |character| character.is_ascii_punctuation(),
            |character| character == '\\',
            |character| character > '\u{7f}' && character.is_alphabetic(),
            |character| character > '\u{ffff}',
        ];
        for (index, kind) in kinds.iter().enumerate() {
            assert!(all.contains(kind), "no text has a character of kind {index}");
        }
        return;
    }
    assert_eq!(seen.iter().map(String::as_str).collect::<Vec<_>>(), expected);
}

#[rstest]
#[case::excluded(r#"{"t": {"type": "string", "const": "a"}}"#, r#"[{"properties": {"t": {"not": {"const": "a"}}}}]"#)]
#[case::two_patterns(
    r#"{"t": {"type": "string", "pattern": "^a$", "x-expected": "x"}}"#,
    r#"[{"properties": {"t": {"pattern": "^b$", "x-expected": "y"}}}]"#
)]
#[case::too_short(r#"{"t": {"type": "string", "pattern": "^a$", "x-expected": "x", "minLength": 2}}"#, "[]")]
#[case::an_empty_range(r#"{"t": {"type": "integer", "minimum": 2, "maximum": 1}}"#, "[]")]
#[case::too_few_different_items(
    r#"{"t": {"type": "array", "items": {"type": "string", "enum": ["a", "b"]}, "minItems": 3, "uniqueItems": true}}"#,
    "[]"
)]
#[case::more_items_than_there_may_be(
    r#"{"t": {"type": "array", "items": {"type": "string"}, "minItems": 3, "maxItems": 2}}"#,
    "[]"
)]
fn what_cannot_be_is_said(#[case] properties: &str, #[case] conditions: &str) {
    let required = of(properties, &["t"], conditions, "{}");
    assert_eq!(generator(&required).err().as_deref(), Some("small/push: no payload satisfies its schema"));
    // Where it need not be there, it is not.
    assert_eq!(seen(&of(properties, &[], conditions, "{}"), "/t"), BTreeSet::from(["missing".to_owned()]));
}

/// The same test twice, one that hides another, and one whose sides both demand something.
#[test]
fn conditions_about_one_place_fit_each_other() {
    let conditions = r#"[
        {"if": {"required": ["a"], "properties": {"a": {"const": "x"}}}, "then": {"required": ["b"]}, "else": {"properties": {"b": false}}},
        {"if": {"required": ["a"], "properties": {"a": {"enum": ["x", "y"]}}}, "then": {"properties": {"c": {"const": 1}}}, "else": {"required": ["c"], "properties": {"c": {"not": {"const": 1}}}}},
        {"if": {"required": ["b"]}, "then": {"required": ["d"]}},
        {"if": {"not": {"required": ["d"]}}, "then": {"properties": {"a": {"not": {"const": "z"}}}}}
    ]"#;
    let properties = r#"{"a": {"type": "string", "enum": ["x", "y", "z"]}, "b": {"type": "boolean"},
        "c": {"type": "integer", "minimum": 0, "maximum": 3}, "d": {"type": "number"}}"#;
    all_is_made(&of(properties, &[], conditions, "{}"), &[], &[]);
}

/// A form may ask for the very member that selected it.
#[test]
fn a_condition_of_a_form_about_its_discriminator_is_fulfilled() {
    let definitions = r##"{
        "By": {"type": "object", "properties": {"kind": {"type": "string", "enum": ["robot", "person", "team"]}}, "required": ["kind"], "allOf": [
            {"if": {"required": ["kind"], "properties": {"kind": {"enum": ["person", "team"]}}}, "then": {"$ref": "#/$defs/PersonBy"}},
            {"if": {"required": ["kind"], "properties": {"kind": {"const": "robot"}}}, "then": {"$ref": "#/$defs/RobotBy"}}]},
        "PersonBy": {"type": "object", "properties": {"kind": true, "name": {"type": "string"}, "size": {"type": "integer", "maximum": 9}},
            "required": ["name"], "additionalProperties": false, "allOf": [
            {"if": {"required": ["kind"], "properties": {"kind": {"const": "team"}}}, "then": {"required": ["size"]}, "else": {"properties": {"size": false}}}]},
        "RobotBy": {"type": "object", "properties": {"kind": true, "version": {"type": "integer", "maximum": 9}}, "required": ["version"], "additionalProperties": false}
    }"##;
    let judge = of(
        r##"{"by": {"type": "array", "items": {"$ref": "#/$defs/By"}, "minItems": 1}}"##,
        &["by"],
        "[]",
        definitions,
    );
    let kinds = seen(&judge, "/by/0/kind");
    assert_eq!(kinds.iter().map(String::as_str).collect::<Vec<_>>(), ["\"person\"", "\"robot\"", "\"team\""]);
    all_is_made(&judge, &[], &[]);
}
