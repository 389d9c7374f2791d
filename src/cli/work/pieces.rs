//! What is read of the inputs, piece by piece, and what becomes of each.

use std::{fs::File, io::Read, ops::Range, sync::Arc};

use hookproof::Report;

use crate::cli::{
    inputs::Kind,
    payloads::{Form, Named, Payload, Text},
    validate::Bench,
};

/// Headers of a recorded request may be this long beyond the largest payload.
const HEAD: u64 = 1024 * 1024;

/// A piece of the inputs.
#[derive(Debug)]
pub(in crate::cli) enum Piece {
    /// What is read already.
    Text(Text),
    /// Files of one payload each, to be read by whoever judges them.
    Files(Vec<Arc<Named>>),
    /// Why an input cannot be read.
    Fault(String),
    /// Something that a person may want to know.
    Note(String),
}

/// What became of a piece, or of a part of it.
#[derive(Debug)]
pub(in crate::cli) enum Answer {
    /// So many payloads are valid, of so many bytes.
    Valid(u64, usize),
    /// Payloads with their reports, and how many valid ones without.
    Judged(Text, Vec<Found>, u64),
    Fault(String),
    Note(String),
}

/// A payload of a text, with its report.
#[derive(Debug)]
pub(in crate::cli) struct Found {
    pub(in crate::cli) record: Option<u64>,
    /// Where it stands in the text, and the number of its first line.
    pub(in crate::cli) within: Range<usize>,
    pub(in crate::cli) line: u64,
    pub(in crate::cli) report: Report,
}

/// How pieces are judged.
#[derive(Clone, Copy)]
pub(in crate::cli) struct Judging<'j> {
    pub(in crate::cli) bench: &'j dyn Bench,
    pub(in crate::cli) max_bytes: u64,
    /// Whether each valid payload has a report too.
    pub(in crate::cli) reports_valid: bool,
}

impl Piece {
    /// How much memory it holds.
    pub(super) fn bytes(&self) -> usize {
        match self {
            Self::Text(text) => text.len(),
            Self::Files(_) | Self::Fault(_) | Self::Note(_) => 0,
        }
    }

    /// Its texts, one after the other.
    pub(in crate::cli) fn texts(self, max_bytes: u64, take: &mut dyn FnMut(Result<Text, String>)) {
        match self {
            Self::Text(text) => take(Ok(text)),
            Self::Files(files) => files.into_iter().for_each(|named| take(read(named, max_bytes))),
            Self::Fault(_) | Self::Note(_) => {}
        }
    }
}

impl Judging<'_> {
    /// What becomes of a piece; `spare` takes memory that is not needed any more.
    pub(super) fn answers(self, piece: Piece, spare: &mut dyn FnMut(Vec<u8>)) -> Vec<Answer> {
        match piece {
            Piece::Fault(message) => return vec![Answer::Fault(message)],
            Piece::Note(message) => return vec![Answer::Note(message)],
            Piece::Text(_) | Piece::Files(_) => {}
        }
        let mut answers = Vec::new();
        piece.texts(self.max_bytes, &mut |text| {
            let answer = text.and_then(|text| self.text(text, spare)).unwrap_or_else(Answer::Fault);
            match (answers.last_mut(), answer) {
                (Some(Answer::Valid(count, bytes)), Answer::Valid(more, more_bytes)) => {
                    *count += more;
                    *bytes += more_bytes;
                }
                (_, answer) => answers.push(answer),
            }
        });
        answers
    }

    fn text(self, text: Text, spare: &mut dyn FnMut(Vec<u8>)) -> Result<Answer, String> {
        let mut found = Vec::new();
        let mut valid = 0;
        text.each(self.max_bytes, &mut |payload: Payload| {
            match self.report(&text.named, &payload) {
                None => valid += 1,
                Some(report) => {
                    let (record, line) = (payload.record, payload.source.text().1);
                    found.push(Found { record, within: payload.within(), line, report });
                }
            }
            Ok::<(), String>(())
        })?;
        if !found.is_empty() {
            return Ok(Answer::Judged(text, found, valid));
        }
        let bytes = text.len();
        spare(text.into_bytes());
        Ok(Answer::Valid(valid, bytes))
    }

    /// What is to be reported of a payload; nothing of most that are valid.
    fn report(self, named: &Named, payload: &Payload) -> Option<Report> {
        let delivery = named.delivery(payload);
        if payload.body.is_none() {
            return Some(self.bench.too_large(&delivery, self.max_bytes));
        }
        if self.reports_valid { Some(self.bench.check(&delivery)) } else { self.bench.faulty(&delivery) }
    }
}

/// The text of a file that holds one payload.
fn read(named: Arc<Named>, max_bytes: u64) -> Result<Text, String> {
    let (limit, form) = match named.input.kind {
        Kind::Request => (max_bytes.saturating_add(HEAD), Form::Request),
        _ => (max_bytes, Form::Payload),
    };
    match read_all(&named, limit).map_err(|error| named.input.unreadable(&error))? {
        Some(bytes) => Ok(Text::new(named, bytes, form)),
        None => Ok(Text::new(named, Vec::new(), Form::TooLarge)),
    }
}

/// The whole file, or `None` if it is longer than `limit`.
fn read_all(named: &Named, limit: u64) -> std::io::Result<Option<Vec<u8>>> {
    let Some(path) = named.input.file() else { return Ok(Some(Vec::new())) };
    let file = File::open(path)?;
    let metadata = file.metadata()?;
    let size = metadata.is_file().then_some(metadata.len());
    if size.is_some_and(|size| size > limit) {
        return Ok(None);
    }
    let mut text = Vec::with_capacity(size.and_then(|size| usize::try_from(size).ok()).unwrap_or_default() + 1);
    let read = file.take(limit.saturating_add(1)).read_to_end(&mut text)?;
    Ok((read as u64 <= limit).then_some(text))
}
