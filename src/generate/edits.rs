//! The changes that break a constraint.

use serde_json::{Map, Value, json};

use super::{
    broken::first_items,
    choices::Choices,
    texts::Form,
    values::{MOST_ITEMS, Maker},
    wish::Wish,
};
use crate::{
    pointer::Pointer,
    schema::{Constraint, Demand, Node, Object, Scalar, Shape},
};

/// A payload that was valid, changed at one place so that it breaks a constraint; it may break others as well.
pub(super) fn edited<'m>(
    maker: &Maker<'m>,
    root: &'m Node,
    constraint: &'m Constraint<'m>,
    mut payload: Value,
    choices: Choices,
) -> Option<Value> {
    let is_tie = constraint.condition.as_ref().is_some_and(|under| under.path != constraint.path);
    if is_tie && let Some(edited) = remade(maker, root, constraint, &payload, choices) {
        return Some(edited);
    }
    let place = payload.pointer_mut(&first_items(&constraint.path).to_string())?;
    let node = node_at(maker, root, constraint);
    match (constraint.demand, place) {
        (Demand::Required(name), Value::Object(members)) => drop(members.shift_remove(name)?),
        (Demand::Closed(object), Value::Object(members)) => {
            let name = undocumented(object, members, choices.part(0));
            members.insert(name, any_kind(choices.part(1)));
        }
        (Demand::Forbidden(name), Value::Object(members)) => {
            let value = forbidden(maker, constraint, name)
                .and_then(|node| maker.value(node, &Wish::default(), choices.part(0)));
            members.insert(name.to_owned(), value?);
        }
        (Demand::Type(node), place) => *place = other_type(node, choices.part(0))?,
        (Demand::Values(values), place) => *place = other_value(&values.list, choices.part(0))?,
        (Demand::Not(value), place) => *place = Value::from(value),
        (Demand::Pattern(pattern), place) => *place = other_text(maker, node?, &pattern.regex, choices.part(0))?,
        (Demand::Minimum(limit), place) => *place = Value::from(beyond(limit, -1, choices.part(0))?),
        (Demand::Maximum(limit), place) => *place = Value::from(beyond(limit, 1, choices.part(0))?),
        (Demand::MinLength(limit), place) => {
            *place = text_of(maker, node?, (0, limit.checked_sub(1)?), choices.part(0))?;
        }
        (Demand::MaxLength(limit), place) => {
            *place = text_of(maker, node?, (limit.checked_add(1)?, limit.saturating_add(9)), choices.part(0))?;
        }
        (Demand::MinItems(limit), Value::Array(items)) => items.truncate(usize::try_from(limit.checked_sub(1)?).ok()?),
        (Demand::MaxItems(limit), Value::Array(items)) => {
            let Shape::Array(array) = &node?.shape else { return None };
            let length = usize::try_from(limit.checked_add(1)?).ok().filter(|length| *length <= MOST_ITEMS)?;
            for index in items.len()..length {
                items.push(maker.nested(&array.items, &Wish::default(), 1, choices.part(index))?);
            }
        }
        (Demand::Unique, Value::Array(items)) => items.push(items.first()?.clone()),
        _ => return None,
    }
    Some(payload)
}

/// The payload with another value at the place of a tie, or with all of what is around it made anew: its schema allows
/// that, and only the tie does not.
fn remade<'m>(
    maker: &Maker<'m>,
    root: &'m Node,
    constraint: &'m Constraint<'m>,
    payload: &Value,
    choices: Choices,
) -> Option<Value> {
    let wish = match constraint.demand {
        Demand::Values(values) => Wish::none_of(values.list.iter().collect()),
        Demand::Not(value) => Wish::one_of(vec![value]),
        Demand::Pattern(pattern) => Wish { not_patterns: vec![&pattern.regex], ..Wish::there() },
        Demand::Required(name) => Wish::member(name, Wish::missing()),
        _ => return None,
    };
    let around = constraint.condition.as_ref()?.path.tokens().len() + 1;
    let tokens = constraint.path.tokens();
    let levels = choices.index(0, tokens.len() + 1 - around);
    let (above, below) = tokens.split_at(tokens.len() - levels);
    let node = step_down(maker, root, above)?;
    let value = maker.value(node, &wish.above(below), choices.part(1))?;
    let mut payload = payload.clone();
    *payload.pointer_mut(&first_items(&Pointer::root().join_all(above)).to_string())? = value;
    Some(payload)
}

fn node_at<'m>(maker: &Maker<'m>, root: &'m Node, constraint: &Constraint) -> Option<&'m Node> {
    step_down(maker, root, constraint.path.tokens())
}

/// The node that names lead to, through the first form that knows the next name.
fn step_down<'m>(maker: &Maker<'m>, node: &'m Node, names: &[String]) -> Option<&'m Node> {
    let node = maker.model.resolved(node);
    let Some((name, rest)) = names.split_first() else { return Some(node) };
    let in_object = |object: &'m Object| {
        let member = object.members.iter().find(|member| member.name == *name)?;
        step_down(maker, &member.node, rest)
    };
    match &node.shape {
        Shape::Array(array) if name == "*" => step_down(maker, &array.items, rest),
        Shape::Object(object) => in_object(object),
        Shape::Union(union) if union.discriminator.name == *name => step_down(maker, &union.discriminator.node, rest),
        Shape::Union(union) => union.forms.iter().find_map(|form| match &maker.model.definition(&form.target).shape {
            Shape::Object(object) => in_object(object),
            _ => None,
        }),
        _ => None,
    }
}

