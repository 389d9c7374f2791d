//! An event's documented and open schema, compiled; and what `jsonschema` says made into findings.

use std::collections::BTreeSet;

use jsonschema::{Draft, PatternOptions, Registry};
use serde_json::Value as Json;

use super::{
    faults::{BASE, Fault, gists},
    instance::InPlace,
};
use crate::{
    catalog::Known,
    document::Value,
    pointer::Pointer,
    report::{Severity, Verdict},
    schema::Level,
};

/// Names, in the schema of an event that a pack extends, the place that a part of it has in the files.
const PLACE: &str = "x-place";

pub(crate) struct Validator {
    documented: jsonschema::Validator<InPlace>,
    /// None for a plain schema: whatever it refuses is invalid.
    open: Option<jsonschema::Validator<InPlace>>,
    /// The documented schema with the places of its parts, where it is not that of the files.
    places: Option<Json>,
}

impl Validator {
    /// Compiles the schemas of an event.
    ///
    /// # Panics
    ///
    /// If `jsonschema` refuses a schema that the profile accepts.
    pub(crate) fn new(known: Known) -> Self {
        Self::compile(known).unwrap_or_else(|reason| panic!("{}: {reason}", known.name()))
    }

    /// Compiles the schemas of an event; the reason where `jsonschema` refuses one.
    pub(crate) fn compile(known: Known) -> Result<Self, String> {
        if known.is_plain() {
            return Ok(Self { documented: plain(known)?, open: None, places: None });
        }
        let open = Some(alone(known, &known.schema(Level::Open))?);
        if !known.is_widened() {
            return Ok(Self { documented: documented(known)?, open, places: None });
        }
        let schema = known.changed_schema(Level::Documented, &mut |place, schema| {
            schema.insert(PLACE.to_owned(), Json::from(place.to_string()));
        });
        Ok(Self { documented: alone(known, &schema)?, open, places: Some(schema) })
    }

    #[cfg(feature = "generate")]
    pub(crate) fn judge(&self, known: Known, body: &Value) -> (Verdict, Vec<crate::report::Finding>) {
        let (verdict, faults) = self.faults(known, body);
        (verdict, super::words::findings(known, body, super::faults::distinct(known, faults)))
    }

    /// The verdict on a payload, and every keyword of the documented schema that fails.
    pub(super) fn faults(&self, known: Known, instance: &Value) -> (Verdict, Vec<Fault>) {
        let mut faults: Vec<Fault> =
            self.documented.iter_errors(instance).flat_map(|error| Fault::all(&error)).collect();
        if faults.is_empty() {
            return (Verdict::Valid, faults);
        }
        let Some(open) = &self.open else {
            for fault in &mut faults {
                fault.severity = Severity::Invalid;
            }
            return (Verdict::Invalid, faults);
        };
        if let Some(schema) = &self.places {
            for fault in &mut faults {
                place(schema, &known.entry.provider.id, fault);
            }
        }
        let invalid: Vec<_> = open.iter_errors(instance).flat_map(|error| gists(&error)).collect();
        let gists: BTreeSet<_> =
            invalid.iter().map(|(rule, pointer, member)| (rule.as_str(), pointer, member.as_deref())).collect();
        for fault in &mut faults {
            let is_invalid = gists.contains(&fault.gist());
            fault.severity = if is_invalid { Severity::Invalid } else { Severity::Drift };
        }
        (if invalid.is_empty() { Verdict::Drift } else { Verdict::Invalid }, faults)
    }
}

/// Gives a fault the place in the files of the keyword that failed.
fn place(schema: &Json, provider: &str, fault: &mut Fault) {
    let tokens = fault.keyword.tokens();
    let (mut at, mut found) = (Some(schema), None);
    for depth in 0..=tokens.len() {
        let Some(value) = at else { break };
        if let Some(place) = value.get(PLACE).and_then(Json::as_str).and_then(|place| place.split_once('#')) {
            found = Some((place, depth));
        }
        at = tokens.get(depth).and_then(|token| match value {
            Json::Array(items) => items.get(token.parse::<usize>().ok()?),
            other => other.get(token),
        });
    }
    if let Some(((file, pointer), depth)) = found {
        fault.file = format!("{provider}/{file}");
        fault.keyword = Pointer::parse(pointer).unwrap_or_default().join_all(&tokens[depth..]);
    }
}

impl std::fmt::Debug for Validator {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Validator")
    }
}

/// How a pattern is matched.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Engine {
    /// In linear time.
    Linear,
    /// With backtracking, up to a limit: for patterns that look around.
    Backtracking,
}

/// The documented schema as its files state it, each known by its path.
fn documented(known: Known) -> Result<jsonschema::Validator<InPlace>, String> {
    let files = &known.entry.model.files;
    let sources = known.entry.sources.iter().filter(|(name, _)| files.contains_key(name));
    from_files(known, sources, Some(Draft::Draft202012), Engine::Linear)
}

/// A plain schema, of the draft that it names.
fn plain(known: Known) -> Result<jsonschema::Validator<InPlace>, String> {
    let compiled = |engine| from_files(known, known.entry.sources.iter(), None, engine);
    compiled(Engine::Linear).or_else(|_| compiled(Engine::Backtracking))
}

fn from_files<'s>(
    known: Known,
    sources: impl Iterator<Item = &'s (String, String)>,
    draft: Option<Draft>,
    engine: Engine,
) -> Result<jsonschema::Validator<InPlace>, String> {
    let base = format!("{BASE}{}/", known.entry.provider.id);
    let sources = sources.map(|(name, text)| (name, serde_json::from_str::<Json>(text).unwrap_or_default()));
    let sources: Vec<(String, Json)> = sources.map(|(name, schema)| (format!("{base}{name}"), schema)).collect();
    let file = format!("{base}{}", known.file());
    let root = sources.iter().find(|(name, _)| *name == file).map_or(&Json::Null, |(_, schema)| schema);
    let registry = sources.iter().try_fold(Registry::new(), |registry, (name, schema)| registry.add(name, schema));
    let registry = registry.and_then(jsonschema::RegistryBuilder::prepare).map_err(|error| error.to_string())?;
    let options = jsonschema::options_for::<InPlace>()
        .with_base_uri(file)
        .with_registry(&registry)
        .should_validate_formats(false);
    let options = match engine {
        Engine::Linear => options.with_pattern_options(PatternOptions::regex()),
        Engine::Backtracking => options.with_pattern_options(PatternOptions::fancy_regex()),
    };
    let options = if let Some(draft) = draft { options.with_draft(draft) } else { options };
    options.build(root).map_err(|error| error.to_string())
}

/// A schema that refers to nothing outside of it.
fn alone(known: Known, schema: &Json) -> Result<jsonschema::Validator<InPlace>, String> {
    let options = jsonschema::options_for::<InPlace>()
        .with_draft(Draft::Draft202012)
        .with_base_uri(format!("{BASE}{}/{}", known.entry.provider.id, known.file()))
        .with_pattern_options(PatternOptions::regex())
        .should_validate_formats(false);
    options.build(schema).map_err(|error| error.to_string())
}
