//! Conditions that the open schema keeps, as types: which members there are follows from a value, or from a member.

use hookproof::schema::{Condition, Consequence, Member, Object, Question, Scalar, Shape, Test, Text};

use super::{Lowering, Refused, Scope};
use crate::codegen::{
    docs,
    ir::{By, Choice, Field, Kind, Part, Selects, Variant},
    names,
};

/// The groups of members of an object that depend on each other.
pub(super) struct Choices<'m>(Vec<Group<'m>>);

/// Members that one member decides about.
pub(super) struct Group<'m> {
    by: &'m Member,
    /// Whether its value decides, or else that it is there.
    by_value: bool,
    conditions: Vec<(&'m Condition, &'m Test)>,
    dependent: Vec<&'m str>,
}

impl<'m> Choices<'m> {
    pub(super) fn of(lowering: &Lowering<'m>, object: &'m Object) -> Result<Self, Refused> {
        let mut groups: Vec<Group> = Vec::new();
        for condition in &object.conditions {
            let dependent = dependent(condition);
            let (Some(test), false) = (&condition.test, dependent.is_empty()) else { continue };
            let refused = |message: &str| lowering.refused_at(&condition.place, message);
            let [name] = test.path.as_slice() else {
                return Err(refused("which members are there can only follow from a member beside them"));
            };
            let Some(by) = object.members.iter().find(|member| member.name == *name) else { continue };
            let by_value = lowering.by_value(by, test).map_err(|message| refused(&message))?;
            if dependent.contains(&name.as_str()) {
                return Err(refused(&format!("`{name}` cannot decide about itself")));
            }
            let position = groups.iter().position(|group| group.by.name == *name).unwrap_or_else(|| {
                groups.push(Group { by, by_value, conditions: Vec::new(), dependent: Vec::new() });
                groups.len() - 1
            });
            if groups[position].by_value != by_value {
                return Err(refused(&format!("both the value of `{name}` and its being there decide")));
            }
            groups[position].conditions.push((condition, test));
            groups[position].dependent.extend(dependent);
        }
        for (index, group) in groups.iter().enumerate() {
            let clash = |other: &Group<'m>| {
                other.members().any(|name| group.members().any(|own| own == name)).then_some(other.conditions[0].0)
            };
            if let Some(condition) = groups[index + 1..].iter().find_map(clash) {
                return Err(lowering.refused_at(&condition.place, "two members decide about the same one"));
            }
        }
        Ok(Self(groups))
    }

    /// The group that a member belongs to.
    pub(super) fn with(&self, member: &str) -> Option<&Group<'m>> {
        self.0.iter().find(|group| group.members().any(|name| name == member))
    }
}

impl<'m> Group<'m> {
    /// The name of the member that stands first.
    pub(super) fn first(&self, object: &'m Object) -> Option<&'m String> {
        let belongs = |member: &&Member| {
            if self.by_value { member.name == self.by.name } else { self.members().any(|name| name == member.name) }
        };
        object.members.iter().find(belongs).map(|member| &member.name)
    }

    fn members(&self) -> impl Iterator<Item = &str> {
        self.dependent.iter().copied().chain([self.by.name.as_str()])
    }

    /// Whether a member must be there in a state, may be there (`false`), or is not looked at.
    fn demands(&self, member: &str, state: &Selects) -> Result<Option<bool>, &'m Condition> {
        let has = |names: &[String]| names.iter().any(|name| name == member);
        let (mut required, mut forbidden) = (None, false);
        for (condition, test) in &self.conditions {
            let side = if holds(test, state) { &condition.then } else { &condition.otherwise };
            required = required.or(has(&side.required).then_some(*condition));
            forbidden |= has(&side.forbidden);
        }
        match (required, forbidden) {
            (Some(condition), true) => Err(condition),
            (required, forbidden) => Ok((!forbidden).then_some(required.is_some())),
        }
    }
}

impl<'m> Lowering<'m> {
    /// Whether a member decides by its value; else it does by being there.
    fn by_value(&self, by: &'m Member, test: &Test) -> Result<bool, String> {
        let Question::OneOf(tested) = &test.question else {
            let optional = !by.required && self.key_values(&by.node).is_none();
            return optional.then_some(false).ok_or_else(|| format!("`{}` is always there", by.name));
        };
        let node = self.model.resolved(&by.node);
        let documented = match &node.shape {
            Shape::Text(Text { values, .. }) if by.required => values.as_ref(),
            _ => None,
        };
        let Some(documented) = documented else {
            return Err(format!("`{}` decides by its value: it must be required, with `enum` or `const`", by.name));
        };
        match tested.list.iter().find(|value| !documented.list.contains(value)) {
            Some(value) => Err(format!("`{}` is never documented to be \"{value}\"", by.name)),
            None => Ok(true),
        }
    }

    /// A choice as a type, and the field that holds it.
    pub(super) fn choice(&mut self, object: &'m Object, group: &Group<'m>, scope: &Scope) -> Result<Part, Refused> {
        if group.by_value { self.by_a_value(object, group, scope) } else { self.by_presence(object, group, scope) }
    }

