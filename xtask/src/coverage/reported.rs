//! What the cases of an event report and show, each at the way that its payload takes through the schema.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::anyhow;
use hookproof::{Judge, Verdict, catalog::Known, fixtures::Case, http::Request, schema::Constraint};
use serde_json::Value;

use super::{
    goals::{Goal, reached},
    way::Way,
};

/// What the cases of an event report and show.
#[derive(Debug, Default)]
pub(super) struct Reported {
    /// What is reported of the cases that are not valid.
    pub(super) faults: Vec<Fault>,
    /// The valid cases that make use of a freedom.
    pub(super) shown: BTreeMap<Goal, BTreeSet<String>>,
}

/// A finding of a case.
#[derive(Debug, Clone)]
pub(super) struct Fault {
    /// The case.
    pub(super) case: String,
    /// Where the payload is at fault: the object, where it is about the presence of a member.
    pub(super) way: Way,
    /// The rule.
    pub(super) rule: String,
    /// The member that is missing or must not be there.
    pub(super) member: Option<String>,
    /// The keyword's place.
    pub(super) schema: String,
    /// What people read.
    pub(super) message: String,
}

impl Reported {
    /// Judges the cases of an event, each with its event named where the case says what holds then.
    pub(super) fn read(judge: &Judge, known: Known, cases: &[Case]) -> anyhow::Result<Self> {
        let (model, root) = (&known.entry.model, known.root());
        let mut reported = Self::default();
        for case in cases {
            let report = case.judge(judge, case.named.is_some());
            let report = report.map_err(|problem| anyhow!("{}: {}: {problem}", known.name(), case.name))?;
            if report.event.as_deref() != Some(&known.event.id) {
                continue;
            }
            let Some(body) = body(case) else { continue };
            if report.verdict == Verdict::Valid {
                for goal in reached(model, root, &body) {
                    reported.shown.entry(goal).or_default().insert(case.name.clone());
                }
            }
            for finding in report.findings {
                let Some(schema) = finding.schema else { continue };
                let about_member = matches!(finding.rule.as_str(), "additionalProperties" | "forbidden");
                let (place, member) = match finding.pointer.split_last() {
                    Some((above, name)) if about_member => (above, Some(name.to_owned())),
                    _ => (finding.pointer, finding.member),
                };
                reported.faults.push(Fault {
                    case: case.name.clone(),
                    way: Way::to(model, root, &body, &place),
                    rule: finding.rule,
                    member,
                    schema,
                    message: finding.message.to_string(),
                });
            }
        }
        Ok(reported)
    }
}

impl Fault {
    /// Whether it is this constraint that was broken, at its own place of evaluation.
    pub(super) fn breaks(&self, provider: &str, constraint: &Constraint) -> bool {
        let way = Way::of(constraint);
        self.rule == constraint.demand.rule()
            && self.schema == format!("{provider}/{}", constraint.keyword)
            && self.way.path == way.path
            && self.way.forms.starts_with(&way.forms)
            && constraint.demand.member().is_none_or(|member| self.member.as_deref() == Some(member))
    }
}

/// The payload of a case; none where it travels as a form, which says nothing that its JSON text does not.
fn body(case: &Case) -> Option<Value> {
    if !case.is_request {
        return serde_json::from_slice(&case.bytes).ok();
    }
    serde_json::from_slice(&Request::read(&case.bytes).ok()?.body).ok()
}
