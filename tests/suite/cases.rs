//! Every fixture and every case derived from one gets the verdict and the finding that it foretells.

use std::{collections::BTreeSet, path::PathBuf};

use hookproof::{
    Verdict,
    document::Document,
    fixtures::{Case, Folder, Origin},
};
use rstest::rstest;

use crate::support::{entries, files, folder_of, folders, judge, root, run};

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

#[rstest]
fn files_and_cases_agree_one_to_one(#[files("fixtures/*/*/cases.toml")] path: PathBuf) {
    let folder = folder_of(&path);
    let listed: BTreeSet<&String> = folder.cases.files.keys().collect();
    let there: BTreeSet<&String> = folder.files.keys().collect();
    assert_eq!(listed, there, "`cases.toml` lists every file of its folder and no other");
    let names: BTreeSet<&str> =
        folder.cases.edits.iter().flat_map(|edits| &edits.cases).map(|edit| edit.name.as_str()).collect();
    let count: usize = folder.cases.edits.iter().map(|edits| edits.cases.len()).sum();
    assert_eq!(names.len(), count, "two edits have the same name");
    for (path, evidence) in &folder.cases.files {
        assert!(evidence.proves.ends_with('.') && evidence.proves.len() > 10, "{path}: `proves` is a sentence");
        assert!(
            evidence.source != Origin::Documented || evidence.lines.is_some(),
            "{path}: which lines are documented?"
        );
    }
}

#[test]
fn every_fixture_is_embedded() {
    let fixtures = root().join("fixtures");
    let there = Folder::read(&files(&fixtures, &fixtures)).expect("the folders on the disk can be read");
    assert!(folders() == there, "what is embedded is not what is on the disk");
}

#[test]
fn every_event_has_fixtures_and_every_folder_an_event() {
    let events: BTreeSet<String> = judge().catalog().events().map(|known| known.name()).collect();
    let folders: BTreeSet<String> =
        folders().iter().map(|folder| format!("{}/{}", folder.provider, folder.event)).collect();
    assert_eq!(events, folders);
}

#[test]
fn every_snapshot_has_its_event() {
    let events: BTreeSet<String> = judge().catalog().events().map(|known| format!("{}.snap", known.name())).collect();
    let folders = entries(&root().join("tests/snapshots")).into_iter().filter(|path| path.is_dir());
    let snapshots: BTreeSet<String> = folders
        .flat_map(|folder| entries(&folder))
        .map(|path| {
            let path = path.strip_prefix(root().join("tests/snapshots")).expect("it is below").to_owned();
            path.to_string_lossy().replace('\\', "/")
        })
        .collect();
    assert_eq!(events, snapshots);
}

#[test]
fn every_documented_variant_has_a_valid_fixture() {
    let mut count = 0;
    for folder in folders() {
        let known =
            judge().catalog().event(&format!("{}/{}", folder.provider, folder.event)).expect("the event is known");
        let valid = folder.cases.files.iter().filter(|(path, _)| path.starts_with("valid/"));
        let shown: BTreeSet<&String> = valid.flat_map(|(_, evidence)| &evidence.variants).collect();
        let documented: BTreeSet<&String> = known.event.variants.iter().collect();
        assert_eq!(shown, documented, "variants of {}", known.name());
        count += documented.len();
    }
    assert_eq!(count, 55, "the documents show 55 variants");
}

/// For every payload: a missing member, a wrong type, an undocumented member, and a broken value where one is limited.
#[test]
fn every_event_has_negative_cases_of_every_kind() {
    for folder in folders() {
        let rules: BTreeSet<String> = folder
            .build()
            .iter()
            .filter_map(|case| case.of_named_event().finding.as_ref().map(|finding| finding.rule.clone()))
            .collect();
        let schema =
            judge().catalog().event(&format!("{}/{}", folder.provider, folder.event)).expect("the event is known");
        let text = schema.schema(hookproof::schema::Level::Documented).to_string();
        let mut wanted = vec!["required", "type", "additionalProperties"];
        wanted.extend(
            ["const", "enum", "pattern", "minimum", "maximum"]
                .iter()
                .filter(|keyword| text.contains(&format!("\"{keyword}\":"))),
        );
        for rule in wanted {
            // `const` stands in the test of a condition too, where it cannot fail.
            if rule != "const" || !["req", "build", "pipeline"].contains(&folder.event.as_str()) {
                assert!(rules.contains(rule), "{}/{} has no case for `{rule}`", folder.provider, folder.event);
            }
        }
    }
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
