//! `hookproof validate`: every payload of every input gets its verdict.

use anyhow::bail;
use hookproof::{Delivery, Judge, Report, Verdict};

use super::{
    FAILURE, FAULT, SUCCESS,
    args::Validate,
    formats::{self, Sink},
    inputs::{self, Found, Input},
    judged::{Judged, Summary},
    payloads::{self, Fault, Payload},
    terminal::{complain, line, note},
};

pub(super) fn run(judge: &Judge, options: &Validate, color: anstream::ColorChoice) -> anyhow::Result<u8> {
    check_names(judge, options)?;
    if options.paths.is_empty() {
        bail!("nothing to validate: name a file, a directory, or `-` for standard input");
    }
    let mut sinks = formats::open(&options.formats, color, options.redact)?;
    let mut summary = Summary::default();
    let mut faults = false;
    for found in options.paths.iter().flat_map(|path| inputs::find(path)) {
        match found {
            Found::Note(message) => note(&message),
            Found::Fault(message) => {
                complain(&message);
                faults = true;
            }
            Found::Input(input) => match judge_input(judge, options, &input, &mut sinks, &mut summary) {
                Ok(()) => {}
                Err(Fault::Input(message)) => {
                    complain(&message);
                    faults = true;
                }
                Err(Fault::Output(error)) => return Err(error.into()),
            },
        }
    }
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

fn judge_input(
    judge: &Judge,
    options: &Validate,
    input: &Input,
    sinks: &mut [Box<dyn Sink>],
    summary: &mut Summary,
) -> Result<(), Fault> {
    payloads::read(input, options.max_bytes, &mut |payload| {
        let report = judge_payload(judge, options, &payload);
        summary.count(report.verdict);
        let judged = Judged { path: &input.name, record: payload.record, report: &report, source: payload.source };
        sinks.iter_mut().try_for_each(|sink| sink.payload(&judged))
    })
}

fn judge_payload(judge: &Judge, options: &Validate, payload: &Payload) -> Report {
    let mut delivery = Delivery::new(payload.body.unwrap_or_default());
    delivery.headers = payload.headers.iter().chain(&options.headers).cloned().collect();
    delivery.provider.clone_from(&options.provider);
    delivery.event.clone_from(&options.event);
    match payload.body {
        Some(_) => judge.check(&delivery),
        None => judge.too_large(&delivery, options.max_bytes),
    }
}

/// `--provider` and `--event` must name something that is known.
fn check_names(judge: &Judge, options: &Validate) -> anyhow::Result<()> {
    let catalog = judge.catalog();
    if let Some(provider) = &options.provider {
        let Some(entry) = catalog.provider(provider) else {
            let known: Vec<&str> = catalog.entries.iter().map(|entry| entry.provider.id.as_str()).collect();
            bail!("there is no provider `{provider}`: the providers are {}", known.join(", "));
        };
        if let Some(event) = options.event.as_ref().filter(|event| entry.event(event).is_none()) {
            let known: Vec<&str> = entry.events().map(|known| known.event.id.as_str()).collect();
            bail!("{provider} has no event `{event}`: its events are {}", known.join(", "));
        }
    } else if let Some(event) = &options.event {
        let providers: Vec<&str> = catalog
            .events()
            .filter(|known| known.event.id == *event)
            .map(|known| known.entry.provider.id.as_str())
            .collect();
        match providers.as_slice() {
            [_] => {}
            [] => bail!("there is no event `{event}`: `hookproof events` lists them"),
            several => bail!("`{event}` is an event of {}: add --provider", several.join(", ")),
        }
    }
    Ok(())
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
