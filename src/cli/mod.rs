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
mod template;
mod terminal;
mod validate;

use std::{io, process::ExitCode};

use anyhow::Context as _;
use args::{Arguments, Command};
use clap::Parser as _;

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
        Command::Template(options) => template::run(known.judge()?.catalog(), options, color),
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<io::Error>())
        .any(|cause| cause.kind() == io::ErrorKind::BrokenPipe)
}
