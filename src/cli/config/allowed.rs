//! Drift that is known and accepted: it is counted, and not reported.

use std::cell::Cell;

use hookproof::{Catalog, Finding, Report, Severity, Verdict, pointer::Pointer};

use super::written::{Allowed, Text};
use crate::cli::{events::named, formats};

/// All that is allowed in a run.
#[derive(Debug, Clone, Default)]
pub(in crate::cli) struct Allowances {
    allowed: Vec<Allowance>,
    /// Whether everything is judged that the file names, so that what matches nothing is superfluous.
    is_whole: bool,
}

#[derive(Debug, Clone)]
struct Allowance {
    event: String,
    /// `*` stands for any token.
    pointer: Pointer,
    rule: String,
    /// Where it is written.
    place: String,
    is_used: Cell<bool>,
}

impl Allowances {
    pub(super) fn new(written: &[Allowed], text: &Text, catalog: &Catalog, is_whole: bool) -> anyhow::Result<Self> {
        let allowed = written.iter().map(|written| {
            let event = written.event.as_ref();
            named(catalog, event).map_err(|error| text.fault(written.event.span(), &error.to_string()))?;
            let pointer = Pointer::parse(written.pointer.as_ref());
            let pointer = pointer.map_err(|message| text.fault(written.pointer.span(), &message))?;
            let rule = written.rule.as_ref();
            if !formats::is_rule(rule) {
                let message = format!("there is no rule `{rule}`: a report names it with the finding");
                return Err(text.fault(written.rule.span(), &message));
            }
            let place = text.place(written.event.span());
            Ok(Allowance { event: event.clone(), pointer, rule: rule.clone(), place, is_used: Cell::new(false) })
        });
        Ok(Self { allowed: allowed.collect::<anyhow::Result<_>>()?, is_whole })
    }

    /// Takes what is allowed out of a report, and says how much that was.
    pub(in crate::cli) fn silence(&self, report: &mut Report) -> u64 {
        let (Verdict::Drift | Verdict::Invalid, Some(event)) = (report.verdict, name(report)) else { return 0 };
        let before = report.findings.len();
        report.findings.retain(|finding| !self.allowed.iter().any(|allowed| allowed.covers(&event, finding)));
        if report.findings.is_empty() {
            report.verdict = Verdict::Valid;
        }
        (before - report.findings.len()) as u64
    }

    /// What to say of allowances that are of no use any more.
    pub(in crate::cli) fn unused(&self) -> impl Iterator<Item = String> {
        let unused = self.allowed.iter().filter(|allowed| self.is_whole && !allowed.is_used.get());
        unused.map(|Allowance { event, pointer, rule, place, .. }| {
            format!("{place}: this allowed drift is in none of the payloads: {event} {pointer} {rule}")
        })
    }
}

impl Allowance {
    fn covers(&self, event: &str, finding: &Finding) -> bool {
        let (wanted, found) = (self.pointer.tokens(), finding.pointer.tokens());
        let is_there = wanted.len() == found.len() && wanted.iter().zip(found).all(|(a, b)| a == "*" || a == b);
        let covers =
            finding.severity == Severity::Drift && self.event == event && self.rule == finding.rule && is_there;
        if covers {
            self.is_used.set(true);
        }
        covers
    }
}

fn name(report: &Report) -> Option<String> {
    Some(format!("{}/{}", report.provider.as_ref()?, report.event.as_ref()?))
}
