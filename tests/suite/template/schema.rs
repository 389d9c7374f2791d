//! What a template yields, as a schema in the profile.

use std::fmt::Write as _;

use hookproof::{
    Catalog, Delivery, Judge, Verdict,
    generate::Generator,
    schema::{Draft, Level},
    template::{Expectation, Refusal, Template, Vocabulary, derived},
};
use rstest::rstest;
use serde_json::{Value, json};

use super::{catalog, fixtures};
use crate::support::snapshot;

fn vocabulary(service: &str) -> Vocabulary<'static> {
    let entry = catalog().entries.iter().find(|entry| entry.templates().is_some()).expect("somebody has templates");
    Vocabulary::new(entry, service, &[]).expect("it is a service")
}

fn schema(service: &str, text: &str) -> Value {
    derived(&Template::read(text.as_bytes()), &vocabulary(service))
        .unwrap_or_else(|refusal| panic!("{text}: {refusal}"))
}

/// What a place of a schema says, without what people should know about it.
fn place(schema: &Value, pointer: &str) -> Value {
    fn bare(value: &mut Value) {
        match value {
            Value::Object(members) => {
                members.retain(|keyword, _| !["description", "x-evidence", "x-expected"].contains(&keyword.as_str()));
                members.values_mut().for_each(bare);
            }
            Value::Array(items) => items.iter_mut().for_each(bare),
            _ => {}
        }
    }
    let mut place = schema.pointer(pointer).cloned().unwrap_or_default();
    bare(&mut place);
    place
}

#[rstest]
#[case::text(r#""a b""#, json!({"type": "string", "const": "a b"}))]
#[case::nothing(r#""""#, json!({"type": "string", "const": ""}))]
#[case::integer("-7", json!({"type": "integer", "const": -7}))]
#[case::large_integer("9223372036854775807", json!({"type": "integer", "const": i64::MAX}))]
#[case::number("1.5", json!({"type": "number"}))]
#[case::null("null", json!({"type": "null"}))]
#[case::boolean("true", json!({"type": "boolean"}))]
#[case::number_parameter("${repo.id}", json!({"type": "integer", "maximum": 9_007_199_254_740_991_i64}))]
#[case::number_as_text(r#""${repo.id}""#, json!({"type": "string", "pattern": "^-?(0|[1-9][0-9]*)$"}))]
#[case::text_parameter(r#""${repo.name}""#, json!({"type": "string"}))]
#[case::named_values(r#""${mergeRequest.state}""#, json!({"type": "string", "enum": ["opened", "closed", "merged", "locked"]}))]
#[case::within(r#""(${mergeRequest.state}) ${repo.id}.""#,
    json!({"type": "string", "pattern": "^\\((opened|closed|merged|locked)\\) -?(0|[1-9][0-9]*)\\.$"}))]
#[case::any_text_within(r#""${repo.name}\n\u0001""#, json!({"type": "string", "pattern": "^(\\n|[^\\n])*\\n\\x01$"}))]
#[case::empty_list("[]", json!({"type": "array", "minItems": 0, "maxItems": 0, "items": {}}))]
#[case::same_items("[1, 1]", json!({"type": "array", "minItems": 2, "maxItems": 2, "items": {"type": "integer", "const": 1}}))]
#[case::other_items(r#"["a", "b"]"#,
    json!({"type": "array", "minItems": 2, "maxItems": 2, "items": {"type": "string", "enum": ["a", "b"]}}))]
#[case::a_number_or_one_of_these("[1, ${repo.id}]",
    json!({"type": "array", "minItems": 2, "maxItems": 2, "items": {"type": "integer", "maximum": 9_007_199_254_740_991_i64}}))]
#[case::numbers("[1, 1.5]", json!({"type": "array", "minItems": 2, "maxItems": 2, "items": {"type": "number"}}))]
#[case::null_or_text(r#"[null, "a"]"#,
    json!({"type": "array", "minItems": 2, "maxItems": 2, "items": {"type": ["string", "null"]}}))]
#[case::large_or_null("[null, 9223372036854775807]",
    json!({"type": "array", "minItems": 2, "maxItems": 2, "items": {"type": ["number", "null"]}}))]
#[case::small_or_null("[null, 7]", json!({"type": "array", "minItems": 2, "maxItems": 2,
    "items": {"type": ["integer", "null"], "minimum": 7, "maximum": 7}}))]
#[case::text_or_number(r#"["a", 1]"#, json!({"type": "array", "minItems": 2, "maxItems": 2, "items": {}}))]
#[case::lists("[[], [1]]", json!({"type": "array", "minItems": 2, "maxItems": 2,
    "items": {"type": "array", "minItems": 0, "maxItems": 1, "items": {"type": "integer", "const": 1}}}))]
#[case::objects(r#"[{"t": "a", "x": true}, {"t": "b", "y": false}, {"t": "a", "x": true}]"#,
    json!({"type": "array", "minItems": 3, "maxItems": 3, "items": {
        "type": "object",
        "properties": {"t": {"type": "string", "enum": ["a", "b"]}, "x": {"type": "boolean"}, "y": {"type": "boolean"}},
        "required": ["t"],
        "additionalProperties": false,
        "allOf": [{"properties": {"x": {"const": true}}}, {"properties": {"y": {"const": false}}}],
    }}))]
#[case::contradicting_booleans(r#"[{"x": true}, {"x": false}]"#,
    json!({"type": "array", "minItems": 2, "maxItems": 2, "items": {
        "type": "object", "properties": {"x": {"type": "boolean"}}, "required": ["x"], "additionalProperties": false,
    }}))]
