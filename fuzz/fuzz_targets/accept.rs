//! The pass that accepts, beside the judge that explains.

#![no_main]

#[path = "../../tests/suite/any_bytes/accept.rs"]
mod accept;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| accept::holds(bytes));
