//! Report formats, each opened where it is written.

mod fingerprint;
mod github;
mod gitlab;
mod groups;
mod human;
mod json;
mod junit;
mod output;
mod root;
mod rules;
mod said;
mod sarif;
mod snippet;
mod whole;

use std::{io, path::Path, rc::Rc};

use anyhow::bail;
use hookproof::{Catalog, Verdict};

use super::{
    args::{Format, FormatKind, Reporting},
    judged::{Failing, Judged, Summary},
};
pub(super) use output::Output;
pub(super) use root::{Root, normal};
pub(super) use rules::is_rule;
pub(super) use said::Discretion;
use whole::Collected;

/// A report that is written payload by payload, or at the end.
pub(super) trait Sink {
    /// Takes the next payload.
    fn payload(&mut self, judged: &Judged) -> io::Result<()>;

    /// Takes the reason why an input could not be judged, which standard error has already.
    fn fault(&mut self, _message: &str) -> io::Result<()> {
        Ok(())
    }

    /// Whether it takes payloads that are valid; else they are not handed to it.
    fn takes_valid(&self) -> bool {
        false
    }

    /// Nothing more is known for now: what was taken is to be read by whoever waits for it.
    fn pause(&mut self) -> io::Result<()> {
        Ok(())
    }

    /// Ends the report; a file gets its name only now, so that it is whole or not there.
    fn finish(&mut self, summary: &Summary) -> io::Result<()>;
}

/// Hands a payload to the reports that take it.
pub(super) fn hand_on(sinks: &mut [Box<dyn Sink>], judged: &Judged) -> io::Result<()> {
    let is_valid = judged.report.verdict == Verdict::Valid;
    sinks.iter_mut().filter(|sink| !is_valid || sink.takes_valid()).try_for_each(|sink| sink.payload(judged))
}

/// What reports have in common.
#[derive(Debug, Clone)]
pub(super) struct Context {
    pub(super) discretion: Rc<Discretion>,
    pub(super) root: Rc<Root>,
    pub(super) failing: Failing,
}

/// Opens the reports that were asked for on the payloads of these providers.
pub(super) fn start(
    reporting: &Reporting,
    catalog: &Catalog,
    failing: Failing,
    color: anstream::ColorChoice,
) -> anyhow::Result<Vec<Box<dyn Sink>>> {
    let discretion = Rc::new(Discretion::new(reporting.redact, catalog));
    let context = Context { discretion, root: Rc::new(Root::find()), failing };
    open(&reporting.formats, color, &context, reporting.all)
}

/// Opens a report for each format; `all` keeps reports for people from being summarised.
pub(super) fn open(
    formats: &[Format],
    color: anstream::ColorChoice,
    context: &Context,
    all: bool,
) -> anyhow::Result<Vec<Box<dyn Sink>>> {
    let unless_given = [Format { kind: FormatKind::Human, file: None }];
    let formats = with_annotations(if formats.is_empty() { &unless_given } else { formats }, is_github());
    let on_standard_output = formats.iter().filter(|format| format.file.is_none() && format.kind != FormatKind::Github);
    let others = on_standard_output.clone().filter(|format| format.kind != FormatKind::Human).count();
    let annotations =
        formats.iter().filter(|format| format.file.is_none()).count() - on_standard_output.clone().count();
    // Annotations are lines of a log, as the report for people is.
    if on_standard_output.count() > 1 || annotations > 1 || (annotations > 0 && others > 0) {
        bail!("two formats cannot share standard output: give one of them a file, as in --format json=report.json");
    }
    for (index, format) in formats.iter().enumerate() {
        if formats[..index].iter().any(|other| format.file.is_some() && other.file == format.file) {
            bail!("two formats cannot share the file {}", format.file.as_deref().unwrap_or(Path::new("")).display());
        }
    }
    formats
        .iter()
        .map(|format| {
            let output = Output::open(format.file.as_deref(), color)?;
            let context = context.clone();
            Ok(match format.kind {
                FormatKind::Human => Box::new(human::Human::new(output, context, all)) as Box<dyn Sink>,
                FormatKind::Json => Box::new(json::Json::new(output, context)),
                FormatKind::Ndjson => Box::new(json::Ndjson::new(output, context)),
                FormatKind::Sarif => Box::new(Collected::findings(output, context, sarif::render)),
                FormatKind::Junit => Box::new(Collected::payloads(output, context, junit::render)),
                FormatKind::Github => Box::new(github::GitHub::new(output, context)),
                FormatKind::Gitlab => Box::new(Collected::findings(output, context, gitlab::render)),
            })
        })
        .collect()
}

/// Whether this is a step of a GitHub workflow.
fn is_github() -> bool {
    std::env::var_os("GITHUB_ACTIONS").is_some_and(|value| value == "true")
}

/// The formats in the order in which they are written: annotations last, so that they stand below a report for people.
fn with_annotations(formats: &[Format], is_github: bool) -> Vec<Format> {
    let mut formats = formats.to_vec();
    let is_annotated = formats.iter().any(|format| format.kind == FormatKind::Github);
    let is_read = formats.iter().any(|format| format.kind == FormatKind::Human && format.file.is_none());
    if is_github && is_read && !is_annotated {
        formats.push(Format { kind: FormatKind::Github, file: None });
    }
    formats.sort_by_key(|format| format.kind == FormatKind::Github);
    formats
}
