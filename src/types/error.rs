//! Why a payload cannot be read, and where.

use std::fmt;

use super::position;
use crate::{
    document::{Fault, Value},
    pointer::Pointer,
    text::shortened,
};

/// Why a payload cannot be read: a sentence that names the place.
// Boxed, since what is read is moved far more often than it fails.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error(Box<Inner>);

/// A step from a value to one below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// To a member of an object.
    Member(&'static str),
    /// To an item of a list, counted from 0.
    Item(usize),
}

/// The kinds of [`Error`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The body is no JSON that every parser reads alike, a broken form, or larger than the provider documents.
    Malformed,
    /// A member is missing.
    Missing,
    /// A value has another type.
    Type,
    /// A value that tells payloads apart is none of those that are documented here.
    Value,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Inner {
    /// The way to the place, the last step first: it is gathered while the error comes up.
    steps: Vec<Step>,
    kind: ErrorKind,
    /// The rest of the sentence: what must be there.
    problem: String,
    offset: usize,
    position: Option<(usize, usize)>,
}

impl Error {
    fn new(kind: ErrorKind, problem: String, offset: usize) -> Self {
        Self(Box::new(Inner { steps: Vec::new(), kind, problem, offset, position: None }))
    }

    /// A text that no payload can be read from.
    #[must_use]
    pub(super) fn malformed(text: &[u8], faults: &[Fault]) -> Self {
        let Some(fault) = faults.first() else { return Self::unreadable(text, 0, "nothing can be read") };
        Self::unreadable(text, fault.offset, &format!("{}{}", fault.message, fault.tail.as_deref().unwrap_or_default()))
    }

    /// A body that holds no text, or one that is too large.
    pub(super) fn unreadable(body: &[u8], offset: usize, message: &str) -> Self {
        let (line, column) = position(body, offset);
        Self::new(ErrorKind::Malformed, format!("line {line}, column {column}: {message}"), offset).at(body)
    }

    /// A member that is missing in the object that begins at `offset`.
    #[must_use]
    pub fn missing(name: &'static str, offset: usize) -> Self {
        Self::new(ErrorKind::Missing, "is missing".to_owned(), offset).below(Step::Member(name))
    }

    /// A value of another type; `expected` is `a string`, `an object`, …
    #[must_use]
    pub fn wrong_type(expected: &str, value: &Value<'_>) -> Self {
        let found = value.noun();
        Self::new(ErrorKind::Type, format!("must be {expected}, not {found}"), value.start)
    }

    /// A value that is none of those that tell this payload from others.
    #[must_use]
    pub fn wrong_value(expected: &[&str], text: &str, offset: usize) -> Self {
        let expected: Vec<String> = expected.iter().map(|value| format!("\"{value}\"")).collect();
        let problem = format!("must be {}, not \"{}\"", expected.join(" or "), shortened(text));
        Self::new(ErrorKind::Value, problem, offset)
    }

    /// The error as it is seen from one level above.
    #[must_use]
    pub fn below(mut self, step: Step) -> Self {
        self.0.steps.push(step);
        self
    }

    /// The error with its line and column in the text that was read.
    #[must_use]
    pub(super) fn at(mut self, text: &[u8]) -> Self {
        self.0.position = Some(position(text, self.0.offset));
        self
    }

    /// What kind of error it is.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The place as a JSON Pointer: the value at fault, or the member that is missing.
    #[must_use]
    pub fn pointer(&self) -> Pointer {
        self.0.steps.iter().rev().fold(Pointer::root(), |pointer, step| match step {
            Step::Member(name) => pointer.join(name),
            Step::Item(index) => pointer.join(&index.to_string()),
        })
    }

    /// Line and column of the value at fault in the JSON text, from 1, columns in bytes: where a member is missing, of the
    /// object that lacks it. `None` where `serde` gave the values without their places.
    #[must_use]
    pub fn position(&self) -> Option<(usize, usize)> {
        self.0.position
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner { steps, kind, problem, .. } = &*self.0;
        if *kind == ErrorKind::Malformed {
            return formatter.write_str(problem);
        }
        if steps.is_empty() {
            return write!(formatter, "the payload {problem}");
        }
        formatter.write_str("`")?;
        for (index, step) in steps.iter().rev().enumerate() {
            match step {
                Step::Member(name) if index == 0 => formatter.write_str(name)?,
                Step::Member(name) => write!(formatter, ".{name}")?,
                Step::Item(index) => write!(formatter, "[{index}]")?,
            }
        }
        write!(formatter, "` {problem}")
    }
}

impl std::error::Error for Error {}
