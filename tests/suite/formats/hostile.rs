//! Hostile names and payloads: what they hold is told, and nothing obeys it.

use std::fs;

use rstest::rstest;

use super::named;
use crate::support::{DRIFT, folder, run, run_with};

/// The commands that the runner of GitHub Actions reads out of a log: `::name …::` at the beginning of a line, after any
/// white space, and the older `##[name …]` anywhere in one.
pub(super) fn commands(log: &str) -> Vec<String> {
    const KNOWN: [&str; 12] = [
        "add-mask",
        "add-matcher",
        "add-path",
        "debug",
        "echo",
        "endgroup",
        "error",
        "group",
        "notice",
        "set-env",
        "stop-commands",
        "warning",
    ];
    let of_line = |line: &str| {
        let command = line.trim_start().strip_prefix("::").and_then(|rest| rest.split_once("::"));
        let command = command.or_else(|| line.split_once("##[").and_then(|(_, rest)| rest.split_once(']')));
        let name = command?.0.split(' ').next()?;
        KNOWN.contains(&name).then(|| name.to_owned())
    };
    log.split(['\n', '\r']).filter_map(of_line).collect()
}

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
#[case("human")]
#[case("json")]
#[case("ndjson")]
#[case("sarif")]
#[case("junit")]
#[case("github")]
#[case("gitlab")]
fn nothing_hostile_is_obeyed(#[case] format: &str) {
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
        let hostile = |character: &char| *character != '\n' && hookproof::text::is_hostile(*character);
        assert_eq!(ran.out.chars().chain(ran.err.chars()).find(hostile), None, "{format}: {ran:?}");
        let ours = if format == "github" { ran.out.lines().count() } else { 0 };
        assert_eq!(commands(&ran.out).len(), ours, "{format}: {}", ran.out);
        assert_eq!(commands(&ran.err).len(), 0, "{}", ran.err);
        match format {
            "json" | "sarif" | "gitlab" => drop(ran.json()),
            "ndjson" => ran
                .out
                .lines()
                .for_each(|line| drop(serde_json::from_str::<serde_json::Value>(line).expect("a line is JSON"))),
            "junit" => drop(roxmltree::Document::parse(&ran.out).expect("it is XML")),
            _ => {}
        }
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
