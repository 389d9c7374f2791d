//! What is known of an event: its names and its schemas.

use super::{Known, schema_file};
use crate::{
    pointer::Pointer,
    provider::SchemaKind,
    schema::{self, Node},
};

impl<'c> Known<'c> {
    /// Its name: provider and event, joined by `/`.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}/{}", self.entry.provider.id, self.event.id)
    }

    /// The name of its schema file.
    #[must_use]
    pub fn file(&self) -> String {
        schema_file(&self.event.id)
    }

    /// Whether its schema is plain: nothing is known of it but what it accepts.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.event.schema == SchemaKind::Plain
    }

    /// Its schema with every definition that it needs, as one JSON value; a plain one as it stands in its file.
    ///
    /// The open schema is that of the document, whatever packs allow. There is none of a plain schema: `null`.
    #[must_use]
    pub fn schema(&self, level: schema::Level) -> serde_json::Value {
        if self.is_plain() && level == schema::Level::Documented {
            let file = self.file();
            let source = self.entry.sources.iter().find(|(name, _)| *name == file);
            return source.and_then(|(_, text)| serde_json::from_str(text).ok()).unwrap_or_default();
        }
        self.changed_schema(level, &mut |_, _| {})
    }

    /// Its schema, with a change of what stands for a place: see [`schema::changed`].
    #[must_use]
    pub fn changed_schema(
        &self,
        level: schema::Level,
        change: &mut dyn FnMut(&schema::Place, &mut serde_json::Map<String, serde_json::Value>),
    ) -> serde_json::Value {
        let model = match level {
            schema::Level::Documented => &self.entry.model,
            schema::Level::Open => self.entry.documented(),
        };
        schema::changed(model, &self.file(), level, &self.discriminators(), change).unwrap_or_default()
    }

    /// What its schema demands, one constraint after the other; nothing that is known of a plain one.
    #[must_use]
    pub fn constraints(&self) -> Vec<schema::Constraint<'c>> {
        match self.entry.model.root(&self.file()) {
            Some(root) => schema::constraints(&self.entry.model, root, &self.discriminators()),
            None => Vec::new(),
        }
    }

    /// The pointers to the members whose values recognise it.
    #[must_use]
    pub fn discriminators(&self) -> Vec<Pointer> {
        self.keys.iter().map(|key| key.pointer.clone()).collect()
    }

    /// What the payload is.
    ///
    /// # Panics
    ///
    /// For an event with a plain schema. Reading the provider has found all others.
    #[must_use]
    pub fn root(&self) -> &'c Node {
        self.entry.model.root(&self.file()).expect("every event has a schema in the profile, unless it is plain")
    }
}
