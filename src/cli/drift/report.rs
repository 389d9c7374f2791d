//! Drift as JSON.

use hookproof::{
    Verdict,
    drift::{Drift, Event, Found},
    pointer::Pointer,
};
use serde_json::{Map, Value, json};

use crate::cli::judged::Summary;

/// The version of the report's structure.
const VERSION: u32 = 1;

pub(super) fn of(drift: &Drift, summary: &Summary) -> Value {
    let mut counts = Map::new();
    counts.insert("payloads".to_owned(), json!(summary.payloads()));
    counts.extend(Verdict::ALL.map(|verdict| (verdict.as_str().to_owned(), json!(summary.of(verdict)))));
    json!({
        "version": VERSION,
        "summary": counts,
        "events": drift.events().map(event).collect::<Vec<_>>(),
    })
}

fn event(event: &Event) -> Value {
    let unseen = event.unseen();
    let values = unseen.values.iter().map(|(pointer, values)| {
        let values: Vec<Value> = values.iter().map(Into::into).collect();
        json!({"pointer": pointer.to_string(), "values": values})
    });
    json!({
        "provider": event.known.entry.provider.id,
        "event": event.known.event.id,
        "payloads": event.payloads(),
        "valid": event.valid,
        "drift": event.drift,
        "found": event.found().iter().map(found).collect::<Vec<_>>(),
        "unseen": {
            "members": unseen.members.iter().map(Pointer::to_string).collect::<Vec<_>>(),
            "values": values.collect::<Vec<_>>(),
        },
    })
}

/// What a pack would say of it, and what that leaves out.
fn found(found: &Found) -> Value {
    let mut value = found.allowed.to_json();
    value["schema"] = json!(found.schema);
    value["message"] = json!(found.message);
    value["kinds"] = json!(found.kinds);
    let examples = found.examples.iter().map(|example| json!({"value": example.text, "times": example.times}));
    value["examples"] = examples.collect();
    value
}
