//! What a payload's schema demands, one constraint after the other, each with its keyword and its place in the payload.

use std::collections::BTreeSet;

use super::{
    Array, Condition, Consequence, Form, Integer, Model, Node, Object, Pattern, Place, Scalar, Shape, Text, Tie, Union,
    Values, words::Side,
};
use crate::pointer::Pointer;

/// One demand of a schema, at one place of the payload.
#[derive(Debug, Clone)]
pub struct Constraint<'m> {
    /// The place in the payload that is looked at; `*` stands for the items of a list.
    pub path: Pointer,
    /// The keyword that states it, as findings name it.
    pub keyword: Place,
    /// What is demanded.
    pub demand: Demand<'m>,
    /// Whether the open schema demands it as well.
    pub open: bool,
    /// The forms that the way to it leads through.
    pub forms: Vec<Chosen<'m>>,
    /// The condition under which it is demanded.
    pub condition: Option<Under<'m>>,
}

/// A form on the way to a constraint.
#[derive(Debug, Clone)]
pub struct Chosen<'m> {
    /// The place of the discriminator in the payload.
    pub discriminator: Pointer,
    /// The union.
    pub union: &'m Union,
    /// The form.
    pub form: &'m Form,
}

/// A side of a condition, and the object that states it.
#[derive(Debug, Clone)]
pub struct Under<'m> {
    /// The place of the object in the payload.
    pub path: Pointer,
    /// The object.
    pub object: &'m Object,
    /// The condition.
    pub condition: &'m Condition,
    /// The side.
    pub side: Side,
}

