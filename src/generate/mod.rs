//! Payloads made from schemas: valid ones, a few that together show everything, and broken ones with one known fault.
//!
//! Everything is computed from the [`schema`](crate::schema) model of an event. A payload is decoded from a tree of
//! choices, so that each is valid by construction, the same seed gives the same payload everywhere, and a smaller
//! payload is one with smaller choices.

mod broken;
mod choices;
mod edits;
mod goals;
mod objects;
mod scalars;
mod shrink;
mod texts;
mod values;
mod wish;

use std::{collections::BTreeSet, fmt};

use proptest::{
    prelude::Rng as _,
    strategy::{NewTree, Strategy, ValueTree},
    test_runner::TestRunner,
};
use serde_json::Value;

pub use broken::{Breakable, Broken, Fault};
pub use goals::Goal;

use crate::catalog::Known;
use choices::{Settled, Source};
use shrink::Shrinking;
use values::Maker;
use wish::Wish;

/// Makes the payloads of an event.
///
/// ```
/// use hookproof::{Catalog, Delivery, Verdict, check, generate::Generator};
///
/// let catalog = Catalog::embedded().expect("the schemas are sound");
/// let push = catalog.events().find(|known| known.event.id == "push").expect("somebody has pushes");
/// let generator = Generator::new(push)?;
/// let body = generator.payload(7).to_string();
/// assert_eq!(check(&Delivery::new(body.as_bytes())).verdict, Verdict::Valid);
/// # Ok::<(), hookproof::generate::Unsupported>(())
/// ```
#[derive(Debug)]
pub struct Generator<'c> {
    known: Known<'c>,
    maker: Maker<'c>,
}

/// Why no payloads can be made of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsupported {
    /// The event.
    pub event: String,
    /// The reason.
    pub reason: String,
}

/// A few payloads that together show everything that an event's payloads can be.
#[derive(Debug)]
pub struct Covering<'g> {
    /// The payloads.
    pub payloads: Vec<Value>,
    /// Everything that there is to see.
    pub goals: Vec<Goal<'g>>,
    /// The names of the goals that these payloads reach.
    pub reached: BTreeSet<String>,
    /// The names of the goals that no valid payload reaches: something else in the schema forbids it.
    pub unreachable: Vec<String>,
}

impl<'c> Generator<'c> {
    /// A generator for the payloads of an event.
    ///
    /// # Errors
    ///
    /// A pattern that no automaton can be made of, or a schema that no payload satisfies.
    pub fn new(known: Known<'c>) -> Result<Self, Unsupported> {
        let unsupported = |reason: String| Unsupported { event: known.name(), reason };
        if known.is_plain() {
            return Err(unsupported("payloads are made from schemas in the profile, and this one is plain".to_owned()));
        }
        let maker = Maker::new(&known.entry.model).map_err(unsupported)?;
        let source = Source::new(0, Settled::default());
        if maker.value(known.root(), &Wish::default(), source.choices()).is_none() {
            return Err(unsupported("no payload satisfies its schema".to_owned()));
        }
        Ok(Self { known, maker })
    }

    /// A generator of the smallest payloads: members that may be missing are, and lists are as short as they may be.
    #[must_use]
    pub fn lean(self) -> Self {
        Self { maker: self.maker.lean(), ..self }
    }

    /// The event whose payloads are made.
    #[must_use]
    pub fn event(&self) -> Known<'c> {
        self.known
    }

    /// The valid payload of a seed: the same one on every machine, for the same schema.
    #[must_use]
    pub fn payload(&self, seed: u64) -> Value {
        self.make(&Source::new(seed, Settled::default()))
    }

    /// Valid payloads, for property tests.
    #[must_use]
    pub fn valid(&self) -> Valid<'_> {
        Valid { generator: self }
    }

    /// A small set of valid payloads that reaches everything that the schema allows.
    #[must_use]
    pub fn covering(&self) -> Covering<'_> {
        // Of so many payloads that reach a goal, the one that shows most.
        const TRIES: u64 = 12;
        let root = self.known.root();
        let goals = goals::goals(self.maker.model, root);
        let mut covering = Covering { payloads: Vec::new(), goals, reached: BTreeSet::new(), unreachable: Vec::new() };
        for goal in &covering.goals {
            if covering.reached.contains(&goal.name) {
                continue;
            }
            let made = (0..TRIES).filter_map(|seed| {
                let source = Source::new(seed, Settled::default());
                goal.wishes().iter().find_map(|wish| self.maker.value(root, wish, source.choices()))
            });
            let seen = made.map(|payload| (goals::reached(self.maker.model, root, &payload), payload));
            let best = seen.max_by_key(|(seen, _)| seen.difference(&covering.reached).count());
            match best {
                Some((seen, payload)) => {
                    covering.reached.extend(seen);
                    covering.payloads.push(payload);
                }
                None => covering.unreachable.push(goal.name.clone()),
            }
        }
        // A payload whose members are all required and of one kind has nothing to see but itself.
        if covering.payloads.is_empty() {
            covering.payloads.push(self.payload(0));
        }
        covering
    }

    fn make(&self, source: &Source) -> Value {
        // `new` has made one, and every payload is found by the same search.
        self.maker.value(self.known.root(), &Wish::default(), source.choices()).unwrap_or_default()
    }
}

/// Valid payloads of an event, for proptest; they shrink to small payloads that are still valid.
#[derive(Debug, Clone, Copy)]
pub struct Valid<'g> {
    generator: &'g Generator<'g>,
}

impl<'g> Strategy for Valid<'g> {
    type Tree = Box<dyn ValueTree<Value = Value> + 'g>;
    type Value = Value;

    fn new_tree(&self, runner: &mut TestRunner) -> NewTree<Self> {
        let generator = self.generator;
        Ok(Box::new(Shrinking::new(runner.rng().next_u64(), |source: &Source| generator.make(source))))
    }
}

impl fmt::Display for Unsupported {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.event, self.reason)
    }
}

impl std::error::Error for Unsupported {}
