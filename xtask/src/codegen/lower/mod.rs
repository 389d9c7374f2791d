//! From a provider's schemas to its modules and types.

mod choices;
mod events;
mod objects;
mod texts;
mod unions;

use std::{collections::BTreeMap, fmt};

use hookproof::{
    catalog::Entry,
    schema::{Model, Node, Place, Shape, Target},
};

use super::{
    docs,
    ir::{Field, Item, Kind, Module, Path, Type},
    names,
};

/// Names of types that generated code uses for something else.
const RESERVED: [&str; 10] = ["Box", "Err", "Event", "None", "Ok", "Option", "Result", "Some", "String", "Vec"];

/// A shape of a schema that no type is made for.
#[derive(Debug)]
pub(crate) struct Refused {
    /// The provider's folder.
    pub(crate) provider: String,
    /// The place in its files.
    pub(crate) place: Place,
    /// What is wrong and what to do.
    pub(crate) message: String,
}

/// The module of a provider.
pub(crate) fn provider(entry: &Entry) -> Result<Module, Refused> {
    let mut lowering = Lowering {
        entry,
        model: &entry.model,
        kept: Vec::new(),
        definitions: BTreeMap::new(),
        forms: BTreeMap::new(),
        dependent: BTreeMap::new(),
        root: Module { name: names::snake(&entry.provider.id), ..Module::default() },
    };
    lowering.events()?;
    lowering.root.docs = lowering.about();
    Ok(lowering.root)
}

struct Lowering<'m> {
    entry: &'m Entry,
    model: &'m Model,
    /// Places whose values tell payloads apart.
    kept: Vec<Place>,
    /// The types of definitions that have been made.
    definitions: BTreeMap<&'m Target, Type>,
    /// The definitions that are forms, each with its union.
    forms: BTreeMap<&'m Target, Place>,
    /// The fields of choices that have been made, by the place of their member.
    dependent: BTreeMap<Place, Field>,
    root: Module,
}

/// Where the types of what is inside of an object go, and the name of that object.
#[derive(Debug, Clone)]
struct Scope {
    module: Path,
    parent: String,
}

impl<'m> Lowering<'m> {
    /// The type of a node; `name` is what its type is named, if it needs one of its own.
    fn node(&mut self, node: &'m Node, name: &str, scope: &Scope) -> Result<Type, Refused> {
        let kind = match &node.shape {
            Shape::Any => Type::Any,
            Shape::Null => Type::Null,
            Shape::Boolean => Type::Boolean,
            Shape::Integer(_) => Type::Integer,
            Shape::Number => Type::Number,
            Shape::Text(text) => self.text(node, text, name, scope)?,
            Shape::Array(array) => Type::List(Box::new(self.node(&array.items, &names::item(name), scope)?)),
            Shape::Object(object) => {
                let path = self.declared(node, name, scope)?;
                let parts = self.parts(object, None, &inside(&path, scope))?;
                self.put(&path, docs::of(self.model, node), Kind::Object(super::ir::Object { event: None, parts }));
                Type::Named(path)
            }
            Shape::Union(union) => self.union(node, union, name, scope)?,
            Shape::Ref(target) => return self.definition(target),
            Shape::Selected => return Err(self.refused(node, "a discriminator stands outside of a form")),
        };
        Ok(if node.nullable { Type::Nullable(Box::new(kind)) } else { kind })
    }

    /// The type of a definition: one for all that refer to it.
    fn definition(&mut self, target: &'m Target) -> Result<Type, Refused> {
        if let Some(made) = self.definitions.get(target) {
            return Ok(made.clone());
        }
        let scope = Scope { module: Vec::new(), parent: String::new() };
        let made = self.node(self.model.definition(target), &target.name, &scope)?;
        self.definitions.insert(target, made.clone());
        Ok(made)
    }

    /// The path of a new type, whose name must be free.
    fn declared(&mut self, node: &Node, name: &str, scope: &Scope) -> Result<Path, Refused> {
        let name = names::camel(name);
        let full = format!("{}{name}", scope.parent);
        let module = self.root.below(&scope.module);
        let is_free = |name: &str| module.items.iter().all(|item| item.name != name);
        let free = [&name, &full].into_iter().find(|name| names::is_name(name) && is_free(name));
        let Some(free) = free.filter(|free| !RESERVED.contains(&free.as_str()) || !scope.module.is_empty()) else {
            return Err(
                self.refused(node, &format!("`{name}` is no name for a type here: it is taken or no name at all"))
            );
        };
        let free = free.clone();
        // It is declared before its parts, so that they come after it and take other names.
        let kind = Kind::Group(Vec::new());
        module.items.push(Item { name: free.clone(), docs: String::new(), kind });
        Ok([scope.module.as_slice(), &[free]].concat())
    }

    /// Fills in a type that was declared.
    fn put(&mut self, path: &[String], docs: String, kind: Kind) {
        let Some((name, module)) = path.split_last() else { return };
        let items = &mut self.root.below(module).items;
        if let Some(item) = items.iter_mut().find(|item| item.name == *name) {
            item.docs = if docs.is_empty() { docs::of_name(name) } else { docs };
            item.kind = kind;
        }
    }

    fn refused(&self, node: &Node, message: &str) -> Refused {
        self.refused_at(&node.place, message)
    }

    fn refused_at(&self, place: &Place, message: &str) -> Refused {
        Refused { provider: self.entry.provider.id.clone(), place: place.clone(), message: message.to_owned() }
    }
}

/// What is inside of a type at the provider's level goes to a module of its own, and there it stays.
fn inside(path: &[String], scope: &Scope) -> Scope {
    let parent = path.last().cloned().unwrap_or_default();
    if scope.module.is_empty() {
        return Scope { module: vec![names::snake(&parent)], parent };
    }
    Scope { module: scope.module.clone(), parent }
}

impl fmt::Display for Refused {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "schemas/{}/{}: {}", self.provider, self.place, self.message)
    }
}

impl std::error::Error for Refused {}
