//! What fails is shown small: a payload shrinks to one that is still valid, and a broken one to one that fails alike.

use std::path::PathBuf;

use hookproof::Verdict;
use proptest::{
    strategy::{Strategy, ValueTree},
    test_runner::TestRunner,
};
use rstest::rstest;
use serde_json::Value;

use super::{Event, places};

/// Shrinks for as long as a claim holds; every value on the way is handed to it.
fn smallest<S: Strategy>(strategy: &S, claim: impl Fn(&S::Value) -> bool) -> S::Value {
    let mut tree = strategy.new_tree(&mut TestRunner::deterministic()).expect("a value can be made");
    let mut smallest = tree.current();
    assert!(claim(&smallest), "the claim holds to begin with");
    let mut alive = tree.simplify();
    for _ in 0..3000 {
        if !alive {
            return smallest;
        }
        let value = tree.current();
        alive = if claim(&value) {
            smallest = value;
            tree.simplify()
        } else {
            tree.complicate() && tree.simplify()
        };
    }
    smallest
}

#[rstest]
fn a_payload_shrinks_to_the_smallest_and_stays_valid(#[files("fixtures/*/*/cases.toml")] path: PathBuf) {
    let event = Event::of(&path);
    let found = smallest(&event.generator.valid(), |payload| {
        assert_eq!(event.report(payload).verdict, Verdict::Valid, "{payload}");
        true
    });
    // Nothing is left to leave out: no payload of a hundred is shorter.
    let shortest = (0..100).map(|seed| event.generator.payload(seed).to_string().len()).min();
    assert!(Some(found.to_string().len()) <= shortest, "{found}");
}

/// The claim is about a text at any place: all else goes, and it stays.
#[test]
fn what_matters_stays() {
    let path = PathBuf::from("fixtures/deveo/push/cases.toml");
    let event = Event::of(&path);
    let has_commit = |payload: &Value| payload["commits"].as_array().is_some_and(|commits| !commits.is_empty());
    let found = smallest(&event.generator.valid().prop_filter("a commit", has_commit), has_commit);
    assert_eq!(found["commits"].as_array().map(Vec::len), Some(1), "{found}");
    let mut lists = Vec::new();
    places(&found["commits"], "", Value::is_array, &mut lists);
    let longer = lists.iter().skip(1).filter(|at| found["commits"].pointer(at) != Some(&Value::Array(Vec::new())));
    assert_eq!(longer.collect::<Vec<_>>(), Vec::<&String>::new(), "{found}");
}

#[rstest]
fn a_broken_payload_shrinks_to_one_that_fails_alike(#[files("fixtures/*/*/cases.toml")] path: PathBuf) {
    let event = Event::of(&path);
    let label =
        |fault: &hookproof::generate::Fault| (fault.verdict, fault.rule, fault.member.clone(), fault.schema.clone());
    let tree = event.broken().new_tree(&mut TestRunner::deterministic()).expect("a payload can be made");
    let first = tree.current();
    let found = smallest(&event.broken(), |fault| {
        assert_eq!(label(fault), label(&first));
        true
    });
    let [before, after] = [&first, &found].map(|fault| {
        let mut all = Vec::new();
        places(&fault.payload, "", |_| true, &mut all);
        all.len()
    });
    assert!(after <= before, "{first:?}\n{found:?}");
    assert_eq!(event.report(&found.payload).verdict, found.verdict);
}
