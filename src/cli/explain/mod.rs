//! `hookproof explain`: what an event or a member is, and where it is documented.

mod places;

use std::io::Write;

use anyhow::{anyhow, bail};
use hookproof::{
    Catalog,
    catalog::Known,
    lines::{meet, ranges},
    pointer::Pointer,
    provider::{Enforced, Rule},
    schema::{Citation, Member, Model, Node, Scalar, Shape, Text, words},
};

use self::places::{Place, find};
use super::{
    args::Explain,
    events::{BOLD, WIDTH, named},
    terminal::{counted, wrapped},
};

/// What is said of an event whose schema is not in the profile.
const PLAIN: &str = "plain schema, of which no members are known: `hookproof schema` prints it";

/// The width of the names at the left.
const LABEL: usize = 12;

pub(super) fn run(catalog: &Catalog, options: &Explain, color: anstream::ColorChoice) -> anyhow::Result<u8> {
    let known = named(catalog, &options.event)?;
    let mut output = anstream::AutoStream::new(std::io::stdout().lock(), color);
    match &options.pointer {
        None => event(&mut output, known)?,
        Some(pointer) => member(&mut output, known, pointer)?,
    }
    Ok(super::SUCCESS)
}

fn event(output: &mut impl Write, known: Known) -> anyhow::Result<()> {
    let provider = &known.entry.provider;
    writeln!(output, "{BOLD}{}{BOLD:#}  {}", known.name(), known.event.title)?;
    running(output, &known.event.trigger)?;
    let root = known.entry.model.root(&known.file());
    running(output, root.and_then(|root| root.notes.description.as_deref()).unwrap_or_default())?;
    if let Some(notice) = &provider.notice {
        running(output, notice)?;
    }
    writeln!(output)?;
    let lines = known.event.lines.as_ref().map_or_else(String::new, |lines| format!(", lines {lines}"));
    labelled(output, "documented", &format!("{}{lines}", provider.document.title))?;
    labelled(output, "", &provider.document.url)?;
    labelled(output, "recognised", &recognition(known))?;
    labelled(output, "variants", &known.event.variants.join(", "))?;
    match root {
        Some(root) => {
            writeln!(output, "\nMembers:")?;
            members(output, &known.entry.model, root, "")?;
        }
        None => labelled(output, "schema", PLAIN)?,
    }
    let concerns = |rule: &&Rule| rule.events.is_empty() || rule.events.contains(&known.event.id);
    let of = |is_it: fn(Enforced) -> bool| -> Vec<&Rule> {
        provider.rules.iter().filter(concerns).filter(|rule| is_it(rule.enforced)).collect()
    };
    let checked = of(|by| !matches!(by, Enforced::None | Enforced::Template));
    rules(output, "Rules that are checked:", &checked)?;
    let of_templates = of(|by| by == Enforced::Template);
    rules(output, "Rules that `hookproof template check` checks:", &of_templates)?;
    let unchecked = of(|by| by == Enforced::None);
    rules(output, "Rules that no schema states; they are never part of a verdict:", &unchecked)
}

fn recognition(known: Known) -> String {
    let recognition = &known.event.recognition;
    let quoted = |names: &[String]| names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>();
    let mut parts = Vec::new();
    if let Some(header) = &recognition.header {
        parts.push(format!("header `{}: {header}`", known.entry.provider.delivery.event_headers.join("` or `")));
    }
    parts.extend(known.keys.iter().map(|key| format!("`{}` is {}", key.pointer, words::or(&quoted(&key.values)))));
    for (names, text) in
        [(&recognition.present, "with"), (&recognition.absent, "without"), (&recognition.exactly, "exactly")]
    {
        if !names.is_empty() {
            parts.push(format!("{text} {}", quoted(names).join(", ")));
        }
    }
    if !recognition.any_of.is_empty() {
        parts.push(format!("with {}", words::or(&quoted(&recognition.any_of))));
    }
    parts.join("; ")
}

/// Every member below a node, one a line.
fn members(output: &mut impl Write, model: &Model, node: &Node, path: &str) -> anyhow::Result<()> {
    match &model.resolved(node).shape {
        Shape::Object(object) => {
            for member in &object.members {
                let below = format!("{path}/{}", member.name);
                if !matches!(member.node.shape, Shape::Selected) {
                    let optional = match member {
                        Member { added: true, .. } => ", not documented: a pack adds it",
                        Member { required: true, .. } => "",
                        _ => ", not always there",
                    };
                    writeln!(output, "  {below}  {}{optional}", kind(model, &member.node))?;
                }
                members(output, model, &member.node, &below)?;
            }
        }
        Shape::Array(array) => members(output, model, &array.items, &format!("{path}/*"))?,
        Shape::Union(union) => {
            let member = &union.discriminator;
            writeln!(output, "  {path}/{}  {}, selects the form", member.name, kind(model, &member.node))?;
            for form in &union.forms {
                writeln!(output, "  {path}{}:", words::selected(union, form))?;
                members(output, model, model.definition(&form.target), path)?;
            }
        }
        _ => {}
    }
    Ok(())
}

fn rules(output: &mut impl Write, heading: &str, rules: &[&Rule]) -> anyhow::Result<()> {
    if !rules.is_empty() {
        writeln!(output, "\n{heading}")?;
    }
    for rule in rules {
        labelled(output, &rule.id, &format!("{} (lines {}, {})", rule.statement, rule.lines, rule.by.as_str()))?;
    }
    Ok(())
}

