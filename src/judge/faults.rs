//! What a validator reports, made into one fault for one fault of the payload.

use std::{cmp::Reverse, collections::BTreeSet, iter::repeat_n};

use jsonschema::{
    JsonType, ValidationError,
    error::{TypeKind, ValidationErrorKind},
};
use serde_json::Value as Json;

use crate::{
    catalog::Known,
    pointer::Pointer,
    report::Severity,
    schema::{self, Condition, Form, Model, Object, Question, Shape, words::Side},
};

/// The scheme under which schema files are known to `jsonschema`; nothing is ever fetched from it.
pub(super) const BASE: &str = "hookproof:///";

/// What a failed keyword demands, in words as far as they need no payload.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Claim {
    /// This member must be there.
    Member(String),
    /// The value must be one of these types.
    Types(String),
    /// The value must be one of these.
    Values(Vec<String>),
    /// The value must not be this one.
    Not(String),
    /// The value must match.
    Pattern(String),
    /// A limit, as the end of a sentence.
    Limit(String),
    /// Something else.
    Other,
}

/// One failed keyword.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) severity: Severity,
    pub(super) rule: String,
    pub(super) pointer: Pointer,
    pub(super) member: Option<String>,
    /// The file and place of the keyword.
    pub(super) file: String,
    pub(super) keyword: Pointer,
    pub(super) claim: Claim,
}

impl Fault {
    /// The faults of one error: an error about undocumented members is one fault a member.
    pub(super) fn all(error: &ValidationError) -> Vec<Self> {
        let location = error.absolute_keyword_location().map_or("", |location| location.as_str());
        let location = location.strip_prefix(BASE).unwrap_or(location);
        let (file, fragment) = location.split_once('#').unwrap_or(("", location));
        let keyword = parse(if location.is_empty() { error.schema_path().as_str() } else { fragment });
        let said = (file.to_owned(), keyword, claim(error.kind()));
        let gists = gists(error);
        // The last one takes what is said, and needs no copy.
        let said = repeat_n(said, gists.len());
        let fault = |((rule, pointer, member), (file, keyword, claim))| Self {
            severity: Severity::Drift,
            rule,
            pointer,
            member,
            file,
            keyword,
            claim,
        };
        gists.into_iter().zip(said).map(fault).collect()
    }

    /// What is wrong and where, whatever keyword says so.
    pub(super) fn gist(&self) -> (&str, &Pointer, Option<&str>) {
        (&self.rule, &self.pointer, self.member.as_deref())
    }

    /// The place that is at fault: the value, or the member that is missing.
    fn place(&self) -> Pointer {
        match &self.member {
            Some(member) => self.pointer.clone().join(member),
            None => self.pointer.clone(),
        }
    }

    /// The condition that the keyword belongs to, and the names that lead from the condition's object to its place.
    pub(super) fn condition<'c>(&self, known: Known<'c>) -> Option<(&'c Condition, Side, usize)> {
        if !self.keyword.tokens().iter().any(|token| token == "allOf") {
            return None;
        }
        let file = self.file.rsplit('/').next()?;
        let conditions = schema::conditions(&known.entry.model).into_iter();
        let mut fitting = conditions.filter(|condition| condition.place.file == file);
        let condition = fitting.find(|condition| self.keyword.is_within(&condition.place.pointer))?;
        let below = &self.keyword.tokens()[condition.place.pointer.tokens().len()..];
        let side = match below.first().map(String::as_str) {
            Some("else") => Side::Otherwise,
            _ => Side::Then,
        };
        let levels = below.windows(2).filter(|pair| pair[0] == "properties").count();
        Some((condition, side, levels))
    }
}

