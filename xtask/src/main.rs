//! `cargo xtask`: what is computed from the project's data.

mod agree;
mod bundle;
mod codegen;
mod coverage;
mod fixtures;
mod folders;
#[path = "../../tests/suite/judges.rs"]
mod judges;
mod mutants;
mod output;
mod plan;
mod verdicts;

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
    /// Make payloads, valid and broken ones, and see that two validators and the labels agree about each
    ///
    /// Meant for a release build: `cargo run --release --package xtask -- agree`.
    Agree {
        /// How many payloads for each provider
        #[arg(long, value_name = "N", default_value_t = 1_000_000)]
        count: u64,

        /// Only this provider
        #[arg(long, value_name = "ID")]
        provider: Option<String>,
    },
    /// Write `dist/`: every schema in one piece, in two drafts, a catalogue of them, and OpenAPI
    Bundle {
        /// Only tell whether it is up to date
        #[arg(long)]
        check: bool,
    },
    /// Make the typed events in `src/generated/` from the schemas
    Codegen {
        /// Write nothing: fail if a file is missing, changed or stray
        #[arg(long)]
        check: bool,
    },
    /// Print and check what documents each fact, which schema states it, and which cases show and break it
    Coverage(coverage::Arguments),
    /// Write every case out as a file: the fixtures, and what one edit makes of them
    Fixtures {
        /// The folder to write to; it must be empty or not there
        #[arg(long, value_name = "DIR")]
        write: PathBuf,
    },
    /// Tell whether the suite notices it when one constraint of a schema is loosened or tightened
    Mutants {
        /// Write the lists of changes that are proven to change nothing
        #[arg(long)]
        write: bool,
    },
    /// Print every case that is JSON, with what the schemas of its event say of it, as NDJSON
    Verdicts,
}

#[expect(clippy::print_stderr, reason = "the one place that reports failure")]
fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Agree { count, provider } => agree::run(count, provider.as_deref()),
        Command::Bundle { check } => bundle::run(check),
        Command::Codegen { check } => codegen::run(check),
        Command::Coverage(arguments) => coverage::run(&arguments),
        Command::Fixtures { write } => fixtures::write(&write),
        Command::Mutants { write } => mutants::run(write),
        Command::Verdicts => verdicts::print(),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
