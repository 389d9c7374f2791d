//! What deliveries have that their documents do not, of many payloads at a glance.
//!
//! Only payloads that are valid or drift are looked at. What is kept is bounded by the schemas, not by the payloads:
//! places are told apart by their pointer with `*` for the items of a list, and of values only so many. What is more
//! becomes `anything`, as do values of two types, so that there is no drift that a pack cannot express.
//!
//! Every keyword that fails is looked at, also where findings say one for several: what is allowed must hold for all of
//! them. Of an undocumented member a node of the model is kept, merged from all its values. A member that a condition
//! forbids gets what was seen on the side that forbids it, and what is documented on the other; a tie gets further values.

mod entry;
mod texts;
mod unseen;

use std::collections::BTreeMap;

use crate::{
    catalog::Known,
    delivery::Delivery,
    document::{Kind, Value},
    judge::{Examined, Judge},
    pointer::Pointer,
    report::{Finding, Report, Verdict},
    schema::{
        Place,
        extension::{Allowed, Extension},
    },
};
use entry::{Entry, Key};
use unseen::Seen;

pub use entry::Example;
pub use unseen::Unseen;

/// So many undocumented members of one object are told apart.
const MEMBERS: usize = 64;

/// Gathers what payloads have that their documents do not.
#[derive(Debug)]
pub struct Drift<'j> {
    judge: &'j Judge,
    /// Whether no value of a payload is kept.
    redact: bool,
    /// In the order of their names.
    events: BTreeMap<String, Event<'j>>,
}

/// What the payloads of one event have that its document does not.
#[derive(Debug)]
pub struct Event<'j> {
    /// The event.
    pub known: Known<'j>,
    /// How many of its payloads are valid.
    pub valid: u64,
    /// How many are drift.
    pub drift: u64,
    entries: BTreeMap<Key, Entry>,
    /// The undocumented members of an object, taken together.
    wholes: BTreeMap<Key, Entry>,
    seen: Seen,
}

/// One keyword that fails, with all that was seen instead.
#[derive(Debug, Clone)]
pub struct Found {
    /// What allows exactly this.
    pub allowed: Allowed,
    /// The keyword, for instance `<provider>/push.schema.json#/additionalProperties`.
    pub schema: String,
    /// What is wrong, in words, without any value.
    pub message: String,
    /// What was seen, by kind, for instance `string or null`.
    pub kinds: String,
    /// Values that were seen, each with how often; only one where they are not told apart, none where they are redacted.
    pub examples: Vec<Example>,
}

impl<'j> Drift<'j> {
    /// Nothing yet. `redact` keeps every value of a payload out of what is found.
    #[must_use]
    pub fn new(judge: &'j Judge, redact: bool) -> Self {
        Self { judge, redact, events: BTreeMap::new() }
    }

    /// Judges a delivery, and takes in what it has that its document does not.
    pub fn add(&mut self, delivery: &Delivery) -> Report {
        let (events, redact) = (&mut self.events, self.redact);
        self.judge.examine(delivery, &mut |examined| {
            let Examined { known, body, verdict, .. } = examined;
            // Nothing is known of a plain schema but what it refuses, and that is invalid.
            if !matches!(verdict, Verdict::Valid | Verdict::Drift) || known.is_plain() {
                return;
            }
            let event = events.entry(known.name()).or_insert_with(|| Event::new(known));
            event.seen.add(known, body);
            if verdict == Verdict::Valid {
                event.valid += 1;
                return;
            }
            event.drift += 1;
            for finding in examined.every() {
                event.add(body, finding, redact);
            }
        })
    }

    /// The events of which there were payloads.
    pub fn events(&self) -> impl Iterator<Item = &Event<'j>> {
        self.events.values()
    }
}

impl<'j> Event<'j> {
    fn new(known: Known<'j>) -> Self {
        Self { known, valid: 0, drift: 0, entries: BTreeMap::new(), wholes: BTreeMap::new(), seen: Seen::default() }
    }

