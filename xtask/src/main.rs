//! `cargo xtask`: what is computed from the project's data.

mod agree;
mod fixtures;
#[path = "../../tests/suite/judges.rs"]
mod judges;

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
    /// Write every case out as a file: the fixtures, and what one edit makes of them
    Fixtures {
        /// The folder to write to; it must be empty or not there
        #[arg(long, value_name = "DIR")]
        write: PathBuf,
    },
}

fn main() -> anyhow::Result<()> {
    match Arguments::parse().command {
        Command::Agree { count, provider } => agree::run(count, provider.as_deref()),
        Command::Fixtures { write } => fixtures::write(&write),
    }
}