/// What an error says is wrong and where: the rule, the place and the member that is missing there. Two schemas that report
/// the same fault of a payload have this in common.
pub(super) fn gists(error: &ValidationError) -> Vec<(String, Pointer, Option<String>)> {
    let (rule, pointer) = (error.kind().keyword().to_owned(), parse(error.instance_path().as_str()));
    match error.kind() {
        ValidationErrorKind::AdditionalProperties { unexpected } => {
            unexpected.iter().map(|name| (rule.clone(), pointer.clone().join(name), None)).collect()
        }
        ValidationErrorKind::Required { property } => vec![(rule, pointer, property.as_str().map(str::to_owned))],
        ValidationErrorKind::FalseSchema => vec![("forbidden".to_owned(), pointer, None)],
        _ => vec![(rule, pointer, None)],
    }
}

/// One fault for each fault of the payload.
///
/// - A member that must not be there is not looked at.
/// - Where `type` fails, nothing else is reported at that place; of several keywords about one value, the worst one.
/// - What follows from a value that is itself at fault is not reported.
pub(super) fn distinct(known: Known, mut faults: Vec<Fault>) -> Vec<Fault> {
    name_forbidden(known, &mut faults);
    // Sets, since a payload can have as many faults as members.
    let unwanted: BTreeSet<Pointer> =
        faults.iter().filter(|fault| is_about_presence(fault)).map(|fault| fault.pointer.clone()).collect();
    faults.retain(|fault| is_about_presence(fault) || !lies_within(&fault.pointer, &unwanted));
    let places: BTreeSet<Pointer> = faults.iter().map(Fault::place).collect();
    faults.retain(|fault| !follows_from_another(known, fault, &places));
    faults.sort_by_key(|fault| (Reverse(fault.severity), rank(&fault.rule), fault.keyword.tokens().len()));
    let mut said = BTreeSet::new();
    faults.retain(|fault| said.insert((fault.pointer.clone(), fault.member.clone())));
    faults
}

/// The faults that are there whatever becomes of the others: all keywords that fail, but not those that look at the value
/// of a member that must not be there.
pub(super) fn independent(known: Known, mut faults: Vec<Fault>) -> Vec<Fault> {
    name_forbidden(known, &mut faults);
    let unwanted: BTreeSet<Pointer> =
        faults.iter().filter(|fault| is_about_presence(fault)).map(|fault| fault.pointer.clone()).collect();
    faults.retain(|fault| {
        let looked_at = if is_about_presence(fault) { fault.pointer.above(1) } else { fault.pointer.clone() };
        if !lies_within(&looked_at, &unwanted) {
            return true;
        }
        // A condition of an object above says what it says whether or not the member is documented.
        fault.condition(known).is_some_and(|(_, _, levels)| !lies_within(&fault.pointer.above(levels), &unwanted))
    });
    faults
}

/// Names those undocumented members that another form of the same payload documents.
fn name_forbidden(known: Known, faults: &mut [Fault]) {
    for fault in faults {
        if fault.rule == "additionalProperties" && is_documented_by_another_form(known, fault) {
            "forbidden".clone_into(&mut fault.rule);
        }
    }
}

/// Whether a place is one of these or lies below one.
fn lies_within(place: &Pointer, places: &BTreeSet<Pointer>) -> bool {
    !places.is_empty() && (0..=place.tokens().len()).any(|levels| places.contains(&place.above(levels)))
}

