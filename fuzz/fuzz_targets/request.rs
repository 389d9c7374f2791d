//! The reader of recorded requests.

#![no_main]

#[path = "../../tests/suite/any_bytes/request.rs"]
mod request;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| request::holds(bytes));
