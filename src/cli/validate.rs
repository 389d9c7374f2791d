//! `hookproof validate`: every payload of every input gets its verdict.

use std::rc::Rc;

use hookproof::Judge;

use super::{
    FAILURE, FAULT, SUCCESS,
    args::Validate,
    deliveries::Item,
    formats::{self, Context, Discretion, Root},
    judged::{Failing, Judged, Summary},
    packs,
    terminal::{complain, line, note},
};

pub(super) fn run(judge: &Judge, options: &Validate, color: anstream::ColorChoice) -> anyhow::Result<u8> {
    let source = options.deliveries.source(judge, "validate")?;
    packs::warn(judge);
    let failing = Failing {
        drift: options.strict,
        events: Rc::new(options.strict_events.clone()),
        unknown: !options.allow_unknown,
    };
    let discretion = Rc::new(Discretion::new(options.redact, judge.catalog()));
    let context = Context { discretion, root: Rc::new(Root::find()), failing: failing.clone() };
    let mut sinks = formats::open(&options.formats, color, &context, options.all)?;
    let mut summary = Summary::default();
    let mut is_failed = false;
    let mut faults = source.each(&mut |item| match item {
        Item::Payload(input, payload, delivery) => {
            let mut report = match payload.body {
                Some(_) => judge.check(&delivery),
                None => judge.too_large(&delivery, options.deliveries.max_bytes),
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
    Ok(match (faults, is_failed) {
        (true, _) => FAULT,
        (false, true) => FAILURE,
        (false, false) => SUCCESS,
    })
}