    fn by_a_value(&mut self, object: &'m Object, group: &Group<'m>, scope: &Scope) -> Result<Part, Refused> {
        let by = group.by;
        let node = self.model.resolved(&by.node);
        let Shape::Text(Text { values: Some(values), .. }) = &node.shape else {
            return Err(self.refused(node, "a text with values decides"));
        };
        let open = self.key_values(node).is_none();
        let path = self.declared(&by.node, &by.name, scope)?;
        let name = &path[path.len() - 1];
        let kind = format!("{name}Kind");
        let bare = self.named_values(node, values, open)?;
        let mut variants = Vec::new();
        for value in &bare {
            let docs = format!("`{}`", value.text);
            let selects = Selects::Value(value.text.clone());
            variants.push(self.variant(object, group, scope, (&value.name, docs, selects))?);
        }
        if open {
            let docs = "A value that is not documented.".to_owned();
            variants.push(self.variant(object, group, scope, ("Other", docs, Selects::Other))?);
        }
        let kind_path = self.declared(&by.node, &kind, scope)?;
        let kind = kind_path[kind_path.len() - 1].clone();
        let docs = format!("The values of [`{name}`], without what comes with them.");
        self.put(&kind_path, docs, Kind::Values { values: bare, open });
        let by_value = By::Value { member: by.name.clone(), kind };
        let mut docs = docs::of(self.model, &by.node);
        self.put(&path, docs.clone(), Kind::Choice(Choice { by: by_value, variants }));
        let name = names::snake(&by.name);
        if name.trim_start_matches("r#") != by.name {
            docs = format!("{docs}\n\nIn the payload: `{}`.", by.name);
        }
        Ok(Part::Choice { name, docs, path })
    }

    fn by_presence(&mut self, object: &'m Object, group: &Group<'m>, scope: &Scope) -> Result<Part, Refused> {
        let by = &group.by.name;
        let mut absent = None;
        for member in &group.dependent {
            let demanded = self.demanded(group, member, &Selects::Absent)?;
            absent = absent.or((demanded == Some(true)).then(|| names::camel(member)));
        }
        let present = names::camel(by);
        let (absent, name) = match absent {
            Some(absent) => (absent.clone(), format!("{absent}Or{present}")),
            None => (format!("Without{present}"), format!("With{present}OrWithout")),
        };
        let path = self.declared(&group.by.node, &name, scope)?;
        let docs = format!("`{by}` is there.");
        let present = self.variant(object, group, scope, (&present, docs, Selects::Present))?;
        let docs = format!("`{by}` is missing.");
        let absent = self.variant(object, group, scope, (&absent, docs, Selects::Absent))?;
        let member = by.clone();
        let choice = Choice { by: By::Presence { member }, variants: vec![present, absent] };
        let docs = format!("Which members there are follows from whether `{by}` is there.");
        self.put(&path, docs.clone(), Kind::Choice(choice));
        Ok(Part::Choice { name: names::snake(&name), docs, path })
    }

    fn variant(
        &mut self,
        object: &'m Object,
        group: &Group<'m>,
        scope: &Scope,
        (name, docs, selects): (&str, String, Selects),
    ) -> Result<Variant, Refused> {
        let mut fields: Vec<Field> = Vec::new();
        for member in &object.members {
            let required = if member.name == group.by.name {
                (selects == Selects::Present).then_some(true)
            } else if group.dependent.contains(&member.name.as_str()) {
                self.demanded(group, &member.name, &selects)?
            } else {
                None
            };
            if let Some(required) = required {
                fields.push(self.choice_field(object, member, required, scope)?);
            }
        }
        Ok(Variant { name: name.to_owned(), docs, selects, fields })
    }

    /// A field of a variant; other variants can have made its type already.
    fn choice_field(
        &mut self,
        object: &'m Object,
        member: &'m Member,
        required: bool,
        scope: &Scope,
    ) -> Result<Field, Refused> {
        let place = &member.node.place;
        let mut field = match self.dependent.get(place) {
            Some(field) => field.clone(),
            None => self.field(object, member, required, scope)?,
        };
        field.optional = !required;
        self.dependent.insert(place.clone(), field.clone());
        Ok(field)
    }

    fn demanded(&self, group: &Group, member: &str, state: &Selects) -> Result<Option<bool>, Refused> {
        group.demands(member, state).map_err(|condition| {
            self.refused_at(&condition.place, &format!("`{member}` is required and forbidden at once"))
        })
    }
}

/// The members that the open schema demands or looks at because of a condition.
fn dependent(condition: &Condition) -> Vec<&str> {
    let sides = [&condition.then, &condition.otherwise].into_iter();
    let names = sides.flat_map(|Consequence { required, forbidden, .. }| required.iter().chain(forbidden));
    names.map(String::as_str).collect()
}

fn holds(test: &Test, state: &Selects) -> bool {
    match (&test.question, state) {
        (Question::Present, Selects::Present) | (Question::Absent, Selects::Absent) => true,
        (Question::OneOf(values), Selects::Value(value)) => values.list.contains(&Scalar::Text(value.clone())),
        _ => false,
    }
}
