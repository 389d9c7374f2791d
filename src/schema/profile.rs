//! The profile: the closed list of keywords and shapes that a schema may use, parsed into the model.

use super::{
    Array, Definition, File, Form, Integer, Member, Model, Node, Notes, Object, Pattern, Scalar, Shape, Target, Text,
    Union, Violation,
    keywords::{At, Parser},
    pattern, resolve,
};
use crate::{
    document::{Document, Kind},
    text::line_column,
};

/// The only dialect.
pub(super) const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The largest integer that every JSON parser holds exactly: 2^53−1.
pub(crate) const MAX_SAFE_INTEGER: i64 = 9_007_199_254_740_991;

/// Names that `format` can have; each needs a `pattern` that asserts it.
const FORMATS: [&str; 9] = ["date", "date-time", "email", "hostname", "ipv4", "ipv6", "time", "uri", "uuid"];

pub(super) fn parse(files: &[(&str, &str)]) -> Result<Model, Vec<Violation>> {
    let mut model = Model::default();
    let mut violations = Vec::new();
    for (name, text) in files {
        match Document::read(text.as_bytes()) {
            Err(faults) => violations.extend(faults.into_iter().map(|fault| Violation {
                file: (*name).to_owned(),
                at: Some(line_column(text.as_bytes(), fault.offset)),
                pointer: fault.pointer,
                message: format!("{}{}", fault.message, fault.tail.unwrap_or_default()),
            })),
            Ok(document) => {
                let mut parser = Parser { file: name, text, violations: &mut violations };
                let file = parser.file(&At::root(&document.root));
                model.files.insert((*name).to_owned(), file);
            }
        }
    }
    if violations.is_empty() {
        violations = resolve::check(&model);
        for violation in &mut violations {
            violation.at = line_of(files, violation);
        }
    }
    if violations.is_empty() { Ok(model) } else { Err(violations) }
}

/// Line and column of a violation that was found in the model.
fn line_of(files: &[(&str, &str)], violation: &Violation) -> Option<(usize, usize)> {
    let (_, text) = files.iter().find(|(name, _)| *name == violation.file)?;
    let document = Document::read(text.as_bytes()).ok()?;
    Some(line_column(text.as_bytes(), document.root.at(&violation.pointer)?.start))
}

