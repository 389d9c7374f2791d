//! What packs allow of events that are known, beyond what is documented.

use std::{collections::BTreeSet, sync::OnceLock};

use super::{Catalog, Entry, Known, Problem, entry::members, schema_file};
use crate::{
    provider::SchemaKind,
    schema::{
        Model,
        extension::{Extension, Ground, widen},
    },
};

/// How the files are called that say what is allowed of an event.
const ENDING: &str = ".extension.json";

/// What packs changed of a provider.
#[derive(Debug)]
pub(super) struct Widened {
    /// The schemas as they are documented.
    documented: Model,
    /// The events of which something is allowed.
    events: BTreeSet<String>,
}

impl Catalog {
    /// Allows what files such as `<provider>/push.extension.json` say of events that are known; others are passed over.
    ///
    /// An extension makes drift valid, and nothing else: the open schemas and the recognition stay what they are.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the files, in their order.
    pub fn widen<S: AsRef<str>>(&mut self, files: &[(S, S)]) -> Result<(), Vec<Problem>> {
        let mut problems = Vec::new();
        for (path, text) in files {
            let (path, text) = (path.as_ref(), text.as_ref());
            let Some((folder, event)) = path.strip_suffix(ENDING).and_then(|name| name.split_once('/')) else {
                continue;
            };
            let problem = |message: String| Problem { file: path.to_owned(), at: None, message };
            match self.entries.iter_mut().find(|entry| entry.provider.id == folder) {
                None => problems.push(problem(format!("there is no provider `{folder}` to extend"))),
                Some(entry) => match entry.event(event) {
                    None => problems.push(problem(format!("`{folder}` has no event `{event}` to extend"))),
                    Some(known) if known.is_plain() => problems.push(problem(format!(
                        "`{folder}/{event}` has a plain schema: it has no drift that could be allowed"
                    ))),
                    Some(_) => problems.extend(entry.widen(event, text)),
                },
            }
        }
        if problems.is_empty() { Ok(()) } else { Err(problems) }
    }
}

impl Entry {
    fn widen(&mut self, event: &str, text: &str) -> Vec<Problem> {
        let extension = match Extension::read(&format!("{event}{ENDING}"), text) {
            Ok(extension) => extension,
            Err(violations) => return self.problems(&violations),
        };
        let discriminators = self.event(event).map(|known| known.discriminators()).unwrap_or_default();
        let widened = self
            .widened
            .get_or_insert_with(|| Widened { documented: Model::clone(&self.model), events: BTreeSet::new() });
        widened.events.insert(event.to_owned());
        let file = schema_file(event);
        let ground = Ground { documented: &widened.documented, file: &file, discriminators: &discriminators };
        let violations = widen(&mut self.model, ground, &extension.allowed);
        self.meanings = OnceLock::new();
        for (event, told) in self.provider.events.iter().zip(&mut self.told) {
            if event.schema == SchemaKind::Profile {
                told.members = members(&self.model, event);
            }
        }
        self.problems(&violations)
    }

    fn problems(&self, violations: &[crate::schema::Violation]) -> Vec<Problem> {
        violations.iter().map(|violation| Problem::of_schema(&self.provider.id, violation)).collect()
    }

    /// Its schemas as they are documented, without what packs allow.
    #[must_use]
    pub fn documented(&self) -> &Model {
        self.widened.as_ref().map_or(&self.model, |widened| &widened.documented)
    }
}

impl Known<'_> {
    /// Whether a pack allows something of it beyond what is documented.
    #[must_use]
    pub fn is_widened(&self) -> bool {
        self.entry.widened.as_ref().is_some_and(|widened| widened.events.contains(&self.event.id))
    }
}
