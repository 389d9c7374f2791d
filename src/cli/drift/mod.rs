//! `hookproof drift`: what captured payloads have that their documents do not.

mod pack;
mod report;
mod table;

use std::{io::Write as _, path::PathBuf};

use anyhow::Context as _;
use clap::{Args, ValueEnum};
use hookproof::{Judge, Verdict, drift::Drift};

use super::{
    FAULT, SUCCESS,
    deliveries::Deliveries,
    judged::Summary,
    packs,
    terminal::{complain, line, note},
};

/// Only payloads that are valid or drift are looked at; the others are counted.
#[derive(Debug, Args)]
#[command(after_help = "\
Exit codes:
  0  the payloads were read, whatever they have
  2  the run itself failed, wholly or in part")]
pub(super) struct Options {
    #[command(flatten)]
    pub(super) deliveries: Deliveries,

    /// How to report
    #[arg(long, value_enum, default_value_t = Format::Table, value_name = "FORMAT")]
    format: Format,

    /// Write a pack that allows exactly what was seen, for `--pack`
    ///
    /// The directory must not be there yet, or be empty.
    #[arg(long, value_name = "DIR")]
    write_pack: Option<PathBuf>,

    /// Keep every value of a payload out of the report and the pack
    #[arg(long)]
    redact: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Table,
    Json,
}

pub(super) fn run(judge: &Judge, options: &Options, color: anstream::ColorChoice) -> anyhow::Result<u8> {
    let source = options.deliveries.source(judge, "look at")?;
    packs::warn(judge);
    let mut drift = Drift::new(judge, options.redact);
    let mut summary = Summary::default();
    let mut faults = source.each(&mut |payload, delivery| {
        let report = match payload.body {
            Some(_) => drift.add(delivery),
            None => judge.too_large(delivery, options.deliveries.max_bytes),
        };
        summary.count(report.verdict, 1);
    });
    let mut output = anstream::AutoStream::new(std::io::stdout().lock(), color);
    match options.format {
        Format::Table => table::write(&mut output, &drift)?,
        Format::Json => {
            let text =
                serde_json::to_string_pretty(&report::of(&drift, &summary)).context("the report cannot be written")?;
            writeln!(output, "{text}")?;
        }
    }
    output.flush()?;
    line(&summary.to_string());
    let others: u64 =
        [Verdict::Invalid, Verdict::Malformed, Verdict::Unknown].map(|verdict| summary.of(verdict)).iter().sum();
    if others > 0 {
        let verb = if others == 1 { "is" } else { "are" };
        note(&format!("{others} of them {verb} neither valid nor drift: `hookproof validate` says why"));
    }
    if summary.payloads() == 0 && !faults {
        complain("nothing to look at: no payload was found");
        faults = true;
    }
    if let Some(folder) = &options.write_pack {
        pack::write(folder, &drift)?;
    }
    Ok(if faults { FAULT } else { SUCCESS })
}
