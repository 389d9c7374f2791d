//! The events as an OpenAPI document: each is a webhook.

use std::collections::BTreeMap;

use anyhow::bail;
use hookproof::{
    Catalog,
    catalog::{Entry, Known},
    provider::Transport,
    schema::{Level, dissolved},
};
use serde_json::{Map, Value, json};

pub(super) const FORM: &str = "application/x-www-form-urlencoded";

/// The document, as OpenAPI 3.1 describes it.
pub(super) fn document(catalog: &Catalog, level: Level) -> anyhow::Result<Value> {
    let webhooks: Map<_, _> = catalog.events().map(|known| (known.name(), webhook(known))).collect();
    Ok(json!({
        "openapi": "3.1.1",
        "info": {
            "title": "Documented webhooks",
            "description": description(level),
            "version": hookproof::VERSION,
            "license": {"name": env!("CARGO_PKG_LICENSE"), "identifier": env!("CARGO_PKG_LICENSE")},
        },
        "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema",
        "tags": catalog.entries.iter().map(tag).collect::<Vec<_>>(),
        "webhooks": webhooks,
        "components": {"schemas": schemas(catalog, level)?},
    }))
}

fn description(level: Level) -> &'static str {
    match level {
        Level::Documented => "Every payload as its provider documents it.",
        Level::Open => {
            "What a consumer built from the providers' documents needs of a payload: types, required members and the \
             selection of forms. Further members and further values are accepted."
        }
    }
}

fn tag(entry: &Entry) -> Value {
    let provider = &entry.provider;
    let mut description = provider.name.clone();
    if let Some(notice) = &provider.notice {
        description = format!("{description}. {notice}");
    }
    let document = &provider.document;
    json!({
        "name": provider.id,
        "description": description,
        "externalDocs": {"description": document.title, "url": document.url},
    })
}

fn webhook(known: Known) -> Value {
    let delivery = &known.entry.provider.delivery;
    let mut body = Map::new();
    if let Some(most) = delivery.max_bytes {
        body.insert("description".to_owned(), json!(format!("The JSON text is at most {most} bytes long.")));
    }
    body.insert("required".to_owned(), json!(true));
    let content = delivery.content_types.iter().map(|name| (name.clone(), media_type(known, name)));
    body.insert("content".to_owned(), Value::Object(content.collect()));
    json!({
        "post": {
            "operationId": title_case(&known.name()),
            "tags": [known.entry.provider.id],
            "summary": format!("{}: {}", known.entry.provider.name, known.event.title),
            "description": known.event.trigger,
            "parameters": parameters(delivery, known.event.recognition.header.as_deref()),
            "requestBody": body,
            "responses": {"2XX": {"description": "The delivery was received."}},
        }
    })
}

fn media_type(known: Known, name: &str) -> Value {
    let payload = json!({"$ref": place(&payload_name(known))});
    match &known.entry.provider.delivery.form_field {
        Some(field) if name == FORM => json!({
            "schema": {"type": "object", "properties": {field: payload}, "required": [field]},
            "encoding": {field: {"contentType": "application/json"}},
        }),
        _ => json!({"schema": payload}),
    }
}

/// The headers of a delivery. None is required: recognition can do without them, and secrets are a user's choice.
fn parameters(delivery: &Transport, event: Option<&str>) -> Vec<Value> {
    let mut parameters = Vec::new();
    let mut add = |name: &str, description: &str, schema: Value| {
        parameters.push(json!({"name": name, "in": "header", "description": description, "schema": schema}));
    };
    for (index, name) in delivery.event_headers.iter().enumerate() {
        let description = if index == 0 { "Names the event." } else { "Names the event, in another spelling." };
        let schema = event.map_or(json!({"type": "string"}), |value| json!({"type": "string", "const": value}));
        add(name, description, schema);
    }
    if let Some(signature) = &delivery.signature {
        let description = format!("The signature of the delivery, `{}`: {}", signature.scheme, signature.description);
        add(&signature.header, &description, json!({"type": "string"}));
    }
    for name in &delivery.secret_headers {
        add(name, "A secret that the receiver has given to the provider.", json!({"type": "string"}));
    }
    parameters
}

/// The payloads and the definitions that they refer to, each under a name of its own.
fn schemas(catalog: &Catalog, level: Level) -> anyhow::Result<BTreeMap<String, Value>> {
    let mut schemas: BTreeMap<String, Value> = BTreeMap::new();
    for known in catalog.events() {
        let provider = title_case(&known.entry.provider.id);
        let (payload, definitions) = dissolved(known.schema(level), |name| place(&format!("{provider}{name}")));
        let definitions = definitions.into_iter().map(|(name, schema)| (format!("{provider}{name}"), schema));
        for (name, schema) in definitions.chain([(payload_name(known), payload)]) {
            if schemas.get(&name).is_some_and(|other| *other != schema) {
                bail!("two schemas would be `{name}` in OpenAPI: {} has the second", known.name());
            }
            schemas.insert(name, schema);
        }
    }
    Ok(schemas)
}

fn place(name: &str) -> String {
    format!("#/components/schemas/{name}")
}

/// The name of a payload among the schemas, apart from that of any definition: a tool that makes types of them keeps
/// letters only.
fn payload_name(known: Known) -> String {
    format!("{}Payload", title_case(&known.name()))
}

/// `acme/note.merge_request` as `AcmeNoteMergeRequest`.
fn title_case(name: &str) -> String {
    let words = name.split(|c: char| !c.is_ascii_alphanumeric());
    words
        .flat_map(|word| {
            let mut letters = word.chars();
            letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters)
        })
        .collect()
}
