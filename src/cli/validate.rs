//! `hookproof validate`: every payload of every input gets its verdict.

use std::collections::BTreeMap;

use anyhow::bail;
use hookproof::{Delivery, Judge, Report, Verdict};

use super::{
    FAILURE, FAULT, SUCCESS,
    args::Validate,
    formats::{self, Sink},
    inputs::{self, Found, Input},
    payloads::{self, Fault, Payload, Source},
    terminal::{complain, counted, line, note},
};

/// A payload with its report.
pub(super) struct Judged<'a> {
    /// The input, as reports call it.
    pub(super) path: &'a str,
    /// The line of NDJSON.
    pub(super) record: Option<u64>,
    pub(super) report: &'a Report,
    /// The text around the payload.
    pub(super) source: Source<'a>,
}

/// How many payloads got which verdict.
#[derive(Debug, Default)]
pub(super) struct Summary {
    counts: BTreeMap<Verdict, u64>,
}

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
    Ok(if faults { FAULT } else { summary.exit_code(options) })
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

impl Judged<'_> {
    /// Line and column of a finding in the input.
    pub(super) fn line_column(&self, finding: &hookproof::Finding) -> (u64, u64) {
        match self.source {
            Source::Text(_, first) => (first + finding.line as u64 - 1, finding.column as u64),
            Source::Request(..) => self.source.line_column(self.source.offset(finding.offset)),
        }
    }
}

impl Summary {
    fn count(&mut self, verdict: Verdict) {
        *self.counts.entry(verdict).or_default() += 1;
    }

    /// How many payloads got this verdict.
    pub(super) fn of(&self, verdict: Verdict) -> u64 {
        self.counts.get(&verdict).copied().unwrap_or_default()
    }

    /// How many payloads there were.
    pub(super) fn payloads(&self) -> u64 {
        self.counts.values().sum()
    }

    fn exit_code(&self, options: &Validate) -> u8 {
        let fails = |verdict: &Verdict| match verdict {
            Verdict::Valid => false,
            Verdict::Drift => options.strict,
            Verdict::Invalid | Verdict::Malformed => true,
            Verdict::Unknown => !options.allow_unknown,
        };
        if self.counts.keys().any(fails) { FAILURE } else { SUCCESS }
    }
}

impl std::fmt::Display for Summary {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&counted(self.payloads(), "payload"))?;
        let parts: Vec<String> = self.counts.iter().map(|(verdict, count)| format!("{count} {verdict}")).collect();
        if parts.is_empty() { Ok(()) } else { write!(formatter, ": {}", parts.join(", ")) }
    }
}
