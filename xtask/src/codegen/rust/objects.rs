//! Objects as structs.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{docs, ident, named, type_name};
use crate::codegen::ir::{Field, Object, Part};

pub(super) fn object(name: &Ident, object: &Object, here: &[String]) -> TokenStream {
    let fields = object.parts.iter().filter_map(|part| declared(part, here));
    let read = object.parts.iter().filter_map(read_before);
    let taken = object.parts.iter().filter_map(|part| taken(part, here));
    let written = object.parts.iter().map(written);
    let entry = object.event.as_deref().map(|event| entry(name, event));
    quote! {
        #[derive(Debug, Clone, PartialEq)]
        pub struct #name {
            #(#fields,)*
            /// The members that are not documented.
            pub extra: types::Extra,
        }

        #entry

        impl types::FromValue for #name {
            fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
                let mut fields = types::Fields::of(value)?;
                #(#read)*
                Ok(Self { #(#taken,)* extra: fields.extra() })
            }
        }

        impl serde::Serialize for #name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut members = types::Members::<S>::of(serializer)?;
                #(#written)*
                members.end(&self.extra)
            }
        }
    }
}

/// What the payload of an event has beside its members.
fn entry(name: &Ident, event: &str) -> TokenStream {
    quote! {
        impl #name {
            /// The name of the event: provider and event.
            pub const NAME: &'static str = #event;

            /// Reads the payload of this event.
            ///
            /// # Errors
            ///
            /// The text is malformed, or the first place that is not what it must be.
            pub fn from_slice(text: &[u8]) -> Result<Self, types::Error> {
                types::from_slice(text)
            }
        }
    }
}

fn declared(part: &Part, here: &[String]) -> Option<TokenStream> {
    match part {
        Part::Field(field) => {
            let declared = self::field(field, here);
            Some(declared)
        }
        Part::Choice { name, docs: text, path } => {
            let (docs, name, path) = (docs(text), ident(name), named(path, here));
            Some(quote!(#docs pub #name: #path))
        }
        Part::Fixed { .. } | Part::Null { .. } => None,
    }
}

fn field(field: &Field, here: &[String]) -> TokenStream {
    let declared = variant_field(field, here);
    let docs = docs(&field.docs);
    quote!(#docs pub #declared)
}

/// A field without documentation and visibility, as it stands in a variant.
pub(super) fn variant_field(field: &Field, here: &[String]) -> TokenStream {
    let (name, kind) = (ident(&field.name), type_name(&field.kind, here));
    if field.optional { quote!(#name: Option<#kind>) } else { quote!(#name: #kind) }
}

fn read_before(part: &Part) -> Option<TokenStream> {
    match part {
        Part::Fixed { member, value } => Some(quote!(fields.fixed(#member, #value)?;)),
        Part::Null { member } => Some(quote!(fields.required::<()>(#member)?;)),
        Part::Field(_) | Part::Choice { .. } => None,
    }
}

fn taken(part: &Part, here: &[String]) -> Option<TokenStream> {
    match part {
        Part::Field(field) => Some(take(field)),
        Part::Choice { name, path, .. } => {
            let (name, path) = (ident(name), named(path, here));
            Some(quote!(#name: #path::take(&mut fields)?))
        }
        Part::Fixed { .. } | Part::Null { .. } => None,
    }
}

/// Takes a field from the members that are read.
pub(super) fn take(field: &Field) -> TokenStream {
    let (name, member) = (ident(&field.name), &field.member);
    if field.optional { quote!(#name: fields.optional(#member)?) } else { quote!(#name: fields.required(#member)?) }
}

fn written(part: &Part) -> TokenStream {
    match part {
        Part::Fixed { member, value } => quote!(members.required(#member, #value)?;),
        Part::Null { member } => quote!(members.required(#member, &())?;),
        Part::Choice { name, .. } => {
            let name = ident(name);
            quote!(self.#name.write(&mut members)?;)
        }
        Part::Field(field) => {
            let (name, member) = (ident(&field.name), &field.member);
            if field.optional {
                quote!(members.optional(#member, self.#name.as_ref())?;)
            } else {
                quote!(members.required(#member, &self.#name)?;)
            }
        }
    }
}
