//! Every fixture and every case derived from one gets the verdict and the finding that it foretells.

use std::path::PathBuf;

use hookproof::{
    Verdict,
    document::Document,
    fixtures::{Case, Folder},
};
use rstest::rstest;

use crate::support::{files, folder_of, folders, judge, root, run};

#[rstest]
fn every_case_of_the_event_is_reported_as_foretold(#[files("fixtures/*/*/cases.toml")] path: PathBuf) {
    let folder = folder_of(&path);
    let cases = folder.build();
    assert!(!cases.is_empty(), "{} has no cases", path.display());
    let mut wrong = Vec::new();
    let mut lines = Vec::new();
    for case in &cases {
        check(case, false, &mut lines, &mut wrong);
        if case.named.is_some() {
            check(case, true, &mut lines, &mut wrong);
        }
    }
    assert!(wrong.is_empty(), "{} of {} cases:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
    insta::with_settings!({
        snapshot_path => root().join("tests/snapshots").join(&folder.provider),
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, {
        insta::assert_snapshot!(folder.event.as_str(), lines.join("\n"));
    });
}

fn check(case: &Case, named: bool, lines: &mut Vec<String>, wrong: &mut Vec<String>) {
    let expected = if named { case.of_named_event() } else { &case.expected };
    let report = case.judge(judge(), named).expect("a fixture can be read");
    let name = format!("{}{}", case.name, if named { " (event named)" } else { "" });
    let findings: Vec<String> = report
        .findings
        .iter()
        .map(|finding| {
            let schema = finding.schema.as_deref().unwrap_or_default();
            format!("  {} {} | {} | {schema}", finding.severity.as_str(), finding.pointer, finding.message)
        })
        .collect();
    // Nobody shall accept an empty rejection in review.
    let explained = match report.verdict {
        Verdict::Valid => findings.is_empty(),
        Verdict::Unknown => report.reason.is_some(),
        _ => !findings.is_empty() && report.findings.iter().all(|finding| !finding.message.text.is_empty()),
    };
    if !expected.is_met_by(&report) || !explained {
        wrong.push(format!("{name}\n  expected {expected:?}\n  found {}\n{}", report.verdict, findings.join("\n")));
    }
    let reason = report.reason.map_or_else(String::new, |reason| format!(" | {reason}"));
    lines.push(format!("{name}: {}{reason}", report.verdict));
    lines.extend(findings);
}

#[test]
fn every_fixture_is_embedded() {
    let fixtures = root().join("fixtures");
    let mut payloads = files(&fixtures, &fixtures);
    // Templates are no payloads.
    payloads.retain(|(path, _)| path.split('/').nth(1) != Some("templates"));
    let there = Folder::read(&payloads).expect("the folders on the disk can be read");
    assert!(folders() == there, "what is embedded is not what is on the disk");
}

/// As the README says.
#[test]
fn there_are_more_than_two_thousand_negative_cases() {
    let cases = folders().iter().flat_map(Folder::build).collect::<Vec<_>>();
    let negative = cases.iter().filter(|case| case.expected.verdict != Verdict::Valid).count();
    assert!(negative > 2000, "{negative} of {} cases", cases.len());
}

#[test]
fn no_edit_is_a_fixture_already() {
    for folder in folders() {
        let mut seen: Vec<(serde_json::Value, String)> = Vec::new();
        for case in folder.build().into_iter().filter(|case| !case.is_request) {
            let Ok(document) = Document::read(&case.bytes) else { continue };
            let body = serde_json::Value::from(&document.root);
            // Files are evidence: two of them may differ in the order of members alone.
            let is_file = folder.files.contains_key(&case.name);
            if let Some((_, other)) = seen.iter().find(|(other, _)| !is_file && *other == body) {
                panic!("{}/{}: `{}` is the same payload as `{other}`", folder.provider, folder.event, case.name);
            }
            seen.push((body, case.name));
        }
    }
}

#[test]
fn the_command_gives_every_fixture_the_verdict_that_its_folder_names() {
    let ran = run(root(), &["validate", "fixtures", "--format", "json"]);
    assert_eq!(ran.code, Some(1), "{}", ran.err);
    let report = ran.json();
    let payloads = report["payloads"].as_array().expect("a list of payloads");
    assert_eq!(payloads.len(), folders().iter().map(|folder| folder.files.len()).sum::<usize>());
    for payload in payloads {
        let path = payload["path"].as_str().expect("a path");
        let mut parts = path.split('/').skip(1);
        let (provider, event, verdict) = (parts.next(), parts.next(), parts.next());
        assert_eq!(payload["verdict"].as_str(), verdict, "{path}");
        if matches!(verdict, Some("valid" | "drift" | "invalid")) {
            assert_eq!((payload["provider"].as_str(), payload["event"].as_str()), (provider, event), "{path}");
        }
    }
}
