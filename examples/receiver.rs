//! A receiver of webhooks: it answers a delivery with one line about its event.
//!
//! `cargo run --example receiver -- 127.0.0.1:8080`, and in another terminal
//! `curl --data-binary @fixtures/codeup/push/valid/documented-example.json http://127.0.0.1:8080/`.

use std::io::Write as _;

use axum::{
    Router,
    body::Bytes,
    extract::DefaultBodyLimit,
    http::{HeaderMap, StatusCode},
    routing::post,
};
use hookproof::{
    Delivery, Event, codearts,
    codeup::{self, Note},
    deveo,
    sourcecommit::{self, Sender, file_lock},
    text::escaped,
    types::ErrorKind,
};
use tokio::net::TcpListener;

/// The largest body that is read.
const LIMIT: usize = 4 * 1024 * 1024;

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::io::Result<()> {
    let address = std::env::args().nth(1).unwrap_or_else(|| "127.0.0.1:8080".to_owned());
    let listener = TcpListener::bind(address).await?;
    writeln!(std::io::stdout(), "listening on {}", listener.local_addr()?)?;
    serve(listener).await
}

/// Answers what comes in, until the process ends.
pub(crate) async fn serve(listener: TcpListener) -> std::io::Result<()> {
    let router = Router::new().route("/", post(receive)).layer(DefaultBodyLimit::max(LIMIT));
    axum::serve(listener, router).await
}

/// A sender tries again what is answered with an error: only what can never be read is.
async fn receive(headers: HeaderMap, body: Bytes) -> (StatusCode, String) {
    let delivery = headers.iter().fold(Delivery::new(&body), |delivery, (name, value)| {
        delivery.header(name.as_str(), &String::from_utf8_lossy(value.as_bytes()))
    });
    // What came over the network is shown with its control characters escaped.
    match Event::from_delivery(&delivery) {
        Ok(event) => (StatusCode::OK, escaped(&line(&event)) + "\n"),
        Err(error) if error.kind() == ErrorKind::Malformed => (StatusCode::BAD_REQUEST, format!("{error}\n")),
        Err(error) => (StatusCode::UNPROCESSABLE_ENTITY, format!("{error}\n")),
    }
}

/// What an event says, on a line.
fn line(event: &Event) -> String {
    match event {
        Event::Codeup(event) => codeup(event),
        Event::SourceCommit(event) => sourcecommit(event),
        Event::CodeArts(event) => codearts(event),
        Event::Deveo(event) => deveo(event),
        Event::Unknown(unknown) => format!("ignored: {}", unknown.reason),
        event => format!("received: {}", event.name().unwrap_or("an event")),
    }
}

fn codeup(event: &codeup::Event) -> String {
    match event {
        codeup::Event::Push(push) => {
            let branch = push.r#ref.branch().unwrap_or(push.r#ref.as_str());
            format!("{} pushed {} commits to {branch}", push.user_name, push.total_commits_count)
        }
        codeup::Event::TagPush(push) if push.after.is_zero() => format!("{} deleted {}", push.user_name, push.r#ref),
        codeup::Event::TagPush(push) => format!("{} created {}", push.user_name, push.r#ref),
        codeup::Event::Note(Note::Commit(note)) => {
            format!("{} commented on commit {}", note.user.name, note.object_attributes.commit_id)
        }
        codeup::Event::Note(Note::MergeRequest(note)) => {
            format!("{} commented on \"{}\"", note.user.name, note.merge_request.title)
        }
        codeup::Event::Test(_) => "the connection works".to_owned(),
        event => format!("received: {}", event.name().unwrap_or("an event")),
    }
}

fn sourcecommit(event: &sourcecommit::Event) -> String {
    match event {
        sourcecommit::Event::Push(push) => {
            let who = match &push.sender {
                Sender::Https(sender) => sender.user_id.as_str(),
                Sender::SshSubAccount(sender) => sender.user_id.as_str(),
                _ => "the account",
            };
            format!("{who} pushed {} commits to {}", push.event.payload.commits.len(), push.repository.name)
        }
        sourcecommit::Event::FileLock(lock) => {
            let path = &lock.event.payload.path;
            match &lock.event.payload.action {
                file_lock::Action::Create { locked_time } => format!("{path} was locked at {locked_time}"),
                file_lock::Action::Delete { unlocked_time } => format!("{path} was unlocked at {unlocked_time}"),
                other => format!("{path}: {other}"),
            }
        }
        event => format!("received: {}", event.name().unwrap_or("an event")),
    }
}

fn codearts(event: &codearts::Event) -> String {
    use codearts::{RepoEvent, repo_event::merge_request::EventCode, req::IssueOrReview};
    match event {
        codearts::Event::Repo(RepoEvent::MergeRequest(event)) => match &event.event_code {
            EventCode::CreateComment { merge_request_review } => {
                format!("{}: {}", merge_request_review.author.name, merge_request_review.body)
            }
            code => format!("{}: {code}", event.merge_request.title),
        },
        codearts::Event::Req(req) => match &req.issue_or_review {
            IssueOrReview::Review { review, .. } => format!("{} on review {}", req.operation, review.title),
            IssueOrReview::Issue { issue } => format!("{} on work item {}", req.operation, issue.title),
            _ => req.operation.clone(),
        },
        event => format!("received: {}", event.name().unwrap_or("an event")),
    }
}

fn deveo(event: &deveo::Event) -> String {
    match event {
        deveo::Event::Push(push) => format!("{} pushed {} commits", push.pusher.display_name, push.commit_count),
        deveo::Event::Project(deveo::Project::Created(event)) => {
            format!("{} created project {}", event.subject.id, event.project.name)
        }
        event => format!("received: {}", event.name().unwrap_or("an event")),
    }
}
