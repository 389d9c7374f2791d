//! What is said of templates and subscriptions: the fixtures, each with the verdict of its folder.

use std::{collections::BTreeSet, fmt::Write as _};

use hookproof::{
    Report, Verdict,
    template::{Inside, Subscription, Template, Vocabulary, check, services},
};
use rstest::rstest;

use super::{catalog, fixtures, folders, verdict};
use crate::support::{files, root, snapshot};

fn findings(report: &Report) -> String {
    let mut lines = String::new();
    for finding in &report.findings {
        let (line, column, rule) = (finding.line, finding.column, &finding.rule);
        let _ = writeln!(lines, "  {line}:{column} {rule} {}", finding.pointer);
        let _ = writeln!(lines, "    {}", finding.message);
    }
    lines
}

#[test]
fn every_template_has_the_verdict_of_its_folder() {
    let mut table = String::new();
    let mut lists = BTreeSet::new();
    for fixture in fixtures() {
        let report = check(&fixture.template(), &fixture.vocabulary());
        assert_eq!(report.verdict, fixture.verdict, "{}:\n{}", fixture.path, findings(&report));
        assert_eq!(report.findings.is_empty(), report.verdict == Verdict::Valid, "{}", fixture.path);
        assert!(report.findings.is_sorted_by_key(|finding| finding.offset), "{}", fixture.path);
        lists.insert((fixture.event.clone(), fixture.is_sound()));
        let _ = write!(table, "{}\n{}", fixture.path, findings(&report));
    }
    assert_eq!(lists.len(), 14, "each of the seven lists has good templates and bad ones: {lists:?}");
    snapshot!("templates", table);
}

#[test]
fn every_subscription_has_the_verdict_of_its_folder() {
    let mut table = String::new();
    for (folder, entry) in folders() {
        for (path, text) in files(root(), &folder.join("subscriptions")) {
            let subscription = Subscription::read(&text);
            let service = subscription.service.clone();
            let vocabulary = service.map(|service| Vocabulary::new(entry, &service, &subscription.events));
            let vocabulary = vocabulary.transpose().unwrap_or_else(|problem| panic!("{path}: {problem}"));
            let report = subscription.check(vocabulary.as_ref());
            let word = path.split('/').nth(4).expect("it lies in a folder");
            assert_eq!(Some(report.verdict), verdict(word), "{path}:\n{}", findings(&report));
            let _ = write!(table, "{path}\n{}", findings(&report));
            // Headers carry secrets.
            assert!(!findings(&report).contains("secret"), "{path}");
        }
    }
    snapshot!("subscriptions", table);
}

fn vocabulary(service: &str) -> Vocabulary<'static> {
    let entry = catalog().entries.iter().find(|entry| entry.templates().is_some()).expect("somebody has templates");
    Vocabulary::new(entry, service, &[]).expect("it is a service")
}

/// The rules that a template of a service breaks, in order.
fn rules(service: &str, text: &str) -> Vec<String> {
    let report = check(&Template::read(text.as_bytes()), &vocabulary(service));
    report.findings.into_iter().map(|finding| finding.rule).collect()
}

#[rstest]
#[case::only_a_dollar("build", r#"{"a": "$5 {b} $ {BUILD.TITLE} $"}"#, &[])]
#[case::behind_an_escaped_quote("repo", r#"{"a": "\"${repo.id}\" \\${repo.id}"}"#, &[])]
#[case::behind_a_backslash("repo", r#"{"a": "\${repo.id}"}"#, &["syntax"])]
#[case::in_a_unicode_escape("repo", r#"{"a": "\u00${repo.id}"}"#, &["syntax"])]
#[case::half_a_pair_before("repo", r#"{"a": "\ud83d${repo.id}\ude00"}"#, &["encoding", "encoding"])]
#[case::minus_before_a_number("repo", r#"{"a": -${repo.id}}"#, &["syntax"])]
#[case::fraction_behind_a_number("repo", r#"{"a": ${repo.id}.5}"#, &["syntax"])]
#[case::letters_behind_a_number("repo", r#"{"a": ${repo.id}x}"#, &["syntax"])]
#[case::text_behind_a_number("repo", r#"{"a": ${repo.id}"x"}"#, &["syntax"])]
#[case::a_name_outside_of_quotes("repo", r"{${repo.id}: 1}", &["syntax"])]
#[case::alone("repo", "${repo.id}", &[])]
#[case::text_alone("repo", "${repo.name}", &["unquoted-text"])]
#[case::two_values("repo", "${repo.id} ${repo.id}", &["trailing-data"])]
#[case::never_closed("repo", r#"{"a": "${repo.id"}"#, &["parameter-syntax"])]
#[case::never_closed_outside("repo", r#"{"a": ${repo.id"#, &["parameter-syntax"])]
#[case::closed_on_another_line("repo", "{\"a\": ${repo\n.id}}", &["parameter-syntax"])]
#[case::one_in_another("repo", r#"{"a": "${repo.${repo.id}}"}"#, &["parameter-syntax"])]
#[case::no_name_outside("repo", r#"{"a": ${}}"#, &["parameter-syntax"])]
#[case::white_space("repo", r#"{"a": ${ repo.id }}"#, &["parameter-syntax"])]
#[case::the_same_names("repo", r#"{"${repo.id}": 1, "${repo.id}": 2, "x": 3, "x": 4}"#, &["duplicate-member"])]
#[case::names_told_apart("repo", r#"{"${repo.id}": 1, "${repo.id}": 2}"#, &["parameter-in-name", "parameter-in-name"])]
#[case::not_always("repo", r#"{"a": ${mergeRequest.id}}"#, &["optional-parameter"])]
#[case::a_byte_order_mark("repo", "\u{feff}{}", &["encoding"])]
#[case::large_constants("repo", r#"{"a": 123456789012345678901, "b": ${repo.id}}"#, &["number"])]
fn a_rule_is_broken_where_it_is(#[case] service: &str, #[case] text: &str, #[case] expected: &[&str]) {
    assert_eq!(rules(service, text), expected);
}