impl Parser<'_> {
    fn file(&mut self, at: &At) -> File {
        if at.get("$schema").and_then(|dialect| dialect.value.as_str().map(str::to_owned)).as_deref() != Some(DIALECT) {
            self.violation(at, format!("`$schema` must be \"{DIALECT}\""));
        }
        let definitions = self.entries(at, "$defs").into_iter().map(|(name, at)| {
            if !name.starts_with(|first: char| first.is_ascii_uppercase())
                || !name.chars().all(|c| c.is_ascii_alphanumeric())
            {
                self.violation(
                    &at,
                    format!("a definition is named like a type, `Commit` or `MergeRequest`, not `{name}`"),
                );
            }
            Definition { name: name.to_owned(), node: self.node(&at, &[]) }
        });
        let definitions = definitions.collect();
        if at.get("type").is_none() {
            self.only(at, &["$schema", "$defs"], "a file without `type` holds definitions only");
            let Notes { title, description, .. } = self.notes(at);
            return File { title, description, root: None, definitions };
        }
        let root = self.node(at, &["$schema", "$defs"]);
        if !matches!(root.shape, Shape::Object(_)) {
            self.violation(at, "a payload is an object with `properties`".to_owned());
        }
        let Notes { title, description, .. } = root.notes.clone();
        File { title, description, root: Some(root), definitions }
    }

    pub(super) fn node(&mut self, at: &At, extra: &[&str]) -> Node {
        let mut nullable = false;
        let shape = match &at.value.kind {
            Kind::Boolean(true) => Shape::Selected,
            Kind::Object(_) if at.get("$ref").is_some() => self.reference(at),
            Kind::Object(_) => match at.get("type") {
                None => {
                    self.only(at, extra, "a value without `type` can be anything");
                    Shape::Any
                }
                Some(types) => match self.type_name(&types, &mut nullable) {
                    Some(name) => self.typed(at, name, extra),
                    None => Shape::Any,
                },
            },
            _ => {
                self.violation(at, "a schema is an object (or `true` for the discriminator inside a form)".to_owned());
                Shape::Any
            }
        };
        let values = match &shape {
            Shape::Integer(Integer { values, .. }) | Shape::Text(Text { values, .. }) => values.is_some(),
            Shape::Union(_) => true,
            _ => false,
        };
        if nullable && values {
            self.violation(
                at,
                "a nullable value has no `const`, no `enum` and no forms: null would never fit".to_owned(),
            );
        }
        Node { place: self.place(at), notes: self.notes(at), nullable, shape }
    }

    fn type_name<'d>(&mut self, at: &At<'d>, nullable: &mut bool) -> Option<&'d str> {
        let names: Vec<Option<&str>> = at.items().map(|item| item.value.as_str()).collect();
        match (at.value.as_str(), names.as_slice()) {
            (Some(name), _) => Some(name),
            (None, [Some(name), Some("null")]) if *name != "null" => {
                *nullable = true;
                Some(name)
            }
            _ => {
                self.violation(at, "`type` is one name, or a list of one name and \"null\"".to_owned());
                None
            }
        }
    }

    fn typed(&mut self, at: &At, name: &str, extra: &[&str]) -> Shape {
        let keywords: &[&str] = match name {
            "null" | "boolean" | "number" => &[],
            "integer" => &["minimum", "maximum", "enum", "const"],
            "string" => &["pattern", "x-expected", "format", "minLength", "maxLength", "enum", "const"],
            "array" => &["items", "minItems", "maxItems", "uniqueItems"],
            "object" => &["properties", "required", "additionalProperties", "allOf"],
            _ => {
                self.violation(at, format!("`{name}` is no type of JSON Schema"));
                return Shape::Any;
            }
        };
        let allowed: Vec<&str> = keywords.iter().chain(&["type"]).chain(extra).copied().collect();
        self.only(at, &allowed, &format!("the type `{name}`"));
        match name {
            "null" => Shape::Null,
            "boolean" => Shape::Boolean,
            "number" => Shape::Number,
            "integer" => Shape::Integer(self.integer(at)),
            "string" => Shape::Text(self.string(at)),
            "array" => Shape::Array(self.array(at)),
            _ if is_union(at) => self.union(at),
            _ => Shape::Object(self.object(at)),
        }
    }

    fn integer(&mut self, at: &At) -> Integer {
        let values = self.values(at, |value| matches!(value, Scalar::Integer(_)));
        let [minimum, maximum] =
            ["minimum", "maximum"].map(|keyword| at.get(keyword).and_then(|limit| self.whole(&limit)));
        let limited = ["maximum", "enum", "const"].iter().any(|keyword| at.get(keyword).is_some());
        if !limited || maximum.is_some_and(|maximum| maximum > MAX_SAFE_INTEGER) {
            let message =
                format!("an integer needs a `maximum` of at most {MAX_SAFE_INTEGER}: beyond it parsers disagree");
            self.violation(at, message);
        }
        Integer { minimum, maximum, values }
    }

    fn string(&mut self, at: &At) -> Text {
        let values = self.values(at, is_text);
        let pattern = self.pattern(at);
        let format = at.get("format").and_then(|format| self.text(&format));
        if let Some(format) = format.as_deref().filter(|format| !FORMATS.contains(format)) {
            self.violation(at, format!("`format` \"{format}\" is none of {}", FORMATS.join(", ")));
        }
        if format.is_some() && at.get("pattern").is_none() {
            let message = "a `format` needs a `pattern` beside it: validators assert formats differently";
            self.violation(at, message.to_owned());
        }
        let [min_length, max_length] = ["minLength", "maxLength"].map(|keyword| self.count(at, keyword));
        Text { pattern, format, min_length, max_length, values }
    }

    pub(super) fn pattern(&mut self, at: &At) -> Option<Pattern> {
        let [regex, expected] = ["pattern", "x-expected"].map(|keyword| at.get(keyword));
        if regex.is_none() && expected.is_some() {
            self.violation(at, "`x-expected` says what a `pattern` means, and there is none".to_owned());
        }
        let regex = self.text(&regex?)?;
        if let Some(problem) = pattern::problem(&regex) {
            self.violation(at, format!("`pattern`: {problem}"));
        }
        if expected.is_none() {
            self.violation(at, "a `pattern` needs an `x-expected` that completes \"must be …\"".to_owned());
        }
        Some(Pattern { regex, expected: self.text(&expected?)? })
    }

    fn array(&mut self, at: &At) -> Array {
        let items = if let Some(items) = at.get("items") {
            self.node(&items, &[])
        } else {
            self.violation(at, "an array needs `items`".to_owned());
            Node { place: self.place(at), notes: Notes::default(), nullable: false, shape: Shape::Any }
        };
        let [min_items, max_items] = ["minItems", "maxItems"].map(|keyword| self.count(at, keyword));
        let unique = at.get("uniqueItems").is_some_and(|unique| self.yes_or_no(&unique));
        Array { items: Box::new(items), min_items, max_items, unique }
    }

    fn object(&mut self, at: &At) -> Object {
        if !at.get("additionalProperties").is_some_and(|closed| matches!(closed.value.kind, Kind::Boolean(false))) {
            self.violation(at, "an object is closed: write `\"additionalProperties\": false`".to_owned());
        }
        let members = self.members(at);
        Object { members, closed: true, conditions: self.conditions(at) }
    }

    fn members(&mut self, at: &At) -> Vec<Member> {
        let required = self.names(at, "required");
        if at.get("properties").is_none() {
            self.violation(at, "an object needs `properties`".to_owned());
            return Vec::new();
        }
        let entries = self.entries(at, "properties").into_iter();
        let members = entries.map(|(name, at)| Member {
            name: name.to_owned(),
            required: required.iter().any(|other| other == name),
            added: false,
            node: self.node(&at, &[]),
        });
        let members: Vec<Member> = members.collect();
        for name in required.iter().filter(|&name| members.iter().all(|member| member.name != *name)) {
            self.violation(at, format!("`required` names `{name}`, which is none of the `properties`"));
        }
        members
    }

    fn union(&mut self, at: &At) -> Shape {
        if at.get("additionalProperties").is_some() {
            self.violation(at, "a union is not closed: its forms are".to_owned());
        }
        let Ok([discriminator]) = <[Member; 1]>::try_from(self.members(at)) else {
            self.violation(at, "a union has one property, its discriminator".to_owned());
            return Shape::Any;
        };
        let forms = self.items(at, "allOf").iter().filter_map(|form| self.form(form, &discriminator)).collect();
        Shape::Union(Union { discriminator: Box::new(discriminator), forms })
    }

    fn form(&mut self, at: &At, discriminator: &Member) -> Option<Form> {
        self.exactly(at, &["if", "then"], "a form of a union");
        let test = self.test(&at.get("if")?, &[])?;
        let then = at.get("then")?;
        self.exactly(&then, &["$ref"], "the `then` of a form");
        let Shape::Ref(target) = self.target(&then) else { return None };
        let values = match test.question {
            super::Question::Absent => Vec::new(),
            super::Question::OneOf(values) if values.list.iter().all(is_text) => {
                values.list.iter().map(ToString::to_string).collect()
            }
            _ => {
                self.violation(at, "a form is selected by a text of the discriminator, or by its absence".to_owned());
                return None;
            }
        };
        if test.path != [discriminator.name.as_str()] {
            self.violation(
                at,
                format!("this form is not selected by the union's discriminator `{}`", discriminator.name),
            );
        }
        Some(Form { values, target })
    }

    fn reference(&mut self, at: &At) -> Shape {
        self.only(at, &["$ref"], "a reference");
        self.target(at)
    }

    fn target(&mut self, at: &At) -> Shape {
        let Some(text) = at.get("$ref").and_then(|reference| self.text(&reference)) else { return Shape::Any };
        let Some((file, name)) = text.split_once("#/$defs/") else {
            self.violation(
                at,
                format!("`$ref` names a definition, `#/$defs/Name` or `file.schema.json#/$defs/Name`, not `{text}`"),
            );
            return Shape::Any;
        };
        let file = if file.is_empty() { self.file } else { file };
        Shape::Ref(Target { file: file.to_owned(), name: name.to_owned() })
    }
}

fn is_text(value: &Scalar) -> bool {
    matches!(value, Scalar::Text(_))
}

/// A union's `allOf` selects definitions; an object's states conditions.
fn is_union(at: &At) -> bool {
    let list = at.get("allOf");
    list.iter().flat_map(At::items).any(|entry| entry.get("then").is_some_and(|then| then.get("$ref").is_some()))
}
