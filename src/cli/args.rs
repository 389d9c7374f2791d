//! The arguments, each documented once: here.

use std::{collections::BTreeMap, num::NonZeroUsize, path::PathBuf};

use clap::{Args, Parser, Subcommand, ValueEnum};
use hookproof::{Verdict, schema};

use super::{config::Allowances, deliveries::Deliveries};

/// Checks that webhook payloads are what their providers document.
#[derive(Debug, Parser)]
#[command(name = "hookproof", version, arg_required_else_help = true)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,

    /// When to use colours
    #[arg(long, global = true, display_order = 900, value_enum, default_value_t = Color::Auto, value_name = "WHEN")]
    pub(super) color: Color,

    /// Add the providers of a directory that is laid out as `schemas/` is, and what it allows of others (repeatable)
    #[arg(long, global = true, display_order = 901, value_name = "DIR")]
    pub(super) pack: Vec<PathBuf>,

    #[command(flatten)]
    pub(super) config: super::config::Options,
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
    /// Make payloads of an event, one a line: valid ones, or broken ones with a label
    Generate(Generate),
    /// Run another validator's command over every case and print where it disagrees
    Conformance(Conformance),
    /// Show what captured payloads have that their documents do not
    Drift(super::drift::Options),
    /// Check a pack of providers, or make a new one
    Pack(super::pack::Options),
    /// Check the template of a subscription, or make its schema or bodies of it
    Template(super::template::Options),
    /// Print what a shell needs to complete the command
    Completions(Completions),
    /// Print the manual pages
    Man(Man),
}

#[derive(Debug, Args)]
#[command(after_help = "\
Exit codes:
  0  every payload is `valid` (or `drift`, without --strict)
  1  at least one payload is `invalid`, `malformed` or `unknown` (or `drift`, with --strict)
  2  the run itself failed, wholly or in part
  130  Ctrl-C ended it: what was judged until then is reported (the second one ends it at once)")]
pub(super) struct Validate {
    #[command(flatten)]
    pub(super) deliveries: Deliveries,

    /// How many threads judge, if not one for each processor
    ///
    /// Reports are the same, and in the order of the inputs, however many there are.
    #[arg(short, long, value_name = "N")]
    pub(super) jobs: Option<NonZeroUsize>,

    /// Let drift fail the run too
    #[arg(long)]
    pub(super) strict: bool,

    /// Let payloads that no event claims not fail the run
    #[arg(long)]
    pub(super) allow_unknown: bool,

    #[command(flatten)]
    pub(super) reporting: Reporting,

    #[command(flatten)]
    pub(super) template: super::template::Expected,

    /// The events of which drift fails the run, or does not, whatever holds for others; the configuration file has them.
    #[arg(skip)]
    pub(super) strict_events: BTreeMap<String, bool>,

    /// Drift that is not reported; the configuration file has it.
    #[arg(skip)]
    pub(super) allowances: Allowances,
}

/// How reports are written.
#[derive(Debug, Args)]
pub(super) struct Reporting {
    /// How to report, and to which file if not to standard output (repeatable) [default: human]
    ///
    /// For people: `human`. For scripts: `json` and `ndjson` (one payload's report a line, as it is judged). For CI
    /// systems: `sarif`, `junit`, `github` (annotations of GitHub Actions) and `gitlab` (code quality). Where
    /// `GITHUB_ACTIONS` is `true`, `github` goes along with a `human` report on standard output.
    #[arg(long = "format", value_name = "FORMAT[=FILE]", value_parser = Format::parse)]
    pub(super) formats: Vec<Format>,

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

    /// The draft of JSON Schema
    #[arg(long, value_enum, default_value_t = Draft::V202012)]
    pub(super) draft: Draft,
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

#[derive(Debug, Args)]
#[command(after_help = "\
The same event, options and version give the same bytes on every machine.

A line of --broken is an object:
  verdict, rule, pointer, schema  what `validate` must report where the event is named
  member                          the missing member, for the rule `required`
  alone                           whether that is the only finding; if not, drift is reported beside it
  payload                         the payload")]
pub(super) struct Generate {
    /// The event, as `hookproof events` names it
    #[arg(value_name = "PROVIDER/EVENT")]
    pub(super) event: String,

    /// How many; 1 unless given, or with --broken one for each constraint
    #[arg(long, value_name = "N")]
    pub(super) count: Option<u64>,

    /// Other payloads for another number
    #[arg(long, value_name = "S", default_value_t = 0)]
    pub(super) seed: u32,

    /// Payloads with one fault each, every constraint of the schema in turn
    #[arg(long)]
    pub(super) broken: bool,

    /// The few payloads that together show every value, form, condition and member that can be missing
    #[arg(long, conflicts_with_all = ["count", "seed", "broken"])]
    pub(super) covering: bool,

