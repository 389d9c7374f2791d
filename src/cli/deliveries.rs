//! Which payloads a command works on, and what is known of them beforehand.

use std::path::PathBuf;

use anyhow::bail;
use clap::Args;
use hookproof::{Delivery, Judge};

use super::{
    inputs::{Input, Kind},
    maps::{Map, Maps},
    payloads::{Named, Payload},
    terminal::{complain, note},
    work::Piece,
};

/// The options of commands that read payloads.
#[derive(Debug, Args)]
pub(super) struct Deliveries {
    /// Files, directories (searched for *.json, *.ndjson, *.jsonl and *.http) or `-` for standard input
    ///
    /// A `.json` file is one payload; `.ndjson` and `.jsonl` hold one payload a line; `.http` is one recorded request,
    /// headers and body. Standard input is one payload, or one payload a line if its first line is a whole JSON text.
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,

    /// Take standard input for one payload a line, even if its first line is no JSON text
    #[arg(long)]
    lines: bool,

    /// The provider, where neither headers nor body are to tell it
    #[arg(short, long, value_name = "ID")]
    pub(super) provider: Option<String>,

    /// The event of that provider, for instance `push` or `note.commit`
    #[arg(short, long, value_name = "ID")]
    pub(super) event: Option<String>,

    /// A header of every delivery, to recognise the event and to decode the body (repeatable)
    #[arg(short = 'H', long = "header", value_name = "NAME: VALUE", value_parser = header)]
    headers: Vec<(String, String)>,

    /// Say what event files are whose paths match, for instance 'captures/**/push*.json=PROVIDER/push' (repeatable)
    ///
    /// `*` stands for any part of a name, `**/` for any folders. For these files it goes before --provider, --event,
    /// headers and body; of several that match, the first counts.
    #[arg(long = "map", value_name = "GLOB=PROVIDER/EVENT", value_parser = Map::parse)]
    pub(super) maps: Vec<Map>,

    /// The largest payload that is read, in bytes
    #[arg(long, value_name = "N", default_value_t = 64 * 1024 * 1024)]
    pub(super) max_bytes: u64,
}

/// The payloads that the options name, and what is known of them beforehand.
pub(super) struct Source<'o> {
    options: &'o Deliveries,
    maps: Maps<'o>,
}

impl Deliveries {
    /// The payloads, once what the options name is found to be there; `purpose` is what they are for.
    pub(super) fn source<'o>(&'o self, judge: &'o Judge, purpose: &str) -> anyhow::Result<Source<'o>> {
        self.check_names(judge)?;
        if self.paths.is_empty() {
            bail!("nothing to {purpose}: name a file, a directory, or `-` for standard input");
        }
        Ok(Source { options: self, maps: Maps::new(&self.maps, judge.catalog())? })
    }

    /// `--provider` and `--event` must name something that is known.
    fn check_names(&self, judge: &Judge) -> anyhow::Result<()> {
        let catalog = judge.catalog();
        if let Some(provider) = &self.provider {
            let Some(entry) = catalog.provider(provider) else {
                let known: Vec<&str> = catalog.entries.iter().map(|entry| entry.provider.id.as_str()).collect();
                bail!("there is no provider `{provider}`: the providers are {}", known.join(", "));
            };
            if let Some(event) = self.event.as_ref().filter(|event| entry.event(event).is_none()) {
                let known: Vec<&str> = entry.events().map(|known| known.event.id.as_str()).collect();
                bail!("{provider} has no event `{event}`: its events are {}", known.join(", "));
            }
        } else if let Some(event) = &self.event {
            let providers: Vec<&str> = catalog
                .events()
                .filter(|known| known.event.id == *event)
                .map(|known| known.entry.provider.id.as_str())
                .collect();
            match providers.as_slice() {
                [_] => {}
                [] => bail!("there is no event `{event}`: `hookproof events` lists them"),
                several => bail!("`{event}` is an event of {}: add --provider", several.join(", ")),
            }
        }
        Ok(())
    }
}

impl Source<'_> {
    pub(super) fn paths(&self) -> &[PathBuf] {
        &self.options.paths
    }

    pub(super) fn max_bytes(&self) -> u64 {
        self.options.max_bytes
    }

    /// What standard input holds.
    pub(super) fn standard(&self) -> Kind {
        if self.options.lines { Kind::Lines } else { Kind::Either }
    }

    /// An input with what is known of its payloads beforehand.
    pub(super) fn named(&self, input: Input) -> Named {
        let mapped = input.file().and_then(|file| self.maps.event(file));
        let (provider, event) = match mapped {
            Some(known) => (Some(known.entry.provider.id.clone()), Some(known.event.id.clone())),
            None => (self.options.provider.clone(), self.options.event.clone()),
        };
        Named { input, provider, event, headers: self.options.headers.clone() }
    }

    /// What to say of the maps that matched no file.
    pub(super) fn unused_maps(&self) -> impl Iterator<Item = String> {
        self.maps.unused().map(|map| format!("{map} matches none of the files"))
    }

    /// Hands every payload of every input to `take`, with its delivery, and says why inputs cannot be read: whether there
    /// was any such.
    pub(super) fn each(&self, take: &mut dyn FnMut(&Payload, &Delivery)) -> bool {
        let mut faults = false;
        let mut fault = |message: &str| {
            complain(message);
            faults = true;
        };
        // Nobody stops it.
        let _ = self.feed(&mut || None, &mut |piece| {
            match piece {
                Piece::Note(message) => note(&message),
                Piece::Fault(message) => fault(&message),
                texts => texts.texts(self.max_bytes(), &mut |text| {
                    let taken = text.and_then(|text| {
                        text.each(self.max_bytes(), &mut |payload| {
                            take(&payload, &text.named.delivery(&payload));
                            Ok(())
                        })
                    });
                    taken.unwrap_or_else(|message: String| fault(&message));
                }),
            }
            Ok(())
        });
        faults
    }
}

fn header(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once(':').ok_or("a header is written `Name: value`")?;
    if name.trim().is_empty() {
        return Err("a header needs a name before the colon".to_owned());
    }
    Ok((name.trim().to_owned(), value.trim().to_owned()))
}
