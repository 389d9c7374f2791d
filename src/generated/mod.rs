// Made by `cargo xtask codegen` from `schemas/`: change those, not this file.
//! The types of every payload, one module for each provider.

use crate::types;

pub mod codearts;
pub mod codeup;
pub mod deveo;
pub mod sourcecommit;
/// An event of any provider.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// An event of Huawei Cloud CodeArts.
    CodeArts(codearts::Event),
    /// An event of Alibaba Cloud DevOps Codeup.
    Codeup(codeup::Event),
    /// An event of Deveo.
    Deveo(deveo::Event),
    /// An event of NAVER Cloud SourceCommit.
    SourceCommit(sourcecommit::Event),
    /// An event that nothing documents.
    Unknown(types::Unknown),
}

impl Event {
    /// Recognises a delivery by its headers and its body, and reads it.
    ///
    /// # Errors
    ///
    /// The body is malformed, or not what its event must be. That nothing documents the event is no error.
    pub fn from_delivery(delivery: &crate::Delivery) -> Result<Self, types::Error> {
        types::from_delivery(delivery)
    }

    /// The name of the event, provider and event; what an undocumented one names itself, if it does.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::CodeArts(event) => event.name(),
            Self::Codeup(event) => event.name(),
            Self::Deveo(event) => event.name(),
            Self::SourceCommit(event) => event.name(),
            Self::Unknown(unknown) => unknown.name.as_deref(),
        }
    }
}

impl serde::Serialize for Event {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::CodeArts(event) => event.serialize(serializer),
            Self::Codeup(event) => event.serialize(serializer),
            Self::Deveo(event) => event.serialize(serializer),
            Self::SourceCommit(event) => event.serialize(serializer),
            Self::Unknown(unknown) => unknown.body.serialize(serializer),
        }
    }
}

impl types::Delivered for Event {
    const PROVIDER: Option<&'static str> = None;

    fn read(
        provider: &str,
        event: &str,
        body: crate::document::Value<'_>,
    ) -> Result<Option<Self>, types::Error> {
        Ok(
            match provider {
                "codearts" => {
                    codearts::Event::read(provider, event, body)?.map(Self::CodeArts)
                }
                "codeup" => codeup::Event::read(provider, event, body)?.map(Self::Codeup),
                "deveo" => deveo::Event::read(provider, event, body)?.map(Self::Deveo),
                "sourcecommit" => {
                    sourcecommit::Event::read(provider, event, body)?
                        .map(Self::SourceCommit)
                }
                _ => None,
            },
        )
    }

    fn unknown(unknown: types::Unknown) -> Self {
        Self::Unknown(unknown)
    }
}
