//! `--map`: which event files are, where they do not say it themselves.

use std::{
    path::{Path, PathBuf},
    sync::atomic::{AtomicBool, Ordering::Relaxed},
};

use globset::{GlobBuilder, GlobMatcher};
use hookproof::{Catalog, catalog::Known};

use super::{events::named, formats::normal};

/// One `--map GLOB=PROVIDER/EVENT`, or one of the configuration file.
#[derive(Debug, Clone)]
pub(super) struct Map {
    /// What to call it where it is of no use; none where that is no matter.
    called: Option<String>,
    glob: GlobMatcher,
    event: String,
    /// What the glob is relative to, if not to the working directory.
    base: Option<PathBuf>,
}

/// The maps of a run, in the order in which they were given.
pub(super) struct Maps<'c> {
    maps: Vec<Mapped<'c>>,
}

struct Mapped<'c> {
    map: &'c Map,
    known: Known<'c>,
    is_used: AtomicBool,
}

impl Map {
    /// Reads the value of the option.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        // Names of events have no `=`, names of files may.
        let (files, event) = text.rsplit_once('=').ok_or("a map is written `GLOB=PROVIDER/EVENT`")?;
        if files.is_empty() {
            return Err("a map needs a glob before the `=`".to_owned());
        }
        let called = Some(format!("--map '{text}'"));
        Ok(Self { called, glob: glob(files)?, event: event.to_owned(), base: None })
    }

    /// A map of files below a folder; `is_told` whether it is said when there are none.
    pub(super) fn below(folder: &Path, files: &str, event: &str, is_told: bool) -> Result<Self, String> {
        let called = is_told.then(|| format!("the map of '{files}'"));
        let base = normal(&std::path::absolute(folder.join(".")).map_err(|error| error.to_string())?);
        Ok(Self { called, glob: glob(files)?, event: event.to_owned(), base: Some(base) })
    }

    fn matches(&self, file: &Path) -> bool {
        let Some(base) = &self.base else { return self.glob.is_match(file.strip_prefix(".").unwrap_or(file)) };
        let file = std::path::absolute(file).map(|file| normal(&file));
        file.is_ok_and(|file| file.strip_prefix(base).is_ok_and(|below| self.glob.is_match(below)))
    }
}

fn glob(files: &str) -> Result<GlobMatcher, String> {
    let files = files.strip_prefix("./").unwrap_or(files);
    let glob = GlobBuilder::new(files).literal_separator(true).build().map_err(|error| error.to_string())?;
    Ok(glob.compile_matcher())
}

impl<'c> Maps<'c> {
    /// The maps with their events, which must be known.
    pub(super) fn new(maps: &'c [Map], catalog: &'c Catalog) -> anyhow::Result<Self> {
        let mapped = maps.iter().map(|map| {
            let known = named(catalog, &map.event)?;
            Ok(Mapped { map, known, is_used: AtomicBool::new(false) })
        });
        Ok(Self { maps: mapped.collect::<anyhow::Result<_>>()? })
    }

    /// The event that a file is said to be: by the first map that matches.
    pub(super) fn event(&self, file: &Path) -> Option<Known<'c>> {
        let mut matching = self
            .maps
            .iter()
            .filter(|mapped| mapped.map.matches(file))
            .inspect(|mapped| mapped.is_used.store(true, Relaxed));
        let first = matching.next().map(|mapped| mapped.known);
        // The others are of use too, even if they do not count here.
        matching.for_each(drop);
        first
    }

    /// The maps that matched no file.
    pub(super) fn unused(&self) -> impl Iterator<Item = &'c str> {
        let unused = self.maps.iter().filter(|mapped| !mapped.is_used.load(Relaxed));
        unused.filter_map(|mapped| mapped.map.called.as_deref())
    }
}
