//! Findings that are alike, in bounded memory: of the same event, rule and place, whatever the index.

use std::{cmp::Reverse, collections::BTreeMap};

use hookproof::Verdict;

use super::said::{Said, cut};
use crate::cli::terminal::counted;

/// So many kinds of finding are kept: beyond that, nobody reads them.
const KEPT: usize = 200;

/// Kinds of findings, each with the first of its kind.
#[derive(Debug)]
pub(super) struct Groups<T> {
    kept: BTreeMap<Key, Group<T>>,
    /// Findings of kinds that are not kept.
    pub(super) others: u64,
    added: u64,
}

/// One kind of finding.
#[derive(Debug)]
pub(super) struct Group<T> {
    pub(super) verdict: Verdict,
    pub(super) findings: u64,
    pub(super) payloads: u64,
    pub(super) first: T,
    /// How many findings there were before the first one.
    before: u64,
    /// The payload of the last one.
    last: u64,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    verdict: Verdict,
    event: Option<String>,
    rule: String,
    pattern: String,
    member: Option<String>,
}

impl<T> Default for Groups<T> {
    fn default() -> Self {
        Self { kept: BTreeMap::new(), others: 0, added: 0 }
    }
}

impl<T> Group<T> {
    /// How often it was found, as the end of a line; nothing if it was found once.
    pub(super) fn often(&self) -> String {
        if self.findings == 1 {
            return String::new();
        }
        format!(" ({} in {})", counted(self.findings, "time"), counted(self.payloads, "payload"))
    }
}

impl<T> Groups<T> {
    /// Adds a finding of the payload with that number; `first` is asked for if none of its kind is kept.
    pub(super) fn add(&mut self, payload: u64, event: Option<&str>, said: &Said, first: impl FnOnce() -> T) {
        let before = self.added;
        self.added += 1;
        let key = Key {
            verdict: said.verdict,
            event: event.map(str::to_owned),
            rule: said.rule.clone(),
            pattern: cut(&said.pattern),
            member: said.member.clone(),
        };
        if let Some(group) = self.kept.get_mut(&key) {
            group.findings += 1;
            group.payloads += u64::from(group.last != payload);
            group.last = payload;
            return;
        }
        if self.kept.len() >= KEPT && !self.make_room(key.verdict) {
            self.others += 1;
            return;
        }
        let group = Group { verdict: key.verdict, findings: 1, payloads: 1, first: first(), before, last: payload };
        self.kept.insert(key, group);
    }

    /// The kinds of finding, the worst first, and of those the most frequent.
    pub(super) fn worst_first(self) -> Vec<Group<T>> {
        let mut groups: Vec<Group<T>> = self.kept.into_values().collect();
        groups.sort_by_key(|group| (Reverse(group.verdict), Reverse(group.findings), group.before));
        groups
    }

    /// Drops the least of the kinds that are milder than this.
    fn make_room(&mut self, verdict: Verdict) -> bool {
        // The mildest stand first: the verdict leads the key.
        let mildest = self.kept.first_key_value().map(|(key, _)| key.verdict).filter(|mildest| *mildest < verdict);
        let Some(mildest) = mildest else { return false };
        let milder = self.kept.iter().take_while(|(key, _)| key.verdict == mildest);
        let Some(least) = milder.min_by_key(|(_, group)| group.findings).map(|(key, _)| key.clone()) else {
            return false;
        };
        self.others += self.kept.remove(&least).map_or(0, |group| group.findings);
        true
    }
}
