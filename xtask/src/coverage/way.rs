//! The way that leads to a place of a payload: what counts as one place of evaluation.

use std::fmt;

use hookproof::{
    pointer::Pointer,
    schema::{Constraint, Model, Node, Object, Shape, Union},
};
use serde_json::Value;

/// A place of a payload, and the forms that are selected on the way to it.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Way {
    /// The place; `*` stands for the items of a list.
    pub(super) path: Pointer,
    /// The names of the forms' definitions, outermost first.
    pub(super) forms: Vec<String>,
}

impl Way {
    /// The way to what a constraint is about.
    pub(super) fn of(constraint: &Constraint) -> Self {
        let forms = constraint.forms.iter().map(|chosen| chosen.form.target.name.clone()).collect();
        Self { path: constraint.path.clone(), forms }
    }

    /// The way on to a member or to the items.
    pub(super) fn join(&self, token: &str) -> Self {
        Self { path: self.path.clone().join(token), forms: self.forms.clone() }
    }

    /// The way on through a form.
    pub(super) fn through(&self, form: &str) -> Self {
        let forms = self.forms.iter().cloned().chain([form.to_owned()]).collect();
        Self { path: self.path.clone(), forms }
    }

    /// The way to a place of a payload, as far as anything documents it.
    pub(super) fn to(model: &Model, root: &Node, body: &Value, place: &Pointer) -> Self {
        let mut way = Self::default();
        let mut node = Some(model.resolved(root));
        let mut value = Some(body);
        for token in place.tokens() {
            let (next, token) = match node.map(|node| &node.shape) {
                Some(Shape::Array(array)) => (Some(&*array.items), "*"),
                Some(Shape::Object(object)) => (member(object, token), token.as_str()),
                Some(Shape::Union(union)) if union.discriminator.name == *token => {
                    (Some(&union.discriminator.node), token.as_str())
                }
                Some(Shape::Union(union)) => {
                    let form = value.and_then(|value| selected(model, union, value));
                    way = form.map_or(way.clone(), |(name, _)| way.through(name));
                    (form.and_then(|(_, object)| member(object, token)), token.as_str())
                }
                _ => (None, token.as_str()),
            };
            value = value.and_then(|value| below(value, place.tokens()[way.path.tokens().len()].as_str()));
            way = way.join(token);
            node = next.map(|node| model.resolved(node));
        }
        // What a form says of the object itself stands beyond its selection.
        if let (Some(Shape::Union(union)), Some(value)) = (node.map(|node| &node.shape), value)
            && let Some((form, _)) = selected(model, union, value)
        {
            return way.through(form);
        }
        way
    }
}

/// The form that a value selects.
pub(super) fn selected<'m>(model: &'m Model, union: &'m Union, value: &Value) -> Option<(&'m str, &'m Object)> {
    let key = value.get(&union.discriminator.name);
    let form = union.forms.iter().find(|form| match key {
        None => form.values.is_empty(),
        Some(key) => form.values.iter().any(|value| key == value.as_str()),
    })?;
    match &model.definition(&form.target).shape {
        Shape::Object(object) => Some((form.target.name.as_str(), object)),
        _ => None,
    }
}

/// The value of a member or an item.
fn below<'v>(value: &'v Value, token: &str) -> Option<&'v Value> {
    match value {
        Value::Array(items) => items.get(token.parse::<usize>().ok()?),
        value => value.get(token),
    }
}

fn member<'m>(object: &'m Object, name: &str) -> Option<&'m Node> {
    object.members.iter().find(|member| member.name == name).map(|member| &member.node)
}

impl fmt::Display for Way {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = if self.path.tokens().is_empty() { "/".to_owned() } else { self.path.to_string() };
        formatter.write_str(&path)?;
        if self.forms.is_empty() { Ok(()) } else { write!(formatter, " ({})", self.forms.join(", ")) }
    }
}
