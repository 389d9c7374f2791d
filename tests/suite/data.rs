//! The providers' data: described by schemas of its own, complete, and known to no line of code.

use std::{collections::BTreeSet, fs};

use hookproof::{
    Catalog,
    catalog::{EMBEDDED, Entry},
    errata::ErratumKind,
    schema,
};

use crate::support::{entries, files, judge, root};

fn catalog() -> &'static Catalog {
    judge().catalog()
}

fn json(path: &str) -> serde_json::Value {
    let text = fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn every_schema_file_is_embedded() {
    let embedded: BTreeSet<String> = EMBEDDED.iter().map(|(path, _)| (*path).to_owned()).collect();
    let schemas = root().join("schemas");
    let there: BTreeSet<String> = files(&schemas, &schemas).into_iter().map(|(path, _)| path).collect();
    assert_eq!(embedded, there);
}

#[test]
fn the_data_files_are_what_their_schemas_say() {
    for kind in ["provider", "errata", "templates"] {
        let schema = jsonschema::validator_for(&json(&format!("schemas/{kind}.schema.json"))).expect("it is a schema");
        // Not every provider lets its users write the bodies.
        let has_it = |entry: &&Entry| kind != "templates" || entry.templates().is_some();
        for entry in catalog().entries.iter().filter(has_it) {
            let path = format!("schemas/{}/{kind}.json", entry.provider.id);
            let problems: Vec<String> =
                schema.iter_errors(&json(&path)).map(|error| format!("{}: {error}", error.instance_path())).collect();
            assert!(problems.is_empty(), "{path}:\n{}", problems.join("\n"));
        }
        assert!(!schema.is_valid(&serde_json::json!({})), "{kind}.schema.json accepts everything");
    }
}

#[test]
fn every_schema_file_is_a_schema_by_the_meta_schema() {
    let mut count = 0;
    for (path, text) in EMBEDDED.iter().filter(|(path, _)| path.ends_with(".schema.json")) {
        let schema = serde_json::from_str(text).expect("it is JSON");
        jsonschema::draft202012::meta::validate(&schema).unwrap_or_else(|error| panic!("{path}: {error}"));
        count += 1;
    }
    assert!(count > 26, "only {count} schema files");
}

/// What the four documents hold, counted by hand once.
#[test]
fn the_data_are_complete() {
    let providers = || catalog().entries.iter().map(|entry| &entry.provider);
    let categories = || providers().flat_map(|provider| &provider.catalogue);
    let rules = || providers().flat_map(|provider| &provider.rules);
    let conditionals = rules().filter(|rule| rule.id.as_bytes()[3] == b'C').count();
    let deliveries = rules().filter(|rule| rule.id.as_bytes()[3] == b'R').count();
    let errata = || catalog().entries.iter().flat_map(|entry| entry.errata.iter());
    let syntax = errata().filter(|erratum| erratum.kind == ErratumKind::Syntax).count();
    let counts = [
        ("events", 26, catalog().events().count()),
        ("rules about values", 38, conditionals),
        ("rules about deliveries", 35, deliveries),
        ("errata", 99, errata().count()),
        ("errata of syntax", 20, syntax),
        ("variants", 55, catalog().events().map(|known| known.event.variants.len()).sum()),
        ("listed events", 68, categories().map(|category| category.events.len()).sum()),
        ("filters", 3, categories().map(|category| category.filters.len()).sum()),
        ("codes with names", 16, categories().map(|category| category.codes.len()).sum()),
    ];
    for (what, documented, found) in counts {
        assert_eq!(found, documented, "{what}");
    }
}

/// Each code of the catalogue is one that the payload's schema knows, with that name.
#[test]
fn codes_and_names_of_the_catalogue_are_those_of_the_schemas() {
    for entry in &catalog().entries {
        for category in entry.provider.catalogue.iter().filter(|category| !category.codes.is_empty()) {
            let [payload] = category.payloads.as_slice() else { panic!("{} has several payloads", category.category) };
            let known = entry.event(payload).expect("the payload is known");
            let schema = known.schema(schema::Level::Documented).to_string();
            let codes: Vec<&str> = category.codes.iter().map(|code| code.code.as_str()).collect();
            assert_eq!(known.keys[0].values, codes, "{}", known.name());
            for code in &category.codes {
                assert!(
                    schema.contains(&format!("\"const\":\"{}\"", code.name)),
                    "{} does not know {}",
                    known.name(),
                    code.name
                );
            }
        }
    }
}

/// A provider is data: no file of the library or the command knows one by its name.
#[test]
fn no_source_file_names_a_provider() {
    let ids: Vec<&str> = catalog().entries.iter().map(|entry| entry.provider.id.as_str()).collect();
    let mut pending = vec![root().join("src"), root().join("build.rs")];
    let mut read = 0;
    while let Some(path) = pending.pop() {
        if path.is_dir() {
            // What is generated from the schemas may well be named after them.
            pending.extend(entries(&path).into_iter().filter(|path| !path.ends_with("generated")));
            continue;
        }
        read += 1;
        let text = fs::read_to_string(&path).expect("a source file is text").to_lowercase();
        for id in &ids {
            assert!(!text.contains(id), "{} names {id}", path.display());
        }
    }
    assert!(read > 20, "only {read} source files were read");
}
