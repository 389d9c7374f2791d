//! The data of one provider, to be changed.

use std::collections::BTreeMap;

use hookproof::{
    Catalog, Judge,
    catalog::EMBEDDED,
    fixtures::{Cases, Edit, Evidence},
};
use serde_json::{Value, json};

use crate::{
    coverage::{Gap, Matrix, Stored},
    folders::Folder,
};

/// What a matrix is computed from, so that a test can change it.
#[derive(Clone)]
pub(super) struct Data {
    /// The files below `schemas/`.
    pub(super) schemas: BTreeMap<String, String>,
    pub(super) stored: Stored,
}

impl Data {
    /// What there is of one provider.
    pub(super) fn of(provider: &str) -> Self {
        let folder = format!("{provider}/");
        let schemas = EMBEDDED.iter().filter(|(path, _)| path.starts_with(&folder));
        let schemas = schemas.map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
        let mut stored = Stored::read().expect("the project can be read");
        stored.fixtures.folders.retain(|folder| folder.provider == provider);
        stored.snapshots.retain(|path| path.starts_with(&folder));
        Self { schemas, stored }
    }

    pub(super) fn judge(&self) -> Judge {
        let files: Vec<(&str, &str)> = self.schemas.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        Judge::new(Catalog::from_files(&files).unwrap_or_else(|problems| panic!("{}", problems[0])))
    }

    pub(super) fn gaps(&self) -> Vec<Gap> {
        Matrix::of(&self.judge(), &self.stored).gaps
    }

    /// Changes a place in a file below `schemas/`.
    pub(super) fn edit(&mut self, path: &str, pointer: &str, change: impl FnOnce(&mut Value)) {
        let text = self.schemas.get_mut(path).expect("the file is there");
        let mut schema: Value = serde_json::from_str(text).expect("it is JSON");
        change(schema.pointer_mut(pointer).expect("the place is there"));
        *text = schema.to_string();
    }

    pub(super) fn folder(&mut self, event: &str) -> &mut Folder {
        self.stored.fixtures.folders.iter_mut().find(|folder| folder.event == event).expect("the folder is there")
    }

    pub(super) fn file(&mut self, event: &str, path: &str) -> &mut Evidence {
        self.folder(event).cases.files.get_mut(path).expect("the file is listed")
    }

    /// The rows of an event.
    pub(super) fn rows(&mut self, event: &str) -> impl Iterator<Item = &mut Edit> {
        self.folder(event).cases.edits.iter_mut().flat_map(|edits| &mut edits.cases)
    }

    pub(super) fn remove_row(&mut self, event: &str, name: &str) {
        let mut removed = 0;
        for edits in &mut self.folder(event).cases.edits {
            let count = edits.cases.len();
            edits.cases.retain(|edit| edit.name != name);
            removed += count - edits.cases.len();
        }
        assert_eq!(removed, 1, "the row `{name}`");
    }

    pub(super) fn add_rows(&mut self, event: &str, rows: &str) {
        let added = Cases::read(&format!("[[edits]]\n{rows}")).expect("they are rows");
        self.folder(event).cases.edits.extend(added.edits);
    }

    /// Takes an erratum from every fixture.
    pub(super) fn forget(&mut self, erratum: &str) {
        for folder in &mut self.stored.fixtures.folders {
            folder.cases.files.values_mut().for_each(|file| file.errata.retain(|id| id != erratum));
        }
    }
}

/// Says what checks a rule.
pub(super) fn enforce(rules: &mut Value, id: &str, by: &str) {
    let mut rules = rules.as_array_mut().expect("a list").iter_mut();
    rules.find(|rule| rule["id"] == id).expect("the rule is there")["enforced"] = json!(by);
}
