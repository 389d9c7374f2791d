//! The JSON report, whole or one line a payload.

use std::{
    fmt::Write as _,
    io::{self, Write as _},
};

use hookproof::{Finding, Verdict, text::is_hostile};
use serde_json::{Map, Value, json};

use super::{Context, Output, Sink};
use crate::cli::judged::{Judged, Summary};

/// The version of the report's structure.
const VERSION: u32 = 1;

/// One JSON text; its payloads are written as they come, so that memory stays bounded.
pub(super) struct Json {
    output: Output,
    context: Context,
    payloads: u64,
}

/// One line a payload.
pub(super) struct Ndjson {
    output: Output,
    context: Context,
}

impl Json {
    pub(super) fn new(output: Output, context: Context) -> Self {
        Self { output, context, payloads: 0 }
    }
}

impl Sink for Json {
    fn payload(&mut self, judged: &Judged) -> io::Result<()> {
        let before = if self.payloads == 0 { opening() } else { ",".to_owned() };
        self.payloads += 1;
        let text = text(&payload(judged, &self.context))?;
        write!(self.output, "{before}\n    {}", text.replace('\n', "\n    "))
    }

    fn takes_valid(&self) -> bool {
        true
    }

    fn finish(&mut self, summary: &Summary) -> io::Result<()> {
        if self.payloads == 0 {
            write!(self.output, "{}", opening())?;
        }
        let mut counts = Map::new();
        counts.insert("payloads".to_owned(), json!(summary.payloads()));
        counts.extend(Verdict::ALL.map(|verdict| (verdict.as_str().to_owned(), json!(summary.of(verdict)))));
        writeln!(self.output, "\n  ],\n  \"summary\": {}\n}}", Value::Object(counts))?;
        self.output.finish()
    }
}

impl Ndjson {
    pub(super) fn new(output: Output, context: Context) -> Self {
        Self { output, context }
    }
}

impl Sink for Ndjson {
    fn payload(&mut self, judged: &Judged) -> io::Result<()> {
        writeln!(self.output, "{}", harmless(&payload(judged, &self.context).to_string()))
    }

    fn takes_valid(&self) -> bool {
        true
    }

    fn pause(&mut self) -> io::Result<()> {
        // Whoever sends payloads one by one waits for the report of each.
        self.output.flush()
    }

    fn finish(&mut self, _summary: &Summary) -> io::Result<()> {
        self.output.finish()
    }
}

/// A value as a text of several lines, harmless to a terminal and to a runner.
pub(super) fn text(value: &Value) -> io::Result<String> {
    Ok(harmless(&serde_json::to_string_pretty(value)?))
}

/// The same JSON text, with every character as an escape that a terminal or a runner could obey.
fn harmless(json: &str) -> String {
    if json.bytes().all(|byte| byte.is_ascii() && byte != 0x7F && byte != b'#') {
        return json.to_owned();
    }
    let mut harmless = String::with_capacity(json.len());
    for character in json.chars() {
        // Outside of strings, only the line breaks of the layout are control characters.
        if character != '\n' && is_hostile(character) {
            for unit in character.encode_utf16(&mut [0; 2]) {
                let _ = write!(harmless, "\\u{unit:04x}");
            }
        } else if character == '#' && harmless.ends_with('#') {
            harmless.push_str("\\u0023");
        } else {
            harmless.push(character);
        }
    }
    harmless
}

/// The report up to its first payload.
fn opening() -> String {
    format!("{{\n  \"version\": {VERSION},\n  \"payloads\": [")
}

fn payload(judged: &Judged, context: &Context) -> Value {
    let report = judged.report;
    let findings: Vec<Value> = report.findings.iter().map(|found| finding(judged, found, context)).collect();
    let mut payload = Map::new();
    payload.insert("path".to_owned(), json!(judged.path));
    payload.extend(judged.record.map(|record| ("record".to_owned(), json!(record))));
    payload.insert("provider".to_owned(), json!(report.provider));
    payload.insert("event".to_owned(), json!(report.event));
    payload.insert("verdict".to_owned(), json!(report.verdict.as_str()));
    payload.insert("findings".to_owned(), json!(findings));
    Value::Object(payload)
}

fn finding(judged: &Judged, finding: &Finding, context: &Context) -> Value {
    let (line, column) = judged.line_column(finding);
    let mut value = Map::new();
    value.insert("severity".to_owned(), json!(finding.severity.as_str()));
    value.insert("rule".to_owned(), json!(finding.rule));
    value.insert("pointer".to_owned(), json!(context.discretion.pointer(finding).to_string()));
    value.extend(finding.member.as_ref().map(|member| ("member".to_owned(), json!(member))));
    value.insert("schema".to_owned(), json!(finding.schema));
    value.insert("line".to_owned(), json!(line));
    value.insert("column".to_owned(), json!(column));
    value.insert("message".to_owned(), json!(context.discretion.message(&finding.message)));
    Value::Object(value)
}
