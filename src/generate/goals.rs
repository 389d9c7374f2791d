//! What there is to see in an event's payloads: every value, form, side of a condition, and member that can be missing.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{
    objects::wishes_for,
    wish::{Items, Wish},
};
use crate::{
    pointer::Pointer,
    schema::{Array, Chosen, Model, Node, Object, Question, Scalar, Shape, Test, Union, words::Side},
};

/// One thing to see, at one place of the payload.
#[derive(Debug, Clone)]
pub struct Goal<'m> {
    /// Its name: the way to the place, with the form of each union on it, and what is to be seen there.
    pub name: String,
    /// The place in the payload; `*` stands for the items of a list.
    pub path: Pointer,
    /// The forms that the way to it leads through; the last one is the goal itself where it is a form.
    pub forms: Vec<Chosen<'m>>,
    aim: Aim<'m>,
}

#[derive(Debug, Clone, Copy)]
enum Aim<'m> {
    There,
    Missing,
    Null,
    NotNull,
    Value(&'m Scalar),
    True,
    False,
    Items(usize),
    /// The last form on the way, by this value of the discriminator or by its absence.
    Form(Option<&'m Scalar>),
    Side(&'m Object, &'m Test, Side),
}

/// Everything that there is to see below a node.
pub(super) fn goals<'m>(model: &'m Model, root: &'m Node) -> Vec<Goal<'m>> {
    let mut walk = Walk { model, forms: Vec::new(), found: Vec::new() };
    walk.node(&Pointer::root(), "", root);
    walk.found
}

/// The names of the goals that a valid payload reaches.
pub(super) fn reached(model: &Model, root: &Node, payload: &Value) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    see(model, root, "", payload, &mut seen);
    seen
}

struct Walk<'m> {
    model: &'m Model,
    forms: Vec<Chosen<'m>>,
    found: Vec<Goal<'m>>,
}

impl<'m> Walk<'m> {
    fn node(&mut self, path: &Pointer, way: &str, node: &'m Node) {
        let node = self.model.resolved(node);
        if node.nullable {
            self.push(path, way, Aim::Null);
            self.push(path, way, Aim::NotNull);
        }
        if let Some(values) = listed(node) {
            for value in values {
                self.push(path, way, Aim::Value(value));
            }
        }
        match &node.shape {
            Shape::Boolean => [Aim::True, Aim::False].map(|aim| self.push(path, way, aim)).into_iter().collect(),
            Shape::Array(array) => {
                lengths(array).for_each(|length| self.push(path, way, Aim::Items(length)));
                if array.max_items != Some(0) {
                    self.node(&path.clone().join("*"), &format!("{way}/*"), &array.items);
                }
            }
            Shape::Object(object) => self.object(path, way, object),
            Shape::Union(union) => {
                let discriminator = path.clone().join(&union.discriminator.name);
                for form in &union.forms {
                    self.forms.push(Chosen { discriminator: discriminator.clone(), union, form });
                    let way = through(way, &form.target.name);
                    let values = self.forms[self.forms.len() - 1].values();
                    if values.is_empty() {
                        self.push(path, &way, Aim::Form(None));
                    }
                    for value in values {
                        self.push(path, &way, Aim::Form(Some(value)));
                    }
                    if let Shape::Object(object) = &self.model.definition(&form.target).shape {
                        self.object(path, &way, object);
                    }
                    self.forms.pop();
                }
            }
            _ => {}
        }
    }

    fn object(&mut self, path: &Pointer, way: &str, object: &'m Object) {
        for member in object.members.iter().filter(|member| !matches!(member.node.shape, Shape::Selected)) {
            let (path, way) = (path.clone().join(&member.name), below(way, &member.name));
            if !member.required {
                self.push(&path, &way, Aim::There);
                self.push(&path, &way, Aim::Missing);
            }
            self.node(&path, &way, &member.node);
        }
        for (index, condition) in object.conditions.iter().enumerate() {
            if let Some(test) = &condition.test {
                let way = format!("{way} condition {index}");
                self.push(path, &way, Aim::Side(object, test, Side::Then));
                self.push(path, &way, Aim::Side(object, test, Side::Otherwise));
            }
        }
    }

    fn push(&mut self, path: &Pointer, way: &str, aim: Aim<'m>) {
        let name = format!("{way} {}", aim.word());
        self.found.push(Goal { name, path: path.clone(), forms: self.forms.clone(), aim });
    }
}

impl Goal<'_> {
    /// The wishes for a payload of which each reaches the goal.
    pub(super) fn wishes(&self) -> Vec<Wish<'_>> {
        let value = |null| Wish { null: Some(null), ..Wish::there() };
        let wishes = match self.aim {
            Aim::There => vec![Wish::there()],
            Aim::Missing => vec![Wish::missing()],
            Aim::Null => vec![value(true)],
            Aim::NotNull => vec![value(false)],
            Aim::Value(scalar) => vec![Wish::one_of(vec![scalar])],
            Aim::True => vec![Wish::one_of(vec![&Scalar::Boolean(true)])],
            Aim::False => vec![Wish::one_of(vec![&Scalar::Boolean(false)])],
            Aim::Items(0) => vec![Wish { items: Some(Items::None), ..value(false) }],
            Aim::Items(1) => vec![Wish { items: Some(Items::One), ..value(false) }],
            Aim::Items(_) => vec![Wish { items: Some(Items::Several), ..value(false) }],
            Aim::Form(selected) => {
                let wish = selected.map_or_else(Wish::missing, |value| Wish::one_of(vec![value]));
                let name = self.forms.last().map_or("", |chosen| &chosen.union.discriminator.name);
                vec![Wish::member(name, wish)]
            }
            Aim::Side(object, test, side) => wishes_for(object, test, side),
        };
        let through = Wish::through(&self.forms);
        let wishes = wishes.into_iter().map(|wish| wish.above(self.path.tokens()));
        wishes.filter_map(|wish| wish.and(through.clone()?)).collect()
    }
}

