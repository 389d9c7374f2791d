//! One keyword that fails: how often, and what was seen instead.

use std::collections::BTreeMap;

use super::{Found, texts::Forms};
use crate::{
    document::{Kind, Value},
    pointer::Pointer,
    schema::{
        Node, Place, Scalar, Shape,
        extension::{Allowed, What, merged, seen},
    },
    text::shortened,
};

/// So many values of one place are told apart.
const VALUES: usize = 32;

/// A keyword at a place of the payload.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    pub(super) pointer: Pointer,
    pub(super) rule: String,
    pub(super) member: Option<String>,
    pub(super) keyword: Place,
}

/// What was seen of it.
#[derive(Debug)]
pub(super) struct Entry {
    schema: String,
    message: String,
    payloads: u64,
    times: u64,
    /// The last payload it was seen in.
    last: u64,
    kinds: Vec<&'static str>,
    example: Option<String>,
    instead: Instead,
}

/// What stands where a keyword fails.
#[derive(Debug)]
enum Instead {
    /// Members that nothing documents.
    Value(Option<Box<Node>>),
    /// Values that are not named.
    Values(BTreeMap<Scalar, u64>),
    /// Texts that the pattern does not match.
    Texts(Forms),
    /// The farthest beyond a limit: its least, or its most.
    Least(i64),
    Most(i64),
    /// Null, where another type was seen before.
    Null,
    /// What is not told apart.
    Anything,
}

/// A value that was seen, fit to be shown, and how often.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// The value as JSON, shortened.
    pub text: String,
    /// How often.
    pub times: u64,
}

impl Key {
    /// The key of all undocumented members of the object, whatever their names are.
    pub(super) fn above(&self) -> Option<Self> {
        // A key of all of them has the pointer of the object, and no name.
        if self.rule != "additionalProperties" || self.member.is_some() {
            return None;
        }
        let (above, _) = self.pointer.split_last()?;
        Some(Self { pointer: above, member: Some(String::new()), ..self.clone() })
    }

    fn is_of_all(&self) -> bool {
        self.rule == "additionalProperties" && self.member.is_some()
    }
}

impl Entry {
    pub(super) fn new(key: &Key, schema: &str, message: String) -> Self {
        let instead = match key.rule.as_str() {
            _ if key.is_of_all() => Instead::Anything,
            "additionalProperties" | "forbidden" => Instead::Value(None),
            "const" | "enum" => Instead::Values(BTreeMap::new()),
            "pattern" => Instead::Texts(Forms::default()),
            "minimum" | "minLength" | "minItems" => Instead::Least(i64::MAX),
            "maximum" | "maxLength" | "maxItems" => Instead::Most(i64::MIN),
            "type" => Instead::Null,
            _ => Instead::Anything,
        };
        let message = if key.is_of_all() { "members of many names are not documented".to_owned() } else { message };
        Self {
            schema: schema.to_owned(),
            message,
            payloads: 0,
            times: 0,
            last: 0,
            kinds: Vec::new(),
            example: None,
            instead,
        }
    }

    /// Takes in one place where the keyword fails; `payload` numbers the payload that has it.
    pub(super) fn add(&mut self, value: Option<&Value>, payload: u64, redact: bool) {
        self.times += 1;
        if self.last != payload {
            self.last = payload;
            self.payloads += 1;
        }
        let Some(value) = value else { return };
        let noun = noun(value);
        if !self.kinds.contains(&noun) {
            self.kinds.push(noun);
        }
        if !redact && self.example.is_none() {
            self.example = Some(shown(value));
        }
        self.instead.add(value, redact);
    }

    pub(super) fn found(&self, key: &Key) -> Found {
        let what = match &self.instead {
            Instead::Value(Some(node)) => What::Value(node.clone()),
            Instead::Values(values) => What::Values(values.keys().cloned().collect()),
            Instead::Texts(forms) => What::Pattern(forms.pattern()),
            Instead::Least(limit) | Instead::Most(limit) => What::Limit(*limit),
            Instead::Null => What::Null,
            Instead::Value(None) | Instead::Anything => What::Anything,
        };
        let allowed = Allowed {
            place: Place { file: String::new(), pointer: Pointer::root() },
            at: (0, 0),
            rule: key.rule.clone(),
            pointer: key.pointer.clone(),
            member: key.member.clone().filter(|_| !key.is_of_all()),
            schema: None,
            what,
            observed: Some((self.payloads, self.times)),
        };
        let kinds = match &self.instead {
            Instead::Value(Some(node)) => described(node),
            _ => self.kinds.join(" or "),
        };
        let examples = match &self.instead {
            Instead::Values(values) => {
                values.iter().map(|(value, times)| Example { text: quoted(value), times: *times }).collect()
            }
            _ => self.example.iter().map(|text| Example { text: text.clone(), times: self.times }).collect(),
        };
        Found { allowed, schema: self.schema.clone(), message: self.message.clone(), kinds, examples }
    }
}

