//! Payloads, and the texts of inputs that they stand in.

use std::{ops::Range, sync::Arc};

use hookproof::{
    Delivery,
    http::Request,
    text::{escaped, line_column},
};
use memchr::memchr;

use super::inputs::Input;

/// An input, and what is known of its payloads beforehand.
#[derive(Debug)]
pub(super) struct Named {
    pub(super) input: Input,
    pub(super) provider: Option<String>,
    pub(super) event: Option<String>,
    pub(super) headers: Vec<(String, String)>,
}

/// A part of an input that is held in memory, with one payload or several.
#[derive(Debug)]
pub(super) struct Text {
    pub(super) named: Arc<Named>,
    bytes: Vec<u8>,
    form: Form,
}

/// What a text holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// One payload.
    Payload,
    /// One payload a line, of which the first has this number.
    Lines(u64),
    /// The beginning of a line of this number that is larger than what is read.
    LongLine(u64),
    /// Nothing of a payload that is larger than what is read.
    TooLarge,
    /// A recorded request.
    Request,
}

/// A payload as it stands in an input.
#[derive(Clone, Copy)]
pub(super) struct Payload<'a> {
    /// The line of NDJSON, from 1.
    pub(super) record: Option<u64>,
    /// The headers of a recorded request.
    headers: &'a [(String, String)],
    /// The body; `None` if it is larger than what is read.
    pub(super) body: Option<&'a [u8]>,
    /// The text that positions are shown in, and how to find them there.
    pub(super) source: Source<'a>,
    /// Where that begins in what is held of the input.
    start: usize,
}

/// The text around a payload.
#[derive(Clone, Copy)]
pub(super) enum Source<'a> {
    /// The payload is the text; its first line has this number.
    Text(&'a [u8], u64),
    /// The payload is the body of a request.
    Request(&'a [u8], &'a Request<'a>),
}

impl Named {
    /// The delivery that a payload is taken for; its body is empty where it is larger than what is read.
    pub(super) fn delivery<'p>(&self, payload: &Payload<'p>) -> Delivery<'p> {
        Delivery {
            headers: payload.headers.iter().chain(&self.headers).cloned().collect(),
            provider: self.provider.clone(),
            event: self.event.clone(),
            ..Delivery::new(payload.body.unwrap_or_default())
        }
    }
}

impl Text {
    pub(super) fn new(named: Arc<Named>, bytes: Vec<u8>, form: Form) -> Self {
        Self { named, bytes, form }
    }

    /// How many bytes are held.
    pub(super) fn len(&self) -> usize {
        self.bytes.len()
    }

    /// The memory, to be used again.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// Hands every payload to `take`; payloads of more than `max_bytes` without their bodies.
    ///
    /// The error is why this is no recorded request, or that of `take`.
    pub(super) fn each<E: From<String>>(
        &self,
        max_bytes: u64,
        take: &mut dyn FnMut(Payload) -> Result<(), E>,
    ) -> Result<(), E> {
        match self.form {
            Form::Payload => take(Payload::alone(Some(&self.bytes))),
            Form::TooLarge => take(Payload::alone(None)),
            Form::Lines(first) => self.lines(first, max_bytes, take),
            Form::LongLine(number) => take(Payload::line(&self.bytes, number, max_bytes, 0)),
            Form::Request => {
                let request = self.request()?;
                let body = (request.body.len() as u64 <= max_bytes).then_some(&*request.body);
                let source = Source::Request(&self.bytes, &request);
                take(Payload { record: None, headers: &request.headers, body, source, start: 0 })
            }
        }
    }

    /// The recorded request.
    pub(super) fn request(&self) -> Result<Request<'_>, String> {
        Request::read(&self.bytes).map_err(|fault| {
            let (line, column) = line_column(&self.bytes, fault.offset);
            format!("{}:{line}:{column}: {}", escaped(&self.named.input.name), fault.message)
        })
    }

    /// What is held of an input; `request` is that, if it is one.
    pub(super) fn source<'a>(
        &'a self,
        within: Range<usize>,
        line: u64,
        request: Option<&'a Request<'a>>,
    ) -> Source<'a> {
        match request {
            Some(request) => Source::Request(&self.bytes, request),
            None => Source::Text(&self.bytes[within], line),
        }
    }

    pub(super) fn is_request(&self) -> bool {
        self.form == Form::Request
    }

    fn lines<E>(&self, first: u64, max_bytes: u64, take: &mut dyn FnMut(Payload) -> Result<(), E>) -> Result<(), E> {
        let mut start = 0;
        for number in first.. {
            let rest = &self.bytes[start..];
            if rest.is_empty() {
                break;
            }
            let end = memchr(b'\n', rest).unwrap_or(rest.len());
            let line = &rest[..end];
            if !is_blank(line) || is_long(line, max_bytes) {
                take(Payload::line(line, number, max_bytes, start))?;
            }
            start = self.bytes.len().min(start + end + 1);
        }
        Ok(())
    }
}

/// Whether a line is so long that it need not be read to its end: more than the largest payload and its line end.
pub(super) fn is_long(line: &[u8], max_bytes: u64) -> bool {
    line.len() as u64 > max_bytes.saturating_add(1)
}

fn is_blank(line: &[u8]) -> bool {
    line.trim_ascii_start().is_empty()
}

impl<'a> Payload<'a> {
    /// Where its source stands in what is held of the input.
    pub(super) fn within(&self) -> Range<usize> {
        self.start..self.start + self.source.text().0.len()
    }

    /// The one payload of an input; `None` if it is larger than what is read.
    fn alone(body: Option<&'a [u8]>) -> Self {
        Self { record: None, headers: &[], body, source: Source::Text(body.unwrap_or_default(), 1), start: 0 }
    }

    fn line(line: &'a [u8], number: u64, max_bytes: u64, start: usize) -> Self {
        // Of a line that is too long, the same is seen wherever the blocks of its input end.
        let most = usize::try_from(max_bytes.saturating_add(2)).unwrap_or(usize::MAX);
        let line = &line[..line.len().min(most)];
        let text = line.strip_suffix(b"\r").unwrap_or(line);
        let body = (text.len() as u64 <= max_bytes).then_some(text);
        Self { record: Some(number), headers: &[], body, source: Source::Text(text, number), start }
    }
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