impl Aim<'_> {
    fn word(self) -> String {
        match self {
            Self::There => "there".to_owned(),
            Self::Missing => "missing".to_owned(),
            Self::Null => "null".to_owned(),
            Self::NotNull => "not null".to_owned(),
            Self::Value(value) => format!("= {}", Value::from(value)),
            Self::True => "= true".to_owned(),
            Self::False => "= false".to_owned(),
            Self::Items(0) => "empty".to_owned(),
            Self::Items(1) => "one item".to_owned(),
            Self::Items(_) => "several items".to_owned(),
            Self::Form(None) => "without discriminator".to_owned(),
            Self::Form(Some(value)) => format!("by {}", Value::from(value)),
            Self::Side(_, _, Side::Then) => "holds".to_owned(),
            Self::Side(_, _, Side::Otherwise) => "does not hold".to_owned(),
        }
    }
}

/// Reads off a payload what `Walk` has listed.
fn see(model: &Model, node: &Node, way: &str, value: &Value, seen: &mut BTreeSet<String>) {
    let node = model.resolved(node);
    let mut saw = |aim: Aim| seen.extend([format!("{way} {}", aim.word())]);
    if node.nullable {
        saw(if value.is_null() { Aim::Null } else { Aim::NotNull });
    }
    if let Some(listed) = listed(node).and_then(|values| values.iter().find(|listed| Value::from(*listed) == *value)) {
        saw(Aim::Value(listed));
    }
    match (&node.shape, value) {
        (Shape::Boolean, Value::Bool(value)) => saw(if *value { Aim::True } else { Aim::False }),
        (Shape::Array(array), Value::Array(items)) => {
            saw(Aim::Items(items.len().min(2)));
            for item in items {
                see(model, &array.items, &format!("{way}/*"), item, seen);
            }
        }
        (Shape::Object(object), value) => see_object(model, object, way, value, seen),
        (Shape::Union(union), value) => see_form(model, union, way, value, seen),
        _ => {}
    }
}

fn see_form(model: &Model, union: &Union, way: &str, value: &Value, seen: &mut BTreeSet<String>) {
    let selected = value.get(&union.discriminator.name).and_then(Value::as_str);
    let form = union.forms.iter().find(|form| match selected {
        Some(selected) => form.values.iter().any(|value| value == selected),
        None => form.values.is_empty(),
    });
    let Some(form) = form else { return };
    let way = through(way, &form.target.name);
    let selected = selected.map(|selected| Scalar::Text(selected.to_owned()));
    seen.insert(format!("{way} {}", Aim::Form(selected.as_ref()).word()));
    if let Shape::Object(object) = &model.definition(&form.target).shape {
        see_object(model, object, &way, value, seen);
    }
}

fn see_object(model: &Model, object: &Object, way: &str, value: &Value, seen: &mut BTreeSet<String>) {
    let Value::Object(members) = value else { return };
    for member in object.members.iter().filter(|member| !matches!(member.node.shape, Shape::Selected)) {
        let (way, below) = (below(way, &member.name), members.get(&member.name));
        if !member.required {
            seen.insert(format!("{way} {}", if below.is_some() { Aim::There } else { Aim::Missing }.word()));
        }
        if let Some(value) = below {
            see(model, &member.node, &way, value, seen);
        }
    }
    for (index, condition) in object.conditions.iter().enumerate() {
        if let Some(test) = &condition.test {
            let side = if holds(test, value) { Side::Then } else { Side::Otherwise };
            seen.insert(format!("{way} condition {index} {}", Aim::Side(object, test, side).word()));
        }
    }
}

/// The answer of a valid object to a test.
fn holds(test: &Test, object: &Value) -> bool {
    let Some((name, above)) = test.path.split_last() else { return false };
    let Some(Value::Object(members)) = above.iter().try_fold(object, |value, name| value.get(name)) else {
        return false;
    };
    match (&test.question, members.get(name)) {
        (Question::Present, value) => value.is_some(),
        (Question::Absent, value) => value.is_none(),
        (Question::OneOf(values), Some(value)) => values.list.iter().any(|listed| Value::from(listed) == *value),
        (Question::OneOf(_), None) => false,
    }
}

fn listed(node: &Node) -> Option<&[Scalar]> {
    match &node.shape {
        Shape::Integer(integer) => integer.values.as_ref(),
        Shape::Text(text) => text.values.as_ref(),
        _ => None,
    }
    .map(|values| values.list.as_slice())
}

/// No item, one, several: as far as the list may have them.
fn lengths(array: &Array) -> impl Iterator<Item = usize> {
    let (least, most) = (array.min_items.unwrap_or_default(), array.max_items.unwrap_or(u64::MAX));
    (0..=2_usize).filter(move |length| *length as u64 <= most && (*length == 2 || *length as u64 >= least))
}

fn below(way: &str, name: &str) -> String {
    format!("{way}{}", Pointer::root().join(name))
}

fn through(way: &str, form: &str) -> String {
    format!("{way}({form})")
}
