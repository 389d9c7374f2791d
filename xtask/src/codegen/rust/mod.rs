//! Rust of what was lowered: one file for each provider, and the one that holds them together.

mod choices;
mod events;
mod objects;
mod unions;
mod values;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::{
    ir::{Item, Kind, Module, Type},
    names,
};

/// Columns that a line of documentation has at most.
const WIDTH: usize = 100;

/// The text of a provider's file.
pub(crate) fn file(module: &Module) -> syn::Result<String> {
    formatted(&module.docs, content(module, &[]))
}

/// The text of the file that holds the providers together.
pub(crate) fn index(modules: &[Index]) -> syn::Result<String> {
    formatted("The types of every payload, one module for each provider.", events::index(modules))
}

/// A provider as the file that holds them together names it.
pub(crate) struct Index {
    /// Its id, as recognition has it.
    pub(crate) id: String,
    /// Its module.
    pub(crate) module: String,
    /// Its variant among the events of all.
    pub(crate) variant: String,
    /// Its name for people.
    pub(crate) name: String,
}

fn formatted(docs: &str, content: TokenStream) -> syn::Result<String> {
    let file: syn::File = syn::parse2(content)?;
    let docs = format!("//!{}", wrapped(docs).join("\n//!"));
    Ok(format!("{}\n{docs}\n\n{}", super::HEADER, spaced(&prettyplease::unparse(&file))))
}

/// The text with a blank line between items, which `prettyplease` does not write.
fn spaced(text: &str) -> String {
    const ITEMS: [&str; 9] = ["///", "#[", "pub ", "pub(", "impl ", "fn ", "const ", "types::", "use "];
    let indent = |line: &str| line.len() - line.trim_start().len();
    let mut spaced = String::new();
    let mut above = "";
    for line in text.lines() {
        let ends = above.trim() == "}" || above.ends_with(';') && !above.trim_start().starts_with("pub mod");
        let begins = ITEMS.iter().any(|item| line.trim_start().starts_with(item));
        if ends && begins && indent(above) == indent(line) {
            spaced.push('\n');
        }
        spaced.push_str(line);
        spaced.push('\n');
        above = line;
    }
    spaced
}

/// What is inside of a module; `here` is its path from the provider's module on.
fn content(module: &Module, here: &[String]) -> TokenStream {
    let items = module.items.iter().map(|item| self::item(item, here));
    let readable = module.items.iter().filter(|item| matches!(item.kind, Kind::Object(_) | Kind::Union(_)));
    let readable: Vec<Ident> = readable.map(|item| ident(&item.name)).collect();
    let readable = (!readable.is_empty()).then(|| quote!(types::deserialize!(#(#readable),*);));
    let modules = module.modules.iter().map(|below| {
        let owner = module.items.iter().find(|item| names::snake(&item.name) == below.name);
        let inside = owner.map(|owner| format!("What is inside of [`{}`].", owner.name));
        let docs = docs(inside.as_ref().filter(|_| below.docs.is_empty()).unwrap_or(&below.docs));
        let name = ident(&below.name);
        let content = content(below, &[here, std::slice::from_ref(&below.name)].concat());
        quote! { #docs pub mod #name { #content } }
    });
    quote! {
        use crate::types;
        #(#items)*
        #readable
        #(#modules)*
    }
}

fn item(item: &Item, here: &[String]) -> TokenStream {
    let (name, docs) = (ident(&item.name), docs(&item.docs));
    let content = match &item.kind {
        Kind::Object(object) => objects::object(&name, object, here),
        Kind::Values { values, open } => values::values(&name, values, *open),
        Kind::Union(union) => unions::union(&name, union, here),
        Kind::Choice(choice) => choices::choice(&name, choice, here),
        Kind::Group(cases) => events::group(&name, cases, here),
        Kind::Events { provider, cases } => events::events(provider, cases, here),
    };
    quote! { #docs #content }
}

fn ident(name: &str) -> Ident {
    match name.strip_prefix("r#") {
        Some(keyword) => Ident::new_raw(keyword, Span::call_site()),
        None => Ident::new(name, Span::call_site()),
    }
}

/// A type as it is named in a module.
fn type_name(kind: &Type, here: &[String]) -> TokenStream {
    match kind {
        Type::Any => quote!(serde_json::Value),
        Type::Null => quote!(()),
        Type::Boolean => quote!(bool),
        Type::Integer => quote!(i64),
        Type::Number => quote!(serde_json::Number),
        Type::Text => quote!(String),
        Type::Revision => quote!(types::Revision),
        Type::RefName => quote!(types::RefName),
        Type::Time => quote!(types::Time),
        Type::List(items) => {
            let items = type_name(items, here);
            quote!(Vec<#items>)
        }
        Type::Nullable(value) => {
            let value = type_name(value, here);
            quote!(types::Nullable<#value>)
        }
        Type::Named(path) => named(path, here),
    }
}

/// The way from a module to a type.
fn named(path: &[String], here: &[String]) -> TokenStream {
    let shared = path.iter().zip(here).take_while(|(a, b)| a == b).count();
    let up = here[shared..].iter().map(|_| quote!(super::));
    let down = path[shared..].iter().map(|name| ident(name));
    quote!(#(#up)* #(#down)::*)
}

/// Documentation as attributes.
fn docs(text: &str) -> TokenStream {
    let lines = if text.is_empty() { Vec::new() } else { wrapped(text) };
    quote!(#(#[doc = #lines])*)
}

/// The lines of a text, each with the blank before it.
fn wrapped(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        for word in paragraph.split(' ') {
            if line.chars().count() + word.chars().count() + 1 > WIDTH {
                lines.push(std::mem::take(&mut line));
            }
            if !word.is_empty() {
                line.push(' ');
                line.push_str(word);
            }
        }
        lines.push(line);
    }
    lines
}
