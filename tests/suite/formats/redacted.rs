//! `--redact`: no value of a payload, and no name that only a payload knows, is part of any report.

use rstest::rstest;

use crate::support::{folder, run};

const VALUES: [&str; 4] = ["hunter2", "eve@example.org", "13800138000", "ghp_0123456789abcdef"];

#[rstest]
#[case("human")]
#[case("json")]
#[case("ndjson")]
#[case("sarif")]
#[case("junit")]
#[case("github")]
#[case("gitlab")]
fn nothing_that_a_payload_alone_knows_is_told(#[case] format: &str) {
    let [word, address, phone, token] = VALUES;
    let files = [
        (
            "a.json",
            format!(r#"{{"before": "{word}", "after": {phone}, "{address}": 1, "{phone}": 2, "{token}": "{word}"}}"#),
        ),
        ("b.json", format!(r#"{{"object_kind": "{word}", "{address}": 1}}"#)),
        ("c.json", format!(r#"{{"{address}": {{"{token}": [{word}]}}}}"#)),
        ("d.json", format!(r#"{{"{address}": 1, "{address}": 2, "{phone}": {{"{token}": 1, "{token}": "\ud800"}}}}"#)),
        (
            "e.http",
            format!("POST / HTTP/1.1\r\nHost: x\r\nX-Codeup-Token: {token}\r\nCodeup-Event: {word}\r\n\r\n{{}}"),
        ),
    ];
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let folder = folder(&files);
    for options in [&[][..], &["-e", "test"], &["-e", "test", "--all"]] {
        let arguments = [&["validate", ".", "--format", format], options].concat();
        let open = run(folder.path(), &arguments);
        assert!(VALUES.iter().any(|value| open.out.contains(value)), "nothing is shown where nobody minds: {open:?}");
        let redacted = run(folder.path(), &[&arguments[..], &["--redact"]].concat());
        assert_eq!(open.code, redacted.code);
        for value in VALUES {
            assert!(!redacted.out.contains(value) && !redacted.err.contains(value), "{value}: {}", redacted.out);
        }
        assert!(
            options.is_empty() || redacted.out.contains("(undocumented)"),
            "that there is a member is told: {}",
            redacted.out
        );
        assert!(redacted.out.contains("a member stands twice in this object"), "{}", redacted.out);
    }
}

#[test]
fn documented_names_and_indices_are_told() {
    let text =
        std::fs::read_to_string(crate::support::root().join("fixtures/codeup/push/valid/documented-example.json"));
    let text = text.expect("the fixture is there").replacen("\"email\"", "\"e-mail\"", 1);
    let folder = folder(&[("p.json", &text)]);
    let ran = run(folder.path(), &["validate", "p.json", "--redact"]);
    assert!(ran.out.contains("/commits/0/author: `email` is missing [codeup/push required]"), "{}", ran.out);
    assert!(ran.out.contains("/commits/0/author/(undocumented): a member is not documented"), "{}", ran.out);
}

#[test]
fn the_length_of_a_value_is_not_told() {
    let folder = folder(&[("p.json", r#"{"before":"","after":"hunter2"}"#)]);
    let ran = run(folder.path(), &["validate", "p.json", "--format", "sarif", "--redact"]);
    assert!(ran.out.contains("startColumn") && !ran.out.contains("endColumn"), "{}", ran.out);
}
