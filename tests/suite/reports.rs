//! The reports: what each format says, where it goes, and what never stands in it.

use std::fs;

use rstest::rstest;

use crate::support::{DRIFT, INVALID, UNKNOWN, VALID, command, folder, run, run_with};

#[test]
fn a_report_in_a_file_is_whole_and_replaces_the_old_one() {
    let folder = folder(&[("p.json", DRIFT), ("report.json", "old")]);
    let ran = run(folder.path(), &["validate", "p.json", "--format", "json=report.json", "--format", "human"]);
    assert_eq!(ran.code, Some(0));
    assert!(
        ran.out.contains("p.json:1:54: drift: /after: `after` must be 40 lower-case hexadecimal digits"),
        "{}",
        ran.out
    );
    let report = fs::read_to_string(folder.path().join("report.json")).expect("the report is there");
    let report: serde_json::Value = serde_json::from_str(&report).expect("it is JSON");
    assert_eq!(report["summary"]["drift"], 1);
    let left: Vec<_> = fs::read_dir(folder.path()).expect("a folder").collect();
    assert_eq!(left.len(), 2, "nothing else is left behind");
}

#[test]
#[cfg(unix)]
fn a_report_takes_the_place_of_no_link_and_of_no_device() {
    use std::os::unix::fs::{FileTypeExt as _, symlink};
    let folder = folder(&[("p.json", VALID), ("elsewhere/report.json", "old")]);
    symlink("elsewhere/report.json", folder.path().join("link.json")).expect("a link can be made");
    let ran = run(folder.path(), &["validate", "p.json", "--format", "json=link.json", "--format", "ndjson=/dev/null"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let link = fs::symlink_metadata(folder.path().join("link.json")).expect("the link is there");
    assert!(link.is_symlink(), "the link still is one");
    let report = fs::read_to_string(folder.path().join("elsewhere/report.json")).expect("the report is there");
    assert!(report.contains("\"valid\":1"), "{report}");
    let device = fs::metadata("/dev/null").expect("it is there").file_type();
    assert!(device.is_char_device(), "/dev/null still is a device");
}

#[test]
fn a_report_that_cannot_take_its_name_is_a_fault_of_the_run() {
    let folder = folder(&[("p.json", VALID), ("taken/file", "")]);
    let ran = run(folder.path(), &["validate", "p.json", "--format", "json=taken"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("error: the report taken cannot be written: "), "{}", ran.err);
}

#[test]
fn the_json_report_is_as_documented() {
    let folder = folder(&[("p.ndjson", &format!("{VALID}\n{DRIFT}\n{INVALID}\n{UNKNOWN}\n{{\n"))]);
    let report = run(folder.path(), &["validate", "p.ndjson", "--format", "json"]).json();
    let text = serde_json::to_string_pretty(&report).expect("it is JSON");
    insta::assert_snapshot!(text, @r##"
    {
      "version": 1,
      "payloads": [
        {
          "path": "p.ndjson",
          "record": 1,
          "provider": "codeup",
          "event": "test",
          "verdict": "valid",
          "findings": []
        },
        {
          "path": "p.ndjson",
          "record": 2,
          "provider": "codeup",
          "event": "test",
          "verdict": "drift",
          "findings": [
            {
              "severity": "drift",
              "rule": "pattern",
              "pointer": "/after",
              "schema": "codeup/common.schema.json#/$defs/Sha1/pattern",
              "line": 2,
              "column": 54,
              "message": "`after` must be 40 lower-case hexadecimal digits, not \"secret\""
            }
          ]
        },
        {
          "path": "p.ndjson",
          "record": 3,
          "provider": "codeup",
          "event": "test",
          "verdict": "invalid",
          "findings": [
            {
              "severity": "invalid",
              "rule": "type",
              "pointer": "/after",
              "schema": "codeup/common.schema.json#/$defs/Sha1/type",
              "line": 3,
              "column": 54,
              "message": "`after` must be a string, not an integer"
            }
          ]
        },
        {
          "path": "p.ndjson",
          "record": 4,
          "provider": null,
          "event": null,
          "verdict": "unknown",
          "findings": []
        },
        {
          "path": "p.ndjson",
          "record": 5,
          "provider": null,
          "event": null,
          "verdict": "malformed",
          "findings": [
            {
              "severity": "malformed",
              "rule": "syntax",
              "pointer": "",
              "schema": null,
              "line": 5,
              "column": 2,
              "message": "expected a member name or `}`, found the end of the text"
            }
          ]
        }
      ],
      "summary": {
        "payloads": 5,
        "valid": 1,
        "drift": 1,
        "invalid": 1,
        "malformed": 1,
        "unknown": 1
      }
    }
    "##);
}

#[test]
fn one_line_a_payload_says_the_same_as_the_whole_report() {
    let folder = folder(&[("p.ndjson", &format!("{VALID}\n{DRIFT}\n{UNKNOWN}\n")), ("q.json", INVALID)]);
    let whole = run(folder.path(), &["validate", ".", "--format", "json"]).json();
    let lines = run(folder.path(), &["validate", ".", "--format", "ndjson"]);
    let lines: Vec<serde_json::Value> =
        lines.out.lines().map(|line| serde_json::from_str(line).expect("a line is JSON")).collect();
    assert_eq!(serde_json::Value::Array(lines), whole["payloads"]);
}

#[rstest]
#[case("human")]
#[case("json")]
#[case("ndjson")]
fn redacted_reports_hold_no_value(#[case] format: &str) {
    const SECRET: &str = "hunter2";
    let hostile = VALID.replace("eb63d0277e64684236ebf8394b919230c4b8a286", SECRET);
    let kind = format!(r#"{{"object_kind": "{SECRET}"}}"#);
    let bare = format!(r#"{{"before": {SECRET}}}"#);
    let folder = folder(&[("a.json", &hostile), ("b.json", &kind), ("c.json", &bare), ("d.json", INVALID)]);
    let open = run(folder.path(), &["validate", ".", "--format", format]);
    let redacted = run(folder.path(), &["validate", ".", "--format", format, "--redact"]);
    assert!(open.out.contains(SECRET), "the value is shown where nobody minds: {}", open.out);
    assert!(!redacted.out.contains(SECRET), "{}", redacted.out);
    assert!(!redacted.out.contains("found `h`"), "not even its first letter: {}", redacted.out);
    assert!(redacted.out.contains("40 lower-case hexadecimal digits"), "what is wrong is still said: {}", redacted.out);
    let header =
        run_with(VALID.as_bytes(), &["validate", "-", "--format", format, "--redact", "-H", "Codeup-Event: hunter2"]);
    assert!(!header.out.contains(SECRET), "{}", header.out);
}

#[test]
fn nothing_of_a_payload_controls_the_terminal() {
    let hostile = "{\"before\": \"\\u001b[2J\\u202e\", \"after\": \"a\u{202e}b\u{9b}31m\", \"\u{7}\u{200f}\": 1}";
    let ran = run_with(hostile.as_bytes(), &["validate", "-", "-e", "test"]);
    let hostile = |character: &char| {
        (character.is_control() && *character != '\n') || matches!(character, '\u{200f}' | '\u{202e}')
    };
    assert_eq!(ran.out.chars().find(hostile), None, "{}", ran.out);
    assert_eq!(ran.code, Some(1));
}

#[rstest]
#[case::not_a_terminal(&[], &[], false)]
#[case::always(&["--color", "always"], &[], true)]
#[case::never(&["--color", "never"], &[("CLICOLOR_FORCE", "1")], false)]
#[case::asked_for_by_the_environment(&[], &[("CLICOLOR_FORCE", "1")], true)]
#[case::no_color(&[], &[("NO_COLOR", "1")], false)]
fn colours_are_for_terminals(#[case] options: &[&str], #[case] environment: &[(&str, &str)], #[case] expected: bool) {
    let folder = folder(&[("p.json", DRIFT)]);
    let mut command = command(folder.path(), &[&["validate", "p.json"], options].concat());
    let output = command.envs(environment.iter().copied()).output().expect("the command runs");
    assert_eq!(output.stdout.contains(&0x1b), expected, "{}", String::from_utf8_lossy(&output.stdout));
}

#[test]
fn a_reader_that_has_seen_enough_is_no_fault() {
    let folder = folder(&[("p.ndjson", &format!("{DRIFT}\n").repeat(20_000))]);
    let mut command = command(folder.path(), &["validate", "p.ndjson"]);
    let mut child =
        command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped()).spawn().expect("it runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
}
