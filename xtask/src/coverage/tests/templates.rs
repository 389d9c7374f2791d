//! The parameters of templates are part of the matrix: what documents, names or breaks nothing is found.

use hookproof::Judge;
use serde_json::json;

use super::data::Data;
use crate::coverage::{Matrix, Stored, lines, summary};

const PROVIDER: &str = "codearts";

/// A claim, what to change, and parts of the gaps that must then be found, each once: place and message.
type Case = (&'static str, fn(&mut Data), &'static [(&'static str, &'static str)]);

const GAPS: &[Case] = &[
    (
        "a parameter needs a template that names it",
        |data| remove(data, "pipeline/drift/every-parameter.tmpl"),
        &[
            ("fixtures/codearts/templates/pipeline", "names `${pipeline.pipeline_id}` of pipeline"),
            ("fixtures/codearts/templates/pipeline", "names `${pipeline.project_id}` of pipeline"),
            ("fixtures/codearts/templates/pipeline", "names `${pipeline.run_id}` of pipeline"),
            ("fixtures/codearts/templates/pipeline", "names `${pipeline.timestamp}` of pipeline"),
            ("fixtures/codearts/templates/pipeline", "names `${pipeline.trigger_type}` of pipeline"),
        ],
    ),
    (
        "a rule about subscriptions needs one that breaks it",
        |data| remove(data, "subscriptions/invalid/too-many-headers.subscription"),
        &[("schemas/codearts/provider.json#/rules/12", "CA-R5: nothing in fixtures/codearts/templates breaks it")],
    ),
    (
        "a parameter has lines of the document",
        |data| {
            data.edit("codearts/build.schema.json", "/properties/BUILD/properties/URL/x-evidence/0", |citation| {
                citation["lines"] = json!("10");
            });
        },
        &[("schemas/codearts/templates.json", "`${BUILD.URL}` of build: no line of the document lists it")],
    ),
    (
        "a template lies in the folder of a list",
        |data| {
            drop(data.stored.fixtures.templates.insert("codearts/templates/wiki/valid/a.tmpl".to_owned(), Vec::new()));
        },
        &[("fixtures/codearts/templates/wiki/valid/a.tmpl", "the folder is that of no list of parameters")],
    ),
];

fn remove(data: &mut Data, path: &str) {
    let removed = data.stored.fixtures.templates.remove(&format!("{PROVIDER}/templates/{path}"));
    assert!(removed.is_some(), "there is no {path}");
}

#[test]
fn whatever_is_missing_is_found() {
    let whole = Data::of(PROVIDER);
    assert_eq!(whole.gaps(), []);
    for (claim, change, expected) in GAPS {
        let mut data = whole.clone();
        change(&mut data);
        let gaps = data.gaps();
        let fits = gaps.len() == expected.len()
            && gaps
                .iter()
                .zip(*expected)
                .all(|(gap, (place, message))| gap.place == *place && gap.message.contains(message));
        assert!(fits, "{claim}: {gaps:#?}");
    }
}

#[test]
fn the_matrix_counts_parameters_and_finds_them_by_line() {
    let stored = Stored::read().expect("the project can be read");
    let matrix = Matrix::of(Judge::embedded(), &stored);
    let rows: Vec<(String, Vec<usize>)> = matrix.records.iter().flat_map(|records| records.templates.rows()).collect();
    let sum = |column: usize| rows.iter().map(|(_, counts)| counts[column]).sum::<usize>();
    assert_eq!((rows.len(), sum(0), sum(1), sum(2)), (7, 112, 112, 112));
    assert!(summary::of(&matrix).contains("codearts/repo.merge_request"), "{}", summary::of(&matrix));
    let found = lines::affected(&matrix, &stored, "codearts:293").expect("there are such lines");
    assert!(found.contains("schemas/codearts/templates.json: `${issue.id}` of req: lines 293, 295"), "{found}");
}
