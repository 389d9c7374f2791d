//! The report for people: a line to click, and kinds of findings instead of a wall of text.

use std::fmt::Write as _;

use super::captures;
use crate::support::{DRIFT, INVALID, UNKNOWN, VALID, folder, run};

/// The first lines of findings.
fn headlines(out: &str) -> Vec<&str> {
    out.lines().filter(|line| line.starts_with("p.ndjson:") || line.starts_with("captures/")).collect()
}

#[test]
fn a_finding_is_a_line_with_its_place_its_pointer_and_its_rule() {
    let text =
        std::fs::read_to_string(crate::support::root().join("fixtures/codeup/push/valid/documented-example.json"));
    let text = text.expect("the fixture is there").replacen("\"email\"", "\"e-mail\"", 1);
    let folder = folder(&[("captures/p1.json", &text)]);
    let ran = run(folder.path(), &["validate", "captures"]);
    let headlines = headlines(&ran.out);
    assert_eq!(headlines.len(), 2, "{}", ran.out);
    let missing = headlines.iter().find(|line| line.contains("missing")).expect("it is missing");
    let (place, rest) = missing.split_once(": ").expect("a place and what is wrong there");
    assert_eq!(rest, "invalid: /commits/0/author: `email` is missing [codeup/push required]");
    let at: Vec<&str> = place.split(':').collect();
    let line = at[1].parse::<usize>().expect("a line");
    assert!(text.lines().nth(line - 1).is_some_and(|line| line.contains("\"author\"")), "{place}");
}

#[test]
fn a_few_findings_are_shown_one_by_one() {
    let folder = folder(&[("p.ndjson", &format!("{DRIFT}\n").repeat(20))]);
    let ran = run(folder.path(), &["validate", "p.ndjson"]);
    assert_eq!(headlines(&ran.out).len(), 20);
    assert_eq!(ran.out.matches("= schema:").count(), 20);
    assert!(!ran.out.contains("times"), "{}", ran.out);
    let all = run(folder.path(), &["validate", "p.ndjson", "--all"]);
    assert_eq!(ran.out, all.out);
}

#[test]
fn many_findings_are_shown_by_kind_the_worst_first() {
    let text = [
        format!("{DRIFT}\n").repeat(6000),
        format!("{INVALID}\n{INVALID}\n{UNKNOWN}\n{{\n{VALID}\n"),
        format!("{DRIFT}\n").repeat(4000),
    ];
    let folder = folder(&[("p.ndjson", &text.concat())]);
    let ran = run(folder.path(), &["validate", "p.ndjson"]);
    assert_eq!(
        headlines(&ran.out),
        [
            "p.ndjson:6003: unknown: no documented payload has these members",
            "p.ndjson:6004:2: malformed: expected a member name or `}`, found the end of the text [syntax]",
            "p.ndjson:6001:54: invalid: /after: `after` must be a string, not an integer [codeup/test type] (2 times in 2 payloads)",
            "p.ndjson:1:54: drift: /after: `after` must be 40 lower-case hexadecimal digits, not \"secret\" [codeup/test pattern] (10000 times in 10000 payloads)",
        ]
    );
    assert!(
        ran.out.ends_with("\n10004 findings of 4 kinds: the first of each kind is shown, --all shows every one\n"),
        "{}",
        ran.out
    );
    assert!(ran.out.len() < 2000, "{} bytes", ran.out.len());
    let all = run(folder.path(), &["validate", "p.ndjson", "--all"]);
    assert_eq!(headlines(&all.out).len(), 10004);
}

#[test]
fn items_of_a_list_are_of_one_kind() {
    let text =
        std::fs::read_to_string(crate::support::root().join("fixtures/codeup/push/valid/documented-example.json"));
    let text = text.expect("the fixture is there").replace("\"author\": {", "\"author\": {\"login\": 1,");
    let payload: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
    let commits = payload["commits"].as_array().expect("a list").len();
    assert!(commits > 1, "the example has one commit only");
    let folder = folder(&[("p.ndjson", &format!("{payload}\n").repeat(30))]);
    let ran = run(folder.path(), &["validate", "p.ndjson"]);
    let headlines = headlines(&ran.out);
    assert_eq!(headlines.len(), 1, "{}", ran.out);
    assert!(
        headlines[0].ends_with(&format!("additionalProperties] ({} times in 30 payloads)", commits * 30)),
        "{headlines:?}"
    );
}

#[test]
fn kinds_beyond_number_are_counted_and_the_worst_are_kept() {
    let mut text = String::new();
    for index in 0..1000 {
        let _ = writeln!(text, r#"{{"before":"{0}","after":"{0}","member-{index}":1}}"#, "a".repeat(40));
    }
    let _ = writeln!(text, "{INVALID}");
    let folder = folder(&[("p.ndjson", &text)]);
    let ran = run(folder.path(), &["validate", "p.ndjson", "-e", "test"]);
    let headlines = headlines(&ran.out);
    assert_eq!(headlines.len(), 200);
    assert!(headlines[0].starts_with("p.ndjson:1001:54: invalid: "), "{}", headlines[0]);
    assert!(ran.out.ends_with(
        "\n200 findings of 200 kinds and 801 of further kinds: the first of each kind is shown, --all shows every one\n"
    ));
}

#[test]
fn a_name_as_long_as_a_payload_is_cut() {
    let folder = folder(&[("p.json", &format!(r#"{{"before":"","after":"","{}":1}}"#, "n".repeat(1_000_000)))]);
    let ran = run(folder.path(), &["validate", "p.json", "-e", "test"]);
    assert!(ran.out.len() < 10_000, "{} bytes", ran.out.len());
}

#[test]
fn a_report_in_a_file_has_no_colours() {
    let folder = captures();
    run(folder.path(), &["validate", "captures", "--format", "human=report.txt", "--color", "always"]);
    let report = std::fs::read_to_string(folder.path().join("report.txt")).expect("the report is there");
    assert!(report.starts_with("captures/drift.json:1:54: drift: "), "{report}");
    assert!(!report.contains('\u{1b}'), "{report}");
}
