//! `errata.json`: where a document is wrong, contradicts itself or says too little, and what was decided.

use serde::Deserialize;

/// The contents of an `errata.json`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Errata {
    #[serde(rename = "$schema", default)]
    _schema: Option<String>,
    /// The errata, in the order of their ids.
    pub errata: Vec<Erratum>,
}

/// A place where a document is wrong, contradicts itself or says too little.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Erratum {
    /// Its name, for instance `CU-E01`.
    pub id: String,
    /// What kind of mistake it is.
    pub kind: ErratumKind,
    /// What stands in the document.
    pub stands: Vec<Quote>,
    /// What is wrong with it.
    pub problem: String,
    /// What the schemas and fixtures do about it.
    pub decision: String,
    /// Why no fixture can show it, where none does.
    #[serde(default)]
    pub unshown: Option<String>,
}

/// Kinds of mistake in a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ErratumKind {
    /// The printed text is no JSON.
    Syntax,
    /// A value that cannot be meant.
    Value,
    /// A value that was made unreadable on purpose.
    Masking,
    /// Two places that say different things.
    Contradiction,
    /// Something that is not said.
    Omission,
    /// Two names for one thing.
    Naming,
    /// The page's form.
    Layout,
    /// A table that does not fit its example.
    Table,
}

/// Words of a document and where they stand.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quote {
    /// Lines and ranges of lines.
    pub lines: String,
    /// The words.
    pub text: String,
}
