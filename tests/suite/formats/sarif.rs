//! SARIF: valid by its schema, with regions, rules, and fingerprints that last.

use std::{collections::BTreeSet, fs};

use serde_json::Value;

use super::{NAMES, captures, named};
use crate::support::{DRIFT, INVALID, VALID, folder, folders, root, run, snapshot};

fn report(folder: &std::path::Path, arguments: &[&str]) -> Value {
    run(folder, &[&["validate", "--format", "sarif"], arguments].concat()).json()
}

fn results(report: &Value) -> &[Value] {
    report["runs"][0]["results"].as_array().expect("there are results")
}

fn place(result: &Value) -> &Value {
    &result["locations"][0]["physicalLocation"]
}

fn fingerprints(report: &Value) -> Vec<&str> {
    let all = results(report).iter();
    all.map(|result| result["partialFingerprints"]["hookproof/v1"].as_str().expect("a fingerprint is text")).collect()
}

#[test]
fn the_report_is_valid_by_the_schema_of_the_standard() {
    let text = fs::read_to_string(root().join("tests/data/sarif-schema-2.1.0.json")).expect("the schema is there");
    // A stray bracket of the schema, which not every engine reads.
    let text = text.replace("{2}]?$", "{2}$");
    let schema: Value = serde_json::from_str(&text).expect("it is JSON");
    let schema = jsonschema::options().should_validate_formats(true).build(&schema).expect("it is a schema");
    assert!(!schema.is_valid(&serde_json::json!({"version": "2.1.0"})), "the schema accepts a report without runs");
    let (captures, named) = (captures(), named());
    let mut results = 0;
    for (folder, options) in [
        (captures.path(), &[][..]),
        (captures.path(), &["--redact"]),
        (captures.path(), &["--strict", "--allow-unknown"]),
        (captures.path(), &["gone.json"]),
        (named.path(), &[]),
        (root(), &["fixtures"]),
    ] {
        let report = report(folder, &[&["."][usize::from(folder == root())..], options].concat());
        let problems: Vec<String> =
            schema.iter_errors(&report).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(problems.is_empty(), "{options:?}:\n{}", problems.join("\n"));
        results += self::results(&report).len();
    }
    assert!(results > 60, "only {results} results");
}

#[test]
fn every_finding_has_its_rule_its_level_and_its_region() {
    let folder = captures();
    let report = report(folder.path(), &["captures"]);
    let found: Vec<String> = results(&report)
        .iter()
        .map(|result| {
            let (place, rule) = (place(result), &result["ruleId"]);
            let index = result["ruleIndex"].as_u64().and_then(|index| usize::try_from(index).ok()).expect("an index");
            let described = &report["runs"][0]["tool"]["driver"]["rules"][index];
            assert_eq!(described["id"], *rule);
            assert!(described["help"]["text"].as_str().is_some_and(|text| text.len() > 20), "{rule} has no help");
            let region = place["region"].to_string().replace('"', "");
            let uri = place["artifactLocation"]["uri"].as_str().unwrap_or_default();
            assert_eq!(place["artifactLocation"]["uriBaseId"], "%SRCROOT%");
            let [level, message] =
                [&result["level"], &result["message"]["text"]].map(|value| value.as_str().unwrap_or_default());
            format!("{uri} {region} {level} {} | {message}", rule.as_str().unwrap_or_default())
        })
        .collect();
    snapshot!("sarif", &found.join("\n"));
}