/// What a constraint demands of the value at its place.
#[derive(Debug, Clone, Copy)]
pub enum Demand<'m> {
    /// A value of the node's type.
    Type(&'m Node),
    /// One of these values.
    Values(&'m Values),
    /// Another value than this.
    Not(&'m Scalar),
    /// A text of this form.
    Pattern(&'m Pattern),
    /// A number of at least this.
    Minimum(i64),
    /// A number of at most this.
    Maximum(i64),
    /// A text of at least so many characters.
    MinLength(u64),
    /// A text of at most so many characters.
    MaxLength(u64),
    /// A list of at least so many items.
    MinItems(u64),
    /// A list of at most so many items.
    MaxItems(u64),
    /// A list without two equal items.
    Unique,
    /// An object that has this member.
    Required(&'m str),
    /// An object that has no member but these.
    Closed(&'m Object),
    /// An object that lacks this member, which another form or condition documents.
    Forbidden(&'m str),
}

impl<'m> Chosen<'m> {
    /// The values of the discriminator that select the form; none where its absence does.
    #[must_use]
    pub fn values(&self) -> Vec<&'m Scalar> {
        let documented = match &self.union.discriminator.node.shape {
            Shape::Text(Text { values: Some(values), .. }) => values.list.as_slice(),
            _ => &[],
        };
        documented.iter().filter(|value| self.form.values.contains(&value.to_string())).collect()
    }
}

impl Demand<'_> {
    /// The rule that findings report.
    #[must_use]
    pub fn rule(&self) -> &'static str {
        match self {
            Self::Type(_) => "type",
            Self::Values(values) if values.constant => "const",
            Self::Values(_) => "enum",
            Self::Not(_) => "not",
            Self::Pattern(_) => "pattern",
            Self::Minimum(_) => "minimum",
            Self::Maximum(_) => "maximum",
            Self::MinLength(_) => "minLength",
            Self::MaxLength(_) => "maxLength",
            Self::MinItems(_) => "minItems",
            Self::MaxItems(_) => "maxItems",
            Self::Unique => "uniqueItems",
            Self::Required(_) => "required",
            Self::Closed(_) => "additionalProperties",
            Self::Forbidden(_) => "forbidden",
        }
    }

    /// The member that must be there, or must not.
    #[must_use]
    pub fn member(&self) -> Option<&str> {
        match self {
            Self::Required(name) | Self::Forbidden(name) => Some(name),
            _ => None,
        }
    }
}

/// Every constraint on a payload, once for each way that leads to it.
///
/// `discriminators` are the pointers to the members that recognise the payload: the open schema keeps their values.
#[must_use]
pub fn constraints<'m>(model: &'m Model, root: &'m Node, discriminators: &[Pointer]) -> Vec<Constraint<'m>> {
    let mut walk =
        Walk { model, discriminators: discriminators.to_vec(), forms: Vec::new(), added: false, found: Vec::new() };
    walk.node(&Pointer::root(), root);
    walk.found
}

struct Walk<'m> {
    model: &'m Model,
    /// The places whose values tell payloads or forms apart.
    discriminators: Vec<Pointer>,
    /// The forms that were chosen on the way down.
    forms: Vec<Chosen<'m>>,
    /// Whether the way leads through a member that a pack adds: the open schema does not know it.
    added: bool,
    found: Vec<Constraint<'m>>,
}

impl<'m> Walk<'m> {
    fn node(&mut self, path: &Pointer, node: &'m Node) {
        let node = self.model.resolved(node);
        let mut demands = Vec::new();
        match &node.shape {
            Shape::Any | Shape::Selected | Shape::Ref(_) => return,
            Shape::Null | Shape::Boolean | Shape::Number | Shape::Object(_) | Shape::Union(_) => {}
            Shape::Integer(Integer { minimum, maximum, values }) => {
                demands.extend(minimum.map(Demand::Minimum));
                demands.extend(maximum.map(Demand::Maximum));
                demands.extend(values.as_ref().map(Demand::Values));
            }
            Shape::Text(Text { pattern, min_length, max_length, values, .. }) => {
                demands.extend(min_length.map(Demand::MinLength));
                demands.extend(max_length.map(Demand::MaxLength));
                demands.extend(pattern.as_ref().map(Demand::Pattern));
                demands.extend(values.as_ref().map(Demand::Values));
            }
            Shape::Array(Array { min_items, max_items, unique, .. }) => {
                demands.extend(min_items.map(Demand::MinItems));
                demands.extend(max_items.map(Demand::MaxItems));
                demands.extend(unique.then_some(Demand::Unique));
            }
        }
        self.add(path, &node.place, None, [Demand::Type(node)]);
        self.add(path, &node.place, None, demands);
        match &node.shape {
            Shape::Array(array) => self.node(&path.clone().join("*"), &array.items),
            Shape::Object(object) => self.object(path, node, object),
            Shape::Union(union) => self.union(path, node, union),
            _ => {}
        }
    }

    fn object(&mut self, path: &Pointer, node: &'m Node, object: &'m Object) {
        let required = object.members.iter().filter(|member| member.required);
        self.add(path, &node.place, None, object.closed.then_some(Demand::Closed(object)));
        self.add(path, &node.place, None, required.map(|member| Demand::Required(&member.name)));
        for member in &object.members {
            let outside = self.added;
            self.added |= member.added;
            self.node(&path.clone().join(&member.name), &member.node);
            self.added = outside;
        }
        for condition in &object.conditions {
            let under = |side| Under { path: path.clone(), object, condition, side };
            if condition.test.is_none() {
                self.consequence(&under(Side::Then), &condition.place, &condition.then);
                continue;
            }
            let sides = [(Side::Then, "then", &condition.then), (Side::Otherwise, "else", &condition.otherwise)];
            for (side, keyword, consequence) in sides {
                self.consequence(&under(side), &below(&condition.place, &[keyword]), consequence);
            }
        }
    }

    fn union(&mut self, path: &Pointer, node: &'m Node, union: &'m Union) {
        let name = union.discriminator.name.as_str();
        let discriminator = path.clone().join(name);
        self.add(path, &node.place, None, union.discriminator.required.then_some(Demand::Required(name)));
        self.discriminators.push(discriminator.clone());
        self.node(&discriminator, &union.discriminator.node);
        let forms = union.forms.iter().filter_map(|form| {
            let node = self.model.definition(&form.target);
            if let Shape::Object(object) = &node.shape { Some((form, node, object)) } else { None }
        });
        let forms: Vec<(&'m Form, &'m Node, &'m Object)> = forms.collect();
        let members = forms.iter().flat_map(|(_, _, object)| &object.members).filter(|member| !member.added);
        let documented: BTreeSet<&'m str> =
            members.map(|member| member.name.as_str()).filter(|member| *member != name).collect();
        for (form, node, object) in forms {
            self.forms.push(Chosen { discriminator: discriminator.clone(), union, form });
            self.object(path, node, object);
            let others = documented.iter().filter(|_| object.closed);
            let others = others.filter(|other| object.members.iter().all(|member| member.name != **other));
            let closed = below(&node.place, &["additionalProperties"]);
            for other in others {
                self.push(path, closed.clone(), None, Demand::Forbidden(other));
            }
            self.forms.pop();
        }
    }

    fn consequence(&mut self, under: &Under<'m>, place: &Place, consequence: &'m Consequence) {
        let path = &under.path;
        self.add(path, place, Some(under), consequence.required.iter().map(|name| Demand::Required(name)));
        for member in &consequence.tolerated {
            let outside = std::mem::replace(&mut self.added, true);
            self.node(&path.clone().join(&member.name), &member.node);
            self.added = outside;
        }
        for name in consequence.forbidden.iter().filter(|name| consequence.tolerating(name).is_none()) {
            self.push(path, below(place, &["properties", name]), Some(under), Demand::Forbidden(name));
        }
        self.ties(path, under, place, &consequence.ties);
    }

    fn ties(&mut self, path: &Pointer, under: &Under<'m>, place: &Place, ties: &'m [(String, Tie)]) {
        for (name, tie) in ties {
            let (path, place) = (path.clone().join(name), below(place, &["properties", name]));
            let Tie { values, pattern, not, required, members } = tie;
            let mut demands: Vec<Demand> = Vec::new();
            demands.extend(values.as_ref().map(Demand::Values));
            demands.extend(pattern.as_ref().map(Demand::Pattern));
            demands.extend(not.as_ref().map(Demand::Not));
            demands.extend(required.iter().map(|name| Demand::Required(name)));
            self.add(&path, &place, Some(under), demands);
            self.ties(&path, under, &place, members);
        }
    }

    /// Adds the demands that keywords of a place state.
    fn add(
        &mut self,
        path: &Pointer,
        place: &Place,
        under: Option<&Under<'m>>,
        demands: impl IntoIterator<Item = Demand<'m>>,
    ) {
        for demand in demands {
            self.push(path, below(place, &[demand.rule()]), under, demand);
        }
    }

    fn push(&mut self, path: &Pointer, keyword: Place, under: Option<&Under<'m>>, demand: Demand<'m>) {
        let open = !self.added
            && match demand {
                Demand::Type(_) => true,
                // What a tie requires lies below the object that states it.
                Demand::Required(_) => under.is_none_or(|under| under.path == *path),
                Demand::Values(_) => under.is_none() && self.discriminators.contains(path),
                _ => false,
            };
        let (forms, condition) = (self.forms.clone(), under.cloned());
        self.found.push(Constraint { path: path.clone(), keyword, demand, open, forms, condition });
    }
}

fn below(place: &Place, tokens: &[&str]) -> Place {
    Place { file: place.file.clone(), pointer: place.pointer.clone().join_all(tokens) }
}
