//! Payloads out of inputs, one after the other, in bounded memory.

use std::io::{self, BufRead, BufReader, Read};

use hookproof::{
    document::Document,
    http::Request,
    text::{escaped, line_column},
};

use super::inputs::{Input, Kind};

/// How much is read at once.
const BLOCK: usize = 256 * 1024;

/// Headers of a recorded request may be this long beyond the largest payload.
const HEAD: u64 = 1024 * 1024;

/// A payload as it stands in an input.
pub(super) struct Payload<'a> {
    /// The line of NDJSON, from 1.
    pub(super) record: Option<u64>,
    /// The headers of a recorded request.
    pub(super) headers: &'a [(String, String)],
    /// The body; `None` if it is larger than what is read.
    pub(super) body: Option<&'a [u8]>,
    /// The text that positions are shown in, and how to find them there.
    pub(super) source: Source<'a>,
}

/// The text around a payload.
#[derive(Clone, Copy)]
pub(super) enum Source<'a> {
    /// The payload is the text; its first line has this number.
    Text(&'a [u8], u64),
    /// The payload is the body of a request.
    Request(&'a [u8], &'a Request<'a>),
}

/// Why an input could not be read to its end.
#[derive(Debug)]
pub(super) enum Fault {
    /// It is unreadable or no recorded request.
    Input(String),
    /// A report could not be written.
    Output(io::Error),
}

type Sink<'s> = &'s mut dyn FnMut(Payload) -> io::Result<()>;

/// Hands every payload of an input to `sink`.
pub(super) fn read(input: &Input, max_bytes: u64, sink: Sink) -> Result<(), Fault> {
    let unreadable = |error| unreadable(input, &error);
    let (mut reader, size) = input.open().map_err(unreadable)?;
    match input.kind {
        Kind::Lines => lines(BufReader::with_capacity(BLOCK, reader), max_bytes, input, sink),
        Kind::Payload => whole(&mut reader, size, max_bytes, input, sink),
        Kind::Request => {
            let text = read_all(&mut reader, size, max_bytes.saturating_add(HEAD)).map_err(unreadable)?;
            let Some(text) = text else { return alone(None, sink) };
            let request = Request::read(&text).map_err(|fault| {
                let (line, column) = line_column(&text, fault.offset);
                Fault::Input(format!("{}:{line}:{column}: {}", escaped(&input.name), fault.message))
            })?;
            let body = (request.body.len() as u64 <= max_bytes).then_some(&*request.body);
            let source = Source::Request(&text, &request);
            sink(Payload { record: None, headers: &request.headers, body, source }).map_err(Fault::Output)
        }
        Kind::Either => {
            let mut reader = BufReader::with_capacity(BLOCK, reader);
            let mut first = Vec::new();
            reader.by_ref().take(max_bytes.saturating_add(1)).read_until(b'\n', &mut first).map_err(unreadable)?;
            let is_line = first.ends_with(b"\n") && Document::read(&first).is_ok();
            let mut reader = io::Cursor::new(first).chain(reader);
            if is_line {
                lines(reader, max_bytes, input, sink)
            } else {
                whole(&mut reader, None, max_bytes, input, sink)
            }
        }
    }
}

fn whole(reader: &mut dyn Read, size: Option<u64>, max_bytes: u64, input: &Input, sink: Sink) -> Result<(), Fault> {
    let text = read_all(reader, size, max_bytes).map_err(|error| unreadable(input, &error))?;
    alone(text.as_deref(), sink)
}

/// Hands on the one payload of an input; `None` if it is larger than what is read.
fn alone(body: Option<&[u8]>, sink: Sink) -> Result<(), Fault> {
    let source = Source::Text(body.unwrap_or_default(), 1);
    sink(Payload { record: None, headers: &[], body, source }).map_err(Fault::Output)
}

/// The whole input, or `None` if it is longer than `limit`.
fn read_all(reader: &mut dyn Read, size: Option<u64>, limit: u64) -> io::Result<Option<Vec<u8>>> {
    if size.is_some_and(|size| size > limit) {
        return Ok(None);
    }
    let mut text = Vec::with_capacity(size.and_then(|size| usize::try_from(size).ok()).unwrap_or_default());
    let read = reader.take(limit.saturating_add(1)).read_to_end(&mut text)?;
    Ok((read as u64 <= limit).then_some(text))
}

fn lines(mut reader: impl BufRead, max_bytes: u64, input: &Input, sink: Sink) -> Result<(), Fault> {
    let unreadable = |error| unreadable(input, &error);
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        // One byte more than the largest payload, and its line end.
        let limit = max_bytes.saturating_add(2);
        let read = reader.by_ref().take(limit).read_until(b'\n', &mut line).map_err(unreadable)?;
        if read == 0 {
            if number == 1 {
                // An empty file is a malformed payload, not one that is skipped.
                return alone(Some(b""), sink);
            }
            return Ok(());
        }
        let ended = line.ends_with(b"\n");
        let text = line.strip_suffix(b"\n").unwrap_or(&line);
        let text = text.strip_suffix(b"\r").unwrap_or(text);
        if text.trim_ascii().is_empty() && (ended || (read as u64) < limit) {
            continue;
        }
        let fits = text.len() as u64 <= max_bytes;
        let payload = Payload {
            record: Some(number),
            headers: &[],
            body: fits.then_some(text),
            source: Source::Text(text, number),
        };
        sink(payload).map_err(Fault::Output)?;
        if !ended && read as u64 >= limit {
            skip_line(&mut reader).map_err(unreadable)?;
        }
    }
    Ok(())
}

/// Reads to the end of the line without keeping any of it.
fn skip_line(reader: &mut impl BufRead) -> io::Result<()> {
    loop {
        let block = match reader.fill_buf() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            block => block?,
        };
        let (used, ended) = match block.iter().position(|&byte| byte == b'\n') {
            Some(end) => (end + 1, true),
            None => (block.len(), block.is_empty()),
        };
        reader.consume(used);
        if ended {
            return Ok(());
        }
    }
}

/// The fault of an input, with the reason but without the number of the system's error.
fn unreadable(input: &Input, error: &io::Error) -> Fault {
    let reason = error.to_string();
    Fault::Input(format!("{}: {}", escaped(&input.name), reason.split(" (os error").next().unwrap_or(&reason)))
}

impl<'a> Source<'a> {
    /// The text, and the number of its first line.
    pub(super) fn text(self) -> (&'a [u8], u64) {
        match self {
            Self::Text(text, first) => (text, first),
            Self::Request(text, _) => (text, 1),
        }
    }

    /// The offset in the text of a byte of the body.
    pub(super) fn offset(self, in_body: usize) -> usize {
        match self {
            Self::Text(..) => in_body,
            Self::Request(_, request) => request.offset(in_body),
        }
    }

    /// Line and column in the input of a byte of the text.
    pub(super) fn line_column(self, offset: usize) -> (u64, u64) {
        let (text, first) = self.text();
        let (line, column) = line_column(text, offset);
        (first + line as u64 - 1, column as u64)
    }
}
