//! The conditions of the profile: what an object's `allOf` says about its members.

use super::{
    Condition, Consequence, Question, Test, Tie, Values,
    keywords::{At, Parser},
};
use crate::document::Kind;

impl Parser<'_> {
    pub(super) fn conditions(&mut self, at: &At) -> Vec<Condition> {
        self.items(at, "allOf").iter().map(|entry| self.condition(entry)).collect()
    }

    fn condition(&mut self, at: &At) -> Condition {
        let found = self.found();
        let rule = at.get("x-rule").and_then(|rule| self.text(&rule));
        let test = at.get("if").map(|test| self.test(&test, &[]));
        let [then, otherwise] = if test.is_some() {
            self.known(at, &["x-rule", "if", "then", "else"], "a condition is `if` with `then` or `else`");
            ["then", "else"].map(|side| at.get(side).map(|side| self.side(&side)).unwrap_or_default())
        } else {
            self.known(at, &["x-rule", "properties"], "what always holds is a tie, or stands in the object itself");
            [self.consequence(at), Consequence::default()]
        };
        if then.is_empty() && otherwise.is_empty() && self.found() == found {
            self.violation(at, "nothing follows from this condition".to_owned());
        }
        Condition { place: self.place(at), rule, test: test.flatten(), then, otherwise }
    }

    /// A test for one member, or for one further below; a test for a value requires its member, since `properties` alone
    /// accepts its absence.
    pub(super) fn test(&mut self, at: &At, extra: &[&str]) -> Option<Test> {
        const ABSENT: &str = "the test for an absent member";
        const SUBJECT: &str = "a test asks for one member: `required`, with or without its value";
        if let Some(not) = at.get("not") {
            self.known(at, &[&["not"], extra].concat(), ABSENT);
            self.known(&not, &["required"], ABSENT);
            return Some(Test { path: vec![self.one_name(&not)?], question: Question::Absent });
        }
        self.known(at, &[&["required", "properties"], extra].concat(), SUBJECT);
        let name = self.one_name(at)?;
        let Some(properties) = at.get("properties") else {
            return Some(Test { path: vec![name], question: Question::Present });
        };
        self.exactly(&properties, &[name.as_str()], "a test asks for the member that it requires");
        let member = properties.get(&name)?;
        if let Some(kind) = member.get("type") {
            if kind.value.as_str() != Some("object") {
                self.violation(&kind, "a test goes down through objects: `\"type\": \"object\"`".to_owned());
            }
            let below = self.test(&member, &["type"])?;
            return Some(Test { path: [vec![name], below.path].concat(), question: below.question });
        }
        Some(Test { path: vec![name], question: Question::OneOf(self.tested_values(&member)?) })
    }

    fn tested_values(&mut self, at: &At) -> Option<Values> {
        self.known(at, &["const", "enum"], "the value that a test asks for");
        if at.get("const").is_none() && at.get("enum").is_none() {
            self.violation(at, "a test for a value needs `const` or `enum`".to_owned());
        }
        self.values(at, |_| true)
    }

    fn one_name(&mut self, at: &At) -> Option<String> {
        let mut names = self.names(at, "required");
        if names.len() != 1 {
            self.violation(at, "a test asks for one member: `required` names it".to_owned());
            return None;
        }
        names.pop()
    }

    fn side(&mut self, at: &At) -> Consequence {
        const SUBJECT: &str = "what follows is `required` and `properties`";
        if at.value.members().is_none() {
            self.violation(at, SUBJECT.to_owned());
        }
        self.known(at, &["required", "properties"], SUBJECT);
        self.consequence(at)
    }

    fn consequence(&mut self, at: &At) -> Consequence {
        let mut consequence = Consequence { required: self.names(at, "required"), ..Consequence::default() };
        for (name, at) in self.entries(at, "properties") {
            if matches!(at.value.kind, Kind::Boolean(false)) {
                consequence.forbidden.push(name.to_owned());
            } else {
                consequence.ties.push((name.to_owned(), self.tie(&at)));
            }
        }
        consequence
    }

    fn tie(&mut self, at: &At) -> Tie {
        const SUBJECT: &str = "a tie is `const`, `enum`, `pattern`, `not` or leads further down";
        self.known(at, &["const", "enum", "pattern", "x-expected", "not", "required", "properties"], SUBJECT);
        if at.value.members().is_none_or(<[_]>::is_empty) {
            self.violation(at, SUBJECT.to_owned());
        }
        let not = at.get("not").and_then(|not| {
            self.exactly(&not, &["const"], "the `not` of a tie");
            self.scalar(&not.get("const")?)
        });
        let members = self.entries(at, "properties");
        Tie {
            values: self.values(at, |_| true),
            pattern: self.pattern(at),
            not,
            required: self.names(at, "required"),
            members: members.into_iter().map(|(name, at)| (name.to_owned(), self.tie(&at))).collect(),
        }
    }
}
