//! Which event a delivery is: by what the caller names, else by its headers, else by its body.

use std::collections::BTreeMap;

use hookproof::{Delivery, Report, Verdict};
use rstest::rstest;
use serde_json::{Value, json};

use crate::support::{folders, judge};

const SHA: &str = "f2e2d577fab1562a6239b82721fd9827e05fdce6";

/// The valid JSON body that an event's fixtures begin with.
fn body(event: &str) -> Value {
    let folder = folders().into_iter().find(|folder| format!("{}/{}", folder.provider, folder.event) == event);
    let folder = folder.unwrap_or_else(|| panic!("{event} has fixtures"));
    let file = folder.files.iter().find(|(path, _)| path.starts_with("valid/") && path.contains(".json"));
    serde_json::from_slice(file.expect("there is a valid body").1).expect("it is JSON")
}

fn check(headers: &[(&str, &str)], body: &Value) -> Report {
    let text = body.to_string();
    let delivery =
        headers.iter().fold(Delivery::new(text.as_bytes()), |delivery, (name, value)| delivery.header(name, value));
    judge().check(&delivery)
}

/// The event and the verdict, or `unknown`.
fn said(report: &Report) -> String {
    match (&report.provider, &report.event) {
        (Some(provider), Some(event)) => format!("{provider}/{event} {}", report.verdict),
        (None, None) => report.verdict.to_string(),
        (provider, event) => format!("{provider:?} {event:?} {}", report.verdict),
    }
}

#[rstest]
#[case::documented_header(&[("Codeup-Event", "Push Hook")], "codeup/push valid")]
#[case::observed_header(&[("X-Codeup-Event", "Push Hook")], "codeup/push valid")]
#[case::header_names_have_no_case(&[("x-CODEUP-event", "  Push Hook ")], "codeup/push valid")]
#[case::both_spellings_agree(&[("Codeup-Event", "Push Hook"), ("X-Codeup-Event", "Push Hook")], "codeup/push valid")]
#[case::both_spellings_disagree(&[("Codeup-Event", "Push Hook"), ("X-Codeup-Event", "Note Hook")], "unknown")]
#[case::header_of_another_event(&[("Codeup-Event", "Tag Push Hook")], "codeup/tag_push invalid")]
#[case::undocumented_header(&[("Codeup-Event", "Wiki Hook")], "unknown")]
#[case::values_have_case(&[("Codeup-Event", "push hook")], "unknown")]
#[case::gitlab(&[("X-Gitlab-Event", "Push Hook")], "unknown")]
#[case::github(&[("X-GitHub-Event", "push")], "unknown")]
#[case::gitea(&[("x-gitea-event", "push")], "unknown")]
#[case::another_host_outweighs_a_documented_header(&[("Codeup-Event", "Push Hook"), ("X-Gitlab-Event", "Push Hook")], "unknown")]
#[case::two_providers(&[("Codeup-Event", "Push Hook"), ("X-Deveo-Event", "push")], "unknown")]
#[case::no_event_header(&[("Content-Type", "application/json"), ("User-Agent", "x")], "codeup/push valid")]
fn headers_name_the_event_of_a_push(#[case] headers: &[(&str, &str)], #[case] expected: &str) {
    assert_eq!(said(&check(headers, &body("codeup/push"))), expected);
}

#[rstest]
#[case::commit("codeup/note.commit", "codeup/note.commit valid")]
#[case::merge_request("codeup/note.merge_request", "codeup/note.merge_request valid")]
#[case::push("codeup/push", "unknown")]
#[case::test("codeup/test", "codeup/test valid")]
fn the_body_tells_events_of_one_header_apart(#[case] event: &str, #[case] expected: &str) {
    assert_eq!(said(&check(&[("Codeup-Event", "Note Hook")], &body(event))), expected);
}

#[test]
fn a_body_that_disagrees_with_its_header_fails_at_the_discriminator() {
    let mut note = body("codeup/note.commit");
    note["object_kind"] = json!("push");
    let report = check(&[("Codeup-Event", "Note Hook")], &note);
    assert_eq!(said(&report), "codeup/note.commit invalid");
    assert_eq!(report.findings.len(), 1);
    assert_eq!(report.findings[0].pointer.to_string(), "/object_kind");
}

