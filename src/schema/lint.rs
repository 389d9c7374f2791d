//! What this project asks of its own schemas beyond the profile: where every fact comes from.

use super::{Model, Node, Shape, Violation};

/// The properties that lack a description or evidence, and the definitions that lack a description.
#[must_use]
pub fn provenance(model: &Model) -> Vec<Violation> {
    let mut violations = Vec::new();
    for (name, file) in &model.files {
        if file.title.is_none() || file.description.is_none() {
            let pointer = crate::pointer::Pointer::root();
            let message = "a schema file needs a `title` and a `description`".to_owned();
            violations.push(Violation { file: name.clone(), pointer, at: None, message });
        }
        for definition in &file.definitions {
            if definition.node.notes.description.is_none() {
                violations.push(violation(&definition.node, "a definition needs a `description`"));
            }
            below(&definition.node, &mut violations);
        }
        if let Some(root) = &file.root {
            if root.notes.evidence.is_empty() {
                violations.push(violation(root, "a payload needs `x-evidence`"));
            }
            below(root, &mut violations);
        }
    }
    violations
}

fn below(node: &Node, violations: &mut Vec<Violation>) {
    match &node.shape {
        Shape::Array(array) => below(&array.items, violations),
        Shape::Object(object) => object.members.iter().for_each(|member| property(&member.node, violations)),
        Shape::Union(union) => property(&union.discriminator.node, violations),
        _ => {}
    }
}

fn property(node: &Node, violations: &mut Vec<Violation>) {
    if matches!(node.shape, Shape::Selected) {
        return;
    }
    if node.notes.description.is_none() {
        violations.push(violation(node, "a property needs a `description`"));
    }
    if node.notes.evidence.is_empty() {
        violations.push(violation(node, "a property needs `x-evidence`: where does the document say so?"));
    }
    below(node, violations);
}

fn violation(node: &Node, message: &str) -> Violation {
    let place = node.place.clone();
    Violation { file: place.file, pointer: place.pointer, at: None, message: message.to_owned() }
}
