//! A look at a few values of a text that is known to be JSON, without reading the rest.

use super::plain::string_end;

/// A value of such a text; of any other text, it is something or nothing, and never a panic.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Glance<'t> {
    /// The text from the value on.
    rest: &'t str,
}

impl<'t> Glance<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { rest: trimmed(text) }
    }

    /// The member of that name, written without escapes.
    pub(crate) fn member(self, name: &str) -> Option<Self> {
        self.members().find(|(other, _)| *other == name).map(|(_, value)| value)
    }

    /// The members of an object, by their names as they are written.
    pub(crate) fn members(self) -> impl Iterator<Item = (&'t str, Self)> {
        self.inside('{').filter_map(|name| {
            let behind = trimmed(name.behind());
            Some((name.text()?, Self::new(behind.strip_prefix(':')?)))
        })
    }

    /// The items of an array.
    pub(crate) fn items(self) -> impl Iterator<Item = Self> {
        self.inside('[')
    }

    /// A string as it is written.
    pub(crate) fn text(self) -> Option<&'t str> {
        let text = self.rest.strip_prefix('"')?;
        Some(&text[..string_end(text.as_bytes(), 0)?])
    }

    /// What stands within these brackets, one after the other: of a member, where its name begins.
    fn inside(self, open: char) -> impl Iterator<Item = Self> {
        let inside = self.rest.strip_prefix(open).map(Self::new);
        let mut next = inside.filter(|first| !first.rest.starts_with(['}', ']']));
        let mut last: Option<Self> = None;
        std::iter::from_fn(move || {
            // What is not asked for is not passed over.
            next = last.take().map_or(next.take(), Self::following);
            last = next;
            next
        })
    }

    /// What stands next beside it; of a member, whose name this is, beside its value.
    fn following(self) -> Option<Self> {
        let behind = trimmed(self.behind());
        let behind = behind.strip_prefix(':').map_or(behind, |value| trimmed(Self::new(value).behind()));
        behind.strip_prefix(',').map(Self::new)
    }

    /// The text behind it.
    fn behind(self) -> &'t str {
        let mut open = 0_usize;
        let bytes = self.rest.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            match bytes[at] {
                b'"' => at = string_end(bytes, at + 1).unwrap_or(at),
                b'{' | b'[' => open += 1,
                b'}' | b']' | b',' if open == 0 => return &self.rest[at..],
                b'}' | b']' => open -= 1,
                _ => {}
            }
            at += 1;
            // A string, an object or an array ends with its last sign, anything else before the next.
            if open == 0 && matches!(bytes[at - 1], b'"' | b'}' | b']') {
                return &self.rest[at..];
            }
        }
        ""
    }
}

fn trimmed(text: &str) -> &str {
    text.trim_ascii_start()
}
