//! The parts of the model: what a value must be, and what holds between values.

use std::fmt;

use super::{Place, Target};
use crate::provider::Evidence;

/// What the document says about a value.
#[derive(Debug, Clone)]
pub struct Node {
    /// Where it stands.
    pub place: Place,
    /// What people should know about it.
    pub notes: Notes,
    /// Whether it can be null as well.
    pub nullable: bool,
    /// What it must be.
    pub shape: Shape,
}

/// What people should know about a value.
#[derive(Debug, Clone, Default)]
pub struct Notes {
    /// A title.
    pub title: Option<String>,
    /// What it means.
    pub description: Option<String>,
    /// Where the document says so.
    pub evidence: Vec<Citation>,
    /// Values that are documented without being the only ones.
    pub examples: Vec<serde_json::Value>,
    /// What a pack allows here beyond the document, and how often that was seen.
    pub observed: Vec<Observed>,
}

/// Something that was seen in deliveries and that no document says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observed {
    /// The rule that it breaks, as findings name it.
    pub rule: String,
    /// In how many payloads.
    pub payloads: u64,
    /// At how many places of them.
    pub times: u64,
}

/// A place in a provider's document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// The heading it stands under.
    pub section: String,
    /// Lines and ranges of lines, for instance `44, 53-60`.
    pub lines: String,
    /// What says so.
    pub by: Evidence,
}

/// What a value must be.
#[derive(Debug, Clone)]
pub enum Shape {
    /// Anything: only null was ever seen.
    Any,
    /// The discriminator inside a form: the union has checked it.
    Selected,
    /// Null.
    Null,
    /// A boolean.
    Boolean,
    /// A number without fraction.
    Integer(Integer),
    /// Any number.
    Number,
    /// A string.
    Text(Text),
    /// A list.
    Array(Array),
    /// An object with these members and no others.
    Object(Object),
    /// One of several objects, told apart by a member.
    Union(Union),
    /// What a definition says.
    Ref(Target),
}

/// An integer's limits.
#[derive(Debug, Clone)]
pub struct Integer {
    /// The smallest.
    pub minimum: Option<i64>,
    /// The largest; `None` only beside `values`.
    pub maximum: Option<i64>,
    /// The only ones.
    pub values: Option<Values>,
}

/// A string's limits.
#[derive(Debug, Clone)]
pub struct Text {
    /// The form it must have.
    pub pattern: Option<Pattern>,
    /// The name of that form, for tools; `pattern` asserts it.
    pub format: Option<String>,
    /// The fewest characters.
    pub min_length: Option<u64>,
    /// The most characters.
    pub max_length: Option<u64>,
    /// The only ones.
    pub values: Option<Values>,
}

/// A regular expression and its meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    /// The expression, which every engine reads alike.
    pub regex: String,
    /// A phrase that completes "must be …".
    pub expected: String,
}

/// A list's limits.
#[derive(Debug, Clone)]
pub struct Array {
    /// What each item is.
    pub items: Box<Node>,
    /// The fewest items.
    pub min_items: Option<u64>,
    /// The most items.
    pub max_items: Option<u64>,
    /// Whether no two items may be equal.
    pub unique: bool,
}

/// An object with these members and no others.
#[derive(Debug, Clone)]
pub struct Object {
    /// The members, in order.
    pub members: Vec<Member>,
    /// Whether it has no members but these.
    pub closed: bool,
    /// What holds between them, and between places below them.
    pub conditions: Vec<Condition>,
}

/// A member of an object.
#[derive(Debug, Clone)]
pub struct Member {
    /// Its name.
    pub name: String,
    /// Whether it must be there, whatever the others are.
    pub required: bool,
    /// Whether a pack adds it to what is documented: a consumer built from the document does not know it.
    pub added: bool,
    /// What it is.
    pub node: Node,
}

/// One of several objects, told apart by a member.
#[derive(Debug, Clone)]
pub struct Union {
    /// The member that tells them apart, a string.
    pub discriminator: Box<Member>,
    /// The forms, in order.
    pub forms: Vec<Form>,
}

