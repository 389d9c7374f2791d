//! Regular expressions of the profile, put together and looked at.

use std::fmt::Write as _;

use crate::schema::push_literal;

/// Any text. No class means any character to every engine, but a character or any other one does.
pub(super) const ANY: &str = "(\\n|[^\\n])*";

/// An integer, as JSON writes it.
pub(super) const INTEGER: &str = "-?(0|[1-9][0-9]*)";

/// A number, as JSON writes it.
pub(super) const NUMBER: &str = "-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?";

/// The characters that a string of JSON holds only as escapes: unescaped, they end it or break it.
pub(super) fn must_be_escaped(character: char) -> bool {
    matches!(character, '"' | '\\' | '\u{0}'..='\u{1f}')
}

/// The expression that a text alone matches.
pub(super) fn literal(text: &str) -> String {
    let mut regex = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\n' => regex.push_str("\\n"),
            '\r' => regex.push_str("\\r"),
            '\t' => regex.push_str("\\t"),
            '\u{0}'..='\u{1f}' | '\u{7f}' => {
                let _ = write!(regex, "\\x{:02x}", u32::from(character));
            }
            character => push_literal(&mut regex, character),
        }
    }
    regex
}

/// One of several expressions.
pub(super) fn one_of(regexes: &[String]) -> String {
    match regexes {
        [regex] => regex.clone(),
        regexes => format!("({})", regexes.join("|")),
    }
}

/// What matches the whole text inside of an expression, where it is anchored at both ends.
pub(super) fn unanchored(regex: &str) -> Option<String> {
    let inner = regex.strip_prefix('^')?.strip_suffix('$')?;
    let mut depth = 0_usize;
    let mut in_class = false;
    let mut characters = inner.chars();
    let mut is_choice = false;
    while let Some(character) = characters.next() {
        match character {
            '\\' => {
                // A last `$` that is escaped anchors nothing.
                characters.next()?;
            }
            '[' => in_class = true,
            ']' => in_class = false,
            _ if in_class => {}
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            // Anchors of its own would bind a part only.
            '^' | '$' => return None,
            '|' if depth == 0 => is_choice = true,
            _ => {}
        }
    }
    // `^a|b$` is anchored at one end each.
    (!is_choice).then(|| format!("({inner})"))
}

/// Whether the expression, without anchors, matches no text that has a character which must be escaped in JSON.
pub(super) fn is_harmless(regex: &str) -> bool {
    let mut rest = regex.chars().peekable();
    let mut in_class = false;
    let mut previous = None;
    while let Some(character) = rest.next() {
        let first = previous;
        previous = None;
        let written = match character {
            '[' if !in_class => {
                if rest.peek() == Some(&'^') {
                    return false;
                }
                in_class = true;
                continue;
            }
            ']' if in_class => {
                in_class = false;
                continue;
            }
            '\\' => match escaped(&mut rest) {
                Some(character) => character,
                None => return false,
            },
            '-' if in_class && first.is_some() && rest.peek() != Some(&']') => {
                let last = match rest.next() {
                    Some('\\') => escaped(&mut rest),
                    last => last,
                };
                let (Some(first), Some(last)) = (first, last) else { return false };
                if (first..=last).any(must_be_escaped) {
                    return false;
                }
                continue;
            }
            character => character,
        };
        if must_be_escaped(written) {
            return false;
        }
        previous = Some(written);
    }
    true
}

/// The character that an escape means, behind its backslash.
fn escaped(rest: &mut std::iter::Peekable<std::str::Chars>) -> Option<char> {
    Some(match rest.next()? {
        't' => '\t',
        'n' => '\n',
        'r' => '\r',
        'f' => '\u{c}',
        'x' => {
            let digits = [rest.next()?, rest.next()?];
            char::from_u32(digits.iter().try_fold(0, |code, digit| Some(code * 16 + digit.to_digit(16)?))?)?
        }
        character => character,
    })
}

#[cfg(test)]
mod tests {
    use super::{ANY, INTEGER, NUMBER, is_harmless, literal, unanchored};

    #[test]
    fn what_can_break_a_string_is_seen() {
        let harmless =
            ["[0-9a-f]{40}", INTEGER, NUMBER, "refs/(heads|tags)/[A-Za-z0-9._/-]+", "a|b", "[#-Z]", "\\x41é"];
        let harmful =
            [ANY, "[^a]", "a\"", "\\\\", "[!-~]", "[#-~]", "[A-z]", "[ -#]", "\\n", "\\x09", "[a\\x22]", "[\\t-a]"];
        assert_eq!(
            harmless.iter().filter(|regex| !is_harmless(regex)).collect::<Vec<_>>(),
            [""; 0].iter().collect::<Vec<_>>()
        );
        assert_eq!(
            harmful.iter().filter(|regex| is_harmless(regex)).collect::<Vec<_>>(),
            [""; 0].iter().collect::<Vec<_>>()
        );
    }

    #[test]
    fn only_what_is_anchored_as_a_whole_can_stand_within() {
        assert_eq!(unanchored("^[0-9]+$").as_deref(), Some("([0-9]+)"));
        assert_eq!(unanchored("^(a|b)$").as_deref(), Some("((a|b))"));
        assert_eq!(unanchored("^[$^|]$").as_deref(), Some("([$^|])"));
        for regex in ["[0-9]+", "^a|b$", "^a", "a$", "^a\\$", "^(^a)$"] {
            assert_eq!(unanchored(regex), None, "{regex}");
        }
    }

    #[test]
    fn a_literal_is_what_it_says() {
        assert_eq!(literal("a.b\n[x]\u{1}é/"), "a\\.b\\n\\[x\\]\\x01é\\/");
    }
}
