//! `hookproof.toml`: what a repository wants of each run, so that nobody has to say it.

mod allowed;
mod written;

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use anyhow::Context as _;
use clap::Args;
use hookproof::Catalog;

use super::{
    args::{Format, Validate},
    deliveries::Deliveries,
    events::named,
    maps::Map,
    packs::Known,
};
pub(super) use allowed::Allowances;
use written::{Text, Written};

/// What the file is called.
const NAME: &str = "hookproof.toml";

/// Which configuration file counts.
#[derive(Debug, Args)]
pub(super) struct Options {
    /// The configuration file, if not the `hookproof.toml` of this directory or of one above it in the repository
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,

    /// Read no configuration file
    #[arg(long, global = true, conflicts_with = "config")]
    no_config: bool,
}

/// A configuration file that was read.
#[derive(Debug)]
pub(super) struct Config {
    written: Written,
    text: Text,
    /// What its paths are relative to.
    folder: PathBuf,
}

impl Config {
    /// The file that counts in this directory, if there is any.
    pub(super) fn find(options: &Options) -> anyhow::Result<Option<Self>> {
        let file = match &options.config {
            _ if options.no_config => None,
            Some(file) => Some(file.clone()),
            None => above()?,
        };
        file.map(|file| Self::read(&file)).transpose()
    }

    fn read(file: &Path) -> anyhow::Result<Self> {
        let text = Text::read(file)?;
        let written = text.written()?;
        Ok(Self { written, text, folder: file.parent().unwrap_or(Path::new("")).to_owned() })
    }

    /// Adds the packs, before those of the command line.
    pub(super) fn add_packs(&self, known: &mut Known) -> anyhow::Result<()> {
        let mut packs = self.written.packs.iter();
        packs.try_for_each(|pack| {
            known.add(&self.folder.join(pack.as_ref())).with_context(|| self.text.place(pack.span()))
        })
    }

    /// Leaves only the providers that are wanted.
    fn restrict(&self, catalog: &mut Catalog) -> anyhow::Result<()> {
        let Some(wanted) = &self.written.providers else { return Ok(()) };
        let known: Vec<&str> = catalog.entries.iter().map(|entry| entry.provider.id.as_str()).collect();
        let unknown = wanted.iter().find(|wanted| !known.contains(&wanted.as_ref().as_str()));
        if let Some(provider) = unknown {
            let message =
                format!("there is no provider `{}`: the providers are {}", provider.as_ref(), known.join(", "));
            return Err(self.text.fault(provider.span(), &message));
        }
        catalog.entries.retain(|entry| wanted.iter().any(|wanted| *wanted.as_ref() == entry.provider.id));
        Ok(())
    }

    /// Adds what concerns the payloads that a command reads.
    pub(super) fn complete_deliveries(&self, options: &mut Deliveries, catalog: &mut Catalog) -> anyhow::Result<()> {
        self.restrict(catalog)?;
        let is_whole = options.paths.is_empty();
        if is_whole {
            options.paths = self.written.paths.iter().map(|path| self.folder.join(path)).collect();
        }
        for map in &self.written.maps {
            let fault = |message: String| self.text.fault(map.files.span(), &message);
            let (files, event) = (map.files.as_ref(), map.event.as_ref());
            named(catalog, event).map_err(|error| self.text.fault(map.event.span(), &error.to_string()))?;
            options.maps.push(Map::below(&self.folder, files, event, is_whole).map_err(fault)?);
        }
        Ok(())
    }

    /// Adds what the command line leaves open; events must be among those of the catalog.
    pub(super) fn complete(&self, options: &mut Validate, catalog: &mut Catalog) -> anyhow::Result<()> {
        let is_whole = options.deliveries.paths.is_empty();
        self.complete_deliveries(&mut options.deliveries, catalog)?;
        if options.reporting.formats.is_empty() {
            for format in &self.written.formats {
                let parsed = Format::parse(format.as_ref());
                let mut parsed = parsed.map_err(|message| self.text.fault(format.span(), &message))?;
                parsed.file = parsed.file.map(|file| self.folder.join(file));
                options.reporting.formats.push(parsed);
            }
        }
        if !options.strict {
            options.strict_events = self.strict_events(catalog)?;
            options.strict = self.written.strict;
        }
        options.allow_unknown |= self.written.allow_unknown;
        options.reporting.redact |= self.written.redact;
        options.allowances = Allowances::new(&self.written.allowed, &self.text, catalog, is_whole)?;
        Ok(())
    }

    /// The events that are stricter than others, or less so.
    fn strict_events(&self, catalog: &Catalog) -> anyhow::Result<BTreeMap<String, bool>> {
        let events = self.written.events.iter().map(|(event, written)| {
            named(catalog, event.as_ref()).map_err(|error| self.text.fault(event.span(), &error.to_string()))?;
            Ok((event.as_ref().clone(), written.strict))
        });
        events.collect()
    }
}

/// The nearest file of this name, here or above, as far as the repository goes.
fn above() -> anyhow::Result<Option<PathBuf>> {
    let here = std::env::current_dir().context("the working directory cannot be read")?;
    let mut way = PathBuf::new();
    for folder in here.ancestors() {
        if folder.join(NAME).is_file() {
            return Ok(Some(way.join(NAME)));
        }
        if folder.join(".git").exists() {
            return Ok(None);
        }
        way.push("..");
    }
    Ok(None)
}
