//! `cargo xtask mutants`: whether the suite notices it when one constraint of a schema is loosened or tightened.
//!
//! A change is noticed if the changed schema says something else of a payload than the unchanged one, by the documented
//! or by the open schema. What nothing notices must be proven to change nothing, for both of them, and stands in
//! `xtask/equivalents/`, a list for each provider.

mod changes;
mod proofs;
mod suite;
mod table;

use std::{
    collections::BTreeMap,
    io::{self, IsTerminal as _, Write as _},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use anyhow::{Context as _, bail};
use hookproof::{catalog::Known, schema::Level};
use serde_json::Value;

use crate::{
    folders::{embedded, project},
    output::print,
    plan::Plan,
};
use changes::{Mutation, mutations};
use suite::{Judged, LEVELS, Suite, compiled, suites};

/// What became of a change.
#[derive(Debug)]
struct Outcome {
    event: String,
    mutation: Mutation,
    by_fixtures: bool,
    by_generated: bool,
    /// Whether it is proven that it changes nothing; asked only of what no fixture notices.
    equivalent: bool,
}

/// Prints the table, and fails if a change is not noticed that does change something.
pub(crate) fn run(write: bool) -> anyhow::Result<()> {
    let catalog = embedded()?;
    let outcomes = outcomes(&suites(&catalog)?)?;
    print(&table::rendered(&outcomes))?;
    let survivors: Vec<String> = outcomes.iter().filter(|outcome| outcome.survives()).map(Outcome::line).collect();
    if !survivors.is_empty() {
        bail!(
            "no fixture notices these changes, which are not proven to change nothing:\n{}add a fixture or an edit that \
             does (CONTRIBUTING.md, \"Add a fixture\")",
            survivors.concat()
        );
    }
    let plan = plan(&outcomes)?;
    if write {
        plan.write()?;
    }
    plan.check()
}

/// The lists of changes that change nothing, as they must be.
fn plan(outcomes: &[Outcome]) -> anyhow::Result<Plan> {
    let mut lists: BTreeMap<String, String> = BTreeMap::new();
    for outcome in outcomes.iter().filter(|outcome| outcome.equivalent) {
        let (provider, _) = outcome.event.split_once('/').unwrap_or((&outcome.event, ""));
        *lists.entry(format!("{provider}.txt")).or_default() += &outcome.line();
    }
    let mut plan = Plan::new(project().join("xtask/equivalents"), "cargo xtask mutants --write");
    lists.into_iter().try_for_each(|(path, list)| plan.file(path, list))?;
    Ok(plan)
}

impl Outcome {
    fn survives(&self) -> bool {
        !self.by_fixtures && !self.equivalent
    }

    fn line(&self) -> String {
        format!("{} {}\n", self.event, self.mutation)
    }
}

/// Judges every change of every event's schema.
fn outcomes(suites: &[Suite]) -> anyhow::Result<Vec<Outcome>> {
    let listed = suites.iter().flat_map(|suite| listed(suite.known).into_iter().map(move |change| (suite, change)));
    let work: Vec<(&Suite, Mutation)> = listed.collect();
    let (next, done) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let Some((index, (suite, mutation))) = taken(&next, &work) {
                    let outcome =
                        outcome(suite, mutation).with_context(|| format!("{} {mutation}", suite.known.name()));
                    let mut done = done.lock().unwrap_or_else(PoisonError::into_inner);
                    done.push((index, outcome));
                    progress(done.len(), work.len());
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, outcome)| outcome).collect()
}

fn taken<'w, T>(next: &AtomicUsize, work: &'w [T]) -> Option<(usize, &'w T)> {
    let index = next.fetch_add(1, Ordering::Relaxed);
    work.get(index).map(|work| (index, work))
}

/// Says on a terminal how far the work is; that nobody reads it is no reason to fail.
fn progress(done: usize, all: usize) {
    let mut err = io::stderr().lock();
    if err.is_terminal() && (done.is_multiple_of(50) || done == all) {
        let end = if done == all { "\r\x1b[K" } else { "" };
        let _ = write!(err, "\r{done} of {all} changes{end}").and_then(|()| err.flush());
    }
}

/// Every change of an event's schema.
fn listed(known: Known) -> Vec<Mutation> {
    let documented = known.schema(Level::Documented);
    let mut found = Vec::new();
    // Nothing is changed: the keywords are read as they come by.
    let _ = known.changed_schema(Level::Documented, &mut |place, keywords| {
        found.extend(mutations(place, keywords, &documented));
    });
    found
}

fn outcome(suite: &Suite, mutation: &Mutation) -> anyhow::Result<Outcome> {
    let (mut by_fixtures, mut by_generated) = (false, false);
    let changed = LEVELS.map(|level| changed(suite.known, level, mutation));
    for (index, schema) in changed.iter().enumerate() {
        let Some(schema) = schema else { continue };
        let validator = compiled(schema)?;
        let differs = |judged: &Judged| validator.is_valid(&judged.payload) != judged.accepted[index];
        by_fixtures |= suite.fixtures.iter().any(differs);
        by_generated |= suite.generated.iter().any(differs);
    }
    let equivalent = !by_fixtures
        && LEVELS.into_iter().zip(&changed).all(|(level, changed)| {
            changed.as_ref().is_none_or(|changed| proofs::equivalent(&suite.known.schema(level), changed))
        });
    Ok(Outcome { event: suite.known.name(), mutation: mutation.clone(), by_fixtures, by_generated, equivalent })
}

/// The changed schema; `None` if it does not have what is to be changed.
fn changed(known: Known, level: Level, mutation: &Mutation) -> Option<Value> {
    let mut applied = false;
    let schema = known.changed_schema(level, &mut |place, keywords| {
        applied |= *place == mutation.place && mutation.apply(keywords);
    });
    applied.then_some(schema)
}

#[cfg(test)]
mod tests;
