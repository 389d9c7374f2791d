//! Every payload is recognised as its own event and as no other, by its body and by its headers.

use std::path::PathBuf;

use hookproof::{Delivery, Report, Verdict};
use rstest::rstest;
use serde_json::Value;

use super::{EVENTS, Event, holds, same};
use crate::support::judge;

#[rstest]
fn every_payload_is_its_own_event(#[files("fixtures/*/*/cases.toml")] path: PathBuf) {
    let event = Event::of(&path);
    let headers = &event.known.entry.provider.delivery.event_headers;
    let value = event.known.event.recognition.header.as_deref();
    holds(40, event.generator.valid(), |payload| {
        is_recognised(event, &payload, &[])?;
        for header in headers.iter().filter(|_| value.is_some()) {
            is_recognised(event, &payload, &[(header, value.unwrap_or_default())])?;
        }
        // All spellings at once.
        let all: Vec<(&str, &str)> = headers.iter().filter_map(|header| Some((header.as_str(), value?))).collect();
        is_recognised(event, &payload, &all)
    });
}

#[rstest]
fn no_payload_is_anything_under_the_header_of_another_host(#[files("fixtures/*/*/cases.toml")] path: PathBuf) {
    let event = Event::of(&path);
    let payload = event.generator.payload(1);
    assert!(!judge().catalog().other_hosts.is_empty());
    for host in &judge().catalog().other_hosts {
        assert_eq!(check(&payload, &[(host, "push")]).verdict, Verdict::Unknown, "{host}");
    }
}

#[rstest]
fn no_payload_is_valid_as_another_event(#[files("fixtures/*/*/cases.toml")] path: PathBuf) {
    let event = Event::of(&path);
    let others = || EVENTS.iter().filter(|other| other.known.name() != event.known.name());
    assert_eq!(others().count(), EVENTS.len() - 1);
    holds(10, event.generator.valid(), |payload| {
        let also = others().find(|other| other.report(&payload).verdict == Verdict::Valid);
        also.map_or(Ok(()), |other| Err(format!("{} as well: {payload}", other.known.name())))
    });
}

fn is_recognised(event: &Event, payload: &Value, headers: &[(&str, &str)]) -> Result<(), String> {
    let Report { provider, event: found, verdict, reason, .. } = check(payload, headers);
    let (provider, found) = (provider.unwrap_or_default(), found.unwrap_or_default());
    let about = format!("{headers:?} {payload}: {reason:?}");
    same(&(verdict, format!("{provider}/{found}")), &(Verdict::Valid, event.known.name()), &about)
}

fn check(payload: &Value, headers: &[(&str, &str)]) -> Report {
    let text = payload.to_string();
    let delivery = Delivery::new(text.as_bytes());
    judge().check(&headers.iter().fold(delivery, |delivery, (name, value)| delivery.header(name, value)))
}