/// What documents a member that must not be there: its object, or another form of the union.
fn forbidden<'m>(maker: &Maker<'m>, constraint: &Constraint<'m>, name: &str) -> Option<&'m Node> {
    let documented = |object: &'m Object| object.members.iter().find(|member| member.name == name);
    let member = match &constraint.condition {
        Some(under) => documented(under.object),
        None => constraint.forms.last()?.union.forms.iter().find_map(|form| {
            match &maker.model.definition(&form.target).shape {
                Shape::Object(object) => documented(object),
                _ => None,
            }
        }),
    };
    member.map(|member| &member.node)
}

/// A name that no member has.
fn undocumented(object: &Object, members: &Map<String, Value>, choices: Choices) -> String {
    let first = object.members.first().map_or("", |member| member.name.as_str());
    let names =
        ["x_undocumented".to_owned(), first.to_uppercase(), format!("{first} "), String::new(), "__proto__".to_owned()];
    let fresh =
        |name: &&String| !members.contains_key(*name) && object.members.iter().all(|member| member.name != **name);
    let fresh: Vec<&String> = names.iter().filter(fresh).collect();
    fresh.get(choices.index(0, fresh.len())).map_or_else(|| "x_undocumented".to_owned(), |name| (*name).clone())
}

/// A value of any kind.
fn any_kind(choices: Choices) -> Value {
    let kinds = [json!(null), json!(true), json!(5), json!(0.5), json!("text"), json!([]), json!({})];
    kinds[choices.index(0, kinds.len())].clone()
}

/// A value of a kind that the node does not have.
fn other_type(node: &Node, choices: Choices) -> Option<Value> {
    let mut kinds = vec![json!(null), json!(true), json!(5), json!(0.5), json!("text"), json!([]), json!({})];
    kinds.retain(|value| match (&node.shape, value) {
        (_, Value::Null) => !node.nullable && !matches!(node.shape, Shape::Null),
        (Shape::Boolean, Value::Bool(_))
        | (Shape::Number, Value::Number(_))
        | (Shape::Text(_), Value::String(_))
        | (Shape::Array(_), Value::Array(_))
        | (Shape::Object(_) | Shape::Union(_), Value::Object(_)) => false,
        (Shape::Integer(_), Value::Number(number)) => !number.is_i64(),
        _ => true,
    });
    kinds.get(choices.index(0, kinds.len())).cloned()
}

/// A value of the same kind that is none of these.
fn other_value(values: &[Scalar], choices: Choices) -> Option<Value> {
    let others: Vec<Scalar> = match values.first()? {
        Scalar::Boolean(_) => vec![Scalar::Boolean(true), Scalar::Boolean(false)],
        Scalar::Integer(first) => [0, -1, first.wrapping_add(1), first.wrapping_mul(2)].map(Scalar::Integer).to_vec(),
        Scalar::Text(first) => {
            let spaced = format!("{first} ");
            let texts = ["undocumented".to_owned(), first.to_uppercase(), first.to_lowercase(), spaced, String::new()];
            texts.map(Scalar::Text).to_vec()
        }
    };
    let others: Vec<&Scalar> = others.iter().filter(|value| !values.contains(value)).collect();
    others.get(choices.index(0, others.len())).map(|value| Value::from(*value))
}

/// A text that does not match the node's own pattern, and is what else it must be.
fn other_text(maker: &Maker, node: &Node, regex: &str, choices: Choices) -> Option<Value> {
    let Shape::Text(text) = &node.shape else { return None };
    let form = Form {
        not_patterns: vec![regex.to_owned()],
        least: text.min_length.unwrap_or_default(),
        most: text.max_length,
        ..Form::default()
    };
    let drawn = maker.draw(form, choices.part(0))?;
    if choices.pick(1, 2) == 0 {
        return Some(Value::String(drawn));
    }
    // Nearly right is as wrong, and harder to notice.
    let right = maker.value(node, &Wish { null: Some(false), ..Wish::default() }, choices.part(2))?;
    let mut characters: Vec<char> = right.as_str()?.chars().collect();
    let at = choices.index(3, characters.len() + 1);
    let character = [' ', '\n', 'x', 'é', '٣'][choices.index(4, 5)];
    match characters.get_mut(at) {
        Some(known) if choices.pick(5, 2) == 0 => *known = character,
        _ => characters.insert(at, character),
    }
    Some(Value::String(characters.into_iter().collect()))
}

/// A text that has the node's form, and another number of characters.
fn text_of(maker: &Maker, node: &Node, (least, most): (u64, u64), choices: Choices) -> Option<Value> {
    let Shape::Text(text) = &node.shape else { return None };
    let patterns = text.pattern.iter().map(|pattern| pattern.regex.clone()).collect();
    maker.draw(Form { patterns, least, most: Some(most), ..Form::default() }, choices).map(Value::String)
}

/// A number beyond a limit, right behind it or further.
fn beyond(limit: i64, direction: i64, choices: Choices) -> Option<i64> {
    let distance = [1, 2, 1000, 1 << 40][choices.index(0, 4)];
    limit.checked_add(direction * distance)
}
