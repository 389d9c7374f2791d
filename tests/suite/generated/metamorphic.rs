//! Only what a payload means decides its verdict: white space, the order of members and escapes change nothing.

use std::{fmt::Write as _, path::PathBuf};

use hookproof::{Delivery, Report, Verdict};
use proptest::{
    collection::vec,
    prelude::{Strategy, any, prop_oneof},
    sample::{Index, select},
};
use rstest::rstest;
use serde_json::{Map, Value};

use super::{Event, holds, same};
use crate::support::judge;

#[rstest]
fn white_space_changes_neither_verdict_nor_findings(#[files("fixtures/*/*/cases.toml")] path: PathBuf) {
    let event = Event::of(&path);
    let fixtures = any::<Index>().prop_map(|index| index.get(event.bodies()).clone());
    // Malformed ones too.
    let bodies = prop_oneof![fixtures, event.payloads().prop_map(|payload| payload.to_string().into_bytes())];
    let spaces = vec(select(vec!["", " ", "\n", "\t \r\n"]), 1..9);
    holds(40, (bodies, spaces), |(body, spaces)| unchanged(&body, &spread(&body, &spaces)));
}

#[rstest]
fn the_order_of_members_changes_neither_verdict_nor_findings(#[files("fixtures/*/*/cases.toml")] path: PathBuf) {
    let event = Event::of(&path);
    holds(40, (event.payloads(), any::<u64>()), |(payload, seed)| {
        let shuffled = shuffle(payload.clone(), &mut seed.wrapping_add(1));
        unchanged(payload.to_string().as_bytes(), shuffled.to_string().as_bytes())
    });
}

#[rstest]
fn escapes_change_neither_verdict_nor_findings(#[files("fixtures/*/*/cases.toml")] path: PathBuf) {
    let event = Event::of(&path);
    holds(40, (event.payloads(), any::<u64>()), |(payload, seed)| {
        let mut text = String::new();
        escape(&payload, &mut seed.wrapping_add(1), &mut text);
        let read: Value = serde_json::from_str(&text).map_err(|error| format!("{error}: {text}"))?;
        same(&read, &payload, &text)?;
        unchanged(payload.to_string().as_bytes(), text.as_bytes())
    });
}

/// Asserts that two texts of one payload get the same verdict and the same findings.
fn unchanged(one: &[u8], other: &[u8]) -> Result<(), String> {
    let [before, after] = [one, other].map(|body| judge().check(&Delivery::new(body)));
    // A longer text can be larger than what is delivered.
    let too_large = |report: &Report| report.findings.iter().any(|finding| finding.rule == "size");
    if too_large(&before) != too_large(&after) {
        return Ok(());
    }
    same(&gist(&before), &gist(&after), &String::from_utf8_lossy(other))
}

type Gist = (Verdict, Option<String>, Vec<(String, String, Option<String>, Option<String>, String)>);

/// A report without positions and order.
fn gist(report: &Report) -> Gist {
    let findings = report.findings.iter().map(|finding| {
        // A message about a malformed text may tell a place in it.
        let message = if report.verdict == Verdict::Malformed { String::new() } else { finding.message.to_string() };
        (finding.rule.clone(), finding.pointer.to_string(), finding.member.clone(), finding.schema.clone(), message)
    });
    let mut findings: Vec<_> = findings.collect();
    findings.sort();
    (report.verdict, report.event.clone(), findings)
}

/// The text with other white space between its tokens.
pub(crate) fn spread(body: &[u8], spaces: &[&str]) -> Vec<u8> {
    let mut spread = Vec::new();
    let mut spaces = spaces.iter().cycle();
    let (mut in_string, mut escaped) = (false, false);
    for &byte in body {
        if in_string {
            in_string = escaped || byte != b'"';
            escaped = byte == b'\\' && !escaped;
            spread.push(byte);
            continue;
        }
        match byte {
            b' ' | b'\n' | b'\r' | b'\t' => {}
            b'{' | b'}' | b'[' | b']' | b',' | b':' | b'"' => {
                // Around signs only: white space would part the characters of a number or a word.
                spread.extend(spaces.next().unwrap_or(&"").as_bytes());
                spread.push(byte);
                in_string = byte == b'"';
                if !in_string {
                    spread.extend(spaces.next().unwrap_or(&"").as_bytes());
                }
            }
            byte => spread.push(byte),
        }
    }
    spread
}

/// The value with the members of every object in another order.
pub(crate) fn shuffle(value: Value, seed: &mut u64) -> Value {
    match value {
        Value::Array(items) => items.into_iter().map(|item| shuffle(item, seed)).collect(),
        Value::Object(members) => {
            let mut members: Vec<(String, Value)> = members.into_iter().collect();
            for at in (1..members.len()).rev() {
                members.swap(at, drawn(seed, at + 1));
            }
            Value::Object(members.into_iter().map(|(name, below)| (name, shuffle(below, seed))).collect::<Map<_, _>>())
        }
        other => other,
    }
}

/// Writes a value with some characters of its names and texts escaped that need not be.
pub(crate) fn escape(value: &Value, seed: &mut u64, text: &mut String) {
    match value {
        Value::String(string) => quoted(string, seed, text),
        Value::Array(items) => {
            text.push('[');
            for (index, item) in items.iter().enumerate() {
                text.push_str(if index > 0 { "," } else { "" });
                escape(item, seed, text);
            }
            text.push(']');
        }
        Value::Object(members) => {
            text.push('{');
            for (index, (name, below)) in members.iter().enumerate() {
                text.push_str(if index > 0 { "," } else { "" });
                quoted(name, seed, text);
                text.push(':');
                escape(below, seed, text);
            }
            text.push('}');
        }
        other => text.push_str(&other.to_string()),
    }
}

fn quoted(string: &str, seed: &mut u64, text: &mut String) {
    text.push('"');
    for character in string.chars() {
        let must = character < ' ' || matches!(character, '"' | '\\');
        match (drawn(seed, 3), character) {
            (0, '/') => text.push_str("\\/"),
            (0, '\n') => text.push_str("\\n"),
            (0, '"' | '\\') => text.extend(['\\', character]),
            (1, _) if !must => text.push(character),
            (2, _) if !must => hexadecimal(character, false, text),
            _ => hexadecimal(character, true, text),
        }
    }
    text.push('"');
}

/// One escape, or two for a character beyond the first 65,536.
fn hexadecimal(character: char, upper: bool, text: &mut String) {
    for unit in character.encode_utf16(&mut [0; 2]) {
        let written = if upper { write!(text, "\\u{unit:04X}") } else { write!(text, "\\u{unit:04x}") };
        written.expect("a string takes everything");
    }
}

pub(crate) fn drawn(seed: &mut u64, count: usize) -> usize {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    usize::try_from(*seed >> 33).unwrap_or_default() % count
}
