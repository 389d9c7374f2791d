//! What must fit together in the files of a provider.

use super::{Key, schema_file};
use crate::{
    pointer::Pointer,
    provider::{Event, Provider},
    schema::{self, Model, Node, Scalar, Shape},
};

/// The discriminators of an event, with the values that its schema names.
pub(super) fn keys(model: &Model, event: &Event, messages: &mut Vec<String>) -> Vec<Key> {
    let Some(root) = model.root(&schema_file(&event.id)) else {
        messages.push(format!("the event `{}` has no payload schema `{}`", event.id, schema_file(&event.id)));
        return Vec::new();
    };
    let mut keys = Vec::new();
    for text in &event.recognition.discriminators {
        match Pointer::parse(text).and_then(|pointer| Ok(Key { values: documented_values(root, &pointer)?, pointer })) {
            Ok(key) => keys.push(key),
            Err(problem) => messages.push(format!("the event `{}`: {problem}", event.id)),
        }
    }
    keys
}

/// A plain event has its schema, and is told by headers or by which members are there: no value is read from its schema.
pub(super) fn plain(sources: &[(String, String)], event: &Event, messages: &mut Vec<String>) -> Vec<Key> {
    let file = schema_file(&event.id);
    if sources.iter().all(|(name, _)| *name != file) {
        messages.push(format!("the event `{}` has no payload schema `{file}`", event.id));
    }
    if !event.recognition.discriminators.is_empty() {
        messages.push(format!(
            "the event `{}` has a plain schema, from which no discriminator is read: recognise it by `header`, `present`, `any_of`, `absent` or `exactly`",
            event.id
        ));
    }
    Vec::new()
}

fn documented_values(root: &Node, pointer: &Pointer) -> Result<Vec<String>, String> {
    let problem = || {
        format!(
            "the discriminator `{pointer}` must be a string with `const` or `enum`, in the event's own file and not behind a `$ref`"
        )
    };
    let node = pointer.tokens().iter().try_fold(root, |node, token| match &node.shape {
        Shape::Object(object) => object.members.iter().find(|member| member.name == *token).map(|member| &member.node),
        _ => None,
    });
    match node.map(|node| &node.shape) {
        Some(Shape::Text(text)) => {
            let values = text.values.as_ref().ok_or_else(problem)?;
            Ok(values.list.iter().map(Scalar::to_string).collect())
        }
        _ => Err(problem()),
    }
}

/// What must fit together in a `provider.json`.
pub(super) fn consistency(provider: &Provider, model: &Model, messages: &mut Vec<String>) {
    let known = |id: &String| provider.events.iter().any(|event| event.id == *id);
    for (index, event) in provider.events.iter().enumerate() {
        let recognition = &event.recognition;
        if provider.events[..index].iter().any(|other| other.id == event.id) {
            messages.push(format!("the event `{}` stands twice", event.id));
        }
        if recognition.header.is_some() && provider.delivery.event_headers.is_empty() {
            messages
                .push(format!("the event `{}` is recognised by a header, and `event_headers` names none", event.id));
        }
        let body = [&recognition.discriminators, &recognition.present, &recognition.any_of, &recognition.exactly];
        if recognition.header.is_none() && body.iter().all(|list| list.is_empty()) {
            messages.push(format!(
                "nothing tells the event `{}` from others: no header, and nothing in its body",
                event.id
            ));
        }
    }
    for rule in &provider.rules {
        for id in rule.events.iter().filter(|id| !known(id)) {
            messages.push(format!("the rule {} is about `{id}`, which is no event", rule.id));
        }
    }
    for category in &provider.catalogue {
        for id in category.payloads.iter().filter(|id| !known(id)) {
            messages.push(format!("the category `{}` has the payload `{id}`, which is no event", category.category));
        }
    }
    for (name, file) in &model.files {
        let event = name.strip_suffix(".schema.json").unwrap_or(name);
        if file.root.is_some() && !known(&event.to_owned()) {
            messages.push(format!("{name} describes a payload, and `events` does not list `{event}`"));
        }
    }
    for condition in schema::conditions(model) {
        if let Some(rule) = condition.rule.as_ref().filter(|rule| provider.rules.iter().all(|known| known.id != **rule))
        {
            messages.push(format!("{} states the rule {rule}, which `rules` does not list", condition.place));
        }
    }
}
