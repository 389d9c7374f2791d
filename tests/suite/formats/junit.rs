//! The report of test runners, read again by a parser that has nothing to do with its writer.

use std::collections::BTreeSet;

use roxmltree::{Document, Node};
use rstest::rstest;

use super::{NAMES, captures, named};
use crate::support::{run, snapshot};

/// The report as one line a test case: name, class, what came of it and why.
fn cases(text: &str) -> Vec<String> {
    let document = Document::parse(text).unwrap_or_else(|error| panic!("no XML: {error}\n{text}"));
    let root = document.root_element();
    assert_eq!(root.tag_name().name(), "testsuites");
    let suites: Vec<Node> = root.children().filter(Node::is_element).collect();
    assert!(suites.iter().all(|suite| suite.tag_name().name() == "testsuite"));
    let cases: Vec<Node> = document.descendants().filter(|node| node.has_tag_name("testcase")).collect();
    for (attribute, element) in
        [("tests", "testcase"), ("failures", "failure"), ("errors", "error"), ("skipped", "skipped")]
    {
        let count = document.descendants().filter(|node| node.has_tag_name(element)).count().to_string();
        for node in [root, suites[0]] {
            assert_eq!(node.attribute(attribute), Some(count.as_str()), "{attribute}");
        }
    }
    let line = |case: &Node| {
        let result = case.children().find(|child| ["failure", "error", "skipped"].contains(&child.tag_name().name()));
        let outcome = result.map_or("success", |result| result.tag_name().name());
        let why = result.and_then(|result| result.attribute("message")).unwrap_or_default();
        let [name, class] = ["name", "classname"].map(|name| case.attribute(name).expect("it is there"));
        format!("{name} {class} {outcome} {why}").trim_end().to_owned()
    };
    cases.iter().map(line).collect()
}

#[test]
fn there_is_a_test_case_for_each_payload() {
    let folder = captures();
    let ran = run(folder.path(), &["validate", "captures", "gone.json", "--format", "junit"]);
    snapshot!("junit", &cases(&ran.out).join("\n"));
}

#[rstest]
#[case(&[], ["success", "failure"])]
#[case(&["--strict"], ["failure", "failure"])]
#[case(&["--allow-unknown"], ["success", "skipped"])]
fn a_test_fails_where_the_run_does(#[case] options: &[&str], #[case] expected: [&str; 2]) {
    let folder = captures();
    let paths = ["validate", "captures/drift.json", "captures/unknown.json", "--format", "junit"];
    let ran = run(folder.path(), &[&paths, options].concat());
    let cases = cases(&ran.out);
    let outcomes: Vec<&str> = cases.iter().map(|case| case.split(' ').nth(2).expect("an outcome")).collect();
    assert_eq!(outcomes, expected);
    assert!(
        ran.out.contains("/after: `after` must be 40 lower-case"),
        "drift is told even where it passes: {}",
        ran.out
    );
}

#[test]
fn all_findings_of_a_payload_are_told() {
    let folder = crate::support::folder(&[("p.json", r#"{"before": 1, "after": "x", "more": 2}"#)]);
    let ran = run(folder.path(), &["validate", "p.json", "-e", "test", "--format", "junit"]);
    let document = Document::parse(&ran.out).expect("it is XML");
    let failure = document.descendants().find(|node| node.has_tag_name("failure")).expect("it fails");
    assert_eq!(
        failure.attribute("message"),
        Some("/before: `before` must be a string, not an integer (and 2 more findings)")
    );
    let lines: Vec<&str> = failure.text().expect("it is told").lines().collect();
    assert_eq!(lines.len(), 3);
    assert!(lines[2].starts_with("p.json:1:29: drift: /more: `more` is not documented ["), "{lines:?}");
}

#[test]
fn names_are_told_apart_and_harmless() {
    let folder = named();
    let ran = run(folder.path(), &["validate", ".", "--format", "junit"]);
    let cases = cases(&ran.out);
    assert_eq!(cases.iter().collect::<BTreeSet<_>>().len(), NAMES.len());
    for name in ["a b.json", "hash#100%25.json", "query?x=1&y=<2>.json", "\"quoted\" 'twice'.json", "日本語-é.json"]
    {
        assert!(cases.iter().any(|case| case.starts_with(name)), "{name} is not as it was: {cases:#?}");
    }
    assert!(cases.iter().any(|case| case.starts_with("\\u{1b}[2Jcontrol\\u{7}.json")), "{cases:#?}");
}
