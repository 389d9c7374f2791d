//! Unions: each form a type of its own, selected by the discriminator.

use hookproof::schema::{Node, Shape, Union};

use super::{Lowering, Refused, Scope, inside, objects::Discriminator};
use crate::codegen::{
    docs,
    ir::{Form, Kind, Object, Type, Union as Lowered},
    names,
};

impl<'m> Lowering<'m> {
    pub(super) fn union(
        &mut self,
        node: &'m Node,
        union: &'m Union,
        name: &str,
        scope: &Scope,
    ) -> Result<Type, Refused> {
        let path = self.declared(node, name, scope)?;
        let discriminator = &union.discriminator.name;
        let mut forms: Vec<Form> = Vec::new();
        for form in &union.forms {
            let definition = self.model.definition(&form.target);
            if self.forms.insert(&form.target, node.place.clone()).is_some() {
                return Err(self.refused(definition, "a form belongs to one union alone"));
            }
            let Shape::Object(object) = &definition.shape else {
                return Err(self.refused(definition, "a form is an object"));
            };
            let scope = Scope { module: Vec::new(), parent: String::new() };
            let target = self.declared(definition, &form.target.name, &scope)?;
            let selected = Discriminator { name: discriminator, values: &form.values };
            let parts = self.parts(object, Some(&selected), &inside(&target, &scope))?;
            let docs = docs::of(self.model, definition);
            self.put(&target, docs.clone(), Kind::Object(Object { event: None, parts }));
            let name = short(&form.target.name, &path[path.len() - 1]);
            if forms.iter().any(|other| other.name == name) || !names::is_name(&name) {
                return Err(self.refused(definition, &format!("no name of its own can be made of `{name}`")));
            }
            forms.push(Form { name, docs, values: form.values.clone(), path: target });
        }
        let lowered = Lowered { member: discriminator.clone(), forms };
        self.put(&path, docs::of(self.model, node), Kind::Union(lowered));
        Ok(Type::Named(path))
    }
}

/// The name of a form without that of its union: `Https` of `HttpsSender`.
fn short(form: &str, union: &str) -> String {
    let short = form.strip_suffix(union).or_else(|| form.strip_prefix(union));
    short.filter(|short| !short.is_empty()).unwrap_or(form).to_owned()
}
