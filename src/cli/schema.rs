//! `hookproof schema`: an event's schema as one self-contained file.

use std::io::Write as _;

use anyhow::{Context as _, bail};
use hookproof::{
    Catalog,
    schema::{Draft, Level},
};

use super::args::Schema;

pub(super) fn run(catalog: &Catalog, options: &Schema) -> anyhow::Result<u8> {
    let known = super::events::named(catalog, &options.event)?;
    if known.is_plain() && options.open {
        bail!("{} has a plain schema: the open schema is computed from schemas in the profile only", known.name());
    }
    let level = if options.open { Level::Open } else { Level::Documented };
    let text = serde_json::to_string_pretty(&Draft::from(options.draft).of(known.schema(level)))
        .context("the schema cannot be written")?;
    writeln!(std::io::stdout().lock(), "{text}")?;
    Ok(super::SUCCESS)
}
