//! The parameters of templates: members of the event data, with what the schemas say of them.

use std::collections::BTreeSet;

use super::{Entry, Known, Lazy, Problem};
use crate::{
    lines::ranges,
    pointer::Pointer,
    provider::{Enforced, Rule},
    schema::{Citation, Model, Node, Object, Question, Scalar, Shape},
    templates::{List, Listed, Service, Templates},
};

/// The file that lists the parameters.
pub(super) const FILE: &str = "templates.json";

/// A parameter with what the schema says of its values.
#[derive(Debug, Clone)]
pub struct Parameter<'c> {
    /// What a template writes between `${` and `}`.
    pub name: String,
    /// The event whose data it draws from.
    pub event: &'c str,
    /// The place in that data.
    pub pointer: Pointer,
    /// The member, with its description.
    pub node: &'c Node,
    /// Whether events can lack it.
    pub optional: bool,
    /// The only values, named by the member or by what ties it to another.
    pub values: Option<Vec<Scalar>>,
    /// Where the document lists it.
    pub evidence: Vec<Citation>,
}

/// A member of the event data, on the way down to it.
struct Found<'c> {
    node: &'c Node,
    above: &'c Object,
    name: String,
    optional: bool,
}

impl Entry {
    /// The provider with its `templates.json`, if it has one.
    pub(super) fn with_templates(mut self, files: &[(&str, &str)]) -> Result<Self, Vec<Problem>> {
        let path = format!("{}/{FILE}", self.provider.id);
        let Some((_, text)) = files.iter().find(|(name, _)| *name == path) else { return Ok(self) };
        let templates: Templates = serde_json::from_str(text).map_err(|error| vec![Problem::of_json(&path, &error)])?;
        let misfits = misfits(&self, &templates);
        if misfits.is_empty() {
            self.templates = Lazy::new(Box::new(|| Some(templates)));
            return Ok(self);
        }
        Err(misfits.into_iter().map(|message| Problem { file: path.clone(), at: None, message }).collect())
    }

    /// What the user-written templates of this provider can name, where it has such.
    #[must_use]
    pub fn templates(&self) -> Option<&Templates> {
        self.templates.as_ref()
    }

    /// The name of a service for people: as the document's list of events has it.
    #[must_use]
    pub fn title<'c>(&'c self, service: &'c Service) -> &'c str {
        let events = |payload: &String| service.lists.iter().any(|list| list.event == *payload);
        let mut categories = self.provider.catalogue.iter();
        let category = categories.find(|category| category.payloads.iter().any(events));
        category.map_or(&service.id, |category| &category.service)
    }

    /// The parameters of a list, in its order.
    #[must_use]
    pub fn parameters<'c>(&'c self, list: &'c List) -> Vec<Parameter<'c>> {
        let Some(known) = self.event(&list.event) else { return Vec::new() };
        list.parameters.iter().filter_map(|listed| parameter(known, listed).ok()).collect()
    }
}

/// What must fit together in a `templates.json`.
pub(super) fn misfits(entry: &Entry, templates: &Templates) -> Vec<String> {
    let mut messages = Vec::new();
    for (place, id) in templates.rules() {
        match entry.provider.rules.iter().find(|rule| rule.id == id).map(|rule| rule.enforced) {
            None => messages.push(format!("{place} is stated by the rule {id}, which provider.json does not have")),
            Some(Enforced::None) => {
                messages.push(format!("{place} enforces the rule {id}, whose `enforced` is `none`"));
            }
            Some(_) => {}
        }
    }
    let is_idle =
        |rule: &&Rule| rule.enforced == Enforced::Template && templates.rules().iter().all(|(_, id)| *id != rule.id);
    let idle = entry.provider.rules.iter().filter(is_idle);
    messages.extend(idle.map(|rule| format!("nothing here states {}, whose `enforced` is `template`", rule.id)));
    let mut services = BTreeSet::new();
    for service in &templates.services {
        if !services.insert(&service.id) {
            messages.push(format!("the service `{}` stands twice", service.id));
        }
        if service.lists.is_empty() {
            messages.push(format!("the service `{}` has no list of parameters", service.id));
        }
        let mut events = BTreeSet::new();
        for list in &service.lists {
            if !events.insert(&list.event) {
                messages.push(format!("the list `{}` of the service `{}` stands twice", list.event, service.id));
            }
            let Some(known) = entry.event(&list.event).filter(|known| !known.is_plain()) else {
                messages.push(format!("the list `{}` is of no event with a schema in the profile", list.event));
                continue;
            };
            let mut names = BTreeSet::new();
            for listed in &list.parameters {
                let twice = || format!("the parameter `{}` stands twice", listed.member);
                let found = parameter(known, listed);
                let problem = found.err().or_else(|| (!names.insert(&listed.member)).then(twice));
                messages.extend(problem.map(|problem| format!("the list `{}`: {problem}", list.event)));
            }
        }
    }
    messages
}

