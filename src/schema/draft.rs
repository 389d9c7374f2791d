//! A schema in another draft of JSON Schema, or as part of another document: what stands around its rules is rewritten.

use serde_json::{Map, Value, json};

use super::profile;

/// A draft of JSON Schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Draft {
    /// 2020-12, the one that the schemas are written in.
    V202012,
    /// Draft-07, for tools that stop there.
    V07,
}

impl Draft {
    /// All of them, the newest first.
    pub const ALL: [Self; 2] = [Self::V202012, Self::V07];

    /// Its name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::V202012 => "2020-12",
            Self::V07 => "draft-07",
        }
    }

    /// A self-contained schema in this draft: it accepts the same values and says the same about them.
    #[must_use]
    pub fn of(self, mut schema: Value) -> Value {
        if self == Self::V202012 {
            return schema;
        }
        for_each(&mut schema, &mut draft_07);
        schema
    }
}

/// A self-contained schema as part of a document that keeps definitions elsewhere: the schema and its definitions, in
/// which `place` says where a definition is found.
#[must_use]
pub fn dissolved(mut schema: Value, place: impl Fn(&str) -> String) -> (Value, Map<String, Value>) {
    for_each(&mut schema, &mut |schema| {
        if let Some(reference) = schema.get_mut("$ref") {
            *reference = Value::String(place(name(reference)));
        }
    });
    let mut definitions = Map::new();
    if let Some(root) = schema.as_object_mut() {
        root.retain(|keyword, value| {
            if let ("$defs", Value::Object(found)) = (keyword.as_str(), value) {
                definitions.append(found);
            }
            !["$schema", "$defs"].contains(&keyword.as_str())
        });
    }
    (schema, definitions)
}

fn draft_07(schema: &mut Map<String, Value>) {
    // Draft-07 ignores what stands beside `$ref`, so an annotated reference goes into an `allOf`.
    let is_annotated = schema.len() > 1;
    let members = std::mem::take(schema).into_iter().map(|(keyword, value)| match keyword.as_str() {
        "$schema" if value == profile::DIALECT => (keyword, json!("http://json-schema.org/draft-07/schema#")),
        "$defs" => ("definitions".to_owned(), value),
        "$ref" => {
            let reference = json!(format!("#/definitions/{}", name(&value)));
            if is_annotated { ("allOf".to_owned(), json!([{"$ref": reference}])) } else { (keyword, reference) }
        }
        _ => (keyword, value),
    });
    *schema = members.collect();
}

/// The name of the definition that a `$ref` leads to.
fn name(reference: &Value) -> &str {
    reference.as_str().and_then(|text| text.strip_prefix("#/$defs/")).unwrap_or_default()
}

/// Changes a schema and every schema below it, the innermost first. Names of members and values of `const`, `enum` and
/// annotations are none, whatever they look like.
fn for_each(schema: &mut Value, change: &mut dyn FnMut(&mut Map<String, Value>)) {
    let Some(keywords) = schema.as_object_mut() else { return };
    for (keyword, value) in keywords.iter_mut() {
        match (keyword.as_str(), value) {
            ("properties" | "$defs", Value::Object(named)) => {
                named.values_mut().for_each(|below| for_each(below, change));
            }
            ("allOf", Value::Array(all)) => all.iter_mut().for_each(|below| for_each(below, change)),
            ("items" | "if" | "then" | "else" | "not", below) => for_each(below, change),
            _ => {}
        }
    }
    change(keywords);
}
