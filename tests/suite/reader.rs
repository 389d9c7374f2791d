//! The JSON reader: what RFC 8259 allows is read as other parsers read it, the rest is refused where it is wrong.

mod accepted;
mod differential;
mod encoding;
mod limits;
mod places;
mod printed;
mod refused;

use hookproof::document::{Document, Fault, FaultKind};
use serde_json::Value;

/// A claim, a text with `‸` before the byte at fault, and the pointer to what was being read.
type Row = (&'static str, &'static str, &'static str);

/// Each text has one fault, of this kind, at its mark.
fn all_refused(kind: FaultKind, rows: &[Row]) {
    for (claim, text, pointer) in rows {
        let offset = text.find('‸').expect("the place of the fault is marked");
        refused(claim, text.replacen('‸', "", 1).as_bytes(), kind, offset, pointer);
    }
}

fn refused(claim: &str, text: &[u8], kind: FaultKind, offset: usize, pointer: &str) {
    let claim = format!("{claim}: {}", text.escape_ascii());
    let faults = faults(text);
    let found: Vec<_> = faults.iter().map(|fault| (fault.kind, fault.offset, fault.pointer.to_string())).collect();
    assert_eq!(found, [(kind, offset, pointer.to_owned())], "{claim}: {}", faults[0].message);
    assert!(!faults[0].message.is_empty() && !faults[0].message.contains(char::is_control), "{claim}");
    let is_grammar = !matches!(kind, FaultKind::DuplicateMember | FaultKind::Number);
    assert!(!is_grammar || serde_json::from_slice::<Value>(text).is_err(), "{claim}: serde_json accepts it");
}

/// What the reader makes of a text.
fn read(text: &[u8]) -> Result<Value, Vec<Fault>> {
    Document::read(text).map(|document| Value::from(&document.root))
}

/// The faults of a text that must have some.
fn faults(text: &[u8]) -> Vec<Fault> {
    let faults = read(text).expect_err("the text is refused");
    assert!(!faults.is_empty(), "a refusal has a reason");
    faults
}
