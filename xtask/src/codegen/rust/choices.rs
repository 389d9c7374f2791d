//! Choices as enumerations: each variant has the members that come with it.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{docs, ident, objects};
use crate::codegen::ir::{By, Choice, Selects, Variant};

pub(super) fn choice(name: &Ident, choice: &Choice, here: &[String]) -> TokenStream {
    let variants = choice.variants.iter().map(|variant| declared(variant, here));
    let take = match &choice.by {
        By::Value { member, kind } => by_value(member, &ident(kind), &choice.variants),
        By::Presence { member } => by_presence(member, &choice.variants),
    };
    let written = choice.variants.iter().map(written);
    let (methods, member) = match &choice.by {
        By::Value { member, kind } => {
            let member = quote!(members.required(#member, self.as_str())?;);
            (Some(methods(name, &ident(kind), &choice.variants)), Some(member))
        }
        By::Presence { .. } => (None, None),
    };
    quote! {
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
        }

        #methods

        impl #name {
            pub(super) fn take(fields: &mut types::Fields<'_>) -> Result<Self, types::Error> {
                #take
            }

            pub(super) fn write<S: serde::Serializer>(&self, members: &mut types::Members<S>) -> Result<(), S::Error> {
                #member
                match self {
                    #(#written)*
                }
                Ok(())
            }
        }
    }
}

fn declared(variant: &Variant, here: &[String]) -> TokenStream {
    let (name, docs) = (ident(&variant.name), docs(&variant.docs));
    let fields = variant.fields.iter().map(|field| {
        let (docs, field) = (self::docs(&field.docs), objects::variant_field(field, here));
        quote!(#docs #field)
    });
    match (&variant.selects, variant.fields.is_empty()) {
        (Selects::Other, true) => quote!(#docs #name(String)),
        (Selects::Other, false) => quote! {
            #docs
            #name {
                /// The value.
                text: String,
                #(#fields,)*
            }
        },
        (_, true) => quote!(#docs #name),
        (_, false) => quote!(#docs #name { #(#fields,)* }),
    }
}

fn by_value(member: &str, kind: &Ident, variants: &[Variant]) -> TokenStream {
    let arms = variants.iter().map(|variant| {
        let (name, fields) = (ident(&variant.name), variant.fields.iter().map(objects::take));
        match (&variant.selects, variant.fields.is_empty()) {
            (Selects::Other, true) => quote!(#kind::#name(text) => Self::#name(text)),
            (Selects::Other, false) => quote!(#kind::#name(text) => Self::#name { text, #(#fields),* }),
            (_, true) => quote!(#kind::#name => Self::#name),
            (_, false) => quote!(#kind::#name => Self::#name { #(#fields),* }),
        }
    });
    quote! {
        Ok(match fields.required(#member)? {
            #(#arms,)*
        })
    }
}

fn by_presence(member: &str, variants: &[Variant]) -> TokenStream {
    let made = |selects: &Selects| {
        let variant = variants.iter().find(|variant| variant.selects == *selects);
        variant.map(|variant| {
            let (name, fields) = (ident(&variant.name), variant.fields.iter().map(objects::take));
            if variant.fields.is_empty() { quote!(Self::#name) } else { quote!(Self::#name { #(#fields),* }) }
        })
    };
    let (present, absent) = (made(&Selects::Present), made(&Selects::Absent));
    quote! {
        if fields.has(#member) {
            Ok(#present)
        } else {
            Ok(#absent)
        }
    }
}

fn written(variant: &Variant) -> TokenStream {
    let name = ident(&variant.name);
    let names: Vec<Ident> = variant.fields.iter().map(|field| ident(&field.name)).collect();
    let written = variant.fields.iter().map(|field| {
        let (name, member) = (ident(&field.name), &field.member);
        if field.optional {
            quote!(members.optional(#member, #name.as_ref())?;)
        } else {
            quote!(members.required(#member, #name)?;)
        }
    });
    let body = quote!({ #(#written)* });
    match (&variant.selects, names.is_empty()) {
        (Selects::Other, true) => quote!(Self::#name(_) => {}),
        (Selects::Other, false) => quote!(Self::#name { #(#names,)* .. } => #body),
        (_, true) => quote!(Self::#name => {}),
        (_, false) => quote!(Self::#name { #(#names),* } => #body),
    }
}

fn methods(name: &Ident, kind: &Ident, variants: &[Variant]) -> TokenStream {
    let texts = variants.iter().map(|variant| {
        let name = ident(&variant.name);
        match (&variant.selects, variant.fields.is_empty()) {
            (Selects::Value(text), true) => quote!(Self::#name => #text),
            (Selects::Value(text), false) => quote!(Self::#name { .. } => #text),
            (_, true) => quote!(Self::#name(text) => text),
            (_, false) => quote!(Self::#name { text, .. } => text),
        }
    });
    let kinds = variants.iter().map(|variant| {
        let name = ident(&variant.name);
        match (&variant.selects, variant.fields.is_empty()) {
            (Selects::Value(_), true) => quote!(Self::#name => #kind::#name),
            (Selects::Value(_), false) => quote!(Self::#name { .. } => #kind::#name),
            (_, true) => quote!(Self::#name(text) => #kind::#name(text.clone())),
            (_, false) => quote!(Self::#name { text, .. } => #kind::#name(text.clone())),
        }
    });
    quote! {
        impl #name {
            /// The values that are documented.
            pub const DOCUMENTED: &'static [&'static str] = #kind::DOCUMENTED;

            /// The text of the value.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    #(#texts,)*
                }
            }

            /// The value alone.
            #[must_use]
            pub fn kind(&self) -> #kind {
                match self {
                    #(#kinds,)*
                }
            }
        }

        impl std::fmt::Display for #name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(self.as_str())
            }
        }
    }
}
