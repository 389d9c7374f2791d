//! Other validators' commands, tried with the cases: agreement, every kind of difference, every kind of error.

use std::{collections::BTreeSet, thread, time::Duration};

use hookproof::{
    Delivery, Verdict,
    fixtures::{Case, Folder},
};
use rstest::rstest;

use crate::support::{Ran, folder, folders, judge, root, run};

/// The project's own command as the one that is tried.
const ITSELF: &str = concat!(
    "'",
    env!("CARGO_BIN_EXE_hookproof"),
    r#"' validate -p "$HOOKPROOF_PROVIDER" -e "$HOOKPROOF_EVENT" --format ndjson -"#
);

/// Tries a command with the cases of an event.
fn try_out(command: &str, options: &[&str]) -> Ran {
    run(root(), &[&["conformance", "--command", command], options].concat())
}

/// The cases of an event, by verdict as of the named event.
fn cases(event: &str) -> Vec<Case> {
    let folders = folders().into_iter().filter(|folder| format!("{}/{}", folder.provider, folder.event) == event);
    let cases: Vec<Case> = folders.flat_map(|folder| folder.build()).collect();
    assert!(!cases.is_empty(), "{event} has no cases");
    cases
}

#[rstest]
#[case("documented", "--strict")]
#[case("open", "--redact")]
fn the_project_s_own_command_agrees_with_every_case(#[case] level: &str, #[case] option: &str) {
    let command = format!("{ITSELF} {option}");
    let ran = try_out(&command, &["--level", level, "-e", "test", "-e", "project.created"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""), "{ran:?}");
    let count = ["codeup/test", "deveo/project.created"].iter().flat_map(|event| cases(event));
    let count = count.filter(|case| case.of_named_event().verdict != Verdict::Unknown).count();
    assert_eq!(ran.err, format!("{count} cases: {count} agree; left out: 1 of no event\n"));
}

/// What a whole run of the project's own command would find, without two thousand processes.
#[test]
fn the_verdict_of_a_case_is_that_of_its_payload_under_its_event() {
    let mut left_out = Vec::new();
    for case in folders().iter().flat_map(Folder::build) {
        let expected = case.of_named_event().verdict;
        let payload = case.payload(judge().catalog());
        if expected == Verdict::Unknown || payload.is_err() {
            left_out.push(expected);
            continue;
        }
        let payload = payload.expect("there is one");
        let report = judge().check(&Delivery::new(&payload).provider(&case.provider).event(&case.event));
        assert_eq!(report.verdict, expected, "{}", case.path());
    }
    assert!(left_out.iter().all(|verdict| matches!(verdict, Verdict::Unknown | Verdict::Malformed)), "{left_out:?}");
}

#[rstest]
#[case::all("true", "documented", &["drift", "invalid", "malformed"], "accepted")]
#[case::all_at_the_open_level("true", "open", &["invalid", "malformed"], "accepted")]
#[case::nothing("false", "documented", &["valid"], "rejected")]
#[case::nothing_at_the_open_level("false", "open", &["valid", "drift"], "rejected")]
fn a_command_that_knows_one_answer_differs_wherever_it_is_wrong(
    #[case] command: &str,
    #[case] level: &str,
    #[case] wrong: &[&str],
    #[case] answer: &str,
) {
    let ran = try_out(command, &["--level", level, "-e", "project.created"]);
    let cases = cases("deveo/project.created");
    let asked = cases.iter().filter(|case| case.of_named_event().verdict != Verdict::Unknown);
    let (wrong, right): (Vec<&Case>, Vec<&Case>) =
        asked.partition(|case| wrong.contains(&case.of_named_event().verdict.as_str()));
    let (differ, agree) = (wrong.len(), right.len());
    let summary = format!("{} cases: {agree} agree, {differ} differ; left out: 1 of no event\n", differ + agree);
    assert_eq!((ran.code, ran.err), (Some(1), summary));
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(lines.len(), differ);
    for (line, case) in lines.iter().zip(wrong) {
        assert!(line.starts_with(&format!("{}: {answer}, but it is ", case.path())), "{line}");
        assert!(line.contains(case.of_named_event().verdict.as_str()), "{line}");
    }
}

