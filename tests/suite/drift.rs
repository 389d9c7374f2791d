//! Drift at a glance: what is found is what is there, and a pack of it makes the same payloads valid and nothing else.

mod conditions;
mod edits;
mod report;

use std::collections::BTreeMap;

use hookproof::{Catalog, Delivery, Judge, Verdict, catalog::Known, drift::Drift, generate::Generator};

use crate::support::{folders, judge};
use edits::{Random, drifted};

/// The bodies of one event.
type Bodies = BTreeMap<String, Vec<Vec<u8>>>;

fn verdict(judge: &Judge, event: &str, body: &[u8]) -> Verdict {
    crate::accept::verdict(judge, &named(event, body))
}

fn named<'b>(event: &str, body: &'b [u8]) -> Delivery<'b> {
    let (provider, event) = event.split_once('/').expect("a name has a provider");
    Delivery::new(body).provider(provider).event(event)
}

/// The extensions that allow what these payloads have.
fn extensions(judge: &Judge, bodies: &Bodies) -> Vec<(String, String)> {
    let mut drift = Drift::new(judge, false);
    for (event, bodies) in bodies {
        for body in bodies {
            drift.add(&named(event, body));
        }
    }
    let found = drift.events().filter_map(|event| Some((event.known.name(), event.extension()?)));
    found.map(|(name, extension)| (format!("{name}.extension.json"), extension.to_json().to_string())).collect()
}

fn extended(files: &[Vec<(String, String)>]) -> Judge {
    let mut catalog = Catalog::embedded().expect("the embedded schemas are whole");
    for files in files {
        catalog.widen(files).unwrap_or_else(|problems| panic!("{}", problems[0]));
    }
    Judge::new(catalog)
}

/// Every body among the fixtures and their edits, by event.
fn fixtures(wanted: impl Fn(Verdict) -> bool) -> Bodies {
    let mut bodies = Bodies::new();
    for folder in folders() {
        let event = format!("{}/{}", folder.provider, folder.event);
        let cases = folder.build().into_iter().filter(|case| !case.is_request);
        let cases = cases.filter(|case| wanted(verdict(judge(), &event, &case.bytes)));
        bodies.entry(event.clone()).or_default().extend(cases.map(|case| case.bytes));
    }
    bodies
}

fn reads(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Valid | Verdict::Drift)
}

#[test]
fn a_pack_of_the_drift_of_all_fixtures_makes_them_valid() {
    let bodies = fixtures(reads);
    let files = extensions(judge(), &bodies);
    assert_eq!(files.len(), 26, "every event has fixtures of drift");
    let quiet = extended(&[files]);
    assert_quiet(&quiet, &bodies);
}

#[test]
fn a_pack_makes_nothing_valid_but_drift() {
    let files = extensions(judge(), &fixtures(reads));
    let quiet = extended(&[files]);
    let mut seen = BTreeMap::new();
    for folder in folders() {
        for case in folder.build() {
            let before = case.judge(judge(), false).expect("it is a delivery");
            let after = case.judge(&quiet, false).expect("it is a delivery");
            *seen.entry(before.verdict).or_insert(0) += 1;
            let name = format!("{}/{} {}", folder.provider, folder.event, case.name);
            assert_eq!((&before.provider, &before.event), (&after.provider, &after.event), "{name}");
            let expected = if before.verdict == Verdict::Drift { Verdict::Valid } else { before.verdict };
            // A fixture that is another event's is drift of that one, and was not taken in.
            let is_own = before.event.as_deref() == Some(folder.event.as_str());
            assert!(after.verdict == expected || !is_own, "{name}: {after:?}");
            if before.verdict == Verdict::Invalid {
                let invalid = before.findings.iter().filter(|finding| finding.severity == hookproof::Severity::Invalid);
                for finding in invalid {
                    let gist = |other: &&hookproof::Finding| {
                        (&other.rule, &other.pointer, &other.member, other.severity)
                            == (&finding.rule, &finding.pointer, &finding.member, finding.severity)
                    };
                    assert!(after.findings.iter().any(|other| gist(&other)), "{name}: {finding:?}\n{after:?}");
                }
            }
        }
    }
    assert!(Verdict::ALL.iter().all(|verdict| seen.get(verdict).is_some_and(|count| *count > 20)), "{seen:?}");
}

