//! Self-contained schemas from the model: the documented one, and the open one that is computed from it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::{
    Condition, Consequence, Model, Node, Object, Place, Shape, profile,
    written::{kind, notes, pattern, question, tie, values},
};
use crate::pointer::Pointer;

/// How much of what is documented a schema demands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// All of it.
    Documented,
    /// What a consumer built from the document needs: types, required members and the selection of forms.
    Open,
}

/// The schema of one file with every definition that it needs, as one JSON value.
///
/// `discriminators` are the pointers to the members that recognise the payload; their values stay in the open schema.
/// `None` if the file describes no payload.
#[must_use]
pub fn self_contained(model: &Model, file: &str, level: Level, discriminators: &[Pointer]) -> Option<Value> {
    changed(model, file, level, discriminators, &mut |_, _| {})
}

/// As [`self_contained`], with a change of what stands for a place: `change` sees the keywords of every node and of every
/// condition, each with its place in the schema files, and can alter them.
///
/// What is changed at a place of the documented schema can so be changed at the same place of the open one.
#[must_use]
pub fn changed(
    model: &Model,
    file: &str,
    level: Level,
    discriminators: &[Pointer],
    change: &mut dyn FnMut(&Place, &mut Map<String, Value>),
) -> Option<Value> {
    let root = model.root(file)?;
    let kept = discriminators.iter().map(|pointer| {
        pointer.tokens().iter().fold(root.place.pointer.clone(), |place, token| place.join("properties").join(token))
    });
    let mut emitter = Emitter { model, level, kept: kept.collect(), wanted: BTreeSet::new(), change };
    let mut schema = Map::new();
    schema.insert("$schema".to_owned(), json!(profile::DIALECT));
    schema.append(&mut emitter.node(root));
    let definitions = emitter.definitions();
    if !definitions.is_empty() {
        schema.insert("$defs".to_owned(), Value::Object(definitions));
    }
    Some(Value::Object(schema))
}

/// What a value must be, as the profile writes it: for nodes that refer to nothing.
pub(super) fn fragment(node: &Node) -> Value {
    let model = Model::default();
    let change = &mut |_: &Place, _: &mut Map<String, Value>| {};
    let mut emitter =
        Emitter { model: &model, level: Level::Documented, kept: Vec::new(), wanted: BTreeSet::new(), change };
    emitter.child(node)
}

struct Emitter<'m, 'c> {
    model: &'m Model,
    level: Level,
    /// Places whose values tell payloads apart.
    kept: Vec<Pointer>,
    wanted: BTreeSet<&'m super::Target>,
    change: &'c mut dyn FnMut(&Place, &mut Map<String, Value>),
}