/// A form of a union.
#[derive(Debug, Clone)]
pub struct Form {
    /// The values of the discriminator that select it; empty where its absence does.
    pub values: Vec<String>,
    /// The definition of the form.
    pub target: Target,
}

/// The only values, and the keyword that says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Values {
    /// Whether `const` says so, not `enum`.
    pub constant: bool,
    /// The values.
    pub list: Vec<Scalar>,
}

/// A value that a schema can name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scalar {
    /// A boolean.
    Boolean(bool),
    /// An integer.
    Integer(i64),
    /// A string.
    Text(String),
}

/// Something that holds between members.
#[derive(Debug, Clone)]
pub struct Condition {
    /// Where it stands.
    pub place: Place,
    /// The rule of `provider.json` that it states.
    pub rule: Option<String>,
    /// When it holds; `None` for always.
    pub test: Option<Test>,
    /// What follows if the test holds.
    pub then: Consequence,
    /// What follows if it does not.
    pub otherwise: Consequence,
}

/// A question about a member.
#[derive(Debug, Clone)]
pub struct Test {
    /// The names that lead to the member.
    pub path: Vec<String>,
    /// The question.
    pub question: Question,
}

/// What is asked about a member.
#[derive(Debug, Clone)]
pub enum Question {
    /// Is it there?
    Present,
    /// Is it missing, in an object that is there?
    Absent,
    /// Is it one of these?
    OneOf(Values),
}

/// What follows from a test.
#[derive(Debug, Clone, Default)]
pub struct Consequence {
    /// Members that must be there.
    pub required: Vec<String>,
    /// Members that must not be there.
    pub forbidden: Vec<String>,
    /// What a pack allows of the forbidden members, instead of what is documented of them elsewhere.
    pub tolerated: Vec<Member>,
    /// What values must then be.
    pub ties: Vec<(String, Tie)>,
}

/// What a value must be because of a value at another place.
#[derive(Debug, Clone, Default)]
pub struct Tie {
    /// The only values.
    pub values: Option<Values>,
    /// A form.
    pub pattern: Option<Pattern>,
    /// The one value that it must not be.
    pub not: Option<Scalar>,
    /// Members that must be there.
    pub required: Vec<String>,
    /// What holds further below.
    pub members: Vec<(String, Tie)>,
}

impl Object {
    /// The condition that forbids a member on one of its sides, if there is one.
    #[must_use]
    pub fn forbidding(&self, member: &str) -> Option<&Condition> {
        self.conditions.iter().find(|condition| {
            [&condition.then, &condition.otherwise].iter().any(|side| side.forbidden.iter().any(|name| name == member))
        })
    }

    /// Whether a pack allows a member where a condition forbids it.
    #[must_use]
    pub fn tolerates(&self, member: &str) -> bool {
        let mut sides = self.conditions.iter().flat_map(|condition| [&condition.then, &condition.otherwise]);
        sides.any(|side| side.tolerating(member).is_some())
    }
}

impl Consequence {
    /// What a pack allows of a forbidden member.
    #[must_use]
    pub fn tolerating(&self, member: &str) -> Option<&Member> {
        self.tolerated.iter().find(|tolerated| tolerated.name == member)
    }

    /// Whether nothing follows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.required.is_empty() && self.forbidden.is_empty() && self.ties.is_empty()
    }
}

impl From<&Scalar> for serde_json::Value {
    fn from(value: &Scalar) -> Self {
        match value {
            Scalar::Boolean(boolean) => Self::from(*boolean),
            Scalar::Integer(integer) => Self::from(*integer),
            Scalar::Text(text) => Self::from(text.as_str()),
        }
    }
}

impl fmt::Display for Scalar {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Boolean(boolean) => write!(formatter, "{boolean}"),
            Self::Integer(integer) => write!(formatter, "{integer}"),
            Self::Text(text) => write!(formatter, "{text}"),
        }
    }
}
