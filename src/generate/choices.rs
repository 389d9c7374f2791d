//! Where a generated payload's decisions come from: a seed, and what shrinking has settled since.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
};

/// The seed of a payload, and the decisions that no longer follow from it.
///
/// Every decision has an address that depends only on the way to it through the schema. So settling one decision leaves
/// all others as they are, and a payload gets smaller without becoming another one.
#[derive(Debug, Default)]
pub(super) struct Source {
    seed: u64,
    settled: Settled,
    trace: RefCell<Vec<Step>>,
}

/// Decisions that no longer follow from the seed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Settled {
    /// Everything below these addresses is as small as it can be.
    pub(super) calm: BTreeSet<u64>,
    /// The decisions at these addresses.
    pub(super) picked: BTreeMap<u64, u64>,
}

/// What was asked of a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    /// A part of the payload begins.
    Part(u64),
    /// A decision at an address, and its outcome.
    Pick(u64, u64),
}

/// The decisions about one part of a payload.
#[derive(Debug, Clone, Copy)]
pub(super) struct Choices<'s> {
    source: &'s Source,
    address: u64,
    calm: bool,
}

impl Source {
    pub(super) fn new(seed: u64, settled: Settled) -> Self {
        Self { seed, settled, trace: RefCell::default() }
    }

    /// The decisions about the whole payload.
    pub(super) fn choices(&self) -> Choices<'_> {
        Choices { source: self, address: self.seed, calm: false }.part(0)
    }

    /// What was asked so far, in order.
    pub(super) fn trace(self) -> Vec<Step> {
        self.trace.into_inner()
    }
}

impl Choices<'_> {
    /// The decisions about a part of this part.
    pub(super) fn part(self, index: usize) -> Self {
        let address = mixed(self.address ^ mixed(index as u64 + 1));
        if !self.calm {
            self.source.trace.borrow_mut().push(Step::Part(address));
        }
        Self { address, calm: self.calm || self.source.settled.calm.contains(&address), ..self }
    }

    /// The decisions about a named part of this part.
    pub(super) fn named(self, name: &str) -> Self {
        let index = name.bytes().fold(0_u64, |hash, byte| mixed(hash ^ u64::from(byte)));
        self.part(usize::try_from(index >> 33).unwrap_or_default())
    }

    /// One of `count` possibilities, from 0; 0 is the smallest payload.
    pub(super) fn pick(self, index: usize, count: u64) -> u64 {
        let Self { source, address, calm } = self.part(index);
        if count < 2 || calm {
            return 0;
        }
        let drawn = source.settled.picked.get(&address).copied().unwrap_or_else(|| mixed(address ^ !0));
        let outcome = drawn % count;
        source.trace.borrow_mut().push(Step::Pick(address, outcome));
        outcome
    }

    /// An index into a list of `count`.
    pub(super) fn index(self, index: usize, count: usize) -> usize {
        usize::try_from(self.pick(index, count as u64)).unwrap_or_default()
    }

    /// The numbers from 0 to `count`, beginning with the one that was picked.
    pub(super) fn order(self, index: usize, count: usize) -> impl Iterator<Item = usize> {
        let first = self.index(index, count);
        (0..count).map(move |step| (first + step) % count)
    }
}

/// The finaliser of `SplitMix64`: every bit of the outcome depends on every bit of the number.
fn mixed(number: u64) -> u64 {
    let number = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}
