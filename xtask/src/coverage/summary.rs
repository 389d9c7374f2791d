//! The matrix as tables: a row for each event, and one for each provider.

use std::collections::BTreeSet;

use hookproof::{
    provider::{Enforced, Evidence, Rule},
    schema::Citation,
};

use super::{
    Matrix,
    event::Event,
    records::{Named, Records},
};
use crate::output::table;

const FACTS: [&str; 7] = ["event", "properties", "documented", "example", "table", "prose", "inference"];

const CASES: [&str; 11] = [
    "event",
    "cases",
    "constraints",
    "broken",
    "beyond reach",
    "freedoms",
    "shown",
    "beyond reach",
    "variants",
    "shown",
    "rules",
];

const RECORDS: [&str; 10] =
    ["provider", "files", "definitions", "errata", "shown", "reasoned", "rules", "enforced", "recorded", "shown"];

const PARAMETERS: [&str; 5] = ["list", "parameters", "documented", "named", "templates"];

/// The whole matrix, in short.
pub(super) fn of(matrix: &Matrix) -> String {
    let mut text = String::from("Properties, and what in the document speaks of them\n\n");
    text.push_str(&table(&rows(FACTS, matrix.events.iter().map(facts))));
    text.push_str("\nConstraints that a case breaks, freedoms that a valid case shows\n\n");
    text.push_str(&table(&rows(CASES, matrix.events.iter().map(|event| cases(event, &matrix.records)))));
    text.push_str("\nWhat is recorded beside the schemas\n\n");
    text.push_str(&table(&rows(RECORDS, matrix.records.iter().map(recorded))));
    text.push_str("\nParameters of templates, and the templates that name them\n\n");
    let lists = matrix.records.iter().flat_map(|records| records.templates.rows());
    text.push_str(&table(&rows(PARAMETERS, lists)));
    if matrix.gaps.is_empty() {
        text.push_str("\nNothing is missing, and nothing is unused.\n");
    }
    text
}

/// A heading, the rows, and their sums.
fn rows<const N: usize>(heading: [&str; N], rows: impl Iterator<Item = (String, Vec<usize>)>) -> Vec<Vec<String>> {
    let mut table = vec![heading.map(str::to_owned).to_vec()];
    let mut sums = vec![0; N - 1];
    for (name, counts) in rows {
        sums.iter_mut().zip(&counts).for_each(|(sum, count)| *sum += count);
        table.push([name].into_iter().chain(counts.iter().map(usize::to_string)).collect());
    }
    table.push(["all".to_owned()].into_iter().chain(sums.iter().map(usize::to_string)).collect());
    table
}

fn facts(event: &Event) -> (String, Vec<usize>) {
    let cited = |by: &dyn Fn(&Citation) -> bool| {
        event.properties.iter().filter(|property| property.citations().iter().any(by)).count()
    };
    let kinds = [Evidence::Example, Evidence::Table, Evidence::Prose, Evidence::Inference];
    let kinds = kinds.map(|kind| cited(&|citation| citation.by == kind));
    let counts = [event.properties.len(), cited(&|_| true)].into_iter().chain(kinds);
    (event.known.name(), counts.collect())
}

fn cases(event: &Event, records: &[Records]) -> (String, Vec<usize>) {
    let id = &event.known.event.id;
    let records = records.iter().find(|records| std::ptr::eq(records.entry, event.known.entry));
    let named = |named: &&Vec<Named>| named.iter().any(|case| case.event == *id);
    let counts = vec![
        event.cases,
        event.demands.len(),
        event.demands.iter().filter(|demand| !demand.faults.is_empty()).count(),
        event.demands.iter().filter(|demand| demand.beyond_reach.is_some()).count(),
        event.freedoms.len(),
        event.freedoms.iter().filter(|freedom| !freedom.cases.is_empty()).count(),
        event.freedoms.iter().filter(|freedom| freedom.beyond_reach.is_some()).count(),
        event.known.event.variants.len(),
        records.and_then(|records| records.variants.get(id)).map_or(0, BTreeSet::len),
        records.map_or(0, |records| records.rules.values().filter(named).count()),
    ];
    (event.known.name(), counts)
}

fn recorded(records: &Records) -> (String, Vec<usize>) {
    let (provider, files) = (&records.entry.provider, &records.entry.model.files);
    let recorded = provider.rules.iter().filter(|rule| rule.enforced == Enforced::None).count();
    let is_broken = |rule: &&Rule| records.templates.broken.contains(rule.id.as_str());
    let counts = vec![
        files.len(),
        files.values().map(|file| file.definitions.len()).sum(),
        records.entry.errata.len(),
        records.shown_errata(),
        records.entry.errata.iter().filter(|erratum| erratum.unshown.is_some()).count(),
        provider.rules.len(),
        provider.rules.len() - recorded,
        recorded,
        provider.rules.iter().filter(|rule| records.rules.contains_key(&rule.id) || is_broken(rule)).count(),
    ];
    (provider.id.clone(), counts)
}
