//! `cargo xtask bundle`: `dist/`, the schemas as others take them.

mod catalogue;
mod openapi;
#[cfg(test)]
mod tests;

use anyhow::Context as _;
use hookproof::{
    Catalog,
    catalog::Known,
    schema::{Draft, Level},
};
use serde_json::Value;

use crate::{
    folders::{embedded, project},
    plan::Plan,
};

const LEVELS: [Level; 2] = [Level::Documented, Level::Open];

/// Writes `dist/`, or asserts that it is what the schemas yield.
pub(crate) fn run(check: bool) -> anyhow::Result<()> {
    let plan = plan(&embedded()?)?;
    if check {
        return plan.check();
    }
    let written = plan.write()?;
    report(written, plan.files().len());
    Ok(())
}

#[expect(clippy::print_stdout, reason = "the one line that the command prints")]
fn report(written: usize, count: usize) {
    println!("{count} files in dist/, {written} of them brought up to date");
}

/// Everything in `dist/`.
fn plan(catalog: &Catalog) -> anyhow::Result<Plan> {
    let mut plan = Plan::new(project().join("dist"), "cargo xtask bundle");
    for known in catalog.events() {
        for (draft, level) in Draft::ALL.into_iter().flat_map(|draft| LEVELS.map(|level| (draft, level))) {
            plan.file(path(known, draft, level), text(&draft.of(known.schema(level)))?)?;
        }
    }
    for level in LEVELS {
        plan.file(format!("openapi{}.json", ending(level)), text(&openapi::document(catalog, level)?)?)?;
    }
    plan.file("catalog.json", text(&catalogue::catalogue(catalog))?)?;
    plan.file("catalog.schema.json", include_str!("catalog.schema.json"))?;
    Ok(plan)
}

/// Where a schema is, below `dist/`.
fn path(known: Known, draft: Draft, level: Level) -> String {
    format!("{}/{}{}.json", draft.as_str(), known.name(), ending(level))
}

fn ending(level: Level) -> &'static str {
    match level {
        Level::Documented => "",
        Level::Open => ".open",
    }
}

/// A text as `hookproof schema` prints it.
fn text(value: &Value) -> anyhow::Result<String> {
    Ok(serde_json::to_string_pretty(value).context("a file cannot be written as JSON")? + "\n")
}
