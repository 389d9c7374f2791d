//! Broken payloads: a valid one, changed at one place, so that exactly one constraint fails.

use proptest::{
    prelude::Rng as _,
    strategy::{NewTree, Strategy, ValueTree},
    test_runner::TestRunner,
};
use serde_json::Value;

use super::{
    Generator,
    choices::{Choices, Settled, Source},
    edits::edited,
    objects::wishes_for,
    shrink::Shrinking,
    values::Maker,
    wish::Wish,
};
use crate::{
    document::Document,
    judge::Validator,
    pointer::Pointer,
    report::{Finding, Severity, Verdict},
    schema::{Constraint, Demand, Level},
};

/// A valid payload, changed at one place.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    /// The payload.
    pub payload: Value,
    /// What must be reported of it where its event is named.
    pub verdict: Verdict,
    /// The rule of the one finding.
    pub rule: &'static str,
    /// Its place.
    pub pointer: Pointer,
    /// The missing member, for `required`.
    pub member: Option<String>,
    /// The keyword that fails, for instance `<provider>/push.schema.json#/additionalProperties`.
    pub schema: String,
    /// The schema of which nothing else fails.
    ///
    /// It is the open one where a tie forbids what leads to the constraint, so that drift is reported beside it.
    pub level: Level,
}

/// A constraint that can be broken alone.
#[derive(Debug, Clone)]
pub struct Breakable<'m> {
    /// The constraint.
    pub constraint: Constraint<'m>,
    /// The schema of which nothing else fails then.
    pub level: Level,
}

/// The broken payloads of an event; a strategy of proptest.
#[derive(Debug)]
pub struct Broken<'g> {
    generator: &'g Generator<'g>,
    validator: Validator,
    open: Maker<'g>,
    /// Those that can be broken alone.
    breakable: Vec<Breakable<'g>>,
    /// Those that cannot.
    redundant: Vec<Constraint<'g>>,
}

/// How many payloads are tried to break one constraint alone.
const TRIES: usize = 24;

impl Generator<'_> {
    /// Broken payloads, each with its one fault.
    #[must_use]
    pub fn broken(&self) -> Broken<'_> {
        let validator = Validator::new(self.known);
        let open = self.maker.open();
        let mut broken = Broken { generator: self, validator, open, breakable: Vec::new(), redundant: Vec::new() };
        for constraint in self.known.constraints() {
            let levels = [Level::Documented, Level::Open].into_iter().filter(|level| match level {
                Level::Documented => true,
                Level::Open => constraint.open,
            });
            let source = Source::new(0, Settled::default());
            let level = levels.into_iter().find(|level| broken.fault(&constraint, *level, source.choices()).is_some());
            match level {
                Some(level) => broken.breakable.push(Breakable { constraint, level }),
                None => broken.redundant.push(constraint),
            }
        }
        broken
    }
}

impl<'g> Broken<'g> {
    /// The constraints that can be broken alone.
    #[must_use]
    pub fn breakable(&self) -> &[Breakable<'g>] {
        &self.breakable
    }

    /// The constraints that no change at one place breaks alone: others demand the same.
    #[must_use]
    pub fn redundant(&self) -> &[Constraint<'g>] {
        &self.redundant
    }

    /// The broken payload of a seed, for one of the breakable constraints.
    ///
    /// # Panics
    ///
    /// If there is no breakable constraint of that index.
    #[must_use]
    pub fn payload(&self, constraint: usize, seed: u64) -> Fault {
        self.make(&self.breakable[constraint], &Source::new(seed, Settled::default()))
    }

    fn make(&self, breakable: &Breakable<'g>, source: &Source) -> Fault {
        let Breakable { constraint, level } = breakable;
        let fault = self.fault(constraint, *level, source.choices());
        let first = || self.fault(constraint, *level, Source::new(0, Settled::default()).choices());
        fault.or_else(first).expect("it was broken before")
    }

