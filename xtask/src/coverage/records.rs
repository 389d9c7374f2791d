//! What a provider records beside its schemas: errata, rules and variants, and the cases that show them.

use std::collections::{BTreeMap, BTreeSet};

use hookproof::{
    Verdict,
    catalog::Entry,
    errata::{Erratum, ErratumKind},
    provider::{Enforced, Rule},
    schema,
};

use super::{Gap, event::Event, templates::Templates};
use crate::folders::Folder;

/// What a provider records, with the cases that show it.
#[derive(Debug)]
pub(super) struct Records<'c> {
    /// The provider.
    pub(super) entry: &'c Entry,
    /// The fixtures that name an erratum, by its id.
    pub(super) errata: BTreeMap<String, Vec<Named>>,
    /// The cases that name a rule, by its id.
    pub(super) rules: BTreeMap<String, Vec<Named>>,
    /// The variants that a valid fixture is listed for, by event.
    pub(super) variants: BTreeMap<String, BTreeSet<String>>,
    /// The parameters of its templates, and the templates that name them.
    pub(super) templates: Templates<'c>,
}

/// A case that names an erratum or a rule.
#[derive(Debug, Clone)]
pub(super) struct Named {
    /// Its event.
    pub(super) event: String,
    /// The file or the row.
    pub(super) case: String,
    /// Whether it is valid, so that the rule holds in it.
    pub(super) is_valid: bool,
}

