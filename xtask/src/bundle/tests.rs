//! Every file of `dist/` is what its own specification demands, and judges every case as the sources do.

use std::{collections::BTreeMap, fs, sync::LazyLock};

use jsonschema::{PatternOptions, Registry, RegistryBuilder, ValidationOptions, Validator};
use serde_json::{Value, json};

use super::*;
use crate::verdicts::{Judged, judged};

/// What is committed, not what would be written: a test of its own compares the two.
static CATALOGUE: LazyLock<Value> = LazyLock::new(|| dist("catalog.json"));

static CASES: LazyLock<Vec<Judged>> = LazyLock::new(|| judged().expect("the fixtures can be read"));

fn dist(path: &str) -> Value {
    let file = crate::folders::project().join("dist").join(path);
    let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// The providers of the catalogue.
fn providers() -> impl Iterator<Item = &'static Value> {
    CATALOGUE["providers"].as_array().expect("a list of providers").iter()
}

/// The events of the catalogue.
fn events() -> Vec<&'static Value> {
    providers().flat_map(|provider| provider["events"].as_array().expect("a list of events")).collect()
}

/// The paths of an event's schemas in a draft, with whether each is the open one.
fn schemas(event: &'static Value, draft: Draft) -> [(&'static str, bool); 2] {
    [("documented", false), ("open", true)]
        .map(|(level, open)| (event["schemas"][draft.as_str()][level].as_str().expect("a path"), open))
}

fn said(validator: &Validator, value: &Value) -> String {
    validator
        .iter_errors(value)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect::<Vec<_>>()
        .join("\n")
}

fn compiled(options: ValidationOptions, schema: &Value) -> Validator {
    options.with_pattern_options(PatternOptions::regex()).build(schema).unwrap_or_else(|error| panic!("{error}"))
}

fn in_draft(draft: Draft, schema: &Value) -> Validator {
    match draft {
        Draft::V202012 => compiled(jsonschema::draft202012::options(), schema),
        // Tools for this draft assert `format`, so this does too.
        Draft::V07 => compiled(jsonschema::draft7::options().should_validate_formats(true), schema),
    }
}

#[test]
fn dist_is_up_to_date() {
    if let Err(problem) = run(true) {
        panic!("{problem}");
    }
}

#[test]
fn every_schema_is_one_of_its_draft() {
    assert!(events().len() >= 26, "only {} events", events().len());
    for event in events() {
        for (draft, dialect) in [
            (Draft::V202012, "https://json-schema.org/draft/2020-12/schema"),
            (Draft::V07, "http://json-schema.org/draft-07/schema#"),
        ] {
            for (path, _) in schemas(event, draft) {
                let schema = dist(path);
                assert_eq!(schema["$schema"], dialect, "{path}");
                let valid = match draft {
                    Draft::V202012 => jsonschema::draft202012::meta::validate(&schema),
                    Draft::V07 => jsonschema::draft7::meta::validate(&schema),
                };
                valid.unwrap_or_else(|error| panic!("{path}: {error}"));
            }
        }
    }
}

#[test]
fn the_catalogue_is_what_its_schema_says() {
    let schema = dist("catalog.schema.json");
    jsonschema::draft202012::meta::validate(&schema).unwrap_or_else(|error| panic!("{error}"));
    let validator = compiled(jsonschema::draft202012::options(), &schema);
    assert_eq!(said(&validator, &CATALOGUE), "");
    for (claim, pointer, value) in [
        ("a version is required", "/version", Value::Null),
        ("a path is no object", "/providers/0/events/0/schemas/2020-12/open", json!({})),
        ("a discriminator has values", "/providers/1/events/0/recognition/discriminators", json!({"/object_kind": []})),
        ("an event is not open-ended", "/providers/0/events/0/recognition", json!({"headers": "push"})),
        ("delivery is described whole", "/providers/0/delivery", json!({"content_types": ["application/json"]})),
    ] {
        let mut broken = CATALOGUE.clone();
        *broken.pointer_mut(pointer).expect("it is there") = value;
        assert!(!validator.is_valid(&broken), "{claim}");
    }
}

#[test]
fn the_catalogue_lists_every_file() {
    let schemas =
        events().into_iter().flat_map(|event| Draft::ALL.map(|draft| schemas(event, draft)).into_iter().flatten());
    let mut listed: Vec<String> = schemas.map(|(path, _)| path.to_owned()).collect();
    listed.extend(["documented", "open"].map(|level| CATALOGUE["openapi"][level].as_str().expect("a path").to_owned()));
    listed.extend(["catalog.json", "catalog.schema.json"].map(str::to_owned));
    listed.sort();
    let planned = plan(&embedded().expect("it is sound")).expect("it can be planned");
    assert_eq!(listed, planned.files().keys().map(String::as_str).collect::<Vec<_>>());
}

#[test]
fn openapi_is_what_its_specification_says() {
    let schema: Value = serde_json::from_str(include_str!("../../data/openapi-3.1.schema.json")).expect("it is JSON");
    let validator = compiled(jsonschema::draft202012::options(), &schema);
    for level in ["documented", "open"] {
        let document = dist(CATALOGUE["openapi"][level].as_str().expect("a path"));
        assert_eq!(said(&validator, &document), "", "{level}");
        assert_eq!(document["webhooks"].as_object().map(serde_json::Map::len), Some(events().len()));
        for (name, schema) in document["components"]["schemas"].as_object().expect("named schemas") {
            jsonschema::draft202012::meta::validate(schema).unwrap_or_else(|error| panic!("{name}: {error}"));
        }
        for (pointer, value) in [
            ("/webhooks/codeup~1push/post/responses", json!({"fine": {"description": "yes"}})),
            ("/webhooks/codeup~1push/post/parameters/0/in", json!("body")),
            ("/webhooks/deveo~1push/post/requestBody/content", Value::Null),
            ("/info/version", json!(1)),
        ] {
            let mut broken = document.clone();
            *broken.pointer_mut(pointer).unwrap_or_else(|| panic!("there is no {pointer}")) = value;
            assert!(!validator.is_valid(&broken), "{pointer} is not checked");
        }
    }
}

