//! Packs: `provider.json`, schemas and errata of strangers.

#![no_main]

#[path = "../../tests/suite/any_bytes/pack.rs"]
mod pack;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| pack::holds(bytes));
