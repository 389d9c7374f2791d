//! `hookproof template`, and `validate` by a template.

use std::fs;

use rstest::rstest;
use serde_json::Value;

use crate::support::{Ran, folder, root, run, run_with};

const VALID: &str = r#"{"code": "${eventCode}", "by": ${operator.id}}"#;
const DRIFT: &str = r#"{"name": "${repo.name}"}"#;
const INVALID: &str = r#"{"name": "${repo.nam}", "token": "hunter2"}"#;

#[rstest]
#[case::valid(VALID, &["--service", "repo"], 0)]
#[case::drift(DRIFT, &["--service", "repo"], 0)]
#[case::drift_when_strict(DRIFT, &["--service", "repo", "--strict"], 1)]
#[case::invalid(INVALID, &["--service", "repo"], 1)]
#[case::malformed("{", &["--service", "repo"], 1)]
#[case::guessed(VALID, &[], 0)]
#[case::of_an_event(VALID, &["--service", "repo", "--event", "repo.repository"], 0)]
#[case::of_a_provider(VALID, &["--service", "repo", "--provider", "codearts"], 0)]
#[case::nothing_to_guess_from("{}", &[], 2)]
#[case::no_service_fits(INVALID, &[], 2)]
#[case::no_such_service(VALID, &["--service", "wiki"], 2)]
#[case::no_such_provider(VALID, &["--provider", "github"], 2)]
#[case::provider_without_templates(VALID, &["--service", "repo", "--provider", "codeup"], 2)]
#[case::no_such_event(VALID, &["--service", "repo", "--event", "check"], 2)]
#[case::no_such_format(VALID, &["--service", "repo", "--format", "xml"], 2)]
fn the_exit_code_says_what_came_of_it(#[case] template: &str, #[case] options: &[&str], #[case] expected: i32) {
    let ran = run_with(template.as_bytes(), &[&["template", "check", "-"], options].concat());
    assert_eq!(ran.code, Some(expected), "{ran:?}");
    assert!(expected != 2 || ran.err.contains("error: "), "a failed run says why: {ran:?}");
}

#[rstest]
#[case::nothing_to_guess_from(
    "{}",
    "this can be a template of req, repo, check, build, deploy, pipeline: add --service"
)]
#[case::no_service_fits(INVALID, "no service has every parameter of this template: add --service, one of req, repo")]
#[case::one_fits(VALID, "note: taken for a template of codearts/repo: no other has its parameters")]
fn a_guess_is_told_or_asked_for(#[case] template: &str, #[case] expected: &str) {
    let ran = run_with(template.as_bytes(), &["template", "check", "-"]);
    assert!(ran.err.contains(expected), "{ran:?}");
}

#[test]
fn every_format_reports_templates() {
    let folder = folder(&[("a.tmpl", INVALID), ("b.tmpl", DRIFT), ("c.tmpl", VALID)]);
    let report = |format: &str| {
        run(
            folder.path(),
            &["template", "check", "a.tmpl", "b.tmpl", "c.tmpl", "--service", "repo", "--format", format],
        )
    };
    let json = report("json").json();
    let verdicts: Vec<&Value> =
        json["payloads"].as_array().expect("a list").iter().map(|one| &one["verdict"]).collect();
    assert_eq!(verdicts, ["invalid", "drift", "valid"]);
    let finding = &json["payloads"][0]["findings"][0];
    assert_eq!(
        (&finding["rule"], &finding["line"], &finding["column"]),
        (&"unknown-parameter".into(), &1.into(), &11.into())
    );
    assert_eq!(finding["schema"], "codearts/templates.json#/own_parameters");
    let human = report("human");
    assert!(human.out.starts_with("a.tmpl:1:11: invalid: /name: `${repo.nam}` is no parameter"), "{}", human.out);
    assert!(human.err.ends_with("3 templates: 1 valid, 1 drift, 1 invalid\n"), "{}", human.err);
    for (format, expected) in [
        ("ndjson", "\"rule\":\"unescaped-text\""),
        ("sarif", "A template names a parameter that its service does not have"),
        ("junit", "classname=\"codearts/repo\""),
        ("github", "::error file=a.tmpl,line=1,col=11,title=codearts/repo unknown-parameter::"),
        ("gitlab", "\"check_name\": \"unknown-parameter\""),
    ] {
        let ran = report(format);
        assert_eq!(ran.code, Some(1), "{ran:?}");
        assert!(ran.out.contains(expected), "{format}: {}", ran.out);
    }
}

#[test]
fn what_is_in_a_template_can_be_kept_out_of_reports() {
    let secret = r#"{"${hunter2}": "${hunter2}", "hunter2": ${hunter2}"#;
    for format in ["human", "json", "sarif", "junit", "github", "gitlab"] {
        for template in [INVALID, secret, r#"{"hunter2": 1, "hunter2": 2}"#] {
            let ran = run_with(
                template.as_bytes(),
                &["template", "check", "-", "--service", "repo", "--redact", "--format", format],
            );
            assert_eq!(ran.code, Some(1), "{ran:?}");
            assert!(!ran.out.contains("hunter2") && !ran.err.contains("hunter2"), "{ran:?}");
        }
    }
}

