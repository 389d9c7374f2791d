//! Real deliveries, judged by what the template of their subscription yields.

use super::{
    body::Value,
    reading::Template,
    schema::{derived, sound},
    vocabulary::Vocabulary,
};
use crate::{
    catalog::Catalog,
    delivery::Delivery,
    judge::Judge,
    pointer::Pointer,
    provider::{Event, Recognition, SchemaKind},
    report::{Finding, Report},
    text::shortened,
};

/// So many parameters are named of a value that lacks as a whole.
const NAMED: usize = 3;

/// What a template lets expect of the bodies that are delivered.
#[derive(Debug)]
pub struct Expectation<'t> {
    template: &'t Template<'t>,
    body: &'t Value,
    judge: Judge,
}

impl<'t> Expectation<'t> {
    /// What a template lets expect.
    ///
    /// # Errors
    ///
    /// Why the template yields nothing that could be expected, in words.
    pub fn new(template: &'t Template<'t>, vocabulary: &Vocabulary) -> Result<Self, String> {
        let schema = derived(template, vocabulary).map_err(|refusal| refusal.to_string())?;
        let body = sound(template, vocabulary).map_err(|refusal| refusal.to_string())?;
        let mut provider = vocabulary.entry.provider.clone();
        provider.rules.clear();
        provider.catalogue.clear();
        provider.events = vec![Event {
            // No event is called so: beside the verdict it says what was judged by.
            id: format!("{}.template", vocabulary.service.id),
            title: format!("A template of {}", vocabulary.title()),
            trigger: "As the subscription says.".to_owned(),
            lines: None,
            recognition: Recognition::default(),
            variants: Vec::new(),
            schema: SchemaKind::Profile,
        }];
        let id = provider.id.clone();
        let in_words = |problems: Vec<crate::catalog::Problem>| {
            problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
        };
        let judge = Judge::new(Catalog::of_one(provider, schema.to_string()).map_err(in_words)?);
        judge.prepare(&id).map_err(in_words)?;
        Ok(Self { template, body, judge })
    }

    /// The provider whose one event is what the template yields.
    #[must_use]
    pub fn catalog(&self) -> &Catalog {
        self.judge.catalog()
    }

    /// Judges one delivery; what is found tells of the parameters at its place. Whatever the delivery names itself, it is
    /// one of this template.
    #[must_use]
    pub fn check(&self, delivery: Delivery) -> Report {
        let mut report = self.judge.check(&self.named(delivery));
        report.findings.iter_mut().for_each(|finding| self.explain(finding));
        report
    }

    /// The report on a payload that was too large to be held in memory.
    #[must_use]
    pub fn too_large(&self, delivery: Delivery, limit: u64) -> Report {
        self.judge.too_large(&self.named(delivery), limit)
    }

    fn named<'d>(&self, delivery: Delivery<'d>) -> Delivery<'d> {
        match self.catalog().events().next() {
            Some(known) => delivery.provider(&known.entry.provider.id).event(&known.event.id),
            None => delivery,
        }
    }

    /// Adds to a finding which parameters the template has at its place.
    fn explain(&self, finding: &mut Finding) {
        if finding.schema.is_none() {
            return;
        }
        let place: Pointer = finding.pointer.clone().join_all(finding.member.as_slice());
        let Some(value) = self.body.at(&place) else { return };
        let mut named: Vec<String> = Vec::new();
        for index in value.parameters() {
            let name = format!("`{}`", shortened(&self.template.shown(&self.template.placeholders[index])));
            if !named.contains(&name) {
                named.push(name);
            }
        }
        if named.is_empty() {
            return;
        }
        let more = if named.len() > NAMED { ", …" } else { "" };
        named.truncate(NAMED);
        let there = format!("; the template has {}{more} there", named.join(", "));
        let message = &mut finding.message;
        match &mut message.tail {
            Some(tail) => {
                // No value of the payload: it can be said without them.
                message.discreet.get_or_insert_with(|| format!("{}{there}", message.text));
                tail.push_str(&there);
            }
            None => message.text.push_str(&there),
        }
    }
}
