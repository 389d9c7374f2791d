//! The report for people: each finding with its line and a caret.

use std::{
    io::{self, Write as _},
    ops::Range,
};

use annotate_snippets::{AnnotationKind, Element, Group, Level, Renderer, Snippet};
use clap::builder::styling::{AnsiColor, Style};
use hookproof::{Finding, Severity, Verdict, text::escaped};

use super::{Output, Sink, said};
use crate::cli::{
    events::BOLD,
    judged::{Judged, Summary},
};

const ERROR: Style = AnsiColor::BrightRed.on_default().bold();
const WARNING: Style = AnsiColor::BrightYellow.on_default().bold();

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

    /// The line that names place and fault, which editors and terminals make a link of.
    fn headline(&mut self, place: &str, word: &str, style: Style, message: &str, id: &str) -> io::Result<()> {
        // The stream takes the colours out where they do not belong.
        writeln!(self.output, "{BOLD}{}{BOLD:#}: {style}{word}{style:#}: {message}{id}", escaped(place))
    }

    fn finding(&mut self, judged: &Judged, finding: &Finding) -> io::Result<()> {
        let (line, column) = judged.line_column(finding);
        let message = said(&finding.message, self.redact);
        let style = if finding.severity == Severity::Drift { WARNING } else { ERROR };
        let event = name(judged).map_or_else(String::new, |event| format!("{event} "));
        let place = format!("{}:{line}:{column}", judged.path);
        let id = format!(" [{event}{}]", finding.rule);
        self.headline(&place, finding.severity.as_str(), style, &message, &id)?;
        let mut elements: Vec<Element> = Vec::new();
        let pointer = escaped(&finding.pointer.to_string());
        if !self.redact {
            let (text, _) = judged.source.text();
            let window = Window::around(text, judged.source.offset(finding.offset));
            let annotation = AnnotationKind::Primary.span(window.span).label(pointer);
            let line = usize::try_from(line).unwrap_or(usize::MAX);
            elements.push(Snippet::source(window.text).line_start(line).annotation(annotation).into());
        } else if !pointer.is_empty() {
            elements.push(Level::NOTE.with_name("at").message(pointer).into());
        }
        if let Some(schema) = &finding.schema {
            elements.push(Level::NOTE.with_name("schema").message(schema.clone()).into());
        }
        if !elements.is_empty() {
            let level = if finding.severity == Severity::Drift { Level::WARNING } else { Level::ERROR };
            writeln!(self.output, "{}", Renderer::styled().render(&[Group::with_level(level).elements(elements)]))?;
        }
        writeln!(self.output)
    }
}

impl Sink for Human {
    fn payload(&mut self, judged: &Judged) -> io::Result<()> {
        if let Some(reason) = &judged.report.reason {
            let line = judged.record.map_or_else(String::new, |record| format!(":{record}"));
            let reason = said(reason, self.redact);
            self.headline(&format!("{}{line}", judged.path), Verdict::Unknown.as_str(), ERROR, &reason, "")?;
            return writeln!(self.output);
        }
        judged.report.findings.iter().try_for_each(|finding| self.finding(judged, finding))
    }

    fn finish(&mut self, _summary: &Summary) -> io::Result<()> {
        self.output.finish()
    }
}

fn name(judged: &Judged) -> Option<String> {
    let provider = judged.report.provider.as_ref()?;
    Some(judged.report.event.as_ref().map_or_else(|| provider.clone(), |event| format!("{provider}/{event}")))
}

/// As much of a line as a person can take in, harmless to a terminal.
struct Window {
    text: String,
    span: Range<usize>,
}

impl Window {
    fn around(text: &[u8], offset: usize) -> Self {
        let offset = offset.min(text.len());
        // Only what is near is looked at: a line can be as long as a file.
        let from = offset.saturating_sub(AROUND);
        let start = text[from..offset].iter().rposition(|&byte| byte == b'\n').map_or(from, |at| from + at + 1);
        let reach = (offset + 2 * AROUND).min(text.len());
        let end = text[offset..reach].iter().position(|&byte| byte == b'\n').map_or(reach, |at| offset + at);
        let line = &text[start..end];
        let at = offset - start;
        let length = token(&line[at..]).min(AROUND);
        let last = (at + length + AROUND).min(line.len());
        let goes_on = |byte: Option<&u8>| byte.is_some_and(|&byte| byte != b'\n');
        let is_cut_before = start > 0 && goes_on(text.get(start - 1));
        let is_cut_after = goes_on(text.get(start + last));
        let show = |bytes: &[u8]| escaped(&String::from_utf8_lossy(bytes));
        let cut = |is_cut: bool| if is_cut { "…" } else { "" };
        // Indentation says nothing once the line is cut.
        let before = format!("{}{}", cut(is_cut_before), show(boundary(&line[..at])));
        let marked = show(&line[at..at + length]);
        let after = format!("{}{}", show(boundary(&line[at + length..last])), cut(is_cut_after));
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
