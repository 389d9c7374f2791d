//! The suite notices every change, and the machinery that says so notices what does not.

use hookproof::{Catalog, schema::Model};
use serde_json::json;

use super::{changes::Effect, *};

#[test]
fn fixtures_notice_every_change_that_is_not_proven_to_change_nothing() {
    let catalog = embedded().expect("the schemas are sound");
    let outcomes = outcomes(&suites(&catalog).expect("there are payloads")).expect("every change can be judged");
    assert!(outcomes.len() > 4000, "only {} changes", outcomes.len());
    let survivors: Vec<String> = outcomes.iter().filter(|outcome| outcome.survives()).map(Outcome::line).collect();
    assert!(survivors.is_empty(), "no fixture notices:\n{}", survivors.concat());
    plan(&outcomes).and_then(|plan| plan.check()).expect("the lists of equivalent changes are as they must be");
}

/// The event with the smallest schema, and the payloads of all.
fn smallest(catalog: &Catalog) -> Suite<'_> {
    let suites = suites(catalog).expect("there are payloads");
    suites.into_iter().min_by_key(|suite| listed(suite.known).len()).expect("there are events")
}

#[test]
fn without_fixtures_every_change_survives_that_changes_something() {
    let catalog = embedded().expect("the schemas are sound");
    let mut suite = smallest(&catalog);
    suite.fixtures.clear();
    let outcomes = outcomes(&[suite]).expect("every change can be judged");
    let (survivors, equivalent): (Vec<_>, Vec<_>) = outcomes.iter().partition(|outcome| outcome.survives());
    assert!(survivors.len() > 5, "{outcomes:?}");
    assert!(equivalent.iter().all(|outcome| outcome.equivalent && !outcome.by_generated), "{equivalent:?}");
}

#[test]
fn without_one_case_exactly_what_it_alone_notices_survives() {
    let catalog = embedded().expect("the schemas are sound");
    let mut suite = smallest(&catalog);
    let missing = |judged: &Judged| !judged.accepted[1] && judged.payload.as_object().is_some_and(|all| all.len() == 1);
    let at = suite.fixtures.iter().position(missing).expect("a case lacks a member");
    suite.fixtures.remove(at);
    let outcomes = outcomes(&[suite]).expect("every change can be judged");
    let survivors: Vec<String> = outcomes.iter().filter(|outcome| outcome.survives()).map(Outcome::line).collect();
    assert!(matches!(survivors.as_slice(), [one] if one.ends_with(" not required\n")), "{survivors:?}");
}

#[test]
fn a_loosened_schema_refuses_nothing_more_and_a_tightened_one_accepts_nothing_more() {
    let catalog = embedded().expect("the schemas are sound");
    let suite = smallest(&catalog);
    for mutation in listed(suite.known) {
        for (index, level) in LEVELS.into_iter().enumerate() {
            let Some(schema) = changed(suite.known, level, &mutation) else { continue };
            let validator = compiled(&schema).expect("it is a schema");
            for judged in suite.fixtures.iter().chain(&suite.generated) {
                let (before, after) = (judged.accepted[index], validator.is_valid(&judged.payload));
                let as_foretold = match mutation.effect {
                    Effect::Loosened => !before || after,
                    Effect::Tightened => before || !after,
                    Effect::Changed => true,
                };
                assert!(as_foretold, "{mutation}: {}", judged.payload);
            }
        }
    }
}

/// The changes of a schema's root, in words.
fn changes_of(schema: &Value) -> Vec<String> {
    let model = Model::parse(&[("push.schema.json", &schema.to_string())]).expect("it is in the profile");
    let mut found = Vec::new();
    let unchanged =
        hookproof::schema::changed(&model, "push.schema.json", Level::Documented, &[], &mut |place, keywords| {
            found.extend(mutations(place, keywords, schema).iter().map(ToString::to_string));
        });
    assert!(unchanged.is_some());
    found
}

#[test]
fn every_keyword_is_changed_in_every_way() {
    let found = changes_of(&json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "properties": {
            "kind": {"type": "string", "enum": ["a", "b"]},
            "count": {"type": "integer", "minimum": 0, "maximum": 9},
            "ratio": {"type": ["number", "null"]},
            "other": {"$ref": "#/$defs/Two"},
            "name": {"type": "string", "minLength": 1, "maxLength": 4, "pattern": "^[a-z]+$", "x-expected": "letters"},
            "list": {"type": "array", "items": {"$ref": "#/$defs/One"}, "minItems": 1, "uniqueItems": true}
        },
        "required": ["kind"],
        "additionalProperties": false,
        "allOf": [{
            "if": {"required": ["kind"], "properties": {"kind": {"enum": ["a"]}}},
            "then": {"required": ["count"], "properties": {"name": {"not": {"const": "x"}}}},
            "else": {"properties": {"list": false}}
        }],
        "$defs": {
            "One": {"type": "string", "const": "one", "format": "date", "pattern": "^o", "x-expected": "an o"},
            "Two": {"type": "string"}
        }
    }));
    assert!(!found.is_empty());
    insta::assert_snapshot!(found.join("\n"));
}
