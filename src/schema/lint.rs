//! What this project asks of its own schemas beyond the profile: where every fact comes from.

use super::{Model, Node, Place, Shape, Violation};
use crate::pointer::Pointer;

/// The properties that lack a description or evidence, the definitions that lack a description, and the conditions that
/// state no rule.
#[must_use]
pub fn provenance(model: &Model) -> Vec<Violation> {
    let mut violations = Vec::new();
    for (name, file) in &model.files {
        if file.title.is_none() || file.description.is_none() {
            let place = Place { file: name.clone(), pointer: Pointer::root() };
            violations.push(violation(&place, "a schema file needs a `title` and a `description`"));
        }
        for definition in &file.definitions {
            if definition.node.notes.description.is_none() {
                violations.push(violation(&definition.node.place, "a definition needs a `description`"));
            }
            below(&definition.node, &mut violations);
        }
        if let Some(root) = &file.root {
            if root.notes.evidence.is_empty() {
                violations.push(violation(&root.place, "a payload needs `x-evidence`"));
            }
            below(root, &mut violations);
        }
    }
    violations
}

fn below(node: &Node, violations: &mut Vec<Violation>) {
    match &node.shape {
        Shape::Array(array) => below(&array.items, violations),
        Shape::Object(object) => {
            object.members.iter().for_each(|member| property(&member.node, violations));
            for condition in object.conditions.iter().filter(|condition| condition.rule.is_none()) {
                violations
                    .push(violation(&condition.place, "a condition needs an `x-rule`: which rule does it state?"));
            }
        }
        Shape::Union(union) => property(&union.discriminator.node, violations),
        _ => {}
    }
}

fn property(node: &Node, violations: &mut Vec<Violation>) {
    if matches!(node.shape, Shape::Selected) {
        return;
    }
    if node.notes.description.is_none() {
        violations.push(violation(&node.place, "a property needs a `description`"));
    }
    if node.notes.evidence.is_empty() {
        violations.push(violation(&node.place, "a property needs `x-evidence`: where does the document say so?"));
    }
    below(node, violations);
}

fn violation(place: &Place, message: &str) -> Violation {
    let Place { file, pointer } = place.clone();
    Violation { file, pointer, at: None, message: message.to_owned() }
}
