//! How long it takes to read, to accept, to explain and to make payloads: `cargo bench --bench judging`.

use divan::{Bencher, black_box, counter::BytesCount};
use hookproof::{Catalog, Delivery, Judge, document::Document, generate::Generator, schema::Level};
use serde::de::IgnoredAny;
use serde_json::Value;

fn main() {
    // What is made once is not what is measured.
    for (_, event, payload) in PAYLOADS {
        let delivery = Delivery::new(payload);
        assert!(Judge::embedded().accepts(&delivery).is_some(), "{event} is accepted");
        assert!(Judge::embedded().explain(&delivery).findings.is_empty(), "{event} is valid");
    }
    divan::main();
}

/// A payload of each provider, as it is documented.
const PAYLOADS: [(&str, &str, &[u8]); 4] = [
    (
        "codearts",
        "repo.merge_request",
        include_bytes!("../fixtures/codearts/repo.merge_request/valid/documented-example.json"),
    ),
    ("codeup", "push", include_bytes!("../fixtures/codeup/push/valid/documented-example.json")),
    ("deveo", "push", include_bytes!("../fixtures/deveo/push/valid/several-commits.json")),
    ("sourcecommit", "push", include_bytes!("../fixtures/sourcecommit/push/valid/several-commits.json")),
];

const PROVIDERS: [&str; 4] = ["codearts", "codeup", "deveo", "sourcecommit"];

/// The payload on one line, as deliveries are sent and kept.
fn compact(provider: &str) -> (&'static str, Vec<u8>) {
    let (_, event, payload) = PAYLOADS.into_iter().find(|(name, ..)| *name == provider).unwrap_or(PAYLOADS[0]);
    let value: Value = serde_json::from_slice(payload).unwrap_or_default();
    (event, value.to_string().into_bytes())
}

fn bench<T>(bencher: Bencher, provider: &str, run: impl Fn(&[u8]) -> T + Sync) {
    let (_, text) = compact(provider);
    bencher.counter(BytesCount::of_slice(&text)).bench(|| run(black_box(&text)));
}

/// The least that a parser does.
#[divan::bench(args = PROVIDERS)]
fn ignored_any(bencher: Bencher, provider: &str) {
    bench(bencher, provider, |text| serde_json::from_slice::<IgnoredAny>(text).is_ok());
}

#[divan::bench(args = PROVIDERS)]
fn accepts(bencher: Bencher, provider: &str) {
    bench(bencher, provider, |text| Judge::embedded().accepts(&Delivery::new(text)).is_some());
}

#[divan::bench(args = PROVIDERS)]
fn check(bencher: Bencher, provider: &str) {
    bench(bencher, provider, |text| Judge::embedded().check(&Delivery::new(text)));
}

#[divan::bench(args = PROVIDERS)]
fn explain(bencher: Bencher, provider: &str) {
    bench(bencher, provider, |text| Judge::embedded().explain(&Delivery::new(text)));
}

/// A payload with a member that nobody documents.
#[divan::bench(args = PROVIDERS)]
fn check_drift(bencher: Bencher, provider: &str) {
    let (_, mut text) = compact(provider);
    text.splice(1..1, *b"\"undocumented\":0,");
    bencher.counter(BytesCount::of_slice(&text)).bench(|| Judge::embedded().check(&Delivery::new(black_box(&text))));
}

#[divan::bench(args = PROVIDERS)]
fn document(bencher: Bencher, provider: &str) {
    bench(bencher, provider, |text| Document::read(text).is_ok());
}

/// What is written by hand: a `Value`, and a validator that is made once.
#[divan::bench(args = PROVIDERS)]
fn value_and_jsonschema(bencher: Bencher, provider: &str) {
    let (event, _) = compact(provider);
    let catalog = Catalog::embedded().unwrap_or_default();
    let known = catalog.event(&format!("{provider}/{event}"));
    let schema = known.map(|known| known.schema(Level::Documented)).unwrap_or_default();
    let Ok(validator) = jsonschema::validator_for(&schema) else { return };
    bench(bencher, provider, |text| {
        serde_json::from_slice::<Value>(text).is_ok_and(|value| validator.is_valid(&value))
    });
}

/// Another payload each time.
#[divan::bench(args = PROVIDERS)]
fn generate(bencher: Bencher, provider: &str) {
    let (event, _) = compact(provider);
    let catalog = Catalog::embedded().unwrap_or_default();
    let known = catalog.event(&format!("{provider}/{event}"));
    let Some(generator) = known.and_then(|known| Generator::new(known).ok()) else { return };
    let seed = std::sync::atomic::AtomicU64::new(0);
    bencher.bench(|| generator.payload(seed.fetch_add(1, std::sync::atomic::Ordering::Relaxed)));
}
