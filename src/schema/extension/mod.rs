//! What a pack allows of a payload beyond its document: read from a file, and written to one.
//!
//! Each entry is matched with the constraints of the event by rule, pointer and keyword, and refused where the open schema
//! demands the same. Then the model changes at that one way through the payload: definitions on the way are written out,
//! since others share them. The documented schema of such an event is computed from the model and not read from its file;
//! each part of it bears its place in the files, so that findings name the same keyword. The open schema stays that of the
//! document, so nothing that is invalid becomes valid, and recognition has read its values before.

mod about;
mod observed;
mod widen;

use serde_json::{Map, Value, json};

use super::{
    Node, Observed, Pattern, Place, Scalar, Shape, Violation, emit,
    keywords::{At, Parser},
    written,
};
use crate::{
    document::{Document, Kind},
    pointer::Pointer,
    text::line_column,
};

pub use about::{Ground, widen};
pub use observed::{merged, seen};

/// What is allowed of the payloads of one event, in addition to what is documented.
#[derive(Debug, Clone, Default)]
pub struct Extension {
    /// One entry for each thing that is allowed, in order.
    pub allowed: Vec<Allowed>,
}

/// One keyword of a documented schema that is allowed to fail, and what may stand there then.
///
/// Its rule, pointer, member and schema are those of the finding that it makes silent.
#[derive(Debug, Clone)]
pub struct Allowed {
    /// Where it stands in its file.
    pub place: Place,
    /// Line and column of it.
    pub at: (usize, usize),
    /// The rule, as findings name it.
    pub rule: String,
    /// The place in the payload; `*` stands for the items of a list.
    pub pointer: Pointer,
    /// The member that may be missing, for `required`.
    pub member: Option<String>,
    /// The keyword, where rule and pointer alone could mean several.
    pub schema: Option<Place>,
    /// What may stand there.
    pub what: What,
    /// In how many payloads it was seen, and at how many places of them.
    pub observed: Option<(u64, u64)>,
}

/// What may stand at a place.
#[derive(Debug, Clone)]
pub enum What {
    /// A member that nothing documents, with such a value.
    Value(Box<Node>),
    /// These values too.
    Values(Vec<Scalar>),
    /// A text of this form too.
    Pattern(Pattern),
    /// A number, a length or a count up to this.
    Limit(i64),
    /// Null too.
    Null,
    /// Whatever the keyword refuses.
    Anything,
}

/// The members of an entry that say what is allowed: each entry has one of them.
const WHATS: [&str; 6] = ["value", "values", "pattern", "limit", "null", "anything"];

/// The rules that an entry can be about, and what it can say then.
const RULES: [(&str, &[&str]); 15] = [
    ("additionalProperties", &["value", "anything"]),
    ("forbidden", &["value", "anything"]),
    ("enum", &["values", "anything"]),
    ("const", &["values", "anything"]),
    ("not", &["anything"]),
    ("pattern", &["pattern", "anything"]),
    ("type", &["null", "anything"]),
    ("minimum", &["limit"]),
    ("maximum", &["limit"]),
    ("minLength", &["limit"]),
    ("maxLength", &["limit"]),
    ("minItems", &["limit"]),
    ("maxItems", &["limit"]),
    ("uniqueItems", &["anything"]),
    ("required", &["anything"]),
];

impl Extension {
    /// Reads a file.
    ///
    /// # Errors
    ///
    /// Every place of it that is not as it must be.
    pub fn read(file: &str, text: &str) -> Result<Self, Vec<Violation>> {
        let mut violations = Vec::new();
        let document = Document::read(text.as_bytes()).map_err(|faults| {
            let violation = |fault: crate::document::Fault| Violation {
                file: file.to_owned(),
                at: Some(line_column(text.as_bytes(), fault.offset)),
                pointer: fault.pointer,
                message: format!("{}{}", fault.message, fault.tail.unwrap_or_default()),
            };
            faults.into_iter().map(violation).collect::<Vec<_>>()
        })?;
        let mut parser = Parser { file, text, violations: &mut violations };
        let extension = parser.extension(&At::root(&document.root));
        if violations.is_empty() { Ok(extension) } else { Err(violations) }
    }

    /// The file's contents as JSON.
    #[must_use]
    pub fn to_json(&self) -> Value {
        json!({ "allowed": self.allowed.iter().map(Allowed::to_json).collect::<Vec<_>>() })
    }
}

impl Allowed {
    /// The entry as JSON.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let mut entry = Map::new();
        entry.insert("pointer".to_owned(), json!(self.pointer.to_string()));
        entry.insert("rule".to_owned(), json!(self.rule));
        entry.extend(self.member.iter().map(|member| ("member".to_owned(), json!(member))));
        entry.extend(self.schema.iter().map(|schema| ("schema".to_owned(), json!(schema.to_string()))));
        match &self.what {
            What::Value(node) => drop(entry.insert("value".to_owned(), emit::fragment(node))),
            What::Values(values) => {
                entry.insert("values".to_owned(), values.iter().map(Value::from).collect());
            }
            What::Pattern(pattern) => entry.extend(written::pattern(pattern)),
            What::Limit(limit) => drop(entry.insert("limit".to_owned(), json!(limit))),
            What::Null => drop(entry.insert("null".to_owned(), json!(true))),
            What::Anything => drop(entry.insert("anything".to_owned(), json!(true))),
        }
        if let Some((payloads, times)) = self.observed {
            entry.insert("observed".to_owned(), json!({"payloads": payloads, "times": times}));
        }
        Value::Object(entry)
    }

    /// How often it was seen, as the model keeps it; nothing where no count is given.
    fn seen(&self) -> Option<Observed> {
        let (payloads, times) = self.observed?;
        Some(Observed { rule: self.rule.clone(), payloads, times })
    }
}

