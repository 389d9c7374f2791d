//! A whole delivery, from bytes to verdict and to type.

#![no_main]

#[path = "../../tests/suite/any_bytes/delivery.rs"]
mod delivery;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| delivery::holds(bytes));
