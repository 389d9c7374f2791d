//! The profile: one schema that uses all of it is accepted, and every rule refuses one change of that schema.

mod conditions;
mod files;
mod patterns;
mod unions;
mod values;

use std::collections::{BTreeMap, BTreeSet};

use hookproof::{
    document::Document,
    pointer::Pointer,
    schema::{self, Model, Node, Question, Shape, Test, Tie, Violation},
    text::line_column,
};
use serde_json::Value;

pub(crate) const PUSH: &str = "push.schema.json";
const COMMON: &str = "common.schema.json";

/// Every keyword of the profile.
const KEYWORDS: [&str; 30] = [
    "$defs",
    "$ref",
    "$schema",
    "additionalProperties",
    "allOf",
    "const",
    "description",
    "else",
    "enum",
    "examples",
    "format",
    "if",
    "items",
    "maxItems",
    "maxLength",
    "maximum",
    "minItems",
    "minLength",
    "minimum",
    "not",
    "pattern",
    "properties",
    "required",
    "then",
    "title",
    "type",
    "uniqueItems",
    "x-evidence",
    "x-expected",
    "x-rule",
];

/// JSON files that a case changes, each a name and its content.
#[derive(Clone)]
pub(crate) struct Files(Vec<(&'static str, Value)>);

/// A claim, a schema, the place of the violation below the one that the schema takes, and a part of the message.
pub(crate) type Row = (&'static str, &'static str, &'static str, &'static str);

/// A claim, a place of the accepted payload, what to put there (an empty text removes it), the place of the violation, and a
/// part of the message.
pub(crate) type Edit = (&'static str, &'static str, &'static str, &'static str, &'static str);

/// The one violation that must be found.
pub(crate) struct Expected {
    pub(crate) file: &'static str,
    pub(crate) pointer: String,
    pub(crate) message: &'static str,
}

impl Files {
    /// Two files that use everything that the profile has.
    pub(crate) fn accepted() -> Self {
        let common = include_str!("profile/accepted/common.schema.json");
        let push = include_str!("profile/accepted/push.schema.json");
        Self::read([(COMMON, common), (PUSH, push)])
    }

    pub(crate) fn read(files: impl IntoIterator<Item = (&'static str, &'static str)>) -> Self {
        Self(files.into_iter().map(|(name, text)| (name, parsed(text))).collect())
    }

    /// Puts a value at a place that is there, or adds a member or item; an empty text removes a member.
    pub(crate) fn edit(mut self, file: &str, pointer: &str, value: &str) -> Self {
        let (_, root) = self.0.iter_mut().find(|(name, _)| *name == file).expect("the file is there");
        let value = (!value.is_empty()).then(|| parsed(value));
        let Some((above, name)) = pointer.rsplit_once('/') else {
            *root = value.expect("a file is not removed");
            return self;
        };
        match (root.pointer_mut(above).unwrap_or_else(|| panic!("nothing stands at {above}")), value) {
            (Value::Object(members), Some(value)) => drop(members.insert(name.to_owned(), value)),
            (Value::Object(members), None) => drop(members.shift_remove(name).expect("the member is there")),
            (Value::Array(items), Some(value)) if name == "-" => items.push(value),
            (Value::Array(items), Some(value)) => items[name.parse::<usize>().expect("an index")] = value,
            (other, _) => panic!("{pointer} leads into {other}"),
        }
        self
    }

    /// One more file.
    pub(crate) fn with(mut self, name: &'static str, text: &str) -> Self {
        self.0.push((name, parsed(text)));
        self
    }

    /// The contents, by file name.
    pub(crate) fn contents(&self) -> BTreeMap<&'static str, Value> {
        self.0.iter().cloned().collect()
    }

    /// The texts, by file name.
    pub(crate) fn texts(&self) -> Vec<(&'static str, String)> {
        self.0.iter().map(|(name, schema)| (*name, format!("{schema:#}\n"))).collect()
    }

    pub(crate) fn parse(&self) -> Result<Model, Vec<Violation>> {
        let texts = self.texts();
        Model::parse(&texts.iter().map(|(name, text)| (*name, text.as_str())).collect::<Vec<_>>())
    }

    /// What is wrong with what is found in these schemas, if anything is.
    fn missed(&self, expected: &Expected) -> Option<String> {
        let found = self.parse().err().unwrap_or_default();
        let met = match found.as_slice() {
            [violation] => {
                violation.file == expected.file
                    && violation.pointer.to_string() == expected.pointer
                    && violation.at == Some(self.line_of(expected))
                    && violation.message.contains(expected.message)
            }
            _ => false,
        };
        let found: Vec<String> = found.iter().map(|violation| format!("\n  {violation}")).collect();
        let Expected { file, pointer, message } = expected;
        (!met).then(|| format!("expected {file}: {pointer}: {message}\n  found{}", found.concat()))
    }

    fn line_of(&self, expected: &Expected) -> (usize, usize) {
        let texts = self.texts();
        let (_, text) = texts.iter().find(|(name, _)| *name == expected.file).expect("the file is there");
        let document = Document::read(text.as_bytes()).expect("it is JSON");
        let pointer = Pointer::parse(&expected.pointer).expect("a pointer");
        let value = document.root.at(&pointer).unwrap_or_else(|| panic!("nothing stands at {pointer}"));
        line_column(text.as_bytes(), value.start)
    }
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// Asserts that every schema, put at a place of the accepted payload, is refused there and nowhere else.
pub(crate) fn refused(place: &str, rows: &[Row]) {
    all_refused(rows.iter().map(|&(claim, schema, below, message)| {
        let expected = Expected { file: PUSH, pointer: format!("{place}{below}"), message };
        (claim, Files::accepted().edit(PUSH, place, schema), expected)
    }));
}

/// Asserts that every edit of the accepted payload is refused where it says, and nowhere else.
pub(crate) fn refused_after(edits: &[Edit]) {
    all_refused(edits.iter().map(|&(claim, place, schema, pointer, message)| {
        let expected = Expected { file: PUSH, pointer: pointer.to_owned(), message };
        (claim, Files::accepted().edit(PUSH, place, schema), expected)
    }));
}

/// Asserts that every set of schemas has the one violation that is expected of it.
pub(crate) fn all_refused(cases: impl IntoIterator<Item = (&'static str, Files, Expected)>) {
    let missed: Vec<String> = cases
        .into_iter()
        .filter_map(|(claim, schemas, expected)| Some(format!("{claim}: {}", schemas.missed(&expected)?)))
        .collect();
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn one_schema_uses_every_keyword_of_the_profile_and_is_accepted() {
    let schemas = Files::accepted();
    if let Err(violations) = schemas.parse() {
        panic!("{}", violations.iter().map(Violation::to_string).collect::<Vec<_>>().join("\n"));
    }
    let mut used = BTreeSet::new();
    schemas.0.iter().for_each(|(_, schema)| keywords(schema, &mut used));
    assert_eq!(used, BTreeSet::from(KEYWORDS));
}

#[test]
fn the_accepted_schema_has_every_shape_and_every_condition() {
    let model = Files::accepted().parse().expect("it is accepted");
    let mut shapes = BTreeSet::new();
    for file in model.files.values() {
        let definitions = file.definitions.iter().map(|definition| &definition.node);
        file.root.iter().chain(definitions).for_each(|node| shapes_below(node, &mut shapes));
    }
    assert_eq!(shapes.len(), 11, "{shapes:?}");
    let conditions = schema::conditions(&model);
    let questions: BTreeSet<_> = conditions.iter().filter_map(|condition| condition.test.as_ref()).map(asked).collect();
    assert_eq!(questions.len(), 5, "{questions:?}");
    let mut ties = BTreeSet::new();
    let sides = conditions.iter().flat_map(|condition| [&condition.then, &condition.otherwise]);
    sides.flat_map(|side| &side.ties).for_each(|(_, tie)| ties_below(tie, &mut ties));
    assert_eq!(ties.len(), 6, "{ties:?}");
}

/// The keys of a schema that are keywords: neither names of members and definitions nor parts of an annotation.
fn keywords<'s>(schema: &'s Value, found: &mut BTreeSet<&'s str>) {
    let Some(members) = schema.as_object() else {
        return schema.as_array().into_iter().flatten().for_each(|item| keywords(item, found));
    };
    for (keyword, value) in members {
        found.insert(keyword);
        match (keyword.as_str(), value.as_object()) {
            ("properties" | "$defs", Some(named)) => named.values().for_each(|below| keywords(below, found)),
            ("x-evidence" | "examples", _) => {}
            _ => keywords(value, found),
        }
    }
}

fn shapes_below(node: &Node, found: &mut BTreeSet<String>) {
    let shape = format!("{:?}", node.shape);
    found.insert(shape.split('(').next().unwrap_or_default().to_owned());
    match &node.shape {
        Shape::Array(array) => shapes_below(&array.items, found),
        Shape::Object(object) => object.members.iter().for_each(|member| shapes_below(&member.node, found)),
        Shape::Union(union) => shapes_below(&union.discriminator.node, found),
        _ => {}
    }
}

/// What a test asks, and whether it goes down.
fn asked(test: &Test) -> (&'static str, bool) {
    let question = match test.question {
        Question::Present => "present",
        Question::Absent => "absent",
        Question::OneOf(_) => "one of",
    };
    (question, test.path.len() > 1)
}

fn ties_below(tie: &Tie, found: &mut BTreeSet<&'static str>) {
    let Tie { values, pattern, not, required, members } = tie;
    let parts = [
        ("const", values.as_ref().is_some_and(|values| values.constant)),
        ("enum", values.as_ref().is_some_and(|values| !values.constant)),
        ("pattern", pattern.is_some()),
        ("not", not.is_some()),
        ("required", !required.is_empty()),
        ("properties", !members.is_empty()),
    ];
    found.extend(parts.into_iter().filter_map(|(name, there)| there.then_some(name)));
    for (_, below) in members {
        ties_below(below, found);
    }
}
