//! The whole matrix of an event: each property with its evidence, what is demanded of it, and the cases.

use std::fmt::Write as _;

use super::{
    event::{Allowed, Demanded, Event},
    goals::Freedom,
    properties::Property,
    way::Way,
};

/// The matrix of an event, property by property.
pub(super) fn of(event: &Event) -> String {
    let mut text = format!("{}: {}\n", event.known.name(), event.known.event.title);
    let owners: Vec<usize> = event.demands.iter().map(|demand| owner(event, &subject(demand))).collect();
    let homes: Vec<usize> = event.freedoms.iter().map(|freedom| owner(event, &home(freedom))).collect();
    for (index, property) in event.properties.iter().enumerate() {
        head(event, property, &mut text);
        let owned = event.demands.iter().zip(&owners).filter(|(_, owner)| **owner == index);
        owned.for_each(|(demand, _)| demanded(demand, &mut text));
        let owned = event.freedoms.iter().zip(&homes).filter(|(_, home)| **home == index);
        owned.for_each(|(freedom, _)| allowed(freedom, &mut text));
    }
    text
}

fn head(event: &Event, property: &Property, text: &mut String) {
    let presence = if property.required { "always there" } else { "not always there" };
    let _ = write!(text, "\n{}  {}, {presence}\n", property.way, property.noun);
    let _ = writeln!(text, "  schema      schemas/{}/{}", event.known.entry.provider.id, property.node.place);
    for citation in property.citations() {
        let _ =
            writeln!(text, "  documented  {}, lines {} ({})", citation.section, citation.lines, citation.by.as_str());
    }
}

fn demanded(demand: &Demanded, text: &mut String) {
    let constraint = &demand.constraint;
    let rule = constraint.condition.as_ref().and_then(|under| under.condition.rule.as_ref());
    let rule = rule.map_or_else(String::new, |rule| format!(" ({rule})"));
    let _ = writeln!(text, "  {}{rule}  {}", demand.title(), constraint.keyword);
    for fault in &demand.faults {
        let _ = writeln!(text, "    {}: {}", fault.case, fault.message);
    }
    if let Some(reason) = &demand.beyond_reach {
        let _ = writeln!(text, "    beyond reach: {reason}");
    } else if demand.faults.is_empty() {
        text.push_str("    no case breaks it\n");
    }
}

fn allowed(freedom: &Allowed, text: &mut String) {
    let _ = write!(text, "  {}\n    ", freedom.goal.freedom);
    let _ = match (freedom.cases.first(), &freedom.beyond_reach) {
        (_, Some(reason)) => writeln!(text, "beyond reach: {reason}"),
        (None, None) => writeln!(text, "no valid case shows it"),
        (Some(first), None) if freedom.cases.len() == 1 => writeln!(text, "{first}"),
        (Some(first), None) => writeln!(text, "{first} and {} more", freedom.cases.len() - 1),
    };
}

/// The property that a constraint is about.
fn subject(demand: &Demanded) -> Way {
    let way = Way::of(&demand.constraint);
    match demand.constraint.demand.member() {
        Some(member) if demand.constraint.demand.rule() == "required" => way.join(member),
        _ => way,
    }
}

/// The property that a freedom is about.
fn home(freedom: &Allowed) -> Way {
    match &freedom.goal.freedom {
        Freedom::With(member) | Freedom::Without(member) => freedom.goal.way.join(member),
        _ => freedom.goal.way.clone(),
    }
}

/// The property at the end of a way; for the items of a list, the list.
fn owner(event: &Event, way: &Way) -> usize {
    let names = way.path.tokens().iter().rposition(|token| token != "*").map_or(0, |last| last + 1);
    let path = way.path.above(way.path.tokens().len() - names);
    let is_on_it = |forms: &[String]| forms.starts_with(&way.forms) || way.forms.starts_with(forms);
    event
        .properties
        .iter()
        .position(|property| property.way.path == path && is_on_it(&property.way.forms))
        .unwrap_or_default()
}
