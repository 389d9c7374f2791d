//! An event's documented schema as a program that one pass over a text can follow.

use super::lazy::Lazy;
use crate::schema::Scalar;

/// A set of an object's members, a bit for each.
pub(super) type Members = u128;

/// The most members that an object of a program can have.
pub(super) const MOST_MEMBERS: usize = 128;

/// The most members that can tell an event from others.
pub(super) const MOST_KEYS: usize = 64;

/// What a payload must be.
#[derive(Debug, Default)]
pub(super) struct Program {
    /// The payload itself.
    pub(super) root: usize,
    pub(super) nodes: Vec<Node>,
    pub(super) objects: Vec<Object>,
    pub(super) unions: Vec<Union>,
    pub(super) patterns: Vec<Lazy>,
    /// How many facts are collected.
    pub(super) facts: usize,
    /// For each member that tells the event from others, the fact that it is there.
    pub(super) keys: Vec<usize>,
}

/// What a value must be.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) nullable: bool,
    pub(super) kind: Kind,
    /// What is asked about the value by conditions.
    pub(super) asked: Vec<Asked>,
}

#[derive(Debug)]
pub(super) enum Kind {
    /// Nothing that one pass can decide.
    Doubtful,
    Any,
    Null,
    Boolean,
    Integer(Integer),
    Number,
    /// Any string.
    Text,
    Limited(Text),
    Array(Array),
    /// The index of an object.
    Object(usize),
    /// The index of a union.
    Union(usize),
}

#[derive(Debug)]
pub(super) struct Integer {
    pub(super) minimum: i64,
    pub(super) maximum: i64,
    pub(super) values: Option<Vec<i64>>,
}

#[derive(Debug)]
pub(super) struct Text {
    pub(super) pattern: Option<usize>,
    /// The fewest and the most characters.
    pub(super) length: Option<(u64, u64)>,
    pub(super) values: Option<Vec<Box<[u8]>>>,
}

#[derive(Debug)]
pub(super) struct Array {
    pub(super) items: usize,
    pub(super) least: u64,
    pub(super) most: u64,
    pub(super) unique: bool,
}

/// An object with these members and no others.
#[derive(Debug)]
pub(super) struct Object {
    pub(super) members: Vec<Member>,
    pub(super) required: Members,
    /// The facts that its conditions ask for.
    pub(super) facts: std::ops::Range<usize>,
    pub(super) conditions: Vec<Condition>,
}

#[derive(Debug)]
pub(super) struct Member {
    /// The name in quotation marks and a colon, as it stands in most texts.
    written: Box<[u8]>,
    /// The first sixteen bytes of it, and which of them there are.
    first: u128,
    mask: u128,
    /// It alone, as a set.
    pub(super) bit: Members,
    /// The index of the node.
    pub(super) node: usize,
}

/// One of several objects.
#[derive(Debug)]
pub(super) struct Union {
    pub(super) discriminator: Box<[u8]>,
    /// The values that select a form, and the index of its object.
    pub(super) forms: Vec<(Vec<Box<[u8]>>, usize)>,
    /// The form without the discriminator.
    pub(super) absent: Option<usize>,
}

/// Something that is noted about a value.
#[derive(Debug)]
pub(super) struct Asked {
    /// The fact that holds then.
    pub(super) fact: usize,
    pub(super) question: Question,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Question {
    /// Is it there?
    Present,
    /// Is it an object?
    Object,
    /// Is it one of these?
    OneOf(Vec<Scalar>),
    /// Is it something else?
    Not(Scalar),
    /// Is it no string, or one of this form?
    Matches(usize),
}

/// Something that holds between members.
#[derive(Debug)]
pub(super) struct Condition {
    /// The facts that are asked for, and whether they hold.
    pub(super) test: Vec<(usize, bool)>,
    pub(super) then: Vec<Demand>,
    pub(super) otherwise: Vec<Demand>,
}

/// A fact that must hold, or must not.
#[derive(Debug)]
pub(super) struct Demand {
    /// Only if this one holds.
    pub(super) given: Option<usize>,
    pub(super) fact: usize,
    pub(super) holds: bool,
}

impl Member {
    /// The member that stands at this place of its object.
    pub(super) fn new(name: &str, index: usize, node: usize) -> Self {
        let written = format!("\"{name}\":").into_bytes();
        let mut first = [0; 16];
        let mut mask = [0; 16];
        for ((byte, first), mask) in written.iter().zip(&mut first).zip(&mut mask) {
            (*first, *mask) = (*byte, u8::MAX);
        }
        let [first, mask] = [first, mask].map(u128::from_le_bytes);
        Self { written: written.into(), first, mask, bit: 1 << index, node }
    }

    /// How long its name is, with quotation marks and colon, if it stands here.
    #[inline]
    pub(super) fn stands_at(&self, text: &[u8]) -> Option<usize> {
        let length = self.written.len();
        let stands = match text.first_chunk::<16>() {
            Some(chunk) => {
                (u128::from_le_bytes(*chunk) ^ self.first) & self.mask == 0
                    && (length <= 16 || text.get(16..length) == Some(&self.written[16..]))
            }
            None => text.starts_with(&self.written),
        };
        stands.then_some(length)
    }

    pub(super) fn name(&self) -> &[u8] {
        &self.written[1..self.written.len() - 2]
    }
}

impl Object {
    /// The members of these names; none if one of them is no member.
    pub(super) fn mask<S: AsRef<str>>(&self, names: &[S]) -> Option<Members> {
        names.iter().try_fold(0, |mask, name| Some(mask | 1 << self.position(name.as_ref())?))
    }

    /// The members of those of these names that are members.
    pub(super) fn known<S: AsRef<str>>(&self, names: &[S]) -> Members {
        names.iter().filter_map(|name| self.position(name.as_ref())).fold(0, |mask, index| mask | 1 << index)
    }

    pub(super) fn position(&self, name: &str) -> Option<usize> {
        self.members.iter().position(|member| member.name() == name.as_bytes())
    }
}
