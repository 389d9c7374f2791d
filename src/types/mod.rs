//! What the generated types are made of: how they are read, and the texts and values that they keep.
//!
//! A payload is read as the open schema demands it: types and required members are checked, and everything else is kept
//! as it came. [`from_slice`] reads a body of which the event is known, `from_delivery` of an event type recognises it
//! first. Every type implements `Deserialize` and `Serialize` as well.
//!
//! | in a field | in a payload |
//! |---|---|
//! | `T` | the member is always there |
//! | `Option<T>` | the member may be missing |
//! | [`Nullable<T>`](Nullable) | the member is always there and may be null |
//! | `Option<Nullable<T>>` | the member may be missing, or null |
//! | [`Extra`] | the members that nothing documents |

mod delivered;
mod error;
mod fields;
mod members;
mod nullable;
mod plain;
mod texts;
#[cfg(feature = "jiff")]
mod times;
mod tree;
mod values;

use serde::{Deserializer, de};

use crate::{
    document::{Document, Value},
    text::line_column,
};

pub use delivered::{Delivered, Unknown, from_delivery};
pub use error::{Error, ErrorKind, Step};
pub use fields::{Fields, select};
pub use members::Members;
pub use nullable::Nullable;
pub use texts::{RefName, Revision, Time};
pub use values::Undocumented;
pub(crate) use values::{any_values, closed_values, open_values};

/// The members of an object that nothing documents, as they came.
pub type Extra = serde_json::Map<String, serde_json::Value>;

/// What can be read from a JSON value.
pub trait FromValue: Sized {
    /// Reads it.
    ///
    /// # Errors
    ///
    /// The first place that is not what it must be.
    fn from_value(value: Value<'_>) -> Result<Self, Error>;
}

/// Reads a JSON text.
///
/// ```
/// use hookproof::types::{Nullable, from_slice};
///
/// assert_eq!(from_slice(b"[4.0, null]"), Ok(vec![Nullable::Value(4), Nullable::Null]));
/// let error = from_slice::<Vec<i64>>(b"[4.0, null]").unwrap_err();
/// assert_eq!(error.to_string(), "`[1]` must be an integer, not null");
/// ```
///
/// # Errors
///
/// The text is malformed, or the first place that is not what it must be.
pub fn from_slice<T: FromValue>(text: &[u8]) -> Result<T, Error> {
    let document = Document::read(text).map_err(|faults| Error::malformed(text, &faults))?;
    T::from_value(document.root).map_err(|error| error.at(text))
}

/// Reads a value from any format of `serde`; what `Deserialize` of the generated types does.
pub(crate) fn from_deserializer<'de, T: FromValue, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let value = tree::read(deserializer)?;
    T::from_value(value).map_err(de::Error::custom)
}

/// Implements `Deserialize` for types that can be read from a JSON value.
macro_rules! deserialize {
    ($($name:ident),+ $(,)?) => { $(
        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::types::from_deserializer(deserializer)
            }
        }
    )+ };
}
pub(crate) use deserialize;

/// Line and column of an offset, in the form that an error keeps.
fn position(text: &[u8], offset: usize) -> (usize, usize) {
    line_column(text, offset)
}
