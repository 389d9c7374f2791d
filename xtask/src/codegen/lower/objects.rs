//! Objects: each member as a field, a fixed value, or a part of a choice.

use hookproof::schema::{Member, Node, Object, Shape, Tie, Values};

use super::{Lowering, Refused, Scope, choices::Choices};
use crate::codegen::{
    docs,
    ir::{Field, Kind, Part, Type},
    names,
};

/// The member that tells a form from others, and its values there.
pub(super) struct Discriminator<'m> {
    pub(super) name: &'m str,
    pub(super) values: &'m [String],
}

impl<'m> Lowering<'m> {
    /// The parts of an object, in the order of its members.
    pub(super) fn parts(
        &mut self,
        object: &'m Object,
        form: Option<&Discriminator>,
        scope: &Scope,
    ) -> Result<Vec<Part>, Refused> {
        let choices = Choices::of(self, object)?;
        let mut parts: Vec<Part> = Vec::new();
        for member in &object.members {
            if let Some(choice) = choices.with(&member.name) {
                if choice.first(object) == Some(&member.name) {
                    parts.push(self.choice(object, choice, scope)?);
                }
                continue;
            }
            parts.push(self.part(object, member, form, scope)?);
        }
        self.names_differ(object, &parts)?;
        Ok(parts)
    }

    fn part(
        &mut self,
        object: &'m Object,
        member: &'m Member,
        form: Option<&Discriminator>,
        scope: &Scope,
    ) -> Result<Part, Refused> {
        let fixed = |value: &str| Part::Fixed { member: member.name.clone(), value: value.to_owned() };
        if matches!(member.node.shape, Shape::Selected) {
            return match form.filter(|form| form.name == member.name).map(|form| form.values) {
                Some([value]) => Ok(fixed(value)),
                Some([_, ..]) => {
                    Err(self.refused(&member.node, "a form that several values select: write one form for each value"))
                }
                _ => Err(self.refused(&member.node, "a discriminator stands outside of a form")),
            };
        }
        match (&member.node.shape, self.key_values(&member.node)) {
            (_, Some(Values { list, .. })) if list.len() == 1 && member.required => Ok(fixed(&list[0].to_string())),
            (Shape::Null, _) if member.required => Ok(Part::Null { member: member.name.clone() }),
            _ => self.field(object, member, member.required, scope).map(Part::Field),
        }
    }

    /// A member as a field that is there, or may be missing.
    pub(super) fn field(
        &mut self,
        object: &'m Object,
        member: &'m Member,
        required: bool,
        scope: &Scope,
    ) -> Result<Field, Refused> {
        let mut kind = self.node(&member.node, &member.name, scope)?;
        if kind == Type::Text && is_tied_to_a_ref(object, &member.name) {
            kind = Type::RefName;
        }
        let name = names::snake(&member.name);
        if !names::is_name(&name) {
            return Err(self.refused(&member.node, &format!("no name can be made of `{}`", member.name)));
        }
        let mut docs = docs::of(self.model, &member.node);
        if docs.is_empty() {
            docs = format!("The member `{}`.", member.name);
        } else if name.trim_start_matches("r#") != member.name {
            docs = format!("{docs}\n\nIn the payload: `{}`.", member.name);
        }
        Ok(Field { member: member.name.clone(), name, docs, kind, optional: !required })
    }

    /// The values of a member that tells payloads apart, if it does.
    pub(super) fn key_values(&self, node: &'m Node) -> Option<&'m Values> {
        match &node.shape {
            Shape::Text(text) if self.kept.contains(&node.place) => text.values.as_ref(),
            _ => None,
        }
    }

    fn names_differ(&self, object: &Object, parts: &[Part]) -> Result<(), Refused> {
        let mut names = vec!["extra"];
        for part in parts {
            let (name, member) = match part {
                Part::Field(field) => (&field.name, &field.member),
                Part::Choice { name, path, .. } => (name, &path[path.len() - 1]),
                Part::Fixed { .. } | Part::Null { .. } => continue,
            };
            if names.contains(&name.as_str()) {
                let node = object.members.iter().find(|other| other.name == *member).or(object.members.first());
                let message = format!("two fields would be named `{name}`");
                return node.map_or(Ok(()), |member| Err(self.refused(&member.node, &message)));
            }
            names.push(name);
        }
        Ok(())
    }

    /// Declares and fills in a type inside of an object.
    pub(super) fn add(&mut self, node: &Node, name: &str, scope: &Scope, kind: Kind) -> Result<Vec<String>, Refused> {
        let path = self.declared(node, name, scope)?;
        self.put(&path, docs::of(self.model, node), kind);
        Ok(path)
    }
}

/// Whether a condition says that a member is a ref.
fn is_tied_to_a_ref(object: &Object, member: &str) -> bool {
    let sides = object.conditions.iter().flat_map(|condition| [&condition.then, &condition.otherwise]);
    let mut ties = sides.flat_map(|side| &side.ties).filter(|(name, _)| name == member);
    ties.any(|(_, Tie { pattern, .. })| pattern.as_ref().is_some_and(super::texts::is_ref))
}
