//! Drift as a table.

use std::io::{self, Write};

use hookproof::{
    drift::{Drift, Event, Found},
    pointer::Pointer,
    text::{escaped, shortened},
};

use crate::cli::{
    events::{BOLD, WIDTH},
    terminal::{counted, wrapped},
};

/// The kinds of drift, each with the rules that it is about; the last one is about all others.
const KINDS: [(&str, &[&str]); 4] = [
    ("undocumented members", &["additionalProperties"]),
    ("undocumented values", &["enum", "const"]),
    ("patterns that fail", &["pattern"]),
    ("other rules that fail", &[]),
];

pub(super) fn write(output: &mut impl Write, drift: &Drift) -> io::Result<()> {
    for (index, known) in drift.events().enumerate() {
        if index > 0 {
            writeln!(output)?;
        }
        event(output, known)?;
    }
    Ok(())
}

fn event(output: &mut impl Write, event: &Event) -> io::Result<()> {
    let name = event.known.name();
    writeln!(output, "{BOLD}{name}{BOLD:#}  {}, {} drift", counted(event.payloads(), "payload"), event.drift)?;
    let found = event.found();
    let mut rest: Vec<&Found> = found.iter().collect();
    for (heading, rules) in KINDS {
        let is_one = |found: &&&Found| rules.is_empty() || rules.contains(&found.allowed.rule.as_str());
        let (these, others): (Vec<&Found>, Vec<&Found>) = rest.iter().partition(|found| is_one(found));
        rest = others;
        let lines: Vec<[String; 4]> = these.iter().flat_map(|found| row(found)).collect();
        rows(output, heading, &lines)?;
    }
    let unseen = event.unseen();
    let members: Vec<String> = unseen.members.iter().map(shown).collect();
    listed(output, "documented members that were never seen", &members)?;
    let values = unseen.values.iter().map(|(pointer, values)| {
        let values: Vec<String> = values.iter().map(|value| shortened(&value.to_string())).collect();
        format!("{}: {}", shown(pointer), values.join(", "))
    });
    listed(output, "documented values that were never seen", &values.collect::<Vec<_>>())
}

/// What was found, in cells: the place, what is there, how often, an example.
fn row(found: &Found) -> Vec<[String; 4]> {
    let allowed = &found.allowed;
    let (payloads, _) = allowed.observed.unwrap_or_default();
    let count = counted(payloads, "payload");
    let place = allowed.member.iter().fold(allowed.pointer.clone(), |pointer, member| pointer.join(member));
    let place = shown(&place);
    let example = || found.examples.first().map(|example| example.text.clone()).unwrap_or_default();
    match allowed.rule.as_str() {
        "additionalProperties" => vec![[place, found.kinds.clone(), count, example()]],
        // Each value is a row of its own.
        "enum" | "const" if !found.examples.is_empty() => {
            let row = |example: &hookproof::drift::Example| {
                [place.clone(), example.text.clone(), counted(example.times, "time"), String::new()]
            };
            found.examples.iter().map(row).collect()
        }
        _ => vec![[place, found.message.clone(), count, example()]],
    }
}

fn rows(output: &mut impl Write, heading: &str, rows: &[[String; 4]]) -> io::Result<()> {
    // A cell that is longer than most pushes the others to the right: the table stays narrow.
    const MOST: [usize; 3] = [44, 40, 14];
    if rows.is_empty() {
        return Ok(());
    }
    writeln!(output, "  {heading}")?;
    let width = |column: usize| {
        let widths = rows.iter().map(|row| row[column].chars().count()).filter(|width| *width <= MOST[column]);
        widths.max().unwrap_or_default()
    };
    let [first, second, third] = [width(0), width(1), width(2)];
    for [place, what, count, example] in rows {
        let line = format!("    {place:first$}  {what:second$}  {count:third$}  {example}");
        writeln!(output, "{}", line.trim_end())?;
    }
    Ok(())
}

fn listed(output: &mut impl Write, heading: &str, items: &[String]) -> io::Result<()> {
    if items.is_empty() {
        return Ok(());
    }
    writeln!(output, "  {heading}")?;
    items.iter().flat_map(|item| wrapped(item, WIDTH - 4)).try_for_each(|line| writeln!(output, "    {line}"))
}

fn shown(pointer: &Pointer) -> String {
    if pointer.tokens().is_empty() { "/".to_owned() } else { escaped(&pointer.to_string()) }
}
