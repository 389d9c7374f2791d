//! Templates of bodies: their parameters, what is wrong with one, what it yields, and bodies made of it.

mod checking;
mod command;
mod data;
mod properties;
mod schema;

use std::path::PathBuf;

use hookproof::{
    Catalog, Verdict,
    catalog::Entry,
    template::{Template, Vocabulary},
};

use crate::support::{entries, files, judge, root};

/// A template of `fixtures/<provider>/templates/`, in a folder named after the list of its parameters and its verdict.
struct Fixture {
    /// The path below the package.
    path: String,
    entry: &'static Entry,
    /// The event that the list belongs to.
    event: String,
    service: String,
    verdict: Verdict,
    text: Vec<u8>,
}

impl Fixture {
    fn vocabulary(&self) -> Vocabulary<'static> {
        let events = [self.event.clone()];
        Vocabulary::new(self.entry, &self.service, &events).unwrap_or_else(|problem| panic!("{}: {problem}", self.path))
    }

    fn template(&self) -> Template<'_> {
        Template::read(&self.text)
    }

    /// Whether it has no mistakes, so that it yields something.
    fn is_sound(&self) -> bool {
        self.verdict <= Verdict::Drift
    }
}

fn catalog() -> &'static Catalog {
    judge().catalog()
}

/// The folders of templates, with the provider whose they are.
fn folders() -> Vec<(PathBuf, &'static Entry)> {
    let all = entries(&root().join("fixtures")).into_iter().filter_map(|folder| {
        let name = folder.file_name()?.to_str()?.to_owned();
        let templates = folder.join("templates");
        templates.is_dir().then(|| (templates, catalog().provider(&name).expect("a folder is a provider's")))
    });
    all.collect()
}

fn verdict(word: &str) -> Option<Verdict> {
    Verdict::ALL.into_iter().find(|verdict| verdict.as_str() == word)
}

/// Every template, in the order of the paths.
fn fixtures() -> Vec<Fixture> {
    let mut fixtures = Vec::new();
    for (folder, entry) in folders() {
        for (path, text) in files(root(), &folder) {
            let parts: Vec<&str> = path.split('/').collect();
            let &[_, _, _, event, word, name] = parts.as_slice() else { panic!("{path} lies nowhere") };
            if event == "subscriptions" {
                continue;
            }
            assert_eq!(name.rsplit('.').next(), Some("tmpl"), "{path} must not be taken for a payload");
            let services = &entry.templates().expect("it has templates").services;
            let service = services.iter().find(|service| service.lists.iter().any(|list| list.event == event));
            let service = service.unwrap_or_else(|| panic!("{path}: there is no list of this name")).id.clone();
            let verdict = verdict(word).unwrap_or_else(|| panic!("{path}: `{word}` is no verdict"));
            fixtures.push(Fixture { event: event.to_owned(), entry, service, verdict, text, path });
        }
    }
    assert!(fixtures.len() > 30, "only {} templates", fixtures.len());
    fixtures
}
