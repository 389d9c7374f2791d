//! Parts of the model written as the keywords of a schema.

use serde_json::{Map, Value, json};

use super::{Node, Notes, Pattern, Question, Test, Tie, Values};

pub(super) fn notes(notes: &Notes) -> Map<String, Value> {
    let mut schema = Map::new();
    schema.extend(notes.title.iter().map(|title| ("title".to_owned(), json!(title))));
    schema.extend(notes.description.iter().map(|description| ("description".to_owned(), json!(description))));
    if !notes.evidence.is_empty() {
        let evidence = notes
            .evidence
            .iter()
            .map(|citation| json!({"section": citation.section, "lines": citation.lines, "by": citation.by.as_str()}));
        schema.insert("x-evidence".to_owned(), evidence.collect());
    }
    if !notes.observed.is_empty() {
        let observed = notes
            .observed
            .iter()
            .map(|seen| json!({"rule": seen.rule, "payloads": seen.payloads, "times": seen.times}));
        schema.insert("x-observed".to_owned(), observed.collect());
    }
    if !notes.examples.is_empty() {
        schema.insert("examples".to_owned(), json!(notes.examples));
    }
    schema
}

pub(super) fn kind(name: &str, node: &Node) -> Value {
    if node.nullable { json!([name, "null"]) } else { json!(name) }
}

pub(super) fn values(values: &Values) -> (String, Value) {
    match values.list.as_slice() {
        [value] if values.constant => ("const".to_owned(), Value::from(value)),
        list => ("enum".to_owned(), list.iter().map(Value::from).collect()),
    }
}

pub(super) fn pattern(pattern: &Pattern) -> [(String, Value); 2] {
    [("pattern".to_owned(), json!(pattern.regex)), ("x-expected".to_owned(), json!(pattern.expected))]
}

pub(super) fn tie(tie_of: &Tie) -> Value {
    let mut schema = Map::new();
    schema.extend(tie_of.values.iter().map(values));
    schema.extend(tie_of.pattern.iter().flat_map(pattern));
    schema.extend(tie_of.not.iter().map(|value| ("not".to_owned(), json!({"const": Value::from(value)}))));
    if !tie_of.required.is_empty() {
        schema.insert("required".to_owned(), json!(tie_of.required));
    }
    if !tie_of.members.is_empty() {
        let members: Map<_, _> = tie_of.members.iter().map(|(name, below)| (name.clone(), tie(below))).collect();
        schema.insert("properties".to_owned(), Value::Object(members));
    }
    Value::Object(schema)
}

pub(super) fn question(test: &Test) -> Value {
    let Some((name, above)) = test.path.split_last() else { return Value::Bool(true) };
    let asked = match &test.question {
        Question::Present => json!({"required": [name]}),
        Question::Absent => json!({"not": {"required": [name]}}),
        Question::OneOf(list) => {
            let wanted: Map<_, _> = [values(list)].into_iter().collect();
            json!({"required": [name], "properties": {name.as_str(): wanted}})
        }
    };
    above.iter().rev().fold(asked, |mut asked, name| {
        asked["type"] = json!("object");
        json!({"required": [name], "properties": {name.as_str(): asked}})
    })
}
