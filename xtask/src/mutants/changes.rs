//! Every way to loosen or tighten one keyword of a schema.

use std::fmt;

use hookproof::{pointer::Pointer, schema::Place};
use serde_json::{Map, Value, json};

/// A text that no schema lists, as the cases write it.
const UNDOCUMENTED: &str = "undocumented";

/// Keywords about a value that can go as they are.
const ABOUT_VALUES: [&str; 15] = [
    "type",
    "const",
    "enum",
    "pattern",
    "format",
    "minimum",
    "maximum",
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "uniqueItems",
    "items",
    "additionalProperties",
    "not",
];

/// One changed keyword.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Mutation {
    /// The node or condition that states it.
    pub(crate) place: Place,
    /// The list or object that is changed, below the place.
    pub(crate) at: Pointer,
    /// What is changed there.
    pub(crate) change: Change,
    /// What the change does, in words.
    pub(crate) what: String,
    /// Whether the change can only let more payloads through, only fewer, or is a matter of both.
    pub(crate) effect: Effect,
}

/// What a change can do to the payloads that are accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Effect {
    /// There are more of them.
    Loosened,
    /// There are fewer of them.
    Tightened,
    /// There are others.
    Changed,
}

/// What happens to a keyword.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Change {
    /// It gives way to others.
    Replace(&'static str, Vec<(&'static str, Value)>),
    /// A named member of `properties` goes.
    Drop(String),
    /// One item of its list goes.
    Without(&'static str, Value),
    /// Its list gets one item more.
    With(&'static str, Value),
}

impl Mutation {
    /// The constraint that is changed: its event, its place and the keyword.
    pub(crate) fn constraint(&self, event: &str) -> String {
        let keyword = match &self.change {
            Change::Replace(keyword, _) | Change::With(keyword, _) => (*keyword).to_owned(),
            Change::Without(keyword, item) => format!("{keyword} {item}"),
            Change::Drop(name) => name.clone(),
        };
        format!("{event} {}{} {keyword}", self.place, self.at)
    }

    /// Changes the keywords of the place; `false` if they do not have what is to be changed.
    pub(crate) fn apply(&self, keywords: &mut Map<String, Value>) -> bool {
        let mut whole = Value::Object(std::mem::take(keywords));
        let target = whole.pointer_mut(&self.at.to_string()).and_then(Value::as_object_mut);
        let applied = target.is_some_and(|target| self.change.apply(target));
        if let Value::Object(whole) = whole {
            *keywords = whole;
        }
        applied
    }
}

impl Change {
    fn apply(&self, target: &mut Map<String, Value>) -> bool {
        match self {
            Self::Replace(keyword, others) => {
                let found = target.remove(*keyword).is_some();
                if found {
                    target.extend(others.iter().map(|(name, value)| ((*name).to_owned(), value.clone())));
                }
                found
            }
            Self::Drop(name) => target.remove(name).is_some(),
            Self::Without(keyword, item) => {
                let Some(Value::Array(list)) = target.get_mut(*keyword) else { return false };
                let before = list.len();
                list.retain(|other| other != item);
                list.len() < before
            }
            Self::With(keyword, item) => {
                let list = target.entry(*keyword).or_insert_with(|| json!([]));
                list.as_array_mut().map(|list| list.push(item.clone())).is_some()
            }
        }
    }
}

/// Every change of the keywords at a place; `definitions` are those of the schema, which a `$ref` can be led to.
pub(crate) fn mutations(place: &Place, keywords: &Map<String, Value>, definitions: &Value) -> Vec<Mutation> {
    let mut list = List { place, found: Vec::new() };
    let root = Pointer::root();
    let is_condition = place
        .pointer
        .split_last()
        .is_some_and(|(above, _)| above.split_last().is_some_and(|(_, name)| name == "allOf"));
    if is_condition {
        list.condition(keywords);
    } else {
        list.value(&root, keywords);
        list.object(keywords);
        list.reference(&root, keywords, definitions);
        list.forms(keywords, definitions);
    }
    list.found
}

struct List<'p> {
    place: &'p Place,
    found: Vec<Mutation>,
}

