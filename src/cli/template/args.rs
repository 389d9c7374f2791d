//! The options of `hookproof template`, and those of `validate` that belong to templates.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::cli::args::{Draft, Reporting};

/// Where users write the body of their deliveries themselves, it is a template: text with parameters in `${}`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Options {
    #[command(subcommand)]
    pub(super) command: Action,
}

#[derive(Debug, Subcommand)]
pub(super) enum Action {
    /// Check templates, and subscriptions with theirs
    Check(Check),
    /// Print the schema of the bodies that a template yields
    Schema(Schema),
    /// Fill a template with generated event data
    Render(Render),
}

#[derive(Debug, Args)]
#[command(after_help = "\
Verdicts:
  valid      nothing is wrong
  drift      it depends on the values whether the body is what the template says
  invalid    a parameter is unknown or misplaced, or the provider takes no such subscription
  malformed  with values for its parameters, the template is no JSON text

Exit codes:
  0  every template is `valid` (or `drift`, without --strict)
  1  at least one template is `invalid` or `malformed` (or `drift`, with --strict)
  2  the run itself failed, wholly or in part

A subscription is a JSON file; every member can be missing:
  {
    \"service\": \"the service, as --service names it\",
    \"events\": [\"those of its events that are subscribed to\"],
    \"method\": \"POST\",
    \"url\": \"where the requests go\",
    \"headers\": [\"Content-Type: application/json\"],
    \"template\": \"the template, by its path from this file on\"
  }")]
pub(super) struct Check {
    /// Templates, or `-` for standard input
    #[arg(value_name = "FILE", required_unless_present = "subscriptions")]
    pub(super) files: Vec<PathBuf>,

    #[command(flatten)]
    pub(super) scope: Scope,

    /// A subscription: its headers and method are checked, and the template that it names (repeatable)
    #[arg(long = "subscription", value_name = "FILE")]
    pub(super) subscriptions: Vec<PathBuf>,

    /// Let drift fail the run too
    #[arg(long)]
    pub(super) strict: bool,

    #[command(flatten)]
    pub(super) reporting: Reporting,
}

#[derive(Debug, Args)]
pub(super) struct Schema {
    /// The template, or `-` for standard input
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,

    #[command(flatten)]
    pub(super) scope: Scope,

    /// The open schema: types and members, and no more
    #[arg(long)]
    pub(super) open: bool,

    /// The draft of JSON Schema
    #[arg(long, value_enum, default_value_t = Draft::V202012)]
    pub(super) draft: Draft,
}

#[derive(Debug, Args)]
#[command(after_help = "\
The same template, options and version give the same bytes on every machine.

Unless --hostile is given, no value has a character that must be escaped in JSON.")]
pub(super) struct Render {
    /// The template, or `-` for standard input
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,

    #[command(flatten)]
    pub(super) scope: Scope,

    /// Other values for another number
    #[arg(long, value_name = "S", default_value_t = 0)]
    pub(super) seed: u32,

    /// So many bodies, each a line, without white space between their values
    #[arg(long, value_name = "N")]
    pub(super) count: Option<u64>,

    /// Write values with quotation marks, backslashes and line breaks as they are: what is sent if nothing is escaped
    #[arg(long, conflicts_with = "count")]
    pub(super) hostile: bool,
}

/// Whose parameters a template may name.
#[derive(Debug, Args)]
pub(super) struct Scope {
    /// The service; can be left out where a template fits one service only
    #[arg(long, value_name = "ID")]
    pub(super) service: Option<String>,

    /// The provider, where several have a service of that name
    #[arg(short, long, value_name = "ID")]
    pub(super) provider: Option<String>,

    /// Only the parameters of this event of the service (repeatable)
    #[arg(short, long = "event", value_name = "ID")]
    pub(super) events: Vec<String>,
}

/// What the bodies are expected to be.
#[derive(Debug, Args)]
pub(in crate::cli) struct Expected {
    /// Judge by what this template yields, not by the event data that it draws from
    ///
    /// The payloads are deliveries of a subscription with this template. With --event, only the parameters of that event
    /// are known.
    #[arg(long = "template", value_name = "FILE", conflicts_with = "maps")]
    pub(in crate::cli) file: Option<PathBuf>,

    /// The service of the template; can be left out where the template fits one service only
    #[arg(long, value_name = "ID", requires = "file")]
    pub(in crate::cli) service: Option<String>,
}
