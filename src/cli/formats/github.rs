//! Annotations of GitHub Actions: workflow commands, no more than a step can have.

use std::io::{self, Write as _};

use hookproof::{Verdict, text::escaped};

use super::{Context, Output, Sink, groups::Groups, said::Said};
use crate::cli::{
    judged::{Judged, Summary},
    terminal::counted,
};

/// So many annotations of each level are shown of one step; the runner drops further ones.
const SHOWN: usize = 10;

/// Kept apart, since each level has annotations of its own.
const LEVELS: [&str; 3] = ["error", "warning", "notice"];

pub(super) struct GitHub {
    output: Output,
    context: Context,
    payloads: u64,
    levels: [Level; 3],
    faults: Vec<String>,
}

/// The findings of one level.
#[derive(Debug, Default)]
struct Level {
    findings: usize,
    /// All of them, as long as they are few.
    few: Vec<Annotation>,
    groups: Groups<Annotation>,
}

#[derive(Debug, Clone)]
struct Annotation {
    /// Where it belongs and what it is called, as a command has it.
    properties: String,
    message: String,
}

impl GitHub {
    pub(super) fn new(output: Output, context: Context) -> Self {
        Self { output, context, payloads: 0, levels: Default::default(), faults: Vec::new() }
    }

    fn level(&self, event: Option<&str>, verdict: Verdict) -> usize {
        match verdict {
            _ if self.context.failing.fails(event, verdict) => 0,
            Verdict::Drift => 1,
            _ => 2,
        }
    }
}

impl Sink for GitHub {
    fn payload(&mut self, judged: &Judged) -> io::Result<()> {
        self.payloads += 1;
        let (context, event) = (self.context.clone(), judged.event());
        for said in Said::of(judged, &context.discretion) {
            let index = self.level(event.as_deref(), said.verdict);
            let level = &mut self.levels[index];
            level.findings += 1;
            let annotation = || Annotation::new(judged, &said, &context);
            if level.findings <= SHOWN {
                level.few.push(annotation());
            }
            level.groups.add(self.payloads, event.as_deref(), &said, annotation);
        }
        Ok(())
    }

    fn fault(&mut self, message: &str) -> io::Result<()> {
        if self.faults.len() < SHOWN {
            self.faults.push(message.to_owned());
        }
        Ok(())
    }

    fn finish(&mut self, summary: &Summary) -> io::Result<()> {
        for fault in &self.faults {
            writeln!(self.output, "::error title=hookproof::{}", data(fault))?;
        }
        let mut hidden = 0;
        for (name, level) in LEVELS.iter().zip(std::mem::take(&mut self.levels)) {
            // One notice is left for the count of what is not shown.
            let room = if *name == "notice" { SHOWN - 1 } else { SHOWN };
            let room = if *name == "error" { room - self.faults.len() } else { room };
            let findings = level.findings;
            let (lines, said) = level.lines(room);
            hidden += findings - said;
            for Annotation { properties, message } in lines {
                writeln!(self.output, "::{name} {properties}::{message}")?;
            }
        }
        if hidden > 0 {
            let more = counted(hidden as u64, "more finding");
            writeln!(
                self.output,
                "::notice title=hookproof::{}",
                data(&format!("{more}, of further kinds; {summary}"))
            )?;
        }
        self.output.finish()
    }
}

impl Level {
    /// The annotations that there is room for, and how many findings they speak of.
    fn lines(self, room: usize) -> (Vec<Annotation>, usize) {
        if self.findings <= room {
            return (self.few, self.findings);
        }
        let groups: Vec<_> = self.groups.worst_first().into_iter().take(room).collect();
        let said = groups.iter().map(|group| usize::try_from(group.findings).unwrap_or(usize::MAX)).sum();
        let lines = groups.into_iter().map(|group| {
            let often = data(&group.often());
            Annotation { message: format!("{}{often}", group.first.message), ..group.first }
        });
        (lines.collect(), said)
    }
}

impl Annotation {
    fn new(judged: &Judged, said: &Said, context: &Context) -> Self {
        let title = property(&said.id(judged.event().as_deref()));
        let place = judged.file.map_or_else(String::new, |file| {
            let path = property(&context.root.place(Some(file)).path);
            let column = said.column.map_or_else(String::new, |column| format!(",col={column}"));
            format!("file={path},line={}{column},", said.line)
        });
        Self { properties: format!("{place}title={title}"), message: data(&said.sentence()) }
    }
}

/// A text that ends no command.
fn data(text: &str) -> String {
    escaped(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A text that ends no property of a command either.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
