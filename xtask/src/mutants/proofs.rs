//! Proofs that a changed schema accepts exactly what the unchanged one accepts.

use jsonschema::{
    PatternOptions,
    canonical::{CanonicalSchema, Satisfiability, options},
};
use serde_json::Value;

pub(crate) fn equivalent(one: &Value, other: &Value) -> Result<bool, String> {
    let one = canonical(one)?;
    let other = canonical(other)?;
    Ok(covers(&one, &other)? && covers(&other, &one)?)
}

fn canonical(schema: &Value) -> Result<CanonicalSchema, String> {
    let options = options()
        .with_draft(jsonschema::Draft::Draft202012)
        .should_validate_formats(false)
        .with_pattern_options(PatternOptions::regex());
    options.canonicalize(schema).map_err(|error| error.to_string())
}

fn covers(one: &CanonicalSchema, other: &CanonicalSchema) -> Result<bool, String> {
    let left = other.subtract(one).map_err(|error| error.to_string())?;
    Ok(left.satisfiability() == Satisfiability::No)
}
