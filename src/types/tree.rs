//! Any format of `serde` read into the values of a document, so that there is one way to read a payload.

use std::{borrow::Cow, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{Error, MapAccess, SeqAccess, Visitor},
};

use crate::document::{Kind, Member, Value};

/// Reads a value; it has no place, since `serde` tells none.
pub(super) fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Value<'de>, D::Error> {
    Tree::deserialize(deserializer).map(|tree| tree.0)
}

struct Tree<'de>(Value<'de>);

struct Name<'de>(Cow<'de, str>);

struct TreeVisitor;

struct NameVisitor;

impl<'de> Deserialize<'de> for Tree<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TreeVisitor)
    }
}

impl<'de> Deserialize<'de> for Name<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(NameVisitor)
    }
}

#[expect(clippy::unnecessary_wraps, reason = "what a visitor returns")]
fn tree<E>(kind: Kind<'_>) -> Result<Tree<'_>, E> {
    Ok(Tree(Value { start: 0, kind }))
}

impl<'de> Visitor<'de> for TreeVisitor {
    type Value = Tree<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        tree(Kind::Null)
    }

    fn visit_none<E>(self) -> Result<Self::Value, E> {
        tree(Kind::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        Tree::deserialize(deserializer)
    }

    fn visit_bool<E>(self, boolean: bool) -> Result<Self::Value, E> {
        tree(Kind::Boolean(boolean))
    }

    fn visit_i64<E>(self, integer: i64) -> Result<Self::Value, E> {
        tree(Kind::Integer(integer))
    }

    fn visit_u64<E: Error>(self, integer: u64) -> Result<Self::Value, E> {
        tree(Kind::Integer(i64::try_from(integer).map_err(|_| E::custom("an integer needs more than 64 bits"))?))
    }

    fn visit_f64<E>(self, float: f64) -> Result<Self::Value, E> {
        tree(Kind::Float(float))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        tree(Kind::String(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        tree(Kind::String(Cow::Owned(text.to_owned())))
    }

    fn visit_string<E>(self, text: String) -> Result<Self::Value, E> {
        tree(Kind::String(Cow::Owned(text)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Self::Value, A::Error> {
        let mut items = Vec::new();
        while let Some(Tree(item)) = sequence.next_element()? {
            items.push(item);
        }
        tree(Kind::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members = Vec::new();
        while let Some((Name(name), Tree(value))) = map.next_entry()? {
            members.push(Member { name, start: 0, value });
        }
        tree(Kind::Object(members))
    }
}

impl<'de> Visitor<'de> for NameVisitor {
    type Value = Name<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the name of a member")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Name(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Name(Cow::Owned(text.to_owned())))
    }

    fn visit_string<E>(self, text: String) -> Result<Self::Value, E> {
        Ok(Name(Cow::Owned(text)))
    }
}
