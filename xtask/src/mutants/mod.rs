//! `cargo xtask mutants`: whether the suite notices it when one constraint of a schema is loosened or tightened.

mod changes;
mod proofs;
mod suite;

use std::{
    collections::BTreeSet,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use anyhow::anyhow;
use hookproof::{Catalog, catalog::Known, schema::Level};
use serde_json::Value;

use changes::{Mutation, mutations};
use suite::{Judged, LEVELS, Suite, compiled, suites};

pub(crate) fn run() -> anyhow::Result<()> {
    let catalog = Catalog::embedded().map_err(|problems| anyhow!("{}", problems[0]))?;
    let t = std::time::Instant::now();
    let suites = suites(&catalog)?;
    eprintln!("suites {:?}", t.elapsed());
    let work: Vec<(&Suite, Mutation)> = suites
        .iter()
        .flat_map(|suite| listed(suite.known).into_iter().map(move |mutation| (suite, mutation)))
        .collect();
    eprintln!("{} mutants", work.len());
    let next = AtomicUsize::new(0);
    let outcomes = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let Some((suite, mutation)) = work.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let outcome = outcome(suite, mutation);
                    outcomes.lock().unwrap_or_else(PoisonError::into_inner).push((
                        suite.known.name(),
                        mutation,
                        outcome,
                    ));
                }
            });
        }
    });
    eprintln!("all {:?}", t.elapsed());
    let outcomes = outcomes.into_inner().unwrap();
    let mut table: std::collections::BTreeMap<String, [usize; 4]> = Default::default();
    for (name, mutation, outcome) in &outcomes {
        let row = table.entry(name.clone()).or_default();
        row[0] += 1;
        match outcome {
            Err(e) => println!("ERR {name} {mutation}: {e}"),
            Ok([f, g]) => {
                row[1] += usize::from(*f);
                row[2] += usize::from(*g);
                row[3] += usize::from(!f && !g);
                if !f && !g {
                    let suite = suites.iter().find(|suite| suite.known.name() == *name).unwrap();
                    for level in LEVELS {
                        let t = std::time::Instant::now();
                        let a = suite.known.schema(level);
                        let b = suite.known.changed_schema(level, &mut |place, keywords| {
                            if *place == mutation.place {
                                mutation.apply(keywords);
                            }
                        });
                        if a != b {
                            println!(
                                "PROOF {name} {mutation} {level:?} {:?} {:?}",
                                proofs::equivalent(&a, &b),
                                t.elapsed()
                            );
                        }
                    }
                }
                if !f {
                    println!("{name} {mutation} [{:?}] generated {g}", mutation.effect);
                }
            }
        }
    }
    for (n, r) in table {
        eprintln!("{n} {r:?}");
    }
    Ok(())
}

fn listed(known: Known) -> Vec<Mutation> {
    let documented = known.schema(Level::Documented);
    let mut found = Vec::new();
    known.changed_schema(Level::Documented, &mut |place, keywords| {
        found.extend(mutations(place, keywords, &documented))
    });
    found
}

/// Whether the fixtures and the generated payloads notice a change.
fn outcome(suite: &Suite, mutation: &Mutation) -> anyhow::Result<[bool; 2]> {
    let mut noticed = [false; 2];
    for (index, level) in LEVELS.into_iter().enumerate() {
        let mut applied = false;
        let schema = suite.known.changed_schema(level, &mut |place, keywords| {
            if *place == mutation.place {
                applied |= mutation.apply(keywords);
            }
        });
        if !applied {
            continue;
        }
        let validator = compiled(&schema)?;
        let differs = |judged: &Judged| validator.is_valid(&judged.payload) != judged.accepted[index];
        noticed[0] |= suite.fixtures.iter().any(differs);
        noticed[1] |= suite.generated.iter().any(differs);
    }
    Ok(noticed)
}
