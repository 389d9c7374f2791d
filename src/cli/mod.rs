//! The command line: arguments in, exit code out.

mod args;
mod conformance;
mod events;
mod explain;
mod formats;
mod generate;
mod inputs;
mod judged;
mod maps;
mod packs;
mod payloads;
mod schema;
mod terminal;
mod validate;

use std::{io, process::ExitCode};

use anyhow::Context as _;
use clap::Parser as _;
use hookproof::Judge;

use args::{Arguments, Command};

/// Every payload is `valid`, or `drift` without `--strict`.
const SUCCESS: u8 = 0;
/// At least one payload is not.
const FAILURE: u8 = 1;
/// The run itself failed, wholly or in part.
const FAULT: u8 = 2;

pub(crate) fn main() -> ExitCode {
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

fn run(arguments: &Arguments) -> anyhow::Result<u8> {
    let catalog = packs::catalog(&arguments.pack).context("no schemas to work with")?;
    let judge = Judge::new(catalog);
    match &arguments.command {
        Command::Validate(options) => validate::run(&judge, options, arguments.color.into()),
        Command::Events(options) => events::run(judge.catalog(), options, arguments.color.into()),
        Command::Schema(options) => schema::run(judge.catalog(), options),
        Command::Explain(options) => explain::run(judge.catalog(), options, arguments.color.into()),
        Command::Generate(options) => generate::run(judge.catalog(), options),
        Command::Conformance(options) => conformance::run(judge.catalog(), options, arguments.color.into()),
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<io::Error>())
        .any(|cause| cause.kind() == io::ErrorKind::BrokenPipe)
}
