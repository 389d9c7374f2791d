//! The mutation score as a table.

use std::collections::{BTreeMap, BTreeSet};

use super::{Outcome, changes::Effect};
use crate::output::table;

#[derive(Debug, Default)]
struct Row {
    places: BTreeSet<String>,
    loosened: usize,
    tightened: usize,
    other: usize,
    by_fixtures: usize,
    by_generated: usize,
    equivalent: usize,
    survivors: usize,
}

/// One row an event, and what they add up to.
pub(super) fn rendered(outcomes: &[Outcome]) -> String {
    let mut events: BTreeMap<&str, Row> = BTreeMap::new();
    let mut total = Row::default();
    for outcome in outcomes {
        for row in [events.entry(&outcome.event).or_default(), &mut total] {
            row.count(outcome);
        }
    }
    let heading = [
        "",
        "constraints",
        "loosened",
        "tightened",
        "changed",
        "by fixtures",
        "by generated",
        "equivalent",
        "survivors",
    ];
    let mut rows = vec![heading.map(str::to_owned).to_vec()];
    rows.extend(events.iter().map(|(event, row)| row.cells(event)));
    rows.push(total.cells("all"));
    // Rounded down: one survivor among thousands is not 100 %.
    let (noticed, all) = (total.by_fixtures, total.by_fixtures + total.survivors);
    let tenths = (1000 * noticed).checked_div(all).unwrap_or_default();
    let share = format!("{noticed} of the {all} changes that change something, {}.{} %", tenths / 10, tenths % 10);
    format!("{}\nfixtures alone notice {share}\n", table(&rows))
}

impl Row {
    fn count(&mut self, outcome: &Outcome) {
        self.places.insert(outcome.mutation.constraint(&outcome.event));
        match outcome.mutation.effect {
            Effect::Loosened => self.loosened += 1,
            Effect::Tightened => self.tightened += 1,
            Effect::Changed => self.other += 1,
        }
        self.by_fixtures += usize::from(outcome.by_fixtures);
        self.by_generated += usize::from(outcome.by_generated);
        self.equivalent += usize::from(outcome.equivalent);
        self.survivors += usize::from(outcome.survives());
    }

    fn cells(&self, name: &str) -> Vec<String> {
        let counts = [
            self.places.len(),
            self.loosened,
            self.tightened,
            self.other,
            self.by_fixtures,
            self.by_generated,
            self.equivalent,
            self.survivors,
        ];
        [name.to_owned()].into_iter().chain(counts.map(|count| count.to_string())).collect()
    }
}
