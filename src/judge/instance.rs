//! Documents as `jsonschema` reads them: in place, without a copy of the payload.

use std::borrow::Cow;

use jsonschema::{
    JsonType,
    json::{Array, Json, JsonNumber, Node, NodeIdentity, Object, cmp, unique},
};
use serde_json::{Number, Value as Copied};

use crate::document::{Kind, Member, Value};

/// The representation of [`Value`].
pub(crate) struct InPlace;

/// A number of a document.
pub(crate) enum Numeral {
    Integer(i64),
    Float(f64),
}

/// The members of an object, one after the other.
pub(crate) struct Members<'a>(std::slice::Iter<'a, Member<'a>>);

impl Json for InPlace {
    type Node<'a> = &'a Value<'a>;
    type PreparedKey = String;
    type StringBuffer = ();

    // Names are looked up one after the other: to go through all members is never dearer.
    const KEYS_PER_LOOKUP: usize = 8;

    fn prepare_key(key: &str) -> String {
        key.to_owned()
    }

    fn with_string_node<T>((): &mut (), string: &str, f: impl FnOnce(Self::Node<'_>) -> T) -> T {
        f(&Value { start: 0, kind: Kind::String(Cow::Borrowed(string)) })
    }
}

impl<'a> Node<'a, InPlace> for &'a Value<'a> {
    type Object = &'a [Member<'a>];
    type Array = &'a [Value<'a>];
    type Number = Numeral;

    fn as_object(&self) -> Option<Self::Object> {
        self.members()
    }

    fn as_array(&self) -> Option<Self::Array> {
        match &self.kind {
            Kind::Array(items) => Some(items),
            _ => None,
        }
    }

    fn as_string(&self) -> Option<Cow<'a, str>> {
        match &self.kind {
            Kind::String(text) => Some(Cow::Borrowed(text)),
            _ => None,
        }
    }

    fn as_number(&self) -> Option<Numeral> {
        match self.kind {
            Kind::Integer(integer) => Some(Numeral::Integer(integer)),
            Kind::Float(float) => Some(Numeral::Float(float)),
            _ => None,
        }
    }

    fn as_boolean(&self) -> Option<bool> {
        match self.kind {
            Kind::Boolean(boolean) => Some(boolean),
            _ => None,
        }
    }

    fn is_null(&self) -> bool {
        matches!(self.kind, Kind::Null)
    }

    fn json_type(&self) -> JsonType {
        match self.kind {
            Kind::Null => JsonType::Null,
            Kind::Boolean(_) => JsonType::Boolean,
            Kind::Integer(_) | Kind::Float(_) => JsonType::Number,
            Kind::String(_) => JsonType::String,
            Kind::Array(_) => JsonType::Array,
            Kind::Object(_) => JsonType::Object,
        }
    }

    fn equals_value(&self, expected: &Copied) -> bool {
        match (&self.kind, expected) {
            (Kind::Null, Copied::Null) => true,
            (Kind::Boolean(boolean), Copied::Bool(other)) => boolean == other,
            (Kind::String(text), Copied::String(other)) => text == other,
            (Kind::Integer(_) | Kind::Float(_), Copied::Number(_))
            | (Kind::Array(_), Copied::Array(_))
            | (Kind::Object(_), Copied::Object(_)) => cmp::equal(&Copied::from(*self), expected),
            _ => false,
        }
    }

    /// Null for every value: `jsonschema` puts it into the texts of its errors, and nobody reads these. A copy of the
    /// payload for each error would be dear.
    fn to_value(&self) -> Cow<'a, Copied> {
        Cow::Owned(Copied::Null)
    }

    fn identity(&self) -> Option<NodeIdentity> {
        Some(NodeIdentity::new(std::ptr::from_ref::<Value>(self) as usize))
    }
}

impl<'a> Object<'a, InPlace> for &'a [Member<'a>] {
    type Node = &'a Value<'a>;
    type MemberName = &'a str;
    type MembersIter = Members<'a>;

    fn len(&self) -> usize {
        <[Member]>::len(self)
    }

    fn get(&self, key: &String) -> Option<&'a Value<'a>> {
        self.iter().find(|member| member.name == *key).map(|member| &member.value)
    }

    fn members(&self) -> Members<'a> {
        Members(self.iter())
    }
}

impl<'a> Iterator for Members<'a> {
    type Item = (&'a str, &'a Value<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|member| (&*member.name, &member.value))
    }
}

impl<'a> Array<'a, InPlace> for &'a [Value<'a>] {
    type Node = &'a Value<'a>;
    type ElementsIter = std::slice::Iter<'a, Value<'a>>;

    fn len(&self) -> usize {
        <[Value]>::len(self)
    }

    fn elements(&self) -> Self::ElementsIter {
        self.iter()
    }

    fn is_unique(&self) -> bool {
        let items: Vec<Copied> = self.iter().map(Copied::from).collect();
        unique::is_unique(&items)
    }
}

impl JsonNumber for Numeral {
    fn as_u64(&self) -> Option<u64> {
        self.to_number().as_u64()
    }

    fn as_i64(&self) -> Option<i64> {
        self.to_number().as_i64()
    }

    fn as_f64(&self) -> Option<f64> {
        self.to_number().as_f64()
    }

    fn as_str(&self) -> Cow<'_, str> {
        Cow::Owned(self.to_number().to_string())
    }

    fn to_number(&self) -> Cow<'_, Number> {
        Cow::Owned(match self {
            Self::Integer(integer) => Number::from(*integer),
            // A document has no number that is none or infinite.
            Self::Float(float) => Number::from_f64(*float).unwrap_or_else(|| Number::from(0)),
        })
    }

    fn is_written_as_integer(&self) -> bool {
        matches!(self, Self::Integer(_))
    }
}
