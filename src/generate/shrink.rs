//! Smaller payloads that are still what they were made as: for proptest.

use std::collections::BTreeSet;

use proptest::strategy::ValueTree;

use super::choices::{Settled, Source, Step};

/// A payload, and the choices that it was made from.
pub(super) struct Shrinking<T, F> {
    make: F,
    seed: u64,
    settled: Settled,
    value: T,
    /// What was asked when the value was made.
    trace: Vec<Step>,
    /// What there was before the last step.
    before: Option<(Settled, T, Vec<Step>)>,
    tried: BTreeSet<Step>,
}

impl<T, F: Fn(&Source) -> T> Shrinking<T, F> {
    pub(super) fn new(seed: u64, make: F) -> Self {
        let source = Source::new(seed, Settled::default());
        let value = make(&source);
        let trace = source.trace();
        Self { make, seed, settled: Settled::default(), value, trace, before: None, tried: BTreeSet::new() }
    }

    /// The next decision to settle: whole parts first, from the outside in, then single choices.
    fn step(&self) -> Option<Step> {
        let parts = self.trace.iter().copied().filter(|step| matches!(step, Step::Part(_)));
        let picks = self.trace.iter().flat_map(|step| match *step {
            Step::Pick(address, outcome) if outcome > 0 => {
                [0, outcome / 2, outcome - 1].map(|less| Some(Step::Pick(address, less)))
            }
            _ => [None; 3],
        });
        parts.chain(picks.flatten()).find(|step| !self.tried.contains(step))
    }
}

impl<T: Clone + PartialEq + std::fmt::Debug, F: Fn(&Source) -> T> ValueTree for Shrinking<T, F> {
    type Value = T;

    fn current(&self) -> T {
        self.value.clone()
    }

    fn simplify(&mut self) -> bool {
        while let Some(step) = self.step() {
            self.tried.insert(step);
            let mut settled = self.settled.clone();
            match step {
                Step::Part(address) => drop(settled.calm.insert(address)),
                Step::Pick(address, outcome) => drop(settled.picked.insert(address, outcome)),
            }
            let source = Source::new(self.seed, settled.clone());
            let value = (self.make)(&source);
            if value != self.value {
                let trace = source.trace();
                let before = (
                    std::mem::replace(&mut self.settled, settled),
                    std::mem::replace(&mut self.value, value),
                    std::mem::replace(&mut self.trace, trace),
                );
                self.before = Some(before);
                return true;
            }
        }
        false
    }

    fn complicate(&mut self) -> bool {
        let Some((settled, value, trace)) = self.before.take() else { return false };
        (self.settled, self.value, self.trace) = (settled, value, trace);
        true
    }
}
