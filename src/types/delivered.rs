//! From a delivery to its event: recognised as `check` recognises it, and read as its type.

use std::sync::LazyLock;

use super::Error;
use crate::{
    body::{Text, size_fault},
    catalog::Catalog,
    delivery::Delivery,
    document::{Document, Value},
    recognise::{named, recognise},
};

/// A delivery that no documented event claims.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Unknown {
    /// What its header or its body names the event, where one does.
    pub name: Option<String>,
    /// Why no documented event claims it, for people.
    pub reason: String,
    /// The body, as it came.
    pub body: serde_json::Value,
}

/// The events of a provider, or of all of them.
pub trait Delivered: Sized {
    /// The provider, if there is one alone.
    const PROVIDER: Option<&'static str>;

    /// Reads the body of a documented event; `None` if this is none of its events.
    ///
    /// # Errors
    ///
    /// The first place that is not what it must be.
    fn read(provider: &str, event: &str, body: Value<'_>) -> Result<Option<Self>, Error>;

    /// What stands for a delivery that no documented event claims.
    fn unknown(unknown: Unknown) -> Self;
}

/// Recognises a delivery by its headers and its body, and reads it.
///
/// # Errors
///
/// The body is malformed, or not what its event must be. That nothing documents the event is no error.
pub fn from_delivery<E: Delivered>(delivery: &Delivery) -> Result<E, Error> {
    let asked;
    let delivery = match E::PROVIDER {
        Some(provider) => {
            asked = Delivery { provider: Some(provider.to_owned()), ..delivery.clone() };
            &asked
        }
        None => delivery,
    };
    let catalog = catalog();
    let text = Text::of(catalog, delivery, named(catalog, delivery))
        .map_err(|fault| Error::unreadable(delivery.body, fault.offset, &fault.message))?;
    let text = text.bytes();
    let document = Document::read(text).map_err(|faults| Error::malformed(text, &faults))?;
    let known = match recognise(catalog, delivery, &document.root) {
        Ok(known) => known,
        Err(none) => {
            let body = serde_json::Value::from(&document.root);
            return Ok(E::unknown(Unknown { name: none.name, reason: none.reason.to_string(), body }));
        }
    };
    if let Some(message) = size_fault(known, text) {
        return Err(Error::unreadable(text, 0, &message));
    }
    let (provider, event) = (&known.entry.provider.id, &known.event.id);
    let read = E::read(provider, event, document.root).map_err(|error| error.at(text))?;
    // The types are made from the same catalog, so they know each of its events.
    Ok(read.unwrap_or_else(|| {
        let (name, reason) = (Some(event.clone()), format!("there is no type for {}", known.name()));
        E::unknown(Unknown { name, reason, body: serde_json::Value::Null })
    }))
}

/// The providers that are part of the library, read once.
fn catalog() -> &'static Catalog {
    static CATALOG: LazyLock<Catalog> =
        LazyLock::new(|| Catalog::embedded().unwrap_or_else(|problems| panic!("broken schemas: {}", problems[0])));
    &CATALOG
}
