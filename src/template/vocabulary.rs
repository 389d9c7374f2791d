//! The parameters that a template may name: those of one service, and of all events of it or some.

use std::collections::BTreeMap;

use super::{
    kind::{node, of_parameter},
    merge::either,
};
use crate::{
    catalog::{Entry, Parameter},
    schema::{Node, Shape, words::or},
    templates::{List, Service, Templates},
};

/// A name that is not longer is looked for among those that are like it.
const LIKE: usize = 64;

/// The parameters of a service.
#[derive(Debug)]
pub struct Vocabulary<'c> {
    /// The provider.
    pub entry: &'c Entry,
    /// The service.
    pub service: &'c Service,
    pub(super) templates: &'c Templates,
    /// The lists that count.
    pub(super) lists: Vec<&'c List>,
    words: BTreeMap<String, Word<'c>>,
    /// Who else has a parameter, by its name.
    owners: BTreeMap<String, Vec<String>>,
    /// What is known of what is no parameter.
    pub(super) anything: Node,
}

/// A parameter, as one event after the other has it.
#[derive(Debug)]
pub struct Word<'c> {
    /// What each event that has it says of it.
    pub parameters: Vec<Parameter<'c>>,
    /// The events that do not have it.
    pub lacking: Vec<&'c str>,
    /// What its values are.
    pub node: Node,
}

impl<'c> Vocabulary<'c> {
    /// The parameters of a service of this provider; with `events`, of these events of it only.
    ///
    /// # Errors
    ///
    /// Why there are none, with the names that are known.
    pub fn new(entry: &'c Entry, service: &str, events: &[String]) -> Result<Self, String> {
        let name = &entry.provider.name;
        let templates = entry.templates().ok_or_else(|| format!("{name} has no templates: its bodies are fixed"))?;
        let known = || or(&templates.services.iter().map(|service| format!("`{}`", service.id)).collect::<Vec<_>>());
        let found = templates.service(service);
        let service = found.ok_or_else(|| format!("{name} has no service `{service}`: write {}", known()))?;
        let known = || or(&service.lists.iter().map(|list| format!("`{}`", list.event)).collect::<Vec<_>>());
        if let Some(event) = events.iter().find(|event| service.lists.iter().all(|list| list.event != **event)) {
            return Err(format!("{} has no event `{event}`: write {}", entry.title(service), known()));
        }
        let lists = service.lists.iter().filter(|list| events.is_empty() || events.contains(&list.event));
        let lists: Vec<&List> = lists.collect();
        let words = words(entry, &lists);
        let owners = owners(entry, templates, service);
        Ok(Self { entry, service, templates, lists, words, owners, anything: node(Shape::Any) })
    }

    /// The parameter of that name.
    #[must_use]
    pub fn word(&self, name: &str) -> Option<&Word<'c>> {
        self.words.get(name)
    }

    /// All parameters, by name.
    pub fn words(&self) -> impl Iterator<Item = (&str, &Word<'c>)> {
        self.words.iter().map(|(name, word)| (name.as_str(), word))
    }

    /// What the service is called.
    #[must_use]
    pub fn title(&self) -> &'c str {
        self.entry.title(self.service)
    }

    /// Who else has a parameter: other services, and other events of this one.
    pub(super) fn owners(&self, name: &str) -> &[String] {
        self.owners.get(name).map(Vec::as_slice).unwrap_or_default()
    }

    /// The parameter that somebody may have meant who wrote this name.
    pub(super) fn nearest(&self, name: &str) -> Option<&str> {
        if name.len() > LIKE {
            return None;
        }
        // Without what stands before it, or in another case.
        let ending = format!(".{}", name.to_lowercase());
        let mut alike = self.words.keys().filter(|known| known.to_lowercase().ends_with(&ending));
        if let (Some(only), None) = (alike.next(), alike.next()) {
            return Some(only);
        }
        let ranked = self.words.keys().map(|known| (distance(known, name), known.as_str()));
        let (distance, nearest) = ranked.min_by_key(|(distance, _)| *distance)?;
        (distance <= 1 + name.chars().count() / 4).then_some(nearest)
    }
}

impl Word<'_> {
    /// Whether there are events without it.
    #[must_use]
    pub fn is_optional(&self) -> bool {
        !self.lacking.is_empty() || self.parameters.iter().any(|parameter| parameter.optional)
    }
}

fn words<'c>(entry: &'c Entry, lists: &[&'c List]) -> BTreeMap<String, Word<'c>> {
    let mut words: BTreeMap<String, Word> = BTreeMap::new();
    for list in lists {
        for parameter in entry.parameters(list) {
            let node = of_parameter(entry, &parameter);
            if let Some(word) = words.get_mut(&parameter.name) {
                word.node = either(word.node.clone(), node);
                word.parameters.push(parameter);
            } else {
                let name = parameter.name.clone();
                words.insert(name, Word { parameters: vec![parameter], lacking: Vec::new(), node });
            }
        }
    }
    for word in words.values_mut() {
        let lacks = |list: &&&List| word.parameters.iter().all(|parameter| parameter.event != list.event);
        word.lacking = lists.iter().filter(lacks).map(|list| list.event.as_str()).collect();
    }
    words
}

/// Who has each parameter: the events of the service itself, and the other services.
fn owners(entry: &Entry, templates: &Templates, own: &Service) -> BTreeMap<String, Vec<String>> {
    let mut owners: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for service in &templates.services {
        for list in &service.lists {
            let owner = if std::ptr::eq(service, own) {
                format!("the event `{}`", list.event)
            } else {
                entry.title(service).to_owned()
            };
            for parameter in entry.parameters(list) {
                let owners = owners.entry(parameter.name).or_default();
                if !owners.contains(&owner) {
                    owners.push(owner.clone());
                }
            }
        }
    }
    owners
}

/// How many characters must be added, left out or changed to make one name of the other, whatever their case: a letter in
/// the wrong case counts once for the whole name.
fn distance(one: &str, other: &str) -> usize {
    let changes = strsim::levenshtein(&one.to_lowercase(), &other.to_lowercase());
    if changes == 0 { usize::from(one != other) } else { changes }
}
