//! What is found, counted and written.

use hookproof::{Delivery, drift::Drift};
use serde_json::{Value, json};

use super::event;
use crate::support::{folder, judge, run};

const BEFORE: &str = "f2e2d577fab1562a6239b82721fd9827e05fdce6";

/// Payloads of the smallest event, which has two texts and nothing else.
fn captures() -> String {
    let payloads = [
        json!({"before": BEFORE, "after": BEFORE}),
        json!({"before": BEFORE, "after": "secret-1"}),
        json!({"before": "secret-23", "after": "secret-1"}),
        json!({"before": BEFORE, "after": BEFORE, "more": {"a": [1, null], "b": "secret"}}),
        json!({"before": BEFORE, "after": BEFORE, "more": {"a": []}}),
        json!({"before": BEFORE, "after": 5}),
        json!({}),
    ];
    payloads.map(|payload| payload.to_string()).join("\n")
}

const NAMED: [&str; 4] = ["-p", "codeup", "-e", "test"];

#[test]
fn each_kind_of_drift_is_counted_with_its_types_and_an_example() {
    let folder = folder(&[("p.ndjson", &captures())]);
    let ran = run(folder.path(), &[&["drift", "p.ndjson", "--format", "json"], &NAMED[..]].concat());
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let report = ran.json();
    assert_eq!(
        report["summary"],
        json!({"payloads": 7, "valid": 1, "drift": 4, "invalid": 2, "malformed": 0, "unknown": 0})
    );
    let event = &report["events"][0];
    assert_eq!((&event["payloads"], &event["drift"]), (&json!(5), &json!(4)));
    let found: Vec<(&Value, &Value, &Value, &Value)> = event["found"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|found| (&found["pointer"], &found["rule"], &found["observed"]["payloads"], &found["kinds"]))
        .collect();
    assert_eq!(
        found,
        [
            (&json!("/after"), &json!("pattern"), &json!(2), &json!("string")),
            (&json!("/before"), &json!("pattern"), &json!(1), &json!("string")),
            (&json!("/more"), &json!("additionalProperties"), &json!(2), &json!("object with a, b")),
        ]
    );
    assert_eq!(event["found"][0]["pattern"], "^[0-9A-Za-z]{6}-[0-9]$");
    assert_eq!(event["found"][0]["examples"], json!([{"value": "\"secret-1\"", "times": 2}]));
    let members = &event["found"][2]["value"]["properties"];
    assert_eq!(members["a"]["items"]["type"], json!(["integer", "null"]));
    assert_eq!(members["b"]["type"], "string");
    assert!(ran.err.contains("note: 2 of them are neither valid nor drift"), "{}", ran.err);
}

#[test]
fn redacted_nothing_shows_a_value() {
    let folder = folder(&[("p.ndjson", &captures())]);
    for format in ["json", "table"] {
        let pack = folder.path().join(format);
        let pack = pack.to_str().expect("it is text");
        let options = ["drift", "p.ndjson", "--redact", "--format", format, "--write-pack", pack];
        let ran = run(folder.path(), &[&options, &NAMED[..]].concat());
        assert_eq!(ran.code, Some(0), "{ran:?}");
        let written = std::fs::read_to_string(format!("{pack}/codeup/test.extension.json")).expect("it is written");
        for text in [&ran.out, &ran.err, &written] {
            assert!(!text.contains("secret"), "{text}");
        }
        let ran = run(folder.path(), &[&["drift", "p.ndjson", "--pack", pack], &NAMED[..]].concat());
        assert!(ran.err.contains("7 payloads: 5 valid, 2 invalid"), "{ran:?}");
    }
}

