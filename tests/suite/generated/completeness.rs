//! The covering payloads show all that can be seen, and every constraint can be broken; what cannot is proven so.

use hookproof::{
    Verdict,
    generate::{Covering, Goal},
    pointer::Pointer,
    schema::{Chosen, Constraint, Level, Place},
};
use jsonschema::{
    PatternOptions,
    canonical::{self, CanonicalSchema, Satisfiability},
};
use serde_json::{Map, Value, json};
use std::{collections::BTreeSet, fmt::Write as _};

use super::{EVENTS, Event};
use crate::support::snapshot;

#[test]
fn the_covering_payloads_reach_every_goal_that_can_be_reached() {
    let mut table = format!("{:32} {:>5} {:>8} {:>7}\n", "event", "goals", "payloads", "reached");
    for event in EVENTS.iter() {
        let name = event.known.name();
        let Covering { payloads, goals, reached, unreachable } = event.generator.covering();
        writeln!(table, "{name:32} {:>5} {:>8} {:>7}", goals.len(), payloads.len(), reached.len()).expect("a string");
        // There is one, so the schema can be satisfied.
        assert!(!payloads.is_empty(), "{name}");
        for payload in &payloads {
            assert_eq!(event.report(payload).verdict, Verdict::Valid, "{name}: {payload}");
        }
        let names: BTreeSet<&str> = goals.iter().map(|goal| goal.name.as_str()).collect();
        assert_eq!(names.len(), goals.len(), "two goals of {name} have the same name");
        let mut all: BTreeSet<&str> = reached.iter().map(String::as_str).collect();
        all.extend(unreachable.iter().map(String::as_str));
        assert_eq!((all.len(), &all), (reached.len() + unreachable.len(), &names), "{name}");
        for goal in &goals {
            let pinned = pinned(&goal.forms);
            if unreachable.contains(&goal.name) {
                assert!(is_impossible(&event.known.schema(Level::Documented), &pinned), "{name}: {}", goal.name);
                writeln!(table, "    not reachable: {}", goal.name).expect("a string");
            } else {
                // What pins a form accepts the payloads that have it.
                let validator = jsonschema::validator_for(&pinned).expect("it is a schema");
                assert!(payloads.iter().any(|payload| validator.is_valid(payload)), "{name}: {}", shown(goal));
            }
        }
    }
    snapshot!("covering", &table);
}

#[test]
fn every_constraint_can_be_broken_alone_or_demands_nothing() {
    let mut table =
        format!("{:32} {:>11} {:>9} {:>8} {:>9}\n", "event", "constraints", "breakable", "open only", "redundant");
    for event in EVENTS.iter() {
        let (name, broken) = (event.known.name(), event.broken());
        let (breakable, redundant) = (broken.breakable(), broken.redundant());
        let open = breakable.iter().filter(|breakable| breakable.level == Level::Open).count();
        let count = event.known.constraints().len();
        assert_eq!(breakable.len() + redundant.len(), count, "{name}");
        writeln!(table, "{name:32} {count:>11} {:>9} {open:>8} {:>9}", breakable.len(), redundant.len())
            .expect("a string");
        for constraint in redundant {
            assert!(demands_nothing(event, constraint), "{name}: {}: {}", constraint.path, constraint.keyword);
            let form = constraint.forms.last().map_or("", |chosen| &chosen.form.target.name);
            let member = constraint.demand.member().map_or_else(String::new, |member| format!(" {member}"));
            writeln!(
                table,
                "    {} {}{member}: no payload has the form {form}",
                constraint.path,
                constraint.demand.rule()
            )
            .expect("a string");
        }
    }
    snapshot!("constraints", &table);
}

/// Whether no payload has the constraint's forms, with or without the constraint: then nothing changes if it goes.
fn demands_nothing(event: &Event, constraint: &Constraint) -> bool {
    let levels = [Level::Documented, Level::Open].into_iter().filter(|level| match level {
        Level::Documented => true,
        Level::Open => constraint.open,
    });
    let pinned = pinned(&constraint.forms);
    let mut removed = 0;
    let impossible = levels.map(|level| {
        let without = event.known.changed_schema(level, &mut |place, schema| {
            removed += usize::from(remove(place, &constraint.keyword, schema));
        });
        is_impossible(&event.known.schema(level), &pinned) && is_impossible(&without, &pinned)
    });
    let impossible: Vec<bool> = impossible.collect();
    !impossible.contains(&false) && removed > 0
}

/// Removes a keyword from what stands for a place, if it is there.
fn remove(place: &Place, keyword: &Place, schema: &mut Map<String, Value>) -> bool {
    let (same_file, within) = (place.file == keyword.file, keyword.pointer.is_within(&place.pointer));
    let Some([above @ .., name]) = keyword.pointer.tokens().get(place.pointer.tokens().len()..) else { return false };
    let object = above.iter().try_fold(schema, |schema, token| schema.get_mut(token)?.as_object_mut());
    same_file && within && object.is_some_and(|object| object.shift_remove(name).is_some())
}

/// A schema of the payloads that have these forms.
fn pinned(forms: &[Chosen]) -> Value {
    let pins = forms.iter().filter_map(|chosen| {
        let (object, name) = chosen.discriminator.split_last()?;
        let pin = match chosen.form.values.as_slice() {
            [] => json!({"type": "object", "not": {"required": [name]}}),
            values => json!({"type": "object", "required": [name], "properties": {name: {"enum": values}}}),
        };
        Some(above(&object, pin))
    });
    json!({"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": pins.chain([json!({})]).collect::<Vec<_>>()})
}

fn above(place: &Pointer, schema: Value) -> Value {
    place.tokens().iter().rev().fold(schema, |schema, token| match token.as_str() {
        "*" => json!({"type": "array", "contains": schema}),
        name => json!({"type": "object", "required": [name], "properties": {name: schema}}),
    })
}

/// Whether it is proven that no value fulfils both schemas.
fn is_impossible(one: &Value, other: &Value) -> bool {
    let both = canonical(one).intersect(&canonical(other));
    both.is_ok_and(|both| both.satisfiability() == Satisfiability::No)
}

pub(super) fn canonical(schema: &Value) -> CanonicalSchema {
    let options = canonical::options().with_pattern_options(PatternOptions::regex());
    options.should_validate_formats(false).canonicalize(schema).unwrap_or_else(|error| panic!("{error}"))
}

fn shown(goal: &Goal) -> String {
    format!("{} at `{}`", goal.name, goal.path)
}
