//! What a user of the types meets: fields that need no unwrapping, and errors that name the place.

use hookproof::{
    codearts::{
        Req,
        repo_event::{self, merge_request::EventCode},
        req::IssueOrReview,
    },
    codeup, deveo,
    sourcecommit::{self, Sender, file_lock, pull_request},
    types::{Error, ErrorKind, FromValue, Nullable, from_slice},
};
use rstest::rstest;
use serde_json::{Value, json};

use crate::support::root;

fn fixture(path: &str) -> Value {
    let text = std::fs::read(root().join("fixtures").join(path)).expect("the fixture is there");
    serde_json::from_slice(&text).expect("the fixture is JSON")
}

fn read<T: FromValue>(payload: &Value) -> Result<T, Error> {
    from_slice(payload.to_string().as_bytes())
}

fn good<T: FromValue>(payload: &Value) -> T {
    read(payload).unwrap_or_else(|error| panic!("{error}\n{payload}"))
}

const SOURCECOMMIT_PUSH: &str = "sourcecommit/push/valid/several-commits.json";

#[rstest]
#[case::missing("/event/payload/commits/1/hash_id", None, "`event.payload.commits[1].hash_id` is missing")]
#[case::missing_at_the_top("/version", None, "`version` is missing")]
#[case::wrong_type("/repository/id", Some(json!("1")), "`repository.id` must be an integer, not a string")]
#[case::fraction("/repository/id", Some(json!(1.5)), "`repository.id` must be an integer, not a number")]
#[case::null("/event/payload/ref", Some(json!(null)), "`event.payload.ref` must be a string, not null")]
#[case::no_list("/event/payload/commits", Some(json!({})), "`event.payload.commits` must be an array, not an object")]
#[case::no_object("/sender", Some(json!([])), "`sender` must be an object, not an array")]
#[case::discriminator("/event/type", Some(json!("create")), "`event.type` must be \"push\", not \"create\"")]
#[case::no_discriminator("/event/type", None, "`event.type` is missing")]
#[case::form(
    "/event/payload/sender/protocol",
    Some(json!("ftp")),
    "`event.payload.sender.protocol` must be \"https\" or \"ssh\", not \"ftp\""
)]
#[case::hostile("/event/type", Some(json!("\u{1b}[2J\n")), "`event.type` must be \"push\", not \"\\u{1b}[2J\\n\"")]
fn an_error_names_the_place(#[case] pointer: &str, #[case] value: Option<Value>, #[case] message: &str) {
    let mut payload = fixture(SOURCECOMMIT_PUSH);
    let (above, name) = pointer.rsplit_once('/').expect("it is below the root");
    let above = payload.pointer_mut(above).expect("the place is there").as_object_mut().expect("it is an object");
    match value {
        Some(value) => drop(above.insert(name.to_owned(), value)),
        None => drop(above.remove(name)),
    }
    let error = read::<sourcecommit::Push>(&payload).expect_err("it is broken");
    assert_eq!(error.to_string(), message);
    assert_eq!(error.pointer().to_string(), pointer);
    let error = serde_json::from_value::<sourcecommit::Push>(payload).expect_err("it is broken");
    assert_eq!(error.to_string(), message);
}

#[test]
fn an_error_has_line_and_column() {
    let error = codeup::Test::from_slice(b"{\n  \"before\": \"\",\n  \"after\": 5\n}").expect_err("5 is no hash");
    assert_eq!((error.kind(), error.position()), (ErrorKind::Type, Some((3, 12))));
    let error = codeup::Test::from_slice(b"{\n  \"before\": \"\" 5}").expect_err("it is no JSON");
    assert_eq!((error.kind(), error.position()), (ErrorKind::Malformed, Some((2, 16))));
    assert_eq!(error.to_string(), "line 2, column 16: expected `,` or `}`, found `5`");
    let error = codeup::Test::from_slice(b"[]").expect_err("it is no object");
    assert_eq!(error.to_string(), "the payload must be an object, not an array");
}

#[test]
fn a_member_that_comes_with_an_action_stands_in_its_variant() {
    let mut payload = fixture("sourcecommit/file_lock/valid/create.json");
    let lock: sourcecommit::FileLock = good(&payload);
    let file_lock::Action::Create { locked_time } = &lock.event.payload.action else { panic!("{lock:?}") };
    assert!(!locked_time.as_str().is_empty());
    assert_eq!(lock.event.payload.action.to_string(), "create");
    // Where the action does not have the member, it is undocumented: its type says nothing.
    payload["event"]["payload"]["unlocked_time"] = json!(["soon"]);
    let lock: sourcecommit::FileLock = good(&payload);
    assert_eq!(lock.event.payload.extra["unlocked_time"], json!(["soon"]));
    payload["event"]["payload"]["action"] = json!("delete");
    let error = read::<sourcecommit::FileLock>(&payload).expect_err("now it is looked at");
    assert_eq!(error.to_string(), "`event.payload.unlocked_time` must be a string, not an array");
    payload["event"]["payload"]["action"] = json!("break");
    let lock: sourcecommit::FileLock = good(&payload);
    assert_eq!(lock.event.payload.action, file_lock::Action::Other("break".to_owned()));
}

