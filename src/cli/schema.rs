//! `hookproof schema`: an event's schema as one self-contained file.

use std::io::Write as _;

use anyhow::Context as _;
use hookproof::{
    Catalog,
    schema::{Draft, Level},
};

use super::args::Schema;

pub(super) fn run(catalog: &Catalog, options: &Schema) -> anyhow::Result<u8> {
    let known = super::events::named(catalog, &options.event)?;
    let level = if options.open { Level::Open } else { Level::Documented };
    let text = serde_json::to_string_pretty(&Draft::from(options.draft).of(known.schema(level)))
        .context("the schema cannot be written")?;
    writeln!(std::io::stdout().lock(), "{text}")?;
    Ok(super::SUCCESS)
}
