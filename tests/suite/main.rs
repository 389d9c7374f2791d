//! The conformance suite, one binary: `cargo test --test suite`.

mod cases;
mod catalog;
mod command;
mod data;
mod formats;
mod new_provider;
mod profile;
mod projection;
mod properties;
mod reader;
mod readme;
mod recognition;
mod reports;
mod support;
mod transport;
