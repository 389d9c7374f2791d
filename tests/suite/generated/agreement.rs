//! Two validators that share no code say the same of every payload, by the documented and by the open schema.

use std::path::PathBuf;

use hookproof::Verdict;
use proptest::{
    prelude::any,
    sample::{Index, select},
};
use rstest::rstest;
use serde_json::{Value, json};

use super::{Event, holds, places};

#[rstest]
fn the_judges_agree_on_every_case(#[files("fixtures/*/*/cases.toml")] path: PathBuf) {
    let event = Event::of(&path);
    let (mut valid, mut drift) = (0, 0);
    for payload in event.readable() {
        let (documented, open) = event.judges().accept(&payload).unwrap_or_else(|problem| panic!("{problem}"));
        valid += usize::from(documented);
        drift += usize::from(open && !documented);
    }
    assert!(valid > 0 && drift > 0, "nothing tells the schemas of {} apart", event.known.name());
}

#[rstest]
fn the_judges_agree_on_what_is_made(#[files("fixtures/*/*/cases.toml")] path: PathBuf) {
    let event = Event::of(&path);
    holds(60, event.generator.valid(), |payload| match event.judges().accept(&payload)? {
        (true, true) => Ok(()),
        said => Err(format!("{said:?}: {payload}")),
    });
    holds(60, event.broken(), |fault| {
        let expected = (false, fault.verdict == Verdict::Drift);
        let said = event.judges().accept(&fault.payload)?;
        if said == expected { Ok(()) } else { Err(format!("{said:?}: {fault:?}")) }
    });
}

/// Values that validators like to disagree about, at any place.
#[rstest]
fn the_judges_agree_on_odd_values(#[files("fixtures/*/*/cases.toml")] path: PathBuf) {
    let event = Event::of(&path);
    let odd = [
        json!(4.0),
        json!(-0.0),
        json!(1e300),
        json!(9_007_199_254_740_993_i64),
        json!(-1),
        json!(0.5),
        json!(true),
        json!(null),
        json!([]),
        json!([[]]),
        json!({}),
        json!({"": 0}),
        json!(""),
        json!("\n"),
        json!("a\u{2028}"),
        json!("\u{feff}"),
        json!("٣"),
        json!("0000000000000000000000000000000000000000\n"),
        json!("e\u{301}"),
    ];
    let choice = (event.payloads(), any::<Index>(), select(odd.to_vec()));
    holds(60, choice, |(mut payload, at, odd)| {
        let mut found = Vec::new();
        places(&payload, "", |_| true, &mut found);
        *payload.pointer_mut(&found[at.index(found.len())]).expect("the place is there") = odd;
        event.judges().accept(&payload).map(drop)?;
        let mut ended = payload.clone();
        if append_to_texts(&mut ended) > 0 { event.judges().accept(&ended).map(drop) } else { Ok(()) }
    });
}

/// Adds a line end to every text, since a `$` accepts one before it in some engines; how many there are.
fn append_to_texts(value: &mut Value) -> usize {
    match value {
        Value::String(text) => {
            text.push('\n');
            1
        }
        Value::Array(items) => items.iter_mut().map(append_to_texts).sum(),
        Value::Object(members) => members.values_mut().map(append_to_texts).sum(),
        _ => 0,
    }
}
