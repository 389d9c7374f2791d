//! The command as a stranger uses it: wrong input of every kind gives a finding or a clear error, and the right exit code.

use std::{fs, path::Path};

use rstest::rstest;

use crate::support::{DRIFT, INVALID, Ran, UNKNOWN, VALID, folder, root, run, run_with};

#[rstest]
#[case::valid(VALID, &[], 0)]
#[case::drift(DRIFT, &[], 0)]
#[case::drift_when_strict(DRIFT, &["--strict"], 1)]
#[case::invalid(INVALID, &[], 1)]
#[case::malformed("{", &[], 1)]
#[case::unknown(UNKNOWN, &[], 1)]
#[case::unknown_when_allowed(UNKNOWN, &["--allow-unknown"], 0)]
#[case::unknown_when_allowed_and_strict(UNKNOWN, &["--allow-unknown", "--strict"], 0)]
#[case::named(UNKNOWN, &["--provider", "codeup", "--event", "test"], 1)]
#[case::event_of_one_provider(VALID, &["-e", "test"], 0)]
#[case::header(VALID, &["-H", "Codeup-Event: Push Hook"], 0)]
#[case::header_of_another_host(VALID, &["-H", "X-GitHub-Event: push"], 1)]
#[case::event_of_several_providers(VALID, &["--event", "push"], 2)]
#[case::no_such_event(VALID, &["--event", "wiki"], 2)]
#[case::no_such_event_of_the_provider(VALID, &["-p", "codeup", "-e", "meta"], 2)]
#[case::no_such_provider(VALID, &["--provider", "github"], 2)]
#[case::no_such_format(VALID, &["--format", "xml"], 2)]
#[case::no_such_option(VALID, &["--frobnicate"], 2)]
#[case::no_header(VALID, &["-H", "Codeup-Event"], 2)]
#[case::two_formats_on_one_stream(VALID, &["--format", "json", "--format", "human"], 2)]
#[case::a_report_that_cannot_be_written(VALID, &["--format", "json=/no/such/folder/report.json"], 2)]
#[case::no_such_pack(VALID, &["--pack", "no/such/pack"], 2)]
fn the_exit_code_says_what_came_of_it(#[case] payload: &str, #[case] options: &[&str], #[case] expected: i32) {
    let ran = run_with(payload.as_bytes(), &[&["validate", "-"], options].concat());
    assert_eq!(ran.code, Some(expected), "{ran:?}");
    assert!(expected != 2 || ran.err.contains("error: "), "a failed run says why: {ran:?}");
}

#[rstest]
#[case::no_path(&["validate"], "nothing to validate: name a file, a directory, or `-`")]
#[case::no_command(&[], "Usage: hookproof")]
#[case::no_such_path(&["validate", "no/such/file.json"], "no/such/file.json: No such file or directory")]
#[case::no_such_event(&["schema", "codeup/wiki"], "there is no event `codeup/wiki`: `hookproof events` lists them")]
#[case::event_without_provider(&["schema", "merge_request"], "do you mean codeup/merge_request?")]
#[case::no_such_member(&["explain", "codeup/push", "/commit"], "documents nothing at `/commit`: `hookproof explain codeup/push` lists")]
#[case::no_pointer(&["explain", "codeup/push", "commits"], "`commits` is no JSON Pointer")]
#[case::no_such_provider(&["events", "github"], "there is no provider `github`")]
fn wrong_usage_is_explained(#[case] arguments: &[&str], #[case] expected: &str) {
    let ran = run(root(), arguments);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.err.contains(expected), "{ran:?}");
    assert_eq!(ran.out, "");
}

#[test]
fn one_bad_input_never_stops_the_others() {
    let folder = folder(&[("a.json", VALID), ("b.http", "no request"), ("c.json", INVALID), ("d.json", "\u{feff}{}")]);
    let ran = run(folder.path(), &["validate", "gone.json", ".", "--format", "json"]);
    assert_eq!(ran.code, Some(2));
    let report = ran.json();
    let verdicts: Vec<_> =
        report["payloads"].as_array().expect("a list").iter().map(|payload| payload["verdict"].clone()).collect();
    assert_eq!(verdicts, ["valid", "invalid", "malformed"]);
    assert!(ran.err.contains("error: gone.json: "), "{}", ran.err);
    assert!(ran.err.contains("b.http:1:11: the request ends within its headers"), "{}", ran.err);
    assert!(ran.err.ends_with("3 payloads: 1 valid, 1 invalid, 1 malformed\n"), "{}", ran.err);
}

