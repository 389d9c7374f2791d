//! What a pack allows, brought into the model: at the one way through the payload that it is about.
//!
//! Definitions are shared by places of which a pack may mean one. So what a way leads through is written out where it
//! is changed, with the places that it has in the schema files.

use std::mem;

use super::{Allowed, What, merged};
use crate::schema::{
    Condition, Consequence, Definition, Form, Integer, Member, Model, Node, Notes, Object, Pattern, Place, Scalar,
    Shape, Target, Text, Tie, Values,
};

pub(super) struct Widening<'w> {
    pub(super) model: &'w mut Model,
    /// The event's schema file.
    pub(super) file: &'w str,
    /// The keyword that is relaxed.
    pub(super) keyword: &'w Place,
    pub(super) allowed: &'w Allowed,
    /// Whether it was found.
    pub(super) done: bool,
}

impl Widening<'_> {
    /// Relaxes the keyword below a node.
    pub(super) fn node(&mut self, node: &mut Node, path: &[String]) {
        if let Shape::Ref(target) = &node.shape {
            let mut meant = self.model.definition(target).clone();
            self.node(&mut meant, path);
            if self.done {
                meant.notes = both(mem::take(&mut node.notes), meant.notes);
                *node = meant;
            }
            return;
        }
        if path.is_empty() && self.is_at(&node.place) {
            self.value(node);
        }
        match (&mut node.shape, path.split_first()) {
            (Shape::Array(array), Some((name, rest))) if name == "*" => self.node(&mut array.items, rest),
            (Shape::Object(object), _) => self.object(&node.place, object, path),
            (Shape::Union(union), _) => {
                let discriminator = union.discriminator.name.clone();
                if path.is_empty() && self.allowed.pointer.tokens().last() == Some(&discriminator) {
                    return;
                }
                for form in &mut union.forms {
                    self.form(form, path);
                }
            }
            _ => {}
        }
    }

    fn form(&mut self, form: &mut Form, path: &[String]) {
        if self.done {
            return;
        }
        let mut node = self.model.definition(&form.target).clone();
        let place = node.place.clone();
        if let Shape::Object(object) = &mut node.shape {
            self.object(&place, object, path);
        }
        if !self.done {
            return;
        }
        let names = || self.model.files.values().flat_map(|file| &file.definitions).map(|definition| &definition.name);
        let mut number = 2;
        let name = loop {
            let name = format!("{}{number}", form.target.name);
            if !names().any(|known| *known == name) {
                break name;
            }
            number += 1;
        };
        if let Some(file) = self.model.files.get_mut(self.file) {
            form.target = Target { file: self.file.to_owned(), name: name.clone() };
            file.definitions.push(Definition { name, node });
        }
    }

    fn object(&mut self, place: &Place, object: &mut Object, path: &[String]) {
        for condition in &mut object.conditions {
            if self.keyword.file == condition.place.file && self.keyword.pointer.is_within(&condition.place.pointer) {
                self.condition(condition, path);
                return;
            }
        }
        let Some((name, rest)) = path.split_first() else {
            if *self.keyword == below(place, "additionalProperties") {
                self.closed(object);
            }
            return;
        };
        if let Some(member) = object.members.iter_mut().find(|member| member.name == *name) {
            self.node(&mut member.node, rest);
        }
        for side in object.conditions.iter_mut().flat_map(|condition| [&mut condition.then, &mut condition.otherwise]) {
            if let Some(member) = side.tolerated.iter_mut().find(|member| member.name == *name) {
                self.node(&mut member.node, rest);
            }
        }
    }

    /// An object takes a further member, or any.
    fn closed(&mut self, object: &mut Object) {
        let What::Value(node) = &self.allowed.what else {
            object.closed = false;
            self.done = true;
            return;
        };
        let Some(name) = self.allowed.pointer.tokens().last() else { return };
        match object.members.iter_mut().find(|member| member.name == *name) {
            Some(member) if member.added => member.node = self.noted(merged(member.node.clone(), *node.clone())),
            Some(_) => return,
            None => object.members.push(self.member(name, *node.clone())),
        }
        self.done = true;
    }

    fn condition(&mut self, condition: &mut Condition, path: &[String]) {
        let below = &self.keyword.pointer.tokens()[condition.place.pointer.tokens().len()..];
        let (side, below) = match (&condition.test, below.split_first()) {
            (None, _) => (&mut condition.then, below),
            (Some(_), Some((side, below))) if side == "then" => (&mut condition.then, below),
            (Some(_), Some((_, below))) => (&mut condition.otherwise, below),
            (Some(_), None) => return,
        };
        if let ([properties, name], []) = (below, path)
            && properties == "properties"
            && side.forbidden.contains(name)
        {
            self.forbidden(side, name);
            return;
        }
        let names: Vec<&String> = below.chunks_exact(2).map(|pair| &pair[1]).collect();
        if !names.iter().copied().eq(path) {
            return;
        }
        let Some((first, rest)) = path.split_first() else { return };
        let tie = side.ties.iter_mut().find(|(name, _)| name == first).map(|(_, tie)| tie);
        let tie = rest.iter().try_fold(tie, |tie, name| {
            Some(tie.and_then(|tie| tie.members.iter_mut().find(|(below, _)| below == name).map(|(_, tie)| tie)))
        });
        if let Some(Some(tie)) = tie {
            self.tie(tie);
        }
    }

    fn forbidden(&mut self, side: &mut Consequence, name: &str) {
        let anything =
            || Node { place: self.allowed.place.clone(), notes: Notes::default(), nullable: false, shape: Shape::Any };
        let node = if let What::Value(node) = &self.allowed.what { *node.clone() } else { anything() };
        match side.tolerated.iter_mut().find(|member| member.name == *name) {
            Some(member) => member.node = self.noted(merged(member.node.clone(), node)),
            None => side.tolerated.push(self.member(name, node)),
        }
        self.done = true;
    }

    fn tie(&mut self, tie: &mut Tie) {
        match self.allowed.rule.as_str() {
            "const" | "enum" => self.values(&mut tie.values),
            "pattern" => self.pattern(&mut tie.pattern),
            "not" => tie.not = None,
            "required" => tie.required.retain(|name| self.allowed.member.as_ref() != Some(name)),
            _ => return,
        }
        self.done = true;
    }

    /// Relaxes a keyword about the value itself.
    fn value(&mut self, node: &mut Node) {
        let rule = self.allowed.rule.as_str();
        let limit = if let What::Limit(limit) = self.allowed.what { Some(limit) } else { None };
        let count = limit.map(|limit| u64::try_from(limit).unwrap_or_default());
        match (&mut node.shape, rule) {
            (Shape::Text(Text { values, .. }) | Shape::Integer(Integer { values, .. }), "const" | "enum") => {
                self.values(values);
            }
            (Shape::Text(text), "pattern") => {
                self.pattern(&mut text.pattern);
                text.format = None;
            }
            (Shape::Text(text), "minLength") => text.min_length = text.min_length.min(count),
            (Shape::Text(text), "maxLength") => text.max_length = text.max_length.max(count),
            (Shape::Integer(integer), "minimum") => integer.minimum = integer.minimum.min(limit),
            (Shape::Integer(integer), "maximum") => integer.maximum = integer.maximum.max(limit),
            (Shape::Array(array), "minItems") => array.min_items = array.min_items.min(count),
            (Shape::Array(array), "maxItems") => array.max_items = array.max_items.max(count),
            (Shape::Array(array), "uniqueItems") => array.unique = false,
            (shape, "type") => {
                let named = match shape {
                    Shape::Text(text) => text.values.is_some(),
                    Shape::Integer(integer) => integer.values.is_some(),
                    _ => false,
                };
                // Null would not be one of the named values.
                node.nullable = matches!(self.allowed.what, What::Null) && !named;
                if !node.nullable {
                    *shape = Shape::Any;
                }
            }
            _ => return,
        }
        node.notes.observed.extend(self.allowed.seen());
        self.done = true;
    }

    fn values(&self, values: &mut Option<Values>) {
        let What::Values(further) = &self.allowed.what else {
            *values = None;
            return;
        };
        if let Some(values) = values {
            let new: Vec<Scalar> = further.iter().filter(|value| !values.list.contains(value)).cloned().collect();
            values.list.extend(new);
            values.constant &= values.list.len() == 1;
        }
    }

    fn pattern(&self, pattern: &mut Option<Pattern>) {
        let What::Pattern(further) = &self.allowed.what else {
            *pattern = None;
            return;
        };
        if let Some(known) = pattern {
            *known = Pattern {
                regex: format!("({})|({})", known.regex, further.regex),
                expected: format!("{}, or {}", known.expected, further.expected),
            };
        }
    }

    fn member(&self, name: &str, node: Node) -> Member {
        Member { name: name.to_owned(), required: false, added: true, node: self.noted(node) }
    }

    fn noted(&self, mut node: Node) -> Node {
        node.notes.observed.extend(self.allowed.seen());
        node
    }

    /// Whether the keyword is one of a node at this place.
    fn is_at(&self, place: &Place) -> bool {
        let keyword = self.keyword.pointer.split_last();
        self.keyword.file == place.file && keyword.is_some_and(|(above, _)| above == place.pointer)
    }
}

/// The notes of a reference, and of what it refers to.
fn both(own: Notes, meant: Notes) -> Notes {
    Notes {
        title: own.title.or(meant.title),
        description: own.description.or(meant.description),
        evidence: [own.evidence, meant.evidence].concat(),
        examples: [own.examples, meant.examples].concat(),
        observed: [own.observed, meant.observed].concat(),
    }
}

fn below(place: &Place, keyword: &str) -> Place {
    Place { file: place.file.clone(), pointer: place.pointer.clone().join(keyword) }
}
