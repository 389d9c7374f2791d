//! Extensions by hand: they allow what is drift, name what they mean, and can do no more.

use std::fs;

use hookproof::{Catalog, Delivery, Judge, Verdict};
use rstest::rstest;
use serde_json::{Value, json};

use crate::support::{folder, judge, root, run};

/// The judge with one extension.
fn extended(event: &str, entries: &[Value]) -> Result<Judge, String> {
    let text = serde_json::to_string_pretty(&json!({ "allowed": entries })).expect("it is JSON");
    let mut catalog = Catalog::embedded().expect("the embedded schemas are whole");
    let widened = catalog.widen(&[(format!("{event}.extension.json"), text)]);
    widened.map_err(|problems| problems[0].to_string())?;
    Ok(Judge::new(catalog))
}

fn fixture(path: &str) -> Value {
    serde_json::from_slice(&fs::read(root().join("fixtures").join(path)).expect("it is there")).expect("it is JSON")
}

fn verdict(judge: &Judge, body: &Value) -> Verdict {
    crate::accept::verdict(judge, &Delivery::new(body.to_string().as_bytes()))
}

const PUSH: &str = "codeup/push/valid/documented-example.json";

#[rstest]
#[case::member("/extra", json!({"rule": "additionalProperties", "value": {"type": "string"}}), json!("x"), json!(5))]
#[case::member_of_a_list("/commits/0/extra", json!({"rule": "additionalProperties", "value": {"type": "array", "items": {"type": "boolean"}}}), json!([true]), json!([1]))]
#[case::pattern("/commits/0/id", json!({"rule": "pattern", "pattern": "^r[0-9]+$", "x-expected": "a revision"}), json!("r12"), json!("x12"))]
#[case::no_pattern("/ref", json!({"rule": "pattern", "anything": true}), json!("master"), json!(5))]
fn what_is_allowed_is_valid_and_the_rest_is_not(
    #[case] place: &str,
    #[case] mut entry: Value,
    #[case] allowed: Value,
    #[case] other: Value,
) {
    entry["pointer"] = json!(place.replace("/0", "/*"));
    let judge_of_pack = extended("codeup/push", &[entry]).expect("it is an extension");
    let mut body = fixture(PUSH);
    assert_eq!(verdict(&judge_of_pack, &body), Verdict::Valid);
    let set = |body: &mut Value, value: &Value| {
        let (above, name) = place.rsplit_once('/').expect("a pointer");
        body.pointer_mut(above).expect("it is there")[name] = value.clone();
    };
    set(&mut body, &allowed);
    assert_eq!((verdict(judge(), &body), verdict(&judge_of_pack, &body)), (Verdict::Drift, Verdict::Valid));
    assert!(judge_of_pack.accepts(&Delivery::new(body.to_string().as_bytes())).is_some(), "one pass sees it");
    set(&mut body, &other);
    assert_ne!(verdict(&judge_of_pack, &body), Verdict::Valid);
    assert_eq!(verdict(&judge_of_pack, &body), verdict(judge(), &body), "it is as bad as it was");
}

/// A definition is shared by many places, and an entry is about one.
#[test]
fn an_entry_is_about_one_place_only() {
    let entry = json!({"pointer": "/before", "rule": "pattern", "anything": true});
    let judge = extended("codeup/push", &[entry]).expect("it is an extension");
    for (member, expected) in [("before", Verdict::Valid), ("after", Verdict::Drift)] {
        let mut body = fixture(PUSH);
        body[member] = json!("no hash");
        assert_eq!(verdict(&judge, &body), expected, "{member}");
    }
}

