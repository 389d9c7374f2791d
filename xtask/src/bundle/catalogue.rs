//! The catalogue: which schemas there are, what they are of, and how a delivery is seen to be that.

use hookproof::{
    Catalog,
    catalog::{Entry, Known},
    schema::{Draft, Level},
};
use serde_json::{Map, Value, json};

/// The catalogue, as `catalog.schema.json` describes it.
pub(super) fn catalogue(catalog: &Catalog) -> Value {
    let openapi = levels(|level| format!("openapi{}.json", super::ending(level)));
    json!({
        "$schema": "catalog.schema.json",
        "version": hookproof::VERSION,
        "openapi": openapi,
        "providers": catalog.entries.iter().map(provider).collect::<Vec<_>>(),
    })
}

fn provider(entry: &Entry) -> Value {
    let provider = &entry.provider;
    json!({
        "id": provider.id,
        "name": provider.name,
        "document": provider.document,
        "notice": provider.notice,
        "delivery": provider.delivery,
        "events": entry.events().map(event).collect::<Vec<_>>(),
    })
}

fn event(known: Known) -> Value {
    let schemas = Draft::ALL.map(|draft| {
        let paths = levels(|level| super::path(known, draft, level));
        (draft.as_str().to_owned(), paths)
    });
    json!({
        "name": known.name(),
        "id": known.event.id,
        "title": known.event.title,
        "trigger": known.event.trigger,
        "recognition": recognition(known),
        "schemas": schemas.into_iter().collect::<Map<_, _>>(),
    })
}

fn recognition(known: Known) -> Value {
    let recognition = &known.event.recognition;
    let discriminators = known.keys.iter().map(|key| (key.pointer.to_string(), json!(key.values)));
    json!({
        "header": recognition.header,
        "discriminators": discriminators.collect::<Map<_, _>>(),
        "present": recognition.present,
        "any_of": recognition.any_of,
        "absent": recognition.absent,
        "exactly": recognition.exactly,
    })
}

/// Something for each level, by its name.
fn levels(path: impl Fn(Level) -> String) -> Value {
    json!({"documented": path(Level::Documented), "open": path(Level::Open)})
}
