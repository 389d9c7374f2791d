//! `hookproof conformance`: another validator's command is tried with every case.

mod difference;
mod pool;
mod process;

use std::{
    borrow::Cow,
    io::{self, Write as _},
    num::NonZeroUsize,
    thread::available_parallelism,
    time::Duration,
};

use anyhow::{anyhow, bail};
use hookproof::{
    Catalog, Verdict,
    fixtures::{Case, Folder, embedded},
};

use super::{
    FAILURE, FAULT, SUCCESS,
    args::{Conformance, Level},
    terminal::{complain, counted, line},
};
use difference::difference;
use process::{Answer, ask};

/// So many errors in a row mean that no other case fares better.
const ERRORS_IN_A_ROW: u64 = 10;

/// A case that the command is asked about.
struct Trial<'c> {
    case: &'c Case,
    payload: Cow<'c, [u8]>,
}

/// The cases that the command is asked about, and those that are no question to it.
#[derive(Default)]
struct Selection<'c> {
    trials: Vec<Trial<'c>>,
    of_no_event: u64,
    of_no_payload: u64,
}

/// What came of the cases so far.
#[derive(Default)]
struct Tally<'c> {
    agreements: u64,
    differences: u64,
    errors: u64,
    errors_in_a_row: u64,
    /// The event of the last line, since a blank line stands between events.
    event: Option<(&'c str, &'c str)>,
}

pub(super) fn run(catalog: &Catalog, options: &Conformance, color: anstream::ColorChoice) -> anyhow::Result<u8> {
    let cases: Vec<Case> = embedded().iter().flat_map(Folder::build).collect();
    if let Some(path) = &options.show {
        return show(catalog, &cases, path);
    }
    let selection = select(catalog, &cases, options)?;
    let command = options.command.as_deref().unwrap_or_default();
    let jobs = options.jobs.unwrap_or_else(|| available_parallelism().unwrap_or(NonZeroUsize::MIN));
    let timeout = Duration::from_secs(options.timeout);
    let mut output = anstream::AutoStream::new(io::stdout(), color);
    let mut tally = Tally::default();
    pool::in_order(
        &selection.trials,
        jobs,
        |trial| ask(command, trial.case, &trial.payload, timeout),
        |trial, (answer, said)| {
            if let Some(text) = tally.take(trial.case, &answer, &said, options.level) {
                writeln!(output, "{text}")?;
            }
            Ok(tally.errors_in_a_row < ERRORS_IN_A_ROW)
        },
    )?;
    line(&summary(&tally, &selection));
    let not_run = selection.trials.len() as u64 - tally.cases();
    if not_run > 0 {
        let rest = counted(not_run, "case");
        complain(&format!("{ERRORS_IN_A_ROW} errors in a row: the run stops, {rest} had no turn"));
    }
    Ok(match &tally {
        Tally { errors: 1.., .. } => FAULT,
        Tally { differences: 1.., .. } => FAILURE,
        _ => SUCCESS,
    })
}

/// Prints the payload of a case as it is: it is one of ours, and made to be written to a file.
fn show(catalog: &Catalog, cases: &[Case], path: &str) -> anyhow::Result<u8> {
    let Some(case) = cases.iter().find(|case| case.path() == path) else {
        bail!("there is no case `{path}`: write it as a run does, <provider>/<event>/<name>");
    };
    let payload = case.payload(catalog).map_err(|reason| anyhow!("{path} has no payload: {reason}"))?;
    io::stdout().lock().write_all(&payload)?;
    Ok(SUCCESS)
}

fn select<'c>(catalog: &Catalog, cases: &'c [Case], options: &Conformance) -> anyhow::Result<Selection<'c>> {
    let of_provider = |case: &&Case| options.provider.as_ref().is_none_or(|provider| case.provider == *provider);
    let cases: Vec<&Case> = cases.iter().filter(of_provider).collect();
    if let Some(provider) = options.provider.as_ref().filter(|_| cases.is_empty()) {
        bail!("nothing to run: no case is one of the provider `{provider}`");
    }
    let is_of =
        |case: &Case, event: &str| event.strip_prefix(&format!("{}/", case.provider)).unwrap_or(event) == case.event;
    if let Some(event) = options.events.iter().find(|event| !cases.iter().any(|case| is_of(case, event))) {
        bail!("nothing to run: no case is one of the event `{event}`: `hookproof events` lists them");
    }
    let mut selection = Selection::default();
    let of_event = |case: &&Case| options.events.is_empty() || options.events.iter().any(|event| is_of(case, event));
    for case in cases.into_iter().filter(of_event) {
        let verdict = case.of_named_event().verdict;
        if !options.verdicts.is_empty() && !options.verdicts.contains(&verdict) {
            continue;
        }
        if verdict == Verdict::Unknown {
            selection.of_no_event += 1;
        } else if let Ok(payload) = case.payload(catalog) {
            selection.trials.push(Trial { case, payload });
        } else {
            selection.of_no_payload += 1;
        }
    }
    if selection.trials.is_empty() {
        bail!("nothing to run: no case of these events has such a verdict");
    }
    Ok(selection)
}

/// Whether a validator of that level accepts a payload of that verdict.
fn accepts(level: Level, verdict: Verdict) -> bool {
    match verdict {
        Verdict::Valid => true,
        Verdict::Drift => level == Level::Open,
        Verdict::Invalid | Verdict::Malformed | Verdict::Unknown => false,
    }
}

fn summary(tally: &Tally, selection: &Selection) -> String {
    let errors = counted(tally.errors, "error");
    let parts = [
        (tally.agreements, format!("{} agree", tally.agreements)),
        (tally.differences, format!("{} differ", tally.differences)),
        (tally.errors, errors),
    ];
    let of_no_event = (selection.of_no_event, format!("{} of no event", selection.of_no_event));
    let of_no_payload = (selection.of_no_payload, format!("{} of no payload", selection.of_no_payload));
    let left_out = match listed([of_no_event, of_no_payload]) {
        list if list.is_empty() => list,
        list => format!("; left out: {list}"),
    };
    format!("{}: {}{left_out}", counted(tally.cases(), "case"), listed(parts))
}

/// What there is any of, with commas.
fn listed<const N: usize>(parts: [(u64, String); N]) -> String {
    let parts = parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, text)| text);
    parts.collect::<Vec<_>>().join(", ")
}

impl<'c> Tally<'c> {
    /// Counts what the command answers, and says what is wrong with it.
    fn take(&mut self, case: &'c Case, answer: &Answer, said: &str, level: Level) -> Option<String> {
        let is_error = matches!(answer, Answer::Error(_));
        self.errors_in_a_row = if is_error { self.errors_in_a_row + 1 } else { 0 };
        let expected = accepts(level, case.of_named_event().verdict);
        match answer {
            Answer::Error(_) => self.errors += 1,
            Answer::Accepts if !expected => self.differences += 1,
            Answer::Rejects if expected => self.differences += 1,
            _ => {
                self.agreements += 1;
                return None;
            }
        }
        let event = (case.provider.as_str(), case.event.as_str());
        let is_next = self.event.replace(event).is_some_and(|last| last != event);
        Some(format!("{}{}", if is_next { "\n" } else { "" }, difference(case, answer, said)))
    }

    /// How many cases had their turn.
    fn cases(&self) -> u64 {
        self.agreements + self.differences + self.errors
    }
}