#[rstest]
#[case::an_open_rule(json!({"pointer": "/commits/*/id", "rule": "type", "anything": true}), "a pack cannot allow this: a consumer built from the document breaks")]
#[case::a_required_member(json!({"pointer": "", "rule": "required", "member": "ref", "anything": true}), "a pack cannot allow this")]
#[case::a_discriminator(json!({"pointer": "/object_kind", "rule": "const", "values": ["push2"]}), "a pack cannot allow this")]
#[case::a_documented_member(json!({"pointer": "/ref", "rule": "additionalProperties", "value": {}}), "`/ref` cannot be allowed: it is documented")]
#[case::nothing_there(json!({"pointer": "/reff", "rule": "pattern", "anything": true}), "no schema states `pattern` for `/reff`")]
#[case::a_limit_that_is_none(json!({"pointer": "/total_commits_count", "rule": "maximum", "limit": 5}), "5 is allowed already")]
#[case::no_rule(json!({"pointer": "/ref"}), "an entry of `allowed` needs `rule`")]
#[case::no_such_rule(json!({"pointer": "/ref", "rule": "format", "anything": true}), "`format` is no rule that a pack can relax")]
#[case::two_ways(json!({"pointer": "/ref", "rule": "pattern", "anything": true, "limit": 5}), "has one member that says what is allowed: `pattern` or `anything`")]
#[case::a_pattern_without_meaning(json!({"pointer": "/ref", "rule": "pattern", "pattern": "^a$"}), "needs an `x-expected`")]
#[case::a_pattern_of_one_engine(json!({"pointer": "/ref", "rule": "pattern", "pattern": "\\d", "x-expected": "a digit"}), "means different things to different engines")]
#[case::a_reference(json!({"pointer": "/x", "rule": "additionalProperties", "value": {"$ref": "#/$defs/Sha1"}}), "what a pack adds is written out")]
#[case::outside_the_profile(json!({"pointer": "/x", "rule": "additionalProperties", "value": {"anyOf": []}}), "the profile has no `anyOf` here")]
#[case::an_unknown_key(json!({"pointer": "/x", "rule": "additionalProperties", "value": {}, "why": "so"}), "the profile has no `why` here")]
#[case::no_pointer(json!({"pointer": "x", "rule": "pattern", "anything": true}), "`x` is no JSON Pointer")]
fn what_cannot_be_allowed_is_refused_with_its_place(#[case] entry: Value, #[case] message: &str) {
    let problem = extended("codeup/push", &[entry]).expect_err("it is refused");
    assert!(problem.contains(message), "{problem}");
    assert!(problem.starts_with("codeup/push.extension.json:"), "{problem}");
}

#[test]
fn what_is_extended_must_be_known() {
    for (event, message) in
        [("codeup/wiki", "`codeup` has no event `wiki`"), ("forge/push", "there is no provider `forge`")]
    {
        let problem =
            extended(event, &[json!({"pointer": "", "rule": "type", "anything": true})]).expect_err("it is refused");
        assert!(problem.contains(message), "{problem}");
    }
}

#[test]
fn the_command_shows_what_is_added() {
    let entry = r#"{"pointer": "/extra", "rule": "additionalProperties", "value": {"type": "string"}, "observed": {"payloads": 3, "times": 4}}"#;
    let text = format!("{{\n  \"allowed\": [\n    {entry}\n  ]\n}}\n");
    let broken = text.replace("additionalProperties", "pattern");
    let folder = folder(&[("pack/codeup/push.extension.json", &text), ("broken/codeup/push.extension.json", &broken)]);
    let pack = |arguments: &[&str]| run(folder.path(), &[arguments, &["--pack", "pack"]].concat());
    let schema = pack(&["schema", "codeup/push"]).json();
    assert_eq!(
        schema["properties"]["extra"],
        json!({"type": "string", "x-observed": [{"rule": "additionalProperties", "payloads": 3, "times": 4}]})
    );
    let open = ["schema", "codeup/push", "--open"];
    assert_eq!(pack(&open).json(), run(folder.path(), &open).json(), "the open schema is that of the document");
    let ran = pack(&["explain", "codeup/push"]);
    assert!(ran.out.contains("/extra  string, not documented: a pack adds it"), "{}", ran.out);
    let ran = pack(&["explain", "codeup/push", "/extra"]);
    assert!(ran.out.contains("observed    breaks `additionalProperties` 4 times in 3 payloads"), "{}", ran.out);
    let ran = run(folder.path(), &["events", "--pack", "broken"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("broken/codeup/push.extension.json:3:5: /allowed/0: "), "{}", ran.err);
}

/// The file's schema says what the reader says, of every entry above that is refused for its own sake.
#[test]
fn the_schema_of_extensions_accepts_what_drift_writes() {
    let text = fs::read_to_string(root().join("schemas/extension.schema.json")).expect("it is there");
    let schema = jsonschema::validator_for(&serde_json::from_str(&text).expect("it is JSON")).expect("it is a schema");
    let mut drift = hookproof::drift::Drift::new(judge(), false);
    for folder in crate::support::folders() {
        for case in folder.build().iter().filter(|case| !case.is_request) {
            drift.add(&Delivery::new(&case.bytes).provider(&case.provider).event(&case.event));
        }
    }
    let mut entries = 0;
    for event in drift.events() {
        let extension = event.extension().expect("there is drift among the fixtures");
        let problems: Vec<String> = schema.iter_errors(&extension.to_json()).map(|error| error.to_string()).collect();
        assert!(problems.is_empty(), "{}: {problems:?}", event.known.name());
        entries += extension.allowed.len();
    }
    assert!(entries > 300, "only {entries} entries");
    assert!(!schema.is_valid(&json!({"allowed": [{"pointer": "", "rule": "pattern", "limit": 5}]})));
}