impl Parser<'_> {
    fn extension(&mut self, at: &At) -> Extension {
        if at.value.members().is_none() {
            self.violation(at, "an extension is an object with `allowed`".to_owned());
            return Extension::default();
        }
        self.known(at, &["$schema", "description", "allowed"], "an extension of an event");
        if at.get("allowed").is_none() {
            self.violation(at, "`allowed` is missing: what does the pack allow?".to_owned());
        }
        let entries = self.items(at, "allowed");
        Extension { allowed: entries.iter().filter_map(|entry| self.allowed(entry)).collect() }
    }

    fn allowed(&mut self, at: &At) -> Option<Allowed> {
        if at.value.members().is_none() {
            self.violation(at, "an entry of `allowed` is an object".to_owned());
            return None;
        }
        let expected = ["pointer", "rule", "member", "schema", "x-expected", "observed", "description"];
        self.known(at, &[&expected[..], &WHATS].concat(), "an entry of `allowed`");
        let pointer = self.needed(at, "pointer").and_then(|text| self.pointer(at, &text));
        let rule = self.needed(at, "rule")?;
        let Some((_, whats)) = RULES.iter().find(|(known, _)| *known == rule) else {
            let names: Vec<&str> = RULES.iter().map(|(name, _)| *name).collect();
            self.violation(at, format!("`{rule}` is no rule that a pack can relax: those are {}", names.join(", ")));
            return None;
        };
        let given: Vec<&str> = WHATS.into_iter().filter(|what| at.get(what).is_some()).collect();
        if given.len() != 1 || !whats.contains(&given[0]) {
            self.violation(
                at,
                format!("for `{rule}`, an entry has one member that says what is allowed: {}", or(whats)),
            );
            return None;
        }
        let member = at.get("member").and_then(|member| self.text(&member));
        if member.is_some() != (rule == "required") {
            self.violation(at, "`member` names what may be missing: it stands for the rule `required` only".to_owned());
        }
        let schema = at.get("schema").and_then(|schema| self.text(&schema)).and_then(|text| {
            let place = text.split_once('#').and_then(|(file, pointer)| {
                Some(Place { file: file.rsplit('/').next()?.to_owned(), pointer: Pointer::parse(pointer).ok()? })
            });
            if place.is_none() {
                self.violation(at, format!("`schema` is a file and a pointer, as findings have it, not `{text}`"));
            }
            place
        });
        let observed = at.get("observed").and_then(|observed| {
            self.exactly(&observed, &["payloads", "times"], "`observed`");
            Some((self.count(&observed, "payloads")?, self.count(&observed, "times")?))
        });
        let what = self.what(at, given[0])?;
        let offset = line_column(self.text.as_bytes(), at.value.start);
        Some(Allowed { place: self.place(at), at: offset, rule, pointer: pointer?, member, schema, what, observed })
    }

    fn what(&mut self, at: &At, name: &str) -> Option<What> {
        let below = at.get(name)?;
        match name {
            "value" => {
                let node = self.node(&below, &[]);
                self.alone(&below, &node);
                Some(What::Value(Box::new(node)))
            }
            "values" => {
                let values = self.items(at, "values").iter().filter_map(|value| self.scalar(value)).collect();
                Some(What::Values(values))
            }
            "pattern" => self.pattern(at).map(What::Pattern),
            "limit" => self.whole(&below).map(What::Limit),
            _ => {
                if !matches!(below.value.kind, Kind::Boolean(true)) {
                    self.violation(&below, format!("`{name}` is true, or not there"));
                }
                Some(if name == "null" { What::Null } else { What::Anything })
            }
        }
    }

    /// What is added stands alone: it refers to nothing and has no conditions.
    fn alone(&mut self, at: &At, node: &Node) {
        match &node.shape {
            Shape::Ref(_) | Shape::Union(_) | Shape::Selected => {
                self.violation(at, "what a pack adds is written out: no `$ref`, no union".to_owned());
            }
            Shape::Array(array) => self.alone(at, &array.items),
            Shape::Object(object) => {
                if !object.conditions.is_empty() {
                    self.violation(at, "what a pack adds has no conditions".to_owned());
                }
                for member in &object.members {
                    self.alone(at, &member.node);
                }
            }
            _ => {}
        }
    }

    fn needed(&mut self, at: &At, name: &str) -> Option<String> {
        let Some(below) = at.get(name) else {
            self.violation(at, format!("an entry of `allowed` needs `{name}`"));
            return None;
        };
        self.text(&below)
    }

    fn pointer(&mut self, at: &At, text: &str) -> Option<Pointer> {
        let pointer = Pointer::parse(text);
        pointer.map_err(|problem| self.violation(at, problem)).ok()
    }
}

fn or(words: &[&str]) -> String {
    super::words::or(&words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>())
}
