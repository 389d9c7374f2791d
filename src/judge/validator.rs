//! An event's documented and open schema, compiled; and what `jsonschema` says made into findings.

use std::collections::BTreeSet;

use jsonschema::{PatternOptions, Registry, ValidationError};
use serde_json::Value as Json;

use super::{
    faults::{BASE, Fault},
    words,
};
use crate::{
    catalog::Known,
    document::Value,
    report::{Finding, Severity, Verdict},
    schema::Level,
};

pub(crate) struct Validator {
    documented: jsonschema::Validator,
    open: jsonschema::Validator,
}

impl Validator {
    /// Compiles the schemas of an event.
    ///
    /// # Panics
    ///
    /// If `jsonschema` refuses a schema that the profile accepts.
    pub(crate) fn new(known: Known) -> Self {
        Self { documented: documented(known), open: open(known) }
    }

    pub(crate) fn judge(&self, known: Known, body: &Value) -> (Verdict, Vec<Finding>) {
        let instance = Json::from(body);
        if self.documented.is_valid(&instance) {
            return (Verdict::Valid, Vec::new());
        }
        let invalid: Vec<Fault> = self.open.iter_errors(&instance).flat_map(|error| Fault::all(&error)).collect();
        let mut faults: Vec<Fault> =
            self.documented.iter_errors(&instance).flat_map(|error| Fault::all(&error)).collect();
        let gists: BTreeSet<_> = invalid.iter().map(Fault::gist).collect();
        for fault in &mut faults {
            let is_invalid = gists.contains(&fault.gist());
            fault.severity = if is_invalid { Severity::Invalid } else { Severity::Drift };
        }
        let findings = super::faults::distinct(known, faults);
        let findings = findings.into_iter().map(|fault| words::finding(known, body, fault)).collect();
        (if invalid.is_empty() { Verdict::Drift } else { Verdict::Invalid }, findings)
    }
}

impl std::fmt::Debug for Validator {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Validator")
    }
}

/// The documented schema as its files state it, each known by its path.
fn documented(known: Known) -> jsonschema::Validator {
    let base = format!("{BASE}{}/", known.entry.provider.id);
    let sources = known.entry.sources.iter();
    let sources = sources.map(|(name, text)| (name, serde_json::from_str::<Json>(text).unwrap_or_default()));
    let sources: Vec<(String, Json)> = sources.map(|(name, schema)| (format!("{base}{name}"), schema)).collect();
    let file = format!("{base}{}", known.file());
    let root = sources.iter().find(|(name, _)| *name == file).map_or(&Json::Null, |(_, schema)| schema);
    let registry = sources.iter().try_fold(Registry::new(), |registry, (name, schema)| registry.add(name, schema));
    let registry = registry.and_then(jsonschema::RegistryBuilder::prepare);
    let registry = registry.unwrap_or_else(|error| panic!("{}: {error}", known.name()));
    let compiled = jsonschema::draft202012::options()
        .with_base_uri(file)
        .with_registry(&registry)
        .with_pattern_options(PatternOptions::regex())
        .should_validate_formats(false)
        .build(root);
    compiled.unwrap_or_else(|error: ValidationError| panic!("{}: {error}", known.name()))
}

fn open(known: Known) -> jsonschema::Validator {
    let compiled = jsonschema::draft202012::options().should_validate_formats(false).build(&known.schema(Level::Open));
    compiled.unwrap_or_else(|error| panic!("{}: {error}", known.name()))
}
