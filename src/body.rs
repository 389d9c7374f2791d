//! The JSON text that a delivery's body carries: the body itself, or one field of a form.

use crate::{
    catalog::{Catalog, Known},
    delivery::Delivery,
    form::{Field, FormFault},
    recognise::Named,
};

/// The text of a body, and the way back to the bytes it came from.
#[derive(Debug)]
pub enum Text<'a> {
    /// The body is the text.
    Plain(&'a [u8]),
    /// A field of the form holds the text.
    Form(Field<'a>),
}

impl<'a> Text<'a> {
    /// The text of a delivery; `named` is what its headers and the caller say of it.
    ///
    /// # Errors
    ///
    /// Why a form holds no such text.
    pub fn of(catalog: &Catalog, delivery: &Delivery<'a>, named: Named) -> Result<Self, FormFault> {
        if !delivery.is_form() {
            return Ok(Self::Plain(delivery.body));
        }
        let named = named.provider.and_then(|entry| entry.provider.delivery.form_field.as_deref());
        let entries = catalog.entries.iter();
        let mut fields: Vec<&str> = entries.filter_map(|entry| entry.provider.delivery.form_field.as_deref()).collect();
        fields.sort_unstable();
        fields.dedup();
        Field::read(delivery.body, &named.map_or(fields, |field| vec![field])).map(Self::Form)
    }

    /// The bytes of the text.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        match self {
            Self::Plain(bytes) => bytes,
            Self::Form(field) => &field.text,
        }
    }
}

/// What is wrong with the size of an event's text, if its provider documents the largest.
#[must_use]
pub fn size_fault(known: Known, text: &[u8]) -> Option<String> {
    let limit = known.entry.provider.delivery.max_bytes?;
    (text.len() > limit).then(|| {
        let name = &known.entry.provider.name;
        format!("the payload has {} bytes, and {name} delivers at most {limit}", text.len())
    })
}
