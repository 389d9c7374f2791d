//! What no case of one fault can break and no valid case can show, since another keyword of the event comes before it.

use hookproof::{
    pointer::Pointer,
    schema::{Constraint, Demand, Scalar, Shape, Values},
};

use super::{
    goals::{Freedom, Goal},
    way::Way,
};

/// What the rules that hold in every payload of an event leave of its schema.
#[derive(Debug, Default)]
pub(super) struct Reach<'m> {
    /// The only values at a place.
    values: Vec<(Pointer, &'m Values)>,
    /// Members that an object always has.
    required: Vec<(Pointer, &'m str)>,
    /// The forms that are therefore never selected, with the place of their union.
    forms: Vec<(Pointer, &'m str)>,
}

impl<'m> Reach<'m> {
    /// Computes it from every constraint of the event.
    pub(super) fn of(constraints: &[Constraint<'m>]) -> Self {
        let mut reach = Self::default();
        for constraint in constraints.iter().filter(|constraint| always_holds(constraint)) {
            match constraint.demand {
                Demand::Values(values) => reach.values.push((constraint.path.clone(), values)),
                Demand::Required(name) => reach.required.push((constraint.path.clone(), name)),
                _ => {}
            }
        }
        for constraint in constraints {
            let Demand::Type(node) = constraint.demand else { continue };
            let Shape::Union(union) = &node.shape else { continue };
            let name = union.discriminator.name.as_str();
            let key = constraint.path.clone().join(name);
            for form in &union.forms {
                let forbids = |value: &String| reach.forbids(&key, &Scalar::Text(value.clone()));
                let never = if form.values.is_empty() {
                    reach.requires(&constraint.path, name)
                } else {
                    form.values.iter().all(forbids)
                };
                if never {
                    reach.forms.push((constraint.path.clone(), &form.target.name));
                }
            }
        }
        reach
    }

    /// Why no case of one fault breaks a constraint; `others` are all constraints of the event.
    pub(super) fn of_constraint(&self, constraint: &Constraint, others: &[Constraint]) -> Option<String> {
        // The open schema ties no values to each other, so what it demands is broken beside the tie.
        let shut_out = if constraint.open { None } else { self.never_selected(&Way::of(constraint)) };
        shut_out.or_else(|| {
            let limits = ["pattern", "minimum", "maximum", "minLength", "maxLength"];
            let above = |constraint: &Constraint| constraint.keyword.pointer.above(1);
            let is_listed = |other: &Constraint| {
                matches!(other.demand, Demand::Values(_))
                    && other.path == constraint.path
                    && other.keyword.file == constraint.keyword.file
                    && above(other) == above(constraint)
            };
            (limits.contains(&constraint.demand.rule()) && others.iter().any(is_listed))
                .then(|| "what breaks it is none of the values beside it, which is reported".to_owned())
        })
    }

    /// Why no valid case makes use of a freedom.
    pub(super) fn of_goal(&self, goal: &Goal) -> Option<String> {
        let path = &goal.way.path;
        let shut = match &goal.freedom {
            Freedom::Value(value) => self.forbids(path, value),
            Freedom::Without(name) => self.requires(path, name),
            Freedom::Form(form) => return self.never_selected(&goal.way.through(form)),
            _ => false,
        };
        if shut {
            return Some("a rule of the event forbids it".to_owned());
        }
        self.never_selected(&goal.way)
    }

    fn never_selected(&self, way: &Way) -> Option<String> {
        let on_the_way =
            |(path, form): &&(Pointer, &str)| way.path.is_within(path) && way.forms.iter().any(|name| name == form);
        let (_, form) = self.forms.iter().find(on_the_way)?;
        Some(format!("a rule of the event forbids the form `{form}`"))
    }

    fn forbids(&self, path: &Pointer, value: &Scalar) -> bool {
        self.values.iter().any(|(place, values)| place == path && !values.list.contains(value))
    }

    fn requires(&self, path: &Pointer, member: &str) -> bool {
        self.required.iter().any(|(place, name)| place == path && *name == member)
    }
}

/// Whether it is a rule without an `if`.
fn always_holds(constraint: &Constraint) -> bool {
    constraint.condition.as_ref().is_some_and(|under| under.condition.test.is_none())
}
