//! The places of a payload that a pointer leads to, and what the conditions above say about them.

use hookproof::schema::{Condition, Consequence, Model, Node, Shape, Tie, words};

/// A place in a payload: what stands there, and what the conditions above say about it.
pub(super) struct Place<'m> {
    /// What is declared there.
    pub(super) node: &'m Node,
    /// How it is to be there, in words.
    pub(super) presence: String,
    /// What conditions say about it, and the rules that they state.
    pub(super) conditions: Vec<(String, Option<&'m str>)>,
}

/// Collects the places that tokens lead to; in a union, one for each form that has the member.
pub(super) fn find<'m>(
    model: &'m Model,
    node: &'m Node,
    tokens: &[String],
    presence: String,
    conditions: &mut Vec<(String, Option<&'m str>)>,
    places: &mut Vec<Place<'m>>,
) {
    let Some((token, rest)) = tokens.split_first() else {
        places.push(Place { node, presence, conditions: conditions.clone() });
        return;
    };
    match &model.resolved(node).shape {
        Shape::Object(object) => {
            let Some(member) = object.members.iter().find(|member| member.name == *token) else { return };
            if matches!(member.node.shape, Shape::Selected) {
                return;
            }
            let before = conditions.len();
            for condition in &object.conditions {
                conditions.extend(sentences(condition, tokens));
            }
            let presence = if member.required { "always there" } else { "not always there" };
            find(model, &member.node, rest, presence.to_owned(), conditions, places);
            conditions.truncate(before);
        }
        Shape::Array(array) if token == "*" || token.parse::<usize>().is_ok() => {
            find(model, &array.items, rest, "an item".to_owned(), conditions, places);
        }
        Shape::Union(union) if union.discriminator.name == *token => {
            let presence = if union.discriminator.required { "always there" } else { "not always there" };
            find(model, &union.discriminator.node, rest, format!("{presence}, selects the form"), conditions, places);
        }
        Shape::Union(union) => {
            for form in &union.forms {
                let first = places.len();
                find(model, model.definition(&form.target), tokens, String::new(), conditions, places);
                for place in &mut places[first..] {
                    place.presence.push_str(&words::selected(union, form));
                }
            }
        }
        _ => {}
    }
}

/// What a condition says about the place that the tokens lead to.
fn sentences<'m>(condition: &'m Condition, tokens: &[String]) -> Vec<(String, Option<&'m str>)> {
    let mut found = Vec::new();
    for (side, consequence) in [(words::Side::Then, &condition.then), (words::Side::Otherwise, &condition.otherwise)] {
        let when = words::when(condition, side);
        found.extend(
            said(consequence, tokens).into_iter().map(|said| (format!("{said}{when}"), condition.rule.as_deref())),
        );
    }
    found
}

fn said(consequence: &Consequence, tokens: &[String]) -> Vec<String> {
    let Some((name, rest)) = tokens.split_first() else { return Vec::new() };
    let mut said = Vec::new();
    if rest.is_empty() && consequence.required.contains(name) {
        said.push("must be there".to_owned());
    }
    if rest.is_empty() && consequence.forbidden.contains(name) {
        said.push("must not be there".to_owned());
    }
    let below = consequence.ties.iter().find(|(tied, _)| tied == name);
    if let Some((_, tie)) = below {
        said.extend(tied(tie, rest));
    }
    said
}

fn tied(tie: &Tie, tokens: &[String]) -> Vec<String> {
    if let Some((name, rest)) = tokens.split_first() {
        let required = rest.is_empty() && tie.required.contains(name);
        let below = tie.members.iter().find(|(member, _)| member == name).map(|(_, below)| tied(below, rest));
        return required.then(|| "must be there".to_owned()).into_iter().chain(below.unwrap_or_default()).collect();
    }
    let values = tie.values.iter().map(|values| format!("must be {}", words::one_of(values)));
    let pattern = tie.pattern.iter().map(|pattern| format!("must be {}", pattern.expected));
    let not = tie.not.iter().map(|value| format!("must not be `{value}`"));
    values.chain(pattern).chain(not).collect()
}
