//! Whatever the documented schema accepts the open one accepts, and drift stays drift.

use std::path::PathBuf;

use hookproof::{
    Report, Verdict,
    generate::{Breakable, Fault},
    schema::{Demand, Level},
};
use jsonschema::canonical::Containment;
use proptest::{
    collection::vec,
    prelude::{Strategy, any, prop_oneof},
    sample::{Index, select},
};
use rstest::rstest;
use serde_json::{Value, json};

use super::{EVENTS, Event, completeness::canonical, holds, places};
use crate::support::judge;

/// Names that nothing documents, and that nothing reads to recognise a payload or to select a form.
const UNDOCUMENTED: [&str; 6] = ["x_undocumented", "aliyun_pk", "__proto__", "", "Ж", "a/~b"];

/// Proven, not tried: the algebra of `jsonschema` compares the schemas themselves.
#[test]
fn the_open_schema_covers_the_documented_one() {
    let mut proven = 0;
    for event in EVENTS.iter() {
        let [documented, open] = [Level::Documented, Level::Open].map(|level| canonical(&event.known.schema(level)));
        let covers = open.covers(&documented).unwrap_or_else(|error| panic!("{}: {error}", event.known.name()));
        assert_ne!(covers, Containment::No, "{}", event.known.name());
        proven += usize::from(covers == Containment::Yes);
        // And it is wider: a prover that says yes to everything proves nothing.
        assert_ne!(documented.covers(&open).ok(), Some(Containment::Yes), "{}", event.known.name());
    }
    assert_eq!(proven, 26, "the algebra answers for every event");
}

#[test]
fn the_undocumented_names_are_undocumented() {
    for event in EVENTS.iter() {
        let schema = event.known.schema(Level::Documented).to_string();
        for name in UNDOCUMENTED.iter().filter(|name| !name.is_empty()) {
            assert!(!schema.contains(&format!("\"{name}\":")), "{} documents {name}", event.known.name());
        }
    }
}

#[rstest]
fn more_members_make_drift_and_never_more(#[files("fixtures/*/*/cases.toml")] path: PathBuf) {
    let event = Event::of(&path);
    let exactly = !event.known.event.recognition.exactly.is_empty();
    let kinds = vec![json!(null), json!(5), json!("push"), json!([]), json!({"object_kind": "push"})];
    let more = vec((any::<Index>(), select(UNDOCUMENTED.to_vec()), select(kinds)), 1..4);
    let payloads = prop_oneof![event.generator.valid(), event.broken().prop_map(|fault| fault.payload)];
    holds(60, (payloads, more), |(payload, more)| {
        let before = event.report(&payload);
        let mut found = Vec::new();
        places(&payload, "", Value::is_object, &mut found);
        let mut longer = payload.clone();
        for (at, name, value) in more.iter().filter(|_| !found.is_empty()) {
            // What was added before may have taken the place of an undocumented object.
            if let Some(Value::Object(members)) = longer.pointer_mut(&found[at.index(found.len())]) {
                members.insert((*name).to_owned(), value.clone());
            }
        }
        let after = event.report(&longer);
        let worst = before.verdict.max(Verdict::Drift);
        let fits = after.verdict == worst || after.verdict == before.verdict;
        // The body alone tells the event as before, unless it is told by having no other member.
        let text = longer.to_string();
        let alone = judge().check(&hookproof::Delivery::new(text.as_bytes()));
        let told = exactly || before.verdict != Verdict::Valid || alone.event == before.event;
        if fits && told { Ok(()) } else { Err(format!("{} became {}: {longer}", before.verdict, after.verdict)) }
    });
}

#[rstest]
fn an_undocumented_value_is_as_good_as_another(#[files("fixtures/*/*/cases.toml")] path: PathBuf) {
    let event = Event::of(&path);
    let broken = event.broken();
    let limits = |index: &usize| {
        let constraint = &broken.breakable()[*index].constraint;
        let limiting = matches!(
            constraint.demand,
            Demand::Values(_) | Demand::Pattern(_) | Demand::Minimum(_) | Demand::Maximum(_)
        );
        // A tie of a discriminator limits what the open schema limits too.
        let selecting =
            |other: &Breakable| other.constraint.open && matches!(other.constraint.demand, Demand::Values(_));
        let mut others = broken.breakable().iter().filter(|other| other.constraint.path == constraint.path);
        limiting && !others.any(selecting)
    };
    let limiting: Vec<usize> = (0..broken.breakable().len()).filter(limits).collect();
    if limiting.is_empty() {
        // Nothing is limited but by what tells the event from others.
        return;
    }
    let texts = select(vec!["undocumented", "\u{2028}", "٣", "0\n", "", "null"]);
    holds(60, (select(limiting), any::<u64>(), texts), |(index, seed, text)| {
        let Fault { mut payload, pointer, verdict, .. } = broken.payload(index, seed);
        let value = payload.pointer_mut(&pointer.to_string()).expect("the value is there");
        *value = match value {
            Value::Number(_) => json!(9_007_199_254_740_000_u64 + seed % 900),
            Value::String(_) => json!(text),
            _ => return Ok(()),
        };
        let Report { verdict: after, findings, .. } = event.report(&payload);
        // A limit at one end allows what is beyond the other: then it is valid, and never invalid.
        if after <= verdict { Ok(()) } else { Err(format!("{after}: {payload}: {findings:?}")) }
    });
}
