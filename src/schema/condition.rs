//! The conditions of the profile: what an object's `allOf` says about its members.

use super::{
    Condition, Consequence, Question, Test, Tie,
    profile::{At, Parser},
};
use crate::document::Kind;

impl Parser<'_> {
    pub(super) fn conditions(&mut self, list: &At) -> Vec<Condition> {
        list.items().map(|entry| self.condition(&entry)).collect()
    }

    fn condition(&mut self, at: &At) -> Condition {
        let rule = at.get("x-rule").and_then(|rule| rule.value.as_str().map(str::to_owned));
        let test = at.get("if").map(|test| self.test(&test));
        let (then, otherwise) = if test.is_some() {
            self.known(at, &["x-rule", "if", "then", "else"], "a condition is `if` with `then` or `else`");
            let [then, otherwise] =
                ["then", "else"].map(|side| at.get(side).map(|side| self.consequence(&side, &[])).unwrap_or_default());
            (then, otherwise)
        } else {
            (self.consequence(at, &["x-rule"]), Consequence::default())
        };
        if then.is_empty() && otherwise.is_empty() {
            self.violation(at, "nothing follows from this condition".to_owned());
        }
        Condition { place: self.place(at), rule, test: test.flatten(), then, otherwise }
    }

    /// A test for one member; the value test requires its member, since `properties` alone accepts its absence.
    pub(super) fn test(&mut self, at: &At) -> Option<Test> {
        if let Some(not) = at.get("not") {
            self.exactly(at, &["not"], "the test for an absent member");
            self.exactly(&not, &["required"], "the test for an absent member");
            let name = self.one_name(&not)?;
            return Some(Test { path: vec![name], question: Question::Absent });
        }
        self.known(
            at,
            &["required", "properties"],
            "a test asks for one member: `required`, with or without its value",
        );
        let name = self.one_name(at)?;
        let Some(properties) = at.get("properties") else {
            return Some(Test { path: vec![name], question: Question::Present });
        };
        self.exactly(&properties, &[name.as_str()], "a test asks for the member that it requires");
        let member = properties.get(&name)?;
        if let Some(kind) = member.get("type") {
            return self.nested_test(name, &member, kind.value.as_str() == Some("object"));
        }
        self.known(&member, &["const", "enum"], "the value that a test asks for");
        let values = self.values(&member);
        if values.is_none() {
            self.violation(&member, "a test for a value needs `const` or `enum`".to_owned());
        }
        Some(Test { path: vec![name], question: Question::OneOf(values?) })
    }

    fn nested_test(&mut self, name: String, at: &At, object: bool) -> Option<Test> {
        if !object {
            self.violation(at, "a test goes down through objects: `\"type\": \"object\"`".to_owned());
        }
        self.known(at, &["type", "required", "properties", "not"], "a test for a nested member");
        let members: Vec<_> =
            at.value.members()?.iter().filter(|member| member.name != "type").map(|m| m.name.as_ref()).collect();
        let below = match members.as_slice() {
            ["not"] => {
                let not = at.get("not")?;
                self.exactly(&not, &["required"], "the test for an absent member");
                Test { path: vec![self.one_name(&not)?], question: Question::Absent }
            }
            ["required"] => Test { path: vec![self.one_name(at)?], question: Question::Present },
            _ => {
                let inner = self.one_name(at)?;
                let properties = at.get("properties")?;
                self.exactly(&properties, &[inner.as_str()], "a test asks for the member that it requires");
                let member = properties.get(&inner)?;
                if let Some(kind) = member.get("type") {
                    self.nested_test(inner, &member, kind.value.as_str() == Some("object"))?
                } else {
                    self.known(&member, &["const", "enum"], "the value that a test asks for");
                    Test { path: vec![inner], question: Question::OneOf(self.values(&member)?) }
                }
            }
        };
        Some(Test { path: std::iter::once(name).chain(below.path).collect(), question: below.question })
    }

    fn one_name(&mut self, at: &At) -> Option<String> {
        let mut names = self.names(at, "required");
        if names.len() != 1 {
            self.violation(at, "a test asks for one member: `required` names it".to_owned());
            return None;
        }
        names.pop()
    }

    fn consequence(&mut self, at: &At, extra: &[&str]) -> Consequence {
        let allowed: Vec<&str> = ["required", "properties"].iter().chain(extra).copied().collect();
        self.known(at, &allowed, "what follows is `required` and `properties`");
        let mut consequence = Consequence { required: self.names(at, "required"), ..Consequence::default() };
        let properties = at.get("properties");
        for (name, at) in properties.iter().flat_map(At::entries) {
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
        let not = at.get("not").and_then(|not| {
            self.exactly(&not, &["const"], "the `not` of a tie");
            self.scalar(&not.get("const")?)
        });
        let properties = at.get("properties");
        let members =
            properties.iter().flat_map(At::entries).map(|(name, at)| (name.to_owned(), self.tie(&at))).collect();
        let tie = Tie {
            values: self.values(at),
            pattern: self.pattern(at),
            not,
            required: self.names(at, "required"),
            members,
        };
        if at.value.members().is_none_or(<[_]>::is_empty) {
            self.violation(at, SUBJECT.to_owned());
        }
        tie
    }
}
