//! The mutation score as a table.

use std::collections::BTreeMap;

use super::{Outcome, changes::Effect};
use crate::output::table;

#[derive(Debug, Default)]
struct Row {
    places: std::collections::BTreeSet<String>,
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
    let noticed = 100.0 * ratio(total.by_fixtures, total.by_fixtures + total.survivors);
    format!("{}\nfixtures alone notice {noticed:.1} % of the changes that change something\n", table(&rows))
}

#[expect(clippy::cast_precision_loss, reason = "there are thousands of them, not 2^53")]
fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
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
