//! Payloads that are made from the schemas: each valid one is accepted, however it is written, and no broken one is.

use std::path::PathBuf;

use hookproof::{Delivery, Judge, Verdict, generate::Generator};
use proptest::{collection::vec, prelude::any, sample::select};
use rstest::rstest;
use serde_json::Value;

use super::accepted;
use crate::{
    generated::{
        Event, holds,
        metamorphic::{escape, shuffle, spread},
        shapes,
    },
    profile::Files,
    support::judge,
};

/// Whether a text is accepted exactly if it is valid: known by its body, by its provider, by its header and by its name.
fn is_decided(event: &Event, text: &[u8]) -> Result<(), String> {
    let provider = &event.known.entry.provider;
    let delivery = Delivery::new(text);
    let named = delivery.clone().provider(&provider.id);
    let headers = provider.delivery.event_headers.iter().zip(&event.known.event.recognition.header);
    let headers = headers.map(|(header, value)| delivery.clone().header(header, value));
    let known = [delivery.clone(), named.clone(), named.event(&event.known.event.id)];
    for delivery in known.into_iter().chain(headers) {
        let is_valid = judge().explain(&delivery).verdict == Verdict::Valid;
        if accepted(judge(), &delivery)? != is_valid {
            return Err(format!("it is valid, and doubted: {}", String::from_utf8_lossy(text)));
        }
    }
    Ok(())
}

/// A count, and not a share: none is doubted.
#[rstest]
fn every_made_payload_is_accepted(#[files("fixtures/*/*/cases.toml")] path: PathBuf) {
    let event = Event::of(&path);
    let covering = event.generator.covering().payloads;
    let made = (0..100).map(|seed| event.generator.payload(seed)).chain(covering);
    let (mut accepted, mut count) = (0, 0);
    for payload in made {
        let text = payload.to_string();
        is_decided(event, text.as_bytes()).unwrap_or_else(|problem| panic!("{problem}"));
        count += 1;
        accepted += usize::from(judge().accepts(&Delivery::new(text.as_bytes())).is_some());
    }
    assert!(count > 100);
    assert_eq!(accepted, count);
}

#[rstest]
fn a_payload_is_accepted_however_it_is_written(#[files("fixtures/*/*/cases.toml")] path: PathBuf) {
    let event = Event::of(&path);
    let spaces = vec(select(vec!["", " ", "\n", "\t \r\n"]), 1..9);
    holds(60, (event.payloads(), any::<u64>(), spaces), |(payload, seed, spaces)| {
        let shuffled = shuffle(payload, &mut seed.wrapping_add(1));
        let mut escaped = String::new();
        escape(&shuffled, &mut seed.wrapping_add(2), &mut escaped);
        let plain = shuffled.to_string();
        for text in [plain.as_bytes(), escaped.as_bytes()] {
            is_decided(event, text)?;
            is_decided(event, &spread(text, &spaces))?;
        }
        Ok(())
    });
}

/// The discriminators stand last, those of forms within as well.
#[rstest]
fn what_tells_events_and_forms_apart_may_stand_last(#[files("fixtures/*/*/cases.toml")] path: PathBuf) {
    let event = Event::of(&path);
    for seed in 0..50 {
        let text = reversed(event.generator.payload(seed)).to_string();
        is_decided(event, text.as_bytes()).unwrap_or_else(|problem| panic!("{problem}"));
        assert!(judge().accepts(&Delivery::new(text.as_bytes())).is_some(), "{text}");
    }
}

fn reversed(value: Value) -> Value {
    match value {
        Value::Array(items) => items.into_iter().map(reversed).collect(),
        Value::Object(members) => {
            Value::Object(members.into_iter().rev().map(|(name, below)| (name, reversed(below))).collect())
        }
        other => other,
    }
}

#[rstest]
fn no_broken_payload_is_accepted(#[files("fixtures/*/*/cases.toml")] path: PathBuf) {
    let event = Event::of(&path);
    let broken = event.broken();
    for index in 0..broken.breakable().len() {
        let text = broken.payload(index, 3).payload.to_string();
        is_decided(event, text.as_bytes()).unwrap_or_else(|problem| panic!("{problem}"));
    }
    holds(60, broken, |fault| is_decided(event, fault.payload.to_string().as_bytes()));
}

/// Every shape of the profile, in one schema of the tests.
#[rstest]
fn everything_that_the_profile_has_is_decided() {
    let judge: Judge = shapes::judge(&Files::accepted().texts());
    let known = judge.catalog().event("small/push").expect("it is known");
    let generator = Generator::new(known).expect("payloads can be made");
    let decided = |payload: &Value| {
        let text = payload.to_string();
        let delivery = Delivery::new(text.as_bytes()).provider("small").event("push");
        accepted(&judge, &delivery).unwrap_or_else(|problem| panic!("{problem}"))
    };
    let valid = (0..400).map(|seed| generator.payload(seed)).chain(generator.covering().payloads);
    for payload in valid {
        assert!(decided(&payload), "{payload}");
        assert!(decided(&reversed(payload.clone())), "{payload}");
    }
    let broken = generator.broken();
    assert!(broken.breakable().len() > 50, "{}", broken.breakable().len());
    for (index, seed) in (0..broken.breakable().len()).flat_map(|index| (0..5).map(move |seed| (index, seed))) {
        let payload = broken.payload(index, seed).payload;
        assert!(!decided(&payload), "{payload}");
    }
}