fn claim(kind: &ValidationErrorKind) -> Claim {
    let limit = |words: &str, limit: &dyn std::fmt::Display, unit: &str| Claim::Limit(format!("{words} {limit}{unit}"));
    match kind {
        ValidationErrorKind::Required { property } => Claim::Member(property.as_str().unwrap_or_default().to_owned()),
        ValidationErrorKind::Type { kind: TypeKind::Single(name) } => Claim::Types(noun(*name).to_owned()),
        ValidationErrorKind::Type { kind: TypeKind::Multiple(names) } => {
            let (null, mut nouns): (Vec<JsonType>, Vec<JsonType>) =
                names.iter().partition(|name| *name == JsonType::Null);
            nouns.extend(null);
            Claim::Types(nouns.into_iter().map(noun).collect::<Vec<_>>().join(" or "))
        }
        ValidationErrorKind::Constant { expected_value } => Claim::Values(vec![quoted(expected_value)]),
        ValidationErrorKind::Enum { options } => {
            Claim::Values(options.as_array().map(|options| options.iter().map(quoted).collect()).unwrap_or_default())
        }
        ValidationErrorKind::Not { schema } => {
            schema.get("const").map_or(Claim::Other, |value| Claim::Not(quoted(value)))
        }
        ValidationErrorKind::Pattern { pattern } => Claim::Pattern(pattern.clone()),
        ValidationErrorKind::Minimum { limit: least } => limit("must be at least", least, ""),
        ValidationErrorKind::Maximum { limit: most } => limit("must be at most", most, ""),
        ValidationErrorKind::MinLength { limit: least } => limit("must have at least", least, " characters"),
        ValidationErrorKind::MaxLength { limit: most } => limit("must have at most", most, " characters"),
        ValidationErrorKind::MinItems { limit: least } => limit("must have at least", least, " items"),
        ValidationErrorKind::MaxItems { limit: most } => limit("must have at most", most, " items"),
        ValidationErrorKind::UniqueItems => Claim::Limit("must not have two equal items".to_owned()),
        _ => Claim::Other,
    }
}

fn quoted(value: &Json) -> String {
    match value {
        Json::String(text) if text.is_empty() => "empty text".to_owned(),
        Json::String(text) => format!("`{text}`"),
        other => format!("`{other}`"),
    }
}

fn noun(name: JsonType) -> &'static str {
    match name {
        JsonType::Null => "null",
        JsonType::Boolean => "a boolean",
        JsonType::Integer => "an integer",
        JsonType::Number => "a number",
        JsonType::String => "a string",
        JsonType::Array => "an array",
        JsonType::Object => "an object",
    }
}

fn is_about_presence(fault: &Fault) -> bool {
    matches!(fault.rule.as_str(), "forbidden" | "additionalProperties")
}

/// Of several keywords that fail at one value, the one that says most.
fn rank(rule: &str) -> usize {
    const ORDER: [&str; 6] = ["forbidden", "additionalProperties", "type", "const", "enum", "pattern"];
    ORDER.iter().position(|other| *other == rule).unwrap_or(ORDER.len())
}

/// Whether an undocumented member of a form is documented by another form of the same union.
fn is_documented_by_another_form(known: Known, fault: &Fault) -> bool {
    let Some((_, name)) = fault.pointer.split_last() else { return false };
    let (Some(file), [defs, form, ..]) = (fault.file.rsplit('/').next(), fault.keyword.tokens()) else { return false };
    let model = &known.entry.model;
    defs == "$defs"
        && siblings(model, file, form)
            .iter()
            .any(|object| object.members.iter().any(|member| member.name == *name && !member.added))
}

/// The other forms of the unions that a definition is a form of.
fn siblings<'m>(model: &'m Model, file: &str, name: &str) -> Vec<&'m Object> {
    let is_it = |form: &&Form| {
        let place = &model.definition(&form.target).place;
        // By its place: what a pack extends is a definition of its own.
        place.file == file && place.pointer.tokens().last().is_some_and(|last| last == name)
    };
    let containing = schema::unions(model).into_iter().filter(|union| union.forms.iter().any(|form| is_it(&form)));
    let forms = containing.flat_map(|union| &union.forms);
    forms
        .filter_map(|form| match &model.definition(&form.target).shape {
            Shape::Object(object) => Some(object),
            _ => None,
        })
        .collect()
}

/// Whether a fault stands on the `else` side of a condition whose tested value is at fault itself.
fn follows_from_another(known: Known, fault: &Fault, places: &BTreeSet<Pointer>) -> bool {
    let Some((condition, Side::Otherwise, levels)) = fault.condition(known) else { return false };
    let Some(test) = condition.test.as_ref().filter(|test| matches!(test.question, Question::OneOf(_))) else {
        return false;
    };
    places.contains(&fault.pointer.above(levels).join_all(&test.path))
}

fn parse(text: &str) -> Pointer {
    Pointer::parse(text).unwrap_or_default()
}
