//! How values without members of their own are read.

use serde_json::Number;

use super::{Error, FromValue, Step};
use crate::document::{Kind, Value};

impl FromValue for String {
    fn from_value(value: Value<'_>) -> Result<Self, Error> {
        match value.kind {
            Kind::String(text) => Ok(text.into_owned()),
            _ => Err(Error::wrong_type("a string", &value)),
        }
    }
}

impl FromValue for bool {
    fn from_value(value: Value<'_>) -> Result<Self, Error> {
        match value.kind {
            Kind::Boolean(boolean) => Ok(boolean),
            _ => Err(Error::wrong_type("a boolean", &value)),
        }
    }
}

impl FromValue for i64 {
    /// Reads a number without fraction, however it is written: `4`, `4.0` and `4e0` are the same integer.
    fn from_value(value: Value<'_>) -> Result<Self, Error> {
        match value.kind {
            Kind::Integer(integer) => Ok(integer),
            Kind::Float(float) => whole(float).ok_or_else(|| Error::wrong_type("an integer", &value)),
            _ => Err(Error::wrong_type("an integer", &value)),
        }
    }
}

impl FromValue for Number {
    fn from_value(value: Value<'_>) -> Result<Self, Error> {
        match value.kind {
            Kind::Integer(integer) => Ok(Self::from(integer)),
            Kind::Float(float) => Self::from_f64(float).ok_or_else(|| Error::wrong_type("a number", &value)),
            _ => Err(Error::wrong_type("a number", &value)),
        }
    }
}

impl FromValue for () {
    fn from_value(value: Value<'_>) -> Result<Self, Error> {
        match value.kind {
            Kind::Null => Ok(()),
            _ => Err(Error::wrong_type("null", &value)),
        }
    }
}

impl FromValue for serde_json::Value {
    fn from_value(value: Value<'_>) -> Result<Self, Error> {
        Ok(Self::from(&value))
    }
}

impl<T: FromValue> FromValue for Vec<T> {
    fn from_value(value: Value<'_>) -> Result<Self, Error> {
        let Kind::Array(items) = value.kind else { return Err(Error::wrong_type("an array", &value)) };
        let items = items.into_iter().enumerate();
        items.map(|(index, item)| T::from_value(item).map_err(|error| error.below(Step::Item(index)))).collect()
    }
}

/// The integer that a double is, if it is one that every parser holds exactly.
fn whole(float: f64) -> Option<i64> {
    const MAX_SAFE: f64 = 9_007_199_254_740_991.0;
    #[expect(clippy::cast_possible_truncation, reason = "it has no fraction and is far within 64 bits")]
    (float.fract() == 0.0 && float.abs() <= MAX_SAFE).then_some(float as i64)
}
