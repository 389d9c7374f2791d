//! What stands on lines of a provider's document: what to look at when its page has changed.

use std::{collections::BTreeMap, ops::RangeInclusive};

use anyhow::{anyhow, bail};
use hookproof::{catalog::Entry, lines};

use super::{Matrix, Stored};

/// The places, events, rules, errata and fixtures that stand on some of the lines, given as `<provider>:<lines>`.
pub(super) fn affected(matrix: &Matrix, stored: &Stored, asked: &str) -> anyhow::Result<String> {
    let (provider, lines) = asked.split_once(':').ok_or_else(|| anyhow!("write `PROVIDER:LINES`, not `{asked}`"))?;
    let Some(records) = matrix.records.iter().find(|records| records.entry.provider.id == provider) else {
        bail!("there is no provider `{provider}`");
    };
    let Some(wanted) = ranges(lines) else { bail!("`{lines}` are no lines: write `120-130` or `120, 125-130`") };
    let mut found = places(matrix, provider, &wanted);
    found.extend(recorded(records.entry, &wanted));
    for folder in stored.fixtures.folders.iter().filter(|folder| folder.provider == provider) {
        for (path, evidence) in &folder.cases.files {
            let lines = evidence.lines.as_deref().unwrap_or_default();
            if meet(lines, &wanted) {
                found.push(format!("fixtures/{}/{path}: lines {lines}", folder.name()));
            }
        }
    }
    if found.is_empty() {
        return Ok(format!("nothing stands on lines {lines} of {provider}\n"));
    }
    Ok(format!("{}\n", found.join("\n")))
}

/// The properties that are documented there, each place once, with the events that have it.
fn places(matrix: &Matrix, provider: &str, wanted: &[RangeInclusive<u32>]) -> Vec<String> {
    let mut places: BTreeMap<_, (String, Vec<&str>)> = BTreeMap::new();
    for event in matrix.events.iter().filter(|event| event.known.entry.provider.id == provider) {
        for property in &event.properties {
            let cited: Vec<String> = property
                .citations()
                .iter()
                .filter(|citation| meet(&citation.lines, wanted))
                .map(|citation| format!("lines {} ({})", citation.lines, citation.by.as_str()))
                .collect();
            if cited.is_empty() {
                continue;
            }
            let (_, events) = places.entry(&property.node.place).or_insert((cited.join(", "), Vec::new()));
            if !events.contains(&event.known.event.id.as_str()) {
                events.push(&event.known.event.id);
            }
        }
    }
    let line = |(place, (cited, events)): (_, (String, Vec<&str>))| {
        format!("schemas/{provider}/{place}: {cited}, in {}", events.join(", "))
    };
    places.into_iter().map(line).collect()
}

/// The events, rules, errata and names that are recorded from there.
fn recorded(entry: &Entry, wanted: &[RangeInclusive<u32>]) -> Vec<String> {
    let (id, provider) = (&entry.provider.id, &entry.provider);
    let mut found = Vec::new();
    let mut add = |file: &str, lines: &str, what: String| {
        if meet(lines, wanted) {
            found.push(format!("schemas/{id}/{file}: {what}: lines {lines}"));
        }
    };
    for event in &provider.events {
        add("provider.json", event.lines.as_deref().unwrap_or_default(), format!("event {}", event.id));
    }
    for rule in &provider.rules {
        add("provider.json", &rule.lines, format!("rule {}", rule.id));
    }
    for category in &provider.catalogue {
        for listed in category.events.iter().chain(&category.filters) {
            add("provider.json", &listed.lines, format!("`{}` of {}", listed.name, category.category));
        }
        for code in &category.codes {
            add("provider.json", &code.lines, format!("the code `{}`", code.code));
        }
    }
    for list in entry.templates().iter().flat_map(|templates| &templates.services).flat_map(|service| &service.lists) {
        for parameter in entry.parameters(list) {
            let lines: Vec<&str> = parameter.evidence.iter().map(|citation| citation.lines.as_str()).collect();
            add("templates.json", &lines.join(", "), format!("`${{{}}}` of {}", parameter.name, list.event));
        }
    }
    for erratum in entry.errata.iter() {
        let lines: Vec<&str> = erratum.stands.iter().map(|quote| quote.lines.as_str()).collect();
        add("errata.json", &lines.join(", "), format!("erratum {}", erratum.id));
    }
    found
}

/// Whether lines such as `44, 53-60` meet some others.
fn meet(lines: &str, wanted: &[RangeInclusive<u32>]) -> bool {
    let lines = ranges(lines).unwrap_or_default();
    lines.iter().any(|lines| wanted.iter().any(|wanted| lines::meet(lines, wanted)))
}

/// Lines and ranges of lines, all of them such.
fn ranges(text: &str) -> Option<Vec<RangeInclusive<u32>>> {
    lines::ranges(text).collect()
}
