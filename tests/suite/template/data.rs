//! The parameters as data: as many as the document lists, each a member of the event data with its lines.

use std::{collections::BTreeSet, fmt::Write as _};

use hookproof::{
    Catalog,
    catalog::{EMBEDDED, Entry},
    pointer::Pointer,
    schema::{Model, Node, Shape},
    template::Vocabulary,
};
use rstest::rstest;
use serde_json::{Value, json};

use super::catalog;
use crate::support::snapshot;

fn all() -> impl Iterator<Item = (&'static Entry, &'static hookproof::templates::List)> {
    let entries = catalog().entries.iter();
    let templates = entries.filter_map(|entry| Some((entry, entry.templates()?)));
    templates.flat_map(|(entry, templates)| {
        templates.services.iter().flat_map(|service| &service.lists).map(move |list| (entry, list))
    })
}

/// What the document lists, counted by hand once.
#[test]
fn the_lists_are_complete() {
    let counts: Vec<(&str, usize)> = all().map(|(_, list)| (list.event.as_str(), list.parameters.len())).collect();
    let documented = [
        ("req", 13),
        ("repo.repository", 15),
        ("repo.merge_request", 40),
        ("check", 19),
        ("build", 9),
        ("deploy", 9),
        ("pipeline", 7),
    ];
    assert_eq!(counts, documented);
    assert_eq!(counts.iter().map(|(_, count)| count).sum::<usize>(), 112);
}

/// A parameter that the schema does not have, or a member that no parameter names, would be a slip in either.
#[test]
fn the_parameters_of_a_list_are_the_leaves_of_its_event_data() {
    fn leaves(model: &Model, node: &Node, pointer: &Pointer, found: &mut BTreeSet<String>) {
        match &model.resolved(node).shape {
            Shape::Object(object) => object
                .members
                .iter()
                .for_each(|member| leaves(model, &member.node, &pointer.clone().join(&member.name), found)),
            _ => drop(found.insert(pointer.to_string())),
        }
    }
    for (entry, list) in all() {
        let known = entry.event(&list.event).expect("it is an event");
        let mut documented = BTreeSet::new();
        leaves(&entry.model, known.root(), &Pointer::root(), &mut documented);
        let listed: BTreeSet<String> = list.parameters.iter().map(|listed| listed.member.clone()).collect();
        assert_eq!(listed, documented, "{}", list.event);
    }
}

#[test]
fn every_parameter_has_a_type_a_description_and_its_lines() {
    let mut table = String::new();
    for (entry, list) in all() {
        let _ = writeln!(table, "{}", list.event);
        for parameter in entry.parameters(list) {
            let name = format!("${{{}}}", parameter.name);
            assert!(parameter.node.notes.description.is_some(), "{name} has no description");
            assert!(!parameter.evidence.is_empty(), "{name} of {} has no evidence", list.event);
            let lines: Vec<&str> = parameter.evidence.iter().map(|citation| citation.lines.as_str()).collect();
            let shape = entry.model.resolved(parameter.node).shape.noun();
            let values = parameter.values.map_or_else(String::new, |values| format!(", one of {}", values.len()));
            let optional = if parameter.optional { ", not always" } else { "" };
            let _ = writeln!(table, "  {name:34} {shape}{values}{optional}: lines {}", lines.join("; "));
        }
    }
    snapshot!("parameters", table);
}

#[test]
fn a_parameter_of_several_events_can_be_what_either_says() {
    let (entry, _) = all().next().expect("somebody has templates");
    let repo = Vocabulary::new(entry, "repo", &[]).expect("it is a service");
    assert_eq!(repo.words().count(), 40);
    let code = repo.word("eventCode").expect("both have it");
    let Shape::Text(text) = &code.node.shape else { panic!("{:?} is no text", code.node) };
    assert_eq!(text.values.as_ref().map(|values| values.list.len()), Some(12));
    assert!(!code.is_optional() && repo.word("mergeRequest.id").is_some_and(hookproof::template::Word::is_optional));
    assert_eq!(repo.word("mergeRequest.id").map(|word| word.lacking.clone()), Some(vec!["repo.repository"]));
}

/// What is wrong with a `templates.json`: a place in it, what stands there then, and a part of the message.
#[rstest]
#[case::no_such_rule("/body/rule", json!("CA-R99"), "/body is stated by the rule CA-R99")]
#[case::an_idle_rule("/subscription/headers/rule", json!("CA-R4"), "nothing here states CA-R5, whose `enforced` is `template`")]
#[case::a_rule_that_nothing_enforces("/body/rule", json!("CA-R2"), "/body enforces the rule CA-R2, whose `enforced` is `none`")]
#[case::no_such_event("/services/0/lists/0/event", json!("wiki"), "the list `wiki` is of no event")]
#[case::no_such_member("/services/0/lists/0/parameters/0/member", json!("/project/key"), "no member `/project/key`")]
#[case::no_pointer("/services/0/lists/0/parameters/0/member", json!("project"), "`project` is no JSON Pointer")]
#[case::an_object("/services/0/lists/0/parameters/0/member", json!("/project"), "`/project` is no text, number or boolean")]
#[case::twice("/services/0/lists/0/parameters/0/member", json!("/project/url"), "the parameter `/project/url` stands twice")]
#[case::others_lines("/services/0/lists/0/parameters/2/lines", json!("297"), "the lines 297 of `/issue/id` are none")]
#[case::no_lines("/services/0/lists/0/parameters/2/lines", json!("soon"), "the lines soon of `/issue/id` are none")]
#[case::service_twice("/services/0/id", json!("repo"), "the service `repo` stands twice")]
#[case::list_twice("/services/1/lists/0/event", json!("repo.merge_request"), "the list `repo.merge_request` of the service")]
#[case::no_lists("/services/0/lists", json!([]), "the service `req` has no list of parameters")]
#[case::another_key("/services/0/title", json!("Req"), "unknown field `title`")]
#[case::no_limit("/subscription/headers/most", json!("20"), "invalid type: string \"20\"")]
fn what_does_not_fit_is_reported(#[case] place: &str, #[case] value: Value, #[case] expected: &str) {
    let files: Vec<(String, String)> = EMBEDDED
        .iter()
        .map(|(path, text)| {
            if !path.ends_with("/templates.json") {
                return ((*path).to_owned(), (*text).to_owned());
            }
            let mut data: Value = serde_json::from_str(text).expect("it is JSON");
            let (above, name) = place.rsplit_once('/').expect("it is a pointer");
            data.pointer_mut(above).expect("the place is there")[name] = value.clone();
            ((*path).to_owned(), data.to_string())
        })
        .collect();
    let problems = Catalog::from_files(&files).expect_err("it does not fit");
    let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert!(said.iter().any(|problem| problem.contains(expected)), "expected {expected}, found {said:#?}");
    assert!(said.iter().all(|problem| problem.contains("/templates.json:")), "{said:#?}");
}
