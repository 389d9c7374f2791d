//! What a payload's schema demands, one constraint after the other, each with its keyword and its place in the payload.

use std::collections::BTreeSet;

use super::{
    Array, Condition, Consequence, Integer, Model, Node, Object, Pattern, Place, Scalar, Shape, Text, Tie, Union,
    Values, words::Side,
};
use crate::pointer::Pointer;

/// One demand of a schema, at one place of the payload.
#[derive(Debug, Clone)]
pub struct Constraint<'m> {
    /// The place in the payload that is looked at; `*` stands for the items of a list.
    pub path: Pointer,
    /// The forms of unions that are selected on the way to it, by the names of their definitions.
    pub forms: Vec<&'m str>,
    /// The keyword that states it, as findings name it.
    pub keyword: Place,
    /// What is demanded.
    pub demand: Demand<'m>,
    /// The condition under which it is demanded, and the side of it.
    pub condition: Option<On<'m>>,
}

/// A side of a condition.
type On<'m> = (&'m Condition, Side);

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
#[must_use]
pub fn constraints<'m>(model: &'m Model, root: &'m Node) -> Vec<Constraint<'m>> {
    let mut walk = Walk { model, forms: Vec::new(), found: Vec::new() };
    walk.node(&Pointer::root(), root);
    walk.found
}

struct Walk<'m> {
    model: &'m Model,
    /// Those that are selected where the walk is.
    forms: Vec<&'m str>,
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
        self.add(path, &node.place, None, [Demand::Closed(object)]);
        self.add(path, &node.place, None, required.map(|member| Demand::Required(&member.name)));
        for member in &object.members {
            self.node(&path.clone().join(&member.name), &member.node);
        }
        for condition in &object.conditions {
            if condition.test.is_none() {
                self.consequence(path, (condition, Side::Then), &condition.place, &condition.then);
                continue;
            }
            let sides = [(Side::Then, "then", &condition.then), (Side::Otherwise, "else", &condition.otherwise)];
            for (side, keyword, consequence) in sides {
                self.consequence(path, (condition, side), &below(&condition.place, &[keyword]), consequence);
            }
        }
    }

    fn union(&mut self, path: &Pointer, node: &'m Node, union: &'m Union) {
        let name = union.discriminator.name.as_str();
        self.add(path, &node.place, None, union.discriminator.required.then_some(Demand::Required(name)));
        self.node(&path.clone().join(name), &union.discriminator.node);
        let forms = union.forms.iter().filter_map(|form| {
            let node = self.model.definition(&form.target);
            if let Shape::Object(object) = &node.shape { Some((form.target.name.as_str(), node, object)) } else { None }
        });
        let forms: Vec<(&'m str, &'m Node, &'m Object)> = forms.collect();
        let members = forms.iter().flat_map(|(.., object)| &object.members).map(|member| member.name.as_str());
        let documented: BTreeSet<&'m str> = members.filter(|member| *member != name).collect();
        for (form, node, object) in forms {
            self.forms.push(form);
            self.object(path, node, object);
            let others = documented.iter().filter(|other| object.members.iter().all(|member| member.name != **other));
            let closed = below(&node.place, &["additionalProperties"]);
            self.found.extend(others.map(|other| Constraint {
                path: path.clone(),
                forms: self.forms.clone(),
                keyword: closed.clone(),
                demand: Demand::Forbidden(other),
                condition: None,
            }));
            self.forms.pop();
        }
    }

    fn consequence(&mut self, path: &Pointer, side: On<'m>, place: &Place, consequence: &'m Consequence) {
        self.add(path, place, Some(side), consequence.required.iter().map(|name| Demand::Required(name)));
        self.found.extend(consequence.forbidden.iter().map(|name| Constraint {
            path: path.clone(),
            forms: self.forms.clone(),
            keyword: below(place, &["properties", name]),
            demand: Demand::Forbidden(name),
            condition: Some(side),
        }));
        self.ties(path, side, place, &consequence.ties);
    }

    fn ties(&mut self, path: &Pointer, side: On<'m>, place: &Place, ties: &'m [(String, Tie)]) {
        for (name, tie) in ties {
            let (path, place) = (path.clone().join(name), below(place, &["properties", name]));
            let Tie { values, pattern, not, required, members } = tie;
            self.add(&path, &place, Some(side), values.as_ref().map(Demand::Values));
            self.add(&path, &place, Some(side), pattern.as_ref().map(Demand::Pattern));
            self.add(&path, &place, Some(side), not.as_ref().map(Demand::Not));
            self.add(&path, &place, Some(side), required.iter().map(|name| Demand::Required(name)));
            self.ties(&path, side, &place, members);
        }
    }

    /// Adds the demands that keywords of a place state.
    fn add(
        &mut self,
        path: &Pointer,
        place: &Place,
        condition: Option<On<'m>>,
        demands: impl IntoIterator<Item = Demand<'m>>,
    ) {
        self.found.extend(demands.into_iter().map(|demand| {
            let keyword = below(place, &[demand.rule()]);
            Constraint { path: path.clone(), forms: self.forms.clone(), keyword, demand, condition }
        }));
    }
}

fn below(place: &Place, tokens: &[&str]) -> Place {
    Place { file: place.file.clone(), pointer: place.pointer.clone().join_all(tokens) }
}
