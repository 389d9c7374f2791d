//! Lists of values as enumerations.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::ident;
use crate::codegen::ir::Value;

pub(super) fn values(name: &Ident, values: &[Value], open: bool) -> TokenStream {
    let texts = values.iter().map(|value| &value.text);
    let docs = values
        .iter()
        .map(|value| if value.text.is_empty() { " Empty.".to_owned() } else { format!(" `{}`", value.text) });
    let names: Vec<Ident> = values.iter().map(|value| ident(&value.name)).collect();
    let other = open.then(|| {
        quote! {
            /// A value that is not documented.
            Other(String),
        }
    });
    let list = if open { quote!(types::open_values!) } else { quote!(types::closed_values!) };
    let copy = (!open).then(|| quote!(Copy,));
    quote! {
        #[derive(Debug, Clone, #copy PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum #name {
            #(#[doc = #docs] #names,)*
            #other
        }

        #list(#name, #(#names = #texts),*);
    }
}