impl List<'_> {
    fn push(&mut self, at: &Pointer, effect: Effect, what: impl Into<String>, change: Change) {
        let (place, at, what) = (self.place.clone(), at.clone(), what.into());
        self.found.push(Mutation { place, at, change, what, effect });
    }

    fn replace(&mut self, at: &Pointer, effect: Effect, what: impl Into<String>, keyword: &'static str, by: Value) {
        self.push(at, effect, what, Change::Replace(keyword, vec![(keyword, by)]));
    }

    /// Keywords about the value itself.
    fn value(&mut self, at: &Pointer, keywords: &Map<String, Value>) {
        use Effect::{Loosened, Tightened};
        for keyword in ABOUT_VALUES {
            if keywords.contains_key(keyword) {
                self.push(at, Loosened, format!("`{keyword}` removed"), Change::Replace(keyword, Vec::new()));
            }
        }
        self.kinds(at, keywords.get("type"));
        if let Some(value) = keywords.get("const") {
            let values = vec![("enum", json!([value, other(value)]))];
            self.push(at, Loosened, "another value allowed", Change::Replace("const", values));
        }
        if let Some(Value::Array(values)) = keywords.get("enum") {
            self.push(at, Loosened, "another value allowed", Change::With("enum", other(&values[0])));
            for value in values.iter().filter(|_| values.len() > 1) {
                self.push(at, Tightened, format!("{value} refused"), Change::Without("enum", value.clone()));
            }
        }
        if let Some(pattern) = keywords.get("pattern").and_then(Value::as_str) {
            // In the profile an anchor stands for the whole pattern, or inside of it.
            if let Some(rest) = pattern.strip_prefix('^') {
                self.replace(at, Loosened, "text before the pattern allowed", "pattern", json!(rest));
            }
            if let Some(rest) = pattern.strip_suffix('$') {
                self.replace(at, Loosened, "text behind the pattern allowed", "pattern", json!(rest));
            }
        }
        self.limits(at, keywords);
        if let Some(Value::Array(names)) = keywords.get("required") {
            for name in names {
                self.push(at, Loosened, format!("{name} not required"), Change::Without("required", name.clone()));
            }
        }
    }

    /// Other types than the one that is named.
    fn kinds(&mut self, at: &Pointer, names: Option<&Value>) {
        use Effect::{Loosened, Tightened};
        let numeric = [
            ("integer", "number", Loosened, "fractions allowed"),
            ("number", "integer", Tightened, "fractions refused"),
        ];
        for (name, other, effect, what) in numeric {
            match names {
                Some(Value::String(only)) if only == name => self.replace(at, effect, what, "type", json!(other)),
                Some(Value::Array(names)) if names.contains(&json!(name)) => {
                    self.replace(at, effect, what, "type", json!([other, "null"]));
                }
                _ => {}
            }
        }
        match names {
            Some(Value::String(name)) if name != "null" => {
                self.replace(at, Loosened, "null allowed", "type", json!([name, "null"]));
            }
            Some(Value::Array(names)) => {
                for name in names {
                    self.replace(at, Tightened, format!("nothing but {name} allowed"), "type", name.clone());
                }
            }
            _ => {}
        }
    }

    /// Limits that are wider or narrower by one.
    fn limits(&mut self, at: &Pointer, keywords: &Map<String, Value>) {
        const LIMITS: [(&str, i64); 6] =
            [("minimum", -1), ("minLength", -1), ("minItems", -1), ("maximum", 1), ("maxLength", 1), ("maxItems", 1)];
        for (keyword, wider) in LIMITS {
            let Some(limit) = keywords.get(keyword).and_then(Value::as_i64) else { continue };
            if limit + wider >= 0 || keyword == "minimum" {
                self.replace(at, Effect::Loosened, format!("`{keyword}` wider by one"), keyword, json!(limit + wider));
            }
            self.replace(at, Effect::Tightened, format!("`{keyword}` narrower by one"), keyword, json!(limit - wider));
        }
    }

    /// Members that become required.
    fn object(&mut self, keywords: &Map<String, Value>) {
        let Some(Value::Object(properties)) = keywords.get("properties") else { return };
        let required = keywords.get("required").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        let root = Pointer::root();
        let known =
            properties.iter().filter(|(_, schema)| **schema != Value::Bool(true)).map(|(name, _)| name.as_str());
        for name in known.chain([UNDOCUMENTED]).map(|name| json!(name)).filter(|name| !required.contains(name)) {
            self.push(&root, Effect::Tightened, format!("{name} required"), Change::With("required", name));
        }
    }

    fn reference(&mut self, at: &Pointer, keywords: &Map<String, Value>, definitions: &Value) {
        let Some(reference) = keywords.get("$ref").and_then(Value::as_str) else { return };
        self.push(at, Effect::Loosened, "`$ref` removed", Change::Replace("$ref", Vec::new()));
        for other in others(reference, definitions) {
            self.replace(at, Effect::Changed, format!("`$ref` led to {other}"), "$ref", json!(other));
        }
    }

    /// The choice of a union.
    fn forms(&mut self, keywords: &Map<String, Value>, definitions: &Value) {
        let Some(Value::Array(entries)) = keywords.get("allOf") else { return };
        for (index, entry) in entries.iter().enumerate() {
            let Some(Value::Object(then)) = entry.get("then").filter(|then| then.get("$ref").is_some()) else {
                continue;
            };
            let entry = Pointer::root().join("allOf").join(&index.to_string());
            self.reference(&entry.join("then"), then, definitions);
        }
    }

    fn condition(&mut self, keywords: &Map<String, Value>) {
        use Effect::{Changed, Loosened};
        let root = Pointer::root();
        if let Some(test) = keywords.get("if") {
            self.replace(&root, Changed, "condition always holds", "if", Value::Bool(true));
            self.replace(&root, Changed, "condition never holds", "if", Value::Bool(false));
            self.replace(&root, Changed, "condition turned around", "if", json!({"not": test}));
            self.test(&root.clone().join("if"), test);
        }
        for side in ["then", "else"] {
            if let Some(Value::Object(below)) = keywords.get(side) {
                self.push(&root, Loosened, format!("`{side}` removed"), Change::Replace(side, Vec::new()));
                self.consequence(&root.clone().join(side), below);
            }
        }
        if !keywords.contains_key("if") {
            self.consequence(&root, keywords);
        }
    }

    /// What a condition asks: other values than those it names.
    fn test(&mut self, at: &Pointer, test: &Value) {
        let Some(Value::Object(properties)) = test.get("properties") else { return };
        for (name, below) in properties {
            let at = at.clone().join("properties").join(name);
            if let Some(Value::Array(values)) = below.get("enum") {
                for value in values {
                    self.push(
                        &at,
                        Effect::Changed,
                        format!("{value} not asked for"),
                        Change::Without("enum", value.clone()),
                    );
                }
            }
            self.test(&at, below);
        }
    }

    /// What follows from a condition.
    fn consequence(&mut self, at: &Pointer, keywords: &Map<String, Value>) {
        self.value(at, keywords);
        let Some(Value::Object(properties)) = keywords.get("properties") else { return };
        let at = at.clone().join("properties");
        for (name, below) in properties {
            match below {
                Value::Bool(false) => {
                    self.push(&at, Effect::Loosened, format!("`{name}` not forbidden"), Change::Drop(name.clone()));
                }
                Value::Object(below) => self.consequence(&at.clone().join(name), below),
                _ => {}
            }
        }
    }
}

/// Definitions of the same type as the one that is referred to.
fn others(reference: &str, definitions: &Value) -> Vec<String> {
    let Some(Value::Object(all)) = definitions.get("$defs") else { return Vec::new() };
    let name = reference.trim_start_matches("#/$defs/");
    let kind = |definition: &Value| definition.get("type").cloned();
    let others =
        all.iter().filter(|(other, definition)| *other != name && kind(definition) == all.get(name).and_then(kind));
    others.map(|(other, _)| format!("#/$defs/{other}")).collect()
}

/// A value of the same kind that is not documented.
fn other(value: &Value) -> Value {
    match value {
        Value::Bool(boolean) => json!(!boolean),
        Value::Number(number) => json!(number.as_i64().unwrap_or_default() + 1000),
        _ => json!(UNDOCUMENTED),
    }
}

impl fmt::Display for Mutation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}{}: {}", self.place, self.at, self.what)
    }
}
