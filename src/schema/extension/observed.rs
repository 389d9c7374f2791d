//! What values were seen at a place, as a node of the model: as narrow as the profile can say it.

use std::collections::BTreeMap;

use crate::{
    document::{Kind, Value},
    schema::{Array, Integer, Member, Node, Notes, Object, Place, Shape, Text, profile::MAX_SAFE_INTEGER},
};

/// Deeper values can be anything: what is written of them must be readable again.
const DEEPEST: usize = 20;

/// So many members of one object are told apart; objects with more are maps, whose names mean nothing.
const MEMBERS: usize = 64;

/// So many places of one value are told apart.
const PLACES: usize = 1000;

/// What a value is, members and items included.
#[must_use]
pub fn seen(value: &Value, place: &Place) -> Node {
    bounded(of(value, place, 0))
}

/// What accepts all that either of two nodes accepts.
///
/// It is as narrow as the profile can say it: of two kinds of value, only null is told apart from the other.
#[must_use]
pub fn merged(one: Node, other: Node) -> Node {
    bounded(merge(one, other))
}

fn of(value: &Value, place: &Place, depth: usize) -> Node {
    if depth > DEEPEST {
        return node(place, Shape::Any);
    }
    let shape = match &value.kind {
        Kind::Null => Shape::Null,
        Kind::Boolean(_) => Shape::Boolean,
        // Beyond it an integer has no limit that the profile can state.
        Kind::Integer(integer) if *integer > MAX_SAFE_INTEGER => Shape::Number,
        Kind::Integer(_) => Shape::Integer(Integer { minimum: None, maximum: Some(MAX_SAFE_INTEGER), values: None }),
        Kind::Float(_) => Shape::Number,
        Kind::String(_) => Shape::Text(text()),
        Kind::Array(items) => {
            let merged = items.iter().map(|item| of(item, place, depth + 1)).reduce(merge);
            // Of an empty list nothing is known but that it is empty.
            let max_items = merged.is_none().then_some(0);
            let items = Box::new(merged.unwrap_or_else(|| node(place, Shape::Any)));
            Shape::Array(Array { items, min_items: None, max_items, unique: false })
        }
        Kind::Object(members) => {
            let member = |member: &crate::document::Member| Member {
                name: member.name.clone().into_owned(),
                required: false,
                added: true,
                node: of(&member.value, place, depth + 1),
            };
            Shape::Object(Object {
                members: members.iter().map(member).collect(),
                closed: true,
                conditions: Vec::new(),
            })
        }
    };
    node(place, shape)
}

fn merge(one: Node, other: Node) -> Node {
    let nullable = one.nullable || other.nullable;
    let (place, mut notes) = (one.place, one.notes);
    notes.observed.extend(other.notes.observed);
    let (shape, nullable) = match (one.shape, other.shape) {
        (Shape::Null, Shape::Null) => (Shape::Null, false),
        (Shape::Null, shape) | (shape, Shape::Null) if !has_values(&shape) => {
            let nullable = !matches!(shape, Shape::Any);
            (shape, nullable)
        }
        (Shape::Boolean, Shape::Boolean) => (Shape::Boolean, nullable),
        (Shape::Number | Shape::Integer(_), Shape::Number) | (Shape::Number, Shape::Integer(_)) => {
            (Shape::Number, nullable)
        }
        (Shape::Integer(one), Shape::Integer(other)) => (integers(&one, &other), nullable),
        (Shape::Text(one), Shape::Text(other)) => {
            let same = one.pattern == other.pattern && one.values == other.values && one.format == other.format;
            let lengths = one.min_length == other.min_length && one.max_length == other.max_length;
            (Shape::Text(if same && lengths { one } else { text() }), nullable)
        }
        (Shape::Array(one), Shape::Array(other)) => (arrays(one, other), nullable),
        (Shape::Object(one), Shape::Object(other)) => (objects(one, other), nullable),
        _ => (Shape::Any, false),
    };
    Node { place, notes, nullable, shape }
}

fn integers(one: &Integer, other: &Integer) -> Shape {
    if one.values.is_some() && one.values == other.values {
        return Shape::Integer(one.clone());
    }
    let minimum = one.minimum.zip(other.minimum).map(|(one, other)| one.min(other));
    // Where values are named, there need not be a limit.
    let maximum = one.maximum.zip(other.maximum).map_or(MAX_SAFE_INTEGER, |(one, other)| one.max(other));
    Shape::Integer(Integer { minimum, maximum: Some(maximum), values: None })
}

fn arrays(one: Array, other: Array) -> Shape {
    // The items of a list that was always empty say nothing.
    let empty = |array: &Array| array.max_items == Some(0);
    let (one_empty, other_empty) = (empty(&one), empty(&other));
    let max_items = one.max_items.zip(other.max_items).map(|(one, other)| one.max(other));
    let min_items = one.min_items.zip(other.min_items).map(|(one, other)| one.min(other));
    let unique = one.unique && other.unique;
    let items = match (one_empty, other_empty) {
        (true, _) => other.items,
        (_, true) => one.items,
        _ => Box::new(merge(*one.items, *other.items)),
    };
    Shape::Array(Array { items, min_items, max_items, unique })
}

fn objects(one: Object, other: Object) -> Shape {
    if !one.closed || !other.closed || !one.conditions.is_empty() || !other.conditions.is_empty() {
        return Shape::Any;
    }
    let mut others: BTreeMap<String, Member> =
        other.members.into_iter().map(|member| (member.name.clone(), member)).collect();
    let mut members: Vec<Member> = Vec::new();
    for member in one.members {
        members.push(match others.remove(&member.name) {
            Some(same) => Member {
                required: member.required && same.required,
                node: merge(member.node, same.node),
                name: member.name,
                added: true,
            },
            None => Member { required: false, ..member },
        });
    }
    members.extend(others.into_values().map(|member| Member { required: false, ..member }));
    Shape::Object(Object { members, closed: true, conditions: Vec::new() })
}

/// The node, or anything where it would be too much to tell.
fn bounded(mut node: Node) -> Node {
    let mut places = 0;
    bound(&mut node, &mut places);
    if places > PLACES {
        node.shape = Shape::Any;
        node.nullable = false;
    }
    node
}

fn bound(node: &mut Node, places: &mut usize) {
    *places += 1;
    match &mut node.shape {
        Shape::Object(object) if object.members.len() > MEMBERS => {
            node.shape = Shape::Any;
            node.nullable = false;
        }
        Shape::Object(object) => {
            for member in &mut object.members {
                bound(&mut member.node, places);
            }
        }
        Shape::Array(array) => bound(&mut array.items, places),
        _ => {}
    }
}

fn has_values(shape: &Shape) -> bool {
    match shape {
        Shape::Integer(integer) => integer.values.is_some(),
        Shape::Text(text) => text.values.is_some(),
        _ => false,
    }
}

fn text() -> Text {
    Text { pattern: None, format: None, min_length: None, max_length: None, values: None }
}

fn node(place: &Place, shape: Shape) -> Node {
    Node { place: place.clone(), notes: Notes::default(), nullable: false, shape }
}