    fn fault(&self, constraint: &Constraint<'g>, level: Level, choices: Choices) -> Option<Fault> {
        let (root, wishes) = (self.generator.known.root(), wishes(constraint));
        let maker = if level == Level::Documented { &self.generator.maker } else { &self.open };
        (0..TRIES).find_map(|index| {
            let choices = choices.part(index);
            choices.order(0, wishes.len()).find_map(|at| {
                let base = maker.value(root, &wishes[at], choices.part(1))?;
                self.checked(constraint, level, edited(maker, root, constraint, base, choices.part(2))?)
            })
        })
    }

    /// The payload, if the constraint is all that fails.
    fn checked(&self, constraint: &Constraint, level: Level, payload: Value) -> Option<Fault> {
        let (rule, member) = (constraint.demand.rule(), constraint.demand.member());
        let pointer = first_items(&constraint.path);
        let fault = Fault {
            payload,
            verdict: if constraint.open { Verdict::Invalid } else { Verdict::Drift },
            rule,
            pointer: match constraint.demand {
                Demand::Forbidden(name) => pointer.join(name),
                _ => pointer,
            },
            member: (rule == "required").then(|| member.map(str::to_owned)).flatten(),
            schema: format!("{}/{}", self.generator.known.entry.provider.id, constraint.keyword),
            level,
        };
        let text = fault.payload.to_string();
        let document = Document::read(text.as_bytes()).ok()?;
        let (verdict, findings) = self.validator.judge(self.generator.known, &document.root);
        let counts = |finding: &&Finding| level == Level::Documented || finding.severity == Severity::Invalid;
        let mut counting = findings.iter().filter(counts);
        let (Some(finding), None) = (counting.next(), counting.next()) else { return None };
        // The name of an undocumented member is none that the schema knows.
        let at = match constraint.demand {
            Demand::Closed(_) => finding.pointer.split_last()?.0,
            _ => finding.pointer.clone(),
        };
        let as_foretold = verdict == fault.verdict
            && (finding.rule.as_str(), &at, &finding.member) == (rule, &fault.pointer, &fault.member)
            && finding.schema.as_ref() == Some(&fault.schema);
        as_foretold.then(|| Fault { pointer: finding.pointer.clone(), ..fault })
    }
}

impl<'g> Strategy for &'g Broken<'g> {
    type Tree = Box<dyn ValueTree<Value = Fault> + 'g>;
    type Value = Fault;

    fn new_tree(&self, runner: &mut TestRunner) -> NewTree<Self> {
        let broken = *self;
        let count = broken.breakable.len() as u64;
        let index = runner.rng().next_u64().checked_rem(count).ok_or("no constraint can be broken")?;
        let breakable = &broken.breakable[usize::try_from(index).unwrap_or_default()];
        let make = move |source: &Source| broken.make(breakable, source);
        Ok(Box::new(Shrinking::new(runner.rng().next_u64(), make)))
    }
}

/// The wishes for valid payloads that have the place, and demand what the constraint demands there.
fn wishes<'w>(constraint: &'w Constraint) -> Vec<Wish<'w>> {
    let Some(through) = Wish::through(&constraint.forms) else { return Vec::new() };
    // A member that must be there is removed, and one that must not is added: the object is what has to be there.
    let null = (!matches!(constraint.demand, Demand::Type(_))).then_some(false);
    let place = Wish { null, ..Wish::there() }.above(constraint.path.tokens());
    let Some(wish) = through.and(place) else { return Vec::new() };
    let Some(under) = &constraint.condition else { return vec![wish] };
    let Some(test) = &under.condition.test else { return vec![wish] };
    let sides = wishes_for(under.object, test, under.side).into_iter();
    sides.filter_map(|side| side.above(under.path.tokens()).and(wish.clone())).collect()
}

/// The place where the items of lists are their first ones.
pub(super) fn first_items(path: &Pointer) -> Pointer {
    let tokens: Vec<&str> = path.tokens().iter().map(|token| if token == "*" { "0" } else { token }).collect();
    Pointer::root().join_all(&tokens)
}
