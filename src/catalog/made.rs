//! A catalog of one event, whose schema was made and not read.

use super::{Catalog, Entry, Problem, meanings, schema_file};
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
            meanings: meanings(&model),
            keys: vec![Vec::new(); provider.events.len()],
            sources: vec![(file, schema)],
            errata: Vec::new(),
            templates: None,
            widened: None,
            model,
            provider,
        };
        Ok(Self { entries: vec![entry], other_hosts: Vec::new() })
    }
}
