//! `hookproof validate`: every payload of every input gets its verdict.

use std::rc::Rc;

use anyhow::bail;
use hookproof::{Delivery, Judge, Report, Verdict, catalog::Known};

use super::{
    FAILURE, FAULT, SUCCESS,
    args::Validate,
    formats::{self, Context, Discretion, Root, Sink},
    inputs::{self, Found, Input},
    judged::{Failing, Judged, Summary},
    maps::Maps,
    payloads::{self, Fault, Payload},
    terminal::{complain, line, note},
};

pub(super) fn run(judge: &Judge, options: &Validate, color: anstream::ColorChoice) -> anyhow::Result<u8> {
    check_names(judge, options)?;
    if options.paths.is_empty() {
        bail!("nothing to validate: name a file, a directory, or `-` for standard input");
    }
    let maps = Maps::new(&options.maps, judge.catalog())?;
    let failing = Failing { drift: options.strict, unknown: !options.allow_unknown };
    let discretion = Rc::new(Discretion::new(options.redact, judge.catalog()));
    let context = Context { discretion, root: Rc::new(Root::find()), failing };
    let mut sinks = formats::open(&options.formats, color, &context, options.all)?;
    let mut summary = Summary::default();
    let mut faults = false;
    for found in options.paths.iter().flat_map(|path| inputs::find(path)) {
        let mut fault = None;
        match found {
            Found::Note(message) => note(&message),
            Found::Fault(message) => fault = Some(message),
            Found::Input(input) => match judge_input(judge, options, &maps, &input, &mut sinks, &mut summary) {
                Ok(()) => {}
                Err(Fault::Input(message)) => fault = Some(message),
                Err(Fault::Output(error)) => return Err(error.into()),
            },
        }
        if let Some(message) = fault {
            complain(&message);
            sinks.iter_mut().try_for_each(|sink| sink.fault(&message))?;
            faults = true;
        }
    }
    for sink in &mut sinks {
        sink.finish(&summary)?;
    }
    maps.unused().for_each(|map| note(&format!("--map '{map}' matches none of the files")));
    line(&summary.to_string());
    if summary.payloads() == 0 && !faults {
        complain("nothing to validate: no payload was found");
        faults = true;
    }
    Ok(if faults { FAULT } else { exit_code(&summary, failing) })
}

fn judge_input(
    judge: &Judge,
    options: &Validate,
    maps: &Maps,
    input: &Input,
    sinks: &mut [Box<dyn Sink>],
    summary: &mut Summary,
) -> Result<(), Fault> {
    let mapped = input.file().and_then(|file| maps.event(file));
    payloads::read(input, options.max_bytes, &mut |payload| {
        let report = judge_payload(judge, options, mapped, &payload);
        summary.count(report.verdict);
        let (path, file) = (input.name.as_str(), input.file());
        let judged = Judged { path, file, record: payload.record, report: &report, source: payload.source };
        sinks.iter_mut().try_for_each(|sink| sink.payload(&judged))
    })
}

fn judge_payload(judge: &Judge, options: &Validate, mapped: Option<Known>, payload: &Payload) -> Report {
    let mut delivery = Delivery::new(payload.body.unwrap_or_default());
    delivery.headers = payload.headers.iter().chain(&options.headers).cloned().collect();
    delivery.provider.clone_from(&options.provider);
    delivery.event.clone_from(&options.event);
    if let Some(known) = mapped {
        delivery = delivery.provider(&known.entry.provider.id).event(&known.event.id);
    }
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

fn exit_code(summary: &Summary, failing: Failing) -> u8 {
    let fails = |verdict: &Verdict| summary.of(*verdict) > 0 && failing.fails(*verdict);
    if Verdict::ALL.iter().any(fails) { FAILURE } else { SUCCESS }
}
