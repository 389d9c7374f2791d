//! `cargo xtask agree`: very many made payloads, and whether two validators and the labels say the same of each.

use std::{
    io::{IsTerminal as _, Write as _},
    num::NonZero,
    sync::atomic::{AtomicBool, AtomicU64, Ordering},
    thread,
    time::{Duration, Instant},
};

use anyhow::{anyhow, bail};
use hookproof::{
    Delivery, Finding, Judge, Severity, Verdict,
    catalog::Known,
    generate::{Broken, Fault, Generator},
    schema::Level,
};
use serde_json::Value;

use crate::judges::Judges;

/// How many payloads a thread takes at once.
const BATCH: u64 = 500;

/// What is made of an event, and what judges it.
struct Event<'c> {
    known: Known<'c>,
    generator: &'c Generator<'c>,
    broken: Broken<'c>,
    judges: Judges,
}

/// Makes so many payloads for each provider, every second one broken, and prints how fast they were judged.
///
/// # Errors
///
/// The first payload that is not judged alike, or not as its label says.
pub(crate) fn run(count: u64, provider: Option<&str>) -> anyhow::Result<()> {
    let catalog = Judge::embedded().catalog();
    let entries = catalog.entries.iter().filter(|entry| provider.is_none_or(|id| id == entry.provider.id));
    let entries: Vec<_> = entries.collect();
    if entries.is_empty() {
        bail!("there is no provider `{}`: `hookproof events` lists them", provider.unwrap_or_default());
    }
    print(&format!(
        "{:32} {:>9} {:>9} {:>9} {:>9} {:>12}",
        "event", "valid", "drift", "invalid", "seconds", "payloads/s"
    ));
    for entry in entries {
        let (begin, mut all) = (Instant::now(), [0; 3]);
        let events: Vec<Known> = entry.events().collect();
        for (index, known) in events.iter().enumerate() {
            // What does not divide evenly goes to the first ones.
            let share = count / events.len() as u64 + u64::from((index as u64) < count % events.len() as u64);
            let begin = Instant::now();
            let counts = judged(*known, share)?;
            all.iter_mut().zip(counts).for_each(|(all, count)| *all += count);
            print(&row(&known.name(), counts, begin.elapsed()));
        }
        print(&row(&format!("{} in all", entry.provider.id), all, begin.elapsed()));
    }
    Ok(())
}

/// Judges payloads of an event on all cores; how many were valid, drift and invalid.
fn judged(known: Known, count: u64) -> anyhow::Result<[u64; 3]> {
    let generator = Generator::new(known)?;
    let event = Event { known, generator: &generator, broken: generator.broken(), judges: Judges::new(known) };
    let (next, failed) = (AtomicU64::new(0), AtomicBool::new(false));
    let work = || -> anyhow::Result<[u64; 3]> {
        let mut counts = [0; 3];
        loop {
            let from = next.fetch_add(BATCH, Ordering::Relaxed);
            if from >= count || failed.load(Ordering::Relaxed) {
                return Ok(counts);
            }
            progress(&known.name(), from, count);
            for seed in from..count.min(from + BATCH) {
                match event.judge(seed) {
                    Ok(verdict) => counts[verdict as usize] += 1,
                    Err(problem) => {
                        failed.store(true, Ordering::Relaxed);
                        return Err(anyhow!("{}, payload {seed}: {problem}", known.name()));
                    }
                }
            }
        }
    };
    let outcomes = thread::scope(|scope| {
        let workers = 0..thread::available_parallelism().map_or(1, NonZero::get);
        let workers: Vec<_> = workers.map(|_| scope.spawn(work)).collect();
        let join = |worker: thread::ScopedJoinHandle<'_, _>| worker.join().map_err(|_| anyhow!("a thread panicked"));
        workers.into_iter().map(|worker| join(worker).flatten()).collect::<anyhow::Result<Vec<_>>>()
    });
    progress(&known.name(), count, count);
    let sum = |index: usize, counts: &[[u64; 3]]| counts.iter().map(|counts| counts[index]).sum();
    outcomes.map(|counts| [sum(0, &counts), sum(1, &counts), sum(2, &counts)])
}

