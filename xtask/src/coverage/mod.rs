//! `cargo xtask coverage`: documented fact, schema, fixtures and findings as one matrix, and what is missing from it.

mod detail;
mod event;
mod goals;
mod lines;
mod properties;
mod reach;
mod records;
mod reported;
mod summary;
mod templates;
#[cfg(test)]
mod tests;
mod unused;
mod way;

use std::{collections::BTreeSet, fmt, fs};

use anyhow::{Context as _, anyhow, bail};
use clap::Args;
use hookproof::{Catalog, Judge, catalog::EMBEDDED};

use crate::{
    folders::{Fixtures, Folder, files_below, list_of, project},
    output::print,
};
use event::Event;
use records::Records;
use templates::Templates;

/// What to print
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The whole matrix of this event, for instance `codeup/push`
    event: Option<String>,
    /// What stands on these lines of a provider's document, for instance `codeup:120-130`
    #[arg(long, value_name = "PROVIDER:LINES", conflicts_with = "event")]
    lines: Option<String>,
}

/// What the matrix is computed from, beside the schemas.
#[derive(Debug, Clone)]
struct Stored {
    fixtures: Fixtures,
    /// The paths of the snapshots, below `tests/snapshots/`.
    snapshots: BTreeSet<String>,
    /// The source of the tests, one after the other.
    tests: String,
}

/// Documented fact, schema, fixtures and findings.
#[derive(Debug)]
struct Matrix<'c> {
    events: Vec<Event<'c>>,
    records: Vec<Records<'c>>,
    gaps: Vec<Gap>,
}

/// Something that is missing, or that nothing uses.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Gap {
    /// The file, and the place in it.
    place: String,
    /// What is missing, and what to add.
    message: String,
}

/// Prints the matrix, and fails if anything is missing from it.
pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let catalog = Catalog::from_files(EMBEDDED).map_err(|problems| {
        let problems: Vec<String> = problems.iter().map(|problem| format!("schemas/{problem}")).collect();
        anyhow!("the schemas do not fit together:\n{}", problems.join("\n"))
    })?;
    let judge = Judge::new(catalog);
    let stored = Stored::read()?;
    let matrix = Matrix::of(&judge, &stored);
    if let Some(lines) = &arguments.lines {
        return Ok(print(&lines::affected(&matrix, &stored, lines)?)?);
    }
    let Some(name) = &arguments.event else {
        print(&summary::of(&matrix))?;
        return matrix.check();
    };
    let Some(event) = matrix.events.iter().find(|event| event.known.name() == *name) else {
        let names: Vec<String> = matrix.events.iter().map(|event| event.known.name()).collect();
        bail!("there is no event `{name}` with fixtures; there are {}", names.join(", "));
    };
    print(&detail::of(event))?;
    matrix.check()
}

impl Stored {
    /// Reads what lies in the project's folder.
    fn read() -> anyhow::Result<Self> {
        let snapshots = files_below(&project().join("tests/snapshots"))?.into_keys().collect();
        let mut tests = String::new();
        for path in files_below(&project().join("tests"))?.into_values() {
            if path.extension().is_some_and(|extension| extension == "rs") {
                tests.push_str(&fs::read_to_string(&path).with_context(|| path.display().to_string())?);
            }
        }
        Ok(Self { fixtures: Fixtures::read()?, snapshots, tests })
    }
}

impl<'c> Matrix<'c> {
    /// Computes the matrix from the schemas, which a judge holds, and from what is stored beside them.
    fn of(judge: &'c Judge, stored: &Stored) -> Self {
        let mut gaps = unused::gaps(judge.catalog(), stored);
        let mut events = Vec::new();
        for folder in &stored.fixtures.folders {
            let Some(known) = judge.catalog().event(&folder.name()) else { continue };
            let cases = as_far_as_there(folder).try_build().map_err(anyhow::Error::msg);
            match cases.and_then(|cases| Event::read(judge, known, &cases)) {
                Ok(event) => events.push(event),
                Err(problem) => gaps.push(Gap::new(list_of(folder), problem.to_string())),
            }
        }
        for event in &events {
            gaps.extend(event.gaps());
        }
        let records = judge.catalog().entries.iter().map(|entry| {
            let folders = stored.fixtures.folders.iter();
            let templates = Templates::read(entry, &stored.fixtures.templates);
            Records::read(entry, folders.filter(|folder| folder.provider == entry.provider.id), templates)
        });
        let records: Vec<Records> = records.collect();
        for records in &records {
            gaps.extend(records.gaps());
            let events = events.iter().filter(|event: &&Event| std::ptr::eq(event.known.entry, records.entry));
            gaps.extend(events.flat_map(|event| records.rule_gaps(event)));
        }
        Self { events, records, gaps }
    }

    fn check(&self) -> anyhow::Result<()> {
        if self.gaps.is_empty() {
            return Ok(());
        }
        let gaps: Vec<String> = self.gaps.iter().map(ToString::to_string).collect();
        bail!("{} missing or unused:\n{}", gaps.len(), gaps.join("\n"))
    }
}

/// A folder without the list's files that are not there: they are gaps of their own.
fn as_far_as_there(folder: &Folder) -> Folder {
    let mut folder = folder.clone();
    folder.cases.files.retain(|path, _| folder.files.contains_key(path));
    folder.cases.edits.retain(|edits| folder.files.contains_key(&edits.base));
    folder
}

impl Gap {
    fn new(place: impl Into<String>, message: impl Into<String>) -> Self {
        Self { place: place.into(), message: message.into() }
    }
}

impl fmt::Display for Gap {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.place, self.message)
    }
}
