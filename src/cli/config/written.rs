//! The file as it is written, and where in it something is wrong.

use std::{collections::BTreeMap, fs, ops::Range, path::Path};

use anyhow::{Context as _, anyhow};
use hookproof::text::line_column;
use serde::Deserialize;
use toml::Spanned;

use crate::cli::inputs::shown;

/// The keys of the file; `schemas/hookproof.schema.json` tells what each is for.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub(super) struct Written {
    pub(super) paths: Vec<String>,
    pub(super) packs: Vec<Spanned<String>>,
    pub(super) providers: Option<Vec<Spanned<String>>>,
    pub(super) maps: Vec<Mapped>,
    pub(super) formats: Vec<Spanned<String>>,
    pub(super) strict: bool,
    pub(super) allow_unknown: bool,
    pub(super) redact: bool,
    pub(super) events: BTreeMap<Spanned<String>, OfEvent>,
    pub(super) allowed: Vec<Allowed>,
}

/// Which event files are.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Mapped {
    pub(super) files: Spanned<String>,
    pub(super) event: Spanned<String>,
}

/// What holds for one event alone.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OfEvent {
    pub(super) strict: bool,
}

/// Drift that is known and accepted.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Allowed {
    pub(super) event: Spanned<String>,
    pub(super) pointer: Spanned<String>,
    pub(super) rule: Spanned<String>,
    /// Why it is accepted, for those who read the file.
    #[serde(rename = "reason")]
    pub(super) _reason: Option<String>,
}

/// The file's text and name, to say where something stands.
#[derive(Debug)]
pub(super) struct Text {
    name: String,
    text: String,
}

impl Text {
    pub(super) fn read(file: &Path) -> anyhow::Result<Self> {
        let name = shown(file);
        let text = fs::read_to_string(file).with_context(|| format!("{name}: the configuration cannot be read"))?;
        Ok(Self { name, text })
    }

    pub(super) fn written(&self) -> anyhow::Result<Written> {
        toml::from_str(&self.text).map_err(|error| {
            let message = unknown_key(error.message()).unwrap_or_else(|| error.message().replace('\n', ", "));
            match error.span() {
                Some(span) => self.fault(span, &message),
                None => anyhow!("{}: {message}", self.name),
            }
        })
    }

    /// What is wrong at a place of the file.
    pub(super) fn fault(&self, span: Range<usize>, message: &str) -> anyhow::Error {
        anyhow!("{}: {message}", self.place(span))
    }

    /// The file with line and column.
    pub(super) fn place(&self, span: Range<usize>) -> String {
        let (line, column) = line_column(self.text.as_bytes(), span.start);
        format!("{}:{line}:{column}", self.name)
    }
}

/// What to say of a key that is none, with the key that may be meant.
fn unknown_key(message: &str) -> Option<String> {
    let (key, rest) = message.strip_prefix("unknown field `")?.split_once('`')?;
    let known: Vec<&str> = rest.split('`').skip(1).step_by(2).collect();
    let alike = known.iter().map(|known| (strsim::jaro_winkler(key, known), known));
    let nearest = alike.filter(|(likeness, _)| *likeness > 0.7).max_by(|a, b| a.0.total_cmp(&b.0));
    Some(match nearest {
        Some((_, nearest)) => format!("there is no key `{key}` here: do you mean `{nearest}`?"),
        None => format!("there is no key `{key}` here: the keys are {}", known.join(", ")),
    })
}
