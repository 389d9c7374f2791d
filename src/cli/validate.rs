//! `hookproof validate`: every payload of every input gets its verdict.

use std::{io, num::NonZeroUsize, rc::Rc, thread::available_parallelism};

use hookproof::{Catalog, Delivery, Judge, Report, Verdict};

use super::{
    FAILURE, FAULT, INTERRUPTED, SUCCESS,
    args::Validate,
    formats::{self, Sink},
    judged::{Failing, Judged, Summary},
    packs,
    payloads::Text,
    template,
    terminal::{complain, line, note},
    work::{self, Answer, Ended, Found, Judging, Progress, Taker},
};

/// What gives payloads their verdicts.
pub(super) trait Bench: Sync {
    /// The providers that it knows.
    fn catalog(&self) -> &Catalog;
    /// The report on one delivery.
    fn check(&self, delivery: &Delivery) -> Report;
    /// The report on one that is not valid.
    fn faulty(&self, delivery: &Delivery) -> Option<Report> {
        Some(self.check(delivery)).filter(|report| report.verdict != Verdict::Valid)
    }
    /// The report on one that is larger than what is read.
    fn too_large(&self, delivery: &Delivery, limit: u64) -> Report;
}

/// What a run found out so far.
struct Results {
    options: &'static Validate,
    failing: Failing,
    sinks: Vec<Box<dyn Sink>>,
    summary: Summary,
    /// Whether a payload fails the run.
    is_failed: bool,
    faults: bool,
    progress: Progress,
}

pub(super) fn run(
    judge: &'static Judge,
    options: &'static Validate,
    color: anstream::ColorChoice,
) -> anyhow::Result<u8> {
    let source = options.deliveries.source(judge, "validate")?;
    packs::warn(judge);
    let bench: &'static dyn Bench = match &options.template.file {
        None => judge,
        Some(file) => template::expectation(judge.catalog(), file, options)?,
    };
    let failing = Failing {
        drift: options.strict,
        events: Rc::new(options.strict_events.clone()),
        unknown: !options.allow_unknown,
    };
    let sinks = formats::start(&options.reporting, bench.catalog(), failing.clone(), color)?;
    let reports_valid = sinks.iter().any(|sink| sink.takes_valid());
    let judging = Judging { bench, max_bytes: options.deliveries.max_bytes, reports_valid };
    let jobs = options.jobs.or_else(|| available_parallelism().ok()).map_or(1, NonZeroUsize::get);
    let progress = Progress::new(source.paths());
    let summary = Summary::default();
    let mut results = Results { options, failing, sinks, summary, is_failed: false, faults: false, progress };
    let ended = work::run(source, judging, jobs, &mut results)?;
    results.progress.finish();
    let Results { mut sinks, summary, is_failed, mut faults, .. } = results;
    for sink in &mut sinks {
        sink.finish(&summary)?;
    }
    if ended == Ended::Interrupted {
        line(&format!("{summary} (interrupted)"));
        return Ok(INTERRUPTED);
    }
    options.allowances.unused().for_each(|unused| note(&unused));
    line(&summary.to_string());
    if summary.payloads() == 0 && !faults {
        complain("nothing to validate: no payload was found");
        faults = true;
    }
    Ok(exit_code(faults, is_failed))
}

impl Taker for Results {
    fn take(&mut self, answer: &mut Answer) -> io::Result<()> {
        let bytes = match answer {
            Answer::Valid(count, bytes) => {
                self.summary.count(Verdict::Valid, *count);
                *bytes
            }
            Answer::Judged(text, found, valid) => {
                self.summary.count(Verdict::Valid, *valid);
                self.report(text, found)?;
                text.len()
            }
            Answer::Fault(message) => {
                self.faults = true;
                self.progress.aside(true, || {
                    complain(message);
                    self.sinks.iter_mut().try_for_each(|sink| sink.fault(message))
                })?;
                0
            }
            Answer::Note(message) => {
                self.progress.aside(true, || note(message));
                0
            }
        };
        self.progress.advance(bytes as u64, self.summary.payloads());
        Ok(())
    }

    fn pause(&mut self) -> io::Result<()> {
        self.progress.advance(0, self.summary.payloads());
        self.sinks.iter_mut().try_for_each(|sink| sink.pause())
    }
}

impl Results {
    /// Reports the payloads of a text.
    fn report(&mut self, text: &Text, found: &mut [Found]) -> io::Result<()> {
        let Self { options, failing, sinks, summary, is_failed, progress, .. } = self;
        // It was read before, so it is one.
        let request = text.is_request().then(|| text.request().ok()).flatten();
        let input = &text.named.input;
        progress.aside(false, || {
            for Found { record, within, line, report } in found {
                summary.allowed += options.allowances.silence(report);
                summary.count(report.verdict, 1);
                let source = text.source(within.clone(), *line, request.as_ref());
                let judged = Judged { path: &input.name, file: input.file(), record: *record, report, source };
                *is_failed |= failing.fails(judged.event().as_deref(), report.verdict);
                formats::hand_on(sinks, &judged)?;
            }
            Ok(())
        })
    }
}

/// How a run ends in which something could not be judged, or something failed.
pub(super) fn exit_code(faults: bool, is_failed: bool) -> u8 {
    match (faults, is_failed) {
        (true, _) => FAULT,
        (false, true) => FAILURE,
        (false, false) => SUCCESS,
    }
}

impl Bench for Judge {
    fn catalog(&self) -> &Catalog {
        self.catalog()
    }

    fn check(&self, delivery: &Delivery) -> Report {
        self.check(delivery)
    }

    fn faulty(&self, delivery: &Delivery) -> Option<Report> {
        if self.accepts(delivery).is_some() {
            return None;
        }
        Some(self.explain(delivery)).filter(|report| report.verdict != Verdict::Valid)
    }

    fn too_large(&self, delivery: &Delivery, limit: u64) -> Report {
        self.too_large(delivery, limit)
    }
}