#[test]
fn what_does_not_fail_the_run_is_no_error() {
    let folder = captures();
    let levels = |options: &[&str]| {
        let report = report(folder.path(), &[&["captures/drift.json", "captures/unknown.json"], options].concat());
        results(&report)
            .iter()
            .map(|result| result["level"].as_str().unwrap_or_default().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(levels(&[]), ["warning", "error"]);
    assert_eq!(levels(&["--strict"]), ["error", "error"]);
    assert_eq!(levels(&["--allow-unknown"]), ["warning", "note"]);
}

#[test]
fn an_input_that_cannot_be_read_is_told() {
    let folder = captures();
    let report = report(folder.path(), &["captures/valid.json", "gone.json"]);
    let invocation = &report["runs"][0]["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    let told = invocation["toolExecutionNotifications"][0]["message"]["text"].as_str();
    assert!(told.is_some_and(|told| told.starts_with("gone.json: ")), "{told:?}");
}

#[test]
fn columns_are_those_of_editors() {
    // Eight bytes and four code units before the member.
    let folder = folder(&[("p.json", "{\"é😀\":1,\"before\":\"\",\"after\":5}")]);
    let report = report(folder.path(), &["p.json", "-e", "test"]);
    let region = |rule: &str| {
        let result = results(&report).iter().find(|result| result["ruleId"] == rule).expect("the rule is broken");
        place(result)["region"].to_string()
    };
    assert_eq!(region("additionalProperties"), r#"{"startLine":1,"startColumn":2,"endColumn":7}"#);
    assert_eq!(region("type"), r#"{"startLine":1,"startColumn":22,"endColumn":29}"#);
}

#[test]
fn a_reference_leads_back_to_its_file() {
    let folder = named();
    let report = report(folder.path(), &["."]);
    let found: BTreeSet<Vec<u8>> = results(&report)
        .iter()
        .map(|result| {
            let uri = place(result)["artifactLocation"]["uri"].as_str().expect("a reference is text");
            assert!(uri.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~/%".contains(&byte)), "{uri}");
            decoded(uri)
        })
        .collect();
    assert_eq!(found, NAMES.iter().map(|name| name.as_bytes().to_vec()).collect());
}

#[test]
#[cfg(unix)]
fn a_name_that_is_no_text_is_referred_to_byte_for_byte() {
    use std::os::unix::ffi::OsStrExt as _;
    let folder = folder(&[]);
    fs::write(folder.path().join(std::ffi::OsStr::from_bytes(b"\xFFx.json")), DRIFT).expect("the name is allowed");
    let report = report(folder.path(), &["."]);
    assert_eq!(place(&results(&report)[0])["artifactLocation"]["uri"], "%FFx.json");
}

#[test]
fn paths_are_those_of_the_repository() {
    let folder = captures();
    let captures = folder.path().join("captures");
    let uri = |directory: &std::path::Path, file: &str, checkout: &str| {
        let arguments = ["validate", "--format", "sarif", file];
        let ran = super::run_in(directory, &arguments, &[("GITHUB_WORKSPACE", checkout)]);
        place(&results(&ran.json())[0])["artifactLocation"].clone()
    };
    let path = |path: &std::path::Path| fs::canonicalize(path).expect("it is there").to_string_lossy().into_owned();
    let whole = path(&captures.join("drift.json"));
    let checkout = path(folder.path());
    assert_eq!(uri(&captures, "drift.json", &checkout)["uri"], "captures/drift.json");
    assert_eq!(uri(&captures, "../captures/./drift.json", &checkout)["uri"], "captures/drift.json");
    assert_eq!(uri(&captures, &whole, &checkout)["uri"], "captures/drift.json");
    assert_eq!(uri(&captures, "drift.json", "/nowhere")["uri"], "drift.json");
    let outside = uri(&folder.path().join("captures"), &whole, "/nowhere");
    assert_eq!(outside["uri"], "drift.json", "a whole path below the working directory is made relative");
    fs::create_dir(folder.path().join("elsewhere")).expect("the folder can be made");
    let outside = uri(&folder.path().join("elsewhere"), "../captures/drift.json", "/nowhere");
    assert_eq!(outside["uri"], format!("file://{whole}"));
    assert_eq!(outside["uriBaseId"], Value::Null);
}

#[test]
fn fingerprints_last_when_lines_move_and_values_change() {
    let first = format!(r#"{{"before": "{0}", "after": 5}}"#, "a".repeat(40));
    let moved = format!("{{\n\n  \"after\": 77,\n  \"before\": \"{0}\"\n}}", "b".repeat(40));
    let of = |text: &str| {
        let folder = folder(&[("p.json", text)]);
        let report = report(folder.path(), &["p.json"]);
        fingerprints(&report).iter().map(|fingerprint| (*fingerprint).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(of(&first).len(), 1);
    assert_eq!(of(&first), of(&moved));
    assert_ne!(of(&first), of(DRIFT), "another rule is another alert");
    let lines = |before: &str| {
        let folder = folder(&[("p.ndjson", &format!("{before}{DRIFT}\n{INVALID}\n"))]);
        let report = report(folder.path(), &["p.ndjson"]);
        fingerprints(&report).iter().map(|fingerprint| (*fingerprint).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(lines(""), lines(&format!("{VALID}\n\n{VALID}\n")), "records before it change nothing");
}

#[test]
fn no_two_findings_have_the_same_fingerprint() {
    let folder = folder(&[("p.ndjson", &format!("{DRIFT}\n").repeat(50)), ("q.json", DRIFT)]);
    let report = report(folder.path(), &["."]);
    let all = fingerprints(&report);
    assert_eq!(all.len(), 51);
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), 51);
}

#[test]
fn every_rule_that_can_be_broken_is_described() {
    let text = fs::read_to_string(root().join("src/cli/formats/rules.toml")).expect("the rules are there");
    let described: toml::Table = toml::from_str(&text).expect("they are TOML");
    let mut broken: BTreeSet<String> = ["unknown", "not", "size", "form"].map(str::to_owned).into();
    for folder in folders() {
        let names = folder.build().into_iter().filter_map(|case| case.expected.finding).map(|finding| finding.rule);
        broken.extend(names);
    }
    assert!(broken.len() >= 15, "{broken:?}");
    let missing: Vec<&String> = broken.iter().filter(|rule| !described.contains_key(*rule)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// The bytes that a reference stands for.
fn decoded(uri: &str) -> Vec<u8> {
    let mut parts = uri.split('%');
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        bytes.push(u8::from_str_radix(&part[..2], 16).expect("two hexadecimal digits follow a %"));
        bytes.extend(part[2..].bytes());
    }
    bytes
}
