//! What a folder of providers must be: every fault is found and named, and what is accepted can judge.

use hookproof::{
    Catalog, Delivery, Judge, Verdict,
    catalog::{EMBEDDED, Problem},
};

use serde_json::Value;

use crate::profile::{Files, PUSH};

const PROVIDER: &str = "acme/provider.json";
const SCHEMA: &str = "acme/push.schema.json";
const ERRATA: &str = "acme/errata.json";
const HOSTS: &str = "other-hosts.json";

/// A provider with one event, and everything that the catalog reads.
const ACCEPTED: [(&str, &str); 4] = [
    (
        PROVIDER,
        r#"{
            "id": "acme",
            "name": "Acme",
            "document": {"title": "Hooks", "updated": null, "url": "https://example.com/hooks"},
            "delivery": {"event_headers": ["X-Acme-Event"], "content_types": ["application/json"]},
            "events": [
                {
                    "id": "push",
                    "title": "Push",
                    "trigger": "Somebody pushed.",
                    "recognition": {"header": "push", "discriminators": ["/kind"]}
                }
            ],
            "rules": [
                {
                    "id": "AC-C1", "statement": "It holds.", "lines": "1", "by": "prose", "enforced": "schema",
                    "events": ["push"]
                }
            ],
            "catalogue": [
                {"service": "Code", "table": 1, "category": "Repo", "events": [], "payloads": ["push"]}
            ]
        }"#,
    ),
    (
        SCHEMA,
        r##"{
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "type": "object",
            "properties": {
                "kind": {"type": "string", "const": "push"},
                "tag": {"$ref": "#/$defs/Tag"},
                "id": {"type": "integer", "const": 1}
            },
            "required": ["kind"],
            "additionalProperties": false,
            "allOf": [{"x-rule": "AC-C1", "if": {"required": ["tag"]}, "then": {"required": ["id"]}}],
            "$defs": {"Tag": {"type": "string", "enum": ["a", "b"]}}
        }"##,
    ),
    (ERRATA, r#"{"errata": []}"#),
    (HOSTS, r#"{"description": "Others.", "event_headers": ["X-Other-Event"]}"#),
];

/// A claim, the file, a place in it, what to put there (an empty text removes it), and a part of the message.
type Case = (&'static str, &'static str, &'static str, &'static str, &'static str);

/// What is wrong with one file, and reported of it with its line.
const FAULTS: &[Case] = &[
    ("a provider has no other key", PROVIDER, "/color", "\"red\"", "unknown field `color`"),
    ("a provider has a name", PROVIDER, "/name", "", "missing field `name`"),
    ("a document has no other key", PROVIDER, "/document/pages", "1", "unknown field `pages`"),
    ("a delivery has no other key", PROVIDER, "/delivery/method", "\"POST\"", "unknown field `method`"),
    ("an event has no other key", PROVIDER, "/events/0/when", "1", "unknown field `when`"),
    ("recognition has no other key", PROVIDER, "/events/0/recognition/body", "1", "unknown field `body`"),
    ("a rule has no other key", PROVIDER, "/rules/0/why", "1", "unknown field `why`"),
    ("a category has no other key", PROVIDER, "/catalogue/0/why", "1", "unknown field `why`"),
    ("a schema is in the profile", SCHEMA, "/properties/id/type", "5", "/properties/id/type: `type` is one name"),
    ("a schema fits together", SCHEMA, "/$defs/More", "{}", "/$defs/More: nothing uses `More`"),
    ("a schema is an object", SCHEMA, "", "5", "/: `$schema` must be"),
    (
        "a kind of erratum is known",
        ERRATA,
        "/errata/-",
        r#"{"id": "AC-E01", "kind": "typo"}"#,
        "unknown variant `typo`",
    ),
    ("errata have no other key", ERRATA, "/note", "1", "unknown field `note`"),
    ("other hosts are described", HOSTS, "/description", "", "missing field `description`"),
    ("other hosts have no other key", HOSTS, "/hosts", "[]", "unknown field `hosts`"),
];

/// What does not fit together, and is reported of the provider.
const MISFITS: &[Case] = &[
    ("a provider is named like its folder", PROVIDER, "/id", "\"other\"", "is `other`, and the folder is `acme`"),
    ("an event stands once", PROVIDER, "/events/-", PUSH_EVENT, "the event `push` stands twice"),
    (
        "an event has a schema",
        PROVIDER,
        "/events/-",
        TAG_EVENT,
        "the event `tag` has no payload schema `tag.schema.json`",
    ),
    ("a header has a name", PROVIDER, "/delivery/event_headers", "[]", "by a header, and `event_headers` names none"),
    ("absence is not enough", PROVIDER, "/events/0/recognition", r#"{"absent": ["a"]}"#, "nothing in its body"),
    ("a discriminator is a pointer", PROVIDER, KEY, "\"kind\"", "the event `push`: `kind` is no JSON Pointer"),
    ("a discriminator is documented", PROVIDER, KEY, "\"/type\"", "the discriminator `/type` must be a string"),
    ("a discriminator is in the event's file", PROVIDER, KEY, "\"/tag\"", "and not behind a `$ref`"),
    ("a discriminator is a text", PROVIDER, KEY, "\"/id\"", "the discriminator `/id` must be a string"),
    ("a discriminator is in an object", PROVIDER, KEY, "\"/kind/a\"", "the discriminator `/kind/a` must be a string"),
    ("a discriminator has values", SCHEMA, "/properties/kind/const", "", "with `const` or `enum`"),
    ("a rule is about events", PROVIDER, "/rules/0/events/-", "\"tag\"", "AC-C1 is about `tag`, which is no event"),
    (
        "a category has payloads",
        PROVIDER,
        "/catalogue/0/payloads/-",
        "\"tag\"",
        "has the payload `tag`, which is no event",
    ),
    ("a condition states a rule", SCHEMA, "/allOf/0/x-rule", "\"A\"", "push.schema.json#/allOf/0 states the rule A"),
];

const KEY: &str = "/events/0/recognition/discriminators/0";
const PUSH_EVENT: &str =
    r#"{"id": "push", "title": "Push", "trigger": "Again.", "recognition": {"present": ["kind"]}}"#;
const TAG_EVENT: &str = r#"{"id": "tag", "title": "Tag", "trigger": "A tag.", "recognition": {"present": ["tag"]}}"#;

#[test]
fn a_sound_provider_is_accepted() {
    let catalog = read(&Files::read(ACCEPTED)).expect("it is sound");
    let known = catalog.event("acme/push").expect("it is listed");
    let keys: Vec<_> = known.keys.iter().map(|key| (key.pointer.to_string(), key.values.concat())).collect();
    assert_eq!(keys, [("/kind".to_owned(), "push".to_owned())]);
    assert_eq!(catalog.other_hosts, ["X-Other-Event"]);
}

#[test]
fn a_fault_of_a_file_is_reported_with_its_line() {
    all_found(FAULTS, |case, problem| problem.file == case.1 && problem.at.is_some());
}

#[test]
fn what_does_not_fit_is_reported_of_the_provider() {
    all_found(MISFITS, |_, problem| problem.file == PROVIDER && problem.at.is_none());
}

#[test]
fn a_text_that_is_no_json_is_reported_where_it_breaks() {
    for broken in [PROVIDER, ERRATA, HOSTS, SCHEMA] {
        let files = ACCEPTED.map(|(path, text)| (path, if path == broken { "{\n  ]" } else { text }));
        let found = Catalog::from_files(&files).expect_err("it is no JSON");
        let [problem] = found.as_slice() else { panic!("{broken}: {}", shown(&found)) };
        assert_eq!((problem.file.as_str(), problem.at), (broken, Some((2, 3))), "{problem}");
        assert!(problem.to_string().starts_with(&format!("{broken}:2:3: ")), "{problem}");
        assert!(!problem.message.contains("line 2"), "{problem}");
    }
}

#[test]
fn a_payload_that_no_event_names_is_reported() {
    let schema = ACCEPTED[1].1.replace("Tag", "Name");
    let found = read(&Files::read(ACCEPTED).with("acme/tag.schema.json", &schema)).expect_err("no event has it");
    let message = "tag.schema.json describes a payload, and `events` does not list `tag`";
    assert_eq!(shown(&found), format!("{PROVIDER}: {message}"));
}

#[test]
fn a_name_that_cannot_stand_in_a_reference_is_reported() {
    let schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema"}"#;
    for path in ["acme/my types.schema.json", "acme/a#b.schema.json", "acme/é.schema.json", "acme/.schema.json"] {
        let found = read(&Files::read(ACCEPTED).with(path, schema)).expect_err("the file's name is refused");
        assert!(
            shown(&found).starts_with("acme/provider.json: `") && shown(&found).contains("` is no name"),
            "{found:?}"
        );
    }
    let files = ACCEPTED.map(|(path, text)| (path.replace("acme", "ac me"), text.replace("\"acme\"", "\"ac me\"")));
    let found = Catalog::from_files(&files).expect_err("the folder's name is refused");
    assert!(shown(&found).starts_with("ac me/provider.json: `ac me` is no name"), "{found:?}");
}

#[test]
fn the_faults_of_all_files_are_reported_in_their_order() {
    let files = [("b/provider.json", "{"), ("a/provider.json", "["), (HOSTS, "")];
    let found = Catalog::from_files(&files).expect_err("nothing of it is JSON");
    assert_eq!(found.iter().map(|problem| problem.file.as_str()).collect::<Vec<_>>(), files.map(|(path, _)| path));
}

#[test]
fn a_provider_is_added_once() {
    let acme = || read(&Files::read(ACCEPTED)).expect("it is sound");
    let mut catalog = Catalog::embedded().expect("the embedded providers are sound");
    let hosts = catalog.other_hosts.len();
    catalog.extend(acme()).expect("it is new");
    assert_eq!(catalog.entries[0].provider.id, "acme", "providers are in the order of their ids");
    assert_eq!(catalog.other_hosts.len(), hosts + 1);
    let problem = catalog.extend(acme()).expect_err("it is known");
    assert_eq!(problem.to_string(), "acme/provider.json: the provider `acme` is known already, as Acme");
    let again = catalog.extend(Catalog::from_files(EMBEDDED).expect("they are sound"));
    assert!(again.is_err(), "the embedded providers stand twice");
}

/// Whatever the profile lets pass, the judge must be able to compile: it panics otherwise.
#[test]
fn whatever_is_accepted_can_judge() {
    const VALUES: [&str; 12] = ["", "\"\"", "[null]", "null", "true", "false", "5", "-1", "0.5", "\"a\"", "[]", "{}"];
    let provider =
        Files::read([ACCEPTED[0]]).edit(PROVIDER, "/events/0/recognition", r#"{"present": ["kind"]}"#).texts();
    let schemas = Files::accepted();
    let places = places(&schemas.contents()[PUSH], "");
    let mut accepted = 0;
    for (place, value) in places.iter().flat_map(|place| VALUES.map(|value| (place, value))) {
        // An item of a list cannot be removed.
        if value.is_empty() && place.ends_with(|last: char| last.is_ascii_digit()) {
            continue;
        }
        let edited = schemas.clone().edit(PUSH, place, value).texts();
        let edited = edited.into_iter().map(|(name, text)| (format!("acme/{name}"), text));
        let provider = provider.iter().map(|(path, text)| ((*path).to_owned(), text.clone()));
        let Ok(catalog) = Catalog::from_files(&edited.chain(provider).collect::<Vec<_>>()) else { continue };
        let report = Judge::new(catalog).check(&Delivery::new(b"{}").provider("acme").event("push"));
        assert_ne!(report.verdict, Verdict::Unknown, "{place} {value}");
        accepted += 1;
    }
    assert!(accepted > 100, "only {accepted} edits are accepted");
}

fn read(files: &Files) -> Result<Catalog, Vec<Problem>> {
    let texts: Vec<(String, String)> = files.texts().into_iter().map(|(path, text)| (path.to_owned(), text)).collect();
    Catalog::from_files(&texts)
}

/// Asserts that every case has one problem, which is reported as it should be.
fn all_found(cases: &[Case], is_well_placed: fn(&Case, &Problem) -> bool) {
    let missed: Vec<String> = cases
        .iter()
        .filter_map(|case| {
            let (claim, file, place, value, message) = *case;
            let found = read(&Files::read(ACCEPTED).edit(file, place, value)).err().unwrap_or_default();
            match found.as_slice() {
                [problem] if problem.message.contains(message) && is_well_placed(case, problem) => None,
                _ => Some(format!("{claim}: expected {message}\n  found {}", shown(&found))),
            }
        })
        .collect();
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

fn shown(problems: &[Problem]) -> String {
    problems.iter().map(Problem::to_string).collect::<Vec<_>>().join("\n")
}

/// The pointers to everything below a value, evidence apart.
fn places(value: &Value, above: &str) -> Vec<String> {
    let below: Vec<(String, &Value)> = match value {
        Value::Object(members) => members.iter().map(|(name, below)| (name.clone(), below)).collect(),
        Value::Array(items) => items.iter().enumerate().map(|(index, below)| (index.to_string(), below)).collect(),
        _ => Vec::new(),
    };
    let below = below.into_iter().filter(|(name, _)| name != "x-evidence");
    below
        .flat_map(|(name, value)| {
            let place = format!("{above}/{name}");
            let further = places(value, &place);
            [place].into_iter().chain(further)
        })
        .collect()
}

/// The library's own schemas are read when they are asked for; until then, this is all that is known of them.
#[test]
fn what_recognises_the_events_is_seen_at_a_glance_as_the_schemas_say_it() {
    let whole = Catalog::from_files(EMBEDDED).unwrap_or_else(|problems| panic!("{}", problems[0]));
    let glanced = Catalog::embedded().unwrap_or_else(|problems| panic!("{}", problems[0]));
    assert_eq!(glanced.events().count(), whole.events().count());
    for (one, other) in glanced.events().zip(whole.events()) {
        assert_eq!(one.name(), other.name());
        assert_eq!(one.keys, other.keys, "{}", one.name());
        assert!(!one.members.is_empty());
        assert_eq!(one.members, other.members, "{}", one.name());
    }
    for (one, other) in glanced.entries.iter().zip(&whole.entries) {
        assert_eq!(one.sources, other.sources);
        assert_eq!(format!("{:?}", *one.errata), format!("{:?}", *other.errata));
        let texts = |files: &hookproof::schema::Model| format!("{files:?}");
        assert_eq!(texts(&one.model), texts(&other.model));
    }
}
