//! Unions as enumerations of their forms.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{docs, ident, named};
use crate::codegen::ir::{Form, Union};

pub(super) fn union(name: &Ident, union: &Union, here: &[String]) -> TokenStream {
    let variants = union.forms.iter().map(|form| {
        let (docs, name, path) = (docs(&form.docs), ident(&form.name), named(&form.path, here));
        quote!(#docs #name(#path))
    });
    let written = union.forms.iter().map(|form| {
        let name = ident(&form.name);
        quote!(Self::#name(form) => form.serialize(serializer))
    });
    let member = &union.member;
    let values = union.forms.iter().flat_map(|form| &form.values);
    let selected = union.forms.iter().filter(|form| !form.values.is_empty());
    let selected: Vec<TokenStream> = selected.map(|form| arm(form, here)).collect();
    let without = union.forms.iter().find(|form| form.values.is_empty()).map(|form| read(form, here));
    let otherwise = without.unwrap_or_else(|| quote!(Err(types::Error::missing(#member, value.start))));
    quote! {
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
        }

        impl types::FromValue for #name {
            fn from_value(value: crate::document::Value<'_>) -> Result<Self, types::Error> {
                match types::select(&value, #member, &[#(#values),*])? {
                    #(#selected)*
                    _ => #otherwise,
                }
            }
        }

        impl serde::Serialize for #name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    #(#written,)*
                }
            }
        }
    }
}

fn arm(form: &Form, here: &[String]) -> TokenStream {
    let values = form.values.iter().map(|value| quote!(Some(#value)));
    let read = read(form, here);
    quote!(#(#values)|* => #read,)
}

fn read(form: &Form, here: &[String]) -> TokenStream {
    let (name, path) = (ident(&form.name), named(&form.path, here));
    quote!(#path::from_value(value).map(Self::#name))
}