#[test]
fn a_difference_says_what_the_case_is_about() {
    let ran = try_out("true", &["-p", "deveo", "-e", "repository.created"]);
    for expected in [
        "deveo/repository.created/malformed/missing-comma.json: accepted, but it is malformed: `syntax` fails at /repository\n",
        "deveo/repository.created/payload-closed: accepted, but it is drift: `additionalProperties` fails at /x_undocumented (an edit of valid/documented-example.json)\n",
        "deveo/repository.created/repository-missing: accepted, but it is invalid: `required` fails at the root, which lacks `repository` (an edit of valid/documented-example.json)\n",
    ] {
        assert!(ran.out.contains(expected), "{expected}{}", ran.out);
    }
    let ran = try_out("echo no >&2; exit 1", &["-e", "test", "--level", "open", "--verdict", "drift"]);
    let expected = "codeup/test/before-pattern: rejected, but it is no more than drift: `pattern` fails at /before \
                    (an edit of valid/documented-example.json); the command says: no\n";
    assert!(ran.out.contains(expected), "{}", ran.out);
}

#[rstest]
#[case::exit_code("exit 3", "error: exit status: 3\n")]
#[case::signal("kill -9 $$", "error: signal: 9 (SIGKILL)\n")]
#[case::not_found("no-such-command", "error: exit status: 127; the command says: sh: ")]
#[case::hanging("sleep 60; true", "error: no end within 1 s\n")]
#[case::hanging_and_saying_why("echo waiting; sleep 60", "error: no end within 1 s; the command says: waiting\n")]
#[case::empty_command("'", "error: exit status: 2; the command says: ")]
fn what_is_no_answer_is_an_error(#[case] command: &str, #[case] expected: &str) {
    let ran = try_out(command, &["-e", "test", "--verdict", "valid", "--timeout", "1"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    let lines: Vec<String> = ran.out.split_inclusive('\n').map(str::to_owned).collect();
    assert!(lines[0].starts_with(&format!("codeup/test/valid/documented-example.json: {expected}")), "{ran:?}");
    assert_eq!((lines.len(), ran.err.as_str()), (2, "2 cases: 2 errors\n"), "{ran:?}");
}

#[test]
fn a_hanging_command_is_ended_with_all_that_it_started() {
    let folder = folder(&[]);
    let command = format!("(sleep 2; touch {}/late); true", folder.path().display());
    let ran = try_out(&command, &["-e", "test", "--verdict", "valid", "--timeout", "1"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    thread::sleep(Duration::from_secs(2));
    assert!(!folder.path().join("late").exists(), "it went on");
}

#[test]
fn an_event_is_named_with_or_without_its_provider() {
    let count = |options: &[&str]| try_out("true", options).err.split(' ').next().map(str::to_owned);
    assert_eq!(count(&["-e", "codeup/test"]), count(&["-e", "test"]));
    assert_eq!(
        count(&["-e", "deveo/push", "--verdict", "valid"]),
        count(&["-p", "deveo", "-e", "push", "--verdict", "valid"])
    );
    assert_ne!(count(&["-e", "deveo/push", "--verdict", "valid"]), count(&["-e", "push", "--verdict", "valid"]));
}

#[test]
fn after_ten_errors_in_a_row_the_run_stops_and_says_so() {
    let ran = try_out("exit 3", &["-p", "deveo", "-e", "push", "--verdict", "invalid"]);
    let count = cases("deveo/push").iter().filter(|case| case.of_named_event().verdict == Verdict::Invalid).count();
    let stopped =
        format!("10 cases: 10 errors\nerror: 10 errors in a row: the run stops, {} cases had no turn\n", count - 10);
    assert_eq!((ran.code, ran.err), (Some(2), stopped));
    assert_eq!(ran.out.lines().count(), 10);
}

#[test]
fn an_error_wins_over_differences_and_stops_nothing() {
    let ran = try_out("grep -q before || exit 7", &["-e", "test"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(2), "14 cases: 2 agree, 9 differ, 3 errors\n"), "{ran:?}");
}

#[rstest]
#[case::never_reads("exit 1")]
#[case::closes_it("exec 0<&-; exit 1")]
#[case::reads_some("head -c 1 >/dev/null; exit 1")]
#[case::prints_more_than_is_kept("yes | head -c 1000000 || exit 3; exit 1")]
#[case::leaves_something_running("sleep 3 & exit 1")]
fn how_much_a_command_reads_and_prints_is_its_own_affair(#[case] command: &str) {
    // The largest payload is longer than what a pipe holds.
    let ran = try_out(command, &["-p", "sourcecommit", "-e", "push", "--verdict", "malformed"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""), "{ran:?}");
    assert!(ran.err.ends_with("agree; left out: 2 of no payload\n"), "{ran:?}");
}

#[test]
fn what_a_command_says_cannot_write_to_the_terminal_and_is_shortened() {
    let ran = try_out(r"printf 'a\033[31m\nb'; exit 1", &["-e", "test", "--verdict", "valid"]);
    assert!(ran.out.contains("the command says: a\\u{1b}[31m b\n"), "{ran:?}");
    let ran = try_out("seq 1000; exit 1", &["-e", "test", "--verdict", "valid"]);
    let line = ran.out.lines().next().expect("there is a difference");
    assert!(line.contains("says: 1 2 3") && line.contains(" … ") && line.ends_with("999 1000"), "{line}");
    assert!(line.len() < 400, "{line}");
}

#[test]
fn the_output_is_in_order_however_many_commands_run_at_once() {
    let some = r#"head -c 400 | cksum | grep -q "[13579] " "#;
    let one = try_out(some, &["-p", "deveo", "--verdict", "drift", "-j", "1"]);
    let many = try_out(some, &["-p", "deveo", "--verdict", "drift", "-j", "7"]);
    assert_eq!((&one.out, &one.err, one.code), (&many.out, &many.err, Some(1)));
    let events: Vec<&str> = one.out.split("\n\n").map(|group| &group[..group.find(':').expect("a path")]).collect();
    let events: Vec<&str> = events.iter().filter_map(|path| path.split('/').nth(1)).collect();
    assert!(events.len() > 2, "a blank line stands between events: {events:?}");
    assert_eq!(events.iter().collect::<BTreeSet<_>>().len(), events.len(), "each event is one group: {events:?}");
}

#[rstest]
#[case::no_command(&[], "--command <COMMAND>")]
#[case::no_such_provider(&["--command", "true", "-p", "github"], "no case is one of the provider `github`")]
#[case::no_such_event(&["--command", "true", "-e", "wiki"], "no case is one of the event `wiki`: `hookproof events` lists them")]
#[case::event_of_another_provider(&["--command", "true", "-p", "codeup", "-e", "meta"], "no case is one of the event `meta`")]
#[case::no_such_verdict(&["--command", "true", "--verdict", "unknown"], "the verdicts are valid, drift, invalid, malformed")]
#[case::nothing_left(&["--command", "true", "-e", "test", "--verdict", "malformed"], "nothing to run: no case of these events has such a verdict")]
#[case::no_such_level(&["--command", "true", "--level", "closed"], "possible values: documented, open")]
#[case::no_time(&["--command", "true", "--timeout", "0"], "invalid value '0' for '--timeout")]
#[case::no_jobs(&["--command", "true", "-j", "0"], "invalid value '0' for '--jobs")]
#[case::shown_and_run(&["--command", "true", "--show", "codeup/test/before-type"], "cannot be used with")]
#[case::no_such_case(&["--show", "codeup/test/nothing"], "there is no case `codeup/test/nothing`")]
#[case::no_payload(&["--show", "deveo/push/malformed/form-two-payloads.http"], "has no payload: the form has more than one `payload` field")]
fn wrong_usage_is_explained(#[case] options: &[&str], #[case] expected: &str) {
    let ran = run(root(), &[&["conformance"], options].concat());
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{ran:?}");
    assert!(ran.err.contains(expected), "{ran:?}");
}

#[test]
fn the_payload_of_a_case_can_be_had() {
    let show = |case: &str| run(root(), &["conformance", "--show", case]);
    let file = "sourcecommit/push/malformed/bare-placeholder.json";
    let bytes = std::fs::read_to_string(root().join("fixtures").join(file)).expect("the fixture is there");
    assert_eq!(show(file).out, bytes);
    let edited = show("codeup/test/before-type");
    assert_eq!((edited.code, edited.json()["before"].clone()), (Some(0), 5.into()));
    // Of a form, what its field holds.
    assert!(show("deveo/push/valid/form-delivery.http").json()["commits"].is_array());
}
