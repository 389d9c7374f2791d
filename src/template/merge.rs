//! The least that two nodes have in common: what a list holds whose items differ, what a parameter of two events can be.

use super::{
    kind::{ANY_TEXT, node},
    regex::{literal, unanchored},
};
use crate::schema::{
    Array, Condition, Integer, MAX_SAFE_INTEGER, Member, Node, Notes, Object, Pattern, Scalar, Shape, Text, Values,
};

/// A node that accepts what either of two nodes does, and little more: named values and forms of texts stay.
pub(super) fn either(one: Node, other: Node) -> Node {
    let nullable = one.nullable || other.nullable;
    let notes = notes(one.notes, other.notes);
    let (shape, nullable) = match (one.shape, other.shape) {
        (Shape::Null, Shape::Null) => (Shape::Null, false),
        (Shape::Null, shape) | (shape, Shape::Null) => (shape, true),
        (one, other) => (shapes(one, other), nullable),
    };
    let nullable = nullable && !matches!(shape, Shape::Any);
    // Beside null, the profile has no named values.
    Node { notes, nullable, ..node(if nullable { unnamed(shape) } else { shape }) }
}

fn notes(one: Notes, other: Notes) -> Notes {
    let description = if one.description == other.description { one.description } else { None };
    let mut evidence = one.evidence;
    for citation in other.evidence {
        if !evidence.contains(&citation) {
            evidence.push(citation);
        }
    }
    Notes { description, evidence, ..Notes::default() }
}

fn shapes(one: Shape, other: Shape) -> Shape {
    match (one, other) {
        (Shape::Boolean, Shape::Boolean) => Shape::Boolean,
        (Shape::Integer(one), Shape::Integer(other)) => bounded(integers(&one, &other)),
        (Shape::Number | Shape::Integer(_), Shape::Number) | (Shape::Number, Shape::Integer(_)) => Shape::Number,
        (Shape::Text(one), Shape::Text(other)) => Shape::Text(texts(one, &other)),
        (Shape::Array(one), Shape::Array(other)) => Shape::Array(arrays(one, other)),
        (Shape::Object(one), Shape::Object(other)) => Shape::Object(objects(one, other)),
        _ => Shape::Any,
    }
}

fn unnamed(shape: Shape) -> Shape {
    match shape {
        Shape::Text(Text { values: Some(_), .. }) => Shape::Text(ANY_TEXT),
        Shape::Integer(integer) if integer.values.is_some() => {
            let (minimum, maximum) = limits(&integer);
            bounded(Integer { minimum, maximum, values: None })
        }
        shape => shape,
    }
}

fn integers(one: &Integer, other: &Integer) -> Integer {
    if let (Some(one), Some(other)) = (&one.values, &other.values) {
        return Integer { minimum: None, maximum: None, values: Some(named(one, other)) };
    }
    let ((least, most), (other_least, other_most)) = (limits(one), limits(other));
    let minimum = least.zip(other_least).map(|(one, other)| one.min(other));
    let maximum = most.zip(other_most).map(|(one, other)| one.max(other));
    Integer { minimum, maximum, values: None }
}

/// The integers, or any numbers where nothing limits them that every parser holds exactly.
fn bounded(integer: Integer) -> Shape {
    let is_limited = integer.values.is_some() || integer.maximum.is_some_and(|most| most <= MAX_SAFE_INTEGER);
    if is_limited { Shape::Integer(integer) } else { Shape::Number }
}

/// The smallest and the largest.
fn limits(integer: &Integer) -> (Option<i64>, Option<i64>) {
    let Some(values) = &integer.values else { return (integer.minimum, integer.maximum) };
    let values =
        values.list.iter().filter_map(|value| if let Scalar::Integer(value) = value { Some(*value) } else { None });
    (values.clone().min(), values.max())
}

fn named(one: &Values, other: &Values) -> Values {
    let more = other.list.iter().filter(|value| !one.list.contains(value));
    let list: Vec<Scalar> = one.list.iter().chain(more).cloned().collect();
    Values { constant: list.len() == 1, list }
}

fn texts(one: Text, other: &Text) -> Text {
    if let (Some(one), Some(other)) = (&one.values, &other.values) {
        return Text { values: Some(named(one, other)), ..ANY_TEXT };
    }
    if one.values.is_none() && other.values.is_none() && one.pattern == other.pattern {
        return Text { pattern: one.pattern, ..ANY_TEXT };
    }
    let (Some(mut forms), Some(more)) = (forms(&one), forms(other)) else { return ANY_TEXT };
    for form in more {
        if !forms.contains(&form) {
            forms.push(form);
        }
    }
    let expected = "one of the texts that the template has here".to_owned();
    Text { pattern: Some(Pattern { regex: format!("^({})$", forms.join("|")), expected }), ..ANY_TEXT }
}

/// What a text can be, as expressions without anchors; `None` for any text.
fn forms(text: &Text) -> Option<Vec<String>> {
    match (&text.values, &text.pattern) {
        (Some(values), _) => Some(values.list.iter().map(|value| literal(&value.to_string())).collect()),
        (None, Some(pattern)) => Some(vec![unanchored(&pattern.regex)?]),
        (None, None) => None,
    }
}

fn arrays(one: Array, other: Array) -> Array {
    let min_items = one.min_items.zip(other.min_items).map(|(one, other)| one.min(other));
    let max_items = one.max_items.zip(other.max_items).map(|(one, other)| one.max(other));
    // An empty list says nothing of its items.
    let items = match (one.max_items, other.max_items) {
        (Some(0), _) => other.items,
        (_, Some(0)) => one.items,
        _ => Box::new(either(*one.items, *other.items)),
    };
    Array { items, min_items, max_items, unique: false }
}

/// The members of either; those of both are required if both require them.
fn objects(one: Object, mut other: Object) -> Object {
    let has = |object: &Object, name: &str| object.members.iter().any(|member| member.name == name);
    // What one ties, the other may contradict; what is not there is tied to nothing.
    let mut conditions: Vec<Condition> = Vec::new();
    for (object, against) in [(&one, &other), (&other, &one)] {
        for condition in &object.conditions {
            let name = tied(condition);
            let agrees = |other: &Condition| tied(other) == name && values(other) == values(condition);
            let contradicted = name.is_some_and(|name| has(against, name)) && !against.conditions.iter().any(agrees);
            if !contradicted && !conditions.iter().any(agrees) {
                conditions.push(condition.clone());
            }
        }
    }
    let mut members: Vec<Member> = Vec::new();
    for member in one.members {
        let same = other.members.iter().position(|other| other.name == member.name);
        members.push(match same.map(|at| other.members.remove(at)) {
            None => Member { required: false, ..member },
            Some(same) => {
                Member { required: member.required && same.required, node: either(member.node, same.node), ..member }
            }
        });
    }
    members.extend(other.members.into_iter().map(|member| Member { required: false, ..member }));
    Object { members, closed: true, conditions }
}

fn tied(condition: &Condition) -> Option<&str> {
    condition.then.ties.first().map(|(name, _)| name.as_str())
}

fn values(condition: &Condition) -> Option<&Values> {
    condition.then.ties.first()?.1.values.as_ref()
}
