//! Values that have no parts: numbers, and the values that a schema names.

use serde_json::{Map, Value};

use super::{choices::Choices, wish::Wish};
use crate::schema::{Integer, Scalar};

/// Usual integers, and some that readers get wrong if any.
const INTEGERS: [i64; 8] = [0, 1, -1, 42, 255, 65_536, 1 << 31, 1 << 32];

/// A value of which nothing is documented.
pub(super) fn anything(wish: &Wish, choices: Choices) -> Option<Value> {
    if let Some(values) = &wish.values {
        let values: Vec<Scalar> = values.iter().map(|value| (*value).clone()).collect();
        return scalar(&values, &Wish { values: None, ..wish.clone() }, choices);
    }
    let known = [Value::Null, Value::Bool(true), Value::from(1), Value::from("text"), Value::from(vec![Value::Null])];
    let object = Value::Object(Map::from_iter([("a".to_owned(), Value::Null)]));
    let mut known: Vec<Value> = known.into_iter().chain([object]).collect();
    known.retain(|value| {
        wish.null.is_none_or(|null| value.is_null() == null)
            && !wish.not.iter().any(|other| Value::from(*other) == *value)
    });
    Some(known.swap_remove(choices.index(0, known.len())))
}

/// One of a few values.
pub(super) fn scalar(values: &[Scalar], wish: &Wish, choices: Choices) -> Option<Value> {
    let wanted =
        |value: &&Scalar| wish.values.as_ref().is_none_or(|wanted| wanted.contains(value)) && !wish.not.contains(value);
    let values: Vec<&Scalar> = values.iter().filter(wanted).collect();
    values.get(choices.index(0, values.len())).map(|value| Value::from(*value))
}

pub(super) fn integer(limits: &Integer, wish: &Wish, choices: Choices) -> Option<Value> {
    let (least, most) = (limits.minimum.unwrap_or(i64::MIN), limits.maximum.unwrap_or(i64::MAX));
    let listed = limits.values.as_ref().map(|values| values.list.clone());
    let listed =
        listed.or_else(|| wish.values.as_ref().map(|values| values.iter().map(|value| (*value).clone()).collect()));
    if let Some(mut listed) = listed {
        listed.retain(|value| matches!(value, Scalar::Integer(value) if (least..=most).contains(value)));
        return scalar(&listed, wish, choices);
    }
    let nearest = 0_i64.clamp(least.min(most), most);
    let width = most.abs_diff(least);
    let number = match choices.pick(0, 8) {
        0 => nearest,
        1..=3 => INTEGERS[choices.index(1, INTEGERS.len())].clamp(least.min(most), most),
        4 => least,
        5 => most,
        _ => least.wrapping_add_unsigned(choices.pick(2, width.max(1))),
    };
    // The next one that is not excluded, around the end of the range.
    let mut candidates = (0..=wish.not.len() as u64).map(|step| {
        let offset = number.abs_diff(least);
        least.wrapping_add_unsigned(offset.wrapping_add(step) % width.saturating_add(1))
    });
    if least > most {
        return None;
    }
    candidates.find(|candidate| !wish.not.contains(&&Scalar::Integer(*candidate))).map(Value::from)
}

/// A number that is no whole one, or a small one: readers disagree about large ones.
pub(super) fn number(wish: &Wish, choices: Choices) -> Option<Value> {
    if wish.values.is_some() || !wish.not.is_empty() {
        let limits = Integer { minimum: Some(-1000), maximum: Some(1000), values: None };
        return integer(&limits, wish, choices);
    }
    let thousandths = i32::try_from(choices.pick(0, 2_000_001)).unwrap_or_default() - 1_000_000;
    Some(match choices.pick(1, 4) {
        0 => Value::from(0),
        1 => Value::from(thousandths / 1000),
        _ => Value::from(f64::from(thousandths) / 1000.0),
    })
}

pub(super) fn as_text(value: &Scalar) -> Option<&str> {
    if let Scalar::Text(text) = value { Some(text) } else { None }
}

pub(super) fn as_scalar(value: &Value) -> Option<Scalar> {
    match value {
        Value::Bool(boolean) => Some(Scalar::Boolean(*boolean)),
        Value::Number(number) => number.as_i64().map(Scalar::Integer),
        Value::String(text) => Some(Scalar::Text(text.clone())),
        _ => None,
    }
}
