//! What holds for every template: no bytes are too much for the check, and what it lets pass yields what is expected.

use hookproof::{
    Delivery, Verdict,
    document::Document,
    template::{Expectation, Refusal, Renderer, Template, Vocabulary, check, derived},
};
use proptest::{collection::vec, prelude::*};
use serde_json::Value;

use super::{catalog, fixtures};
use crate::support::config;

/// Every service, with the names of its parameters.
fn vocabularies() -> Vec<Vocabulary<'static>> {
    let entry = catalog().entries.iter().find(|entry| entry.templates().is_some()).expect("somebody has templates");
    let services = &entry.templates().expect("it has templates").services;
    services.iter().map(|service| Vocabulary::new(entry, &service.id, &[]).expect("it is a service")).collect()
}

/// Pieces of which templates are made, so that many are almost right.
fn piece() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        3 => prop::sample::select(vec![
            "{", "}", "[", "]", ":", ",", "\"", "\"a\":", "\\", "\\u", "$", "${", "${}", "${repo.id}", "\"${repo.id}\"",
            "${eventName}", "${mergeRequestReview.id}", "${BUILD.TITLE}", "${ repo.id }", "null", "1", "-", "true", "\n",
            "\u{feff}", "\u{e000}", "\\ud83d", "é",
        ])
        .prop_map(|text| text.as_bytes().to_vec()),
        1 => vec(any::<u8>(), 0..4),
    ]
}

/// A template without mistakes of one of the services, from parts: constants, parameters and texts of both.
fn sound() -> impl Strategy<Value = (usize, String)> {
    let vocabularies = vocabularies();
    let names: Vec<Vec<(String, bool)>> = vocabularies
        .iter()
        .map(|vocabulary| {
            let words = vocabulary
                .words()
                .map(|(name, word)| (name.to_owned(), matches!(word.node.shape, hookproof::schema::Shape::Integer(_))));
            words.collect()
        })
        .collect();
    (0..names.len()).prop_flat_map(move |service| {
        let names = names[service].clone();
        let bare: Vec<String> =
            names.iter().filter(|(_, is_bare)| *is_bare).map(|(name, _)| format!("${{{name}}}")).collect();
        let texts: Vec<String> = names.iter().map(|(name, _)| format!("${{{name}}}")).collect();
        let constant =
            prop::sample::select(vec!["", "a", " - ", "5$ ", "{}", "\\n", "\\u00e9", "\\\\", "\\\"", ".*", "é"]);
        let part = prop_oneof![constant.prop_map(str::to_owned), prop::sample::select(texts)];
        let text = vec(part, 0..4).prop_map(|parts| format!("\"{}\"", parts.concat()));
        let mut values = vec!["null", "true", "false", "0", "-7", "1.5", "9223372036854775807"];
        values.sort_unstable();
        let scalar = prop::sample::select([values.into_iter().map(str::to_owned).collect(), bare].concat());
        let leaf = prop_oneof![scalar, text];
        let value = leaf.prop_recursive(3, 20, 4, |inner| {
            let object = vec(inner.clone(), 0..4).prop_map(|values| object(&values));
            prop_oneof![object, vec(inner, 0..4).prop_map(|items| format!("[{}]", items.join(", ")))]
        });
        vec(value, 0..5).prop_map(move |values| (service, object(&values)))
    })
}

fn object(values: &[String]) -> String {
    let members = values.iter().enumerate().map(|(index, value)| format!("\"m{index}\": {value}"));
    format!("{{{}}}", members.collect::<Vec<_>>().join(", "))
}

/// What a body consists of, whatever its texts and numbers are.
fn structure(value: &Value) -> Value {
    match value {
        Value::String(_) => Value::from("text"),
        Value::Number(_) => Value::from(0),
        Value::Array(items) => items.iter().map(structure).collect(),
        Value::Object(members) => {
            Value::Object(members.iter().map(|(name, value)| (name.clone(), structure(value))).collect())
        }
        other => other.clone(),
    }
}

fn parsed(body: &[u8]) -> Option<Value> {
    Document::read(body).ok().map(|document| Value::from(&document.root))
}

/// The harmless bodies are what the schema says; the hostile ones have the same structure, or the check has warned.
fn holds(text: &[u8], vocabulary: &Vocabulary, seed: u64) -> Result<(), TestCaseError> {
    let template = Template::read(text);
    let report = check(&template, vocabulary);
    let renderer = Renderer::new(&template, vocabulary);
    prop_assert_eq!(renderer.is_ok(), report.verdict <= Verdict::Drift, "{:?}", report);
    let Ok(renderer) = renderer else { return Ok(()) };
    let body = renderer.body(seed);
    let shown = String::from_utf8_lossy(&body);
    let harmless = parsed(&body);
    prop_assert!(harmless.is_some(), "no JSON: {}", shown);
    match Expectation::new(&template, vocabulary) {
        Ok(expectation) => {
            let report = expectation.check(Delivery::new(&body));
            prop_assert_eq!(report.verdict, Verdict::Valid, "{}\n{:?}", shown, report);
        }
        Err(problem) => prop_assert!(derived(&template, vocabulary) == Err(Refusal::NoObject), "{}", problem),
    }
    let has_warned = report.findings.iter().any(|finding| finding.rule == "unescaped-text");
    let hostile = parsed(&renderer.hostile(seed));
    let same = harmless.as_ref().map(structure) == hostile.as_ref().map(structure);
    prop_assert!(same || has_warned, "no warning of {}", String::from_utf8_lossy(&renderer.hostile(seed)));
    Ok(())
}

proptest! {
    #![proptest_config(config(512))]

    #[test]
    fn no_bytes_are_too_much(pieces in vec(piece(), 0..24), service in 0..6_usize) {
        let text = pieces.concat();
        let vocabulary = &vocabularies()[service];
        let template = Template::read(&text);
        let report = check(&template, vocabulary);
        prop_assert_eq!(report.findings.is_empty(), report.verdict == Verdict::Valid);
        prop_assert!(report.findings.iter().all(|finding| finding.offset <= text.len()));
        // What is called JSON is JSON, once numbers and texts stand for the parameters.
        if report.verdict <= Verdict::Drift {
            holds(&text, vocabulary, 1)?;
        }
    }

    #[test]
    fn a_sound_template_yields_what_is_expected_of_it((service, text) in sound(), seed in any::<u32>()) {
        let vocabulary = &vocabularies()[service];
        let report = check(&Template::read(text.as_bytes()), vocabulary);
        prop_assert!(report.verdict <= Verdict::Drift, "{}: {:?}", text, report);
        holds(text.as_bytes(), vocabulary, u64::from(seed))?;
    }
}

#[test]
fn the_templates_of_the_fixtures_yield_what_is_expected_of_them() {
    let mut hostile_ones_broke = 0;
    for fixture in fixtures().iter().filter(|fixture| fixture.is_sound()) {
        for seed in 0..40 {
            holds(&fixture.text, &fixture.vocabulary(), seed)
                .unwrap_or_else(|problem| panic!("{}: {problem}", fixture.path));
        }
        let (template, vocabulary) = (fixture.template(), fixture.vocabulary());
        let renderer = Renderer::new(&template, &vocabulary).expect("it is sound");
        let bodies = (0..40).map(|seed| renderer.hostile(seed));
        hostile_ones_broke += bodies.filter(|body| parsed(body).is_none()).count();
    }
    assert!(hostile_ones_broke > 100, "hostile values are harmless: only {hostile_ones_broke} bodies broke");
}
