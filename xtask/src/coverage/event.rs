//! The matrix of one event: its properties, what is demanded of them, and the cases that break or show it.

use std::collections::BTreeSet;

use hookproof::{
    Judge,
    catalog::Known,
    fixtures::Case,
    schema::{Constraint, words},
};

use super::{
    Gap,
    goals::{Goal, goals},
    properties::{Property, properties},
    reach::Reach,
    reported::{Fault, Reported},
    way::Way,
};

/// The matrix of one event.
#[derive(Debug)]
pub(super) struct Event<'c> {
    /// The event.
    pub(super) known: Known<'c>,
    /// The payload and its properties, in order.
    pub(super) properties: Vec<Property<'c>>,
    /// Every constraint with the cases that break it.
    pub(super) demands: Vec<Demanded<'c>>,
    /// Every freedom with the valid cases that make use of it.
    pub(super) freedoms: Vec<Allowed>,
    /// How many cases there are.
    pub(super) cases: usize,
}

/// A constraint and what becomes of it.
#[derive(Debug)]
pub(super) struct Demanded<'c> {
    /// The constraint.
    pub(super) constraint: Constraint<'c>,
    /// What is reported of the cases that break it.
    pub(super) faults: Vec<Fault>,
    /// Why no case can.
    pub(super) beyond_reach: Option<String>,
}

/// A freedom and who makes use of it.
#[derive(Debug)]
pub(super) struct Allowed {
    /// The freedom.
    pub(super) goal: Goal,
    /// The valid cases that do.
    pub(super) cases: BTreeSet<String>,
    /// Why no case can.
    pub(super) beyond_reach: Option<String>,
}

impl<'c> Event<'c> {
    /// Judges the cases of an event and lays them beside its schema.
    pub(super) fn read(judge: &Judge, known: Known<'c>, cases: &[Case]) -> anyhow::Result<Self> {
        let (model, root) = (&known.entry.model, known.root());
        let mut reported = Reported::read(judge, known, cases)?;
        let constraints = known.constraints();
        let reach = Reach::of(&constraints);
        let demands = constraints.iter().map(|constraint| {
            let faults = reported.faults.iter().filter(|fault| fault.breaks(&known.entry.provider.id, constraint));
            Demanded {
                constraint: constraint.clone(),
                faults: faults.cloned().collect(),
                beyond_reach: reach.of_constraint(constraint, &constraints),
            }
        });
        let demands = demands.collect();
        let freedoms = goals(model, root).into_iter().map(|goal| Allowed {
            cases: reported.shown.remove(&goal).unwrap_or_default(),
            beyond_reach: reach.of_goal(&goal),
            goal,
        });
        let freedoms = freedoms.collect();
        Ok(Self { known, properties: properties(model, root), demands, freedoms, cases: cases.len() })
    }

    /// The constraints that no case breaks and the freedoms that none shows, though one could; and the other way round.
    pub(super) fn gaps(&self) -> Vec<Gap> {
        let (name, provider) = (self.known.name(), &self.known.entry.provider.id);
        let list = format!("fixtures/{name}/cases.toml");
        let mut gaps = Vec::new();
        for demand in &self.demands {
            let Demanded { constraint, faults, beyond_reach } = demand;
            let place = format!("schemas/{provider}/{}", constraint.keyword);
            let rule = constraint.demand.rule();
            match (faults.as_slice(), beyond_reach) {
                ([], None) => {
                    let (what, way) = (demand.title(), Way::of(constraint));
                    let message = format!(
                        "no case of {name} breaks {what} at {way}: add a row with `rule = \"{rule}\"` to {list}"
                    );
                    gaps.push(Gap::new(place, message));
                }
                ([fault, ..], Some(reason)) => {
                    gaps.push(Gap::new(place, format!("the case `{}` breaks it although {reason}", fault.case)));
                }
                _ => {}
            }
        }
        for Allowed { goal, cases, beyond_reach } in &self.freedoms {
            let place = format!("schemas/{provider}/{}", goal.place);
            match (cases.first(), beyond_reach) {
                (None, None) => gaps.push(Gap::new(
                    place,
                    format!(
                        "no valid case of {name} shows {}: {}: add a row with `verdict = \"valid\"` to {list}",
                        goal.way, goal.freedom
                    ),
                )),
                (Some(case), Some(reason)) => {
                    gaps.push(Gap::new(place, format!("the case `{case}` shows {} although {reason}", goal.freedom)));
                }
                _ => {}
            }
        }
        gaps
    }
}

impl Demanded<'_> {
    /// What is demanded, for a person: the rule, the member it is about and when it holds.
    pub(super) fn title(&self) -> String {
        let member = self.constraint.demand.member().map_or_else(String::new, |member| format!(" `{member}`"));
        let when = self.constraint.condition.as_ref();
        let when = when.map_or_else(String::new, |under| words::when(under.condition, under.side));
        format!("{}{member}{when}", self.constraint.demand.rule())
    }
}