#[test]
fn every_webhook_has_the_headers_and_media_types_of_its_provider() {
    for (level, provider) in ["documented", "open"].into_iter().flat_map(|level| providers().map(move |it| (level, it)))
    {
        let document = dist(CATALOGUE["openapi"][level].as_str().expect("a path"));
        let delivery = &provider["delivery"];
        let lists =
            [&delivery["event_headers"], &json!([delivery["signature"]["header"]]), &delivery["secret_headers"]]
                .map(|list| list.as_array().expect("a list").clone());
        let headers: Vec<Value> = lists.concat().into_iter().filter(|header| !header.is_null()).collect();
        for event in provider["events"].as_array().expect("a list") {
            let name = event["name"].as_str().expect("a name");
            let post = &document["webhooks"][name]["post"];
            let named =
                post["parameters"].as_array().expect("a list").iter().map(|parameter| parameter["name"].clone());
            assert_eq!(named.collect::<Vec<_>>(), headers, "{name}");
            let content = post["requestBody"]["content"].as_object().expect("media types");
            assert_eq!(json!(content.keys().collect::<Vec<_>>()), delivery["content_types"], "{name}");
            let payload = &content["application/json"]["schema"]["$ref"];
            if let Some(form) = content.get(openapi::FORM) {
                let field = delivery["form_field"].as_str().expect("a form has a field");
                assert_eq!(form["schema"]["properties"][field]["$ref"], *payload, "{name}");
                assert_eq!(form["encoding"][field]["contentType"], "application/json", "{name}");
            }
        }
    }
}

/// The validators of an event, each with where it comes from and whether it is open.
fn validators(event: &'static Value, documents: &Registry) -> Vec<(String, bool, Validator)> {
    let drafts = Draft::ALL.into_iter().flat_map(|draft| {
        schemas(event, draft).map(|(path, open)| (path.to_owned(), open, in_draft(draft, &dist(path))))
    });
    let name = event["name"].as_str().expect("a name");
    let of_openapi = [("documented", false), ("open", true)].map(|(level, open)| {
        let place = format!(
            "test:///{level}#/webhooks/{}/post/requestBody/content/application~1json/schema",
            name.replace('/', "~1")
        );
        let options = jsonschema::draft202012::options().with_registry(documents);
        (place.clone(), open, compiled(options, &json!({"$ref": place})))
    });
    drafts.chain(of_openapi).collect()
}

fn documents() -> Registry<'static> {
    let named = ["documented", "open"]
        .map(|level| (format!("test:///{level}"), dist(CATALOGUE["openapi"][level].as_str().expect("a path"))));
    let added = named.into_iter().try_fold(Registry::new(), |registry, (name, document)| registry.add(name, document));
    added.and_then(RegistryBuilder::prepare).expect("each document has a name of its own")
}

/// What a validator says otherwise than the sources do.
fn disagreements(validator: &Validator, open: bool, cases: &[&Judged]) -> Vec<String> {
    let differs = cases.iter().filter(|case| {
        let body: Value = serde_json::from_str(&case.body).expect("the body is JSON");
        validator.is_valid(&body) != if open { case.open } else { case.documented }
    });
    differs.map(|case| case.case.clone()).collect()
}

#[test]
fn every_file_judges_as_the_sources_do() {
    let documents = documents();
    let mut by_event: BTreeMap<&str, Vec<&Judged>> = BTreeMap::new();
    for case in CASES.iter() {
        by_event.entry(&case.event).or_default().push(case);
    }
    assert!(CASES.len() > 2000, "only {} cases", CASES.len());
    for event in events() {
        let name = event["name"].as_str().expect("a name");
        let cases = &by_event[name];
        for accepts in [|case: &Judged| case.documented, |case: &Judged| case.open] {
            assert!(cases.iter().any(|case| accepts(case)) && cases.iter().any(|case| !accepts(case)), "{name}");
        }
        for (path, open, validator) in validators(event, &documents) {
            assert_eq!(disagreements(&validator, open, cases), Vec::<String>::new(), "{path}");
        }
    }
}

#[test]
fn a_bundle_with_another_pattern_judges_otherwise() {
    let cases: Vec<&Judged> = CASES.iter().filter(|case| case.event == "codeup/push").collect();
    for (draft, place) in [(Draft::V202012, "/$defs/Sha1/pattern"), (Draft::V07, "/definitions/Sha1/pattern")] {
        let mut schema = dist(&format!("{}/codeup/push.json", draft.as_str()));
        assert_eq!(disagreements(&in_draft(draft, &schema), false, &cases), Vec::<String>::new());
        for pattern in ["", "^[0-9]+$"] {
            *schema.pointer_mut(place).expect("a hash has a pattern") = json!(pattern);
            assert!(!disagreements(&in_draft(draft, &schema), false, &cases).is_empty(), "`{pattern}`");
        }
    }
}
