//! A payload with its report, and how many got which verdict.

use std::{collections::BTreeMap, path::Path, rc::Rc};

use hookproof::{Finding, Report, Verdict};

use super::{payloads::Source, terminal::counted};

/// A payload with its report.
pub(super) struct Judged<'a> {
    /// The input, as reports call it.
    pub(super) path: &'a str,
    /// The file; none for standard input.
    pub(super) file: Option<&'a Path>,
    /// The line of NDJSON.
    pub(super) record: Option<u64>,
    pub(super) report: &'a Report,
    /// The text around the payload.
    pub(super) source: Source<'a>,
}

/// Which verdicts fail a run.
#[derive(Debug, Clone)]
pub(super) struct Failing {
    pub(super) drift: bool,
    /// The events, by name, that are stricter about drift than others, or less so.
    pub(super) events: Rc<BTreeMap<String, bool>>,
    pub(super) unknown: bool,
}

/// How many payloads got which verdict.
#[derive(Debug)]
pub(super) struct Summary {
    /// What was judged, as one of them is called.
    noun: &'static str,
    counts: BTreeMap<Verdict, u64>,
    /// Findings of drift that the configuration allows.
    pub(super) allowed: u64,
}

impl Judged<'_> {
    /// Provider and event, joined by `/`, as far as they are known.
    pub(super) fn event(&self) -> Option<String> {
        let provider = self.report.provider.as_ref()?;
        Some(self.report.event.as_ref().map_or_else(|| provider.clone(), |event| format!("{provider}/{event}")))
    }

    /// Line and column of a finding in the input.
    pub(super) fn line_column(&self, finding: &Finding) -> (u64, u64) {
        match self.source {
            Source::Text(_, first) => (first + finding.line as u64 - 1, finding.column as u64),
            // Without counting the lines of the body again.
            Source::Request(_, request) if request.is_contiguous() => {
                let (line, column) = self.source.line_column(self.source.offset(0));
                let column = if finding.line == 1 { column + finding.column as u64 - 1 } else { finding.column as u64 };
                (line + finding.line as u64 - 1, column)
            }
            Source::Request(..) => self.source.line_column(self.source.offset(finding.offset)),
        }
    }
}

impl Failing {
    /// Whether a payload of this event and verdict fails the run.
    pub(super) fn fails(&self, event: Option<&str>, verdict: Verdict) -> bool {
        match verdict {
            Verdict::Valid => false,
            Verdict::Drift => event.and_then(|event| self.events.get(event)).copied().unwrap_or(self.drift),
            Verdict::Invalid | Verdict::Malformed => true,
            Verdict::Unknown => self.unknown,
        }
    }
}

impl Default for Summary {
    fn default() -> Self {
        Self::counting("payload")
    }
}

impl Summary {
    /// Nothing yet, of what one is called so.
    pub(super) fn counting(noun: &'static str) -> Self {
        Self { noun, counts: BTreeMap::new(), allowed: 0 }
    }

    /// Counts so many payloads of a verdict.
    pub(super) fn count(&mut self, verdict: Verdict, payloads: u64) {
        if payloads > 0 {
            *self.counts.entry(verdict).or_default() += payloads;
        }
    }

    /// How many payloads got this verdict.
    pub(super) fn of(&self, verdict: Verdict) -> u64 {
        self.counts.get(&verdict).copied().unwrap_or_default()
    }

    /// How many payloads there were.
    pub(super) fn payloads(&self) -> u64 {
        self.counts.values().sum()
    }
}

impl std::fmt::Display for Summary {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&counted(self.payloads(), self.noun))?;
        let parts: Vec<String> = self.counts.iter().map(|(verdict, count)| format!("{count} {verdict}")).collect();
        if !parts.is_empty() {
            write!(formatter, ": {}", parts.join(", "))?;
        }
        match self.allowed {
            0 => Ok(()),
            1 => formatter.write_str("; 1 finding is allowed drift"),
            allowed => write!(formatter, "; {allowed} findings are allowed drift"),
        }
    }
}
