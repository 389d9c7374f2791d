//! The providers that are known, each with its schemas.

mod fit;
mod known;
#[cfg(feature = "check")]
mod made;
mod templates;
mod widened;

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::{
    errata::{Errata, Erratum},
    pointer::Pointer,
    provider::{Event, Provider, SchemaKind},
    schema::{self, Model},
    templates::Templates,
};
pub use templates::Parameter;

/// The schema files that are part of the library, by path below `schemas/`.
pub const EMBEDDED: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/schemas.rs"));

/// The providers that are known, in the order of their ids.
#[derive(Debug, Default)]
pub struct Catalog {
    /// The providers.
    pub entries: Vec<Entry>,
    /// Event headers of hosts that are none of them.
    pub other_hosts: Vec<String>,
}

/// A provider with its schemas.
#[derive(Debug)]
pub struct Entry {
    /// What its `provider.json` says.
    pub provider: Provider,
    /// Its schemas in the profile, with what packs allow beside them.
    pub model: Model,
    /// What is wrong with its document, by its `errata.json`.
    pub errata: Vec<Erratum>,
    /// The texts of its schema files, by file name: those of the model, and those that plain schemas need.
    pub sources: Vec<(String, String)>,
    /// Its events, in the order of `provider.json`.
    // Invariant: as long as `provider.events`, and of the same order.
    keys: Vec<Vec<Key>>,
    /// What each regular expression of the schemas means.
    meanings: BTreeMap<String, String>,
    /// What packs changed, if they changed anything.
    widened: Option<widened::Widened>,
    /// What the templates of its users can name, by its `templates.json`.
    templates: Option<Templates>,
}

/// A member whose value tells an event from others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// Where it stands in the payload.
    pub pointer: Pointer,
    /// The values that are this event.
    pub values: Vec<String>,
}

/// An event of a provider.
#[derive(Debug, Clone, Copy)]
pub struct Known<'c> {
    /// The provider.
    pub entry: &'c Entry,
    /// The event.
    pub event: &'c Event,
    /// The members whose values tell it from others.
    pub keys: &'c [Key],
}

/// Something that is wrong with the files of a provider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file, by path below the folder of the providers.
    pub file: String,
    /// Line and column, from 1, where they are known.
    pub at: Option<(usize, usize)>,
    /// What is wrong.
    pub message: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OtherHosts {
    #[serde(rename = "description")]
    _description: String,
    event_headers: Vec<String>,
}

impl Catalog {
    /// The providers that are part of the library.
    ///
    /// # Errors
    ///
    /// Never with the schemas as they are published: the tests check them.
    pub fn embedded() -> Result<Self, Vec<Problem>> {
        Self::from_files(EMBEDDED)
    }

    /// Reads providers from files, each a path such as `<provider>/push.schema.json` and its text.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the files, in their order.
    pub fn from_files<S: AsRef<str>>(files: &[(S, S)]) -> Result<Self, Vec<Problem>> {
        let mut catalog = Self::default();
        let mut problems = Vec::new();
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_ref(), text.as_ref())).collect();
        for &(path, text) in &files {
            if path == "other-hosts.json" {
                match serde_json::from_str::<OtherHosts>(text) {
                    Ok(hosts) => catalog.other_hosts = hosts.event_headers,
                    Err(error) => problems.push(Problem::of_json(path, &error)),
                }
            }
            if let Some(folder) = path.strip_suffix("/provider.json") {
                match Entry::read(folder, text, &files) {
                    Ok(entry) => catalog.entries.push(entry),
                    Err(found) => problems.extend(found),
                }
            }
        }
        catalog.entries.sort_by(|a, b| a.provider.id.cmp(&b.provider.id));
        if problems.is_empty() { Ok(catalog) } else { Err(problems) }
    }

    /// Adds the providers of another catalog.
    ///
    /// # Errors
    ///
    /// A provider that both have.
    pub fn extend(&mut self, other: Self) -> Result<(), Problem> {
        for entry in other.entries {
            if let Some(known) = self.provider(&entry.provider.id) {
                return Err(Problem {
                    file: format!("{}/provider.json", entry.provider.id),
                    at: None,
                    message: format!(
                        "the provider `{}` is known already, as {}",
                        entry.provider.id, known.provider.name
                    ),
                });
            }
            self.entries.push(entry);
        }
        self.entries.sort_by(|a, b| a.provider.id.cmp(&b.provider.id));
        self.other_hosts.extend(other.other_hosts);
        Ok(())
    }

    /// The provider of that id.
    #[must_use]
    pub fn provider(&self, id: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.provider.id == id)
    }

    /// All events of all providers.
    pub fn events(&self) -> impl Iterator<Item = Known<'_>> {
        self.entries.iter().flat_map(Entry::events)
    }

    /// The event that a name means: provider and event, joined by `/`.
    #[must_use]
    pub fn event(&self, name: &str) -> Option<Known<'_>> {
        let (provider, event) = name.split_once('/')?;
        self.provider(provider)?.event(event)
    }
}

