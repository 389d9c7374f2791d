//! `cargo xtask verdicts`: what the schemas say of every case, for validators in other languages.

use std::io::{self, Write as _};

use anyhow::{Context as _, anyhow};
use hookproof::{Judge, Verdict, document::Document};
use serde_json::{Value, json};

use crate::fixtures::cases;

/// A body, and what both schemas of its event say of it.
pub(crate) struct Judged {
    /// Provider and event, joined by `/`.
    pub(crate) event: String,
    /// The case's name.
    pub(crate) case: String,
    /// The JSON text.
    pub(crate) body: String,
    /// Whether the documented schema accepts it.
    pub(crate) documented: bool,
    /// Whether the open schema accepts it.
    pub(crate) open: bool,
}

/// Prints them, one a line.
pub(crate) fn print() -> anyhow::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    for judged in judged()? {
        writeln!(out, "{}", line(&judged))?;
    }
    Ok(out.flush()?)
}

fn line(judged: &Judged) -> Value {
    let Judged { event, case, body, documented, open } = judged;
    json!({"event": event, "case": case, "documented": documented, "open": open, "body": body})
}

/// Every case that is a body which every parser reads alike, judged as the event that it is a case of.
pub(crate) fn judged() -> anyhow::Result<Vec<Judged>> {
    let mut judged = Vec::new();
    for case in cases().into_iter().filter(|case| !case.is_request && Document::read(&case.bytes).is_ok()) {
        let report = case.judge(Judge::embedded(), true).map_err(|problem| anyhow!("{}: {problem}", case.name))?;
        let [documented, open] = match report.verdict {
            Verdict::Valid => [true, true],
            Verdict::Drift => [false, true],
            Verdict::Invalid => [false, false],
            // No schema states the size of a delivery.
            Verdict::Malformed | Verdict::Unknown => continue,
        };
        let event = format!("{}/{}", case.provider, case.event);
        let body = String::from_utf8(case.bytes).with_context(|| case.name.clone())?;
        judged.push(Judged { event, case: case.name, body, documented, open });
    }
    Ok(judged)
}
