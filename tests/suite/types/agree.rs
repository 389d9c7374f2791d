//! The types against the open schemas: both accept the same bodies, and what was read is written back.
//!
//! `HOOKPROOF_BODIES=2000000 cargo test --release --test suite types::agree -- --nocapture` runs it as long as one likes,
//! and says for each event what its bodies were; `HOOKPROOF_SEED` gives other bodies.

use std::{env, fmt::Write as _, thread};

use hookproof::{document::Document, generate::Generator, schema::Level};
use jsonschema::{PatternOptions, Validator};
use serde_json::Value;

use super::{
    changes::{Random, Vocabulary, changed},
    table::{Read, TYPES, Typed},
};
use crate::support::{folders, judge};

/// How many bodies there are in a run of `cargo test`, for all events together.
const BODIES: usize = 8_000;

/// What the bodies of an event were.
#[derive(Default)]
struct Count {
    valid: usize,
    drift: usize,
    invalid: usize,
    false_accepts: usize,
    false_rejects: usize,
    changed: usize,
    /// The first body that the two disagree about, and how.
    first: Option<String>,
}

/// Payloads that changes are made of, beside generated ones: everything among the fixtures and their cases that can be
/// read.
fn bases(event: &str) -> Vec<Value> {
    let folders = folders().into_iter().filter(|folder| format!("{}/{}", folder.provider, folder.event) == event);
    let cases = folders.flat_map(|folder| folder.build());
    let bodies = cases.filter(|case| !case.is_request && case.bytes.len() < 20_000);
    let readable = bodies.filter(|case| Document::read(&case.bytes).is_ok());
    readable.map(|case| serde_json::from_slice(&case.bytes).expect("it can be read")).collect()
}

fn compiled(event: &str, level: Level) -> (Value, Validator) {
    let schema = judge().catalog().event(event).expect("the event is known").schema(level);
    let options = jsonschema::draft202012::options().should_validate_formats(false);
    let validator = options.with_pattern_options(PatternOptions::regex()).build(&schema);
    (schema, validator.expect("the schema is one"))
}

fn run(typed: &Typed, bodies: usize, seed: u64) -> Count {
    let mut count = Count::default();
    let (schema, documented) = compiled(typed.name, Level::Documented);
    let (_, open) = compiled(typed.name, Level::Open);
    let vocabulary = Vocabulary::of(&schema);
    let known = judge().catalog().event(typed.name).expect("the event is known");
    let generator = Generator::new(known).expect("payloads can be made");
    let bases = bases(typed.name);
    let (valid, others): (Vec<&Value>, Vec<&Value>) = bases.iter().partition(|base| documented.is_valid(base));
    assert!(!valid.is_empty(), "{} has no valid payload", typed.name);
    let mut random = Random::new(seed);
    let mut done = 0;
    while done < bodies {
        // Most of them begin as valid: the cases are broken already.
        let fresh;
        let base = match random.below(4) {
            0 => valid[random.below(valid.len())],
            1 if !others.is_empty() => others[random.below(others.len())],
            _ => {
                fresh = generator.payload(random.below(usize::MAX) as u64);
                &fresh
            }
        };
        let body = changed(base, &vocabulary, &mut random).to_string();
        let Ok(document) = Document::read(body.as_bytes()) else { continue };
        done += 1;
        let payload = Value::from(&document.root);
        let accepted = open.is_valid(&payload);
        match (documented.is_valid(&payload), accepted) {
            (true, _) => count.valid += 1,
            (false, true) => count.drift += 1,
            (false, false) => count.invalid += 1,
        }
        if let Some(problem) = count.compare(typed, body.as_bytes(), &payload, accepted) {
            count.first.get_or_insert_with(|| format!("{}: {problem}\n{body}", typed.name));
        }
    }
    count
}

