//! `hookproof validate`: every payload of every input gets its verdict.

use std::rc::Rc;

use hookproof::{Catalog, Delivery, Judge, Report};

use super::{
    FAILURE, FAULT, SUCCESS,
    args::Validate,
    deliveries::{Item, Source},
    formats,
    judged::{Failing, Judged, Summary},
    packs, template,
    terminal::{complain, line, note},
};

/// What gives payloads their verdicts.
pub(super) trait Bench {
    /// The providers that it knows.
    fn catalog(&self) -> &Catalog;
    /// The report on one delivery.
    fn check(&self, delivery: Delivery) -> Report;
    /// The report on one that is larger than what is read.
    fn too_large(&self, delivery: Delivery, limit: u64) -> Report;
}

pub(super) fn run(judge: &Judge, options: &Validate, color: anstream::ColorChoice) -> anyhow::Result<u8> {
    let source = options.deliveries.source(judge, "validate")?;
    packs::warn(judge);
    match &options.template.file {
        None => judge_all(judge, &source, options, color),
        Some(file) => {
            template::expect(judge.catalog(), file, options, |bench| judge_all(bench, &source, options, color))
        }
    }
}

fn judge_all(
    judge: &dyn Bench,
    source: &Source,
    options: &Validate,
    color: anstream::ColorChoice,
) -> anyhow::Result<u8> {
    let failing = Failing {
        drift: options.strict,
        events: Rc::new(options.strict_events.clone()),
        unknown: !options.allow_unknown,
    };
    let mut sinks = formats::start(&options.reporting, judge.catalog(), failing.clone(), color)?;
    let mut summary = Summary::default();
    let mut is_failed = false;
    let mut faults = source.each(&mut |item| match item {
        Item::Payload(input, payload, delivery) => {
            let mut report = match payload.body {
                Some(_) => judge.check(delivery),
                None => judge.too_large(delivery, options.deliveries.max_bytes),
            };
            summary.allowed += options.allowances.silence(&mut report);
            summary.count(report.verdict);
            let (path, file) = (input.name.as_str(), input.file());
            let judged = Judged { path, file, record: payload.record, report: &report, source: payload.source };
            is_failed |= failing.fails(judged.event().as_deref(), report.verdict);
            sinks.iter_mut().try_for_each(|sink| sink.payload(&judged))
        }
        Item::Fault(message) => sinks.iter_mut().try_for_each(|sink| sink.fault(message)),
    })?;
    for sink in &mut sinks {
        sink.finish(&summary)?;
    }
    options.allowances.unused().for_each(|unused| note(&unused));
    line(&summary.to_string());
    if summary.payloads() == 0 && !faults {
        complain("nothing to validate: no payload was found");
        faults = true;
    }
    Ok(exit_code(faults, is_failed))
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

    fn check(&self, delivery: Delivery) -> Report {
        self.check(&delivery)
    }

    fn too_large(&self, delivery: Delivery, limit: u64) -> Report {
        self.too_large(&delivery, limit)
    }
}