impl<'m> Emitter<'m, '_> {
    /// The definitions that were referred to, in the order of their names.
    fn definitions(&mut self) -> Map<String, Value> {
        let mut done: BTreeMap<String, Value> = BTreeMap::new();
        while let Some(target) = self.wanted.pop_first() {
            if !done.contains_key(&target.name) {
                let node = self.node(self.model.definition(target));
                done.insert(target.name.clone(), Value::Object(node));
            }
        }
        done.into_iter().collect()
    }

    fn node(&mut self, node: &'m Node) -> Map<String, Value> {
        let mut schema = notes(&node.notes);
        let kept = self.level == Level::Documented || self.kept.contains(&node.place.pointer);
        let documented = self.level == Level::Documented;
        let mut add = |keyword: &str, value: Option<Value>| {
            if let Some(value) = value {
                schema.insert(keyword.to_owned(), value);
            }
        };
        match &node.shape {
            Shape::Any | Shape::Selected => {}
            Shape::Null => add("type", Some(json!("null"))),
            Shape::Boolean => add("type", Some(kind("boolean", node))),
            Shape::Number => add("type", Some(kind("number", node))),
            Shape::Integer(integer) => {
                add("type", Some(kind("integer", node)));
                if documented {
                    add("minimum", integer.minimum.map(Value::from));
                    add("maximum", integer.maximum.map(Value::from));
                }
                if kept {
                    schema.extend(integer.values.iter().map(values));
                }
            }
            Shape::Text(text) => {
                add("type", Some(kind("string", node)));
                if documented {
                    add("minLength", text.min_length.map(Value::from));
                    add("maxLength", text.max_length.map(Value::from));
                    add("format", text.format.clone().map(Value::from));
                    schema.extend(text.pattern.iter().flat_map(pattern));
                }
                if kept {
                    schema.extend(text.values.iter().map(values));
                }
            }
            Shape::Array(array) => {
                add("type", Some(kind("array", node)));
                if documented {
                    add("minItems", array.min_items.map(Value::from));
                    add("maxItems", array.max_items.map(Value::from));
                    add("uniqueItems", array.unique.then_some(Value::Bool(true)));
                }
                schema.insert("items".to_owned(), self.child(&array.items));
            }
            Shape::Object(object) => {
                add("type", Some(kind("object", node)));
                schema.append(&mut self.object(object));
            }
            Shape::Union(union) => {
                add("type", Some(kind("object", node)));
                let member = &union.discriminator;
                self.kept.push(member.node.place.pointer.clone());
                schema.insert("properties".to_owned(), json!({ member.name.as_str(): self.child(&member.node) }));
                if member.required {
                    schema.insert("required".to_owned(), json!([member.name]));
                }
                let forms = union.forms.iter().map(|form| {
                    self.wanted.insert(&form.target);
                    let selected = match form.values.as_slice() {
                        [] => json!({"not": {"required": [member.name]}}),
                        [value] => json!({"required": [member.name], "properties": {&member.name: {"const": value}}}),
                        values => json!({"required": [member.name], "properties": {&member.name: {"enum": values}}}),
                    };
                    json!({"if": selected, "then": {"$ref": format!("#/$defs/{}", form.target.name)}})
                });
                let forms = forms.collect();
                schema.insert("allOf".to_owned(), Value::Array(forms));
            }
            Shape::Ref(target) => {
                self.wanted.insert(target);
                schema.insert("$ref".to_owned(), json!(format!("#/$defs/{}", target.name)));
            }
        }
        (self.change)(&node.place, &mut schema);
        schema
    }

    fn child(&mut self, node: &'m Node) -> Value {
        match node.shape {
            Shape::Selected => Value::Bool(true),
            _ => Value::Object(self.node(node)),
        }
    }

    fn object(&mut self, object: &'m Object) -> Map<String, Value> {
        let mut schema = Map::new();
        let mut properties = Map::new();
        for member in &object.members {
            let schema = match self.level {
                Level::Open if object.forbidding(&member.name).is_some() => continue,
                // What is documented holds on one side only: the other one has its own.
                Level::Documented if object.tolerates(&member.name) => Value::Bool(true),
                _ => self.child(&member.node),
            };
            properties.insert(member.name.clone(), schema);
        }
        schema.insert("properties".to_owned(), Value::Object(properties));
        let required: Vec<_> =
            object.members.iter().filter(|member| member.required).map(|member| &member.name).collect();
        if !required.is_empty() {
            schema.insert("required".to_owned(), json!(required));
        }
        if self.level == Level::Documented && object.closed {
            schema.insert("additionalProperties".to_owned(), Value::Bool(false));
        }
        let conditions = object.conditions.iter().filter_map(|condition| self.condition(object, condition));
        let mut conditions: Vec<_> = conditions.collect();
        if self.level == Level::Documented {
            conditions.extend(object.conditions.iter().filter_map(|condition| self.declarations(object, condition)));
        }
        if !conditions.is_empty() {
            schema.insert("allOf".to_owned(), Value::Array(conditions));
        }
        schema
    }

    fn condition(&mut self, object: &'m Object, condition: &'m Condition) -> Option<Value> {
        let [then, otherwise] = match self.level {
            Level::Documented => [self.consequence(&condition.then), self.consequence(&condition.otherwise)],
            Level::Open => [
                self.open_side(object, &condition.then, &condition.otherwise),
                self.open_side(object, &condition.otherwise, &condition.then),
            ],
        };
        let mut schema = Map::new();
        if self.level == Level::Documented {
            schema.extend(condition.rule.iter().map(|rule| ("x-rule".to_owned(), json!(rule))));
        }
        let Some(test) = &condition.test else {
            schema.extend(then);
            (self.change)(&condition.place, &mut schema);
            return (self.level == Level::Documented).then_some(Value::Object(schema));
        };
        if then.is_empty() && otherwise.is_empty() {
            return None;
        }
        schema.insert("if".to_owned(), question(test));
        for (side, consequence) in [("then", then), ("else", otherwise)] {
            if !consequence.is_empty() {
                schema.insert(side.to_owned(), Value::Object(consequence));
            }
        }
        (self.change)(&condition.place, &mut schema);
        Some(Value::Object(schema))
    }

    fn consequence(&mut self, side: &'m Consequence) -> Map<String, Value> {
        let mut schema = Map::new();
        if !side.required.is_empty() {
            schema.insert("required".to_owned(), json!(side.required));
        }
        let mut properties = Map::new();
        for name in &side.forbidden {
            let tolerated = side.tolerating(name).map(|member| self.child(&member.node));
            properties.insert(name.clone(), tolerated.unwrap_or(Value::Bool(false)));
        }
        properties.extend(side.ties.iter().map(|(name, below)| (name.clone(), tie(below))));
        if !properties.is_empty() {
            schema.insert("properties".to_owned(), Value::Object(properties));
        }
        schema
    }

    /// What is documented of the members that a pack allows where the condition forbids them: it holds on the other side.
    fn declarations(&mut self, object: &'m Object, condition: &'m Condition) -> Option<Value> {
        let test = condition.test.as_ref()?;
        let sides = [("else", &condition.then), ("then", &condition.otherwise)];
        let mut schema = Map::new();
        for (other, side) in sides {
            let declared = object.members.iter().filter(|member| side.tolerating(&member.name).is_some());
            let declared: Map<_, _> = declared.map(|member| (member.name.clone(), self.child(&member.node))).collect();
            if !declared.is_empty() {
                schema.insert(other.to_owned(), json!({ "properties": declared }));
            }
        }
        if schema.is_empty() {
            return None;
        }
        schema.insert("if".to_owned(), question(test));
        Some(Value::Object(schema))
    }

    /// What a side of a condition demands of the open schema: its required members, and the declarations of those that
    /// the other side forbids, since their type matters only where they are documented.
    fn open_side(&mut self, object: &'m Object, side: &Consequence, other: &Consequence) -> Map<String, Value> {
        let mut schema = Map::new();
        if !side.required.is_empty() {
            schema.insert("required".to_owned(), json!(side.required));
        }
        let declared = object.members.iter().filter(|member| other.forbidden.contains(&member.name));
        let declared: Map<_, _> = declared.map(|member| (member.name.clone(), self.child(&member.node))).collect();
        if !declared.is_empty() {
            schema.insert("properties".to_owned(), Value::Object(declared));
        }
        schema
    }
}
