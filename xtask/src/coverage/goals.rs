//! What a schema allows, one freedom after the other: each is to be shown by a valid case.

use std::{collections::BTreeSet, fmt};

use hookproof::schema::{
    Model, Node, Object, Place, Question, Scalar, Shape, Test, Union, Values,
    words::{self, Side},
};
use serde_json::Value;

use super::way::{Way, selected};

/// Something that a valid payload may be, at one place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Goal {
    /// The place in the payload.
    pub(super) way: Way,
    /// What may be there.
    pub(super) freedom: Freedom,
    /// Where the schema says so.
    pub(super) place: Place,
}

/// What may be at a place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Freedom {
    /// This member, which is not always there.
    With(String),
    /// An object without this member.
    Without(String),
    /// Null, where something else can be too.
    Null,
    /// Something else, where null can be too.
    NotNull,
    /// One of the documented values.
    Value(Scalar),
    /// A list with items.
    Items,
    /// A list without items.
    NoItems,
    /// A form of a union.
    Form(String),
    /// A side of a condition, in words.
    Side(String),
}

/// Every freedom that a schema leaves, in its order.
pub(super) fn goals(model: &Model, root: &Node) -> Vec<Goal> {
    let mut walk = Walk { model, found: Vec::new() };
    walk.node(&Way::default(), root, None);
    walk.found
}

/// The freedoms of which a valid payload makes use.
pub(super) fn reached(model: &Model, root: &Node, body: &Value) -> BTreeSet<Goal> {
    let mut walk = Walk { model, found: Vec::new() };
    walk.node(&Way::default(), root, Some(body));
    walk.found.into_iter().collect()
}

/// A walk over a schema, along a payload if there is one.
struct Walk<'m> {
    model: &'m Model,
    found: Vec<Goal>,
}

impl<'m> Walk<'m> {
    fn node(&mut self, way: &Way, node: &'m Node, value: Option<&Value>) {
        let node = self.model.resolved(node);
        if node.nullable {
            let is_null = value.map(Value::is_null);
            self.either(way, &node.place, is_null, [Freedom::Null, Freedom::NotNull]);
            if is_null == Some(true) {
                return;
            }
        }
        match &node.shape {
            Shape::Integer(integer) => self.values(way, node, integer.values.as_ref(), value),
            Shape::Text(text) => self.values(way, node, text.values.as_ref(), value),
            Shape::Array(array) => {
                let items = value.map(|value| value.as_array().map_or(&[][..], Vec::as_slice));
                let can_be_empty = array.min_items.is_none_or(|least| least == 0);
                if can_be_empty {
                    let is_empty = items.map(<[_]>::is_empty);
                    self.either(way, &node.place, is_empty, [Freedom::NoItems, Freedom::Items]);
                }
                match items {
                    None => self.node(&way.join("*"), &array.items, None),
                    Some(items) => {
                        for item in items {
                            self.node(&way.join("*"), &array.items, Some(item));
                        }
                    }
                }
            }
            Shape::Object(object) => self.object(way, object, value),
            Shape::Union(union) => self.union(way, node, union, value),
            _ => {}
        }
    }

    fn values(&mut self, way: &Way, node: &Node, values: Option<&Values>, value: Option<&Value>) {
        for scalar in
            values.iter().flat_map(|values| &values.list).filter(|scalar| value.is_none_or(|value| is(value, scalar)))
        {
            self.add(way, &node.place, Freedom::Value(scalar.clone()));
        }
    }

    fn object(&mut self, way: &Way, object: &'m Object, value: Option<&Value>) {
        for member in object.members.iter().filter(|member| !matches!(member.node.shape, Shape::Selected)) {
            let below = value.map(|value| value.get(&member.name));
            if !member.required {
                let freedoms = [Freedom::With(member.name.clone()), Freedom::Without(member.name.clone())];
                self.either(way, &member.node.place, below.map(|below| below.is_some()), freedoms);
            }
            if below != Some(None) {
                self.node(&way.join(&member.name), &member.node, below.flatten());
            }
        }
        for condition in &object.conditions {
            let Some(test) = &condition.test else { continue };
            let [yes, no] = [Side::Then, Side::Otherwise].map(|side| words::when(condition, side).trim().to_owned());
            let holds = value.map(|value| holds(test, value));
            self.either(way, &condition.place, holds, [Freedom::Side(yes), Freedom::Side(no)]);
        }
    }

    fn union(&mut self, way: &Way, node: &Node, union: &'m Union, value: Option<&Value>) {
        let name = &union.discriminator.name;
        let key = value.map(|value| value.get(name));
        if key != Some(None) {
            self.node(&way.join(name), &union.discriminator.node, key.flatten());
        }
        for form in &union.forms {
            let chosen = value.map(|value| selected(self.model, union, value).map(|(name, _)| name));
            let Shape::Object(object) = &self.model.definition(&form.target).shape else { continue };
            if chosen.is_none_or(|chosen| chosen == Some(&form.target.name)) {
                self.add(way, &node.place, Freedom::Form(form.target.name.clone()));
                self.object(&way.through(&form.target.name), object, value);
            }
        }
    }

    /// Adds the first of two freedoms if the payload uses it, the second if it does not, and both without a payload.
    fn either(&mut self, way: &Way, place: &Place, used: Option<bool>, [yes, no]: [Freedom; 2]) {
        if used != Some(false) {
            self.add(way, place, yes);
        }
        if used != Some(true) {
            self.add(way, place, no);
        }
    }

    fn add(&mut self, way: &Way, place: &Place, freedom: Freedom) {
        self.found.push(Goal { way: way.clone(), freedom, place: place.clone() });
    }
}

/// Whether an object passes the test of a condition.
fn holds(test: &Test, object: &Value) -> bool {
    let Some((last, above)) = test.path.split_last() else { return false };
    let object = above.iter().try_fold(object, |value, name| value.get(name));
    match (&test.question, object.map(|object| object.get(last))) {
        (Question::Present, Some(value)) => value.is_some(),
        (Question::Absent, Some(value)) => value.is_none(),
        (Question::OneOf(values), Some(Some(value))) => values.list.iter().any(|scalar| is(value, scalar)),
        _ => false,
    }
}

/// Whether a value of a payload is one that a schema names.
fn is(value: &Value, scalar: &Scalar) -> bool {
    match scalar {
        Scalar::Boolean(boolean) => value.as_bool() == Some(*boolean),
        Scalar::Integer(integer) => value.as_i64() == Some(*integer),
        Scalar::Text(text) => value.as_str() == Some(text),
    }
}

impl fmt::Display for Freedom {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::With(name) => write!(formatter, "with `{name}`"),
            Self::Without(name) => write!(formatter, "without `{name}`"),
            Self::Null => formatter.write_str("null"),
            Self::NotNull => formatter.write_str("not null"),
            Self::Value(Scalar::Text(text)) if text.is_empty() => formatter.write_str("empty text"),
            Self::Value(scalar) => write!(formatter, "`{scalar}`"),
            Self::Items => formatter.write_str("with items"),
            Self::NoItems => formatter.write_str("an empty list"),
            Self::Form(name) => write!(formatter, "the form `{name}`"),
            Self::Side(words) => formatter.write_str(words),
        }
    }
}
