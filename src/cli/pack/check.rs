//! `hookproof pack check`: whether a pack can be relied on.

use std::{fs, io::Write as _, path::Path};

use anyhow::Context as _;
use hookproof::{
    Delivery, Judge, Verdict,
    catalog::{EMBEDDED, Entry, Known as Event},
    document::Document,
    generate::Generator,
    pointer::Pointer,
    text::line_column,
};

use super::fixtures;
use crate::cli::{
    FAILURE, SUCCESS,
    packs::{Added, Known},
    terminal::{complain, counted, line, note},
};

/// So many payloads are made of each schema, to see that it accepts some and that they are recognised.
const MADE: u64 = 20;

pub(super) fn run(known: Known, pack: &Path) -> anyhow::Result<u8> {
    let added = known.added.last().cloned().unwrap_or_default();
    let judge = known.judge()?;
    let mut problems = files(pack, &added)?;
    let mut output = std::io::stdout().lock();
    let fixtures = fixtures::run(&judge, pack)?;
    for provider in &added.providers {
        let Some(entry) = judge.catalog().provider(provider) else { continue };
        for event in entry.events() {
            problems.extend(
                made(&judge, event).map(|problem| format!("{}/{provider}/{}: {problem}", shown(pack), event.file())),
            );
            let of_event = fixtures.count.get(&event.name()).copied().unwrap_or_default();
            writeln!(output, "{}: {}", event.name(), counted(of_event, "fixture"))?;
            if event.is_plain() {
                note(&format!(
                    "{} has a plain schema: its payloads are valid or invalid and never drift; there is no open schema, and no payloads are made from it",
                    event.name()
                ));
            }
        }
    }
    for name in &added.extended {
        let of_event = fixtures.count.get(name).copied().unwrap_or_default();
        writeln!(output, "{name}: extended, {}", counted(of_event, "fixture"))?;
    }
    output.flush()?;
    if fixtures.count.values().sum::<u64>() == 0 {
        note(&format!("{} has no fixtures: nothing shows that its schemas mean what they should", shown(pack)));
    }
    problems.extend(fixtures.problems);
    for problem in &problems {
        complain(problem);
    }
    let events = added.extended.len() as u64
        + added.providers.iter().filter_map(|id| judge.catalog().provider(id)).flat_map(Entry::events).count() as u64;
    line(&format!(
        "{}, {}: {}",
        counted(events, "event"),
        counted(fixtures.count.values().sum(), "fixture"),
        if problems.is_empty() { "all is well".to_owned() } else { counted(problems.len() as u64, "problem") }
    ));
    Ok(if problems.is_empty() { SUCCESS } else { FAILURE })
}

/// What is wrong with the files that have schemas of their own.
fn files(pack: &Path, added: &Added) -> anyhow::Result<Vec<String>> {
    let providers = added.providers.iter().map(|id| (format!("{id}/provider.json"), "provider.schema.json"));
    let extensions = added.extended.iter().map(|event| (format!("{event}.extension.json"), "extension.schema.json"));
    let mut problems = Vec::new();
    for (name, schema) in providers.chain(extensions) {
        let path = pack.join(&name);
        let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        let Ok(document) = Document::read(text.as_bytes()) else {
            problems.push(format!("{}/{name}: two parsers can read it differently", shown(pack)));
            continue;
        };
        let (_, schema) = EMBEDDED.iter().find(|(path, _)| *path == schema).context("the schema is embedded")?;
        let schema = serde_json::from_str(schema).context("the schema is JSON")?;
        let validator = jsonschema::validator_for(&schema).map_err(|error| anyhow::anyhow!("{error}"))?;
        for error in validator.iter_errors(&serde_json::Value::from(&document.root)) {
            let pointer = Pointer::parse(error.instance_path().as_str()).unwrap_or_default();
            let (line, column) = line_column(text.as_bytes(), document.root.offset_of(&pointer));
            problems.push(format!("{}/{name}:{line}:{column}: {pointer}: {error}", shown(pack)));
        }
    }
    Ok(problems)
}

/// Why payloads cannot be made of an event's schema, or are not recognised.
fn made(judge: &Judge, event: Event) -> Option<String> {
    if event.is_plain() {
        return None;
    }
    let generator = match Generator::new(event) {
        Ok(generator) => generator,
        Err(unsupported) => return Some(unsupported.reason),
    };
    (0..MADE).find_map(|seed| {
        let body = generator.payload(seed).to_string();
        let mut delivery = Delivery::new(body.as_bytes());
        let recognition = &event.event.recognition;
        if let (Some(value), Some(name)) = (&recognition.header, event.entry.provider.delivery.event_headers.first()) {
            delivery = delivery.header(name, value);
        }
        let report = judge.check(&delivery);
        let of = report.event.as_deref() == Some(event.event.id.as_str())
            && report.provider.as_ref() == Some(&event.entry.provider.id);
        // A payload that is too large for its provider is no fault of the schema.
        let is_well = of && matches!(report.verdict, Verdict::Valid | Verdict::Malformed);
        (!is_well).then(|| match &report.reason {
            Some(reason) => format!("a payload that its schema accepts is not recognised: {reason}"),
            None => format!("a payload that its schema accepts is taken for {}", fixtures::with_event(&report)),
        })
    })
}

fn shown(pack: &Path) -> String {
    let shown = pack.display().to_string();
    shown.trim_end_matches('/').to_owned()
}
