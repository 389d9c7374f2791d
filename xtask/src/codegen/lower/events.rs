//! The events of a provider: each a type, those that share the first part of their name in one.

use hookproof::{
    catalog::Known,
    pointer::Pointer,
    schema::{Place, Shape},
};

use super::{Lowering, RESERVED, Refused, Scope};
use crate::codegen::{
    docs,
    ir::{Case, Item, Kind, Object},
    names,
};

impl<'m> Lowering<'m> {
    pub(super) fn events(&mut self) -> Result<(), Refused> {
        let mut cases: Vec<Case> = Vec::new();
        for known in self.entry.events() {
            let (group, own) = match known.event.id.split_once('.') {
                Some((group, own)) => (Some(group), own),
                None => (None, known.event.id.as_str()),
            };
            let path = match group {
                Some(group) => vec![names::snake(&self.top_name(group)), names::camel(own)],
                None => vec![self.top_name(own)],
            };
            let title = known.event.trigger.as_str();
            let case = Case {
                name: names::camel(own),
                docs: docs::escaped(title),
                path: path.clone(),
                events: vec![known.event.id.clone()],
                is_group: false,
            };
            match group {
                Some(group) => self.group(group, case, &mut cases),
                None => cases.push(case),
            }
            self.event(known, &path)?;
        }
        let docs = format!("An event of {}.", self.entry.provider.name);
        let item = Item {
            name: "Event".to_owned(),
            docs,
            kind: Kind::Events { provider: self.entry.provider.id.clone(), cases },
        };
        self.root.items.insert(0, item);
        Ok(())
    }

    /// Adds an event to the type of its group.
    fn group(&mut self, group: &str, case: Case, cases: &mut Vec<Case>) {
        let path = vec![self.top_name(group)];
        let position = cases.iter().position(|case| case.path == path);
        if let Some(position) = position {
            cases[position].events.extend(case.events.clone());
        } else {
            let docs = format!("The events of `{group}`.");
            self.root.items.push(Item { name: path[0].clone(), docs: docs.clone(), kind: Kind::Group(Vec::new()) });
            self.root.below(&[names::snake(&path[0])]).docs = format!("The payloads of [`{}`].", path[0]);
            let name = names::camel(group);
            cases.push(Case { name, docs, path: path.clone(), events: case.events.clone(), is_group: true });
        }
        if let Some(Item { kind: Kind::Group(cases), .. }) =
            self.root.items.iter_mut().find(|item| item.name == path[0])
        {
            cases.push(case);
        }
    }

    fn event(&mut self, known: Known<'m>, path: &[String]) -> Result<(), Refused> {
        let root = known.root();
        let Shape::Object(object) = &root.shape else { return Err(self.refused(root, "a payload is an object")) };
        let place = |pointer: &Pointer| Place {
            file: root.place.file.clone(),
            pointer: pointer
                .tokens()
                .iter()
                .fold(root.place.pointer.clone(), |place, token| place.join("properties").join(token)),
        };
        self.kept = known.keys.iter().map(|key| place(&key.pointer)).collect();
        let (name, above) = (path[path.len() - 1].clone(), path[..path.len() - 1].to_vec());
        let scope = Scope { module: above.clone(), parent: String::new() };
        let path = self.declared(root, &name, &scope)?;
        let module = [above.as_slice(), &[names::snake(&name)]].concat();
        let parts = self.parts(object, None, &Scope { module, parent: name })?;
        self.put(&path, docs::of(self.model, root), Kind::Object(Object { event: Some(known.name()), parts }));
        Ok(())
    }

    /// The name of an event or a group among the provider's types: a definition of that name comes first.
    fn top_name(&self, id: &str) -> String {
        let name = names::camel(id);
        let files = self.model.files.values();
        let mut definitions = files.flat_map(|file| &file.definitions);
        if RESERVED.contains(&name.as_str()) || definitions.any(|definition| definition.name == name) {
            return format!("{name}Event");
        }
        name
    }

    /// What the provider's module says about itself.
    pub(super) fn about(&self) -> String {
        let provider = &self.entry.provider;
        let source = format!(
            "The payloads of {}, as [{}]({}) documents them.",
            docs::escaped(&provider.name),
            docs::escaped(&provider.document.title),
            provider.document.url
        );
        match &provider.notice {
            Some(notice) => format!("{source}\n\n{}", docs::escaped(notice)),
            None => source,
        }
    }
}
