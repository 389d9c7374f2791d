//! The command line: arguments in, exit code out.

mod args;
mod completions;
mod config;
mod conformance;
mod deliveries;
mod drift;
mod events;
mod explain;
mod folder;
mod formats;
mod generate;
mod inputs;
mod judged;
mod man;
mod maps;
mod pack;
mod packs;
mod payloads;
mod schema;
mod template;
mod terminal;
mod validate;
mod work;

use std::{ffi::OsString, io, process::ExitCode};

use anyhow::{Context as _, bail};
use args::{Arguments, Command};
use clap::{CommandFactory as _, Parser as _};
use config::Config;
use hookproof::Judge;

/// Every payload is `valid`, or `drift` without `--strict`.
const SUCCESS: u8 = 0;
/// At least one payload is not.
const FAILURE: u8 = 1;
/// The run itself failed, wholly or in part.
const FAULT: u8 = 2;
/// A signal ended the run.
const INTERRUPTED: u8 = 130;

/// Runs the command with the arguments of the process.
#[must_use]
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let code = match run(arguments) {
        Ok(code) => code,
        // Whoever reads the output has seen enough.
        Err(error) if is_broken_pipe(&error) => SUCCESS,
        Err(error) => {
            terminal::complain(&format!("{error:#}"));
            FAULT
        }
    };
    ExitCode::from(code)
}

/// What the command takes, as its help, its manual and its completions say it.
#[must_use]
pub fn definition() -> clap::Command {
    Arguments::command()
}

/// Runs `validate` by providers that are there already.
///
/// # Errors
///
/// Wrong arguments, or a report that cannot be written.
pub fn validate(judge: &'static Judge, arguments: &[OsString]) -> anyhow::Result<u8> {
    let arguments = Arguments::try_parse_from(arguments)?;
    let Command::Validate(options) = arguments.command else { bail!("this is no `validate`") };
    validate::run(judge, kept(options), arguments.color.into())
}

/// Something that threads go on using that still read when the run ends.
fn kept<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

fn run(mut arguments: Arguments) -> anyhow::Result<u8> {
    // A pack is looked at for itself, and the others ask nothing of providers.
    let needs_config = !matches!(arguments.command, Command::Pack(_) | Command::Completions(_) | Command::Man(_));
    let config = if needs_config { Config::find(&arguments.config)? } else { None };
    let mut known = packs::Known::embedded().context("no schemas to work with")?;
    if let Some(config) = &config {
        config.add_packs(&mut known)?;
    }
    for pack in &arguments.pack {
        known.add(pack)?;
    }
    if let Some(config) = &config {
        match &mut arguments.command {
            Command::Validate(options) => config.complete(options, &mut known.catalog)?,
            Command::Drift(options) => config.complete_deliveries(&mut options.deliveries, &mut known.catalog)?,
            _ => {}
        }
    }
    let color = arguments.color.into();
    match kept(arguments.command) {
        Command::Validate(options) => validate::run(kept(known.judge()?), options, color),
        Command::Events(options) => events::run(known.judge()?.catalog(), options, color),
        Command::Schema(options) => schema::run(known.judge()?.catalog(), options),
        Command::Explain(options) => explain::run(known.judge()?.catalog(), options, color),
        Command::Generate(options) => generate::run(known.judge()?.catalog(), options),
        Command::Conformance(options) => conformance::run(known.judge()?.catalog(), options, color),
        Command::Drift(options) => drift::run(&known.judge()?, options, color),
        Command::Pack(options) => pack::run(known, options),
        Command::Template(options) => template::run(known.judge()?.catalog(), options, color),
        Command::Completions(options) => completions::run(options),
        Command::Man(options) => man::run(options),
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<io::Error>())
        .any(|cause| cause.kind() == io::ErrorKind::BrokenPipe)
}