#[case::texts_of_two_forms(r#"["a.", "no ${repo.id}"]"#, json!({"type": "array", "minItems": 2, "maxItems": 2,
    "items": {"type": "string", "pattern": "^(a\\.|(no -?(0|[1-9][0-9]*)))$"}}))]
fn a_value_becomes_what_it_can_be(#[case] value: &str, #[case] expected: Value) {
    let schema = schema("repo", &format!(r#"{{"a": {value}}}"#));
    assert_eq!(place(&schema, "/properties/a"), expected);
    // It can be read again, by the rules of the profile.
    let text = format!(r#"{{"a": {value}}}"#);
    let template = Template::read(text.as_bytes());
    Expectation::new(&template, &vocabulary("repo")).expect("it is in the profile");
}

#[test]
fn a_boolean_is_tied_to_its_value() {
    let schema = schema("repo", r#"{"a": true}"#);
    assert_eq!(schema["allOf"], json!([{"properties": {"a": {"const": true}}}]));
}

#[test]
fn what_yields_nothing_is_refused() {
    let refused = |text: &str| derived(&Template::read(text.as_bytes()), &vocabulary("repo"));
    assert_eq!(refused("[1]"), Err(Refusal::NoObject));
    let Err(Refusal::Mistakes(mistakes)) = refused(r#"{"a": "${repo.nme} ${repo.name}"}"#) else {
        panic!("it is accepted")
    };
    assert_eq!(mistakes.iter().map(|mistake| mistake.rule.as_str()).collect::<Vec<_>>(), ["unknown-parameter"]);
}

/// Model, open schema and generator work for what is derived as they do for any event.
#[test]
fn what_is_derived_is_a_schema_like_any_other() {
    let mut table = String::new();
    let mut derived_from = 0;
    for fixture in fixtures().iter().filter(|fixture| fixture.is_sound()) {
        let (template, vocabulary) = (fixture.template(), fixture.vocabulary());
        let expectation = match derived(&template, &vocabulary) {
            Err(Refusal::NoObject) => continue,
            _ => {
                Expectation::new(&template, &vocabulary).unwrap_or_else(|problem| panic!("{}: {problem}", fixture.path))
            }
        };
        derived_from += 1;
        let catalog: &Catalog = expectation.catalog();
        let known = catalog.events().next().expect("it has one event");
        let generator = Generator::new(known).expect("payloads can be made");
        for seed in 0..20 {
            let payload = generator.payload(seed).to_string();
            assert_eq!(expectation.check(Delivery::new(payload.as_bytes())).verdict, Verdict::Valid, "{payload}");
        }
        let broken = generator.broken();
        for constraint in 0..broken.breakable().len() {
            let fault = broken.payload(constraint, 1);
            let report = expectation.check(Delivery::new(fault.payload.to_string().as_bytes()));
            let rules: Vec<&str> = report.findings.iter().map(|finding| finding.rule.as_str()).collect();
            assert!(rules.contains(&fault.rule), "{} reports {rules:?} of {}", fixture.path, fault.payload);
        }
        for (level, draft) in [(Level::Documented, Draft::V07), (Level::Open, Draft::V202012)] {
            jsonschema::validator_for(&draft.of(known.schema(level))).expect("it is a schema");
        }
        if !fixture.path.ends_with("every-parameter.tmpl") {
            let text = serde_json::to_string_pretty(&known.schema(Level::Documented)).expect("it can be written");
            let _ = writeln!(table, "{}\n{text}", fixture.path);
        }
    }
    assert!(derived_from > 12, "only {derived_from} templates yield something");
    snapshot!("template-schemas", table);
}

#[test]
fn a_finding_names_the_parameter_and_no_value_where_none_may_be_said() {
    let template = Template::read(
        br#"{"id": ${repo.id}, "text": "repository ${repo.id}: ${eventName}", "by": {"name": "${operator.name}"}, "v": 1}"#,
    );
    let vocabulary = vocabulary("repo");
    let expectation = Expectation::new(&template, &vocabulary).expect("it yields something");
    let said = |body: &[u8]| {
        let report = expectation.check(Delivery::new(body));
        let said = report.findings.iter().map(|finding| {
            format!(
                "{} {} | {} | {}",
                finding.severity.as_str(),
                finding.pointer,
                finding.message,
                finding.message.redacted()
            )
        });
        said.collect::<Vec<_>>()
    };
    assert_eq!(
        said(br#"{"id": "7", "text": "secret", "v": 2}"#),
        [
            "invalid  | `by` is missing; the template has `${operator.name}` there | `by` is missing; the template has `${operator.name}` there",
            "invalid /id | `id` must be an integer, not a string; the template has `${repo.id}` there | `id` must be an integer, not a string; the template has `${repo.id}` there",
            "drift /text | `text` must be text such as `repository …: …`, not \"secret\"; the template has `${repo.id}`, `${eventName}` there | `text` must be text such as `repository …: …`; the template has `${repo.id}`, `${eventName}` there",
            "drift /v | `v` must be `1`, not 2 | `v` must be `1`",
        ]
    );
}

/// A delivery is one of the template, whatever its headers call it.
#[test]
fn a_delivery_is_judged_by_the_template_alone() {
    let template = Template::read(br#"{"before": "${repo.id}", "after": 1}"#);
    let vocabulary = vocabulary("repo");
    let expectation = Expectation::new(&template, &vocabulary).expect("it yields something");
    let body = br#"{"before": "5", "after": 1}"#;
    let delivery = Delivery::new(body).header("X-GitHub-Event", "push");
    let report = expectation.check(delivery);
    assert_eq!((report.verdict, report.event.as_deref()), (Verdict::Valid, Some("repo.template")));
    assert_ne!(Judge::embedded().check(&Delivery::new(body)).event, report.event);
}
