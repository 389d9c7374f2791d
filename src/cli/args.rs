//! The arguments, each documented once: here.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::deliveries::Deliveries;

/// Checks that webhook payloads are what their providers document.
#[derive(Debug, Parser)]
#[command(name = "hookproof", version, arg_required_else_help = true)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,

    /// When to use colours
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto, value_name = "WHEN")]
    pub(super) color: Color,

    /// Add the providers of a directory that is laid out as `schemas/` is, and what it allows of others (repeatable)
    #[arg(long, global = true, value_name = "DIR")]
    pub(super) pack: Vec<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Judge payloads: `valid`, `drift`, `invalid`, `malformed` or `unknown`
    Validate(Validate),
    /// List the providers and their events
    Events(Events),
    /// Print the schema of an event as one self-contained file
    Schema(Schema),
    /// Tell what an event or a member is and where it is documented
    Explain(Explain),
    /// Show what captured payloads have that their documents do not
    Drift(super::drift::Options),
    /// Check a pack of providers, or make a new one
    Pack(super::pack::Options),
}

#[derive(Debug, Args)]
#[command(after_help = "\
Exit codes:
  0  every payload is `valid` (or `drift`, without --strict)
  1  at least one payload is `invalid`, `malformed` or `unknown` (or `drift`, with --strict)
  2  the run itself failed, wholly or in part")]
pub(super) struct Validate {
    #[command(flatten)]
    pub(super) deliveries: Deliveries,

    /// Let drift fail the run too
    #[arg(long)]
    pub(super) strict: bool,

    /// Let payloads that no event claims not fail the run
    #[arg(long)]
    pub(super) allow_unknown: bool,

    /// How to report, and to which file if not to standard output: human, json or ndjson (repeatable)
    #[arg(long = "format", value_name = "FORMAT[=FILE]", value_parser = format, default_value = "human")]
    pub(super) formats: Vec<Format>,

    /// Keep every value of a payload out of the reports
    #[arg(long)]
    pub(super) redact: bool,
}

#[derive(Debug, Args)]
pub(super) struct Events {
    /// Only the events of this provider
    #[arg(value_name = "PROVIDER")]
    pub(super) provider: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Schema {
    /// The event, as `hookproof events` names it
    #[arg(value_name = "PROVIDER/EVENT")]
    pub(super) event: String,

    /// The open schema: what a consumer built from the document needs, and no more
    #[arg(long)]
    pub(super) open: bool,
}

#[derive(Debug, Args)]
pub(super) struct Explain {
    /// The event, as `hookproof events` names it
    #[arg(value_name = "PROVIDER/EVENT")]
    pub(super) event: String,

    /// The member as a JSON Pointer; `*` stands for the items of a list, for instance `/commits/*/id`
    #[arg(value_name = "POINTER")]
    pub(super) pointer: Option<String>,
}

/// A format and where it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Format {
    pub(super) kind: FormatKind,
    /// Standard output if there is none.
    pub(super) file: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum FormatKind {
    Human,
    Json,
    Ndjson,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    Auto,
    Always,
    Never,
}

impl From<Color> for anstream::ColorChoice {
    fn from(color: Color) -> Self {
        match color {
            Color::Auto => Self::Auto,
            Color::Always => Self::AlwaysAnsi,
            Color::Never => Self::Never,
        }
    }
}

fn format(text: &str) -> Result<Format, String> {
    let (kind, file) = text.split_once('=').map_or((text, None), |(kind, file)| (kind, Some(file)));
    if file == Some("") {
        return Err("a file name must follow `=`".to_owned());
    }
    let kind = FormatKind::from_str(kind, false).map_err(|_| {
        let known: Vec<_> = FormatKind::value_variants().iter().filter_map(ValueEnum::to_possible_value).collect();
        let known: Vec<_> = known.iter().map(clap::builder::PossibleValue::get_name).collect();
        format!("the formats are {}", known.join(", "))
    })?;
    Ok(Format { kind, file: file.map(PathBuf::from) })
}
