//! The decoder of forms.

#![no_main]

#[path = "../../tests/suite/any_bytes/form.rs"]
mod form;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| form::holds(bytes));
