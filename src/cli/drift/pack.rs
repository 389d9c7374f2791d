//! The pack that allows what was seen.

use std::path::Path;

use hookproof::drift::Drift;
use serde_json::{Value, json};

use crate::cli::{
    folder,
    terminal::{counted, note},
};

/// What stands beside the extensions of a pack.
const README: &str = include_str!("../../../templates/drift/README.md");

pub(super) fn write(folder: &Path, drift: &Drift) -> anyhow::Result<()> {
    let mut files = Vec::new();
    let mut entries = 0;
    for event in drift.events() {
        let Some(extension) = event.extension() else { continue };
        entries += extension.allowed.len() as u64;
        let name = event.known.name();
        let count = counted(event.payloads(), "payload");
        let mut text = json!({ "description": format!("What {count} of {name} had that its document does not.") });
        if let (Value::Object(text), Value::Object(allowed)) = (&mut text, extension.to_json()) {
            text.extend(allowed);
        }
        files.push((format!("{name}.extension.json"), format!("{}\n", lines(&text, 0))));
    }
    let shown = folder.display();
    if files.is_empty() {
        note(&format!("there is nothing to allow: {shown} is not written"));
        return Ok(());
    }
    let events = files.len() as u64;
    files.push(("README.md".to_owned(), README.to_owned()));
    folder::write(folder, &files)?;
    note(&format!(
        "{shown} allows {} of {}: use it with `--pack {shown}`",
        counted(entries, "thing"),
        counted(events, "event")
    ));
    Ok(())
}

/// JSON text with what fits on one line on one line, so that a change of the pack is read at a glance.
fn lines(value: &Value, indent: usize) -> String {
    const WIDTH: usize = 110;
    let short = spaced(value);
    if short.len() + indent <= WIDTH {
        return short;
    }
    let (inner, outer) = (" ".repeat(indent + 2), " ".repeat(indent));
    let (open, close, parts): (_, _, Vec<String>) = match value {
        Value::Object(members) => {
            let member = |(name, below): (&String, &Value)| {
                format!("{}: {}", Value::from(name.as_str()), lines(below, indent + 2))
            };
            ("{", "}", members.iter().map(member).collect())
        }
        Value::Array(items) => ("[", "]", items.iter().map(|item| lines(item, indent + 2)).collect()),
        _ => return short,
    };
    let parts: Vec<String> = parts.into_iter().map(|part| format!("{inner}{part}")).collect();
    format!("{open}\n{}\n{outer}{close}", parts.join(",\n"))
}

fn spaced(value: &Value) -> String {
    match value {
        Value::Object(members) => {
            let members =
                members.iter().map(|(name, below)| format!("{}: {}", Value::from(name.as_str()), spaced(below)));
            format!("{{{}}}", members.collect::<Vec<_>>().join(", "))
        }
        Value::Array(items) => format!("[{}]", items.iter().map(spaced).collect::<Vec<_>>().join(", ")),
        other => other.to_string(),
    }
}
