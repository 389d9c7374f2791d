//! `cargo xtask codegen`: the typed events, made from the schemas.

mod docs;
mod ir;
mod lower;
mod names;
mod rust;
#[cfg(test)]
mod tests;

use anyhow::{Context as _, bail};
use hookproof::{Catalog, catalog::Entry};

use crate::{
    folders::{embedded, project},
    output::print,
    plan::Plan,
};
use rust::Index;

/// The first line of each generated file.
const HEADER: &str = "// Made by `cargo xtask codegen` from `schemas/`: change those, not this file.";

/// Writes the generated files, or checks that they are what they must be.
pub(crate) fn run(check: bool) -> anyhow::Result<()> {
    let plan = plan(&embedded()?)?;
    if check {
        return plan.check();
    }
    let (written, count) = (plan.write()?, plan.files().len());
    Ok(print(&format!("{count} files in src/generated/, {written} of them brought up to date\n"))?)
}

/// What the files of `src/generated/` must be: this and the schemas decide it, and nothing else.
fn plan(catalog: &Catalog) -> anyhow::Result<Plan> {
    let mut plan = Plan::new(project().join("src/generated"), "cargo xtask codegen");
    let mut modules = Vec::new();
    for entry in &catalog.entries {
        let module = lower::provider(entry)?;
        let text = rust::file(&module).with_context(|| format!("the module of {}", entry.provider.id))?;
        plan.file(format!("{}.rs", module.name), text)?;
        modules.push(Index {
            id: entry.provider.id.clone(),
            variant: variant(entry),
            module: module.name,
            name: entry.provider.name.clone(),
        });
    }
    if modules.is_empty() {
        bail!("there are no schemas");
    }
    plan.file("mod.rs", rust::index(&modules)?)?;
    Ok(plan)
}

/// The name of a provider among all: as it writes itself, where its name ends with its id.
fn variant(entry: &Entry) -> String {
    let last = entry.provider.name.rsplit(' ').next().unwrap_or_default();
    if last.eq_ignore_ascii_case(&entry.provider.id) { last.to_owned() } else { names::camel(&entry.provider.id) }
}
