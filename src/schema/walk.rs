//! Walks over a whole model.

use std::collections::BTreeSet;

use super::{Condition, Model, Node, Pattern, Shape, Tie, Union};

/// Every node of a provider's schemas, each once: references are not followed.
pub(super) fn nodes(model: &Model) -> Vec<&Node> {
    let mut found = Vec::new();
    for file in model.files.values() {
        file.root.iter().for_each(|root| below(root, &mut found));
        file.definitions.iter().for_each(|definition| below(&definition.node, &mut found));
    }
    found
}

/// Every condition of a provider's schemas.
#[must_use]
pub fn conditions(model: &Model) -> Vec<&Condition> {
    nodes(model).into_iter().flat_map(own_conditions).collect()
}

/// The name of every member that a provider's schemas document.
#[must_use]
pub fn member_names(model: &Model) -> BTreeSet<&str> {
    let objects = nodes(model).into_iter().filter_map(|node| match &node.shape {
        Shape::Object(object) => Some(object),
        _ => None,
    });
    objects.flat_map(|object| &object.members).map(|member| member.name.as_str()).collect()
}

/// Every union of a provider's schemas.
#[must_use]
pub fn unions(model: &Model) -> Vec<&Union> {
    let nodes = nodes(model).into_iter();
    nodes
        .filter_map(|node| match &node.shape {
            Shape::Union(union) => Some(union),
            _ => None,
        })
        .collect()
}

/// Every pattern of a provider's schemas, those of conditions included.
#[must_use]
pub fn patterns(model: &Model) -> Vec<&Pattern> {
    fn of_tie<'m>(tie: &'m Tie, found: &mut Vec<&'m Pattern>) {
        found.extend(&tie.pattern);
        tie.members.iter().for_each(|(_, below)| of_tie(below, found));
    }
    let mut found = Vec::new();
    for node in nodes(model) {
        if let Shape::Text(text) = &node.shape {
            found.extend(&text.pattern);
        }
        for side in own_conditions(node).iter().flat_map(|condition| [&condition.then, &condition.otherwise]) {
            side.ties.iter().for_each(|(_, tie)| of_tie(tie, &mut found));
        }
    }
    found
}

fn own_conditions(node: &Node) -> &[Condition] {
    match &node.shape {
        Shape::Object(object) => &object.conditions,
        _ => &[],
    }
}

fn below<'m>(node: &'m Node, found: &mut Vec<&'m Node>) {
    found.push(node);
    match &node.shape {
        Shape::Array(array) => below(&array.items, found),
        Shape::Object(object) => object.members.iter().for_each(|member| below(&member.node, found)),
        Shape::Union(union) => below(&union.discriminator.node, found),
        _ => {}
    }
}
