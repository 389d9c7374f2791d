//! The arguments, each documented once: here.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::maps::Map;

/// Checks that webhook payloads are what their providers document.
#[derive(Debug, Parser)]
#[command(name = "hookproof", version, arg_required_else_help = true)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,

    /// When to use colours
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto, value_name = "WHEN")]
    pub(super) color: Color,

    /// Add the providers of a directory that is laid out as `schemas/` is (repeatable)
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
}

#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own")]
#[derive(Debug, Args)]
#[command(after_help = "\
Exit codes:
  0  every payload is `valid` (or `drift`, without --strict)
  1  at least one payload is `invalid`, `malformed` or `unknown` (or `drift`, with --strict)
  2  the run itself failed, wholly or in part")]
pub(super) struct Validate {
    /// Files, directories (searched for *.json, *.ndjson, *.jsonl and *.http) or `-` for standard input
    ///
    /// A `.json` file is one payload; `.ndjson` and `.jsonl` hold one payload a line; `.http` is one recorded request,
    /// headers and body. Standard input is one payload, or one payload a line if its first line is a whole JSON text.
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,

    /// The provider, where neither headers nor body are to tell it
    #[arg(short, long, value_name = "ID")]
    pub(super) provider: Option<String>,

    /// The event of that provider, for instance `push` or `note.commit`
    #[arg(short, long, value_name = "ID")]
    pub(super) event: Option<String>,

    /// A header of every delivery, to recognise the event and to decode the body (repeatable)
    #[arg(short = 'H', long = "header", value_name = "NAME: VALUE", value_parser = header)]
    pub(super) headers: Vec<(String, String)>,

    /// Let drift fail the run too
    #[arg(long)]
    pub(super) strict: bool,

    /// Let payloads that no event claims not fail the run
    #[arg(long)]
    pub(super) allow_unknown: bool,

    /// Say what event files are whose paths match, for instance 'captures/**/push*.json=PROVIDER/push' (repeatable)
    ///
    /// `*` stands for any part of a name, `**/` for any folders. For these files it goes before --provider, --event,
    /// headers and body; of several that match, the first counts.
    #[arg(long = "map", value_name = "GLOB=PROVIDER/EVENT", value_parser = Map::parse)]
    pub(super) maps: Vec<Map>,

    /// How to report, and to which file if not to standard output (repeatable)
    ///
    /// For people: `human`. For scripts: `json` and `ndjson` (one payload's report a line, as it is judged). For CI
    /// systems: `sarif`, `junit`, `github` (annotations of GitHub Actions) and `gitlab` (code quality). Where
    /// `GITHUB_ACTIONS` is `true`, `github` goes along with a `human` report on standard output.
    #[arg(long = "format", value_name = "FORMAT[=FILE]", value_parser = format, default_value = "human")]
    pub(super) formats: Vec<Format>,

    /// The largest payload that is read, in bytes
    #[arg(long, value_name = "N", default_value_t = 64 * 1024 * 1024)]
    pub(super) max_bytes: u64,

    /// Keep every value of a payload out of the reports
    ///
    /// Names of members that no schema knows are left out too.
    #[arg(long)]
    pub(super) redact: bool,

    /// Show every finding to people
    ///
    /// Unless this is given, of more than 20 findings only the first of each kind is shown, with how often it was
    /// found, the worst first; a kind is the same event, rule and place, whatever the index in a list.
    #[arg(long)]
    pub(super) all: bool,
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
    Sarif,
    Junit,
    Github,
    Gitlab,
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

fn header(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once(':').ok_or("a header is written `Name: value`")?;
    if name.trim().is_empty() {
        return Err("a header needs a name before the colon".to_owned());
    }
    Ok((name.trim().to_owned(), value.trim().to_owned()))
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
