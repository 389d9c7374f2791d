//! What each rule demands, for those who read a finding without knowing its name.

use std::{collections::BTreeMap, io};

use serde::Deserialize;

/// The rules, by name.
#[derive(Debug, Deserialize)]
pub(super) struct Rules(BTreeMap<String, Rule>);

/// A rule in words.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rule {
    /// What is wrong, in half a sentence.
    pub(super) short: String,
    /// What the rule demands.
    pub(super) full: String,
    /// What can be done.
    pub(super) help: String,
}

/// Whether findings can be of a rule of this name.
pub(in crate::cli) fn is_rule(id: &str) -> bool {
    Rules::read().is_ok_and(|rules| rules.0.contains_key(id))
}

impl Rules {
    pub(super) fn read() -> io::Result<Self> {
        toml::from_str(include_str!("rules.toml")).map_err(io::Error::other)
    }

    /// The rule of that name; a keyword that is not described speaks for itself.
    pub(super) fn rule(&self, id: &str) -> Rule {
        self.0.get(id).cloned().unwrap_or_else(|| Rule {
            short: format!("The keyword `{id}` of the schema is broken"),
            full: format!("The schema of the event has a keyword `{id}` that the payload does not satisfy."),
            help: "The schema is named with the finding.".to_owned(),
        })
    }
}
