//! The conformance suite, one binary: `cargo test --test suite`.

mod accept;
mod any_bytes;
mod cases;
mod catalog;
mod command;
mod config;
#[cfg(unix)]
mod conformance;
mod data;
mod definition;
mod draft;
mod drift;
mod formats;
mod generated;
mod judges;
mod new_provider;
mod packs;
mod profile;
mod projection;
mod properties;
mod reader;
mod readme;
mod recognition;
mod reports;
mod support;
mod template;
mod transport;
mod types;
mod work;
