//! `hookproof validate`: every payload of every input gets its verdict.

use std::{io, num::NonZeroUsize, rc::Rc, thread::available_parallelism};

use hookproof::{Judge, Verdict};

use super::{
    FAILURE, FAULT, INTERRUPTED, SUCCESS,
    args::Validate,
    formats::{self, Context, Discretion, Root, Sink},
    judged::{Failing, Judged, Summary},
    packs,
    payloads::Text,
    terminal::{complain, line, note},
    work::{self, Answer, Ended, Found, Judging, Progress, Taker},
};

/// What a run found out so far.
struct Results {
    sinks: Vec<Box<dyn Sink>>,
    summary: Summary,
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
    let failing = Failing { drift: options.strict, unknown: !options.allow_unknown };
    let discretion = Rc::new(Discretion::new(options.redact, judge.catalog()));
    let context = Context { discretion, root: Rc::new(Root::find()), failing };
    let sinks = formats::open(&options.formats, color, &context, options.all)?;
    let reports_valid = sinks.iter().any(|sink| sink.takes_valid());
    let judging = Judging { judge, max_bytes: options.deliveries.max_bytes, reports_valid };
    let jobs = options.jobs.or_else(|| available_parallelism().ok()).map_or(1, NonZeroUsize::get);
    let progress = Progress::new(source.paths());
    let mut results = Results { sinks, summary: Summary::default(), faults: false, progress };
    let ended = work::run(source, judging, jobs, &mut results)?;
    results.progress.finish();
    let Results { mut sinks, summary, mut faults, .. } = results;
    for sink in &mut sinks {
        sink.finish(&summary)?;
    }
    if ended == Ended::Interrupted {
        line(&format!("{summary} (interrupted)"));
        return Ok(INTERRUPTED);
    }
    line(&summary.to_string());
    if summary.payloads() == 0 && !faults {
        complain("nothing to validate: no payload was found");
        faults = true;
    }
    Ok(if faults { FAULT } else { exit_code(&summary, failing) })
}

impl Taker for Results {
    fn take(&mut self, answer: &Answer) -> io::Result<()> {
        let bytes = match answer {
            Answer::Valid(count, bytes) => {
                self.summary.count(Verdict::Valid, *count);
                *bytes
            }
            Answer::Judged(text, found, valid) => {
                self.summary.count(Verdict::Valid, *valid);
                self.progress.aside(false, || report(&mut self.sinks, &mut self.summary, text, found))?;
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

/// Reports the payloads of a text.
fn report(sinks: &mut [Box<dyn Sink>], summary: &mut Summary, text: &Text, found: &[Found]) -> io::Result<()> {
    // It was read before, so it is one.
    let request = text.is_request().then(|| text.request().ok()).flatten();
    let input = &text.named.input;
    for Found { record, within, line, report } in found {
        summary.count(report.verdict, 1);
        let source = text.source(within.clone(), *line, request.as_ref());
        let judged = Judged { path: &input.name, file: input.file(), record: *record, report, source };
        for sink in sinks.iter_mut().filter(|sink| report.verdict != Verdict::Valid || sink.takes_valid()) {
            sink.payload(&judged)?;
        }
    }
    Ok(())
}

fn exit_code(summary: &Summary, failing: Failing) -> u8 {
    let fails = |verdict: &Verdict| summary.of(*verdict) > 0 && failing.fails(*verdict);
    if Verdict::ALL.iter().any(fails) { FAILURE } else { SUCCESS }
}
