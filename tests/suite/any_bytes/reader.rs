//! The JSON reader on any bytes: what it accepts, `serde_json` reads alike, and every place is where it says.

use hookproof::{
    document::{Document, FaultKind, Kind, Value as Read},
    text::is_hostile,
};
use serde_json::Value;

/// What the reader accepts, `serde_json` reads alike; what that accepts beyond, parsers disagree on.
pub(crate) fn holds(text: &[u8]) {
    let theirs = serde_json::from_slice::<Value>(text);
    match Document::read(text) {
        Ok(document) => {
            let ours = Value::from(&document.root);
            let theirs = theirs.unwrap_or_else(|error| panic!("serde_json refuses it: {error}"));
            assert!(same(&ours, &theirs), "{ours:?} is not {theirs:?}");
            stands_where_it_says(text, &document.root);
        }
        Err(faults) => {
            assert!(!faults.is_empty() && faults.is_sorted_by_key(|fault| fault.offset), "{faults:?}");
            for fault in &faults {
                let tail = fault.tail.as_deref().unwrap_or_default();
                assert!(fault.offset <= text.len(), "{fault:?}");
                assert!(!fault.message.contains(is_hostile) && !tail.contains(is_hostile), "{fault:?}");
            }
            let disputed = |kind| matches!(kind, FaultKind::DuplicateMember | FaultKind::Number | FaultKind::Depth);
            assert!(theirs.is_err() || faults.iter().all(|fault| disputed(fault.kind)), "{faults:?}");
        }
    }
}

/// Whether two parsers read the same value.
pub(crate) fn same(ours: &Value, theirs: &Value) -> bool {
    match (ours, theirs) {
        (Value::Array(ours), Value::Array(theirs)) => {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(ours, theirs)| same(ours, theirs))
        }
        (Value::Object(ours), Value::Object(theirs)) => {
            ours.keys().eq(theirs.keys()) && ours.values().zip(theirs.values()).all(|(ours, theirs)| same(ours, theirs))
        }
        // `-0` is the integer 0 here; serde_json makes it a double, which alone keeps the sign.
        (Value::Number(ours), Value::Number(theirs)) if ours.as_i64() == Some(0) => theirs.as_f64() == Some(0.0),
        _ => ours == theirs,
    }
}

/// Reads every name and every value again from the offset that it is said to begin at.
fn stands_where_it_says(text: &[u8], root: &Read) {
    let mut values = vec![root];
    while let Some(value) = values.pop() {
        match &value.kind {
            Kind::Array(items) => {
                assert_eq!(text[value.start], b'[', "at {}", value.start);
                values.extend(items);
            }
            Kind::Object(members) => {
                assert_eq!(text[value.start], b'{', "at {}", value.start);
                for member in members {
                    assert_eq!(again(text, member.start), Value::from(&*member.name), "at {}", member.start);
                    values.push(&member.value);
                }
            }
            _ => assert!(same(&Value::from(value), &again(text, value.start)), "at {}", value.start),
        }
    }
}

fn again(text: &[u8], start: usize) -> Value {
    let mut values = serde_json::Deserializer::from_slice(&text[start..]).into_iter();
    values.next().expect("a value begins here").expect("it is complete")
}
