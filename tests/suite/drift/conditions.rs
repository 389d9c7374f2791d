//! Drift in what holds between members: a forbidden member, and a tie about it.

use hookproof::{Catalog, Delivery, Judge, Verdict, drift::Drift};
use serde_json::{Value, json};

const PROVIDER: &str = r#"{
  "id": "forge",
  "name": "The Forge",
  "document": {"title": "Hooks", "updated": null, "url": "https://forge.example/hooks"},
  "delivery": {"content_types": ["application/json"]},
  "events": [{"id": "heat", "title": "Heat", "trigger": "It is hot.", "recognition": {"present": ["kind"]}}]
}"#;

/// `note` stands beside the kind `b` only, and is `hot` where the level is high.
const SCHEMA: &str = r#"{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "type": "object",
  "properties": {
    "kind": {"type": "string", "enum": ["a", "b"]},
    "level": {"type": "string", "enum": ["high", "low"]},
    "note": {"type": "string", "pattern": "^[a-z]+$", "x-expected": "lower-case letters"}
  },
  "required": ["kind", "level"],
  "additionalProperties": false,
  "allOf": [
    {
      "if": {"required": ["kind"], "properties": {"kind": {"const": "b"}}},
      "then": {"required": ["note"]},
      "else": {"properties": {"note": false}}
    },
    {
      "if": {"required": ["level"], "properties": {"level": {"const": "high"}}},
      "then": {"properties": {"note": {"const": "hot"}}}
    }
  ]
}"#;

fn judge(extensions: &[(String, String)]) -> Judge {
    let files = [("forge/provider.json", PROVIDER), ("forge/heat.schema.json", SCHEMA)];
    let mut catalog = Catalog::from_files(&files).unwrap_or_else(|problems| panic!("{}", problems[0]));
    catalog.widen(extensions).unwrap_or_else(|problems| panic!("{}", problems[0]));
    Judge::new(catalog)
}

fn verdict(judge: &Judge, body: &Value) -> Verdict {
    crate::accept::verdict(judge, &Delivery::new(body.to_string().as_bytes()))
}

/// A forbidden member is not looked at where it is forbidden; what another condition says of it holds all the same, and
/// what is documented of it holds where it is documented.
#[test]
fn a_forbidden_member_is_allowed_on_its_side_only() {
    let documented = judge(&[]);
    let body = |kind: &str, level: &str, note: Value| json!({"kind": kind, "level": level, "note": note});
    for note in [json!("COLD"), json!(5), json!({"more": [null]})] {
        let seen = body("a", "high", note.clone());
        assert_eq!(verdict(&documented, &seen), Verdict::Drift);
        let mut drift = Drift::new(&documented, false);
        drift.add(&Delivery::new(seen.to_string().as_bytes()));
        let event = drift.events().next().expect("it was recognised");
        let rules: Vec<String> = event.found().into_iter().map(|found| found.allowed.rule).collect();
        assert_eq!(rules, ["const", "forbidden"], "both conditions are broken");
        let text = event.extension().expect("there is drift").to_json().to_string();
        let quiet = judge(&[("forge/heat.extension.json".to_owned(), text)]);
        assert_eq!(verdict(&quiet, &seen), Verdict::Valid, "{note}");
        // On the other side nothing has changed.
        for (other, expected) in [
            (body("b", "low", json!("warm")), Verdict::Valid),
            (body("b", "low", json!("WARM")), Verdict::Drift),
            (body("b", "low", json!(5)), Verdict::Invalid),
            (body("a", "low", json!(true)), Verdict::Drift),
            (json!({"kind": "b", "level": "low"}), Verdict::Invalid),
        ] {
            assert_eq!(verdict(&documented, &other), expected, "{other}");
            assert_eq!(verdict(&quiet, &other), expected, "{other} after {note}");
        }
    }
}

#[test]
fn redacted_no_value_is_named() {
    let judge = judge(&[]);
    for redact in [false, true] {
        let mut drift = Drift::new(&judge, redact);
        for payload in
            [json!({"kind": "secret-1", "level": "low"}), json!({"kind": "b", "level": "high", "note": "secret"})]
        {
            drift.add(&Delivery::new(payload.to_string().as_bytes()));
        }
        let event = drift.events().next().expect("it was recognised");
        let found = event.found();
        let written = event.extension().expect("there is drift").to_json().to_string();
        assert_eq!(found.len(), 2);
        assert_eq!(written.contains("secret"), !redact, "{written}");
        assert_eq!(found.iter().all(|found| found.examples.is_empty()), redact);
        assert!(found.iter().all(|found| !found.message.contains("secret") && !found.kinds.contains("secret")));
    }
}
