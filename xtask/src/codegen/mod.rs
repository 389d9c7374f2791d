//! `cargo xtask codegen`: the typed events, made from the schemas.
//!
//! | in the schema | in Rust |
//! |---|---|
//! | an object | a struct; what is inside of it in a module of its name; undocumented members in `extra` |
//! | a definition | one type, whoever refers to it |
//! | a discriminator with one value, a required null | no field: checked on reading, written on writing |
//! | a discriminator with several values | a closed enumeration |
//! | other values | an open one, with `Other` |
//! | a union | an enumeration of its forms, selected by the discriminator wherever it stands |
//! | a condition on a value | the members that depend on it stand in the variants of that value |
//! | a condition on a member's being there | an enumeration of both cases |
//! | a hash, a ref, a time | `Revision`, `RefName`, `Time`: any text, with methods for the checked form |

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
