//! `hookproof events`: who is known, and what they send.

use std::io::Write;

use anyhow::bail;
use clap::builder::styling::Style;
use hookproof::{
    Catalog,
    catalog::{Entry, Known},
};

use super::{args::Events, terminal::wrapped};

/// How names stand out.
pub(super) const BOLD: Style = Style::new().bold();

/// The width of running text.
pub(super) const WIDTH: usize = 100;

pub(super) fn run(catalog: &Catalog, options: &Events, color: anstream::ColorChoice) -> anyhow::Result<u8> {
    let entries: Vec<&Entry> = match &options.provider {
        None => catalog.entries.iter().collect(),
        Some(id) => match catalog.provider(id) {
            Some(entry) => vec![entry],
            None => bail!("there is no provider `{id}`: `hookproof events` lists them"),
        },
    };
    let mut output = anstream::AutoStream::new(std::io::stdout().lock(), color);
    for (index, entry) in entries.iter().enumerate() {
        if index > 0 {
            writeln!(output)?;
        }
        provider(&mut output, entry, options.provider.is_some())?;
    }
    Ok(super::SUCCESS)
}

/// The event that a name means: provider and event, joined by `/`.
pub(super) fn named<'c>(catalog: &'c Catalog, name: &str) -> anyhow::Result<Known<'c>> {
    if let Some(known) = catalog.event(name) {
        return Ok(known);
    }
    let alike: Vec<String> =
        catalog.events().map(|known| known.name()).filter(|known| known.ends_with(&format!("/{name}"))).collect();
    if alike.is_empty() {
        bail!("there is no event `{name}`: `hookproof events` lists them");
    }
    bail!("there is no event `{name}`: do you mean {}?", alike.join(" or "));
}

fn provider(output: &mut impl Write, entry: &Entry, listed: bool) -> anyhow::Result<()> {
    let provider = &entry.provider;
    writeln!(output, "{BOLD}{}{BOLD:#}  {}", provider.id, provider.name)?;
    let updated = provider.document.updated.as_ref().map_or_else(String::new, |date| format!(", updated {date}"));
    writeln!(output, "  {}{updated}\n  {}", provider.document.title, provider.document.url)?;
    for line in provider.notice.iter().flat_map(|notice| wrapped(notice, WIDTH - 8)) {
        writeln!(output, "  {line}")?;
    }
    let names: Vec<String> = entry.events().map(|known| known.name()).collect();
    let width = names.iter().map(String::len).max().unwrap_or_default();
    for (name, known) in names.iter().zip(entry.events()) {
        writeln!(output, "    {name:width$}  {}", known.event.title)?;
    }
    if listed {
        deliveries(output, entry)?;
        catalogue(output, entry)?;
    } else if !provider.catalogue.is_empty() {
        let count: usize = provider.catalogue.iter().map(|category| category.events.len()).sum();
        writeln!(output, "  The document lists {count} events by name: `hookproof events {}`", provider.id)?;
    }
    Ok(())
}

/// How the deliveries travel.
fn deliveries(output: &mut impl Write, entry: &Entry) -> anyhow::Result<()> {
    let delivery = &entry.provider.delivery;
    let named = |names: &[String]| (!names.is_empty()).then(|| names.join(", "));
    let signature = delivery.signature.as_ref();
    let facts = [
        ("content types", named(&delivery.content_types)),
        ("form field", delivery.form_field.clone()),
        ("event header", named(&delivery.event_headers)),
        ("secret header", named(&delivery.secret_headers)),
        ("size", delivery.max_bytes.map(|bytes| format!("at most {bytes} bytes"))),
        ("signature", signature.map(|signature| format!("{}: {}", signature.header, signature.description))),
    ];
    writeln!(output, "\n  Deliveries")?;
    for (label, fact) in facts {
        for (index, line) in fact.iter().flat_map(|fact| wrapped(fact, WIDTH - 20)).enumerate() {
            writeln!(output, "    {:14}  {line}", if index == 0 { label } else { "" })?;
        }
    }
    Ok(())
}

/// The events that the document lists by name, with the payloads that carry them.
fn catalogue(output: &mut impl Write, entry: &Entry) -> anyhow::Result<()> {
    for category in &entry.provider.catalogue {
        let names: Vec<&str> = category.payloads.iter().map(String::as_str).collect();
        writeln!(
            output,
            "\n  {}: {} ({}, table {})",
            category.service,
            category.category,
            names.join(", "),
            category.table
        )?;
        for event in &category.events {
            writeln!(output, "    {}", event.name)?;
        }
        for filter in &category.filters {
            writeln!(output, "    filter: {}", filter.name)?;
        }
        for code in &category.codes {
            writeln!(output, "    {} = \"{}\"", code.code, code.name)?;
        }
    }
    Ok(())
}
