//! Proofs that a changed schema accepts exactly what the unchanged one accepts.

use jsonschema::{
    Draft, PatternOptions,
    canonical::{CanonicalSchema, Satisfiability, options},
};
use serde_json::Value;

/// Whether two schemas are proven to accept the same values: neither leaves anything of the other.
///
/// The algebra of `jsonschema` is experimental, which is why nothing but this file uses it here. What it cannot decide is
/// not proven.
pub(crate) fn equivalent(one: &Value, other: &Value) -> bool {
    let (Some(one), Some(other)) = (canonical(one), canonical(other)) else { return false };
    nothing_left(&one, &other) && nothing_left(&other, &one)
}

fn canonical(schema: &Value) -> Option<CanonicalSchema> {
    let options = options().with_draft(Draft::Draft202012).should_validate_formats(false);
    options.with_pattern_options(PatternOptions::regex()).canonicalize(schema).ok()
}

fn nothing_left(one: &CanonicalSchema, other: &CanonicalSchema) -> bool {
    one.subtract(other).is_ok_and(|left| left.satisfiability() == Satisfiability::No)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::equivalent;

    #[test]
    fn what_another_keyword_says_too_is_proven_redundant() {
        let listed = json!({"type": "string", "enum": ["a", "b"]});
        assert!(equivalent(&listed, &json!({"enum": ["b", "a"]})));
        assert!(equivalent(&listed, &json!({"type": ["string", "null"], "enum": ["a", "b"]})));
        let closed = json!({"type": "object", "properties": {"a": {"type": "null"}}, "required": ["a"]});
        assert!(equivalent(&closed, &json!({"allOf": [closed.clone(), {"required": ["a"]}]})));
    }

    #[test]
    fn what_makes_a_difference_is_not_proven() {
        let listed = json!({"type": "string", "enum": ["a", "b"]});
        for other in [json!({"type": "string"}), json!({"enum": ["a"]}), json!({"enum": ["a", "b", 1]}), json!(true)] {
            assert!(!equivalent(&listed, &other), "{other}");
        }
        let whole = json!({"type": "string", "pattern": "^[0-9]+$"});
        assert!(!equivalent(&whole, &json!({"type": "string", "pattern": "^[0-9]+"})));
    }
}
