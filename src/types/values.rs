//! Texts of which the document lists the values: the list can be open or closed.

use std::fmt;

/// A text that is none of the values of a closed list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undocumented {
    /// The text.
    pub text: String,
    /// The values that are documented.
    pub documented: &'static [&'static str],
}

impl fmt::Display for Undocumented {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = crate::text::shortened(&self.text);
        write!(formatter, "\"{text}\" is none of {}", self.documented.join(", "))
    }
}

impl std::error::Error for Undocumented {}

/// What lists of both kinds can do.
macro_rules! any_values {
    ($name:ident, $($variant:ident = $text:literal),+) => {
        impl $name {
            /// The values that are documented.
            pub const DOCUMENTED: &'static [&'static str] = &[$($text),+];
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                formatter.write_str(self.as_str())
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        $crate::types::deserialize!($name);
    };
}

/// A list that keeps an undocumented value as `Other`.
macro_rules! open_values {
    ($name:ident, $($variant:ident = $text:literal),+ $(,)?) => {
        $crate::types::any_values!($name, $($variant = $text),+);

        impl $name {
            /// The text of the value.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)+
                    Self::Other(text) => text,
                }
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                match text {
                    $($text => Self::$variant,)+
                    text => Self::Other(text.to_owned()),
                }
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = ::std::convert::Infallible;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Ok(Self::from(text))
            }
        }

        impl $crate::types::FromValue for $name {
            fn from_value(value: $crate::document::Value<'_>) -> Result<Self, $crate::types::Error> {
                match &value.kind {
                    $crate::document::Kind::String(text) => Ok(Self::from(&**text)),
                    _ => Err($crate::types::Error::wrong_type("a string", &value)),
                }
            }
        }
    };
}

/// A list that tells payloads apart: there is no other value.
macro_rules! closed_values {
    ($name:ident, $($variant:ident = $text:literal),+ $(,)?) => {
        $crate::types::any_values!($name, $($variant = $text),+);

        impl $name {
            /// The text of the value.
            #[must_use]
            pub fn as_str(&self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)+
                }
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::types::Undocumented;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $($text => Ok(Self::$variant),)+
                    text => Err($crate::types::Undocumented { text: text.to_owned(), documented: Self::DOCUMENTED }),
                }
            }
        }

        impl $crate::types::FromValue for $name {
            fn from_value(value: $crate::document::Value<'_>) -> Result<Self, $crate::types::Error> {
                let $crate::document::Kind::String(text) = &value.kind else {
                    return Err($crate::types::Error::wrong_type("a string", &value));
                };
                text.parse().map_err(|_| $crate::types::Error::wrong_value(Self::DOCUMENTED, text, value.start))
            }
        }
    };
}

pub(crate) use {any_values, closed_values, open_values};
