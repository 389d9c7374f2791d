//! What is wrong with a template, by the parameters that it may name.

use super::{
    body::Value,
    kind::{is_bare, needs_escapes},
    reading::{Inside, Placeholder, Template},
    vocabulary::{Vocabulary, Word},
};
use crate::{
    catalog::Entry,
    document,
    pointer::Pointer,
    report::{Finding, Message, Report, Severity, Verdict, place},
    schema::words::and,
    text::shortened,
};

/// For so many unknown parameters, those are looked for that are like them.
const MOST_HINTS: usize = 100;

/// Checks a template. Whatever is wrong with it is a finding:
///
/// - `malformed`: with values for its parameters, the text is no JSON.
/// - `invalid`: a parameter cannot do what it is there for.
/// - `drift`: it depends on the values whether the body is what the template says.
///
/// It cannot fail.
#[must_use]
pub fn check(template: &Template, vocabulary: &Vocabulary) -> Report {
    let mut checker = Checker { template, vocabulary, findings: Vec::new(), hints: 0 };
    checker.faults();
    checker.placeholders();
    checker.report()
}

/// The services of a provider whose parameters a template names, and no others.
#[must_use]
pub fn services<'c>(template: &Template, entry: &'c Entry) -> Vec<&'c str> {
    let services = entry.templates().into_iter().flat_map(|templates| &templates.services);
    let knows_all = |id: &&str| {
        let vocabulary = Vocabulary::new(entry, id, &[]);
        let mut named = template.placeholders.iter().filter(|found| found.problem.is_none());
        vocabulary.is_ok_and(|vocabulary| named.all(|found| vocabulary.word(&found.name).is_some()))
    };
    services.map(|service| service.id.as_str()).filter(knows_all).collect()
}

/// What is wrong with a parameter.
struct Fault {
    severity: Severity,
    rule: &'static str,
    /// The place in the provider's data that says so.
    place: &'static str,
    message: Message,
}

impl Fault {
    fn mistake(rule: &'static str, message: impl Into<String>) -> Self {
        Self { severity: Severity::Invalid, rule, place: "/body", message: Message::plain(message) }
    }

    fn risk(rule: &'static str, message: impl Into<String>) -> Self {
        Self { severity: Severity::Drift, ..Self::mistake(rule, message) }
    }
}

struct Checker<'a, 't, 'c> {
    template: &'a Template<'t>,
    vocabulary: &'a Vocabulary<'c>,
    findings: Vec<Finding>,
    /// For how many names those were looked for that are like them.
    hints: usize,
}

impl Checker<'_, '_, '_> {
    fn report(mut self) -> Report {
        self.findings.sort_by_key(|finding| finding.offset);
        place(self.template.text, &mut self.findings);
        let verdict = self.findings.iter().map(|finding| finding.severity).max();
        Report {
            provider: Some(self.vocabulary.entry.provider.id.clone()),
            event: Some(self.vocabulary.service.id.clone()),
            verdict: verdict.map_or(Verdict::Valid, Verdict::from),
            findings: self.findings,
            reason: None,
        }
    }

    fn faults(&mut self) {
        for document::Fault { kind, offset, pointer, message, tail } in &self.template.faults {
            let discreet = Some("the text is no JSON here".to_owned()).filter(|_| message.contains('`'));
            let message = Message { text: message.clone(), tail: tail.clone(), discreet };
            self.add(Severity::Malformed, kind.as_str(), pointer.clone(), *offset, None, message);
        }
    }

    fn placeholders(&mut self) {
        let places = self.template.body.as_ref().map(Value::places).unwrap_or_default();
        for (index, placeholder) in self.template.placeholders.iter().enumerate() {
            for Fault { severity, rule, place, message } in self.faults_of(placeholder) {
                let pointer = places.get(&index).cloned().unwrap_or_default();
                self.add(severity, rule, pointer, placeholder.start, Some(place), message);
            }
        }
    }

    fn faults_of(&mut self, placeholder: &Placeholder) -> Vec<Fault> {
        if let Some(problem) = placeholder.problem {
            return vec![Fault::mistake("parameter-syntax", problem)];
        }
        let shown = format!("${{{}}}", shortened(&placeholder.name));
        let Some(word) = self.vocabulary.word(&placeholder.name) else {
            let message = self.unknown(&shown, &placeholder.name);
            return vec![Fault { place: "/own_parameters", message, ..Fault::mistake("unknown-parameter", "") }];
        };
        if self.template.body.is_none() {
            // What a parameter stands in is known of a JSON text only.
            return Vec::new();
        }
        if placeholder.inside == Inside::Name {
            let message = "is part of a member's name: what members a body has is then left to its values";
            return vec![Fault::mistake("parameter-in-name", format!("`{shown}` {message}"))];
        }
        let mut faults = Vec::new();
        if placeholder.inside == Inside::Nothing && !is_bare(&word.node) {
            let message = format!("`{shown}` is text and stands outside of a string: write \"{shown}\"");
            faults.push(Fault::mistake("unquoted-text", message));
        }
        if placeholder.inside == Inside::Text && needs_escapes(&word.node) {
            let message = format!(
                "a quotation mark, a backslash or a line break in `{shown}` breaks the body or changes it: nothing says that values are escaped"
            );
            faults.push(Fault::risk("unescaped-text", message));
        }
        if word.is_optional() {
            let message = format!("{}: nothing says what is sent here instead", without(&shown, word));
            faults.push(Fault::risk("optional-parameter", message));
        }
        faults
    }

    fn unknown(&mut self, shown: &str, name: &str) -> Message {
        let text = format!("`{shown}` is no parameter of {}", self.scope());
        let discreet = Some(format!("this is no parameter of {}", self.scope()));
        let owners = self.vocabulary.owners(name);
        if !owners.is_empty() {
            let owners = and(owners);
            return Message { discreet, ..Message::plain(format!("{text}: it belongs to {owners}")) };
        }
        self.hints += 1;
        let nearest = self.vocabulary.nearest(name).filter(|_| self.hints <= MOST_HINTS);
        let hint = nearest.map_or_else(String::new, |nearest| format!(": do you mean `${{{nearest}}}`?"));
        Message { discreet, ..Message::plain(format!("{text}{hint}")) }
    }

    /// Whose parameters count, in words.
    fn scope(&self) -> String {
        let (title, lists) = (self.vocabulary.title(), &self.vocabulary.lists);
        if lists.len() == self.vocabulary.service.lists.len() {
            return title.to_owned();
        }
        let events: Vec<String> = lists.iter().map(|list| format!("`{}`", list.event)).collect();
        format!("{title}, {}", and(&events))
    }

    fn add(
        &mut self,
        severity: Severity,
        rule: &str,
        pointer: Pointer,
        offset: usize,
        place: Option<&str>,
        message: Message,
    ) {
        let schema = place.map(|place| format!("{}/templates.json#{place}", self.vocabulary.entry.provider.id));
        let rule = rule.to_owned();
        self.findings.push(Finding {
            severity,
            rule,
            pointer,
            member: None,
            schema,
            offset,
            line: 0,
            column: 0,
            message,
        });
    }
}

/// Which events are without a parameter, in words.
fn without(shown: &str, word: &Word) -> String {
    if word.lacking.is_empty() {
        return format!("not every event has `{shown}`");
    }
    let events: Vec<String> = word.lacking.iter().map(|event| format!("`{event}`")).collect();
    format!("the data of {} has no `{shown}`", and(&events))
}
