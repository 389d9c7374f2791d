//! Reports that need all findings at once: they are kept, and then made into text by a pure function.

use std::{
    io::{self, Write as _},
    path::PathBuf,
};

use hookproof::Verdict;

use super::{
    Context, Output, Sink,
    said::Said,
    snippet::{Columns, token},
};
use crate::cli::judged::{Judged, Summary};

/// A name or value is measured this far; a longer one has no end in a report.
const MEASURED: usize = 1000;

/// Everything that a run found out.
#[derive(Debug, Default)]
pub(super) struct Whole {
    pub(super) payloads: Vec<Payload>,
    /// Why an input could not be judged.
    pub(super) faults: Vec<String>,
}

/// A payload with what is said of it.
#[derive(Debug)]
pub(super) struct Payload {
    /// The input, as reports call it.
    pub(super) path: String,
    /// The file; none for standard input.
    pub(super) file: Option<PathBuf>,
    /// The line of NDJSON.
    pub(super) record: Option<u64>,
    /// Provider and event, as far as they are known.
    pub(super) event: Option<String>,
    pub(super) verdict: Verdict,
    pub(super) said: Vec<(Said, Columns)>,
}

/// A report's text out of everything.
type Render = fn(&Whole, &Context) -> io::Result<String>;

pub(super) struct Collected {
    output: Output,
    context: Context,
    whole: Whole,
    render: Render,
    keeps_valid: bool,
}

impl Collected {
    /// A report on every payload.
    pub(super) fn payloads(output: Output, context: Context, render: Render) -> Self {
        Self { output, context, whole: Whole::default(), render, keeps_valid: true }
    }

    /// A report on payloads with findings: the others take no room.
    pub(super) fn findings(output: Output, context: Context, render: Render) -> Self {
        Self { keeps_valid: false, ..Self::payloads(output, context, render) }
    }
}

impl Sink for Collected {
    fn payload(&mut self, judged: &Judged) -> io::Result<()> {
        self.whole.payloads.push(Payload::new(judged, &self.context));
        Ok(())
    }

    fn takes_valid(&self) -> bool {
        self.keeps_valid
    }

    fn fault(&mut self, message: &str) -> io::Result<()> {
        self.whole.faults.push(message.to_owned());
        Ok(())
    }

    fn finish(&mut self, _summary: &Summary) -> io::Result<()> {
        let text = (self.render)(&self.whole, &self.context)?;
        self.output.write_all(text.as_bytes())?;
        self.output.finish()
    }
}

impl Payload {
    fn new(judged: &Judged, context: &Context) -> Self {
        let (text, _) = judged.source.text();
        let offsets = judged.report.findings.iter().map(|finding| judged.source.offset(finding.offset));
        // The length of a value says something about it.
        let length = |offset: usize| {
            let end = text.len().min(offset.saturating_add(MEASURED));
            let line = text.get(offset..end).and_then(|text| text.split(|&byte| byte == b'\n').next());
            line.filter(|_| context.discretion.shows_values()).map_or(0, token)
        };
        let places: Vec<(usize, usize)> = offsets.map(|offset| (offset, length(offset))).collect();
        let columns = Columns::all(text, &places);
        let columns = columns.into_iter().chain(std::iter::repeat(Columns::default()));
        Self {
            path: judged.path.to_owned(),
            file: judged.file.map(PathBuf::from),
            record: judged.record,
            event: judged.event(),
            verdict: judged.report.verdict,
            said: Said::of(judged, &context.discretion).zip(columns).collect(),
        }
    }
}
