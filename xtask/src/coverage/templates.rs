//! The parameters of templates: what documents them, and the templates among the fixtures that name them.

use std::collections::{BTreeMap, BTreeSet};

use hookproof::{
    Report,
    catalog::Entry,
    template::{Subscription, Template, Vocabulary, check},
    templates::List,
};

use super::Gap;

/// The folder of subscriptions, beside those of the lists.
const SUBSCRIPTIONS: &str = "subscriptions";

/// What the templates of a provider's fixtures show.
#[derive(Debug)]
pub(super) struct Templates<'c> {
    entry: &'c Entry,
    /// The parameters that templates without mistakes name, by list, and how many templates there are.
    named: BTreeMap<String, (BTreeSet<String>, usize)>,
    /// The rules that a template or a subscription breaks.
    pub(super) broken: BTreeSet<&'c str>,
    /// The files that lie in the folder of no list.
    strays: Vec<String>,
}

impl<'c> Templates<'c> {
    /// Checks every template and subscription of a provider, each given by its path below `fixtures/`.
    pub(super) fn read(entry: &'c Entry, files: &BTreeMap<String, Vec<u8>>) -> Self {
        let mut templates = Self { entry, named: BTreeMap::new(), broken: BTreeSet::new(), strays: Vec::new() };
        let folder = format!("{}/templates/", entry.provider.id);
        for (path, text) in files {
            let Some(name) = path.strip_prefix(&folder) else { continue };
            if templates.file(name, text).is_none() {
                templates.strays.push(format!("fixtures/{path}"));
            }
        }
        templates
    }

    fn file(&mut self, name: &str, text: &[u8]) -> Option<()> {
        let (list, below) = name.split_once('/')?;
        if list == SUBSCRIPTIONS {
            let subscription = Subscription::read(text);
            let service = subscription.service.as_deref();
            let vocabulary =
                service.and_then(|service| Vocabulary::new(self.entry, service, &subscription.events).ok());
            self.note(&subscription.check(vocabulary.as_ref()));
            return Some(());
        }
        let services = self.entry.templates().into_iter().flat_map(|templates| &templates.services);
        let mut owning = services.filter(|service| service.lists.iter().any(|other| other.event == list));
        let vocabulary = Vocabulary::new(self.entry, &owning.next()?.id, &[list.to_owned()]).ok()?;
        let template = Template::read(text);
        self.note(&check(&template, &vocabulary));
        let (named, count) = self.named.entry(list.to_owned()).or_default();
        *count += 1;
        if below.starts_with("valid/") || below.starts_with("drift/") {
            named.extend(template.placeholders.into_iter().map(|placeholder| placeholder.name));
        }
        Some(())
    }

    /// Notes the rules whose place findings name.
    fn note(&mut self, report: &Report) {
        let Some(templates) = self.entry.templates() else { return };
        for finding in &report.findings {
            let place = finding.schema.as_ref().and_then(|schema| schema.split_once('#'));
            let stating =
                templates.rules().into_iter().find(|(stated, _)| place.is_some_and(|(_, place)| place == *stated));
            self.broken.extend(stating.map(|(_, id)| id));
        }
    }

    fn lists(&self) -> impl Iterator<Item = &'c List> {
        let services = self.entry.templates().into_iter().flat_map(|templates| &templates.services);
        services.flat_map(|service| &service.lists)
    }

    /// Whatever nothing documents, and whatever no template names.
    pub(super) fn gaps(&self) -> Vec<Gap> {
        let none = (BTreeSet::new(), 0);
        let provider = &self.entry.provider.id;
        let stray = "the folder is that of no list of parameters: name it after the event whose data they draw from";
        let mut gaps: Vec<Gap> = self.strays.iter().map(|path| Gap::new(path.clone(), stray)).collect();
        for list in self.lists() {
            let (named, _) = self.named.get(&list.event).unwrap_or(&none);
            for parameter in self.entry.parameters(list) {
                let name = format!("`${{{}}}` of {}", parameter.name, list.event);
                if parameter.evidence.is_empty() {
                    let message = format!("{name}: no line of the document lists it: give its `lines`");
                    gaps.push(Gap::new(format!("schemas/{provider}/templates.json"), message));
                }
                if !named.contains(&parameter.name) {
                    let folder = format!("fixtures/{provider}/templates/{}", list.event);
                    gaps.push(Gap::new(folder, format!("no template without mistakes names {name}")));
                }
            }
        }
        gaps
    }

    /// A row for each list: parameters, those that are documented, those that templates name, and the templates.
    pub(super) fn rows(&self) -> Vec<(String, Vec<usize>)> {
        let none = (BTreeSet::new(), 0);
        let row = |list: &List| {
            let parameters = self.entry.parameters(list);
            let documented = parameters.iter().filter(|parameter| !parameter.evidence.is_empty()).count();
            let (named, templates) = self.named.get(&list.event).unwrap_or(&none);
            let named = parameters.iter().filter(|parameter| named.contains(&parameter.name)).count();
            let name = format!("{}/{}", self.entry.provider.id, list.event);
            (name, vec![parameters.len(), documented, named, *templates])
        };
        self.lists().map(row).collect()
    }
}
