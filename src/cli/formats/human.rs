//! The report for people: each finding with its line and a caret.

use std::{
    io::{self, Write as _},
    ops::Range,
};

use annotate_snippets::{AnnotationKind, Element, Level, Origin, Padding, Renderer, Snippet};
use hookproof::{Finding, Severity, Verdict, text::escaped};

use super::{Output, Sink};
use crate::cli::validate::{Judged, Summary};

/// How many bytes of a line are shown on either side of a place.
const AROUND: usize = 60;

pub(super) struct Human {
    output: Output,
    redact: bool,
}

impl Human {
    pub(super) fn new(output: Output, redact: bool) -> Self {
        Self { output, redact }
    }

    fn write(&mut self, group: &[annotate_snippets::Group]) -> io::Result<()> {
        // The stream takes the colours out where they do not belong.
        writeln!(self.output, "{}\n", Renderer::styled().render(group))
    }

    fn finding(&mut self, judged: &Judged, finding: &Finding) -> io::Result<()> {
        let (line, column) = judged.line_column(finding);
        let message = if self.redact { finding.message.redacted().to_owned() } else { finding.message.to_string() };
        let level = match finding.severity {
            Severity::Drift => Level::WARNING.with_name("drift"),
            Severity::Invalid => Level::ERROR.with_name("invalid"),
            Severity::Malformed => Level::ERROR.with_name("malformed"),
        };
        let origin = Origin::path(format!("{}:{line}:{column}", escaped(judged.path)));
        let mut elements: Vec<Element> = vec![origin.into()];
        let pointer = escaped(&finding.pointer.to_string());
        if !self.redact {
            let (text, _) = judged.source.text();
            let window = Window::around(text, judged.source.offset(finding.offset));
            let annotation = AnnotationKind::Primary.span(window.span).label(pointer.clone());
            let line = usize::try_from(line).unwrap_or(usize::MAX);
            elements.push(Snippet::source(window.text).line_start(line).annotation(annotation).into());
        } else if !pointer.is_empty() {
            elements.push(Level::NOTE.with_name("at").message(pointer).into());
        }
        if let Some(schema) = &finding.schema {
            elements.push(Level::NOTE.with_name("schema").message(schema.clone()).into());
        }
        let event = name(judged);
        let title = level.primary_title(message).id(format!("{event}{}{}", if event.is_empty() { "" } else { " " }, finding.rule));
        self.write(&[title.elements(elements)])
    }
}

impl Sink for Human {
    fn payload(&mut self, judged: &Judged) -> io::Result<()> {
        if judged.report.verdict == Verdict::Unknown {
            let line = judged.record.map_or_else(String::new, |record| format!(":{record}"));
            let reason = judged.report.reason.as_ref();
            let reason = reason.map_or_else(String::new, |reason| {
                if self.redact { reason.redacted().to_owned() } else { reason.to_string() }
            });
            let title = Level::ERROR.with_name("unknown").primary_title(reason);
            let origin = Origin::path(format!("{}{line}", escaped(judged.path)));
            return self.write(&[title.element(origin).element(Padding)]);
        }
        judged.report.findings.iter().try_for_each(|finding| self.finding(judged, finding))
    }

    fn finish(&mut self, _summary: &Summary) -> io::Result<()> {
        self.output.finish()
    }
}

fn name(judged: &Judged) -> String {
    match (&judged.report.provider, &judged.report.event) {
        (Some(provider), Some(event)) => format!("{provider}/{event}"),
        (Some(provider), None) => provider.clone(),
        _ => String::new(),
    }
}

/// As much of a line as a person can take in, harmless to a terminal.
struct Window {
    text: String,
    span: Range<usize>,
}

impl Window {
    fn around(text: &[u8], offset: usize) -> Self {
        let offset = offset.min(text.len());
        let start = text[..offset].iter().rposition(|&byte| byte == b'\n').map_or(0, |newline| newline + 1);
        let end = text[offset..].iter().position(|&byte| byte == b'\n').map_or(text.len(), |newline| offset + newline);
        let line = &text[start..end];
        let at = offset - start;
        let first = at.saturating_sub(AROUND);
        let length = token(&line[at..]).min(AROUND);
        let last = (at + length + AROUND).min(line.len());
        let show = |bytes: &[u8]| escaped(&String::from_utf8_lossy(bytes));
        let cut = |is_cut: bool| if is_cut { "…" } else { "" };
        // Indentation says nothing once the line is cut.
        let before = format!("{}{}", cut(first > 0), show(boundary(&line[first..at])));
        let marked = show(&line[at..at + length]);
        let after = format!("{}{}", show(boundary(&line[at + length..last])), cut(last < line.len()));
        let span = before.len()..before.len() + marked.len();
        Self { text: format!("{before}{marked}{}", after.trim_end()), span }
    }
}

/// Leaves out the halves of characters that cutting leaves at both ends.
fn boundary(bytes: &[u8]) -> &[u8] {
    let start = bytes.iter().take(3).take_while(|byte| **byte & 0xC0 == 0x80).count();
    let bytes = &bytes[start..];
    match std::str::from_utf8(bytes) {
        Err(error) if error.error_len().is_none() => &bytes[..error.valid_up_to()],
        _ => bytes,
    }
}

/// The length of the name, string, number or sign that begins here.
fn token(line: &[u8]) -> usize {
    match line.first() {
        None => 0,
        Some(b'"') => {
            let mut escape = false;
            let end = line[1..].iter().position(|&byte| {
                let closes = byte == b'"' && !escape;
                escape = byte == b'\\' && !escape;
                closes
            });
            end.map_or(line.len(), |end| end + 2)
        }
        Some(byte) if byte.is_ascii_alphanumeric() || *byte == b'-' => {
            line.iter().position(|byte| !(byte.is_ascii_alphanumeric() || b"+-.".contains(byte))).unwrap_or(line.len())
        }
        Some(byte) if byte.is_ascii() => 1,
        Some(_) => line.iter().skip(1).position(|byte| byte & 0xC0 != 0x80).map_or(line.len(), |end| end + 1),
    }
}
