//! Annotations of GitHub Actions: escaped, no more than are shown, and there by themselves.

use std::fmt::Write as _;

use rstest::rstest;

use super::{NAMES, captures, named, run_in};
use crate::{
    any_bytes::reports::commands,
    support::{DRIFT, UNKNOWN, VALID, folder, run, snapshot},
};

const ACTIONS: [(&str, &str); 1] = [("GITHUB_ACTIONS", "true")];

#[test]
fn every_finding_is_an_annotation_at_its_place() {
    let folder = captures();
    let ran = run(folder.path(), &["validate", "captures", "gone.json", "--format", "github"]);
    snapshot!("annotations", &ran.out);
}

#[rstest]
#[case::by_default(&[], true)]
#[case::named(&["--format", "human"], true)]
#[case::asked_for_as_well(&["--format", "github", "--format", "human"], true)]
#[case::beside_a_file(&["--format", "human", "--format", "junit=r.xml"], true)]
#[case::for_people_in_a_file(&["--format", "human=r.txt"], false)]
#[case::for_scripts(&["--format", "json"], false)]
fn they_go_along_with_the_report_for_people(#[case] options: &[&str], #[case] expected: bool) {
    let folder = captures();
    let arguments = [&["validate", "captures/drift.json"], options].concat();
    let ran = run_in(folder.path(), &arguments, &ACTIONS);
    let annotations: Vec<String> = commands(&ran.out);
    assert_eq!(annotations, ["warning"].repeat(usize::from(expected)), "{ran:?}");
    assert!(!expected || ran.out.starts_with("captures/drift.json:1:54: drift: "), "{ran:?}");
    let elsewhere = run(folder.path(), &["validate", "captures/drift.json"]);
    assert_eq!(commands(&elsewhere.out).len(), 0, "{elsewhere:?}");
}

#[test]
fn no_step_has_more_annotations_than_are_shown() {
    let mut lines = String::new();
    for index in 0..30 {
        for _ in 0..=index {
            let _ = writeln!(lines, r#"{{"before":"","after":"","member{index:02}":1}}"#);
        }
    }
    let folder = folder(&[("p.ndjson", &lines), ("q.ndjson", &format!("{UNKNOWN}\n").repeat(500))]);
    let arguments = ["validate", "p.ndjson", "q.ndjson", "-e", "test", "--format", "github"];
    let ran = run(folder.path(), &arguments);
    let count = |name: &str| commands(&ran.out).iter().filter(|command| *command == name).count();
    // The empty texts, and what is undocumented the most often; both members that are missing.
    assert_eq!((count("warning"), count("error"), count("notice")), (10, 2, 1), "{}", ran.out);
    assert!(ran.out.contains("/member29: `member29` is not documented (30 times in 30 payloads)"), "{}", ran.out);
    assert!(!ran.out.contains("member05"), "{}", ran.out);
    assert!(ran.out.contains("`before` is missing (500 times in 500 payloads)"), "{}", ran.out);
    let hidden: u32 = (1..=22).sum();
    assert!(ran.out.contains(&format!("::notice title=hookproof::{hidden} more findings")), "{}", ran.out);
}

#[test]
fn ten_findings_are_told_one_by_one() {
    let folder = folder(&[("p.ndjson", &format!("{DRIFT}\n").repeat(10)), ("q.json", VALID)]);
    let ran = run(folder.path(), &["validate", ".", "--format", "github"]);
    assert_eq!(commands(&ran.out), ["warning"; 10]);
}

#[test]
fn what_is_let_pass_is_a_notice() {
    let folder = captures();
    let ran = run(folder.path(), &["validate", "captures/unknown.json", "--allow-unknown", "--format", "github"]);
    assert_eq!((ran.code, commands(&ran.out)), (Some(0), vec!["notice".to_owned()]));
    let ran = run(folder.path(), &["validate", "captures/drift.json", "--strict", "--format", "github"]);
    assert_eq!((ran.code, commands(&ran.out)), (Some(1), vec!["error".to_owned()]));
}

#[test]
fn names_end_no_property() {
    let folder = named();
    let hostile = ['\u{1b}', '\n', '\u{202e}'];
    for name in NAMES.iter().filter(|name| !name.contains(hostile)) {
        let ran = run(folder.path(), &["validate", name, "--format", "github"]);
        // What a runner could take for a command is written as an escape.
        let name = name.replace("##[", "#\\u{23}[");
        assert_eq!(property(ran.out.trim_end(), "file"), Some(name), "{}", ran.out);
        assert!(ran.out.contains("title=codeup/test pattern::/after: "), "{}", ran.out);
    }
}

#[test]
fn paths_are_those_of_the_repository() {
    let folder = captures();
    let checkout = std::fs::canonicalize(folder.path()).expect("it is there");
    let ran = run_in(
        &checkout.join("captures"),
        &["validate", "drift.json", "--format", "github"],
        &[("GITHUB_WORKSPACE", &checkout.to_string_lossy())],
    );
    assert_eq!(property(ran.out.trim_end(), "file").as_deref(), Some("captures/drift.json"));
}

/// A property of a command, as the runner reads it.
fn property(line: &str, name: &str) -> Option<String> {
    let (command, _) = line.strip_prefix("::")?.split_once("::")?;
    let (_, properties) = command.split_once(' ')?;
    let value = properties.split(',').find_map(|property| property.strip_prefix(name)?.strip_prefix('='))?;
    Some(value.replace("%0D", "\r").replace("%0A", "\n").replace("%3A", ":").replace("%2C", ",").replace("%25", "%"))
}
