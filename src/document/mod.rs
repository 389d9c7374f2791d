//! JSON text read without losing anything: every member in order, with its place.

mod glance;
mod plain;
mod scalars;
mod scanner;

use std::borrow::Cow;

use crate::pointer::Pointer;
pub(crate) use glance::Glance;
#[cfg(feature = "check")]
pub(crate) use plain::{plain_end, string_end};

/// The deepest nesting that is read; a text with more levels is a [`FaultKind::Depth`] fault.
pub const MAX_DEPTH: usize = 100;

/// A JSON text that any two parsers read alike.
///
/// It has no duplicate member, no lone surrogate and no number that parsers disagree on: [`Document::read`] reports such
/// texts as [`Fault`]s.
#[derive(Debug)]
pub struct Document<'a> {
    /// The value of the text.
    pub root: Value<'a>,
}

/// A value and the bytes it was read from.
#[derive(Debug)]
pub struct Value<'a> {
    /// Offset of the value's first byte in the text.
    pub start: usize,
    /// What it is.
    pub kind: Kind<'a>,
}

/// The kinds of JSON value.
#[derive(Debug)]
pub enum Kind<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Boolean(bool),
    /// A number written without fraction and exponent.
    Integer(i64),
    /// A number written with fraction or exponent; always finite.
    Float(f64),
    /// A string, unescaped.
    String(Cow<'a, str>),
    /// The items of an array.
    Array(Vec<Value<'a>>),
    /// The members of an object, in order; no name stands twice.
    Object(Vec<Member<'a>>),
}

/// A member of an object.
#[derive(Debug)]
pub struct Member<'a> {
    /// The name, unescaped.
    pub name: Cow<'a, str>,
    /// Offset of the name's opening quotation mark in the text.
    pub start: usize,
    /// The value.
    pub value: Value<'a>,
}

/// A reason why a text is no JSON that two parsers read alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Which rule is broken.
    pub kind: FaultKind,
    /// Offset of the byte at fault; the text's length where the text ends too early.
    pub offset: usize,
    /// The value that was being read, or the member that stands twice.
    pub pointer: Pointer,
    /// What is wrong, for a person, without any value of the text.
    pub message: String,
    /// The rest of the sentence, which shows what was found.
    pub tail: Option<String>,
}

/// The rules that a JSON text can break.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultKind {
    /// RFC 8259 does not allow it.
    Syntax,
    /// Something follows the value.
    TrailingData,
    /// Invalid UTF-8, a byte-order mark, or the escape of a lone surrogate.
    Encoding,
    /// A name that stands twice in one object.
    DuplicateMember,
    /// An integer beyond 64 bits, a number beyond a double, or a whole number beyond 2^53−1 with fraction or exponent.
    Number,
    /// More than [`MAX_DEPTH`] levels.
    Depth,
}

impl<'a> Document<'a> {
    /// Reads one JSON text.
    ///
    /// # Errors
    ///
    /// Every fault that was found, in document order. Reading ends at the first fault of syntax, encoding of the text or
    /// depth; duplicate members, numbers and lone surrogates do not end it.
    ///
    /// ```
    /// use hookproof::document::{Document, FaultKind};
    ///
    /// assert!(Document::read(br#"{"before": "", "after": ""}"#).is_ok());
    /// let faults = Document::read(br#"{"id": 1, "id": 2}"#).unwrap_err();
    /// assert_eq!(faults[0].kind, FaultKind::DuplicateMember);
    /// assert_eq!(faults[0].pointer.to_string(), "/id");
    /// ```
    pub fn read(text: &'a [u8]) -> Result<Self, Vec<Fault>> {
        scanner::read(text)
    }
}

impl<'a> Value<'a> {
    /// The members, if this is an object.
    #[must_use]
    pub fn members(&self) -> Option<&[Member<'a>]> {
        match &self.kind {
            Kind::Object(members) => Some(members),
            _ => None,
        }
    }

    /// The member of that name, if this is an object that has it.
    #[must_use]
    pub fn member(&self, name: &str) -> Option<&Member<'a>> {
        self.members()?.iter().find(|member| member.name == name)
    }

    /// The text, if this is a string.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match &self.kind {
            Kind::String(text) => Some(text),
            _ => None,
        }
    }

    /// The value that a pointer names.
    #[must_use]
    pub fn at(&self, pointer: &Pointer) -> Option<&Value<'a>> {
        pointer.tokens().iter().try_fold(self, |value, token| value.below(token).map(|(_, below)| below))
    }

    /// Where a pointer's place begins: the name of a member, or the item of an array; the nearest place above it where it
    /// names nothing.
    #[must_use]
    pub fn offset_of(&self, pointer: &Pointer) -> usize {
        let mut value = self;
        let mut offset = self.start;
        for token in pointer.tokens() {
            let Some(next) = value.below(token) else { break };
            (offset, value) = next;
        }
        offset
    }

    /// Where the member or item begins that one token of a pointer names, and its value.
    fn below(&self, token: &str) -> Option<(usize, &Value<'a>)> {
        let Kind::Array(items) = &self.kind else {
            return self.member(token).map(|member| (member.start, &member.value));
        };
        let index: usize = token.parse().ok()?;
        // An index has one spelling: `01` and `+1` name nothing.
        let item = items.get(index).filter(|_| index.to_string() == token)?;
        Some((item.start, item))
    }

    /// What a person calls this kind of value: `a string`, `an object`, …
    #[must_use]
    pub fn noun(&self) -> &'static str {
        match &self.kind {
            Kind::Null => "null",
            Kind::Boolean(_) => "a boolean",
            Kind::Integer(_) => "an integer",
            Kind::Float(_) => "a number",
            Kind::String(_) => "a string",
            Kind::Array(_) => "an array",
            Kind::Object(_) => "an object",
        }
    }
}

impl From<&Value<'_>> for serde_json::Value {
    fn from(value: &Value<'_>) -> Self {
        match &value.kind {
            Kind::Null => Self::Null,
            Kind::Boolean(boolean) => Self::Bool(*boolean),
            Kind::Integer(integer) => Self::from(*integer),
            Kind::Float(float) => Self::from(*float),
            Kind::String(text) => Self::String(text.clone().into_owned()),
            Kind::Array(items) => Self::Array(items.iter().map(Self::from).collect()),
            Kind::Object(members) => Self::Object(
                members.iter().map(|member| (member.name.clone().into_owned(), Self::from(&member.value))).collect(),
            ),
        }
    }
}
