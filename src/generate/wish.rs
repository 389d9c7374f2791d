//! What must hold at a place beyond what its schema says: because of a value elsewhere, or because somebody wants to see it.

use std::collections::BTreeMap;

use crate::schema::{Chosen, Consequence, Level, Scalar, Tie};

/// What a value must be, and what must hold below it.
#[derive(Debug, Clone, Default)]
pub(super) struct Wish<'m> {
    /// Whether the member must be there, or must not.
    pub(super) there: Option<bool>,
    /// Whether the value must be null, or must not.
    pub(super) null: Option<bool>,
    /// The only values, if it is a scalar.
    pub(super) values: Option<Vec<&'m Scalar>>,
    /// Values that it must not be.
    pub(super) not: Vec<&'m Scalar>,
    /// Patterns that it must match, if it is a text.
    pub(super) patterns: Vec<&'m str>,
    /// Patterns that it must not match, if it is a text.
    pub(super) not_patterns: Vec<&'m str>,
    /// How many items it must have, if it is a list.
    pub(super) items: Option<Items<'m>>,
    /// What must hold of its members, if it is an object.
    pub(super) members: BTreeMap<&'m str, Wish<'m>>,
}

/// How many items a list must have.
#[derive(Debug, Clone)]
pub(super) enum Items<'m> {
    /// None.
    None,
    /// One.
    One,
    /// More than one.
    Several,
    /// One or more, of which the first is this.
    First(Box<Wish<'m>>),
}

impl<'m> Wish<'m> {
    pub(super) fn there() -> Self {
        Self { there: Some(true), ..Self::default() }
    }

    pub(super) fn missing() -> Self {
        Self { there: Some(false), ..Self::default() }
    }

    pub(super) fn one_of(values: Vec<&'m Scalar>) -> Self {
        Self { there: Some(true), values: Some(values), ..Self::default() }
    }

    pub(super) fn none_of(values: Vec<&'m Scalar>) -> Self {
        Self { there: Some(true), not: values, ..Self::default() }
    }

    /// A wish for an object that is there, about one of its members.
    pub(super) fn member(name: &'m str, wish: Self) -> Self {
        let members = BTreeMap::from([(name, wish)]);
        Self { there: Some(true), null: Some(false), members, ..Self::default() }
    }

    /// A wish for a list that is there, about its first item.
    pub(super) fn first(wish: Self) -> Self {
        Self { items: Some(Items::First(Box::new(wish))), null: Some(false), ..Self::there() }
    }

    /// The wish for the object above, or for the list where the name is `*`.
    pub(super) fn above(self, path: &'m [String]) -> Self {
        path.iter()
            .rev()
            .fold(self, |wish, name| if name == "*" { Self::first(wish) } else { Self::member(name, wish) })
    }

    /// The wish for the payload that leads through these forms.
    pub(super) fn through(forms: &'m [Chosen<'m>]) -> Option<Self> {
        forms.iter().try_fold(Self::default(), |wish, chosen| {
            let values = chosen.values();
            let selected = if values.is_empty() { Self::missing() } else { Self::one_of(values) };
            wish.and(selected.above(chosen.discriminator.tokens()))
        })
    }

    /// Adds what a side of a condition demands.
    ///
    /// `None` if both cannot be.
    pub(super) fn and_side(mut self, consequence: &'m Consequence, level: Level) -> Option<Self> {
        for name in &consequence.required {
            self = self.and(Self::with(name, Self::there()))?;
        }
        for name in &consequence.forbidden {
            self = self.and(Self::with(name, Self::missing()))?;
        }
        for (name, tie) in consequence.ties.iter().filter(|_| level == Level::Documented) {
            self = self.and(Self::with(name, Self::tie(tie)?))?;
        }
        Some(self)
    }

    /// What a tie demands of a value, if it is there.
    fn tie(tie: &'m Tie) -> Option<Self> {
        let mut wish = Self {
            values: tie.values.as_ref().map(|values| values.list.iter().collect()),
            not: tie.not.iter().collect(),
            patterns: tie.pattern.iter().map(|pattern| pattern.regex.as_str()).collect(),
            ..Self::default()
        };
        for name in &tie.required {
            wish = wish.and(Self::with(name, Self::there()))?;
        }
        for (name, below) in &tie.members {
            wish = wish.and(Self::with(name, Self::tie(below)?))?;
        }
        Some(wish)
    }

    fn with(name: &'m str, wish: Self) -> Self {
        Self { members: BTreeMap::from([(name, wish)]), ..Self::default() }
    }

    /// Both wishes at once; `None` if they contradict each other.
    pub(super) fn and(mut self, other: Self) -> Option<Self> {
        if contradict(self.there, other.there) || contradict(self.null, other.null) {
            return None;
        }
        self.there = self.there.or(other.there);
        self.null = self.null.or(other.null);
        self.values = match (self.values, other.values) {
            (Some(values), Some(others)) => Some(values.into_iter().filter(|value| others.contains(value)).collect()),
            (values, others) => values.or(others),
        };
        self.not.extend(other.not);
        self.patterns.extend(other.patterns);
        self.not_patterns.extend(other.not_patterns);
        self.items = match (self.items, other.items) {
            (Some(Items::First(wish)), Some(Items::First(other))) => Some(Items::First(Box::new(wish.and(*other)?))),
            (Some(_), Some(_)) => return None,
            (items, others) => items.or(others),
        };
        for (name, wish) in other.members {
            let known = self.members.remove(name).unwrap_or_default();
            self.members.insert(name, known.and(wish)?);
        }
        Some(self)
    }
}

fn contradict(one: Option<bool>, other: Option<bool>) -> bool {
    one.is_some_and(|one| other == Some(!one))
}