impl Entry {
    fn read(folder: &str, text: &str, files: &[(&str, &str)]) -> Result<Self, Vec<Problem>> {
        let path = format!("{folder}/provider.json");
        let provider: Provider = serde_json::from_str(text).map_err(|error| vec![Problem::of_json(&path, &error)])?;
        let plain = |name: &str| {
            let is_plain = |event: &&Event| event.schema == SchemaKind::Plain && schema_file(&event.id) == name;
            provider.events.iter().any(|event| is_plain(&event))
        };
        let any_plain = provider.events.iter().any(|event| event.schema == SchemaKind::Plain);
        let is_source = |name: &str| {
            let other =
                ["provider.json", "errata.json", templates::FILE].contains(&name) || name.ends_with(".extension.json");
            name.ends_with(".schema.json") || any_plain && !other && !name.contains('/')
        };
        let sources: Vec<(String, String)> = files
            .iter()
            .filter_map(|(path, text)| {
                let name = path.strip_prefix(folder)?.strip_prefix('/')?;
                is_source(name).then(|| (name.to_owned(), (*text).to_owned()))
            })
            .collect();
        let in_profile = |name: &str| name.ends_with(".schema.json") && !plain(name);
        let texts = sources.iter().filter(|(name, _)| in_profile(name));
        let texts: Vec<(&str, &str)> = texts.map(|(name, text)| (name.as_str(), text.as_str())).collect();
        let mut problems: Vec<Problem> = Vec::new();
        for (name, text) in sources.iter().filter(|(name, _)| !in_profile(name)) {
            if let Err(error) = serde_json::from_str::<serde_json::Value>(text) {
                problems.push(Problem::of_json(&format!("{folder}/{name}"), &error));
            }
        }
        let model = Model::parse(&texts).unwrap_or_else(|violations| {
            problems.extend(violations.iter().map(|violation| Problem::of_schema(folder, violation)));
            Model::default()
        });
        if !problems.is_empty() {
            return Err(problems);
        }
        let path_of_errata = format!("{folder}/errata.json");
        let errata = match files.iter().find(|(path, _)| *path == path_of_errata) {
            None => Errata::default(),
            Some((path, text)) => serde_json::from_str(text).map_err(|error| vec![Problem::of_json(path, &error)])?,
        };
        let mut messages = Vec::new();
        if provider.id != folder {
            messages.push(format!("the `id` is `{}`, and the folder is `{folder}`", provider.id));
        }
        let names = sources.iter().filter_map(|(name, _)| name.strip_suffix(".schema.json")).chain([folder]);
        for name in names.filter(|name| !is_part_of_uris(name)) {
            messages.push(format!("`{name}` is no name: write ASCII letters, digits, `.`, `_` and `-`"));
        }
        let keys = provider.events.iter().map(|event| match event.schema {
            SchemaKind::Profile => fit::keys(&model, event, &mut messages),
            SchemaKind::Plain => fit::plain(&sources, event, &mut messages),
        });
        let keys = keys.collect();
        fit::consistency(&provider, &model, &mut messages);
        if !messages.is_empty() {
            return Err(messages
                .into_iter()
                .map(|message| Problem { file: path.clone(), at: None, message })
                .collect());
        }
        let meanings = meanings(&model);
        let (widened, templates) = (None, None);
        let entry = Self { meanings, errata: errata.errata, provider, model, sources, keys, widened, templates };
        entry.with_templates(files)
    }

    /// The events, in the order of `provider.json`.
    pub fn events(&self) -> impl Iterator<Item = Known<'_>> {
        self.provider.events.iter().zip(&self.keys).map(move |(event, keys)| Known { entry: self, event, keys })
    }

    /// What a regular expression of the schemas means: a phrase that completes "must be …".
    #[must_use]
    pub fn expected(&self, regex: &str) -> Option<&str> {
        self.meanings.get(regex).map(String::as_str)
    }

    /// The event of that id.
    #[must_use]
    pub fn event(&self, id: &str) -> Option<Known<'_>> {
        self.events().find(|known| known.event.id == id)
    }
}

impl Problem {
    fn of_schema(folder: &str, violation: &schema::Violation) -> Self {
        Self {
            file: format!("{folder}/{}", violation.file),
            at: violation.at,
            message: format!("{}: {}", shown(&violation.pointer), violation.message),
        }
    }

    fn of_json(file: &str, error: &serde_json::Error) -> Self {
        let message = error.to_string();
        // The position is given apart from the text.
        let message = message.split(" at line ").next().unwrap_or(&message).to_owned();
        // At the end of a line, `serde_json` has read nothing of the next one: column 0.
        Self { file: file.to_owned(), at: Some((error.line(), error.column().max(1))), message }
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.at {
            Some((line, column)) => write!(formatter, "{}:{line}:{column}: {}", self.file, self.message),
            None => write!(formatter, "{}: {}", self.file, self.message),
        }
    }
}

/// What each regular expression means.
fn meanings(model: &Model) -> BTreeMap<String, String> {
    let patterns = schema::patterns(model).into_iter();
    patterns.map(|pattern| (pattern.regex.clone(), pattern.expected.clone())).collect()
}

fn schema_file(event: &str) -> String {
    format!("{event}.schema.json")
}

/// Whether a name of a folder or file can stand in a `$ref` as it is.
fn is_part_of_uris(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || "._-".contains(c))
}

fn shown(pointer: &Pointer) -> String {
    if pointer.tokens().is_empty() { "/".to_owned() } else { pointer.to_string() }
}
