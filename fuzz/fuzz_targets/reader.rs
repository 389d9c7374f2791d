//! The JSON reader.

#![no_main]

#[path = "../../tests/suite/any_bytes/reader.rs"]
mod reader;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| reader::holds(bytes));
