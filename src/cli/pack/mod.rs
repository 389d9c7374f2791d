//! `hookproof pack`: checks a pack, or makes a new one.

mod check;
mod fixtures;

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{SUCCESS, folder, packs::Known, terminal::note};

#[derive(Debug, Args)]
pub(super) struct Options {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Check a pack: its providers and extensions, and its fixtures
    ///
    /// Fixtures lie in `fixtures/<provider>/<event>/<verdict>/`: the folder says what each file must be.
    #[command(after_help = "\
Exit codes:
  0  the pack is whole, and each fixture is what its folder says
  1  something in it is not as it must be
  2  the pack cannot be used at all")]
    Check {
        /// The pack
        #[arg(value_name = "DIR")]
        dir: PathBuf,
    },
    /// Make a small pack that works: a provider with a schema, fixtures and an explanation
    New {
        /// The directory, which must not be there yet or be empty
        #[arg(value_name = "DIR")]
        dir: PathBuf,
    },
}

/// The files of a new pack.
const NEW: [(&str, &str); 7] = [
    ("README.md", include_str!("../../../templates/pack/README.md")),
    ("example/provider.json", include_str!("../../../templates/pack/example/provider.json")),
    ("example/push.schema.json", include_str!("../../../templates/pack/example/push.schema.json")),
    (
        "fixtures/example/push/valid/documented.json",
        include_str!("../../../templates/pack/fixtures/example/push/valid/documented.json"),
    ),
    (
        "fixtures/example/push/valid/delivery.http",
        include_str!("../../../templates/pack/fixtures/example/push/valid/delivery.http"),
    ),
    (
        "fixtures/example/push/drift/new-member.json",
        include_str!("../../../templates/pack/fixtures/example/push/drift/new-member.json"),
    ),
    (
        "fixtures/example/push/invalid/no-ref.json",
        include_str!("../../../templates/pack/fixtures/example/push/invalid/no-ref.json"),
    ),
];

pub(super) fn run(mut known: Known, options: &Options) -> anyhow::Result<u8> {
    match &options.command {
        Command::Check { dir } => {
            known.add(dir)?;
            check::run(known, dir)
        }
        Command::New { dir } => {
            let files = NEW.map(|(path, text)| (path.to_owned(), text.to_owned()));
            folder::write(dir, &files)?;
            let shown = dir.display();
            note(&format!("{shown} is made: change it, and try `hookproof pack check {shown}`"));
            Ok(SUCCESS)
        }
    }
}
