//! Texts: those of a known form, lists of values, and all others.

use hookproof::schema::{Node, Pattern, Scalar, Text, Values};

use super::{Lowering, Refused, Scope};
use crate::codegen::{
    ir::{Kind, Type, Value},
    names,
};

impl<'m> Lowering<'m> {
    pub(super) fn text(&mut self, node: &'m Node, text: &'m Text, name: &str, scope: &Scope) -> Result<Type, Refused> {
        if let Some(values) = &text.values {
            let hashes = values.list.iter().all(|value| is_hash(&value.to_string()));
            let open = self.key_values(node).is_none();
            return if hashes && open { Ok(Type::Revision) } else { self.values(node, values, open, name, scope) };
        }
        let is_date = |pattern: &Pattern| pattern.regex.starts_with("^([0-9]{4}-");
        Ok(match &text.pattern {
            Some(pattern) if pattern.regex == "^[0-9a-f]{40}$" => Type::Revision,
            Some(pattern) if is_ref(pattern) => Type::RefName,
            Some(pattern) if text.format.as_deref() == Some("date-time") || is_date(pattern) => Type::Time,
            _ => Type::Text,
        })
    }

    fn values(
        &mut self,
        node: &'m Node,
        values: &Values,
        open: bool,
        name: &str,
        scope: &Scope,
    ) -> Result<Type, Refused> {
        let values = self.named_values(node, values, open)?;
        Ok(Type::Named(self.add(node, name, scope, Kind::Values { values, open })?))
    }

    /// The values of a text with a name for each.
    pub(super) fn named_values(&self, node: &Node, values: &Values, open: bool) -> Result<Vec<Value>, Refused> {
        let texts: Vec<String> = values.list.iter().map(Scalar::to_string).collect();
        let mut named: Vec<Value> = Vec::new();
        for (text, name) in texts.iter().zip(names::of_values(&texts)) {
            let taken = (open && name == "Other") || named.iter().any(|other| other.name == name);
            if taken || !names::is_name(&name) {
                return Err(self.refused(node, &format!("no name of its own can be made of the value \"{text}\"")));
            }
            named.push(Value { name, text: text.clone() });
        }
        Ok(named)
    }
}

pub(super) fn is_ref(pattern: &Pattern) -> bool {
    pattern.regex.starts_with("^refs/")
}

fn is_hash(text: &str) -> bool {
    text.len() == 40 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}
