//! The first signal ends a run cleanly, the second at once.

use std::{
    fs,
    io::{BufRead as _, BufReader, Read as _, Write as _},
    os::unix::process::ExitStatusExt as _,
    process::{Child, ChildStdin, Command, Stdio},
    time::{Duration, Instant},
};

use rstest::rstest;

use crate::support::{DRIFT, VALID, folder, started};

/// The command, reading from a pipe that does not end; one payload was reported on standard output.
fn running(folder: &std::path::Path, arguments: &[&str]) -> (Child, ChildStdin) {
    let mut child = started(folder, &[&["validate", "-", "--lines"], arguments].concat(), Stdio::piped());
    let mut input = child.stdin.take().expect("standard input is piped");
    writeln!(input, "{VALID}\n{DRIFT}").expect("the command reads");
    (child, input)
}

fn signal(child: &Child, name: &str) {
    let sent = Command::new("kill").args([name, &child.id().to_string()]).status().expect("`kill` runs");
    assert!(sent.success());
}

/// What standard error said, and how it ended.
fn end(mut child: Child) -> (String, std::process::ExitStatus) {
    let begun = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().expect("the command can be asked") {
            break status;
        }
        assert!(begun.elapsed() < Duration::from_secs(30), "the command does not end");
        std::thread::sleep(Duration::from_millis(5));
    };
    let mut said = String::new();
    child.stderr.take().expect("standard error is piped").read_to_string(&mut said).expect("it is text");
    (said, status)
}

#[rstest]
#[case::interrupt("-INT", "1")]
#[case::interrupt_with_threads("-INT", "4")]
#[case::terminate("-TERM", "2")]
fn the_first_signal_ends_the_run_with_what_was_judged(#[case] name: &str, #[case] jobs: &str) {
    let folder = folder(&[]);
    let arguments = ["--jobs", jobs, "--format", "ndjson", "--format", "json=r.json", "--format", "junit=r.xml"];
    let (mut child, input) = running(folder.path(), &arguments);
    let mut reports = BufReader::new(child.stdout.take().expect("standard output is piped")).lines();
    for verdict in ["valid", "drift"] {
        let report = reports.next().expect("there is a report").expect("it can be read");
        assert!(report.contains(verdict), "{report}");
    }
    assert!(!folder.path().join("r.json").exists(), "no report has its name before it is whole");
    signal(&child, name);
    let (said, status) = end(child);
    assert_eq!(status.code(), Some(130), "{said}");
    assert_eq!(said, "2 payloads: 1 valid, 1 drift (interrupted)\n");
    let report = fs::read_to_string(folder.path().join("r.json")).expect("the report is there");
    let report: serde_json::Value = serde_json::from_str(&report).expect("it is whole");
    assert_eq!(report["summary"]["payloads"], 2);
    assert!(fs::read_to_string(folder.path().join("r.xml")).expect("the report is there").ends_with("</testsuites>\n"));
    drop(input);
}

/// The reports go to a pipe that nobody reads: the command cannot end by itself.
#[test]
fn the_second_signal_ends_it_at_once() {
    let folder = folder(&[]);
    let (child, mut input) = running(folder.path(), &["--format", "ndjson"]);
    let writer = std::thread::spawn(move || {
        // Until the command is gone, or stops reading.
        while writeln!(input, "{DRIFT}").is_ok() {}
    });
    std::thread::sleep(Duration::from_millis(500));
    signal(&child, "-INT");
    std::thread::sleep(Duration::from_millis(500));
    signal(&child, "-INT");
    let (said, status) = end(child);
    assert_eq!((status.code(), status.signal()), (Some(130), None), "{said}");
    assert!(!said.contains("payloads"), "{said}");
    writer.join().expect("the writer ends");
}
