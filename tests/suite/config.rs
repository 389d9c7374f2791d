//! `hookproof.toml`: found, read, and completed by what the command line says.

use std::fs;

use rstest::rstest;
use tempfile::TempDir;

use crate::support::{DRIFT, INVALID, Ran, UNKNOWN, VALID, folder, root, run};

/// Captures with a configuration beside them.
fn repository(config: &str) -> TempDir {
    let repository = folder(&[
        ("hookproof.toml", config),
        ("captures/drift.json", DRIFT),
        ("captures/valid.json", VALID),
        ("other/unknown.json", UNKNOWN),
    ]);
    fs::create_dir(repository.path().join(".git")).expect("the folder can be made");
    repository
}

fn validate(config: &str, options: &[&str]) -> Ran {
    run(repository(config).path(), &[&["validate"], options].concat())
}

fn summary(ran: &Ran) -> &str {
    ran.err.lines().last().unwrap_or_default()
}

#[test]
fn its_paths_are_judged_where_none_are_named() {
    let config = "paths = ['captures']";
    assert_eq!(summary(&validate(config, &[])), "2 payloads: 1 valid, 1 drift");
    assert_eq!(summary(&validate(config, &["other", "--allow-unknown"])), "1 payload: 1 unknown");
    let without = validate(config, &["--no-config"]);
    assert_eq!(without.code, Some(2), "{without:?}");
    assert!(without.err.contains("nothing to validate: name a file"), "{without:?}");
}

#[test]
fn it_is_found_from_below_and_its_paths_are_relative_to_it() {
    let repository = repository("paths = ['captures']\n[[maps]]\nfiles = 'other/*.json'\nevent = 'codeup/test'");
    let below = repository.path().join("other");
    let ran = run(&below, &["validate"]);
    assert_eq!(summary(&ran), "2 payloads: 1 valid, 1 drift");
    assert!(ran.out.starts_with("../captures/drift.json:1:"), "{}", ran.out);
    let mapped = run(&below, &["validate", "unknown.json"]);
    assert_eq!(summary(&mapped), "1 payload: 1 invalid");
    let named = run(root(), &["validate", "--config", &repository.path().join("hookproof.toml").display().to_string()]);
    assert_eq!(summary(&named), "2 payloads: 1 valid, 1 drift");
}