impl<'c> Records<'c> {
    /// Collects what the cases of a provider name.
    pub(super) fn read<'f>(
        entry: &'c Entry,
        folders: impl IntoIterator<Item = &'f Folder>,
        templates: Templates<'c>,
    ) -> Self {
        let (errata, rules, variants) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        let mut records = Self { entry, errata, rules, variants, templates };
        for folder in folders {
            let named = |case: &str, is_valid| Named { event: folder.event.clone(), case: case.to_owned(), is_valid };
            for (path, evidence) in &folder.cases.files {
                let is_valid = path.starts_with("valid/");
                if is_valid {
                    let variants = records.variants.entry(folder.event.clone()).or_default();
                    variants.extend(evidence.variants.iter().cloned());
                }
                for id in &evidence.errata {
                    records.errata.entry(id.clone()).or_default().push(named(path, is_valid));
                }
                for id in &evidence.rules {
                    records.rules.entry(id.clone()).or_default().push(named(path, is_valid));
                }
            }
            for edit in folder.cases.edits.iter().flat_map(|edits| &edits.cases) {
                for id in &edit.rules {
                    let is_valid = edit.verdict == Verdict::Valid;
                    records.rules.entry(id.clone()).or_default().push(named(&edit.name, is_valid));
                }
            }
        }
        records
    }

    /// Whatever no case shows, and whatever a case names that is not recorded.
    pub(super) fn gaps(&self) -> Vec<Gap> {
        let mut gaps: Vec<Gap> = schema::provenance(&self.entry.model)
            .into_iter()
            .map(|lack| Gap::new(self.place(&format!("{}#{}", lack.file, lack.pointer)), lack.message))
            .collect();
        for (index, erratum) in self.entry.errata.iter().enumerate() {
            gaps.extend(self.erratum(index, erratum));
        }
        for (index, rule) in self.entry.provider.rules.iter().enumerate() {
            gaps.extend(self.rule(index, rule));
        }
        for condition in schema::conditions(&self.entry.model) {
            let stated = self.entry.provider.rules.iter().find(|rule| Some(&rule.id) == condition.rule.as_ref());
            if let Some(rule) = stated.filter(|rule| rule.enforced != Enforced::Schema) {
                let message = format!("it states {}, so `enforced` of that rule is `schema`", rule.id);
                gaps.push(Gap::new(self.place(&condition.place.to_string()), message));
            }
        }
        let errata: BTreeSet<&String> = self.entry.errata.iter().map(|erratum| &erratum.id).collect();
        self.unrecorded(&self.errata, &errata, "erratum", &mut gaps);
        let rules: BTreeSet<&String> = self.entry.provider.rules.iter().map(|rule| &rule.id).collect();
        self.unrecorded(&self.rules, &rules, "rule", &mut gaps);
        self.variant_gaps(&mut gaps);
        gaps.extend(self.templates.gaps());
        gaps
    }

    /// The cases that break what a condition states and do not name its rule, and those that name it and break nothing.
    pub(super) fn rule_gaps(&self, event: &Event) -> Vec<Gap> {
        let mut broken: BTreeMap<&String, BTreeSet<&String>> = BTreeMap::new();
        for demand in &event.demands {
            let stated = demand.constraint.condition.as_ref().and_then(|under| under.condition.rule.as_ref());
            let Some(rule) = stated else { continue };
            broken.entry(rule).or_default().extend(demand.faults.iter().map(|fault| &fault.case));
        }
        let mut gaps = Vec::new();
        let list = self.place_of_cases(&event.known.event.id);
        for (rule, cases) in broken {
            let named = self.rules.get(rule).into_iter().flatten();
            let named: Vec<&Named> = named.filter(|named| named.event == event.known.event.id).collect();
            let silent = cases.iter().filter(|case| named.iter().all(|named| named.case != ***case));
            gaps.extend(silent.map(|case| format!("{case}: it breaks {rule}: add that to its `rules`")));
            let idle = named.iter().filter(|named| !named.is_valid && !cases.contains(&named.case));
            gaps.extend(idle.map(|named| format!("{}: it does not break {rule}, which it names", named.case)));
        }
        gaps.into_iter().map(|message| Gap::new(list.clone(), message)).collect()
    }

    /// How many errata a fixture shows.
    pub(super) fn shown_errata(&self) -> usize {
        self.entry.errata.iter().filter(|erratum| self.errata.contains_key(&erratum.id)).count()
    }

    fn erratum(&self, index: usize, erratum: &Erratum) -> Option<Gap> {
        let none = Vec::new();
        let fixtures = self.errata.get(&erratum.id).unwrap_or(&none);
        let message = match (fixtures.as_slice(), &erratum.unshown) {
            ([], None) => {
                "no fixture shows it: list it in the `errata` of one, or say in `unshown` why none can".to_owned()
            }
            ([fixture, ..], Some(_)) => format!("{}/{} shows it: remove `unshown`", fixture.event, fixture.case),
            (fixtures, _) => {
                let is_malformed = |fixture: &Named| fixture.case.starts_with("malformed/");
                if erratum.kind != ErratumKind::Syntax || fixtures.iter().any(is_malformed) {
                    return None;
                }
                "a mistake of syntax needs a fixture in `malformed/` that shows it".to_owned()
            }
        };
        Some(Gap::new(self.place(&format!("errata.json#/errata/{index}")), format!("{}: {message}", erratum.id)))
    }

    fn rule(&self, index: usize, rule: &Rule) -> Vec<Gap> {
        let none = Vec::new();
        let named = self.rules.get(&rule.id).unwrap_or(&none);
        let place = self.place(&format!("provider.json#/rules/{index}"));
        let gap = |message: String| Gap::new(place.clone(), format!("{}: {message}", rule.id));
        let mut gaps = Vec::new();
        if rule.enforced == Enforced::Template {
            let is_broken = self.templates.broken.contains(rule.id.as_str());
            let message = format!("nothing in fixtures/{}/templates breaks it", self.entry.provider.id);
            return if is_broken { gaps } else { vec![gap(message)] };
        }
        if rule.enforced != Enforced::None && named.is_empty() {
            gaps.push(gap("no case shows it: list it in the `rules` of one".to_owned()));
        }
        if rule.enforced != Enforced::Schema {
            return gaps;
        }
        let has = |event: &str, is_valid| named.iter().any(|case| case.event == event && case.is_valid == is_valid);
        for event in rule.events.iter().filter(|event| !has(event, true)) {
            gaps.push(gap(format!("no valid case of {} shows that it holds", self.place_of_cases(event))));
        }
        // What a condition states is more than a keyword of one value: it is broken where it stands.
        let mut stating = schema::conditions(&self.entry.model).into_iter();
        let is_stated = stating.any(|condition| condition.rule.as_ref() == Some(&rule.id));
        for event in rule.events.iter().filter(|event| is_stated && !has(event, false)) {
            gaps.push(gap(format!("no case of {} breaks it", self.place_of_cases(event))));
        }
        if is_stated && rule.events.is_empty() && named.iter().all(|case| case.is_valid) {
            gaps.push(gap("no case breaks it".to_owned()));
        }
        gaps
    }

    fn variant_gaps(&self, gaps: &mut Vec<Gap>) {
        let none = BTreeSet::new();
        for event in &self.entry.provider.events {
            let shown = self.variants.get(&event.id).unwrap_or(&none);
            let place = self.place_of_cases(&event.id);
            let lacking = event.variants.iter().filter(|variant| !shown.contains(*variant));
            gaps.extend(lacking.map(|variant| {
                Gap::new(place.clone(), format!("no valid fixture shows the variant `{variant}`: add one to `valid/`"))
            }));
            let unknown = shown.iter().filter(|variant| !event.variants.contains(variant));
            gaps.extend(unknown.map(|variant| {
                Gap::new(place.clone(), format!("`{variant}` is none of the event's `variants` in provider.json"))
            }));
        }
    }

    /// What cases name although it is not recorded.
    fn unrecorded(
        &self,
        named: &BTreeMap<String, Vec<Named>>,
        known: &BTreeSet<&String>,
        what: &str,
        gaps: &mut Vec<Gap>,
    ) {
        for (id, cases) in named.iter().filter(|(id, _)| !known.contains(id)) {
            gaps.extend(cases.iter().map(|Named { event, case, .. }| {
                let message = format!("{case}: there is no {what} {id} in schemas/{}", self.entry.provider.id);
                Gap::new(self.place_of_cases(event), message)
            }));
        }
    }

    fn place(&self, below: &str) -> String {
        format!("schemas/{}/{below}", self.entry.provider.id)
    }

    fn place_of_cases(&self, event: &str) -> String {
        format!("fixtures/{}/{event}/cases.toml", self.entry.provider.id)
    }
}
