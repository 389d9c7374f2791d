//! `hookproof validate`: every payload of every input gets its verdict.

use std::rc::Rc;

use hookproof::{Judge, Verdict};

use super::{
    FAILURE, FAULT, SUCCESS,
    args::Validate,
    deliveries::Item,
    formats::{self, Context, Discretion, Root},
    judged::{Failing, Judged, Summary},
    packs,
    terminal::{complain, line},
};

pub(super) fn run(judge: &Judge, options: &Validate, color: anstream::ColorChoice) -> anyhow::Result<u8> {
    let source = options.deliveries.source(judge, "validate")?;
    packs::warn(judge);
    let failing = Failing { drift: options.strict, unknown: !options.allow_unknown };
    let discretion = Rc::new(Discretion::new(options.redact, judge.catalog()));
    let context = Context { discretion, root: Rc::new(Root::find()), failing };
    let mut sinks = formats::open(&options.formats, color, &context, options.all)?;
    let mut summary = Summary::default();
    let mut faults = source.each(&mut |item| match item {
        Item::Payload(input, payload, delivery) => {
            let report = match payload.body {
                Some(_) => judge.check(&delivery),
                None => judge.too_large(&delivery, options.deliveries.max_bytes),
            };
            summary.count(report.verdict);
            let (path, file) = (input.name.as_str(), input.file());
            let judged = Judged { path, file, record: payload.record, report: &report, source: payload.source };
            sinks.iter_mut().try_for_each(|sink| sink.payload(&judged))
        }
        Item::Fault(message) => sinks.iter_mut().try_for_each(|sink| sink.fault(message)),
    })?;
    for sink in &mut sinks {
        sink.finish(&summary)?;
    }
    line(&summary.to_string());
    if summary.payloads() == 0 && !faults {
        complain("nothing to validate: no payload was found");
        faults = true;
    }
    Ok(if faults { FAULT } else { exit_code(&summary, failing) })
}

fn exit_code(summary: &Summary, failing: Failing) -> u8 {
    let fails = |verdict: &Verdict| summary.of(*verdict) > 0 && failing.fails(*verdict);
    if Verdict::ALL.iter().any(fails) { FAILURE } else { SUCCESS }
}