#[test]
fn a_value_list_is_open_and_can_be_parsed() {
    assert_eq!(pull_request::ActionKind::DOCUMENTED, ["opened", "closed", "merged", "edited", "updated_head"]);
    assert_eq!("merged".parse(), Ok(pull_request::ActionKind::Merged));
    assert_eq!("new".parse(), Ok(pull_request::ActionKind::Other("new".to_owned())));
    let action = pull_request::Action::Opened { auto_merge_enable: true };
    assert_eq!((action.kind(), action.as_str()), (pull_request::ActionKind::Opened, "opened"));
    let unknown = "x".parse::<hookproof::codearts::deploy::EventCode>().expect_err("this list is closed");
    assert_eq!(unknown.to_string(), "\"x\" is none of success, failure, stop");
}

#[test]
fn an_event_code_tells_whether_there_is_a_review() {
    let payload = fixture("codearts/repo.merge_request/valid/create-comment.json");
    let event: repo_event::MergeRequest = good(&payload);
    let EventCode::CreateComment { merge_request_review } = event.event_code else { panic!("{event:?}") };
    assert_eq!(json!(merge_request_review.body), payload["mergeRequestReview"]["body"]);
}

#[test]
fn one_of_two_members_is_always_there() {
    let mut payload = fixture("codearts/req/valid/work-item-event.json");
    let req: Req = good(&payload);
    assert!(matches!(&req.issue_or_review, IssueOrReview::Issue { issue } if !issue.id.is_empty()));
    payload["review"] = payload["issue"].clone();
    let req: Req = good(&payload);
    assert!(matches!(&req.issue_or_review, IssueOrReview::Review { issue: Some(_), .. }));
    payload.as_object_mut().expect("it is an object").remove("issue");
    let req: Req = good(&payload);
    assert!(matches!(&req.issue_or_review, IssueOrReview::Review { issue: None, .. }));
    payload.as_object_mut().expect("it is an object").remove("review");
    assert_eq!(read::<Req>(&payload).expect_err("one must be there").to_string(), "`issue` is missing");
}

#[test]
fn a_form_is_selected_wherever_its_discriminator_stands() {
    let sender = |text: &str| from_slice::<Sender>(text.as_bytes()).expect("it is a sender");
    let sub_account = sender(r#"{"user_id": "u", "mbrNo": "1", "type": "SubAccount"}"#);
    assert!(matches!(&sub_account, Sender::SshSubAccount(form) if form.user_id == "u"));
    let https = sender(r#"{"mbrNo": "1", "id_no": "2", "user_id": "u"}"#);
    assert!(matches!(&https, Sender::Https(form) if form.id_no == "2"));
    assert_eq!(json!(sub_account)["type"], json!("SubAccount"));
}

#[test]
fn missing_and_null_are_two_things() {
    let mut payload = fixture("deveo/project.updated/valid/with-optionals.json");
    let project = payload["project"].as_object_mut().expect("it is an object");
    project.remove("visibility");
    let event: deveo::project::Updated = good(&payload);
    assert_eq!(event.project.visibility, None);
    payload["project"]["visibility"] = Value::Null;
    let error = read::<deveo::project::Updated>(&payload).expect_err("null is no text");
    assert_eq!(error.to_string(), "`project.visibility` must be a string, not null");

    let mut payload = fixture("codeup/note.commit/valid/documented-example.json");
    payload["object_attributes"]["line_code"] = Value::Null;
    let note: codeup::note::Commit = good(&payload);
    assert_eq!(note.object_attributes.line_code, Nullable::Null);
    assert_eq!(json!(note), payload);
    payload["object_attributes"].as_object_mut().expect("it is an object").remove("line_code");
    let error = read::<codeup::note::Commit>(&payload).expect_err("it must be there");
    assert_eq!(error.to_string(), "`object_attributes.line_code` is missing");
    assert_eq!(from_slice::<Vec<Nullable<i64>>>(b"[null, 4.0]"), Ok(vec![Nullable::Null, Nullable::Value(4)]));
}

#[test]
fn undocumented_members_are_kept_in_order() {
    let mut payload = fixture("codeup/push/valid/documented-example.json");
    payload["zone"] = json!({"b": [1.5, null], "a": "x"});
    payload["aliyun_pk"] = json!("1");
    let push: codeup::Push = good(&payload);
    assert_eq!(push.extra.keys().collect::<Vec<_>>(), ["zone", "aliyun_pk"]);
    assert_eq!(json!(push), payload);
}

#[test]
fn a_text_of_another_form_is_kept() {
    let mut payload = fixture("deveo/push/valid/documented-example.json");
    let push: deveo::Push = good(&payload);
    assert!(push.after.as_sha1().is_some() && !push.after.is_zero());
    payload["after"] = json!("r42");
    let push: deveo::Push = good(&payload);
    assert_eq!((push.after.as_str(), push.after.as_sha1()), ("r42", None));
}
