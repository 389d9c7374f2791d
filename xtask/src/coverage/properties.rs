//! The properties of a payload, each once for every way that leads to it, with what documents it.

use hookproof::schema::{Citation, Member, Model, Node, Object, Shape};

use super::way::Way;

/// A property of a payload, or the payload itself.
#[derive(Debug, Clone)]
pub(super) struct Property<'m> {
    /// The place in the payload.
    pub(super) way: Way,
    /// What is declared there.
    pub(super) node: &'m Node,
    /// What it is: a noun.
    pub(super) noun: &'static str,
    /// Whether it is always there.
    pub(super) required: bool,
}

impl Property<'_> {
    /// Where the document speaks of it.
    pub(super) fn citations(&self) -> &[Citation] {
        &self.node.notes.evidence
    }
}

/// The payload and all its properties, in order.
pub(super) fn properties<'m>(model: &'m Model, root: &'m Node) -> Vec<Property<'m>> {
    let mut walk = Walk { model, found: Vec::new() };
    walk.add(&Way::default(), root, true);
    walk.found
}

struct Walk<'m> {
    model: &'m Model,
    found: Vec<Property<'m>>,
}

impl<'m> Walk<'m> {
    fn add(&mut self, way: &Way, node: &'m Node, required: bool) {
        let noun = self.model.resolved(node).shape.noun();
        self.found.push(Property { way: way.clone(), node, noun, required });
        self.below(way, node);
    }

    fn below(&mut self, way: &Way, node: &'m Node) {
        match &self.model.resolved(node).shape {
            Shape::Array(array) => self.below(&way.join("*"), &array.items),
            Shape::Object(object) => self.object(way, object),
            Shape::Union(union) => {
                let Member { name, required, node, .. } = &*union.discriminator;
                self.add(&way.join(name), node, *required);
                for form in &union.forms {
                    if let Shape::Object(object) = &self.model.definition(&form.target).shape {
                        self.object(&way.through(&form.target.name), object);
                    }
                }
            }
            _ => {}
        }
    }

    fn object(&mut self, way: &Way, object: &'m Object) {
        for Member { name, required, node, .. } in &object.members {
            if !matches!(node.shape, Shape::Selected) {
                self.add(&way.join(name), node, *required);
            }
        }
    }
}