impl Instead {
    fn add(&mut self, value: &Value, redact: bool) {
        let nothing_more = match self {
            Self::Value(known) => {
                let place = Place { file: String::new(), pointer: Pointer::root() };
                let node = seen(value, &place);
                *known = Some(Box::new(match known.take() {
                    Some(before) => merged(*before, node),
                    None => node,
                }));
                false
            }
            // Named or described, a value is not kept out of what is written.
            Self::Values(_) | Self::Texts(_) if redact => true,
            Self::Values(values) => match scalar(value) {
                Some(scalar) => {
                    *values.entry(scalar).or_default() += 1;
                    values.len() > VALUES
                }
                None => true,
            },
            Self::Texts(forms) => value.as_str().is_none_or(|text| !forms.add(text)),
            Self::Least(least) => size(value).map(|size| *least = size.min(*least)).is_none(),
            Self::Most(most) => size(value).map(|size| *most = size.max(*most)).is_none(),
            Self::Null => !matches!(value.kind, Kind::Null),
            Self::Anything => false,
        };
        if nothing_more {
            *self = Self::Anything;
        }
    }
}

/// The value as a schema can name it.
fn scalar(value: &Value) -> Option<Scalar> {
    match &value.kind {
        Kind::Boolean(boolean) => Some(Scalar::Boolean(*boolean)),
        Kind::String(text) => Some(Scalar::Text(text.clone().into_owned())),
        _ => integer(value).map(Scalar::Integer),
    }
}

/// What a limit is about: the number, the characters or the items.
fn size(value: &Value) -> Option<i64> {
    match &value.kind {
        Kind::String(text) => i64::try_from(text.chars().count()).ok(),
        Kind::Array(items) => i64::try_from(items.len()).ok(),
        _ => integer(value),
    }
}

/// `4` and `4.0`, which schemas do not tell apart.
fn integer(value: &Value) -> Option<i64> {
    match &value.kind {
        Kind::Integer(integer) => Some(*integer),
        // The reader refuses whole numbers with a fraction that are too large to be exact.
        #[expect(clippy::cast_possible_truncation, reason = "it is whole, and the reader has seen to its size")]
        Kind::Float(float) if float.fract() == 0.0 => Some(*float as i64),
        _ => None,
    }
}

fn noun(value: &Value) -> &'static str {
    let noun = value.noun();
    noun.strip_prefix("a ").or(noun.strip_prefix("an ")).unwrap_or(noun)
}

/// A value as JSON, short and harmless; of lists and objects only that they are one.
fn shown(value: &Value) -> String {
    match &value.kind {
        Kind::String(text) => format!("\"{}\"", shortened(text)),
        Kind::Array(_) | Kind::Object(_) => noun(value).to_owned(),
        _ => serde_json::Value::from(value).to_string(),
    }
}

fn quoted(value: &Scalar) -> String {
    match value {
        Scalar::Text(text) => format!("\"{}\"", shortened(text)),
        other => other.to_string(),
    }
}

/// What a node is, in words: `string or null`, `list of string`, `object with a, b`.
fn described(node: &Node) -> String {
    let noun = match &node.shape {
        Shape::Array(array) if array.max_items == Some(0) => "empty array".to_owned(),
        Shape::Array(array) => format!("array of {}", described(&array.items)),
        Shape::Object(object) if object.members.is_empty() => "empty object".to_owned(),
        Shape::Object(object) => {
            const SHOWN: usize = 4;
            let names: Vec<String> = object.members.iter().take(SHOWN).map(|member| shortened(&member.name)).collect();
            let more = if object.members.len() > SHOWN { ", …" } else { "" };
            format!("object with {}{more}", names.join(", "))
        }
        shape => shape.noun().to_owned(),
    };
    if node.nullable { format!("{noun} or null") } else { noun }
}
