//! What is documented of an event, and which of it payloads never have.

use std::collections::BTreeSet;

use crate::{
    catalog::Known,
    document::{Kind, Value},
    pointer::Pointer,
    schema::{Integer, Model, Node, Scalar, Shape, Text},
};

/// Which members and values payloads have.
#[derive(Debug, Default)]
pub(super) struct Seen {
    places: BTreeSet<Pointer>,
    values: BTreeSet<(Pointer, Scalar)>,
}

/// What is documented and was never seen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unseen {
    /// Members of objects that were seen; with `*` at the end, the items of lists that were always empty.
    pub members: Vec<Pointer>,
    /// Values of members that were seen, by member.
    pub values: Vec<(Pointer, Vec<Scalar>)>,
}

impl Seen {
    /// Takes in a payload.
    pub(super) fn add(&mut self, known: Known, body: &Value) {
        self.node(known.entry.documented(), known.entry.documented().root(&known.file()), body, &Pointer::root());
    }

    fn node(&mut self, model: &Model, node: Option<&Node>, value: &Value, path: &Pointer) {
        if !self.places.contains(path) {
            self.places.insert(path.clone());
        }
        let Some(node) = node.map(|node| model.resolved(node)) else { return };
        match (&node.shape, &value.kind) {
            (Shape::Array(array), Kind::Array(items)) => {
                let path = path.clone().join("*");
                for item in items {
                    self.node(model, Some(&array.items), item, &path);
                }
            }
            (Shape::Object(object), Kind::Object(members)) => {
                for member in members {
                    if let Some(known) = object.members.iter().find(|known| known.name == member.name) {
                        self.node(model, Some(&known.node), &member.value, &path.clone().join(&member.name));
                    }
                }
            }
            (Shape::Union(union), Kind::Object(_)) => {
                let name = &union.discriminator.name;
                let selected = value.member(name);
                if let Some(member) = selected {
                    self.node(model, Some(&union.discriminator.node), &member.value, &path.clone().join(name));
                }
                let text = selected.and_then(|member| member.value.as_str());
                let form = union.forms.iter().find(|form| match text {
                    Some(text) => form.values.iter().any(|value| value == text),
                    None => form.values.is_empty(),
                });
                self.node(model, form.map(|form| model.definition(&form.target)), value, path);
            }
            (Shape::Text(Text { values: Some(values), .. }), Kind::String(text)) => {
                let text = Scalar::Text(text.clone().into_owned());
                if values.list.contains(&text) {
                    self.values.insert((path.clone(), text));
                }
            }
            (Shape::Integer(Integer { values: Some(values), .. }), Kind::Integer(integer)) => {
                let integer = Scalar::Integer(*integer);
                if values.list.contains(&integer) {
                    self.values.insert((path.clone(), integer));
                }
            }
            _ => {}
        }
    }

    /// What is documented and is none of this.
    pub(super) fn unseen(&self, known: Known) -> Unseen {
        let model = known.entry.documented();
        let mut unseen = Unseen::default();
        if let Some(root) = model.root(&known.file()) {
            self.missing(model, root, &Pointer::root(), &mut unseen);
        }
        unseen
    }

    fn missing(&self, model: &Model, node: &Node, path: &Pointer, unseen: &mut Unseen) {
        if !self.places.contains(path) {
            // What lies below it cannot have been seen either.
            if !unseen.members.contains(path) {
                unseen.members.push(path.clone());
            }
            return;
        }
        match &model.resolved(node).shape {
            Shape::Array(array) => self.missing(model, &array.items, &path.clone().join("*"), unseen),
            Shape::Object(object) => {
                for member in &object.members {
                    self.missing(model, &member.node, &path.clone().join(&member.name), unseen);
                }
            }
            Shape::Union(union) => {
                let discriminator = &union.discriminator;
                self.missing(model, &discriminator.node, &path.clone().join(&discriminator.name), unseen);
                for form in &union.forms {
                    self.missing(model, model.definition(&form.target), path, unseen);
                }
            }
            Shape::Text(Text { values: Some(values), .. }) | Shape::Integer(Integer { values: Some(values), .. }) => {
                let missing =
                    values.list.iter().filter(|value| !self.values.contains(&(path.clone(), (*value).clone())));
                let missing: Vec<Scalar> = missing.cloned().collect();
                if missing.is_empty() {
                    return;
                }
                match unseen.values.iter_mut().find(|(known, _)| known == path) {
                    // Forms of a union can name different values for one place.
                    Some((_, values)) => {
                        values.extend(missing);
                        values.sort();
                        values.dedup();
                    }
                    None => unseen.values.push((path.clone(), missing)),
                }
            }
            _ => {}
        }
    }
}
