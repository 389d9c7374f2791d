//! The schema of what a template yields, in the profile: constants stay, parameters get their types, texts with a
//! parameter inside become patterns.

use std::{collections::BTreeMap, fmt};

use serde_json::Value as Json;

use super::{
    body::Value,
    checking::check,
    kind::{constant, node, of_parts},
    merge::either,
    reading::Template,
    vocabulary::Vocabulary,
};
use crate::{
    report::{Finding, Severity},
    schema::{
        Array, Condition, Consequence, File, Level, Member, Model, Node, Object, Scalar, Shape, Tie, Values,
        self_contained,
    },
};

/// Why there is no schema of what a template yields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The template has mistakes: these.
    Mistakes(Vec<Finding>),
    /// The body is no object: schemas of payloads are of objects.
    NoObject,
}

/// The schema of the bodies that a template yields.
///
/// # Errors
///
/// Mistakes of the template, or a body that is no object.
pub fn derived(template: &Template, vocabulary: &Vocabulary) -> Result<Json, Refusal> {
    let body = sound(template, vocabulary)?;
    let mut root = Deriver { template, vocabulary }.node(body);
    if !matches!(root.shape, Shape::Object(_)) {
        return Err(Refusal::NoObject);
    }
    let title = vocabulary.title();
    root.notes.title = Some(format!("{title}: a template"));
    root.notes.description = Some(format!("What the template of a subscription to {title} yields."));
    let file = File { title: None, description: None, root: Some(root), definitions: Vec::new() };
    let model = Model { files: BTreeMap::from([(String::new(), file)]) };
    Ok(self_contained(&model, "", Level::Documented, &[]).unwrap_or_default())
}

/// The body of a template without mistakes.
pub(super) fn sound<'t>(template: &'t Template, vocabulary: &Vocabulary) -> Result<&'t Value, Refusal> {
    let mut mistakes = check(template, vocabulary).findings;
    mistakes.retain(|finding| finding.severity > Severity::Drift);
    let body = template.body.as_ref().filter(|_| mistakes.is_empty());
    body.ok_or(Refusal::Mistakes(mistakes))
}

struct Deriver<'d, 't, 'c> {
    template: &'d Template<'t>,
    vocabulary: &'d Vocabulary<'c>,
}

impl Deriver<'_, '_, '_> {
    fn node(&self, value: &Value) -> Node {
        match value {
            Value::Null => node(Shape::Null),
            Value::Boolean(boolean) => constant(Scalar::Boolean(*boolean)),
            Value::Integer(integer) => constant(Scalar::Integer(*integer)),
            // The profile names no such value.
            Value::Float => node(Shape::Number),
            Value::Text(parts) => of_parts(parts, &|index| self.parameter(index), &|index| {
                self.template.shown(&self.template.placeholders[index])
            }),
            Value::Parameter(index) => self.parameter(*index).clone(),
            Value::Array(items) => {
                let count = Some(items.len() as u64);
                let merged = items.iter().map(|item| self.node(item)).reduce(either);
                let items = Box::new(merged.unwrap_or_else(|| node(Shape::Any)));
                node(Shape::Array(Array { items, min_items: count, max_items: count, unique: false }))
            }
            Value::Object(members) => {
                let conditions = members.iter().filter_map(|member| match member.value {
                    Value::Boolean(constant) => Some(tie(&member.name, constant)),
                    _ => None,
                });
                let conditions = conditions.collect();
                let members = members.iter().map(|member| Member {
                    name: member.name.clone(),
                    required: true,
                    added: false,
                    node: self.node(&member.value),
                });
                node(Shape::Object(Object { members: members.collect(), closed: true, conditions }))
            }
        }
    }

    /// What a parameter can be.
    fn parameter(&self, index: usize) -> &Node {
        let name = &self.template.placeholders[index].name;
        // A template without mistakes names no other.
        self.vocabulary.word(name).map_or(&self.vocabulary.anything, |word| &word.node)
    }
}

/// That a member is this boolean: the profile has no constants of the type, but ties.
fn tie(name: &str, constant: bool) -> Condition {
    let values = Some(Values { constant: true, list: vec![Scalar::Boolean(constant)] });
    let ties = vec![(name.to_owned(), Tie { values, ..Tie::default() })];
    let place = node(Shape::Any).place;
    let then = Consequence { ties, ..Consequence::default() };
    Condition { place, rule: None, test: None, then, otherwise: Consequence::default() }
}

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Mistakes(findings) => {
                formatter.write_str("the template has mistakes:")?;
                findings.iter().take(10).try_for_each(|finding| {
                    write!(formatter, "\n  {}:{}: {} [{}]", finding.line, finding.column, finding.message, finding.rule)
                })
            }
            Self::NoObject => {
                formatter.write_str("the template yields no JSON object, and schemas of payloads are of objects")
            }
        }
    }
}

impl std::error::Error for Refusal {}
