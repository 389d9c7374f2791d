//! The receiver of the examples, started on a port of this machine, answers recorded deliveries.

#[path = "../../../examples/receiver.rs"]
#[expect(dead_code, reason = "the tests take the place of `main`")]
mod example;

use std::{
    io::{Read as _, Write as _},
    net::{SocketAddr, TcpStream},
    sync::{LazyLock, mpsc},
    thread,
};

use rstest::rstest;

use crate::support::root;

/// Where the receiver listens, which runs as long as the tests do.
static RECEIVER: LazyLock<SocketAddr> = LazyLock::new(|| {
    let (says, heard) = mpsc::channel();
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build().expect("a runtime starts");
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
            says.send(listener.local_addr().expect("it has an address")).expect("the tests wait for it");
            example::serve(listener).await.expect("it serves");
        });
    });
    heard.recv().expect("the receiver starts")
});

/// Sends bytes as they are, and gives back the status and the body of the answer.
fn send(request: &[u8]) -> (u16, String) {
    let mut stream = TcpStream::connect(*RECEIVER).expect("it listens");
    stream.write_all(request).expect("it reads");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("it answers");
    let status = answer.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("it answers with a status");
    (status, answer.split_once("\r\n\r\n").map(|(_, body)| body.trim().to_owned()).unwrap_or_default())
}

/// The recorded request with the path and the headers that a server needs to answer at once.
fn recorded(path: &str) -> Vec<u8> {
    let bytes = std::fs::read(root().join("fixtures").join(path)).expect("the fixture is there");
    let request = hookproof::http::Request::read(&bytes).expect("it is a request");
    let mut sent = b"POST / HTTP/1.1\r\n".to_vec();
    for (name, value) in &request.headers {
        if !["content-length", "connection", "transfer-encoding"].contains(&name.to_lowercase().as_str()) {
            sent.extend(format!("{name}: {value}\r\n").bytes());
        }
    }
    sent.extend(format!("Content-Length: {}\r\nConnection: close\r\n\r\n", request.body.len()).bytes());
    sent.extend(&*request.body);
    sent
}

fn json(body: &[u8]) -> Vec<u8> {
    let head = "POST / HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\nConnection: close\r\n";
    [format!("{head}Content-Length: {}\r\n\r\n", body.len()).as_bytes(), body].concat()
}

fn fixture(path: &str) -> Vec<u8> {
    std::fs::read(root().join("fixtures").join(path)).expect("the fixture is there")
}

#[test]
fn recorded_deliveries_are_answered() {
    let answers = [
        "codeup/push/valid/observed-header.http",
        "codeup/note.commit/valid/note-hook.http",
        "codeup/test/valid/test-button.http",
        "codeup/push/unknown/undocumented-header.http",
        "codeup/push/unknown/gitlab-header.http",
        "codeup/push/invalid/header-disagrees.http",
        "deveo/project.created/valid/form-delivery.http",
        "deveo/push/valid/form-delivery.http",
        "deveo/push/valid/json-delivery.http",
        "deveo/push/malformed/form-two-payloads.http",
        "sourcecommit/push/valid/form-delivery.http",
        "sourcecommit/push/malformed/form-bad-escape.http",
    ]
    .map(|path| (path, send(&recorded(path))));
    insta::with_settings!({ snapshot_path => root().join("tests/snapshots"), prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_debug_snapshot!("receiver", answers);
    });
}

#[rstest]
#[case("codearts/req/valid/review-event.json", 200)]
#[case("codearts/repo.merge_request/valid/create-comment.json", 200)]
#[case("sourcecommit/file_lock/valid/create.json", 200)]
#[case("deveo/repository.created/malformed/missing-comma.json", 400)]
fn bodies_are_answered_without_any_header(#[case] path: &str, #[case] status: u16) {
    let (answered, line) = send(&json(&fixture(path)));
    assert_eq!(answered, status, "{line}");
    assert!(!line.is_empty() && !line.starts_with("ignored"), "{line}");
}

#[test]
fn a_body_that_lacks_a_member_is_refused_with_its_place() {
    let mut body: serde_json::Value =
        serde_json::from_slice(&fixture("codeup/push/valid/documented-example.json")).expect("it is JSON");
    body["commits"][0].as_object_mut().expect("it is an object").remove("id");
    let answer = send(&json(body.to_string().as_bytes()));
    assert_eq!(answer, (422, "`commits[0].id` is missing".to_owned()));
}
