//! Which keywords an extension is about, and whether it can relax them.

use super::{Allowed, What, widen::Widening};
use crate::{
    pointer::Pointer,
    schema::{Constraint, Demand, Model, Place, Violation, constraints},
};

/// What an extension stands on.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'g> {
    /// The schemas without any extension.
    pub documented: &'g Model,
    /// The schema file of the event.
    pub file: &'g str,
    /// The pointers to the members that recognise the payload.
    pub discriminators: &'g [Pointer],
}

/// Allows what the entries of an extension say, and returns why some of them cannot be: nothing demands the contrary, or a
/// consumer built from the document would break on it.
#[must_use]
pub fn widen(model: &mut Model, ground: Ground, allowed: &[Allowed]) -> Vec<Violation> {
    let of = |model: &Model, allowed: &[Allowed]| -> Vec<Vec<Keyword>> {
        let root = model.root(ground.file);
        let constraints = root.map(|root| constraints(model, root, ground.discriminators)).unwrap_or_default();
        allowed.iter().map(|allowed| about(&constraints, allowed)).collect()
    };
    // What is not documented can be what another pack has added.
    let (documented, before) = (of(ground.documented, allowed), of(model, allowed));
    let mut violations = Vec::new();
    for ((allowed, documented), before) in allowed.iter().zip(documented).zip(before) {
        let mut keywords = if documented.is_empty() { before } else { documented };
        let was_there = !keywords.is_empty();
        if !was_there {
            // Or what another entry has added.
            keywords = of(model, std::slice::from_ref(allowed)).concat();
        }
        match relaxed(model, ground, &keywords, allowed) {
            // An entry before it has allowed more.
            Err(_) if was_there && of(model, std::slice::from_ref(allowed)).concat().is_empty() => {}
            Err(message) => violations.push(Violation {
                file: allowed.place.file.clone(),
                pointer: allowed.place.pointer.clone(),
                at: Some(allowed.at),
                message,
            }),
            Ok(()) => {}
        }
    }
    violations
}

fn relaxed(model: &mut Model, ground: Ground, keywords: &[Keyword], allowed: &Allowed) -> Result<(), String> {
    let (pointer, rule) = (&allowed.pointer, &allowed.rule);
    if keywords.is_empty() {
        return Err(format!(
            "no schema states `{rule}` for `{pointer}`: rule, pointer and schema are those of a finding"
        ));
    }
    for Keyword { path, place, open, limit: narrow } in keywords {
        if *open {
            return Err(format!(
                "a pack cannot allow this: a consumer built from the document breaks where `{rule}` fails at `{pointer}`"
            ));
        }
        if let (What::Limit(limit), Some(narrow)) = (&allowed.what, *narrow)
            && (if rule.starts_with("min") { *limit >= narrow } else { *limit <= narrow })
        {
            return Err(format!("{limit} is allowed already: the `{rule}` there is {narrow}"));
        }
        let root = model.files.get_mut(ground.file).and_then(|file| file.root.take());
        let mut widening = Widening { model, file: ground.file, keyword: place, allowed, done: false };
        let root = root.map(|mut root| {
            widening.node(&mut root, path.tokens());
            root
        });
        let done = widening.done;
        if let Some(file) = model.files.get_mut(ground.file) {
            file.root = root;
        }
        if !done {
            return Err(format!("`{pointer}` cannot be allowed: it is documented, or tells payloads apart"));
        }
    }
    Ok(())
}

/// A keyword that an entry is about.
#[derive(Clone)]
struct Keyword {
    path: Pointer,
    place: Place,
    open: bool,
    limit: Option<i64>,
}

fn about(constraints: &[Constraint], allowed: &Allowed) -> Vec<Keyword> {
    let mut found: Vec<Keyword> = Vec::new();
    for constraint in constraints.iter().filter(|constraint| allowed.is_about(constraint)) {
        let Constraint { path, keyword: place, open, demand, .. } = constraint;
        if found.iter().all(|known| known.path != *path || known.place != *place) {
            found.push(Keyword { path: path.clone(), place: place.clone(), open: *open, limit: limit(demand) });
        }
    }
    found
}

fn limit(demand: &Demand) -> Option<i64> {
    match demand {
        Demand::Minimum(limit) | Demand::Maximum(limit) => Some(*limit),
        Demand::MinLength(count) | Demand::MaxLength(count) | Demand::MinItems(count) | Demand::MaxItems(count) => {
            Some(i64::try_from(*count).unwrap_or(i64::MAX))
        }
        _ => None,
    }
}

impl Allowed {
    /// Whether it is about this constraint.
    #[must_use]
    pub fn is_about(&self, constraint: &Constraint) -> bool {
        let rule = match constraint.demand {
            // A pack that adds to a `const` makes an `enum` of it.
            Demand::Values(_) if self.rule == "const" => "const",
            Demand::Values(_) => "enum",
            demand => demand.rule(),
        };
        if self.rule != rule || self.schema.as_ref().is_some_and(|schema| *schema != constraint.keyword) {
            return false;
        }
        let path = constraint.path.tokens();
        match (self.pointer.tokens().split_last(), &constraint.demand, &self.what) {
            (_, Demand::Closed(_), What::Anything) => self.pointer.tokens() == path,
            (above, Demand::Closed(_), _) => above.is_some_and(|(_, above)| above == path),
            (above, Demand::Forbidden(name), _) => above.is_some_and(|(last, above)| above == path && last == name),
            (_, Demand::Required(name), _) => self.pointer.tokens() == path && self.member.as_deref() == Some(*name),
            _ => self.pointer.tokens() == path,
        }
    }
}
