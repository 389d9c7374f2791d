//! The JSON text of a template as a tree whose leaves are constants, parameters, and texts made of both.

use std::collections::BTreeMap;

use super::reading::{Inside, Placeholder};
use crate::{
    document::{self, Document, string_end},
    pointer::Pointer,
};

/// A value of a template.
#[derive(Debug)]
pub(super) enum Value {
    Null,
    Boolean(bool),
    Integer(i64),
    Float,
    Text(Vec<Part>),
    /// A parameter that is a value itself, by its index.
    Parameter(usize),
    Array(Vec<Value>),
    Object(Vec<Member>),
}

#[derive(Debug)]
pub(super) struct Member {
    pub(super) name: String,
    pub(super) value: Value,
}

/// A part of a string.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    Constant(String),
    /// A parameter, by its index.
    Parameter(usize),
}

/// The tree of a text in which parameters are filled; those in names are marked as such.
pub(super) fn of(root: &document::Value, filled: &[u8], text: &[u8], placeholders: &mut [Placeholder]) -> Value {
    let starts = placeholders.iter().enumerate().map(|(index, found)| (found.start, index)).collect();
    Reader { filled, text, placeholders, starts }.value(root)
}

struct Reader<'r> {
    filled: &'r [u8],
    text: &'r [u8],
    placeholders: &'r mut [Placeholder],
    starts: BTreeMap<usize, usize>,
}

impl Reader<'_> {
    fn value(&mut self, value: &document::Value) -> Value {
        let start = value.start;
        let bare = self.starts.get(&start).filter(|index| self.placeholders[**index].is_closed());
        if let Some(index) = bare {
            return Value::Parameter(*index);
        }
        match &value.kind {
            document::Kind::Null => Value::Null,
            document::Kind::Boolean(boolean) => Value::Boolean(*boolean),
            document::Kind::Integer(integer) => Value::Integer(*integer),
            document::Kind::Float(_) => Value::Float,
            document::Kind::String(_) => Value::Text(self.parts(start)),
            document::Kind::Array(items) => Value::Array(items.iter().map(|item| self.value(item)).collect()),
            document::Kind::Object(members) => {
                Value::Object(members.iter().map(|member| self.member(member)).collect())
            }
        }
    }

    fn member(&mut self, member: &document::Member) -> Member {
        let parts = self.parts(member.start);
        let name = parts.iter().map(|part| match part {
            Part::Constant(text) => text.clone(),
            Part::Parameter(index) => {
                let placeholder = &mut self.placeholders[*index];
                placeholder.inside = Inside::Name;
                String::from_utf8_lossy(&self.text[placeholder.start..placeholder.end]).into_owned()
            }
        });
        Member { name: name.collect(), value: self.value(&member.value) }
    }

    /// The parts of the string whose quotation mark opens at `start`.
    fn parts(&self, start: usize) -> Vec<Part> {
        let mut parts = Vec::new();
        let mut from = start + 1;
        let end = string_end(self.filled, from).unwrap_or(self.filled.len());
        for (_, &index) in self.starts.range(from..end) {
            let placeholder = &self.placeholders[index];
            // What is not closed stands there as it is.
            if placeholder.is_closed() {
                parts.extend(constant(&self.text[from..placeholder.start]));
                parts.push(Part::Parameter(index));
                from = placeholder.end;
            }
        }
        parts.extend(constant(&self.text[from..end]));
        parts
    }
}

/// A piece of a string, unescaped; the whole text has been read, so it is sound.
fn constant(piece: &[u8]) -> Option<Part> {
    if piece.is_empty() {
        return None;
    }
    let quoted = [b"\"", piece, b"\""].concat();
    let document = Document::read(&quoted).ok()?;
    document.root.as_str().map(|text| Part::Constant(text.to_owned()))
}

impl Value {
    /// The value that a pointer names.
    pub(super) fn at(&self, pointer: &Pointer) -> Option<&Self> {
        pointer.tokens().iter().try_fold(self, |value, token| match value {
            Value::Array(items) => items.get(token.parse::<usize>().ok()?),
            Value::Object(members) => members.iter().find(|member| member.name == *token).map(|member| &member.value),
            _ => None,
        })
    }

    /// The parameters in it, by index, in the order of the text.
    pub(super) fn parameters(&self) -> Vec<usize> {
        match self {
            Value::Parameter(index) => vec![*index],
            Value::Text(parts) => parts
                .iter()
                .filter_map(|part| match part {
                    Part::Parameter(index) => Some(*index),
                    Part::Constant(_) => None,
                })
                .collect(),
            Value::Array(items) => items.iter().flat_map(Self::parameters).collect(),
            Value::Object(members) => members.iter().flat_map(|member| member.value.parameters()).collect(),
            Value::Null | Value::Boolean(_) | Value::Integer(_) | Value::Float => Vec::new(),
        }
    }

    /// The pointers to the values in which parameters stand, by the index of the parameter; those in names apart.
    pub(super) fn places(&self) -> BTreeMap<usize, Pointer> {
        fn below(value: &Value, pointer: &Pointer, places: &mut BTreeMap<usize, Pointer>) {
            match value {
                Value::Array(items) => {
                    for (index, item) in items.iter().enumerate() {
                        below(item, &pointer.clone().join(&index.to_string()), places);
                    }
                }
                Value::Object(members) => {
                    for member in members {
                        below(&member.value, &pointer.clone().join(&member.name), places);
                    }
                }
                _ => places.extend(value.parameters().into_iter().map(|index| (index, pointer.clone()))),
            }
        }
        let mut places = BTreeMap::new();
        below(self, &Pointer::root(), &mut places);
        places
    }
}
