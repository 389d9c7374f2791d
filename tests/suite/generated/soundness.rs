//! A generated payload is valid, and a broken one has exactly the finding that its label foretells.

use std::path::PathBuf;

use hookproof::{Finding, Severity, Verdict, generate::Fault, schema::Level};
use rstest::rstest;

use super::{Event, holds, same};

#[rstest]
fn every_payload_is_valid(#[files("fixtures/*/*/cases.toml")] path: PathBuf) {
    let event = Event::of(&path);
    holds(150, event.generator.valid(), |payload| {
        let report = event.report(&payload);
        let claim = format!("{payload}: {report:?}");
        same(&(report.verdict, report.event.as_deref()), &(Verdict::Valid, Some(&event.known.event.id)), &claim)
    });
}

#[rstest]
fn a_lean_payload_is_valid_and_has_nothing_that_may_be_missing(#[files("fixtures/*/*/cases.toml")] path: PathBuf) {
    let event = Event::of(&path);
    let lean = hookproof::generate::Generator::new(event.known).expect("payloads can be made").lean();
    for seed in 0..8 {
        let payload = lean.payload(seed);
        assert_eq!(event.report(&payload).verdict, Verdict::Valid, "{payload}");
        // What is required under a condition stays, so some members without which it is valid can be there.
        let members = payload.as_object().expect("an object");
        for name in members.keys() {
            let mut fewer = payload.clone();
            fewer.as_object_mut().expect("an object").shift_remove(name);
            assert_ne!(event.report(&fewer).verdict, Verdict::Valid, "{name} of {payload}");
        }
    }
}

#[rstest]
fn every_constraint_is_broken_as_its_label_says(#[files("fixtures/*/*/cases.toml")] path: PathBuf) {
    let event = Event::of(&path);
    let count = event.broken().breakable().len();
    assert!(count > 5, "only {count} constraints of {}", event.known.name());
    for index in 0..count {
        is_as_labelled(event, &event.broken().payload(index, 1)).unwrap_or_else(|problem| panic!("{problem}"));
    }
    holds(100, event.broken(), |fault| is_as_labelled(event, &fault));
}

fn is_as_labelled(event: &Event, fault: &Fault) -> Result<(), String> {
    let report = event.report(&fault.payload);
    let about = format!("{}: {:?}", fault.payload, report.findings);
    same(&report.verdict, &fault.verdict, &about)?;
    let beside = |finding: &&Finding| fault.level == Level::Open && finding.severity == Severity::Drift;
    let counting = report.findings.iter().filter(|finding| !beside(finding));
    let found = counting.map(|finding| {
        let Finding { rule, pointer, member, schema, .. } = finding;
        (rule.as_str(), pointer, member, schema.as_deref())
    });
    let foretold = vec![(fault.rule, &fault.pointer, &fault.member, Some(fault.schema.as_str()))];
    same(&found.collect(), &foretold, &about)
}
