//! A catalog of one event, whose schema was made and not read.

use std::sync::OnceLock;

use super::{Catalog, Entry, Lazy, Problem, Told, entry::members, schema_file};
use crate::{provider::Provider, schema::Model};

impl Catalog {
    /// A provider with one event, whose schema is given, and nothing that recognises it.
    ///
    /// # Errors
    ///
    /// Every place of the schema that is outside the profile.
    pub(crate) fn of_one(provider: Provider, schema: String) -> Result<Self, Vec<Problem>> {
        let file = provider.events.first().map(|event| schema_file(&event.id)).unwrap_or_default();
        let model = Model::parse(&[(&file, &schema)]).map_err(|violations| {
            violations.iter().map(|violation| Problem::of_schema(&provider.id, violation)).collect::<Vec<_>>()
        })?;
        let entry = Entry {
            meanings: OnceLock::new(),
            told: provider
                .events
                .iter()
                .map(|event| Told { keys: Vec::new(), members: members(&model, event) })
                .collect(),
            sources: vec![(file, schema)],
            errata: Lazy::new(Box::new(Vec::new)),
            templates: Lazy::new(Box::new(|| None)),
            widened: None,
            model: Lazy::new(Box::new(|| model)),
            provider,
        };
        Ok(Self { entries: vec![entry], other_hosts: Vec::new() })
    }
}
