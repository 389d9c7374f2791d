//! The matrix is whole, and it tells what is asked of it.

mod choices;
mod data;
mod gaps;
mod templates;

use hookproof::{Catalog, Judge};
use serde_json::json;

use super::{Matrix, Stored, detail, lines, summary};
use data::Data;

#[test]
fn nothing_is_missing_and_nothing_is_unused() {
    let stored = Stored::read().expect("the project can be read");
    let matrix = Matrix::of(Judge::embedded(), &stored);
    matrix.check().expect("the matrix is whole");
    let constraints: usize = matrix.events.iter().map(|event| event.demands.len()).sum();
    let freedoms: usize = matrix.events.iter().map(|event| event.freedoms.len()).sum();
    assert_eq!(matrix.events.len(), 26);
    assert!(constraints > 1900, "only {constraints} constraints");
    assert!(freedoms > 200, "only {freedoms} freedoms");
    let text = summary::of(&matrix);
    assert!(text.ends_with("\nNothing is missing, and nothing is unused.\n"), "{text}");
}

#[test]
fn a_definition_that_nothing_uses_is_refused() {
    let mut data = Data::of("deveo");
    data.edit("deveo/common.schema.json", "/$defs", |defs| defs["Unused"] = json!({"type": "string"}));
    let files: Vec<(String, String)> = data.schemas.into_iter().collect();
    let problems = Catalog::from_files(&files).expect_err("it is unused");
    assert!(problems[0].to_string().contains("nothing uses `Unused`"), "{}", problems[0]);
}

/// Nothing is asked of a form that the event forbids, nor of a limit that a list of values makes idle.
#[test]
fn what_is_beyond_reach_is_no_gap() {
    let data = Data::of("sourcecommit");
    assert_eq!(data.gaps(), []);
    let judge = data.judge();
    let matrix = Matrix::of(&judge, &data.stored);
    let event = matrix.events.iter().find(|event| event.known.event.id == "meta").expect("it is there");
    let beyond: Vec<&str> = event
        .demands
        .iter()
        .filter(|demand| demand.beyond_reach.is_some())
        .map(|demand| demand.constraint.demand.rule())
        .collect();
    assert_eq!(beyond, ["additionalProperties", "forbidden", "forbidden"]);
    let text = detail::of(event);
    assert!(text.contains("beyond reach: a rule of the event forbids the form `SystemSender`"), "{text}");

    let mut data = Data::of("deveo");
    data.edit("deveo/project.created.schema.json", "/properties/operation", |operation| {
        operation["maxLength"] = json!(7);
    });
    assert_eq!(data.gaps(), []);
}

#[test]
fn the_matrix_of_an_event_tells_who_documents_states_and_breaks() {
    let data = Data::of("deveo");
    let judge = data.judge();
    let matrix = Matrix::of(&judge, &data.stored);
    let event = matrix.events.iter().find(|event| event.known.event.id == "project.created").expect("it is there");
    let text = detail::of(event);
    let expected = "\n/project/uuid  string, always there
  schema      schemas/deveo/project.created.schema.json#/properties/project/properties/uuid
  documented  Example JSON payload for new project created webhook, lines 25 (example)
  required `uuid`  project.created.schema.json#/properties/project/required
    project.uuid-missing: `uuid` is missing
  type  common.schema.json#/$defs/Uuid/type
    project.uuid-type: `uuid` must be a string, not an integer
  pattern  common.schema.json#/$defs/Uuid/pattern
    project.uuid-pattern: `uuid` must be ";
    assert!(text.contains(expected), "{text}");
}

/// Both sides have cases in any event, so a mistake about which is which would leave no gap.
#[test]
fn a_case_counts_for_the_side_that_it_shows() {
    let mut data = Data::of("sourcecommit");
    data.stored.fixtures.folders.retain(|folder| folder.event == "push");
    let judge = data.judge();
    let matrix = Matrix::of(&judge, &data.stored);
    for (side, over_https) in [
        ("when `sender.type` is missing", true),
        ("when `sender.type` is there", false),
        ("when `sender.type` is `Tenant` or `SubAccount`", false),
        ("unless `sender.type` is `Tenant` or `SubAccount`", true),
    ] {
        let shown = matrix.events[0].freedoms.iter().find(|freedom| freedom.goal.freedom.to_string() == side);
        let cases = &shown.expect("the condition is there").cases;
        assert_eq!(cases.contains("valid/documented-example.json"), over_https, "{side}");
        assert_eq!(cases.contains("valid/commit-over-ssh-tenant.json"), !over_https, "{side}");
    }
}

#[test]
fn lines_of_a_page_lead_to_what_stands_on_them() {
    let data = Data::of("deveo");
    let judge = data.judge();
    let matrix = Matrix::of(&judge, &data.stored);
    let affected = |asked| lines::affected(&matrix, &data.stored, asked);
    let text = affected("deveo:25").expect("they are lines");
    for part in [
        "schemas/deveo/project.created.schema.json#/properties/project/properties/uuid: lines 25 (example), in project.created\n",
        "schemas/deveo/provider.json: event project.created: lines ",
        "fixtures/deveo/project.created/valid/documented-example.json: lines 18-28\n",
    ] {
        assert!(text.contains(part), "{text}");
    }
    assert!(!text.contains("repository.created"), "{text}");
    assert_eq!(affected("deveo:9000-9001").expect("they are lines"), "nothing stands on lines 9000-9001 of deveo\n");
    for (asked, problem) in [
        ("25", "write `PROVIDER:LINES`, not `25`"),
        ("acme:25", "there is no provider `acme`"),
        ("deveo:x", "`x` are no lines"),
    ] {
        let error = affected(asked).expect_err("it cannot be answered").to_string();
        assert!(error.starts_with(problem), "{error}");
    }
}
