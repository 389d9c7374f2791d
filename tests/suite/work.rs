//! Much input: in order whatever the number of threads, as soon as it is judged, in little memory, and to a clean end.

#[cfg(unix)]
mod interrupted;

use std::{
    fmt::Write as _,
    io::{BufRead as _, BufReader, Write as _},
    process::Stdio,
};

use rstest::rstest;
use tempfile::TempDir;

use crate::support::{DRIFT, INVALID, Ran, UNKNOWN, VALID, folder, root, run, run_with, started};

/// A file of many lines of every verdict, blank ones and one that is longer than what is read at once; many small files of
/// every kind; and inputs that cannot be read.
fn inputs() -> TempDir {
    let mut lines = String::new();
    for number in 0..4000 {
        let line = match number % 7 {
            0 => INVALID,
            1 => DRIFT,
            2 => UNKNOWN,
            3 => "{",
            4 if number % 3 == 0 => "",
            _ => VALID,
        };
        let end = if number % 11 == 0 { "\r\n" } else { "\n" };
        write!(lines, "{line}{end}").expect("a string takes everything");
        if number == 2000 {
            writeln!(lines, "{}{DRIFT}", " ".repeat(300_000)).expect("a string takes everything");
        }
    }
    lines.push_str(INVALID);
    let request = format!("POST / HTTP/1.1\r\nContent-Length: {}\r\n\r\n{DRIFT}", DRIFT.len());
    let names: Vec<(String, &str)> = (0..100)
        .map(|number| match number % 5 {
            0 => (format!("many/{number:03}.json"), INVALID),
            1 => (format!("many/{number:03}.http"), request.as_str()),
            2 => (format!("many/{number:03}.ndjson"), "{\n\n{}"),
            3 => (format!("many/{number:03}.http"), "no request"),
            _ => (format!("many/{number:03}.json"), VALID),
        })
        .collect();
    let mut files: Vec<(&str, &str)> = names.iter().map(|(name, text)| (name.as_str(), *text)).collect();
    files.extend([("lines.ndjson", lines.as_str()), ("nothing.jsonl", "")]);
    folder(&files)
}

#[rstest]
#[case::human(&["--all"])]
#[case::json(&["--format", "json"])]
#[case::ndjson(&["--format", "ndjson"])]
#[case::sarif(&["--format", "sarif"])]
#[case::with_a_limit(&["--format", "json", "--max-bytes", "100"])]
fn reports_are_the_same_for_every_number_of_threads(#[case] options: &[&str]) {
    let folder = inputs();
    let arguments =
        [&["validate", "gone.json", "lines.ndjson", "many", "nothing.jsonl", "many/001.http"], options].concat();
    let reports: Vec<Ran> = ["1", "2", "8"]
        .iter()
        .map(|jobs| run(folder.path(), &[arguments.as_slice(), &["--jobs", jobs]].concat()))
        .collect();
    assert!(reports[0].out.len() > 100_000, "{}", reports[0].out.len());
    assert_eq!(reports[0].code, Some(2));
    assert_eq!(reports[0].err.matches("error: ").count(), 21, "{}", reports[0].err);
    for other in &reports[1..] {
        assert!(reports[0].out == other.out, "the reports differ");
        assert_eq!(reports[0].err, other.err);
        assert_eq!(other.code, Some(2));
    }
}

#[test]
fn lines_are_numbered_across_blocks() {
    let folder = inputs();
    let ran = run(folder.path(), &["validate", "lines.ndjson", "--format", "ndjson"]);
    let records: Vec<(u64, String)> = ran
        .out
        .lines()
        .map(|line| {
            let report: serde_json::Value = serde_json::from_str(line).expect("a report is JSON");
            let verdict = report["verdict"].as_str().expect("a report has a verdict").to_owned();
            (report["record"].as_u64().expect("a line has a number"), verdict)
        })
        .collect();
    let text = std::fs::read_to_string(folder.path().join("lines.ndjson")).expect("the file is there");
    let expected = text.lines().zip(1_u64..).filter(|(line, _)| !line.trim().is_empty());
    let expected = expected.map(|(line, number)| {
        let verdict = match line.trim() {
            VALID => "valid",
            INVALID => "invalid",
            UNKNOWN => "unknown",
            "{" => "malformed",
            _ => "drift",
        };
        (number, verdict.to_owned())
    });
    assert_eq!(records, expected.collect::<Vec<_>>());
}

