//! The command line: arguments in, exit code out.

mod args;
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
mod maps;
mod pack;
mod packs;
mod payloads;
mod schema;
mod terminal;
mod validate;

use std::{ffi::OsString, io, process::ExitCode};

use anyhow::{Context as _, bail};
use args::{Arguments, Command};
use clap::Parser as _;
use hookproof::Judge;

/// Every payload is `valid`, or `drift` without `--strict`.
const SUCCESS: u8 = 0;
/// At least one payload is not.
const FAILURE: u8 = 1;
/// The run itself failed, wholly or in part.
const FAULT: u8 = 2;

/// Runs the command with the arguments of the process.
#[must_use]
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let code = match run(&arguments) {
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

/// Runs `validate` by providers that are there already.
///
/// # Errors
///
/// Wrong arguments, or a report that cannot be written.
pub fn validate(judge: &Judge, arguments: &[OsString]) -> anyhow::Result<u8> {
    let arguments = Arguments::try_parse_from(arguments)?;
    let Command::Validate(options) = &arguments.command else { bail!("this is no `validate`") };
    validate::run(judge, options, arguments.color.into())
}

fn run(arguments: &Arguments) -> anyhow::Result<u8> {
    let mut known = packs::Known::embedded().context("no schemas to work with")?;
    for pack in &arguments.pack {
        known.add(pack)?;
    }
    let color = arguments.color.into();
    match &arguments.command {
        Command::Validate(options) => validate::run(&known.judge()?, options, color),
        Command::Events(options) => events::run(known.judge()?.catalog(), options, color),
        Command::Schema(options) => schema::run(known.judge()?.catalog(), options),
        Command::Explain(options) => explain::run(known.judge()?.catalog(), options, color),
        Command::Generate(options) => generate::run(known.judge()?.catalog(), options),
        Command::Conformance(options) => conformance::run(known.judge()?.catalog(), options, color),
        Command::Drift(options) => drift::run(&known.judge()?, options, color),
        Command::Pack(options) => pack::run(known, options),
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<io::Error>())
        .any(|cause| cause.kind() == io::ErrorKind::BrokenPipe)
}