#[rstest]
#[case("Push Hook", "codeup/test valid")]
#[case("Tag Push Hook", "codeup/test valid")]
#[case("Merge Request Hook", "codeup/test valid")]
#[case("Wiki Hook", "unknown")]
fn the_test_body_is_the_test_event_under_every_documented_header(#[case] header: &str, #[case] expected: &str) {
    assert_eq!(said(&check(&[("X-Codeup-Event", header)], &body("codeup/test"))), expected);
}

#[rstest]
#[case::push("deveo/push", "push", "deveo/push valid")]
#[case::another_value_names_the_provider("deveo/push", "repository", "deveo/push valid")]
#[case::the_body_decides("deveo/project.created", "project", "deveo/project.created valid")]
#[case::the_header_decides("deveo/project.created", "push", "deveo/push invalid")]
#[case::another_providers_body("codeup/push", "project", "unknown")]
fn a_header_that_is_not_closed_leaves_the_event_to_the_body(
    #[case] event: &str,
    #[case] header: &str,
    #[case] expected: &str,
) {
    assert_eq!(said(&check(&[("X-Deveo-Event", header)], &body(event))), expected);
}

#[rstest]
#[case::not_an_object(json!([]), "unknown")]
#[case::no_members(json!({}), "unknown")]
#[case::undocumented_kind(json!({"object_kind": "pipeline"}), "unknown")]
#[case::kind_of_another_type(json!({"object_kind": 5}), "unknown")]
#[case::note_about_nothing(json!({"object_kind": "note"}), "unknown")]
#[case::note_about_an_issue(json!({"object_kind": "note", "object_attributes": {"noteable_type": "Issue"}}), "unknown")]
#[case::exactly_two(json!({"before": SHA, "after": SHA}), "codeup/test valid")]
#[case::one_more_than_two(json!({"before": SHA, "after": SHA, "x": 1}), "unknown")]
#[case::undocumented_event_type(json!({"event": {"type": "fork"}}), "unknown")]
#[case::event_type_alone(json!({"event": {"type": "meta"}}), "sourcecommit/meta invalid")]
#[case::undocumented_code(json!({"eventCode": "failed"}), "unknown")]
#[case::code_alone(json!({"eventCode": "stop"}), "codearts/deploy invalid")]
#[case::pipeline(json!({"pipeline": 1}), "codearts/pipeline invalid")]
#[case::pipeline_with_a_code(json!({"pipeline": 1, "eventCode": "x"}), "unknown")]
#[case::build(json!({"BUILD": 1}), "codearts/build invalid")]
#[case::req(json!({"project": 1, "operator": 1, "operation": 1, "event": 1}), "codearts/req invalid")]
#[case::req_with_a_type(json!({"project": 1, "operator": 1, "operation": 1, "event": 1, "type": 1}), "unknown")]
#[case::project(json!({"type": "project", "operation": "deleted"}), "deveo/project.deleted invalid")]
#[case::project_archived(json!({"type": "project", "operation": "archived"}), "unknown")]
#[case::repository(json!({"type": "repository", "operation": "created"}), "deveo/repository.created invalid")]
#[case::repository_deleted(json!({"type": "repository", "operation": "deleted"}), "unknown")]
#[case::deveo_push(json!({"ref": 1, "before": 1, "after": 1, "commits": 1, "project": 1}), "deveo/push invalid")]
#[case::deveo_push_by_its_count(json!({"ref": 1, "before": 1, "after": 1, "commits": 1, "commit_count": 1}), "deveo/push invalid")]
#[case::deveo_push_without_either(json!({"ref": 1, "before": 1, "after": 1, "commits": 1}), "unknown")]
#[case::a_value_says_more_than_a_member(json!({"object_kind": "push", "pipeline": 1, "BUILD": 1}), "codeup/push invalid")]
#[case::two_events_by_their_members(json!({"pipeline": 1, "BUILD": 1}), "unknown")]
#[case::two_events_by_their_values(json!({"object_kind": "push", "eventCode": "stop"}), "unknown")]
fn bodies_name_their_event(#[case] body: Value, #[case] expected: &str) {
    assert_eq!(said(&check(&[], &body)), expected);
}