#[test]
fn an_empty_directory_is_nothing_to_validate() {
    let folder = folder(&[("notes/readme.txt", "x")]);
    let ran = run(folder.path(), &["validate", "."]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("error: .: nothing to validate"), "{}", ran.err);
}

#[rstest]
#[case::empty_json("p.json", "", "malformed")]
#[case::empty_ndjson("p.ndjson", "", "malformed")]
#[case::empty_body("p.http", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n", "malformed")]
#[case::blank("p.json", " \n", "malformed")]
fn an_empty_input_is_malformed(#[case] name: &str, #[case] text: &str, #[case] verdict: &str) {
    let folder = folder(&[(name, text)]);
    let ran = run(folder.path(), &["validate", name, "--format", "json"]);
    assert_eq!((ran.code, ran.json()["payloads"][0]["verdict"].as_str()), (Some(1), Some(verdict)), "{ran:?}");
}

#[test]
fn blank_lines_are_skipped_and_counted() {
    let text = format!("\n{VALID}\r\n   \n{DRIFT}\n\n{UNKNOWN}");
    let folder = folder(&[("p.ndjson", &text), ("blank.jsonl", "\n\n")]);
    let report = run(folder.path(), &["validate", "p.ndjson", "--format", "json"]).json();
    let payloads = report["payloads"].as_array().expect("a list");
    let found: Vec<_> =
        payloads.iter().map(|payload| (payload["record"].as_u64(), payload["verdict"].as_str())).collect();
    assert_eq!(found, [(Some(2), Some("valid")), (Some(4), Some("drift")), (Some(6), Some("unknown"))]);
    assert_eq!(payloads[1]["findings"][0]["line"], 4, "a finding's line is that of the file");
    let ran = run(folder.path(), &["validate", "blank.jsonl"]);
    assert_eq!(ran.code, Some(2), "only blank lines are nothing to validate: {ran:?}");
}

#[rstest]
#[case::one_payload(format!("{VALID}"), 1, None)]
#[case::indented("{\n \"before\": \"\",\n \"after\": \"\"\n}\n".to_owned(), 1, None)]
#[case::lines(format!("{VALID}\n{DRIFT}\n"), 2, Some(1))]
#[case::lines_with_a_fault(format!("{VALID}\n{{\n"), 2, Some(1))]
fn standard_input_is_one_payload_or_one_a_line(
    #[case] text: String,
    #[case] count: usize,
    #[case] record: Option<u64>,
) {
    let report = run_with(text.as_bytes(), &["validate", "-", "--format", "json"]).json();
    let payloads = report["payloads"].as_array().expect("a list");
    assert_eq!(
        (payloads.len(), payloads[0]["record"].as_u64(), payloads[0]["path"].as_str()),
        (count, record, Some("-"))
    );
}

#[test]
fn with_lines_a_first_line_that_is_no_json_takes_no_other_along() {
    let report =
        run_with(format!("{{\n{VALID}\n").as_bytes(), &["validate", "--lines", "-", "--format", "json"]).json();
    let payloads = report["payloads"].as_array().expect("a list").iter();
    let found: Vec<_> = payloads.map(|payload| (payload["record"].as_u64(), payload["verdict"].as_str())).collect();
    assert_eq!(found, [(Some(1), Some("malformed")), (Some(2), Some("valid"))]);
}

