//! A member that is there and may be null, which is another thing than one that is missing.

use serde::{Serialize, Serializer};

use super::{Error, FromValue};
use crate::document::{Kind, Value};

/// A value that may be null.
///
/// ```
/// use hookproof::types::Nullable;
///
/// let milestone = Nullable::Value(12);
/// assert_eq!(milestone.as_option(), Some(&12));
/// assert_eq!(Nullable::<i64>::Null.into_option(), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Nullable<T> {
    /// `null`
    Null,
    /// Anything else.
    Value(T),
}

impl<T> Nullable<T> {
    /// The value, if it is not null.
    pub fn as_option(&self) -> Option<&T> {
        match self {
            Self::Null => None,
            Self::Value(value) => Some(value),
        }
    }

    /// The value, if it is not null.
    pub fn into_option(self) -> Option<T> {
        match self {
            Self::Null => None,
            Self::Value(value) => Some(value),
        }
    }

    /// Whether it is null.
    #[must_use]
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }
}

impl<T> From<Option<T>> for Nullable<T> {
    fn from(option: Option<T>) -> Self {
        option.map_or(Self::Null, Self::Value)
    }
}

impl<T: FromValue> FromValue for Nullable<T> {
    fn from_value(value: Value<'_>) -> Result<Self, Error> {
        match value.kind {
            Kind::Null => Ok(Self::Null),
            _ => T::from_value(value).map(Self::Value),
        }
    }
}

impl<T: Serialize> Serialize for Nullable<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.as_option().serialize(serializer)
    }
}
