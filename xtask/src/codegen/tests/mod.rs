//! The rules of the lowering, each with an example; what is refused; and the folder that belongs to the generator.

mod folder;
mod refused;
mod rules;

use hookproof::Catalog;
use serde_json::{Value, json};

use super::{lower, plan};

/// A catalog of one provider: its events, each with its schema, and what they share.
fn catalog(events: &[(Value, Value)], definitions: &Value) -> Catalog {
    let provider = json!({
        "id": "acme",
        "name": "The Acme",
        "document": {"title": "Hooks", "updated": null, "url": "https://acme.example/hooks"},
        "delivery": {"content_types": ["application/json"]},
        "events": events.iter().map(|(event, _)| event.clone()).collect::<Value>()
    });
    let mut files = vec![("acme/provider.json".to_owned(), provider.to_string())];
    let dialect = "https://json-schema.org/draft/2020-12/schema";
    if definitions.as_object().is_some_and(|definitions| !definitions.is_empty()) {
        let text = json!({"$schema": dialect, "title": "Shared", "$defs": definitions}).to_string();
        files.push(("acme/common.schema.json".to_owned(), text));
    }
    for (event, schema) in events {
        let mut schema = closed(schema.clone());
        schema["$schema"] = json!(dialect);
        let id = event["id"].as_str().expect("an event has an id");
        files.push((format!("acme/{id}.schema.json"), schema.to_string()));
    }
    Catalog::from_files(&files).unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// A schema whose objects are closed, which every example would have to say.
fn closed(mut schema: Value) -> Value {
    if let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) {
        properties.values_mut().for_each(|below| *below = closed(below.take()));
        schema["type"] = schema.get("type").cloned().unwrap_or(json!("object"));
        schema["additionalProperties"] = json!(false);
    }
    if let Some(items) = schema.get_mut("items") {
        *items = closed(items.take());
    }
    schema
}

/// One event `push`, known by a member that says so.
fn push(schema: &Value, definitions: &Value) -> Catalog {
    let mut schema = schema.clone();
    schema["properties"]["kind"] = json!({"type": "string", "const": "push"});
    schema["required"] = match schema.get("required").and_then(Value::as_array) {
        Some(required) => required.iter().cloned().chain([json!("kind")]).collect(),
        None => json!(["kind"]),
    };
    let event = json!({
        "id": "push", "title": "Push", "trigger": "Something is pushed.",
        "recognition": {"discriminators": ["/kind"]}
    });
    catalog(&[(event, schema)], definitions)
}

/// The generated text of a provider from its first payload on.
fn made(catalog: &Catalog) -> String {
    let plan = plan(catalog).unwrap_or_else(|refused| panic!("{refused}"));
    let text = &plan.files()["acme.rs"];
    let (_, types) = text.split_once("Self::Unknown(unknown)\n    }\n}\n").expect("the events come first");
    types.trim_start().to_owned()
}

/// Why nothing is made of a catalog.
fn refusal(catalog: &Catalog) -> String {
    match lower::provider(&catalog.entries[0]) {
        Ok(module) => panic!("it is not refused: {module:#?}"),
        Err(refused) => refused.to_string(),
    }
}