#[test]
fn the_reason_names_what_was_found() {
    let mut reasons = BTreeMap::new();
    for (name, headers, body) in [
        ("array", &[][..], json!([])),
        ("empty", &[], json!({})),
        ("kind", &[], json!({"object_kind": "wiki"})),
        ("type", &[], json!({"object_kind": "note", "object_attributes": {"noteable_type": "Issue"}})),
        ("two", &[], json!({"pipeline": 1, "BUILD": 1})),
        ("header", &[("Codeup-Event", "Wiki Hook")], json!({})),
        ("host", &[("X-GitHub-Event", "push")], json!({})),
    ] {
        reasons.insert(name, check(headers, &body).reason.expect("an unknown payload has a reason").to_string());
    }
    insta::assert_debug_snapshot!(reasons, @r#"
    {
        "array": "a payload is an object, and this is an array",
        "empty": "no documented payload has these members",
        "header": "the header `Codeup-Event` names no documented event: `Wiki Hook`",
        "host": "the header `X-GitHub-Event` is another host's",
        "kind": "`/object_kind` names no documented event: `wiki`",
        "two": "it could be codearts/pipeline or codearts/build: name the event",
        "type": "`/object_attributes/noteable_type` names no documented event: `Issue`",
    }
    "#);
}

#[test]
fn what_the_caller_names_decides() {
    let text = body("codeup/push").to_string();
    let delivery = || Delivery::new(text.as_bytes());
    let cases = [
        (delivery().provider("codeup"), "codeup/push valid"),
        (delivery().provider("deveo"), "unknown"),
        (delivery().event("tag_push"), "codeup/tag_push invalid"),
        (delivery().event("push"), "unknown"),
        (delivery().provider("deveo").event("push"), "deveo/push invalid"),
        (delivery().provider("codeup").event("push").header("X-GitHub-Event", "push"), "codeup/push valid"),
        (delivery().provider("codeup").header("X-GitHub-Event", "push"), "codeup/push valid"),
        (delivery().provider("codeup").header("Codeup-Event", "Tag Push Hook"), "codeup/tag_push invalid"),
        (delivery().provider("codeup").event("push").header("Codeup-Event", "Tag Push Hook"), "codeup/push valid"),
        (delivery().provider("deveo").header("Codeup-Event", "Push Hook"), "unknown"),
        (delivery().provider("github"), "unknown"),
        (delivery().provider("codeup").event("wiki"), "unknown"),
    ];
    for (delivery, expected) in cases {
        assert_eq!(
            said(&judge().check(&delivery)),
            expected,
            "{:?} {:?} {:?}",
            delivery.provider,
            delivery.event,
            delivery.headers
        );
    }
}

#[rstest]
#[case::nothing_names_it(Delivery::new(b"{"), None, None)]
#[case::option(Delivery::new(b"{").provider("codeup").event("push"), Some("codeup"), Some("push"))]
#[case::provider_alone(Delivery::new(b"{").provider("codeup"), Some("codeup"), None)]
#[case::header(Delivery::new(b"{").header("Codeup-Event", "Push Hook"), Some("codeup"), Some("push"))]
#[case::header_of_two_events(Delivery::new(b"{").header("Codeup-Event", "Note Hook"), Some("codeup"), None)]
#[case::header_of_the_provider(Delivery::new(b"{").header("X-Deveo-Event", "x"), Some("deveo"), None)]
#[case::another_host(Delivery::new(b"{").header("X-GitHub-Event", "x"), None, None)]
fn a_malformed_payload_bears_the_name_that_it_was_given(
    #[case] delivery: Delivery,
    #[case] provider: Option<&str>,
    #[case] event: Option<&str>,
) {
    let report = judge().check(&delivery);
    assert_eq!(report.verdict, Verdict::Malformed);
    assert_eq!((report.provider.as_deref(), report.event.as_deref()), (provider, event));
}
