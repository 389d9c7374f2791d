//! The keywords of a schema file, read one by one, with a violation for each that is not as it must be.

use std::rc::Rc;

use super::{Citation, Notes, Place, Scalar, Values, Violation};
use crate::{
    document::{Kind, Value},
    pointer::Pointer,
    provider::Evidence,
    text::line_column,
};

const ANNOTATIONS: [&str; 4] = ["title", "description", "x-evidence", "examples"];

pub(super) struct Parser<'p> {
    pub(super) file: &'p str,
    pub(super) text: &'p str,
    pub(super) violations: &'p mut Vec<Violation>,
}

/// A value of a schema file and its place.
#[derive(Clone)]
pub(super) struct At<'d> {
    pub(super) value: &'d Value<'d>,
    /// None for the root. Most places are never asked for, so that it is cheap to go on.
    way: Option<Rc<Step<'d>>>,
}

/// The last step of the way to a place.
struct Step<'d> {
    above: Option<Rc<Step<'d>>>,
    token: Token<'d>,
}

#[derive(Clone, Copy)]
enum Token<'d> {
    Member(&'d str),
    Item(usize),
}

impl<'d> At<'d> {
    pub(super) fn root(value: &'d Value<'d>) -> Self {
        Self { value, way: None }
    }

    pub(super) fn get(&self, name: &str) -> Option<At<'d>> {
        let member = self.value.member(name)?;
        Some(self.below(&member.value, Token::Member(&member.name)))
    }

    pub(super) fn entries(&self) -> impl Iterator<Item = (&'d str, At<'d>)> {
        let members = self.value.members().unwrap_or_default().iter();
        members.map(|member| (member.name.as_ref(), self.below(&member.value, Token::Member(&member.name))))
    }

    pub(super) fn items(&self) -> impl Iterator<Item = At<'d>> {
        let items = match &self.value.kind {
            Kind::Array(items) => items.as_slice(),
            _ => &[],
        };
        let at = self.clone();
        items.iter().enumerate().map(move |(index, value)| at.below(value, Token::Item(index)))
    }

    /// The place in the file.
    pub(super) fn pointer(&self) -> Pointer {
        let mut way = Vec::new();
        let mut step = self.way.as_ref();
        while let Some(Step { above, token }) = step.map(Rc::as_ref) {
            way.push(match token {
                Token::Member(name) => (*name).to_owned(),
                Token::Item(index) => index.to_string(),
            });
            step = above.as_ref();
        }
        way.reverse();
        Pointer::of(way)
    }

    fn below(&self, value: &'d Value<'d>, token: Token<'d>) -> At<'d> {
        At { value, way: Some(Rc::new(Step { above: self.way.clone(), token })) }
    }
}

