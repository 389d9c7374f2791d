//! Hostile names and payloads: what they hold is told, and nothing obeys it.

use std::fs;

use rstest::rstest;

use super::named;
use crate::{
    any_bytes::reports::{commands, is_harmless},
    support::{DRIFT, folder, run, run_with},
};

#[test]
fn commands_are_found_where_a_runner_finds_them() {
    let log = "::error::a\n  ::warning file=x::b\nc ::error::d\ne ##[notice]f\n##[group g]\n::unheard-of::\n::error:\r::debug::";
    assert_eq!(commands(log), ["error", "warning", "notice", "group", "debug"]);
}

/// Payloads that would like to be more than text.
const HOSTILE: [&str; 8] = [
    r#"{"before": "::error::a", "after": "\n::error::b\r\n##[error]c"}"#,
    "{\"before\": \"##[error]\", \"after\": \"\u{1b}]0;title\u{7}\u{9b}2J\u{202e}\u{feff}\u{ffff}\"}",
    r###"{"before": "]]>", "after": "<![CDATA[&<>\"'", "::error::d": 1, "##[add-mask]e": 2, "\u0000\ud83d\ude00": 3}"###,
    r#"{"before": "%0A::error::f", "after": "[link](https://example.org) {0} `code`"}"#,
    "{\"before\": \"\", \"before\": \"\", \"a\n::error::g\": 1}",
    "::error::h",
    "##[error]i",
    "{\"object_kind\": \"##[error]j\"}\n##[error]k",
];

#[rstest]
fn nothing_hostile_is_obeyed(#[values("human", "json", "ndjson", "sarif", "junit", "github", "gitlab")] format: &str) {
    let payloads = folder(&[]);
    for (index, text) in HOSTILE.iter().enumerate() {
        fs::write(payloads.path().join(format!("{index}.json")), text).expect("the file can be written");
        fs::write(payloads.path().join(format!("{index}.ndjson")), text).expect("the file can be written");
    }
    let named = named();
    for (folder, options) in [
        (&payloads, &["-e", "test"][..]),
        (&payloads, &[]),
        (&payloads, &["--redact"]),
        (&named, &[]),
        (&named, &["--all"]),
    ] {
        let ran = run(folder.path(), &[&["validate", ".", "--format", format], options].concat());
        assert!(ran.out.len() > 100, "{ran:?}");
        is_harmless(format, &ran.out);
        is_harmless("human", &ran.err);
    }
}

#[test]
fn a_json_report_says_what_is_there_to_the_letter() {
    let payload = "{\"before\": \"\", \"after\": \"\", \"##[error]\u{202e}\u{1F600}\u{e0041}\": 1}";
    let report = run_with(payload.as_bytes(), &["validate", "-", "-e", "test", "--format", "json"]).json();
    let findings = report["payloads"][0]["findings"].as_array().expect("a list");
    assert_eq!(findings[2]["pointer"], "/##[error]\u{202e}\u{1F600}\u{e0041}");
}

#[test]
fn a_fault_of_the_run_is_a_line_of_its_own() {
    let folder = folder(&[("::error::x\n::error::y.http", "no request"), ("p.json", DRIFT)]);
    let names = ["::error::gone.json", "a\n::error::gone.json", "##[error]gone.json"];
    let ran = run(folder.path(), &[&["validate", "."], &names[..]].concat());
    assert_eq!(ran.code, Some(2));
    let (errors, others): (Vec<&str>, Vec<&str>) = ran.err.lines().partition(|line| line.starts_with("error: "));
    assert_eq!((errors.len(), others.as_slice()), (4, &["1 payload: 1 drift"][..]), "{}", ran.err);
    assert_eq!(commands(&ran.err).len(), 0, "{}", ran.err);
}

#[test]
fn no_link_is_made_of_a_value() {
    let folder = folder(&[("p.json", HOSTILE[3])]);
    let report = run(folder.path(), &["validate", "p.json", "-e", "test", "--format", "sarif"]);
    assert!(!report.out.contains("](https:"), "{}", report.out);
    assert!(report.out.contains("[link] (https:"), "{}", report.out);
}