    /// How many of its payloads were looked at.
    #[must_use]
    pub fn payloads(&self) -> u64 {
        self.valid + self.drift
    }

    fn add(&mut self, body: &Value, finding: Finding, redact: bool) {
        let pointer = pattern(body, &finding.pointer);
        let schema = finding.schema.as_deref().unwrap_or_default();
        let Some(keyword) = place(schema) else { return };
        let key = Key { pointer, rule: finding.rule.clone(), member: finding.member.clone(), keyword };
        let (value, payload) = (body.at(&finding.pointer), self.payloads());
        // Whatever the members of an object are called, once there are too many to name them.
        let Some(all) = key.above() else { return self.count(key, schema, finding.message.text, value, redact) };
        if self.entries.contains_key(&all) {
            return self.count(all, schema, finding.message.text, value, redact);
        }
        // Counted beside its members from the first on, so that no count is lost when they are not told apart any more.
        let whole = self.wholes.entry(all.clone()).or_insert_with_key(|all| Entry::new(all, schema, String::new()));
        whole.add(value, payload, redact);
        if self.entries.contains_key(&key) || self.siblings(&all) < MEMBERS {
            return self.count(key, schema, finding.message.text, value, redact);
        }
        self.entries.retain(|other, _| other.above().as_ref() != Some(&all));
        self.entries.extend(self.wholes.remove_entry(&all));
    }

    fn count(&mut self, key: Key, schema: &str, message: String, value: Option<&Value>, redact: bool) {
        let payload = self.payloads();
        self.entries.entry(key).or_insert_with_key(|key| Entry::new(key, schema, message)).add(value, payload, redact);
    }

    /// How many undocumented members of an object are told apart.
    fn siblings(&self, all: &Key) -> usize {
        self.entries.keys().filter(|key| key.above().as_ref() == Some(all)).count()
    }

    /// What its payloads have that its document does not, in the order of the places.
    #[must_use]
    pub fn found(&self) -> Vec<Found> {
        let constraints = self.known.constraints();
        let found = self.entries.iter().map(|(key, entry)| {
            let mut found = entry.found(key);
            // The keyword is named only where rule and pointer leave a choice.
            let means = constraints.iter().filter(|constraint| found.allowed.is_about(constraint));
            let mut keywords: Vec<&Place> = means.map(|constraint| &constraint.keyword).collect();
            keywords.sort();
            keywords.dedup();
            if keywords.len() != 1 {
                found.allowed.schema = Some(key.keyword.clone());
            }
            found
        });
        found.collect()
    }

    /// What allows all that was found; `None` where nothing was.
    #[must_use]
    pub fn extension(&self) -> Option<Extension> {
        let allowed: Vec<Allowed> = self.found().into_iter().map(|found| found.allowed).collect();
        (!allowed.is_empty()).then_some(Extension { allowed })
    }

    /// What is documented and was never seen.
    #[must_use]
    pub fn unseen(&self) -> Unseen {
        self.seen.unseen(self.known)
    }
}

/// A pointer with `*` for the items of lists.
fn pattern(body: &Value, pointer: &Pointer) -> Pointer {
    let mut value = Some(body);
    let tokens = pointer.tokens().iter().map(|token| {
        let is_item = value.is_some_and(|value| matches!(value.kind, Kind::Array(_)));
        value = value.and_then(|value| value.at(&Pointer::root().join(token)));
        if is_item { "*" } else { token }
    });
    Pointer::root().join_all(&tokens.collect::<Vec<_>>())
}

/// The place that a finding names, without the provider's folder.
fn place(schema: &str) -> Option<Place> {
    let (file, pointer) = schema.split_once('#')?;
    Some(Place { file: file.rsplit('/').next()?.to_owned(), pointer: Pointer::parse(pointer).ok()? })
}
