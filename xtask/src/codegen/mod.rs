//! `cargo xtask codegen`: the typed events, made from the schemas.

mod docs;
mod files;
mod ir;
mod lower;
mod names;
mod rust;
#[cfg(test)]
mod tests;

use std::{collections::BTreeMap, path::Path};

use anyhow::{Context as _, anyhow, bail};
use hookproof::{
    Catalog,
    catalog::{Entry, Problem},
};

use rust::Index;

/// The first line of each generated file.
const HEADER: &str = "// Made by `cargo xtask codegen` from `schemas/`: change those, not this file.";

/// The files that are generated, by their names.
type Plan = BTreeMap<String, String>;

/// Writes the generated files, or checks that they are what they must be.
pub(crate) fn run(check: bool) -> anyhow::Result<()> {
    let catalog = Catalog::embedded().map_err(|problems| anyhow!(listed(&problems)))?;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src/generated");
    let plan = plan(&catalog)?;
    let stale = files::stale(&folder, &plan)?;
    if check {
        if !stale.is_empty() {
            bail!("out of date: {}\nrun `cargo xtask codegen` and commit the result", stale.join(", "));
        }
        return Ok(());
    }
    files::write(&folder, &plan)
}

/// What the files of `src/generated/` must be: this and the schemas decide it, and nothing else.
fn plan(catalog: &Catalog) -> anyhow::Result<Plan> {
    let mut plan = Plan::new();
    let mut modules = Vec::new();
    for entry in &catalog.entries {
        let module = lower::provider(entry)?;
        let text = rust::file(&module).with_context(|| format!("the module of {}", entry.provider.id))?;
        plan.insert(format!("{}.rs", module.name), text);
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
    plan.insert("mod.rs".to_owned(), rust::index(&modules)?);
    Ok(plan)
}

/// The name of a provider among all: as it writes itself, where its name ends with its id.
fn variant(entry: &Entry) -> String {
    let last = entry.provider.name.rsplit(' ').next().unwrap_or_default();
    if last.eq_ignore_ascii_case(&entry.provider.id) { last.to_owned() } else { names::camel(&entry.provider.id) }
}

fn listed(problems: &[Problem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}
