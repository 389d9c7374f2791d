//! Which payloads a command works on, and what is known of them beforehand.

use std::{io, path::PathBuf};

use anyhow::bail;
use clap::Args;
use hookproof::{Delivery, Judge};

use super::{
    inputs::{self, Found, Input},
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
    paths: Vec<PathBuf>,

    /// The provider, where neither headers nor body are to tell it
    #[arg(short, long, value_name = "ID")]
    provider: Option<String>,

    /// The event of that provider, for instance `push` or `note.commit`
    #[arg(short, long, value_name = "ID")]
    event: Option<String>,

    /// A header of every delivery, to recognise the event and to decode the body (repeatable)
    #[arg(short = 'H', long = "header", value_name = "NAME: VALUE", value_parser = header)]
    headers: Vec<(String, String)>,

    /// The largest payload that is read, in bytes
    #[arg(long, value_name = "N", default_value_t = 64 * 1024 * 1024)]
    pub(super) max_bytes: u64,
}

impl Deliveries {
    /// What the options name must be there.
    pub(super) fn check(&self, judge: &Judge, purpose: &str) -> anyhow::Result<()> {
        self.check_names(judge)?;
        if self.paths.is_empty() {
            bail!("nothing to {purpose}: name a file, a directory, or `-` for standard input");
        }
        Ok(())
    }

    /// Hands every payload of every input to `take`, and says what cannot be read: whether that was anything.
    pub(super) fn each(&self, take: &mut dyn FnMut(&Input, Payload) -> io::Result<()>) -> io::Result<bool> {
        let mut faults = false;
        for found in self.paths.iter().flat_map(|path| inputs::find(path)) {
            match found {
                Found::Note(message) => note(&message),
                Found::Fault(message) => {
                    complain(&message);
                    faults = true;
                }
                Found::Input(input) => {
                    match payloads::read(&input, self.max_bytes, &mut |payload| take(&input, payload)) {
                        Ok(()) => {}
                        Err(Fault::Input(message)) => {
                            complain(&message);
                            faults = true;
                        }
                        Err(Fault::Output(error)) => return Err(error),
                    }
                }
            }
        }
        Ok(faults)
    }

    /// The delivery of a payload; its body is empty where it is larger than what is read.
    pub(super) fn delivery<'p>(&self, payload: &Payload<'p>) -> Delivery<'p> {
        let mut delivery = Delivery::new(payload.body.unwrap_or_default());
        delivery.headers = payload.headers.iter().chain(&self.headers).cloned().collect();
        delivery.provider.clone_from(&self.provider);
        delivery.event.clone_from(&self.event);
        delivery
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

fn header(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once(':').ok_or("a header is written `Name: value`")?;
    if name.trim().is_empty() {
        return Err("a header needs a name before the colon".to_owned());
    }
    Ok((name.trim().to_owned(), value.trim().to_owned()))
}