#[test]
fn none_is_looked_for_beyond_the_repository() {
    let outer = folder(&[("hookproof.toml", "paths = ['.']"), ("inner/.git/HEAD", ""), ("inner/a.json", VALID)]);
    let ran = run(&outer.path().join("inner"), &["validate"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(run(outer.path(), &["validate"]).err.ends_with("1 payload: 1 valid\n"));
}

#[test]
fn drift_fails_where_the_file_is_strict() {
    let rows: [(&str, &[&str], i32); 7] = [
        ("", &[], 0),
        ("strict = true", &[], 1),
        ("strict = false", &["--strict"], 1),
        ("events.'codeup/test'.strict = true", &[], 1),
        ("events.'codeup/push'.strict = true", &[], 0),
        ("strict = true\nevents.'codeup/test'.strict = false", &[], 0),
        ("events.'codeup/test'.strict = false", &["--strict"], 1),
    ];
    for (config, options, code) in rows {
        let ran = validate(config, &[&["captures"], options].concat());
        assert_eq!(ran.code, Some(code), "{config} {options:?}: {ran:?}");
        let junit = validate(config, &[&["captures", "--format", "junit"], options].concat());
        assert_eq!(junit.out.contains("<failure"), code == 1, "{config} {options:?}: {junit:?}");
        let github = validate(config, &[&["captures", "--format", "github"], options].concat());
        assert_eq!(github.out.starts_with("::error "), code == 1, "{config} {options:?}: {github:?}");
        let gitlab = validate(config, &[&["captures", "--format", "gitlab"], options].concat());
        assert_eq!(gitlab.json()[0]["severity"], if code == 1 { "major" } else { "minor" }, "{config} {options:?}");
        let sarif = validate(config, &[&["captures", "--format", "sarif"], options].concat()).json();
        let (level, run) = (if code == 1 { "error" } else { "warning" }, &sarif["runs"][0]);
        assert_eq!(run["results"][0]["level"], level, "{config} {options:?}");
        assert_eq!(run["tool"]["driver"]["rules"][0]["defaultConfiguration"]["level"], level, "{config} {options:?}");
    }
}

#[test]
fn unknown_payloads_pass_where_the_file_allows_them() {
    assert_eq!(validate("", &["other"]).code, Some(1));
    assert_eq!(validate("allow-unknown = true", &["other"]).code, Some(0));
}

#[test]
fn values_are_kept_out_where_the_file_redacts() {
    assert!(validate("", &["captures"]).out.contains("secret"));
    let redacted = validate("redact = true", &["captures"]);
    assert!(redacted.out.contains("/after") && !redacted.out.contains("secret"), "{redacted:?}");
}

#[test]
fn reports_are_written_as_the_file_says() {
    let repository = repository("paths = ['captures']\nformats = ['ndjson', 'junit=r.xml']");
    let ran = run(&repository.path().join("other"), &["validate"]);
    assert_eq!(ran.out.lines().filter(|line| line.starts_with('{')).count(), 2, "{ran:?}");
    let report = fs::read_to_string(repository.path().join("r.xml")).expect("it stands beside the configuration");
    assert!(report.contains("<testsuites"), "{report}");
    fs::remove_file(repository.path().join("r.xml")).expect("it is there");
    let named = run(repository.path(), &["validate", "--format", "json"]);
    assert_eq!(named.json()["summary"]["payloads"], 2);
    assert!(!repository.path().join("r.xml").exists());
}

#[test]
fn only_the_wanted_providers_are_recognised() {
    assert_eq!(validate("providers = ['codeup']", &["captures"]).code, Some(0));
    let others = validate("providers = ['deveo']", &["captures"]);
    assert_eq!(summary(&others), "2 payloads: 2 unknown");
}

#[test]
fn its_packs_bring_their_providers_to_every_command() {
    let pack = crate::new_provider::folders();
    let schemas = pack.path().join("schemas");
    let config = format!("packs = ['{}']", schemas.display());
    let repository = repository(&config);
    assert!(run(repository.path(), &["events"]).out.contains("forge/release"));
    assert!(!run(repository.path(), &["events", "--no-config"]).out.contains("forge/release"));
    // A pack is checked for itself: that the repository uses it already is no fault.
    assert_eq!(run(repository.path(), &["pack", "check", &schemas.display().to_string()]).code, Some(0));
    let relative = folder(&[("here/hookproof.toml", "packs = ['../schemas']")]);
    fs::rename(&schemas, relative.path().join("schemas")).expect("the folder can be moved");
    assert!(run(&relative.path().join("here"), &["events"]).out.contains("forge/release"));
}

const ALLOWED: &str = "[[allowed]]\nevent = 'codeup/test'\npointer = '/after'\nrule = 'pattern'\nreason = 'known'\n";

#[test]
fn allowed_drift_is_counted_and_not_reported() {
    let ran = validate(ALLOWED, &["captures", "--strict"]);
    assert_eq!(
        (ran.code, summary(&ran), ran.out.as_str()),
        (Some(0), "2 payloads: 2 valid; 1 finding is allowed drift", "")
    );
    let twice = format!("paths = ['captures']\n{ALLOWED}");
    let ran = validate(&twice, &["captures/drift.json", "captures/drift.json", "--format", "json"]);
    assert_eq!(summary(&ran), "2 payloads: 2 valid; 2 findings are allowed drift");
    assert_eq!(ran.json()["payloads"][0]["verdict"], "valid");
    for (allowed, other) in [
        ("/after", "/before"),
        ("/after", ""),
        ("/after", "/after/*"),
        ("pattern", "additionalProperties"),
        ("codeup/test", "codeup/push"),
    ] {
        let config = ALLOWED.replace(allowed, other);
        assert_eq!(validate(&config, &["captures", "--strict"]).code, Some(1), "{config}");
    }
}

#[test]
fn any_index_is_meant_by_an_asterisk() {
    let push = fs::read_to_string(root().join("fixtures/codeup/push/valid/documented-example.json"));
    let mut push: serde_json::Value = serde_json::from_str(&push.expect("a fixture")).expect("it is JSON");
    for commit in push["commits"].as_array_mut().expect("a list") {
        commit["extra"] = 1.into();
    }
    let allowed = "[[allowed]]\nevent = 'codeup/push'\npointer = '/commits/*/extra'\nrule = 'additionalProperties'\n";
    let repository = folder(&[("hookproof.toml", allowed), ("p.json", &push.to_string())]);
    assert_eq!(run(repository.path(), &["validate", "p.json", "--strict"]).code, Some(0));
}

#[test]
fn what_breaks_a_consumer_cannot_be_allowed() {
    let repository = repository(&ALLOWED.replace("pattern", "type"));
    fs::write(repository.path().join("captures/drift.json"), INVALID).expect("the file can be written");
    assert_eq!(run(repository.path(), &["validate", "captures"]).code, Some(1));
}

#[test]
fn what_is_allowed_for_nothing_is_noted_of_the_whole_run_alone() {
    let config = format!("paths = ['captures']\n{}", ALLOWED.replace("/after", "/gone"));
    let whole = validate(&config, &[]);
    let note = "note: hookproof.toml:3:9: this allowed drift is in none of the payloads: codeup/test /gone pattern";
    assert!(whole.err.lines().any(|line| line == note), "{}", whole.err);
    assert!(!validate(&config, &["captures/drift.json"]).err.contains("note:"));
    let map = validate("paths = ['captures']\nmaps = [{files = 'none/*', event = 'codeup/test'}]", &[]);
    assert!(map.err.contains("note: the map of 'none/*' matches none of the files"), "{}", map.err);
}

#[rstest]
#[case("pathz = []", "hookproof.toml:1:1: there is no key `pathz` here: do you mean `paths`?")]
#[case("\n  nothing = 1", "hookproof.toml:2:3: there is no key `nothing` here: the keys are paths, packs,")]
#[case("[[allowed]]\nevnt = ''", "hookproof.toml:2:1: there is no key `evnt` here: do you mean `event`?")]
#[case("maps = [{file = ''}]", "hookproof.toml:1:10: there is no key `file` here: do you mean `files`?")]
#[case(
    "events.'codeup/push'.strikt = true",
    "hookproof.toml:1:22: there is no key `strikt` here: do you mean `strict`?"
)]
#[case("paths = 5", "hookproof.toml:1:9: invalid type: integer `5`, expected a sequence")]
#[case("strict = 'yes'", "hookproof.toml:1:10: invalid type: string \"yes\", expected a boolean")]
#[case("paths = [", "hookproof.toml:1:10: ")]
#[case("strict = true\nstrict = true", "hookproof.toml:2:1: duplicate key")]
#[case("[[allowed]]\nevent = 'codeup/test'", "hookproof.toml:1:1: missing field `pointer`")]
#[case("formats = ['xml']", "hookproof.toml:1:12: the formats are human, json,")]
#[case("formats = ['junit=']", "hookproof.toml:1:12: a file name must follow `=`")]
#[case(
    "providers = ['codeop']",
    "hookproof.toml:1:14: there is no provider `codeop`: the providers are codearts, codeup,"
)]
#[case("events.'codeup/pusch'.strict = true", "hookproof.toml:1:8: there is no event `codeup/pusch`")]
#[case("maps = [{files = '[', event = 'codeup/test'}]", "hookproof.toml:1:18: error parsing glob")]
#[case(
    "maps = [{files = '*', event = 'push'}]",
    "hookproof.toml:1:31: there is no event `push`: do you mean codeup/push or deveo/push"
)]
#[case("[[allowed]]\nevent = 'x/y'\npointer = ''\nrule = ''", "hookproof.toml:2:9: there is no event `x/y`")]
#[case("[[allowed]]\nevent = 'codeup/test'\npointer = 'a'\nrule = ''", "hookproof.toml:3:11: `a` is no JSON Pointer")]
#[case("[[allowed]]\nevent = 'codeup/test'\npointer = ''\nrule = 'no'", "hookproof.toml:4:8: there is no rule `no`")]
#[case("packs = ['gone']", "hookproof.toml:1:10: the pack gone cannot be read")]
fn what_is_wrong_is_said_with_its_place(#[case] config: &str, #[case] message: &str) {
    let ran = validate(config, &["captures"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.err.contains(&format!("error: {message}")), "{}", ran.err);
    assert_eq!(ran.out, "");
}

#[test]
fn a_file_that_is_named_must_be_there() {
    let ran = validate("", &["captures", "--config", "gone.toml"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.starts_with("error: gone.toml: the configuration cannot be read"), "{}", ran.err);
}

#[test]
fn drift_takes_paths_and_maps_as_well() {
    let ran = run(repository("paths = ['captures']").path(), &["drift"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.out.contains("codeup/test"), "{ran:?}");
}

/// The keys that the schema has, and those that a wrong one is answered with.
#[test]
fn the_schema_for_editors_has_the_keys_that_are_read() {
    let schema = fs::read_to_string(root().join("schemas/hookproof.schema.json")).expect("the schema is there");
    let schema: serde_json::Value = serde_json::from_str(&schema).expect("it is JSON");
    let keys = |schema: &serde_json::Value| -> Vec<String> {
        schema["properties"].as_object().expect("an object").keys().cloned().collect()
    };
    let told = |config: &str| -> Vec<String> {
        let err = validate(config, &["captures"]).err;
        let (_, keys) = err.trim().split_once("the keys are ").unwrap_or_else(|| panic!("{err}"));
        keys.split(", ").map(str::to_owned).collect()
    };
    let properties = &schema["properties"];
    assert_eq!(keys(&schema), told("qqq = 1"));
    assert_eq!(keys(&properties["maps"]["items"]), told("maps = [{qqq = 1}]"));
    assert_eq!(keys(&properties["allowed"]["items"]), told("allowed = [{qqq = 1}]"));
    assert_eq!(keys(&properties["events"]["additionalProperties"]), told("events.x.qqq = 1"));
}

#[test]
fn the_schema_accepts_what_is_read_and_refuses_what_is_not() {
    let schema = fs::read_to_string(root().join("schemas/hookproof.schema.json")).expect("the schema is there");
    let schema: serde_json::Value = serde_json::from_str(&schema).expect("it is JSON");
    let schema = jsonschema::validator_for(&schema).expect("it is a schema");
    let json = |config: &str| {
        serde_json::to_value(toml::from_str::<toml::Table>(config).expect("it is TOML")).expect("it is JSON")
    };
    for config in [
        ALLOWED,
        "paths = ['a']\nstrict = true\nformats = ['junit=r.xml']",
        "maps = [{files = '*', event = 'codeup/push'}]",
    ] {
        assert!(schema.is_valid(&json(config)), "{config}");
        assert_ne!(validate(config, &["captures"]).code, Some(2), "{config}");
    }
    for config in
        ["pathz = []", "paths = 5", "formats = ['xml']", "allowed = [{event = 'codeup/test'}]", "strict = 'yes'"]
    {
        assert!(!schema.is_valid(&json(config)), "{config}");
        assert_eq!(validate(config, &["captures"]).code, Some(2), "{config}");
    }
}