/// A line that is longer than what is read gives the same report wherever it stands in the blocks.
#[test]
fn long_lines_are_reported_alike_wherever_they_stand() {
    let long = "x".repeat(200_000);
    let before = |line: &str| format!("{line}\n").repeat(900);
    let front = format!("{}{long}\n{VALID}\n", before(""));
    let behind = format!("{}{long}\n{VALID}", before(VALID));
    let folder = folder(&[("front.ndjson", &front), ("behind.ndjson", &behind)]);
    let report = |file: &str| {
        let ran = run(folder.path(), &["validate", file, "--max-bytes", "150", "--all"]);
        assert_eq!(ran.code, Some(1), "{ran:?}");
        ran.out.replace(file, "")
    };
    assert_eq!(report("front.ndjson"), report("behind.ndjson"));
    assert_eq!(report("front.ndjson").matches("larger than the 150 bytes").count(), 1);
}

#[rstest]
#[case::one_thread("1")]
#[case::several("3")]
fn a_line_is_reported_before_the_next_one_comes(#[case] jobs: &str) {
    let mut child = started(root(), &["validate", "-", "--format", "ndjson", "--jobs", jobs], Stdio::null());
    let mut input = child.stdin.take().expect("standard input is piped");
    let mut reports = BufReader::new(child.stdout.take().expect("standard output is piped")).lines();
    for (payload, verdict) in [(VALID, "valid"), (DRIFT, "drift"), (UNKNOWN, "unknown"), (VALID, "valid")] {
        // In two parts: half a line is no line.
        let (first, second) = payload.split_at(payload.len() / 2);
        for part in [first, second, "\n"] {
            input.write_all(part.as_bytes()).expect("the command reads");
            input.flush().expect("the command reads");
        }
        let report = reports.next().expect("there is a report").expect("the report can be read");
        assert!(report.contains(&format!(r#""verdict":"{verdict}""#)), "{report}");
    }
    drop(input);
    assert!(reports.next().is_none());
    assert_eq!(child.wait().expect("the command ends").code(), Some(1));
}

/// What is read and judged at once is bounded, however many threads there are and however slow the reports are read.
#[cfg(target_os = "linux")]
#[test]
fn memory_is_bounded() {
    let line = format!("{DRIFT}{}\n", " ".repeat(60_000));
    let mut child = started(root(), &["validate", "-", "--format", "ndjson", "--jobs", "4"], Stdio::null());
    let mut input = child.stdin.take().expect("standard input is piped");
    let writer = std::thread::spawn(move || {
        for _ in 0..2000 {
            input.write_all(line.as_bytes()).expect("the command reads");
        }
    });
    let mut reports = BufReader::new(child.stdout.take().expect("standard output is piped")).lines();
    let mut peak = 0;
    for number in 0..2000 {
        reports.next().expect("there is a report").expect("the report can be read");
        // Before the end: of a command that has ended nothing is told.
        if [500, 1000, 1500].contains(&number) {
            let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).expect("the command runs");
            let size = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("Linux tells the peak");
            peak = size.trim().trim_end_matches(" kB").parse::<u64>().expect("a number");
        }
    }
    writer.join().expect("the writer ends");
    child.wait().expect("the command ends");
    // Of 120 MB of input; a build without optimisation takes more than the command that is released.
    assert!((1_000..60_000).contains(&peak), "{peak} kB");
}

#[test]
fn no_bar_is_drawn_where_nobody_watches() {
    let payloads = format!("{DRIFT}\n").repeat(20_000);
    let ran = run_with(payloads.as_bytes(), &["validate", "-"]);
    assert_eq!(ran.err, "20000 payloads: 20000 drift\n");
}
