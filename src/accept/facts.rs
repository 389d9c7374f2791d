//! What conditions ask about values, noted where a value is read and held against them where its object ends.

use super::{
    Doubt, Sure,
    program::{Asked, Condition, Node, Question},
    run::Pass,
};
use crate::schema::Scalar;

/// A value as conditions ask about it.
#[derive(Debug, Clone, Copy)]
pub(super) enum Seen<'v> {
    Null,
    Boolean(bool),
    Integer(i64),
    Float,
    Text(&'v [u8]),
    Array,
    Object,
}

impl Pass<'_, '_, '_> {
    /// Notes what is asked about the value of a node.
    #[inline]
    pub(super) fn note(&mut self, node: &Node, seen: Seen) -> Sure<()> {
        for Asked { fact, question } in &node.asked {
            self.scratch.facts[*fact] = self.answer(question, seen)?;
        }
        Ok(())
    }

    fn answer(&self, question: &Question, seen: Seen) -> Sure<bool> {
        let is = |value: &Scalar| match (value, seen) {
            // Whether `1.0` is 1 is left to the judge.
            (_, Seen::Float) => Err(Doubt),
            (Scalar::Boolean(value), Seen::Boolean(seen)) => Ok(*value == seen),
            (Scalar::Integer(value), Seen::Integer(seen)) => Ok(*value == seen),
            (Scalar::Text(value), Seen::Text(seen)) => Ok(value.as_bytes() == seen),
            _ => Ok(false),
        };
        match (question, seen) {
            (Question::Object, _) => Ok(matches!(seen, Seen::Object)),
            (Question::OneOf(values), _) => values.iter().try_fold(false, |found, value| Ok(found || is(value)?)),
            (Question::Not(value), _) => Ok(!is(value)?),
            (Question::Matches(pattern), Seen::Text(text)) => self.program.patterns[*pattern].matches(text),
            (Question::Present | Question::Matches(_), _) => Ok(true),
        }
    }

    /// Whether a condition holds, at the end of its object.
    pub(super) fn holds(&self, condition: &Condition) -> bool {
        let facts = &self.scratch.facts;
        let test = condition.test.iter().all(|(fact, holds)| facts[*fact] == *holds);
        let demands = if test { &condition.then } else { &condition.otherwise };
        demands
            .iter()
            .all(|demand| demand.given.is_some_and(|given| !facts[given]) || facts[demand.fact] == demand.holds)
    }
}
