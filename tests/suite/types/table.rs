//! The type of each event, by the event's name.

use hookproof::{codearts, codeup, deveo, sourcecommit, types::Error};
use serde_json::Value;

use crate::support::judge;

/// The type of an event: what reads a body and writes it again.
pub(crate) struct Typed {
    pub(crate) name: &'static str,
    /// Reads a text.
    pub(crate) read: fn(&[u8]) -> Result<Read, Error>,
    /// Reads a text by way of `serde_json`.
    pub(crate) deserialize: fn(&[u8]) -> Result<Value, serde_json::Error>,
}

/// What was read.
#[derive(Debug)]
pub(crate) struct Read {
    /// Written again.
    pub(crate) written: Value,
    /// Whether what is written reads as the same.
    pub(crate) again: bool,
}

macro_rules! typed {
    ($($name:path),+ $(,)?) => { &[$(Typed {
        name: <$name>::NAME,
        read: |text| {
            let payload = <$name>::from_slice(text)?;
            let written = serde_json::to_vec(&payload).expect("a payload can be written");
            let again = <$name>::from_slice(&written).is_ok_and(|again| again == payload);
            Ok(Read { written: serde_json::to_value(&payload).expect("a payload can be written"), again })
        },
        deserialize: |text| {
            let payload: $name = serde_json::from_slice(text)?;
            serde_json::to_value(&payload)
        },
    }),+] };
}

pub(crate) static TYPES: &[Typed] = typed![
    codearts::Build,
    codearts::Check,
    codearts::Deploy,
    codearts::Pipeline,
    codearts::Req,
    codearts::repo_event::MergeRequest,
    codearts::repo_event::Repository,
    codeup::MergeRequest,
    codeup::Push,
    codeup::TagPush,
    codeup::Test,
    codeup::note::Commit,
    codeup::note::MergeRequest,
    deveo::Push,
    deveo::project::Created,
    deveo::project::Deleted,
    deveo::project::Updated,
    deveo::repository::Created,
    sourcecommit::Create,
    sourcecommit::Delete,
    sourcecommit::FileLock,
    sourcecommit::FileSafer,
    sourcecommit::Meta,
    sourcecommit::PullRequest,
    sourcecommit::Push,
    sourcecommit::RepositoryEvent,
];

#[test]
fn every_event_has_its_type() {
    let mut names: Vec<&str> = TYPES.iter().map(|typed| typed.name).collect();
    let mut events: Vec<String> = judge().catalog().events().map(|known| known.name()).collect();
    names.sort_unstable();
    events.sort_unstable();
    assert_eq!(names, events);
}