impl Parser<'_> {
    /// `const` or `enum`, whose values must all fit.
    pub(super) fn values(&mut self, at: &At, fits: fn(&Scalar) -> bool) -> Option<Values> {
        let values = match (at.get("const"), at.get("enum")) {
            (Some(_), Some(list)) => {
                self.violation(&list, "`const` and `enum` say the same twice".to_owned());
                return None;
            }
            (Some(value), None) => Values { constant: true, list: vec![self.scalar(&value)?] },
            (None, Some(list)) => {
                let values: Vec<Scalar> = self.items(at, "enum").iter().filter_map(|item| self.scalar(item)).collect();
                let mut distinct = values.clone();
                distinct.sort();
                distinct.dedup();
                if distinct.len() != values.len() {
                    self.violation(&list, "`enum` is a list of different values".to_owned());
                }
                Values { constant: false, list: values }
            }
            (None, None) => return None,
        };
        if !values.list.iter().all(fits) {
            self.violation(at, "`const` and `enum` name values of the `type` beside them".to_owned());
        }
        Some(values)
    }

    pub(super) fn scalar(&mut self, at: &At) -> Option<Scalar> {
        match &at.value.kind {
            Kind::Boolean(boolean) => Some(Scalar::Boolean(*boolean)),
            Kind::Integer(integer) => Some(Scalar::Integer(*integer)),
            Kind::String(text) => Some(Scalar::Text(text.clone().into_owned())),
            _ => {
                self.violation(at, "a named value is a string, an integer or a boolean".to_owned());
                None
            }
        }
    }

    pub(super) fn notes(&mut self, at: &At) -> Notes {
        let title = at.get("title").and_then(|title| self.text(&title));
        let description = at.get("description").and_then(|description| self.text(&description));
        let examples = self.items(at, "examples").iter().map(|example| example.value.into()).collect();
        let evidence = self.items(at, "x-evidence").iter().filter_map(|citation| self.citation(citation)).collect();
        Notes { title, description, evidence, examples, observed: Vec::new() }
    }

    pub(super) fn citation(&mut self, at: &At) -> Option<Citation> {
        self.exactly(at, &["section", "lines", "by"], "an entry of `x-evidence`");
        let [section, lines, by] = ["section", "lines", "by"].map(|key| at.get(key).and_then(|text| self.text(&text)));
        let by = Evidence::from_word(&by?);
        if by.is_none() {
            self.violation(at, "`by` is one of example, table, prose, inference".to_owned());
        }
        let lines = lines?;
        let well_formed = lines.split(", ").all(|range| {
            let (first, last) = range.split_once('-').unwrap_or((range, range));
            matches!((first.parse::<u32>(), last.parse::<u32>()), (Ok(first), Ok(last)) if first <= last)
        });
        if !well_formed {
            self.violation(at, format!("`lines` is a list such as `44, 53-60`, not `{lines}`"));
        }
        Some(Citation { section: section?, lines, by: by? })
    }

    pub(super) fn names(&mut self, at: &At, keyword: &str) -> Vec<String> {
        let list = at.get(keyword);
        let mut names: Vec<String> = list.iter().flat_map(At::items).filter_map(|item| self.text(&item)).collect();
        let count = names.len();
        let given = names.clone();
        names.sort();
        names.dedup();
        if names.len() != count || list.is_some_and(|list| !matches!(list.value.kind, Kind::Array(_))) {
            self.violation(at, format!("`{keyword}` is a list of different names"));
        }
        given
    }

    /// The entries of a keyword's object; none where the keyword is missing.
    pub(super) fn entries<'d>(&mut self, at: &At<'d>, keyword: &str) -> Vec<(&'d str, At<'d>)> {
        let Some(at) = at.get(keyword) else { return Vec::new() };
        if at.value.members().is_none() {
            self.violation(&at, format!("`{keyword}` must be an object"));
        }
        at.entries().collect()
    }

    /// The items of a keyword's list; none where the keyword is missing.
    pub(super) fn items<'d>(&mut self, at: &At<'d>, keyword: &str) -> Vec<At<'d>> {
        let Some(at) = at.get(keyword) else { return Vec::new() };
        let items: Vec<At> = at.items().collect();
        if items.is_empty() {
            self.violation(&at, format!("`{keyword}` must be a list of one or more"));
        }
        items
    }

    pub(super) fn text(&mut self, at: &At) -> Option<String> {
        if let Some(text) = at.value.as_str() {
            return Some(text.to_owned());
        }
        self.violation(at, "this must be a string".to_owned());
        None
    }

    pub(super) fn whole(&mut self, at: &At) -> Option<i64> {
        if let Kind::Integer(integer) = at.value.kind {
            return Some(integer);
        }
        self.violation(at, "this must be an integer".to_owned());
        None
    }

    pub(super) fn yes_or_no(&mut self, at: &At) -> bool {
        if let Kind::Boolean(boolean) = at.value.kind {
            return boolean;
        }
        self.violation(at, "this must be true or false".to_owned());
        false
    }

    pub(super) fn count(&mut self, at: &At, keyword: &str) -> Option<u64> {
        let at = at.get(keyword)?;
        let count = u64::try_from(self.whole(&at)?).ok();
        if count.is_none() {
            self.violation(&at, format!("`{keyword}` must not be negative"));
        }
        count
    }

    /// Only these keywords, and the annotations.
    pub(super) fn only(&mut self, at: &At, keywords: &[&str], subject: &str) {
        let allowed: Vec<&str> = keywords.iter().chain(&ANNOTATIONS).copied().collect();
        self.known(at, &allowed, subject);
    }

    /// All of these keywords and nothing else.
    pub(super) fn exactly(&mut self, at: &At, keywords: &[&str], subject: &str) {
        if at.value.members().is_none() {
            self.violation(at, format!("{subject} is an object"));
            return;
        }
        self.known(at, keywords, subject);
        for keyword in keywords.iter().filter(|keyword| at.get(keyword).is_none()) {
            self.violation(at, format!("{subject} needs `{keyword}`"));
        }
    }

    pub(super) fn known(&mut self, at: &At, keywords: &[&str], subject: &str) {
        for (name, below) in at.entries().filter(|(name, _)| !keywords.contains(name)) {
            self.violation(&below, format!("the profile has no `{name}` here: {subject}"));
        }
    }

    pub(super) fn violation(&mut self, at: &At, message: String) {
        self.violations.push(Violation {
            file: self.file.to_owned(),
            pointer: at.pointer(),
            at: Some(line_column(self.text.as_bytes(), at.value.start)),
            message,
        });
    }

    /// How many violations there are so far.
    pub(super) fn found(&self) -> usize {
        self.violations.len()
    }

    pub(super) fn place(&self, at: &At) -> Place {
        Place { file: self.file.to_owned(), pointer: at.pointer() }
    }
}
