//! What a template yields at a place, as a node of the model: a parameter by its member, a string by its parts.

use super::{
    body::Part,
    regex::{ANY, INTEGER, NUMBER, is_harmless, literal, must_be_escaped, one_of, unanchored},
};
use crate::{
    catalog::{Entry, Parameter},
    pointer::Pointer,
    schema::{Integer, Node, Notes, Pattern, Place, Scalar, Shape, Text, Values},
    text::shortened,
};

/// A text of which nothing is known.
pub(super) const ANY_TEXT: Text =
    Text { pattern: None, format: None, min_length: None, max_length: None, values: None };

/// A node of this shape; where it stands is seen once its schema is written.
pub(super) fn node(shape: Shape) -> Node {
    let place = Place { file: String::new(), pointer: Pointer::root() };
    Node { place, notes: Notes::default(), nullable: false, shape }
}

/// The one value that a template has at a place.
pub(super) fn constant(value: Scalar) -> Node {
    let values = |value| Some(Values { constant: true, list: vec![value] });
    node(match value {
        Scalar::Text(_) => Shape::Text(Text { values: values(value), ..ANY_TEXT }),
        Scalar::Integer(_) => Shape::Integer(Integer { minimum: None, maximum: None, values: values(value) }),
        // Which one it is, the object around it says.
        Scalar::Boolean(_) => Shape::Boolean,
    })
}

/// The values of a parameter, by the schema of the event data.
pub(super) fn of_parameter(entry: &Entry, parameter: &Parameter) -> Node {
    let Node { nullable, shape, .. } = entry.model.resolved(parameter.node).clone();
    let named = parameter.values.as_ref().filter(|_| !nullable);
    let shape = match (shape, named) {
        (Shape::Text(Text { values: None, .. }), Some(named)) => {
            Shape::Text(Text { values: Some(Values { constant: named.len() == 1, list: named.clone() }), ..ANY_TEXT })
        }
        (shape, _) => shape,
    };
    let notes = Notes {
        description: parameter.node.notes.description.clone(),
        evidence: parameter.evidence.clone(),
        ..Notes::default()
    };
    Node { notes, nullable, ..node(shape) }
}

/// A string that a template puts together.
pub(super) fn of_parts<'k>(parts: &[Part], of: &dyn Fn(usize) -> &'k Node, name: &dyn Fn(usize) -> String) -> Node {
    match parts {
        [] => return constant(Scalar::Text(String::new())),
        [Part::Constant(text)] => return constant(Scalar::Text(text.clone())),
        [Part::Parameter(index)] if matches!(of(*index).shape, Shape::Text(_)) && !of(*index).nullable => {
            return of(*index).clone();
        }
        _ => {}
    }
    let joined = |constant: &dyn Fn(&str) -> String, parameter: &dyn Fn(usize) -> String| {
        let parts = parts.iter().map(|part| match part {
            Part::Constant(text) => constant(text),
            Part::Parameter(index) => parameter(*index),
        });
        parts.collect::<String>()
    };
    let regex = format!("^{}$", joined(&literal, &|index| fragment(of(index))));
    let expected = match parts {
        [Part::Parameter(index)] => format!("text that holds {}", noun(of(*index))),
        // The same for the same expression, whatever the parameters are called.
        _ => format!("text such as `{}`", shortened(&joined(&str::to_owned, &|_| "…".to_owned()))),
    };
    let written = shortened(&joined(&str::to_owned, name));
    let notes = Notes { description: Some(format!("Written as `{written}`.")), ..Notes::default() };
    let pattern = Some(Pattern { regex, expected });
    Node { notes, ..node(Shape::Text(Text { pattern, ..ANY_TEXT })) }
}

/// Whether values can stand outside of a string.
pub(super) fn is_bare(node: &Node) -> bool {
    matches!(node.shape, Shape::Boolean | Shape::Integer(_) | Shape::Number)
}

/// Whether a value can have a character that must be escaped in a string of JSON.
pub(super) fn needs_escapes(node: &Node) -> bool {
    match &node.shape {
        Shape::Text(Text { values: Some(values), .. }) => {
            values.list.iter().any(|value| value.to_string().contains(must_be_escaped))
        }
        Shape::Text(Text { pattern: Some(pattern), .. }) => {
            unanchored(&pattern.regex).is_none_or(|regex| !is_harmless(&regex))
        }
        shape => matches!(shape, Shape::Text(_)),
    }
}

/// What a person calls the values.
pub(super) fn noun(node: &Node) -> &'static str {
    match node.shape {
        Shape::Boolean => "a boolean",
        Shape::Integer(_) => "an integer",
        Shape::Number => "a number",
        _ => "text",
    }
}

/// The expression that the values match as a part of a string.
fn fragment(node: &Node) -> String {
    let listed =
        |values: &Values| one_of(&values.list.iter().map(|value| literal(&value.to_string())).collect::<Vec<_>>());
    match &node.shape {
        // Nobody says how null is written there.
        _ if node.nullable => ANY.to_owned(),
        Shape::Text(Text { values: Some(values), .. }) | Shape::Integer(Integer { values: Some(values), .. }) => {
            listed(values)
        }
        Shape::Text(Text { pattern: Some(pattern), .. }) => {
            unanchored(&pattern.regex).unwrap_or_else(|| ANY.to_owned())
        }
        Shape::Integer(Integer { minimum, .. }) => {
            let is_signed = minimum.is_none_or(|minimum| minimum < 0);
            INTEGER.strip_prefix("-?").filter(|_| !is_signed).unwrap_or(INTEGER).to_owned()
        }
        Shape::Number => NUMBER.to_owned(),
        Shape::Boolean => "(true|false)".to_owned(),
        _ => ANY.to_owned(),
    }
}