    /// The smallest payloads: without what may be missing, and with lists as short as they may be
    #[arg(long, conflicts_with = "covering")]
    pub(super) compact: bool,
}

#[derive(Debug, Args)]
#[command(after_help = "\
The command runs once for each case, in the shell: `sh -c`, on Windows `cmd /C`. It finds the payload on its standard \
input, and the event in the environment variables HOOKPROOF_PROVIDER and HOOKPROOF_EVENT. It accepts the payload with \
exit code 0 and rejects it with 1. Anything else is an error of the command: another exit code, a signal, no end in \
time. (Mind languages that end with 1 when nobody catches an exception.) After ten errors in a row the run stops. For \
instance:

  --command 'hookproof validate --strict -p \"$HOOKPROOF_PROVIDER\" -e \"$HOOKPROOF_EVENT\" -'

What must become of a payload, by its verdict as of the named event:
             --level documented  --level open
  valid      accept              accept
  drift      reject              accept
  invalid    reject              reject
  malformed  reject              reject (also what is larger than the provider sends)

Of a recorded request, the payload is the JSON text that HTTP and the form carry. Some cases are left out, and counted: \
those of no payload, a form that cannot be decoded, and those of no event, where `unknown` is all that is foretold.

Exit codes:
  0  the command agrees with every case
  1  it differs in at least one
  2  the run itself failed, wholly or in part: an error of the command, or nothing to run")]
pub(super) struct Conformance {
    /// The command that is tried
    #[arg(long, required_unless_present = "show", value_name = "COMMAND")]
    pub(super) command: Option<String>,

    /// Which schema the command stands for: what is documented, or what a consumer needs
    #[arg(long, value_enum, value_name = "LEVEL", default_value_t = Level::Documented)]
    pub(super) level: Level,

    /// Only the cases of this provider
    #[arg(short, long, value_name = "ID")]
    pub(super) provider: Option<String>,

    /// Only the cases of this event, for instance `push` or `<provider>/push` (repeatable)
    #[arg(short, long = "event", value_name = "ID")]
    pub(super) events: Vec<String>,

    /// Only the cases of these verdicts, for instance `valid,drift,invalid` for a validator that gets its JSON parsed
    #[arg(long = "verdict", value_name = "VERDICT", value_delimiter = ',', value_parser = verdict)]
    pub(super) verdicts: Vec<Verdict>,

    /// How many commands run at once, if not one for each processor
    #[arg(short, long, value_name = "N")]
    pub(super) jobs: Option<NonZeroUsize>,

    /// How long the command may take for one case
    #[arg(long, value_name = "SECONDS", default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..))]
    pub(super) timeout: u64,

    /// Print the payload of one case and run nothing
    #[arg(long, value_name = "CASE", conflicts_with_all = ["command", "provider", "events", "verdicts"])]
    pub(super) show: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Completions {
    /// The shell
    #[arg(value_enum, value_name = "SHELL")]
    pub(super) shell: clap_complete::Shell,
}

#[derive(Debug, Args)]
pub(super) struct Man {
    /// Write a file for each page to this directory
    #[arg(long, value_name = "DIR")]
    pub(super) dir: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Level {
    Documented,
    Open,
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
pub(super) enum Draft {
    #[value(name = "2020-12")]
    V202012,
    #[value(name = "07", alias = "7", alias = "draft-07")]
    V07,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    Auto,
    Always,
    Never,
}

impl Format {
    /// Reads the value of the option.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let (kind, file) = text.split_once('=').map_or((text, None), |(kind, file)| (kind, Some(file)));
        if file == Some("") {
            return Err("a file name must follow `=`".to_owned());
        }
        let kind = FormatKind::from_str(kind, false).map_err(|_| {
            let known: Vec<_> = FormatKind::value_variants().iter().filter_map(ValueEnum::to_possible_value).collect();
            let known: Vec<_> = known.iter().map(clap::builder::PossibleValue::get_name).collect();
            format!("the formats are {}", known.join(", "))
        })?;
        Ok(Self { kind, file: file.map(PathBuf::from) })
    }
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

impl From<Draft> for schema::Draft {
    fn from(draft: Draft) -> Self {
        match draft {
            Draft::V202012 => Self::V202012,
            Draft::V07 => Self::V07,
        }
    }
}

fn verdict(text: &str) -> Result<Verdict, String> {
    let known = Verdict::ALL.into_iter().filter(|verdict| *verdict != Verdict::Unknown);
    let found = known.clone().find(|verdict| verdict.as_str() == text);
    found.ok_or_else(|| format!("the verdicts are {}", known.map(Verdict::as_str).collect::<Vec<_>>().join(", ")))
}