impl Count {
    /// Reads a body in both ways, and says what is wrong with the outcome.
    fn compare(&mut self, typed: &Typed, body: &[u8], payload: &Value, accepted: bool) -> Option<String> {
        let read = (typed.read)(body);
        let deserialized = (typed.deserialize)(body);
        if read.is_ok() != deserialized.is_ok() {
            self.changed += 1;
            return Some(format!("`from_slice` says {read:?}, `Deserialize` {deserialized:?}"));
        }
        match (accepted, read) {
            (true, Err(error)) => {
                self.false_rejects += 1;
                Some(format!("the open schema accepts it, and: {error}"))
            }
            (false, Ok(_)) => {
                self.false_accepts += 1;
                Some("the open schema rejects it".to_owned())
            }
            (true, Ok(Read { written, again })) => {
                let same = equal(&written, payload) && deserialized.is_ok_and(|other| equal(&other, payload)) && again;
                self.changed += usize::from(!same);
                (!same).then(|| format!("it is written as {written}"))
            }
            (false, Err(_)) => None,
        }
    }

    fn bodies(&self) -> usize {
        self.valid + self.drift + self.invalid
    }
}

/// Whether two payloads are the same, numbers compared by value.
fn equal(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => {
            one == other || (one.is_f64() != other.is_f64() && one.as_f64() == other.as_f64())
        }
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| equal(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            let same = |(name, value): (&String, &Value)| other.get(name).is_some_and(|other| equal(value, other));
            one.len() == other.len() && one.iter().all(same)
        }
        _ => one == other,
    }
}

/// A run over all events, each with its share of the bodies.
fn run_all(bodies: usize, seed: u64) -> Vec<(&'static str, Count)> {
    let share = bodies.div_ceil(TYPES.len());
    let workers = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let chunks = TYPES.chunks(TYPES.len().div_ceil(workers));
        let handles: Vec<_> = chunks
            .map(|chunk| {
                scope.spawn(move || chunk.iter().map(|typed| (typed.name, run(typed, share, seed))).collect::<Vec<_>>())
            })
            .collect();
        handles.into_iter().flat_map(|handle| handle.join().expect("a run ends")).collect()
    })
}

fn number(variable: &str) -> Option<u64> {
    let text = env::var(variable).ok()?;
    Some(text.parse().unwrap_or_else(|_| panic!("{variable} is a number, not `{text}`")))
}

#[expect(clippy::print_stdout, reason = "what a long run is for")]
fn report(counts: &[(&str, Count)]) {
    let mut text = format!("{:<28}{:>10}{:>8}{:>8}{:>8}\n", "event", "bodies", "valid", "drift", "invalid");
    for (name, count) in counts {
        let share = |part: usize| format!("{} %", part * 100 / count.bodies());
        let (valid, drift, invalid) = (share(count.valid), share(count.drift), share(count.invalid));
        let _ = writeln!(text, "{name:<28}{:>10}{valid:>8}{drift:>8}{invalid:>8}", count.bodies());
    }
    let total = |part: fn(&Count) -> usize| counts.iter().map(|(_, count)| part(count)).sum::<usize>();
    println!(
        "{text}\n{} bodies: {} false accepts, {} false rejects, {} changed round trips",
        total(Count::bodies),
        total(|count| count.false_accepts),
        total(|count| count.false_rejects),
        total(|count| count.changed)
    );
}

#[test]
fn types_accept_what_the_open_schema_accepts_and_write_back_what_they_read() {
    let bodies = number("HOOKPROOF_BODIES").and_then(|bodies| usize::try_from(bodies).ok());
    let counts = run_all(bodies.unwrap_or(BODIES), number("HOOKPROOF_SEED").unwrap_or(1));
    report(&counts);
    for (name, count) in &counts {
        assert_eq!(count.first, None);
        for (verdict, part) in [("valid", count.valid), ("drift", count.drift), ("invalid", count.invalid)] {
            assert!(part * 10 > count.bodies(), "only {part} of {} bodies of {name} are {verdict}", count.bodies());
        }
    }
}

#[test]
fn every_fixture_reads_as_its_verdict_says() {
    let mut read = 0;
    for typed in TYPES {
        let (_, open) = compiled(typed.name, Level::Open);
        for base in bases(typed.name) {
            let mut count = Count::default();
            let problem = count.compare(typed, base.to_string().as_bytes(), &base, open.is_valid(&base));
            assert_eq!(problem, None, "{base}");
            read += 1;
        }
    }
    assert!(read > 2000, "only {read} fixtures");
}