impl Event<'_> {
    /// Makes and judges the payload of a number: even ones are valid, odd ones broken, each constraint in turn.
    fn judge(&self, number: u64) -> Result<Verdict, String> {
        let seed = number / 2;
        if number.is_multiple_of(2) {
            let payload = self.generator.payload(seed);
            self.accepted_as(&payload, Verdict::Valid)?;
            let (verdict, findings) = self.report(&payload);
            return if verdict == Verdict::Valid { Ok(verdict) } else { Err(format!("{findings:?}: {payload}")) };
        }
        let constraints = self.broken.breakable().len() as u64;
        let fault = self.broken.payload(usize::try_from(seed % constraints).unwrap_or_default(), seed);
        self.accepted_as(&fault.payload, fault.verdict)?;
        let (verdict, findings) = self.report(&fault.payload);
        if verdict == fault.verdict && is_labelled(&fault, &findings) {
            return Ok(verdict);
        }
        Err(format!("not as labelled: {fault:?}: {findings:?}"))
    }

    fn accepted_as(&self, payload: &Value, verdict: Verdict) -> Result<(), String> {
        let said = self.judges.accept(payload)?;
        let expected = (verdict == Verdict::Valid, verdict != Verdict::Invalid);
        if said == expected { Ok(()) } else { Err(format!("documented and open: {said:?}, not {verdict}: {payload}")) }
    }

    fn report(&self, payload: &Value) -> (Verdict, Vec<Finding>) {
        let text = payload.to_string();
        let delivery = Delivery::new(text.as_bytes()).provider(&self.known.entry.provider.id);
        let report = Judge::embedded().check(&delivery.event(&self.known.event.id));
        (report.verdict, report.findings)
    }
}

/// Whether the findings are the one of the label, or have drift beside it where the label says so.
fn is_labelled(fault: &Fault, findings: &[Finding]) -> bool {
    let counts = |finding: &&Finding| fault.level == Level::Documented || finding.severity == Severity::Invalid;
    let found: Vec<&Finding> = findings.iter().filter(counts).collect();
    let [Finding { rule, pointer, member, schema, .. }] = found.as_slice() else { return false };
    (rule.as_str(), pointer, member, schema.as_ref())
        == (fault.rule, &fault.pointer, &fault.member, Some(&fault.schema))
}

fn row(name: &str, counts: [u64; 3], took: Duration) -> String {
    let [valid, drift, invalid] = counts;
    #[expect(clippy::cast_precision_loss, reason = "a rate for people")]
    let rate = (valid + drift + invalid) as f64 / took.as_secs_f64();
    format!("{name:32} {valid:>9} {drift:>9} {invalid:>9} {:>9.1} {rate:>12.0}", took.as_secs_f64())
}

/// How far it is, on a terminal.
fn progress(name: &str, done: u64, count: u64) {
    let mut error = std::io::stderr();
    if error.is_terminal() {
        let line = if done < count { format!("\r{name}: {done} of {count}") } else { "\r\x1b[K".to_owned() };
        // That nobody sees it is no reason to fail.
        let _ = error.write_all(line.as_bytes());
    }
}

#[expect(clippy::print_stdout, reason = "what the command prints")]
fn print(line: &str) {
    println!("{line}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_run_agrees_and_counts_every_payload() {
        let known = Judge::embedded().catalog().event("deveo/push").expect("it is embedded");
        let counts = judged(known, 1200).expect("the judges agree");
        assert_eq!(counts.iter().sum::<u64>(), 1200);
        assert_eq!(counts[0], 600, "every second payload is valid");
        assert!(counts[1] > 100 && counts[2] > 100, "{counts:?}");
    }

    #[test]
    fn a_label_that_says_something_else_is_noticed() {
        let known = Judge::embedded().catalog().event("codeup/test").expect("it is embedded");
        let generator = Generator::new(known).expect("payloads can be made");
        let event = Event { known, generator: &generator, broken: generator.broken(), judges: Judges::new(known) };
        let fault = event.broken.payload(0, 0);
        let (_, findings) = event.report(&fault.payload);
        assert!(is_labelled(&fault, &findings));
        assert!(!is_labelled(&Fault { rule: "pattern", ..fault.clone() }, &findings));
        assert!(!is_labelled(&fault, &[findings.clone(), findings].concat()));
        assert!(event.accepted_as(&fault.payload, Verdict::Valid).is_err());
    }

    #[test]
    fn an_unknown_provider_is_named() {
        let error = run(1, Some("github")).expect_err("there is none").to_string();
        assert_eq!(error, "there is no provider `github`: `hookproof events` lists them");
    }
}
