//! `--map`: which event files are, where they do not say it themselves.

use std::{
    path::Path,
    sync::atomic::{AtomicBool, Ordering::Relaxed},
};

use globset::{GlobBuilder, GlobMatcher};
use hookproof::{Catalog, catalog::Known};

use super::events::named;

/// One `--map GLOB=PROVIDER/EVENT`.
#[derive(Debug, Clone)]
pub(super) struct Map {
    text: String,
    glob: GlobMatcher,
    event: String,
}

/// The maps of a run, in the order in which they were given.
pub(super) struct Maps<'c> {
    maps: Vec<Mapped<'c>>,
}

struct Mapped<'c> {
    text: &'c str,
    glob: &'c GlobMatcher,
    known: Known<'c>,
    is_used: AtomicBool,
}

impl Map {
    /// Reads the value of the option.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        // Names of events have no `=`, names of files may.
        let (glob, event) = text.rsplit_once('=').ok_or("a map is written `GLOB=PROVIDER/EVENT`")?;
        let glob = glob.strip_prefix("./").unwrap_or(glob);
        if glob.is_empty() {
            return Err("a map needs a glob before the `=`".to_owned());
        }
        let glob = GlobBuilder::new(glob).literal_separator(true).build().map_err(|error| error.to_string())?;
        Ok(Self { text: text.to_owned(), glob: glob.compile_matcher(), event: event.to_owned() })
    }
}

impl<'c> Maps<'c> {
    /// The maps with their events, which must be known.
    pub(super) fn new(maps: &'c [Map], catalog: &'c Catalog) -> anyhow::Result<Self> {
        let mapped = maps.iter().map(|map| {
            let known = named(catalog, &map.event)?;
            Ok(Mapped { text: &map.text, glob: &map.glob, known, is_used: AtomicBool::new(false) })
        });
        Ok(Self { maps: mapped.collect::<anyhow::Result<_>>()? })
    }

    /// The event that a file is said to be: by the first map that matches.
    pub(super) fn event(&self, file: &Path) -> Option<Known<'c>> {
        let path = file.strip_prefix(".").unwrap_or(file);
        let mut matching =
            self.maps.iter().filter(|map| map.glob.is_match(path)).inspect(|map| map.is_used.store(true, Relaxed));
        let first = matching.next().map(|map| map.known);
        // The others are of use too, even if they do not count here.
        matching.for_each(drop);
        first
    }

    /// The maps that matched no file.
    pub(super) fn unused(&self) -> impl Iterator<Item = &'c str> {
        self.maps.iter().filter(|map| !map.is_used.load(Relaxed)).map(|map| map.text)
    }
}
