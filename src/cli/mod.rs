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
mod work;

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
/// A signal ended the run.
const INTERRUPTED: u8 = 130;

pub(crate) fn main() -> ExitCode {
    // Threads that still read when the run ends go on using them.
    let arguments = Box::leak(Box::new(Arguments::parse()));
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

fn run(arguments: &'static Arguments) -> anyhow::Result<u8> {
    let mut known = packs::Known::embedded().context("no schemas to work with")?;
    for pack in &arguments.pack {
        known.add(pack)?;
    }
    let color = arguments.color.into();
    match &arguments.command {
        Command::Validate(options) => validate::run(Box::leak(Box::new(known.judge()?)), options, color),
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
