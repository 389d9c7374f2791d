//! Bytes that are changed at random: whatever is accepted is valid.

use std::path::PathBuf;

use hookproof::Delivery;
use proptest::{
    collection::vec,
    prelude::{Strategy, any, prop_oneof},
    sample::{Index, select},
};
use rstest::rstest;

use super::accepted;
use crate::{
    generated::{Event, holds},
    support::judge,
};

/// One change of a text.
#[derive(Debug, Clone)]
enum Change {
    Replace(Index, u8),
    Insert(Index, &'static [u8]),
    Remove(Index, usize),
    /// Moves a part of the text to another place.
    Copy(Index, usize, Index),
}

/// What could be taken for something else.
const PIECES: [&[u8]; 24] = [
    b"\"",
    b"\\",
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b":",
    b" ",
    b"0",
    b"-",
    b".0",
    b"e1",
    b"1",
    b"null",
    b"true",
    b"\\u0061",
    b"\\ud83d",
    b"\\ude00",
    b"\xC3",
    b"\xC3\xA9",
    b"\xEF\xBB\xBF",
    b"\n",
    b"\"\":0,",
];

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Change::Replace(at, byte)),
        (any::<Index>(), select(PIECES.to_vec())).prop_map(|(at, piece)| Change::Insert(at, piece)),
        (any::<Index>(), 1..20_usize).prop_map(|(at, count)| Change::Remove(at, count)),
        (any::<Index>(), 1..60_usize, any::<Index>()).prop_map(|(from, count, to)| Change::Copy(from, count, to)),
    ]
}

fn changed(mut text: Vec<u8>, changes: &[Change]) -> Vec<u8> {
    for change in changes {
        match change {
            Change::Replace(at, byte) if !text.is_empty() => {
                let at = at.index(text.len());
                text[at] = *byte;
            }
            Change::Replace(..) => {}
            Change::Insert(at, piece) => {
                let at = at.index(text.len() + 1);
                text.splice(at..at, piece.iter().copied());
            }
            Change::Remove(at, count) => {
                let at = at.index(text.len() + 1);
                text.drain(at..text.len().min(at + count));
            }
            Change::Copy(from, count, to) => {
                let from = from.index(text.len() + 1);
                let part = text[from..text.len().min(from + count)].to_vec();
                let to = to.index(text.len() + 1);
                text.splice(to..to, part);
            }
        }
    }
    text
}

#[rstest]
fn what_is_accepted_of_changed_bytes_is_valid(#[files("fixtures/*/*/cases.toml")] path: PathBuf) {
    let event = Event::of(&path);
    let (provider, id) = (&event.known.entry.provider, &event.known.event.id);
    let fixtures = any::<Index>().prop_map(|index| index.get(event.bodies()).clone());
    let bodies = prop_oneof![fixtures, event.payloads().prop_map(|payload| payload.to_string().into_bytes())];
    holds(400, (bodies, vec(change(), 1..4)), |(body, changes)| {
        let text = changed(body, &changes);
        let delivery = Delivery::new(&text);
        accepted(judge(), &delivery.clone().provider(&provider.id).event(id))?;
        let headers = provider.delivery.event_headers.iter().zip(&event.known.event.recognition.header);
        for (header, value) in headers {
            accepted(judge(), &delivery.clone().header(header, value))?;
        }
        accepted(judge(), &delivery).map(|_| ())
    });
}
