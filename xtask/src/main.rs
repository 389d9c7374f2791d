//! `cargo xtask`: what is computed from the project's data.

mod codegen;
mod fixtures;

use std::path::PathBuf;

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
    /// Make the typed events in `src/generated/` from the schemas
    Codegen {
        /// Write nothing: fail if a file is missing, changed or stray
        #[arg(long)]
        check: bool,
    },
    /// Write every case out as a file: the fixtures, and what one edit makes of them
    Fixtures {
        /// The folder to write to; it must be empty or not there
        #[arg(long, value_name = "DIR")]
        write: PathBuf,
    },
}

fn main() -> anyhow::Result<()> {
    match Arguments::parse().command {
        Command::Codegen { check } => codegen::run(check),
        Command::Fixtures { write } => fixtures::write(&write),
    }
}