fn member(output: &mut impl Write, known: Known, text: &str) -> anyhow::Result<()> {
    let pointer = Pointer::parse(text).map_err(|problem| anyhow!(problem))?;
    if pointer.tokens().is_empty() {
        return event(output, known);
    }
    if known.is_plain() {
        bail!("{} has a {PLAIN}", known.name());
    }
    let model = &known.entry.model;
    let mut places = Vec::new();
    find(model, known.root(), pointer.tokens(), String::new(), &mut Vec::new(), &mut places);
    if places.is_empty() {
        bail!("{} documents nothing at `{text}`: `hookproof explain {}` lists its members", known.name(), known.name());
    }
    writeln!(output, "{BOLD}{} {pointer}{BOLD:#}", known.name())?;
    for (index, place) in places.iter().enumerate() {
        if index > 0 {
            writeln!(output)?;
        }
        describe(output, known, place)?;
    }
    if let Some(notice) = &known.entry.provider.notice {
        writeln!(output)?;
        running(output, notice)?;
    }
    Ok(())
}

fn describe(output: &mut impl Write, known: Known, place: &Place) -> anyhow::Result<()> {
    let model = &known.entry.model;
    let meant = model.resolved(place.node);
    let own = &place.node.notes;
    if let Some(description) = own.description.as_ref().or(meant.notes.description.as_ref()) {
        running(output, description)?;
    }
    labelled(output, "type", &format!("{}, {}", kind(model, place.node), place.presence))?;
    match &meant.shape {
        Shape::Text(text) => limits(output, text)?,
        Shape::Integer(integer) => {
            if let Some(values) = &integer.values {
                labelled(output, "must be", &words::one_of(values))?;
            }
            let limit = |word: &str, limit: Option<i64>| limit.map(|limit| format!("{word} {limit}"));
            let limits = [limit("at least", integer.minimum), limit("at most", integer.maximum)];
            labelled(output, "must be", &limits.into_iter().flatten().collect::<Vec<_>>().join(", "))?;
        }
        _ => {}
    }
    let examples = own.examples.iter().chain(&meant.notes.examples).map(ToString::to_string);
    labelled(output, "for example", &examples.collect::<Vec<_>>().join(", "))?;
    for (sentence, rule) in &place.conditions {
        let rule = rule.map_or_else(String::new, |rule| format!(" ({rule})"));
        labelled(output, "condition", &format!("{sentence}{rule}"))?;
    }
    for seen in
        own.observed.iter().chain(if std::ptr::eq(place.node, meant) { &[] } else { meant.notes.observed.as_slice() })
    {
        let times = counted(seen.times, "time");
        labelled(
            output,
            "observed",
            &format!("breaks `{}` {times} in {}", seen.rule, counted(seen.payloads, "payload")),
        )?;
    }
    let evidence: Vec<&Citation> = own
        .evidence
        .iter()
        .chain(if std::ptr::eq(place.node, meant) { &[] } else { meant.notes.evidence.as_slice() })
        .collect();
    for citation in &evidence {
        let text = format!("{}, line {} ({})", citation.section, citation.lines, citation.by.as_str());
        labelled(output, "documented", &text)?;
    }
    for erratum in known.entry.errata.iter() {
        if erratum
            .stands
            .iter()
            .any(|quote| evidence.iter().any(|citation| share_a_line(&citation.lines, &quote.lines)))
        {
            labelled(output, &erratum.id, &format!("{} {}", erratum.problem, erratum.decision))?;
        }
    }
    labelled(output, "schema", &format!("{}/{}", known.entry.provider.id, place.node.place))
}

fn limits(output: &mut impl Write, text: &Text) -> anyhow::Result<()> {
    if let Some(values) = &text.values {
        let empty = |value: &Scalar| *value == Scalar::Text(String::new());
        let words = if values.list.iter().any(empty) { "empty".to_owned() } else { words::one_of(values) };
        labelled(output, "must be", &words)?;
    }
    if let Some(pattern) = &text.pattern {
        labelled(output, "must be", &pattern.expected)?;
        writeln!(output, "  {:LABEL$}{}", "pattern", pattern.regex)?;
    }
    let limit = |word: &str, limit: Option<u64>| limit.map(|limit| format!("{word} {limit} characters"));
    let limits = [limit("at least", text.min_length), limit("at most", text.max_length)];
    labelled(output, "must have", &limits.into_iter().flatten().collect::<Vec<_>>().join(", "))
}

fn kind(model: &Model, node: &Node) -> String {
    let meant = model.resolved(node);
    let nullable = if meant.nullable { " or null" } else { "" };
    format!("{}{nullable}", meant.shape.noun())
}

fn running(output: &mut impl Write, text: &str) -> anyhow::Result<()> {
    for line in wrapped(text, WIDTH - 2).iter().filter(|line| !line.is_empty()) {
        writeln!(output, "  {line}")?;
    }
    Ok(())
}

/// A name and what is said of it; nothing where nothing is.
fn labelled(output: &mut impl Write, label: &str, text: &str) -> anyhow::Result<()> {
    let mut label = label;
    for line in wrapped(text, WIDTH - LABEL - 2).iter().filter(|line| !line.is_empty()) {
        writeln!(output, "  {label:LABEL$}{line}")?;
        label = "";
    }
    Ok(())
}

/// Whether two lists of lines and ranges have a line in common.
fn share_a_line(one: &str, other: &str) -> bool {
    ranges(one).flatten().any(|range| ranges(other).flatten().any(|other| meet(&range, &other)))
}
