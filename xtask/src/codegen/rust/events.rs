//! Events as enumerations: those of a group, of a provider and of all.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{Index, docs, ident, named};
use crate::codegen::ir::Case;

/// Events that share the first part of their name.
pub(super) fn group(name: &Ident, cases: &[Case], here: &[String]) -> TokenStream {
    let (variants, names) = (variants(cases, here), names(cases));
    let paths = cases.iter().map(|case| named(&case.path, here));
    quote! {
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
        }

        impl #name {
            /// The name of the event: provider and event.
            #[must_use]
            pub fn name(&self) -> &'static str {
                match self {
                    #(Self::#names(_) => #paths::NAME,)*
                }
            }
        }

        impl serde::Serialize for #name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    #(Self::#names(event) => event.serialize(serializer),)*
                }
            }
        }
    }
}

/// Every event of a provider.
pub(super) fn events(provider: &str, cases: &[Case], here: &[String]) -> TokenStream {
    let (variants, names) = (variants(cases, here), names(cases));
    let read = cases.iter().flat_map(|case| case.events.iter().map(move |event| (case, event))).map(|(case, event)| {
        let (name, path) = (ident(&case.name), named(&case.path, here));
        if case.is_group {
            let own = ident(&crate::codegen::names::camel(event.split_once('.').map_or("", |(_, own)| own)));
            quote!(#event => Self::#name(#path::#own(types::FromValue::from_value(body)?)))
        } else {
            quote!(#event => Self::#name(types::FromValue::from_value(body)?))
        }
    });
    let name_of = cases.iter().map(|case| {
        let (name, path) = (ident(&case.name), named(&case.path, here));
        if case.is_group {
            quote!(Self::#name(event) => Some(event.name()))
        } else {
            quote!(Self::#name(_) => Some(#path::NAME))
        }
    });
    let common = common(&names, &quote!(#(#name_of,)*));
    quote! {
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum Event {
            #(#variants,)*
            /// An event that nothing documents.
            Unknown(types::Unknown),
        }

        #common

        /// The provider's id.
        pub const PROVIDER: &str = #provider;

        impl types::Delivered for Event {
            const PROVIDER: Option<&'static str> = Some(PROVIDER);

            fn read(
                provider: &str,
                event: &str,
                body: crate::document::Value<'_>,
            ) -> Result<Option<Self>, types::Error> {
                if provider != PROVIDER {
                    return Ok(None);
                }
                Ok(Some(match event {
                    #(#read,)*
                    _ => return Ok(None),
                }))
            }

            fn unknown(unknown: types::Unknown) -> Self {
                Self::Unknown(unknown)
            }
        }
    }
}

/// The file that holds the providers together.
pub(super) fn index(modules: &[Index]) -> TokenStream {
    let declared = modules.iter().map(|module| {
        let name = ident(&module.module);
        quote!(pub mod #name;)
    });
    let variants = modules.iter().map(|module| {
        let docs = docs(&format!("An event of {}.", module.name));
        let (variant, name) = (ident(&module.variant), ident(&module.module));
        quote!(#docs #variant(#name::Event))
    });
    let names: Vec<Ident> = modules.iter().map(|module| ident(&module.variant)).collect();
    let read = modules.iter().map(|module| {
        let (variant, name, id) = (ident(&module.variant), ident(&module.module), &module.id);
        quote!(#id => #name::Event::read(provider, event, body)?.map(Self::#variant))
    });
    let common = common(&names, &quote!(#(Self::#names(event) => event.name(),)*));
    quote! {
        use crate::types;
        #(#declared)*

        /// An event of any provider.
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum Event {
            #(#variants,)*
            /// An event that nothing documents.
            Unknown(types::Unknown),
        }

        #common

        impl types::Delivered for Event {
            const PROVIDER: Option<&'static str> = None;

            fn read(
                provider: &str,
                event: &str,
                body: crate::document::Value<'_>,
            ) -> Result<Option<Self>, types::Error> {
                Ok(match provider {
                    #(#read,)*
                    _ => None,
                })
            }

            fn unknown(unknown: types::Unknown) -> Self {
                Self::Unknown(unknown)
            }
        }
    }
}

/// What every `Event` has.
fn common(names: &[Ident], name_of: &TokenStream) -> TokenStream {
    quote! {
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
                    #name_of
                    Self::Unknown(unknown) => unknown.name.as_deref(),
                }
            }
        }

        impl serde::Serialize for Event {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    #(Self::#names(event) => event.serialize(serializer),)*
                    Self::Unknown(unknown) => unknown.body.serialize(serializer),
                }
            }
        }
    }
}

fn variants(cases: &[Case], here: &[String]) -> Vec<TokenStream> {
    let variant = |case: &Case| {
        let (docs, name, path) = (docs(&case.docs), ident(&case.name), named(&case.path, here));
        quote!(#docs #name(#path))
    };
    cases.iter().map(variant).collect()
}

fn names(cases: &[Case]) -> Vec<Ident> {
    cases.iter().map(|case| ident(&case.name)).collect()
}
