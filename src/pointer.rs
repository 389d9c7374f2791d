//! RFC 6901 pointers into a payload or a schema.

use std::fmt;

/// A JSON Pointer as its unescaped tokens; the root has none.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pointer {
    tokens: Vec<String>,
}

impl Pointer {
    /// The pointer to the whole document.
    #[must_use]
    pub fn root() -> Self {
        Self::default()
    }

    /// Parses `""` or `/a/0/b~1c`.
    ///
    /// # Errors
    ///
    /// A sentence that says what is wrong: text before the first `/`, or a `~` that is not `~0` or `~1`.
    pub fn parse(text: &str) -> Result<Self, String> {
        if text.is_empty() {
            return Ok(Self::root());
        }
        let Some(rest) = text.strip_prefix('/') else {
            return Err(format!("`{text}` is no JSON Pointer: it must be empty or begin with `/`"));
        };
        let tokens = rest.split('/').map(unescape).collect::<Option<_>>();
        tokens
            .map(|tokens| Self { tokens })
            .ok_or_else(|| format!("`{text}` is no JSON Pointer: `~` must be followed by 0 or 1"))
    }

    /// The pointer of these tokens, from the root on, unescaped.
    pub(crate) fn of(tokens: Vec<String>) -> Self {
        Self { tokens }
    }

    /// The tokens from the root on, unescaped.
    #[must_use]
    pub fn tokens(&self) -> &[String] {
        &self.tokens
    }

    /// The pointer to a member or item below.
    #[must_use]
    pub fn join(mut self, token: &str) -> Self {
        self.tokens.push(token.to_owned());
        self
    }

    /// The pointer to a place further below.
    #[must_use]
    pub fn join_all<T: AsRef<str>>(mut self, tokens: &[T]) -> Self {
        self.tokens.extend(tokens.iter().map(|token| token.as_ref().to_owned()));
        self
    }

    /// The place above and the last token; `None` for the root.
    #[must_use]
    pub fn split_last(&self) -> Option<(Self, &str)> {
        let (last, above) = self.tokens.split_last()?;
        Some((Self { tokens: above.to_vec() }, last))
    }

    /// Whether this place is `other` or lies below it.
    #[must_use]
    pub fn is_within(&self, other: &Self) -> bool {
        self.tokens.starts_with(&other.tokens)
    }

    /// The place that lies `levels` above; the root where there are not so many.
    #[must_use]
    pub fn above(&self, levels: usize) -> Self {
        Self { tokens: self.tokens[..self.tokens.len().saturating_sub(levels)].to_vec() }
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.tokens.iter().try_for_each(|token| write!(formatter, "/{}", token.replace('~', "~0").replace('/', "~1")))
    }
}

fn unescape(token: &str) -> Option<String> {
    let mut parts = token.split('~');
    let mut text = parts.next()?.to_owned();
    for part in parts {
        let (escaped, rest) = part.split_at_checked(1)?;
        text.push(match escaped {
            "0" => '~',
            "1" => '/',
            _ => return None,
        });
        text.push_str(rest);
    }
    Some(text)
}
