//! The report for people: each finding in a line that can be clicked, with its place in the payload below.

use std::io::{self, Write as _};

use annotate_snippets::{AnnotationKind, Element, Group, Level, Renderer, Snippet};
use clap::builder::styling::{AnsiColor, Style};
use hookproof::{Finding, Verdict, text::escaped_line};

use super::{Context, Output, Sink, groups::Groups, said::Said, snippet::Window};
use crate::cli::{
    events::BOLD,
    judged::{Judged, Summary},
    terminal::counted,
};

const ERROR: Style = AnsiColor::BrightRed.on_default().bold();
const WARNING: Style = AnsiColor::BrightYellow.on_default().bold();

/// So many findings are shown one by one; of more, each kind is.
const SHOWN: u64 = 20;

pub(super) struct Human {
    output: Output,
    context: Context,
    /// Whether findings are written as they come, however many there are.
    all: bool,
    payloads: u64,
    findings: u64,
    /// All findings, as long as they are few.
    few: Vec<Shown>,
    groups: Groups<Shown>,
}

/// A finding as it is written.
#[derive(Debug, Clone)]
struct Shown {
    headline: String,
    /// The lines below the headline, each ended.
    below: String,
}

impl Human {
    pub(super) fn new(output: Output, context: Context, all: bool) -> Self {
        Self { output, context, all, payloads: 0, findings: 0, few: Vec::new(), groups: Groups::default() }
    }

    fn take(&mut self, judged: &Judged, said: &Said, finding: Option<&Finding>) -> io::Result<()> {
        let show = || Shown {
            headline: headline(judged, said),
            below: finding.map(|finding| below(judged, said, finding, &self.context)).unwrap_or_default(),
        };
        if self.all {
            return write(&mut self.output, &show(), "");
        }
        self.findings += 1;
        if self.findings <= SHOWN {
            self.few.push(show());
        } else {
            self.few.clear();
        }
        self.groups.add(self.payloads, judged.event().as_deref(), said, show);
        Ok(())
    }
}

impl Sink for Human {
    fn payload(&mut self, judged: &Judged) -> io::Result<()> {
        self.payloads += 1;
        let context = self.context.clone();
        let findings = judged.report.findings.iter().map(Some).chain(std::iter::repeat(None));
        for (said, finding) in Said::of(judged, &context.discretion).zip(findings) {
            self.take(judged, &said, finding)?;
        }
        Ok(())
    }

    fn finish(&mut self, _summary: &Summary) -> io::Result<()> {
        for shown in &self.few {
            write(&mut self.output, shown, "")?;
        }
        if self.findings > SHOWN {
            summarise(&mut self.output, std::mem::take(&mut self.groups), self.findings)?;
        }
        self.output.finish()
    }
}

/// Each kind of finding with the first of it; the lines below for the worst of them only.
fn summarise(output: &mut Output, groups: Groups<Shown>, findings: u64) -> io::Result<()> {
    let others = groups.others;
    let groups = groups.worst_first();
    let kinds = groups.len() as u64;
    for (index, group) in (0..).zip(groups) {
        let often = group.often();
        if index < SHOWN {
            write(output, &group.first, &often)?;
        } else {
            output.write_styled(&format!("{}{often}\n", group.first.headline))?;
        }
    }
    if kinds > SHOWN {
        writeln!(output)?;
    }
    let more = if others > 0 { format!(" and {others} of further kinds") } else { String::new() };
    let shown = findings - others;
    writeln!(
        output,
        "{} of {}{more}: the first of each kind is shown, --all shows every one",
        counted(shown, "finding"),
        counted(kinds, "kind")
    )
}

fn write(output: &mut Output, shown: &Shown, often: &str) -> io::Result<()> {
    output.write_styled(&format!("{}{often}\n{}\n", shown.headline, shown.below))
}

/// The line that names place and fault, which editors and terminals make a link of.
fn headline(judged: &Judged, said: &Said) -> String {
    let column = said.column.map_or_else(String::new, |column| format!(":{column}"));
    let line = if said.column.is_some() || judged.record.is_some() { format!(":{}", said.line) } else { String::new() };
    let place = format!("{}{line}{column}", escaped_line(judged.path));
    let style = if said.verdict == Verdict::Drift { WARNING } else { ERROR };
    let id = said.id(judged.event().as_deref());
    let id = if said.verdict == Verdict::Unknown { String::new() } else { format!(" [{id}]") };
    // The stream takes the colours out where they do not belong.
    format!("{BOLD}{place}{BOLD:#}: {style}{}{style:#}: {}{id}", said.verdict, said.sentence())
}

/// The line of the payload, and the place in the schema.
fn below(judged: &Judged, said: &Said, finding: &Finding, context: &Context) -> String {
    let mut elements: Vec<Element> = Vec::new();
    if context.discretion.shows_values() {
        let (text, _) = judged.source.text();
        let window = Window::around(text, judged.source.offset(finding.offset));
        let line = usize::try_from(said.line).unwrap_or(usize::MAX);
        let annotation = AnnotationKind::Primary.span(window.span);
        elements.push(Snippet::source(window.text).line_start(line).annotation(annotation).into());
    }
    if let Some(schema) = &said.schema {
        elements.push(Level::NOTE.with_name("schema").message(schema.clone()).into());
    }
    if elements.is_empty() {
        return String::new();
    }
    let level = if said.verdict == Verdict::Drift { Level::WARNING } else { Level::ERROR };
    format!("{}\n", Renderer::styled().render(&[Group::with_level(level).elements(elements)]))
}