/// Standard input can be read but once.
#[test]
fn a_subscription_can_come_from_standard_input() {
    let subscription = r#"{"method": "POST", "headers": ["a: b"], "service": "repo"}"#;
    let ran = run_with(subscription.as_bytes(), &["template", "check", "--subscription", "-"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), "1 template: 1 valid\n"), "{ran:?}");
}

#[test]
fn a_subscription_brings_its_template_along() {
    let subscription = |template: &str, headers: usize| {
        let headers: Vec<String> = (0..headers).map(|index| format!("\"X-{index}: on\"")).collect();
        format!(
            r#"{{"service": "repo", "events": ["repo.repository"], "headers": [{}], "template": "{template}"}}"#,
            headers.join(", ")
        )
    };
    let folder = folder(&[
        ("a/many.json", &subscription("../t/good.tmpl", 21)),
        ("a/other.json", &subscription("../t/other.tmpl", 20)),
        ("a/lost.json", &subscription("lost.tmpl", 0)),
        ("a/broken.json", "{"),
        ("a/guessed.json", r#"{"template": "../t/other.tmpl"}"#),
        ("a/nothing.json", "{}"),
        ("t/good.tmpl", VALID),
        ("t/other.tmpl", r#"{"id": ${mergeRequest.id}}"#),
    ]);
    let check = |name: &str| run(folder.path(), &["template", "check", "--subscription", name]);
    let many = check("a/many.json");
    assert_eq!(many.code, Some(1), "{many:?}");
    assert!(many.out.contains("there are 21 headers, and 20 are allowed"), "{many:?}");
    assert!(many.err.ends_with("2 templates: 1 valid, 1 invalid\n"), "{many:?}");
    let other = check("a/other.json");
    assert!(
        other.out.starts_with("a/../t/other.tmpl:1:8: invalid: /id: `${mergeRequest.id}` is no parameter"),
        "{other:?}"
    );
    let lost = check("a/lost.json");
    assert_eq!(lost.code, Some(2), "{lost:?}");
    assert!(lost.err.contains("error: a/lost.tmpl: No such file"), "{lost:?}");
    assert_eq!(check("a/broken.json").code, Some(1));
    assert_eq!(check("a/guessed.json").code, Some(0), "{:?}", check("a/guessed.json"));
    assert_eq!(check("a/nothing.json").code, Some(2));
    assert_eq!(run(folder.path(), &["template", "check"]).code, Some(2));
}

#[test]
fn one_bad_file_never_stops_the_others() {
    let folder = folder(&[("a.tmpl", VALID)]);
    let ran = run(folder.path(), &["template", "check", "gone.tmpl", ".", "a.tmpl", "--service", "repo"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("error: gone.tmpl: ") && ran.err.contains("error: .: this is a directory"), "{}", ran.err);
    assert!(ran.err.ends_with("1 template: 1 valid\n"), "{}", ran.err);
}

#[test]
fn a_schema_is_printed_in_each_draft_and_level() {
    let print = |options: &[&str]| {
        run_with(DRIFT.as_bytes(), &[&["template", "schema", "-", "--service", "repo"], options].concat())
    };
    let documented = print(&[]).json();
    assert_eq!(documented["additionalProperties"], false);
    let open = print(&["--open"]).json();
    assert_eq!((open.get("additionalProperties"), &open["required"]), (None, &documented["required"]));
    assert_eq!(print(&["--draft", "07"]).json()["$schema"], "http://json-schema.org/draft-07/schema#");
}

#[rstest]
#[case::schema(&["template", "schema"])]
#[case::render(&["template", "render"])]
#[case::validate(&["validate", "fixtures/codeup/test", "--template"])]
fn a_template_with_mistakes_yields_nothing(#[case] command: &[&str]) {
    let folder = folder(&[("a.tmpl", INVALID), ("list.tmpl", "[1]")]);
    let file = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let ran = run(root(), &[command, &[&file("a.tmpl"), "--service", "repo"]].concat());
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.err.contains("a.tmpl: the template has mistakes:\n"), "{ran:?}");
    assert!(ran.err.contains("  1:11: `${repo.nam}` is no parameter of CodeArts Repo"), "{ran:?}");
    let list = run(root(), &[command, &[&file("list.tmpl"), "--service", "repo"]].concat());
    let expected = if command.contains(&"render") { Some(0) } else { Some(2) };
    assert_eq!(list.code, expected, "{list:?}");
}

/// The bytes that every machine must print.
#[test]
fn the_same_seed_gives_the_same_bytes() {
    let template = root().join("fixtures/codearts/templates/repo.merge_request/drift/chat-message.tmpl");
    let template = fs::read(template).expect("it is there");
    let print = |options: &[&str]| {
        let ran = run_with(&template, &[&["template", "render", "-", "--service", "repo"], options].concat());
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{options:?}");
        ran.out
    };
    let calls = [&[][..], &["--seed", "7"], &["--count", "3"], &["--hostile"]];
    let text: Vec<String> = calls.iter().map(|call| format!("$ {}\n{}", call.join(" "), print(call))).collect();
    crate::support::snapshot!("rendered", text.join("\n"));
    let lines = print(&["--count", "9"]);
    assert!(lines.starts_with(&print(&["--count", "5"])) && lines.lines().count() == 9);
    let other = print(&["--count", "9", "--seed", "1"]);
    assert!(lines.lines().all(|line| other.lines().all(|other| other != line)));
    assert_eq!(print(&["--count", "0"]), "");
}

fn validate(template: &str, payloads: &str, options: &[&str]) -> Ran {
    let folder = folder(&[("t.tmpl", template), ("captures/p.ndjson", payloads)]);
    run(folder.path(), &[&["validate", "--template", "t.tmpl", "captures"], options].concat())
}

#[test]
fn deliveries_are_judged_by_the_template() {
    let payloads = r#"{"code": "CodeArtsRepo-MergeRequest-Merge", "by": 5}
{"code": "CodeArtsRepo-MergeRequest-Rebase", "by": 5}
{"code": "CodeArtsRepo-MergeRequest-Merge", "by": "5"}
{"code": "CodeArtsRepo-MergeRequest-Merge", "by": 5, "more": 1}
{"code": "CodeArtsRepo-MergeRequest-Merge", "by": }
"#;
    let ran = validate(VALID, payloads, &["--service", "repo", "--format", "json"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    let report = ran.json();
    let payloads = report["payloads"].as_array().expect("a list");
    let verdicts: Vec<&Value> = payloads.iter().map(|payload| &payload["verdict"]).collect();
    assert_eq!(verdicts, ["valid", "drift", "invalid", "drift", "malformed"]);
    assert!(payloads.iter().all(|payload| payload["event"] == "repo.template"));
    let message = payloads[2]["findings"][0]["message"].as_str().expect("a text");
    assert_eq!(message, "`by` must be an integer, not a string; the template has `${operator.id}` there");
    assert_eq!(payloads[2]["findings"][0]["schema"], "codearts/repo.template.schema.json#/properties/by/type");
}

#[test]
fn only_the_parameters_of_an_event_can_count() {
    let payload = r#"{"code": "CodeArtsRepo-MergeRequest-Merge", "by": 5}"#;
    let of = |event: &str| validate(VALID, payload, &["--service", "repo", "--event", event, "--strict"]).code;
    assert_eq!((of("repo.merge_request"), of("repo.repository"), of("check")), (Some(0), Some(1), Some(2)));
    assert_eq!(validate(VALID, payload, &["--strict"]).code, Some(0), "the service is guessed");
    assert_eq!(validate(VALID, payload, &["--map", "*=codeup/push"]).code, Some(2));
    let ran = run(root(), &["validate", "fixtures/codeup/test", "--service", "repo"]);
    assert_eq!(ran.code, Some(2), "a service belongs to a template: {ran:?}");
}

/// The way of the README: a template is checked, has a schema, yields bodies, and judges what was captured.
#[test]
fn from_a_template_to_validated_captures() {
    let folder = folder(&[]);
    let of = |name: &str| root().join("examples/templates").join(name).to_string_lossy().into_owned();
    let template = of("merge-request.tmpl");
    let check = run(folder.path(), &["template", "check", "--subscription", &of("subscription.json")]);
    assert_eq!(check.code, Some(0), "{check:?}");
    let schema = run(folder.path(), &["template", "schema", &template, "--service", "repo"]).json();
    let schema = jsonschema::validator_for(&schema).expect("it is a schema");
    let render = run(folder.path(), &["template", "render", &template, "--service", "repo", "--count", "50"]);
    assert!(render.out.lines().count() == 50 && render.code == Some(0), "{render:?}");
    for body in render.out.lines() {
        assert!(schema.is_valid(&serde_json::from_str(body).expect("it is JSON")), "{body}");
    }
    fs::write(folder.path().join("rendered.ndjson"), &render.out).expect("the folder can be written to");
    let validate =
        |path: &str| run(folder.path(), &["validate", "--strict", "--template", &template, "--service", "repo", path]);
    let rendered = validate("rendered.ndjson");
    assert_eq!((rendered.code, rendered.err.as_str()), (Some(0), "50 payloads: 50 valid\n"), "{rendered:?}");
    assert_eq!(validate(&of("captures")).code, Some(1));
}
