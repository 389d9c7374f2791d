//! The SARIF report, version 2.1.0: alerts with their rules, as code scanning takes them.

use std::{collections::BTreeMap, io};

use hookproof::Verdict;
use serde_json::{Value, json};

use super::{
    Context,
    fingerprint::Fingerprints,
    json::text,
    rules::{Rule, Rules},
    said::Said,
    snippet::Columns,
    whole::{Payload, Whole},
};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// The folder that paths are below, in the words of SARIF.
const ROOT: &str = "%SRCROOT%";

/// What a fingerprint is called, with the version of how it is made.
const FINGERPRINT: &str = "hookproof/v1";

/// How bad a finding is, in the words of SARIF.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    Note,
    Warning,
    Error,
}

/// The report's text.
pub(super) fn render(whole: &Whole, context: &Context) -> io::Result<String> {
    let mut fingerprints = Fingerprints::default();
    let said = || whole.payloads.iter().flat_map(|payload| payload.said.iter().map(move |said| (payload, said)));
    // A rule has one level, the worst of its findings.
    let mut found: BTreeMap<&str, Level> = BTreeMap::new();
    for (payload, (said, _)) in said() {
        let level = Level::of(context, payload, said);
        let worst = found.entry(&said.rule).or_insert(level);
        *worst = level.max(*worst);
    }
    let rules = Rules::read()?;
    let described: Vec<Value> = found.iter().map(|(id, level)| rule(id, &rules.rule(id), *level)).collect();
    let results: Vec<Value> = said()
        .map(|(payload, (said, columns))| {
            let index = found.keys().position(|id| *id == said.rule);
            result(payload, said, *columns, index, context, &mut fingerprints)
        })
        .collect();
    let faults: Vec<Value> =
        whole.faults.iter().map(|fault| json!({"level": "error", "message": {"text": plain(fault)}})).collect();
    let version = env!("CARGO_PKG_VERSION");
    let report = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {"name": "hookproof", "version": version, "semanticVersion": version, "rules": described}},
            "invocations": [{"executionSuccessful": faults.is_empty(), "toolExecutionNotifications": faults}],
            "originalUriBaseIds": {ROOT: {"description": {"text": "The root of the repository."}}},
            "columnKind": "utf16CodeUnits",
            "results": results,
        }],
    });
    Ok(text(&report)? + "\n")
}

fn rule(id: &str, rule: &Rule, level: Level) -> Value {
    json!({
        "id": id,
        "shortDescription": {"text": rule.short},
        "fullDescription": {"text": rule.full},
        "help": {"text": rule.help, "markdown": rule.help},
        "defaultConfiguration": {"level": level.as_str()},
        "properties": {"tags": ["webhook"]},
    })
}

fn result(
    payload: &Payload,
    said: &Said,
    columns: Columns,
    rule: Option<usize>,
    context: &Context,
    fingerprints: &mut Fingerprints,
) -> Value {
    let place = context.root.place(payload.file.as_deref());
    let mut artifact = json!({"uri": place.uri});
    if place.is_below_root {
        artifact["uriBaseId"] = json!(ROOT);
    }
    let mut region = json!({"startLine": said.line});
    if columns.start > 0 && said.column.is_some() {
        region["startColumn"] = json!(columns.start);
        if columns.end > columns.start {
            region["endColumn"] = json!(columns.end);
        }
    }
    let mut location = json!({"physicalLocation": {"artifactLocation": artifact, "region": region}});
    if !said.pointer.is_empty() {
        location["logicalLocations"] = json!([{"fullyQualifiedName": said.pointer}]);
    }
    let event = payload.event.as_ref().map_or_else(String::new, |event| format!(" ({event})"));
    let mut result = json!({
        "ruleId": said.rule,
        "level": Level::of(context, payload, said).as_str(),
        "message": {"text": plain(&format!("{}{event}", said.sentence()))},
        "locations": [location],
        "partialFingerprints": {FINGERPRINT: fingerprints.next(&place.path, payload, said)},
        "properties": {"verdict": payload.verdict.as_str()},
    });
    let properties = [
        ("event", payload.event.as_ref().map(|event| json!(event))),
        ("record", payload.record.map(|record| json!(record))),
        ("schema", said.schema.as_ref().map(|schema| json!(schema))),
    ];
    for (name, value) in properties {
        if let Some(value) = value {
            result["properties"][name] = value;
        }
    }
    if let Some(index) = rule {
        result["ruleIndex"] = json!(index);
    }
    result
}

impl Level {
    fn of(context: &Context, payload: &Payload, said: &Said) -> Self {
        match said.verdict {
            verdict if context.failing.fails(payload.event.as_deref(), verdict) => Self::Error,
            Verdict::Drift => Self::Warning,
            _ => Self::Note,
        }
    }

    fn as_str(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// A message without links: viewers make one of `[text](target)`, whoever wrote it.
fn plain(text: &str) -> String {
    text.replace("](", "] (")
}
