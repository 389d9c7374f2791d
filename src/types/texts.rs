//! Texts whose form is documented: they keep whatever came, and give the checked form where it is one.

use std::fmt;

use serde::{Serialize, Serializer};

use super::{Error, FromValue};
use crate::document::Value;

macro_rules! text {
    ($(#[$documentation:meta])* $name:ident) => {
        $(#[$documentation])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// The text as it came.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The text as it came.
            #[must_use]
            pub fn into_string(self) -> String {
                self.0
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl PartialEq<str> for $name {
            fn eq(&self, text: &str) -> bool {
                self.0 == text
            }
        }

        impl PartialEq<&str> for $name {
            fn eq(&self, text: &&str) -> bool {
                self.0 == *text
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        impl FromValue for $name {
            fn from_value(value: Value<'_>) -> Result<Self, Error> {
                String::from_value(value).map(Self)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        super::deserialize!($name);
    };
}

text! {
    /// What names a commit: the hash that is documented, or whatever came in its place.
    ///
    /// ```
    /// use hookproof::types::Revision;
    ///
    /// let created = Revision::from("0000000000000000000000000000000000000000");
    /// assert!(created.is_zero());
    /// assert_eq!(created.as_sha1(), Some([0; 20]));
    /// assert_eq!(Revision::from("r1234").as_sha1(), None);
    /// ```
    Revision
}

text! {
    /// The full name of a ref, or whatever came in its place.
    ///
    /// ```
    /// use hookproof::types::RefName;
    ///
    /// assert_eq!(RefName::from("refs/heads/main").branch(), Some("main"));
    /// assert_eq!(RefName::from("refs/tags/v1").tag(), Some("v1"));
    /// assert_eq!(RefName::from("main").branch(), None);
    /// ```
    RefName
}

text! {
    /// A date with a time of day, or whatever came in its place.
    ///
    /// With the feature `jiff`, `timestamp` and `civil` give the time.
    Time
}

impl Revision {
    /// The bytes of the hash, if it is a SHA-1 as documented: 40 lower-case hexadecimal digits.
    #[must_use]
    pub fn as_sha1(&self) -> Option<[u8; 20]> {
        let digit = |byte: u8| match byte {
            b'0'..=b'9' => Some(byte - b'0'),
            b'a'..=b'f' => Some(byte - b'a' + 10),
            _ => None,
        };
        let pairs: &[[u8; 2]; 20] = self.0.as_bytes().as_chunks().0.try_into().ok()?;
        let mut hash = [0; 20];
        for (byte, [high, low]) in hash.iter_mut().zip(pairs) {
            *byte = digit(*high)? * 16 + digit(*low)?;
        }
        (self.0.len() == 40).then_some(hash)
    }

    /// Whether it is the hash of 40 zeros, which stands for no commit.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.as_sha1() == Some([0; 20])
    }
}

impl RefName {
    /// The branch's name, if it is the ref of a branch.
    #[must_use]
    pub fn branch(&self) -> Option<&str> {
        self.0.strip_prefix("refs/heads/")
    }

    /// The tag's name, if it is the ref of a tag.
    #[must_use]
    pub fn tag(&self) -> Option<&str> {
        self.0.strip_prefix("refs/tags/")
    }
}
