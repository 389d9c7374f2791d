//! `hookproof generate`, and `validate` on what it makes.

use std::{fs, process::Stdio};

use rstest::rstest;
use serde_json::Value;

use super::EVENTS;
use crate::{
    new_provider,
    support::{command, folder, root, run},
};

fn printed(arguments: &[&str]) -> String {
    let ran = run(root(), &[&["generate"], arguments].concat());
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{arguments:?}");
    ran.out
}

/// The bytes that every machine must print.
#[test]
fn the_same_seed_gives_the_same_bytes() {
    let calls = [
        &["codeup/test", "--count", "2"][..],
        &["codeup/test", "--broken"],
        &["deveo/push", "--seed", "4294967295"],
        &["sourcecommit/push", "--compact", "--count", "2"],
        &["codearts/deploy", "--covering"],
        &["codeup/note.merge_request", "--seed", "7"],
    ];
    let text: Vec<String> =
        calls.iter().map(|call| format!("$ hookproof generate {}\n{}", call.join(" "), printed(call))).collect();
    insta::with_settings!({ snapshot_path => root().join("tests/snapshots"), prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("generated", text.join("\n"));
    });
}

#[test]
fn a_call_is_a_part_of_a_longer_one_and_another_seed_is_another_call() {
    let [one, two, other] = [&["--count", "5"][..], &["--count", "9"], &["--count", "9", "--seed", "1"]]
        .map(|options| printed(&[&["codeup/push"], options].concat()));
    assert!(two.starts_with(&one) && one.lines().count() == 5);
    assert_eq!(two.lines().filter(|line| other.lines().any(|other| other == *line)).count(), 0);
    assert_eq!(printed(&["codeup/push", "--count", "0"]), "");
    let [all, compact] =
        [&[][..], &["--compact"]].map(|options| printed(&[&["deveo/push", "--count", "20"], options].concat()));
    assert!(compact.len() < all.len() * 3 / 4, "{} and {} bytes", compact.len(), all.len());
}

#[test]
fn a_label_says_what_is_reported() {
    let event = "sourcecommit/file_safer";
    let lines = printed(&[event, "--broken", "--count", "40"]);
    let labels: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).expect("it is JSON")).collect();
    let payloads: Vec<String> = labels.iter().map(|label| label["payload"].to_string()).collect();
    let folder = folder(&[("p.ndjson", &payloads.join("\n"))]);
    let named = ["--provider", "sourcecommit", "--event", "file_safer"];
    let ran = run(folder.path(), &[&["validate", "p.ndjson", "--format", "json"][..], &named].concat());
    let reports = ran.json();
    let reports = reports["payloads"].as_array().expect("a list");
    assert_eq!((labels.len(), reports.len()), (40, 40));
    for (label, report) in labels.iter().zip(reports) {
        assert_eq!(label["verdict"], report["verdict"], "{label}");
        let findings = report["findings"].as_array().expect("a list");
        let foretold = findings
            .iter()
            .find(|finding| ["rule", "pointer", "member", "schema"].iter().all(|part| label[part] == finding[part]));
        assert!(foretold.is_some(), "{label}: {report}");
        assert_eq!(label["alone"], findings.len() == 1, "{label}: {report}");
    }
    assert!(labels.iter().any(|label| label["alone"] == false), "some constraints fail only beside drift");
}

#[test]
fn payloads_of_a_pack_are_made_as_well() {
    let folder = new_provider::folders();
    let made = run(folder.path(), &["generate", "forge/release", "--count", "20", "--pack", "schemas"]);
    fs::write(folder.path().join("p.ndjson"), made.out).expect("the file can be written");
    let named = ["--provider", "forge", "--event", "release", "--pack", "schemas"];
    let ran = run(folder.path(), &[&["validate", "p.ndjson", "--strict"][..], &named].concat());
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), "20 payloads: 20 valid\n"), "{ran:?}");
}

#[rstest]
#[case::no_such_event(&["codeup/wiki"], "there is no event `codeup/wiki`: `hookproof events` lists them")]
#[case::event_without_provider(&["merge_request"], "do you mean codeup/merge_request?")]
#[case::no_number(&["codeup/push", "--count", "many"], "invalid value 'many' for '--count <N>'")]
#[case::all_or_so_many(&["codeup/push", "--covering", "--count", "1"], "cannot be used with")]
fn wrong_usage_is_explained(#[case] arguments: &[&str], #[case] expected: &str) {
    let ran = run(root(), &[&["generate"], arguments].concat());
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{ran:?}");
    assert!(ran.err.contains(expected), "{ran:?}");
}

/// Whoever reads the first line has seen enough; the rest is never made.
#[test]
fn a_broken_pipe_is_success() {
    let mut child = command(root(), &["generate", "codeup/test", "--count", "18446744073709551615"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command runs");
    let mut line = String::new();
    let output = child.stdout.take().expect("standard output is piped");
    std::io::BufRead::read_line(&mut std::io::BufReader::new(output), &mut line).expect("a line is printed");
    let ended = child.wait_with_output().expect("the command ends");
    assert_eq!((ended.status.code(), String::from_utf8_lossy(&ended.stderr).as_ref()), (Some(0), ""));
    assert!(serde_json::from_str::<Value>(&line).is_ok(), "{line}");
}

/// Payloads of all kinds: each line of NDJSON is judged as it is alone.
#[test]
fn lines_are_judged_as_single_runs_are() {
    let made = EVENTS.iter().enumerate().map(|(index, event)| {
        let seed = index as u64;
        match index % 3 {
            0 => event.generator.payload(seed),
            _ => event.broken().payload(index * 7 % event.broken().breakable().len(), seed).payload,
        }
        .to_string()
    });
    let mut lines: Vec<String> = made.collect();
    lines.extend(
        ["{}", "{\"a\":1,\"a\":2}", "[1,", "{\"event\":{\"type\":\"fork\"}}", "\u{feff}{}", "5"].map(str::to_owned),
    );
    let files = folder(&[("all.ndjson", &format!("{}\n", lines.join("\n")))]);
    let judged = |path: &str| run(files.path(), &["validate", path, "--format", "json"]).json();
    let together = judged("all.ndjson");
    let together = together["payloads"].as_array().expect("a list");
    assert_eq!(together.len(), lines.len());
    let mut verdicts = std::collections::BTreeSet::new();
    for (index, (line, report)) in lines.iter().zip(together).enumerate() {
        fs::write(files.path().join("one.json"), line).expect("the file can be written");
        assert_eq!(report["record"], index + 1);
        let alone = judged("one.json");
        assert_eq!(without_place(&alone["payloads"][0]), without_place(report), "{line}");
        verdicts.extend(report["verdict"].as_str().map(str::to_owned));
    }
    assert_eq!(verdicts.len(), 5, "every verdict is there: {verdicts:?}");
}

fn without_place(report: &Value) -> Value {
    let mut report = report.clone();
    let members = report.as_object_mut().expect("a report is an object");
    members.shift_remove("path");
    members.shift_remove("record");
    for finding in members["findings"].as_array_mut().expect("a list") {
        finding.as_object_mut().expect("a finding is an object").shift_remove("line");
    }
    report
}
