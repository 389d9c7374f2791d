//! How long it takes to read a payload as its type, beside `serde_json::Value`: `cargo bench --bench reading`.

use divan::{Bencher, black_box, counter::BytesCount};
use hookproof::{Delivery, Event, codearts::repo_event::MergeRequest, codeup, deveo, sourcecommit, types::from_slice};

fn main() {
    // What is made once is not what is measured.
    Event::from_delivery(&Delivery::new(b"{}")).ok();
    divan::main();
}

/// A payload of each provider, of one to three kilobytes, as it is documented.
const PAYLOADS: [(&str, &[u8]); 4] = [
    ("codearts", include_bytes!("../fixtures/codearts/repo.merge_request/valid/documented-example.json")),
    ("codeup", include_bytes!("../fixtures/codeup/push/valid/documented-example.json")),
    ("deveo", include_bytes!("../fixtures/deveo/push/valid/several-commits.json")),
    ("sourcecommit", include_bytes!("../fixtures/sourcecommit/push/valid/several-commits.json")),
];

const PROVIDERS: [&str; 4] = ["codearts", "codeup", "deveo", "sourcecommit"];

fn payload(provider: &str) -> &'static [u8] {
    PAYLOADS.into_iter().find(|(name, _)| *name == provider).map_or(b"{}", |(_, payload)| payload)
}

#[divan::bench(args = PROVIDERS)]
fn value(bencher: Bencher, provider: &str) {
    let text = payload(provider);
    bencher.counter(BytesCount::of_slice(text)).bench(|| serde_json::from_slice::<serde_json::Value>(black_box(text)));
}

#[divan::bench(args = PROVIDERS)]
fn typed(bencher: Bencher, provider: &str) {
    let text = payload(provider);
    let bencher = bencher.counter(BytesCount::of_slice(text));
    match provider {
        "codearts" => bencher.bench(|| from_slice::<MergeRequest>(black_box(text))),
        "codeup" => bencher.bench(|| from_slice::<codeup::Push>(black_box(text))),
        "deveo" => bencher.bench(|| from_slice::<deveo::Push>(black_box(text))),
        _ => bencher.bench(|| from_slice::<sourcecommit::Push>(black_box(text))),
    }
}

#[divan::bench(args = PROVIDERS)]
fn typed_by_serde(bencher: Bencher, provider: &str) {
    let text = payload(provider);
    let bencher = bencher.counter(BytesCount::of_slice(text));
    match provider {
        "codearts" => bencher.bench(|| serde_json::from_slice::<MergeRequest>(black_box(text))),
        "codeup" => bencher.bench(|| serde_json::from_slice::<codeup::Push>(black_box(text))),
        "deveo" => bencher.bench(|| serde_json::from_slice::<deveo::Push>(black_box(text))),
        _ => bencher.bench(|| serde_json::from_slice::<sourcecommit::Push>(black_box(text))),
    }
}

/// With the recognition of the event.
#[divan::bench(args = PROVIDERS)]
fn delivered(bencher: Bencher, provider: &str) {
    let delivery = Delivery::new(payload(provider));
    bencher.counter(BytesCount::of_slice(delivery.body)).bench(|| Event::from_delivery(black_box(&delivery)));
}
