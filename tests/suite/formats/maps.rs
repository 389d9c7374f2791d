//! `--map`: files are the events that they are said to be.

use rstest::rstest;

use crate::support::{UNKNOWN, VALID, folder, run, run_with};

/// The events of the payloads, in order; `-` for none.
fn events(folder: &std::path::Path, arguments: &[&str]) -> Vec<String> {
    let report = run(folder, &[&["validate", "--format", "json"], arguments].concat()).json();
    let payloads = report["payloads"].as_array().expect("a list");
    payloads.iter().map(|payload| payload["event"].as_str().unwrap_or("-").to_owned()).collect()
}

#[rstest]
#[case::folders("captures/**/push*.json=codeup/push", ["push", "push", "-", "-"])]
#[case::one_folder("captures/*/push*.json=codeup/push", ["push", "-", "-", "-"])]
#[case::no_folder_is_part_of_a_name("captures/push*.json=codeup/push", ["-", "push", "-", "-"])]
#[case::all("**=codeup/push", ["push", "push", "push", "push"])]
#[case::with_a_dot("./captures/push.json=codeup/push", ["-", "push", "-", "-"])]
#[case::alternatives("captures/{push,tag=1}.json=codeup/tag_push", ["-", "tag_push", "tag_push", "-"])]
#[case::several_payloads("**/*.ndjson=deveo/push", ["-", "-", "-", "push"])]
fn a_map_names_the_event_of_the_files_it_matches(#[case] map: &str, #[case] expected: [&str; 4]) {
    let folder = folder(&[
        ("captures/deep/push-1.json", UNKNOWN),
        ("captures/push.json", UNKNOWN),
        ("captures/tag=1.json", UNKNOWN),
        ("captures/x.ndjson", UNKNOWN),
    ]);
    for path in [".", "./captures", "captures"] {
        assert_eq!(events(folder.path(), &[path, "--map", map]), expected, "{path}");
    }
}

#[test]
fn a_map_goes_before_all_else_and_the_first_before_others() {
    let request = "POST / HTTP/1.1\r\nHost: x\r\nCodeup-Event: Push Hook\r\n\r\n{}";
    let folder = folder(&[("a.http", request), ("b.json", VALID)]);
    let maps = ["--map", "*.http=codeup/tag_push", "--map", "*=deveo/push"];
    assert_eq!(events(folder.path(), &["."]), ["push", "test"]);
    assert_eq!(events(folder.path(), &[&["."], &maps[..]].concat()), ["tag_push", "push"]);
    let options = ["-p", "sourcecommit", "-e", "push", "--map", "*.http=codeup/tag_push"];
    assert_eq!(events(folder.path(), &[&["."], &options[..]].concat()), ["tag_push", "push"]);
}

#[rstest]
#[case::no_such_event("*=codeup/wiki", "there is no event `codeup/wiki`")]
#[case::event_of_several_providers("*=merge_request", "do you mean codeup/merge_request?")]
#[case::no_provider("*=test", "do you mean codeup/test?")]
#[case::no_event("*.json", "a map is written `GLOB=PROVIDER/EVENT`")]
#[case::no_glob("=codeup/push", "a map needs a glob before the `=`")]
#[case::no_such_glob("[=codeup/push", "error parsing glob")]
fn a_wrong_map_is_an_error_before_anything_is_judged(#[case] map: &str, #[case] expected: &str) {
    let ran = run_with(VALID.as_bytes(), &["validate", "-", "--map", map]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{ran:?}");
    assert!(ran.err.contains(expected), "{ran:?}");
}

#[test]
fn a_map_that_matches_nothing_is_a_note() {
    let folder = folder(&[("a.json", VALID)]);
    let ran = run(
        folder.path(),
        &["validate", ".", "--map", "*.http=codeup/push", "--map", "*.json=codeup/test", "--map", "a*=codeup/test"],
    );
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(ran.err, "note: --map '*.http=codeup/push' matches none of the files\n1 payload: 1 valid\n");
}