#[test]
fn a_payload_that_is_too_large_is_not_read() {
    let long = format!(r#"{{"before":"{}","after":""}}"#, "a".repeat(1000));
    let lines = format!("{long}\n{VALID}\n");
    let folder = folder(&[("p.json", &long), ("p.ndjson", &lines)]);
    let ran = run(folder.path(), &["validate", "p.json", "p.ndjson", "--max-bytes", "200", "--format", "json"]);
    let report = ran.json();
    let payloads = report["payloads"].as_array().expect("a list");
    let found: Vec<_> = payloads.iter().map(|payload| (&payload["verdict"], &payload["findings"][0]["rule"])).collect();
    assert_eq!(found[0], (&"malformed".into(), &"size".into()));
    assert_eq!(found[1], (&"malformed".into(), &"size".into()));
    assert_eq!(found[2].0, "valid");
    let exact = run_with(VALID.as_bytes(), &["validate", "-", "--max-bytes", &VALID.len().to_string()]);
    assert_eq!(exact.code, Some(0), "a payload of just that size is read: {exact:?}");
}

#[test]
fn a_line_without_end_is_read_in_bounded_memory() {
    let folder = folder(&[]);
    let path = folder.path().join("long.ndjson");
    // A hole in the file: 200 MB that take no room.
    fs::File::create(&path).and_then(|file| file.set_len(200_000_000)).expect("the file can be made");
    let ran = run(folder.path(), &["validate", "long.ndjson", "--format", "ndjson"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.contains(r#""rule":"size""#), "{ran:?}");
}

#[test]
#[cfg(unix)]
fn links_are_followed_but_not_in_circles() {
    use std::os::unix::fs::symlink;
    let folder = folder(&[("captures/a.json", VALID), ("elsewhere/b.json", VALID)]);
    let captures = folder.path().join("captures");
    symlink("..", captures.join("loop")).expect("a link can be made");
    symlink("../elsewhere/b.json", captures.join("linked.json")).expect("a link can be made");
    symlink("gone", captures.join("dead-but-not-read")).expect("a link can be made");
    let ran = run(folder.path(), &["validate", "captures"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(
        ran.err.contains("note: captures/loop/captures: this link leads back") || ran.err.contains("leads back to"),
        "{ran:?}"
    );
    symlink("gone", captures.join("dead.json")).expect("a link can be made");
    let ran = run(folder.path(), &["validate", "captures"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.err.contains("captures/dead.json"), "{ran:?}");
}

#[test]
#[cfg(unix)]
fn an_unreadable_file_is_a_fault_of_the_run() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = folder(&[("a.json", VALID), ("b.json", VALID)]);
    let locked = folder.path().join("a.json");
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o000)).expect("permissions can be set");
    let ran = run(folder.path(), &["validate", "."]);
    // Root reads what it likes.
    let expected = if fs::read(&locked).is_ok() { Some(0) } else { Some(2) };
    assert_eq!(ran.code, expected, "{ran:?}");
    assert!(expected == Some(0) || ran.err.contains("a.json: "), "{ran:?}");
}

#[rstest]
#[case("codeup/push")]
#[case("sourcecommit/file_lock")]
fn a_printed_schema_stands_alone(#[case] event: &str) {
    for options in [&[][..], &["--open"], &["--draft", "07"], &["--open", "--draft", "7"]] {
        let schema = run(root(), &[&["schema", event], options].concat()).json();
        jsonschema::validator_for(&schema).expect("nothing outside of it is referred to");
        let is_older = schema["$schema"] == "http://json-schema.org/draft-07/schema#";
        assert_eq!(is_older, options.contains(&"--draft"));
    }
}

#[test]
fn help_is_as_reviewed() {
    let helps = [
        &["--help"][..],
        &["validate", "--help"],
        &["events", "--help"],
        &["schema", "--help"],
        &["explain", "--help"],
        &["generate", "--help"],
        &["conformance", "--help"],
        &["drift", "--help"],
        &["pack", "--help"],
        &["pack", "check", "--help"],
        &["pack", "new", "--help"],
        &["template", "--help"],
        &["template", "check", "--help"],
        &["template", "schema", "--help"],
        &["template", "render", "--help"],
    ];
    let text: Vec<String> = helps.iter().map(|arguments| help(root(), arguments)).collect();
    insta::with_settings!({ snapshot_path => root().join("tests/snapshots"), prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("help", text.join("\n"));
    });
}

#[test]
fn what_people_ask_is_answered_as_reviewed() {
    let questions = [
        &["events"][..],
        &["events", "codearts"],
        &["events", "deveo"],
        &["explain", "codeup/push", "/commits/*/id"],
        &["explain", "sourcecommit/push", "/event/payload/sender/id_no"],
        &["explain", "codearts/repo.repository", "/eventName"],
        &["explain", "sourcecommit/create"],
        &["schema", "sourcecommit/file_lock", "--open"],
    ];
    let text: Vec<String> = questions.iter().map(|arguments| help(root(), arguments)).collect();
    insta::with_settings!({ snapshot_path => root().join("tests/snapshots"), prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("answers", text.join("\n"));
    });
}

fn help(folder: &Path, arguments: &[&str]) -> String {
    let Ran { code, out, err } = run(folder, arguments);
    assert_eq!((code, err.as_str()), (Some(0), ""), "{arguments:?}");
    format!("$ hookproof {}\n{out}", arguments.join(" "))
}
