//! Files of fixtures and snapshots that nothing uses, and those that are missing.

use std::collections::BTreeSet;

use hookproof::{Catalog, fixtures::Origin};

use super::{Gap, Stored};
use crate::folders::{Folder, list_of};

/// Fixtures, folders and snapshots that do not belong to what they stand beside.
pub(super) fn gaps(catalog: &Catalog, stored: &Stored) -> Vec<Gap> {
    let mut gaps = Vec::new();
    let strays = stored.fixtures.strays.iter();
    gaps.extend(strays.map(|path| Gap::new(path.clone(), "no `cases.toml` lists it: remove it, or list it in one")));
    for folder in &stored.fixtures.folders {
        files(folder, &mut gaps);
        if catalog.event(&folder.name()).is_none() {
            gaps.push(Gap::new(list_of(folder), format!("there is no event {}", folder.name())));
        }
    }
    for known in catalog.events() {
        let name = known.name();
        if stored.fixtures.folders.iter().all(|folder| folder.name() != name) {
            gaps.push(Gap::new(format!("fixtures/{name}/cases.toml"), "the event has no fixtures: add them"));
        }
    }
    snapshots(catalog, stored, &mut gaps);
    gaps
}

/// Files and list must agree, and each entry must say what it is.
fn files(folder: &Folder, gaps: &mut Vec<Gap>) {
    let list = list_of(folder);
    for file in folder.files.keys().filter(|file| !folder.cases.files.contains_key(*file)) {
        let path = format!("fixtures/{}/{file}", folder.name());
        gaps.push(Gap::new(path, format!("{list} does not list it: say there what it proves, or remove it")));
    }
    for (file, evidence) in &folder.cases.files {
        let mut gap = |message: &str| gaps.push(Gap::new(list.clone(), format!("{file}: {message}")));
        if !folder.files.contains_key(file) {
            gap("there is no such file");
        }
        if !evidence.proves.ends_with('.') || evidence.proves.len() <= 10 {
            gap("`proves` is a sentence");
        }
        if evidence.source == Origin::Documented && evidence.lines.is_none() {
            gap("`lines` says where the document prints it");
        }
    }
    let mut names = BTreeSet::new();
    for edit in folder.cases.edits.iter().flat_map(|edits| &edits.cases) {
        if !names.insert(&edit.name) {
            gaps.push(Gap::new(list.clone(), format!("two rows are called `{}`", edit.name)));
        }
    }
}

/// A snapshot is an event's, or a test names it.
fn snapshots(catalog: &Catalog, stored: &Stored, gaps: &mut Vec<Gap>) {
    let events: BTreeSet<String> = catalog.events().map(|known| format!("{}.snap", known.name())).collect();
    let place = |path: &str| format!("tests/snapshots/{path}");
    for event in events.iter().filter(|path| !stored.snapshots.contains(*path)) {
        gaps.push(Gap::new(place(event), "the event has no snapshot: run `cargo test` and review what it writes"));
    }
    for path in stored.snapshots.iter().filter(|path| !events.contains(*path)) {
        let stem = path.rsplit('/').next().unwrap_or(path).strip_suffix(".snap");
        if !stem.is_some_and(|stem| stored.tests.contains(&format!("snapshot!(\"{stem}\""))) {
            gaps.push(Gap::new(place(path), "no test and no event has this snapshot: remove it"));
        }
    }
}
