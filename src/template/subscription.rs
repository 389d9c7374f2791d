//! A subscription: what its user enters beside the template, and what the provider allows there.

use std::sync::LazyLock;

use serde_json::json;

use super::vocabulary::Vocabulary;
use crate::{
    catalog::{Catalog, EMBEDDED},
    delivery::Delivery,
    document::{Document, Kind, Value},
    judge::Judge,
    pointer::Pointer,
    provider::Provider,
    report::{Finding, Message, Report, Severity, Verdict, place},
};

/// The file among those that are part of the library that describes a subscription.
const SCHEMA: &str = "subscription.schema.json";

/// Who has subscriptions, where everything has a provider.
const LOCAL: &str = "local";

/// A subscription, as a JSON file holds it.
#[derive(Debug)]
pub struct Subscription<'s> {
    text: &'s [u8],
    /// The service that is subscribed to, where the file names it.
    pub service: Option<String>,
    /// The events of it; empty for all.
    pub events: Vec<String>,
    /// The file of the template, where the file names one.
    pub template: Option<String>,
}

impl<'s> Subscription<'s> {
    /// Reads a subscription, as far as that is possible: [`Subscription::check`] says what is wrong with it.
    #[must_use]
    pub fn read(text: &'s [u8]) -> Self {
        let document = Document::read(text).ok();
        let root = document.as_ref().map(|document| &document.root);
        let named = |name: &str| root.and_then(|root| root.member(name)).map(|member| &member.value);
        let text_of = |name: &str| named(name).and_then(Value::as_str).map(str::to_owned);
        let events = named("events").map(items).unwrap_or_default();
        Self {
            text,
            service: text_of("service"),
            events: events.iter().filter_map(|event| event.as_str().map(str::to_owned)).collect(),
            template: text_of("template"),
        }
    }

    /// Checks everything but the template, by the limits of the service's provider; without a service that is known, as
    /// far as they do not matter.
    #[must_use]
    pub fn check(&self, vocabulary: Option<&Vocabulary>) -> Report {
        let mut report = judge().check(&Delivery::new(self.text).provider(LOCAL).event("subscription"));
        for finding in &mut report.findings {
            // Its schema is the library's, and no provider's.
            finding.schema = finding.schema.take().map(|schema| schema.replacen(&format!("{LOCAL}/"), "", 1));
        }
        if let (Ok(document), Some(vocabulary)) = (Document::read(self.text), vocabulary) {
            let mut checker = Checker { vocabulary, findings: Vec::new() };
            checker.method(&document.root);
            checker.headers(&document.root);
            report.findings.extend(checker.findings);
            report.findings.sort_by_key(|finding| finding.offset);
            place(self.text, &mut report.findings);
        }
        let verdict = report.findings.iter().map(|finding| finding.severity).max();
        report.verdict = verdict.map_or(Verdict::Valid, Verdict::from);
        report.provider = vocabulary.map(|vocabulary| vocabulary.entry.provider.id.clone());
        report.event = vocabulary.map(|vocabulary| vocabulary.service.id.clone());
        report
    }
}

/// The judge over the one payload that is a subscription.
fn judge() -> &'static Judge {
    static JUDGE: LazyLock<Judge> = LazyLock::new(|| {
        let schema = EMBEDDED.iter().find(|(path, _)| *path == SCHEMA).map_or("", |(_, text)| text);
        let catalog = Catalog::of_one(provider(), schema.to_owned());
        Judge::new(catalog.unwrap_or_else(|problems| panic!("broken schema: {}", problems[0])))
    });
    &JUDGE
}

/// Nobody sends subscriptions, but what judges payloads judges by providers.
fn provider() -> Provider {
    let provider = serde_json::from_value(json!({
        "id": LOCAL,
        "name": "Subscriptions",
        "document": {"title": "Subscriptions", "updated": null, "url": ""},
        "delivery": {"content_types": ["application/json"]},
        "events": [
            {"id": "subscription", "title": "A subscription", "trigger": "It is checked.", "recognition": {}}
        ],
    }));
    provider.expect("it is a provider")
}

struct Checker<'c> {
    vocabulary: &'c Vocabulary<'c>,
    findings: Vec<Finding>,
}

impl Checker<'_> {
    fn method(&mut self, root: &Value) {
        let Some(member) = root.member("method") else { return };
        let only = &self.vocabulary.templates.subscription.method.only;
        if member.value.as_str().is_some_and(|method| method != only) {
            let message = format!("the method must be {only}: deliveries are sent with no other");
            self.add(
                Severity::Invalid,
                "method",
                "subscription/method",
                Pointer::root().join("method"),
                member.start,
                message,
            );
        }
    }

    fn headers(&mut self, root: &Value) {
        let Some(member) = root.member("headers") else { return };
        let limits = &self.vocabulary.templates.subscription;
        let headers = items(&member.value);
        let pointer = Pointer::root().join("headers");
        let (count, most) = (headers.len(), limits.headers.most);
        if count > most {
            let message = format!("there are {count} headers, and {most} are allowed");
            self.add(Severity::Invalid, "header-count", "subscription/headers", pointer.clone(), member.start, message);
        }
        for (index, header) in headers.iter().enumerate() {
            if let Some(line) = header.as_str() {
                self.header(line, pointer.clone().join(&index.to_string()), header.start);
            }
        }
    }

    fn header(&mut self, line: &str, pointer: Pointer, offset: usize) {
        // Its value may be a secret: the line is never shown.
        let (length, most) = (line.chars().count(), self.vocabulary.templates.subscription.header_characters.most);
        if length > most {
            let message = format!("this header has {length} characters, and {most} are allowed");
            let place = "subscription/header_characters";
            self.add(Severity::Invalid, "header-length", place, pointer.clone(), offset, message);
        }
        if let Some(problem) = form_problem(line) {
            let place = "subscription/header_form";
            self.add(Severity::Invalid, "header-form", place, pointer.clone(), offset, problem.to_owned());
        }
        if line.contains("${") {
            let message = "parameters belong into the template: nothing says that `${}` means anything in a header";
            self.add(Severity::Drift, "parameter-in-header", "body", pointer, offset, message.to_owned());
        }
    }

    fn add(&mut self, severity: Severity, rule: &str, place: &str, pointer: Pointer, offset: usize, message: String) {
        self.findings.push(Finding {
            severity,
            rule: rule.to_owned(),
            pointer,
            member: None,
            schema: Some(format!("{}/templates.json#/{place}", self.vocabulary.entry.provider.id)),
            offset,
            line: 0,
            column: 0,
            message: Message::plain(message),
        });
    }
}

/// Why a line is no header, if it is none.
fn form_problem(line: &str) -> Option<&'static str> {
    if line.contains(['\n', '\r']) {
        return Some("a header is one line: write each as an item of its own");
    }
    let Some((key, value)) = line.split_once(':') else {
        return Some("a header is written `key: value`");
    };
    let is_token = |character: char| character.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(character);
    if key.is_empty() || !key.chars().all(is_token) {
        return Some(
            "the key of a header has letters, digits and `-`, and stands before the colon without white space",
        );
    }
    if value.trim().is_empty() {
        return Some("no value stands behind the colon of this header");
    }
    value
        .chars()
        .any(|character| character.is_control() && character != '\t')
        .then_some("a header has no control characters")
}

fn items<'v, 'd>(value: &'v Value<'d>) -> &'v [Value<'d>] {
    match &value.kind {
        Kind::Array(items) => items,
        _ => &[],
    }
}
