//! Which payloads a command works on, and what is known of them beforehand.

use std::{io, path::PathBuf};

use anyhow::bail;
use clap::Args;
use hookproof::{Delivery, Judge, catalog::Known};

use super::{
    inputs::{self, Found, Input, Kind},
    maps::{Map, Maps},
    payloads::{self, Fault, Payload},
    terminal::{complain, note},
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

/// What comes out of a source.
pub(super) enum Item<'a> {
    /// The next payload, and its delivery; the body of that is empty where it is larger than what is read.
    Payload(&'a Input, &'a Payload<'a>, Delivery<'a>),
    /// Why an input cannot be read, which standard error has already.
    Fault(&'a str),
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
    /// Hands every payload of every input to `take`, and why inputs cannot be read: whether there was any such.
    pub(super) fn each(&self, take: &mut dyn FnMut(Item) -> io::Result<()>) -> io::Result<bool> {
        let mut faults = false;
        let standard = if self.options.lines { Kind::Lines } else { Kind::Either };
        for found in self.options.paths.iter().flat_map(|path| inputs::find(path, standard)) {
            let message = match found {
                Found::Note(message) => {
                    note(&message);
                    continue;
                }
                Found::Fault(message) => message,
                Found::Input(input) => match self.read(&input, take) {
                    Ok(()) => continue,
                    Err(Fault::Input(message)) => message,
                    Err(Fault::Output(error)) => return Err(error),
                },
            };
            complain(&message);
            take(Item::Fault(&message))?;
            faults = true;
        }
        self.maps.unused().for_each(|map| note(&format!("{map} matches none of the files")));
        Ok(faults)
    }

    fn read(&self, input: &Input, take: &mut dyn FnMut(Item) -> io::Result<()>) -> Result<(), Fault> {
        let mapped = input.file().and_then(|file| self.maps.event(file));
        payloads::read(input, self.options.max_bytes, &mut |payload| {
            take(Item::Payload(input, &payload, self.delivery(&payload, mapped)))
        })
    }

    fn delivery<'p>(&self, payload: &Payload<'p>, mapped: Option<Known>) -> Delivery<'p> {
        let mut delivery = Delivery::new(payload.body.unwrap_or_default());
        delivery.headers = payload.headers.iter().chain(&self.options.headers).cloned().collect();
        delivery.provider.clone_from(&self.options.provider);
        delivery.event.clone_from(&self.options.event);
        match mapped {
            Some(known) => delivery.provider(&known.entry.provider.id).event(&known.event.id),
            None => delivery,
        }
    }
}

fn header(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once(':').ok_or("a header is written `Name: value`")?;
    if name.trim().is_empty() {
        return Err("a header needs a name before the colon".to_owned());
    }
    Ok((name.trim().to_owned(), value.trim().to_owned()))
}
