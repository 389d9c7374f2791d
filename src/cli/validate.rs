//! `hookproof validate`: every payload of every input gets its verdict.

use hookproof::{Judge, Report, Verdict};

use super::{
    FAILURE, FAULT, SUCCESS,
    args::Validate,
    formats,
    judged::{Judged, Summary},
    packs,
    payloads::Payload,
    terminal::{complain, line},
};

pub(super) fn run(judge: &Judge, options: &Validate, color: anstream::ColorChoice) -> anyhow::Result<u8> {
    options.deliveries.check(judge, "validate")?;
    packs::warn(judge);
    let mut sinks = formats::open(&options.formats, color, options.redact)?;
    let mut summary = Summary::default();
    let mut faults = options.deliveries.each(&mut |input, payload| {
        let report = judge_payload(judge, options, &payload);
        summary.count(report.verdict);
        let judged = Judged { path: &input.name, record: payload.record, report: &report, source: payload.source };
        sinks.iter_mut().try_for_each(|sink| sink.payload(&judged))
    })?;
    for sink in &mut sinks {
        sink.finish(&summary)?;
    }
    line(&summary.to_string());
    if summary.payloads() == 0 && !faults {
        complain("nothing to validate: no payload was found");
        faults = true;
    }
    Ok(if faults { FAULT } else { exit_code(&summary, options) })
}

fn judge_payload(judge: &Judge, options: &Validate, payload: &Payload) -> Report {
    let delivery = options.deliveries.delivery(payload);
    match payload.body {
        Some(_) => judge.check(&delivery),
        None => judge.too_large(&delivery, options.deliveries.max_bytes),
    }
}

fn exit_code(summary: &Summary, options: &Validate) -> u8 {
    let fails = |verdict: &Verdict| match verdict {
        Verdict::Valid => false,
        Verdict::Drift => options.strict,
        Verdict::Invalid | Verdict::Malformed => true,
        Verdict::Unknown => !options.allow_unknown,
    };
    if Verdict::ALL.iter().any(|verdict| summary.of(*verdict) > 0 && fails(verdict)) { FAILURE } else { SUCCESS }
}
