//! GitLab's Code Quality report: the members that GitLab reads, and fingerprints of their own.

use std::collections::BTreeSet;

use super::{NAMES, captures, named};
use crate::support::{run, snapshot};

#[test]
fn the_report_has_what_gitlab_reads() {
    let folder = captures();
    let report = run(folder.path(), &["validate", "captures", "--format", "gitlab"]).json();
    let findings = report.as_array().expect("a report is a list");
    let mut lines = Vec::new();
    for finding in findings {
        let text = |name: &str| finding[name].as_str().unwrap_or_else(|| panic!("{name} is no text: {finding}"));
        let path = finding["location"]["path"].as_str().expect("a path is text");
        let line = finding["location"]["lines"]["begin"].as_u64().expect("a line is a number");
        assert!(["info", "minor", "major", "critical", "blocker"].contains(&text("severity")));
        assert!(!path.starts_with("./") && !path.starts_with('/'), "{path} is not relative");
        lines.push(format!("{path}:{line} {} {} | {}", text("severity"), text("check_name"), text("description")));
    }
    let fingerprints: BTreeSet<&str> = findings.iter().filter_map(|finding| finding["fingerprint"].as_str()).collect();
    assert_eq!(fingerprints.len(), findings.len());
    snapshot!("gitlab", &lines.join("\n"));
}

#[test]
fn names_are_as_they_are() {
    let folder = named();
    let report = run(folder.path(), &["validate", ".", "--format", "gitlab"]).json();
    let paths = report.as_array().expect("a list").iter().map(|finding| finding["location"]["path"].as_str());
    let paths: BTreeSet<&str> = paths.map(|path| path.expect("a path is text")).collect();
    assert_eq!(paths, BTreeSet::from(NAMES));
}

#[test]
fn nothing_wrong_is_an_empty_list() {
    let folder = captures();
    let ran = run(folder.path(), &["validate", "captures/valid.json", "--format", "gitlab"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), "[]\n"));
}
