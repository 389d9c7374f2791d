//! The Code Quality report of GitLab: a list of findings, known by their fingerprints.

use std::io;

use hookproof::Verdict;
use serde_json::{Value, json};

use super::{Context, fingerprint::Fingerprints, json::text, whole::Whole};

/// The report's text.
pub(super) fn render(whole: &Whole, context: &Context) -> io::Result<String> {
    let mut fingerprints = Fingerprints::default();
    let mut findings: Vec<Value> = Vec::new();
    for payload in &whole.payloads {
        let path = context.root.place(payload.file.as_deref()).path;
        for (said, _) in &payload.said {
            findings.push(json!({
                "description": format!("{} [{}]", said.sentence(), said.id(payload.event.as_deref())),
                "check_name": said.rule,
                "fingerprint": fingerprints.next(&path, payload, said),
                "severity": severity(context, payload.event.as_deref(), said.verdict),
                "location": {"path": path, "lines": {"begin": said.line}},
            }));
        }
    }
    Ok(text(&Value::Array(findings))? + "\n")
}

/// How bad it is, in GitLab's words.
fn severity(context: &Context, event: Option<&str>, verdict: Verdict) -> &'static str {
    match (verdict, context.failing.fails(event, verdict)) {
        (Verdict::Invalid | Verdict::Malformed, _) => "critical",
        (_, true) => "major",
        (Verdict::Drift, false) => "minor",
        _ => "info",
    }
}