#[test]
fn the_written_pack_is_quiet_about_known_drift_and_loud_about_other() {
    let lines = captures();
    let known: Vec<&str> = lines.lines().take(5).collect();
    let new = json!({"before": BEFORE, "after": "secret/1"}).to_string();
    let folder = folder(&[("known.ndjson", &known.join("\n")), ("new.json", &new)]);
    let drift = [&["drift", "known.ndjson", "--write-pack", "pack"], &NAMED[..]].concat();
    let ran = run(folder.path(), &drift);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let validate = |file: &str| run(folder.path(), &["validate", "--strict", "--pack", "pack", "-e", "test", file]);
    assert_eq!(validate("known.ndjson").code, Some(0));
    let ran = validate("new.json");
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.out.contains("or text like aaaaaa-0, as observed"), "{}", ran.out);
    assert_eq!(run(folder.path(), &["pack", "check", "pack"]).code, Some(0));
    // A folder that holds something is never written over.
    let ran = run(folder.path(), &drift);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("pack is not empty"), "{}", ran.err);
    let again = [&["drift", "known.ndjson", "--pack", "pack", "--write-pack", "more"], &NAMED[..]].concat();
    let ran = run(folder.path(), &again);
    assert_eq!(ran.code, Some(0));
    assert!(ran.err.contains("there is nothing to allow: more is not written"), "{}", ran.err);
}

#[test]
fn what_is_documented_and_never_seen_is_listed() {
    let body = br#"{"object_kind": "push"}"#;
    let mut drift = Drift::new(judge(), false);
    // Invalid: it is not looked at.
    drift.add(&Delivery::new(body));
    assert_eq!(drift.events().count(), 0);
    let bodies = super::fixtures(|verdict| verdict == hookproof::Verdict::Valid);
    for (name, bodies) in &bodies {
        for body in bodies {
            drift.add(&super::named(name, body));
        }
    }
    // The fixtures show every documented variant; what none of them has is none.
    for event in drift.events() {
        let unseen = event.unseen();
        assert!(unseen.members.len() < 12, "{}: {unseen:?}", event.known.name());
    }
    let mut one = Drift::new(judge(), false);
    let name = "sourcecommit/pull_request";
    one.add(&super::named(name, &bodies[name][0]));
    let unseen = one.events().next().expect("it was added").unseen();
    let values: Vec<String> = unseen.values.iter().map(|(pointer, _)| pointer.to_string()).collect();
    assert!(values.contains(&"/event/payload/action".to_owned()), "{values:?}");
    assert!(
        unseen
            .members
            .iter()
            .all(|pointer| event(name).root().place.file.contains("pull_request") && !pointer.tokens().is_empty())
    );
}

/// Names without number and values without number are kept in bounds.
#[test]
fn many_names_and_many_values_become_any() {
    let mut payloads = Vec::new();
    for index in 0..200 {
        payloads.push(json!({"before": BEFORE, "after": BEFORE, format!("name-{index}"): index}).to_string());
        let signs = ["-", ".", "/", ":", ";", "=", "!", "?", "#", "%"];
        payloads.push(json!({"before": signs[index % 10].repeat(1 + index % 3), "after": BEFORE}).to_string());
        let map: serde_json::Map<String, Value> = (0..70).map(|name| (format!("k{index}-{name}"), json!(1))).collect();
        payloads.push(json!({"before": BEFORE, "after": BEFORE, "map": map}).to_string());
    }
    let folder = folder(&[("p.ndjson", &payloads.join("\n"))]);
    let arguments = [&["drift", "p.ndjson", "--format", "json", "--write-pack", "pack"], &NAMED[..]].concat();
    let report = run(folder.path(), &arguments).json();
    let found = report["events"][0]["found"].as_array().expect("a list");
    assert_eq!(found[0]["observed"], json!({"payloads": 400, "times": 400}), "nothing that was seen is forgotten");
    let found: Vec<(&Value, &Value, bool)> =
        found.iter().map(|found| (&found["pointer"], &found["rule"], found["anything"] == json!(true))).collect();
    assert_eq!(
        found,
        [(&json!(""), &json!("additionalProperties"), true), (&json!("/before"), &json!("pattern"), true)]
    );
    let ran = run(folder.path(), &[&["drift", "p.ndjson", "--pack", "pack"], &NAMED[..]].concat());
    assert!(ran.err.ends_with("600 payloads: 600 valid\n"), "{ran:?}");
}
