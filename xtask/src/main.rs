//! `cargo xtask`: what is computed from the project's data.

mod coverage;
mod fixtures;
mod folders;
mod output;

use std::{path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};

/// What is computed from hookproof's data
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Write every case out as a file: the fixtures, and what one edit makes of them
    Fixtures {
        /// The folder to write to; it must be empty or not there
        #[arg(long, value_name = "DIR")]
        write: PathBuf,
    },
    /// Print and check what documents each fact, which schema states it, and which cases show and break it
    Coverage(coverage::Arguments),
}

#[expect(clippy::print_stderr, reason = "the one place that reports failure")]
fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Fixtures { write } => fixtures::write(&write),
        Command::Coverage(arguments) => coverage::run(&arguments),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
