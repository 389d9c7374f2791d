//! The payloads that shall notice a changed schema, with what the unchanged one says of them.

use std::collections::BTreeMap;

use anyhow::{Context as _, anyhow};
use hookproof::{Catalog, catalog::Known, document::Document, generate::Generator, schema::Level};
use jsonschema::{PatternOptions, Validator};
use serde_json::Value;

use crate::fixtures::cases;

/// The levels that a payload is judged by.
pub(crate) const LEVELS: [Level; 2] = [Level::Documented, Level::Open];

/// So many payloads of an event are drawn at random.
const DRAWN: u64 = 40;

/// A payload and whether the documented and the open schema accept it.
#[derive(Debug)]
pub(crate) struct Judged {
    pub(crate) payload: Value,
    pub(crate) accepted: [bool; 2],
}

/// The payloads of an event.
#[derive(Debug)]
pub(crate) struct Suite<'c> {
    pub(crate) known: Known<'c>,
    /// Files and rows of `fixtures/`.
    pub(crate) fixtures: Vec<Judged>,
    pub(crate) generated: Vec<Judged>,
}

/// The payloads of every event.
pub(crate) fn suites(catalog: &Catalog) -> anyhow::Result<Vec<Suite<'_>>> {
    let mut bodies: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for case in cases().into_iter().filter(|case| !case.is_request && Document::read(&case.bytes).is_ok()) {
        let name = format!("{}/{}", case.provider, case.event);
        bodies.entry(name).or_default().push(serde_json::from_slice(&case.bytes).with_context(|| case.name.clone())?);
    }
    let fixtures = |known: Known| bodies.remove(&known.name()).unwrap_or_default();
    let suites = catalog.events().zip(catalog.events().map(fixtures));
    suites.map(|(known, fixtures)| suite(known, fixtures).with_context(|| known.name())).collect()
}

fn suite(known: Known<'_>, fixtures: Vec<Value>) -> anyhow::Result<Suite<'_>> {
    let validators: Vec<Validator> =
        LEVELS.iter().map(|level| compiled(&known.schema(*level))).collect::<Result<_, _>>()?;
    let judged = |payload: Value| {
        let accepted = [validators[0].is_valid(&payload), validators[1].is_valid(&payload)];
        Judged { payload, accepted }
    };
    let generator = Generator::new(known).map_err(|unsupported| anyhow!("{unsupported}"))?;
    let broken = generator.broken();
    let faults = (0..broken.breakable().len()).map(|index| broken.payload(index, 0).payload);
    let drawn = (0..DRAWN).map(|seed| generator.payload(seed));
    let generated = generator.covering().payloads.into_iter().chain(drawn).chain(faults).map(&judged).collect();
    Ok(Suite { known, fixtures: fixtures.into_iter().map(&judged).collect(), generated })
}

/// A schema as the judge compiles it.
pub(crate) fn compiled(schema: &Value) -> anyhow::Result<Validator> {
    let options =
        jsonschema::draft202012::options().should_validate_formats(false).with_pattern_options(PatternOptions::regex());
    options.build(schema).map_err(|error| anyhow!("{error}"))
}