fn parameter<'c>(known: Known<'c>, listed: &Listed) -> Result<Parameter<'c>, String> {
    let pointer = Pointer::parse(&listed.member)?;
    let model = &known.entry.model;
    let found = find(model, known.root(), &pointer);
    let found = found.ok_or_else(|| format!("its schema has no member `{pointer}` that objects lead to"))?;
    let shape = &model.resolved(found.node).shape;
    let values = match shape {
        Shape::Text(text) => text.values.as_ref().map(|values| values.list.clone()),
        Shape::Integer(integer) => integer.values.as_ref().map(|values| values.list.clone()),
        Shape::Boolean | Shape::Number => None,
        _ => return Err(format!("`{pointer}` is no text, number or boolean, so no parameter can stand for it")),
    };
    Ok(Parameter {
        name: pointer.tokens().join("."),
        event: &known.event.id,
        evidence: evidence(known, found.node, listed)?,
        values: values.or_else(|| tied(model, found.above, &found.name)),
        node: found.node,
        optional: found.optional,
        pointer,
    })
}

fn find<'c>(model: &'c Model, root: &'c Node, pointer: &Pointer) -> Option<Found<'c>> {
    let mut optional = false;
    let mut node = root;
    let mut last = None;
    for name in pointer.tokens() {
        let Shape::Object(above) = &model.resolved(node).shape else { return None };
        let member = above.members.iter().find(|member| member.name == *name)?;
        optional |= !member.required || model.resolved(node).nullable;
        node = &member.node;
        last = Some((above, name));
    }
    let (above, name) = last?;
    Some(Found { node, above, name: name.clone(), optional: optional || model.resolved(node).nullable })
}

/// The values that a member has because of another one, if each value of the other ties it.
fn tied(model: &Model, object: &Object, name: &str) -> Option<Vec<Scalar>> {
    let values_of = |node| match &model.resolved(node).shape {
        Shape::Text(text) => text.values.as_ref(),
        _ => None,
    };
    let tie = |key: &str, value: &Scalar| {
        let asks = |question: &Question| matches!(question, Question::OneOf(values) if values.list.contains(value));
        let mut conditions = object
            .conditions
            .iter()
            .filter(|condition| condition.test.as_ref().is_some_and(|test| test.path == [key] && asks(&test.question)));
        conditions.find_map(|condition| {
            let tie = condition.then.ties.iter().find(|(tied, _)| tied == name).map(|(_, tie)| tie)?;
            tie.values.as_ref().map(|values| values.list.clone())
        })
    };
    object.members.iter().filter(|member| member.required).find_map(|key| {
        let ties = values_of(&key.node)?.list.iter().map(|value| tie(&key.name, value));
        let mut values = Vec::new();
        for value in ties.collect::<Option<Vec<_>>>()?.concat() {
            if !values.contains(&value) {
                values.push(value);
            }
        }
        Some(values)
    })
}

/// Where the document lists a parameter: the lines that are given, which must be the member's, or those of the member that
/// lie within the event's.
fn evidence(known: Known, node: &Node, listed: &Listed) -> Result<Vec<Citation>, String> {
    let within = known.event.lines.as_deref().map(lines);
    let own = node.notes.evidence.iter().filter(|citation| {
        within.as_ref().is_none_or(|within| lines(&citation.lines).iter().all(|line| within.contains(line)))
    });
    let own: Vec<Citation> = own.cloned().collect();
    let Some(given) = &listed.lines else { return Ok(own) };
    let wanted = lines(given);
    let citing = own.into_iter().find(|citation| wanted.is_subset(&lines(&citation.lines)));
    match citing.filter(|_| !wanted.is_empty()) {
        Some(citation) => Ok(vec![Citation { lines: given.clone(), ..citation }]),
        None => Err(format!("the lines {given} of `{}` are none on which its member is documented", listed.member)),
    }
}

/// Lines and ranges of lines, one by one.
fn lines(text: &str) -> BTreeSet<u32> {
    ranges(text).flatten().flatten().collect()
}
