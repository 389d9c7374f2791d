//! What the model says, in words.

use super::{Condition, Form, Question, Shape, Test, Union, Values};

/// The side of a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The test holds.
    Then,
    /// The test does not hold.
    Otherwise,
}

/// When a side of a condition holds, as the end of a sentence.
#[must_use]
pub fn when(condition: &Condition, side: Side) -> String {
    let Some(Test { path, question }) = &condition.test else {
        return " in this event".to_owned();
    };
    let name = path.join(".");
    match (question, side) {
        (Question::OneOf(values), side) => {
            format!(" {} `{name}` is {}", if side == Side::Then { "when" } else { "unless" }, one_of(values))
        }
        (Question::Present, Side::Then) | (Question::Absent, Side::Otherwise) => format!(" when `{name}` is there"),
        (Question::Present, Side::Otherwise) | (Question::Absent, Side::Then) => format!(" when `{name}` is missing"),
    }
}

/// When a form of a union is selected, as the end of a sentence.
#[must_use]
pub fn selected(union: &Union, form: &Form) -> String {
    let name = &union.discriminator.name;
    let values: Vec<String> = form.values.iter().map(|value| format!("`{value}`")).collect();
    if values.is_empty() { format!(" when `{name}` is missing") } else { format!(" when `{name}` is {}", or(&values)) }
}

/// The values, as a choice.
#[must_use]
pub fn one_of(values: &Values) -> String {
    let values: Vec<String> = values.list.iter().map(|value| format!("`{value}`")).collect();
    or(&values)
}

/// `a`, `a or b`, `a, b or c`
#[must_use]
pub fn or(words: &[String]) -> String {
    listed(words, "or")
}

/// `a`, `a and b`, `a, b and c`
#[must_use]
pub fn and(words: &[String]) -> String {
    listed(words, "and")
}

fn listed(words: &[String], joint: &str) -> String {
    match words {
        [] => "nothing".to_owned(),
        [word] => word.clone(),
        [first @ .., last] => format!("{} {joint} {last}", first.join(", ")),
    }
}

impl Shape {
    /// What a person calls a value of this kind.
    #[must_use]
    pub fn noun(&self) -> &'static str {
        match self {
            Self::Any => "any value",
            Self::Null => "null",
            Self::Boolean => "boolean",
            Self::Integer(_) => "integer",
            Self::Number => "number",
            Self::Text(_) | Self::Selected => "string",
            Self::Array(_) => "array",
            Self::Object(_) | Self::Union(_) => "object",
            Self::Ref(_) => "reference",
        }
    }
}