#[test]
fn a_fault_says_what_is_in_the_file_and_not_what_it_was_read_as() {
    let text = r#"{"${repo.id}x": {"${operator.id}": [1, 123456789012345678901]}, "y": ${repo.id}${repo.id}}"#;
    let report = check(&Template::read(text.as_bytes()), &vocabulary("repo"));
    let said: Vec<String> =
        report.findings.iter().map(|finding| format!("{} {}", finding.pointer, finding.message)).collect();
    assert_eq!(said.len(), 2, "{said:#?}");
    assert!(said[0].starts_with("/${repo.id}x/${operator.id}/1 this integer needs more"), "{said:#?}");
    assert_eq!(said[1], " expected `,` or `}`, found the parameter `${repo.id}`");
}

#[test]
fn what_a_parameter_stands_in_is_known() {
    let template = Template::read(br#"{"${a}": "${b}", "c": ${c}}"#);
    let inside: Vec<(&str, Inside)> =
        template.placeholders.iter().map(|found| (found.name.as_str(), found.inside)).collect();
    assert_eq!(inside, [("a", Inside::Name), ("b", Inside::Text), ("c", Inside::Nothing)]);
}

#[rstest]
#[case::one(r#"{"a": "${BUILD.TITLE}"}"#, &["build"])]
#[case::several(r#"{"a": "${eventName}"}"#, &["repo", "check", "deploy"])]
#[case::none(r#"{"a": "${BUILD.TITLE} ${eventName}"}"#, &[])]
fn the_services_that_a_template_fits_are_found(#[case] text: &str, #[case] expected: &[&str]) {
    let vocabulary = vocabulary("build");
    assert_eq!(services(&Template::read(text.as_bytes()), vocabulary.entry), expected);
}

#[test]
fn a_vocabulary_says_what_there_is() {
    let entry = vocabulary("build").entry;
    let problem = |service: &str, events: &[String]| Vocabulary::new(entry, service, events).err().unwrap_or_default();
    assert!(problem("wiki", &[]).contains("has no service `wiki`: write `req`, `repo`, `check`, `build`"));
    assert!(problem("repo", &["check".to_owned()]).contains("write `repo.repository` or `repo.merge_request`"));
    let other = catalog().entries.iter().find(|entry| entry.templates().is_none()).expect("somebody has none");
    assert!(Vocabulary::new(other, "repo", &[]).is_err_and(|problem| problem.contains("has no templates")));
}

/// Reading goes over a text once, whatever is in it: to go over the rest for each part would take minutes here.
#[test]
fn a_long_template_is_checked() {
    let texts = [
        "${".repeat(100_000),
        "\"${a}".repeat(40_000),
        format!(
            "{{{}}}",
            (0..6_000).map(|n| format!("\"${{repo.id}}{n}\": ${{repo.idd}}")).collect::<Vec<_>>().join(",")
        ),
        format!("[{}0]", "123456789012345678901, \"${repo.name}\", ".repeat(6_000)),
        format!("\"${{{}}}\"", "a".repeat(200_000)),
    ];
    for text in texts {
        assert_ne!(check(&Template::read(text.as_bytes()), &vocabulary("repo")).verdict, Verdict::Valid);
    }
}
