//! The providers that are known, each with its schemas.

mod entry;
mod fit;
mod glance;
mod known;
#[cfg(feature = "check")]
mod made;
mod templates;
mod widened;

use std::{
    collections::BTreeMap,
    sync::{LazyLock, OnceLock},
};

use serde::Deserialize;

use crate::{
    errata::Erratum,
    pointer::Pointer,
    provider::{Event, Provider},
    schema::{self, Model},
    templates::Templates,
};
pub use templates::Parameter;

/// The schema files that are part of the library, by path below `schemas/`.
pub const EMBEDDED: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/schemas.rs"));

/// What is read when it is first asked for.
pub type Lazy<T> = LazyLock<T, Box<dyn FnOnce() -> T + Send + Sync>>;

/// Reads a provider: its folder, the text of its `provider.json`, and all files.
type ReadEntry<'f> = fn(&str, &str, &[(&'f str, &'f str)]) -> Result<Entry, Vec<Problem>>;

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
    pub model: Lazy<Model>,
    /// What is wrong with its document, by its `errata.json`.
    pub errata: Lazy<Vec<Erratum>>,
    /// The texts of its schema files, by file name: those of the model, and those that plain schemas need.
    pub sources: Vec<(String, String)>,
    /// Its events, in the order of `provider.json`.
    // Invariant: as long as `provider.events`, and of the same order.
    told: Vec<Told>,
    /// What each regular expression of the schemas means, once that is asked for.
    meanings: OnceLock<BTreeMap<String, String>>,
    /// What packs changed, if they changed anything.
    widened: Option<widened::Widened>,
    /// What the templates of its users can name, by its `templates.json`.
    templates: Lazy<Option<Templates>>,
}

/// What a body tells about an event.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Told {
    /// The members whose values tell it from others.
    keys: Vec<Key>,
    /// The members that the payload can have; none are known of a plain schema.
    members: Vec<String>,
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
    /// The names of the members that its payload can have; none are known of a plain schema.
    pub members: &'c [String],
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
    /// Their schemas are read when they are first asked for, and not looked at for problems as [`Catalog::from_files`]
    /// does: most runs need those of one provider, and the tests check them all.
    ///
    /// # Errors
    ///
    /// Never with the files as they are published.
    pub fn embedded() -> Result<Self, Vec<Problem>> {
        Self::read(EMBEDDED, Entry::embedded)
    }

    /// Reads providers from files, each a path such as `<provider>/push.schema.json` and its text.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the files, in their order.
    pub fn from_files<S: AsRef<str>>(files: &[(S, S)]) -> Result<Self, Vec<Problem>> {
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_ref(), text.as_ref())).collect();
        Self::read(&files, Entry::read)
    }

    fn read<'f>(files: &[(&'f str, &'f str)], entry: ReadEntry<'f>) -> Result<Self, Vec<Problem>> {
        let mut catalog = Self::default();
        let mut problems = Vec::new();
        for &(path, text) in files {
            if path == "other-hosts.json" {
                match serde_json::from_str::<OtherHosts>(text) {
                    Ok(hosts) => catalog.other_hosts = hosts.event_headers,
                    Err(error) => problems.push(Problem::of_json(path, &error)),
                }
            }
            if let Some(folder) = path.strip_suffix("/provider.json") {
                match entry(folder, text, files) {
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

fn schema_file(event: &str) -> String {
    format!("{event}.schema.json")
}

fn shown(pointer: &Pointer) -> String {
    if pointer.tokens().is_empty() { "/".to_owned() } else { pointer.to_string() }
}