/// An extension of any event that allows nothing of it changes no report, places in the schemas included: the schema
/// that is computed says what the files say.
#[test]
fn the_computed_schema_reports_what_the_files_do() {
    let files: Vec<(String, String)> = judge()
        .catalog()
        .events()
        .map(|known| {
            let entry = r#"{"pointer": "/never-there", "rule": "additionalProperties", "value": {}}"#;
            (format!("{}.extension.json", known.name()), format!(r#"{{"allowed": [{entry}]}}"#))
        })
        .collect();
    let computed = extended(&[files]);
    let mut compared = 0;
    for folder in folders() {
        for case in folder.build() {
            for named in [false, true] {
                let from_files = case.judge(judge(), named).expect("it is a delivery");
                let from_model = case.judge(&computed, named).expect("it is a delivery");
                assert_eq!(from_files, from_model, "{}/{} {}", folder.provider, folder.event, case.name);
                compared += from_files.findings.len();
            }
        }
    }
    assert!(compared > 2000, "only {compared} findings were compared");
}

/// Random drift of generated payloads: what was found once is quiet, alone and beside another pack.
///
/// `DRIFT_ROUNDS=50 cargo test --release random_drift` looks longer.
#[test]
fn a_pack_of_random_drift_makes_it_valid() {
    let generators: Vec<Generator> =
        judge().catalog().events().map(|known| Generator::new(known).expect("payloads can be made")).collect();
    let rounds = std::env::var("DRIFT_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(1);
    let mut drift = 0;
    for round in 0..rounds {
        let mut random = Random(round + 1);
        let batch = |random: &mut Random| -> Bodies {
            let bodies = generators.iter().map(|generator| {
                let event = generator.event().name();
                let made = (0..10).map(|_| drifted(generator.payload(random.next()), random).to_string().into_bytes());
                let made = made.filter(|body| reads(verdict(judge(), &event, body))).collect();
                (event, made)
            });
            bodies.collect()
        };
        let (first, second) = (batch(&mut random), batch(&mut random));
        let files = extensions(judge(), &first);
        let quiet = extended(std::slice::from_ref(&files));
        assert_quiet(&quiet, &first);
        assert_generated(&quiet);
        // Found with the first pack, and found without it: both go together with it.
        for base in [&quiet, judge()] {
            let both = extended(&[files.clone(), extensions(base, &second)]);
            assert_quiet(&both, &first);
            assert_quiet(&both, &second);
        }
        let all = first.iter().chain(&second).flat_map(|(event, bodies)| bodies.iter().map(move |body| (event, body)));
        drift += all.filter(|(event, body)| verdict(judge(), event, body) == Verdict::Drift).count();
    }
    assert!(drift > 150, "only {drift} payloads had drift");
}

fn assert_quiet(judge: &Judge, bodies: &Bodies) {
    for (event, bodies) in bodies {
        let mut again = Drift::new(judge, false);
        for body in bodies {
            let report = again.add(&named(event, body));
            assert_eq!(report.verdict, Verdict::Valid, "{event}: {report:#?}\n{}", String::from_utf8_lossy(body));
        }
        assert!(again.events().all(|event| event.found().is_empty()));
    }
}

/// What is made of the schemas with what a pack allows is valid by them.
fn assert_generated(judge: &Judge) {
    for known in judge.catalog().events() {
        let generator = Generator::new(known).unwrap_or_else(|unsupported| panic!("{unsupported}"));
        for seed in 0..5 {
            let body = generator.payload(seed).to_string();
            let report = judge.check(&named(&known.name(), body.as_bytes()));
            assert_eq!(report.verdict, Verdict::Valid, "{}: {report:#?}\n{body}", known.name());
        }
    }
}

/// The event of that name.
fn event(name: &str) -> Known<'static> {
    judge().catalog().event(name).expect("it is documented")
}
