#![cfg_attr(all(feature = "check", feature = "types"), doc = include_str!("../README.md"))]
//!
//! # The library
//!
//! A payload flows from bytes to verdict through the modules in this order: a [`Delivery`] is read into a
//! [`document`], [`recognise`]d by the data of the [`catalog`], and judged by its event's [`schema`] into a [`report`].
//! It does no I/O, reads no clock and no environment, and fetches nothing.
//!
//! With the feature `types`, each event is a Rust type as well, made from its schema: see `Event` and `types`.

pub mod body;
pub mod delivery;
pub mod form;

pub mod document;

pub mod catalog;
pub mod errata;
pub mod lines;
pub mod provider;
pub mod recognise;
pub mod templates;

pub mod pointer;
pub mod schema;

#[cfg(feature = "check")]
mod accept;
#[cfg(feature = "check")]
pub mod drift;
#[cfg(feature = "check")]
mod judge;
pub mod report;
pub mod text;

#[cfg(feature = "types")]
#[rustfmt::skip]
#[allow(clippy::doc_markdown, reason = "headings of a document are written as they stand there")]
#[allow(clippy::large_enum_variant, reason = "an event is matched on as it stands, and seldom moved")]
#[allow(clippy::match_same_arms, reason = "each variant has its arm, as its members are written")]
mod generated;
#[cfg(feature = "types")]
pub mod types;

// The command lives here so that fuzzing reaches it; it is no part of what the library offers.
#[cfg(feature = "cli")]
#[doc(hidden)]
pub mod cli;
#[cfg(feature = "cli")]
extern crate self as hookproof;

#[cfg(feature = "fixtures")]
pub mod fixtures;
#[cfg(feature = "generate")]
pub mod generate;
#[cfg(feature = "http")]
pub mod http;
#[cfg(feature = "check")]
pub mod template;

pub use catalog::Catalog;
pub use delivery::Delivery;
#[cfg(feature = "types")]
pub use generated::*;
#[cfg(feature = "check")]
pub use judge::{Judge, check};
pub use report::{Finding, Report, Severity, Verdict};

/// The version of this library, and so of its schemas.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
