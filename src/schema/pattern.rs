//! Regular expressions that every engine reads alike.

/// Classes whose meaning differs between engines, and what to write instead.
const DIFFERENT: [(char, &str); 8] = [
    ('d', "[0-9]"),
    ('D', "[^0-9]"),
    ('w', "[A-Za-z0-9_]"),
    ('W', "[^A-Za-z0-9_]"),
    ('s', "[ \\t\\n\\r]"),
    ('S', "[^ \\t\\n\\r]"),
    ('b', "an explicit class"),
    ('B', "an explicit class"),
];

/// The signs that mean themselves behind a backslash only.
const SIGNS: &str = "^$\\.*+?()[]{}|/";

/// The most repetitions that every engine accepts.
const MOST: u16 = 1000;

/// What makes engines disagree about a pattern, or refuse it, if anything does.
pub(super) fn problem(regex: &str) -> Option<String> {
    Reader { rest: regex.chars() }.pattern().err()
}

/// Adds a character that stands for itself, outside of a class.
#[cfg(feature = "check")]
pub(crate) fn push_literal(regex: &mut String, character: char) {
    if SIGNS.contains(character) {
        regex.push('\\');
    }
    regex.push(character);
}

struct Reader<'r> {
    rest: std::str::Chars<'r>,
}

impl Reader<'_> {
    fn pattern(&mut self) -> Result<(), String> {
        let mut open = 0_usize;
        let mut repeatable = false;
        while let Some(character) = self.rest.next() {
            repeatable = match character {
                '\\' => self.escape(false).map(|_| true)?,
                '[' => self.class().map(|()| true)?,
                '(' if self.rest.as_str().starts_with('?') => {
                    return Err("groups that begin with `(?` are not known to every engine".to_owned());
                }
                '(' => {
                    open += 1;
                    false
                }
                ')' => {
                    open = open.checked_sub(1).ok_or("a `)` closes nothing")?;
                    true
                }
                '*' | '+' | '?' | '{' if !repeatable => return Err(format!("`{character}` repeats nothing here")),
                '{' => self.counts().map(|()| false)?,
                ']' | '}' => return Err(format!("a `{character}` that closes nothing is written `\\{character}`")),
                '.' => {
                    return Err("`.` means different things to different engines: write an explicit class".to_owned());
                }
                '*' | '+' | '?' | '^' | '$' | '|' => false,
                _ => true,
            };
        }
        if open == 0 { Ok(()) } else { Err("a `(` is not closed".to_owned()) }
    }

    /// The rest of a class, behind its `[`.
    fn class(&mut self) -> Result<(), String> {
        if self.rest.as_str().starts_with('^') {
            self.rest.next();
        }
        let mut first = true;
        let mut previous = None;
        loop {
            let item = match self.rest.next() {
                None => return Err("a `[` is not closed".to_owned()),
                Some(']') if !first => return Ok(()),
                Some(character @ ('[' | ']')) => {
                    return Err(format!("a `{character}` inside a class is written `\\{character}`"));
                }
                Some('-') if !first && !self.rest.as_str().starts_with(']') => {
                    return Err("a `-` that is no range stands first or last in its class".to_owned());
                }
                Some(character @ ('&' | '~')) if previous == Some(character) => {
                    return Err(format!("`{character}{character}` combines classes for some engines"));
                }
                Some('\\') => self.escape(true)?,
                Some(character) => character,
            };
            let behind = self.rest.as_str();
            if behind.starts_with('-') && !behind.starts_with("-]") {
                self.range(item)?;
            }
            (first, previous) = (false, Some(item));
        }
    }

    /// The rest of a range, behind its first character.
    fn range(&mut self, first: char) -> Result<(), String> {
        self.rest.next();
        let last = match self.rest.next() {
            Some('\\') => self.escape(true)?,
            Some(character @ ('-' | '[')) => {
                return Err(format!("a range that ends in `{character}` is not known to every engine"));
            }
            Some(character) => character,
            None => return Err("a `[` is not closed".to_owned()),
        };
        if first <= last { Ok(()) } else { Err(format!("the range `{first}-{last}` is empty")) }
    }

    /// The character that an escape means, behind its backslash.
    fn escape(&mut self, in_class: bool) -> Result<char, String> {
        let Some(letter) = self.rest.next() else { return Err("it ends in a backslash".to_owned()) };
        if let Some((_, instead)) = DIFFERENT.iter().find(|(different, _)| *different == letter) {
            return Err(format!("`\\{letter}` means different things to different engines: write {instead}"));
        }
        match letter {
            't' => Ok('\t'),
            'n' => Ok('\n'),
            'r' => Ok('\r'),
            'f' => Ok('\u{c}'),
            'x' => {
                let digits = self.rest.as_str().get(..2).filter(|text| text.bytes().all(|b| b.is_ascii_hexdigit()));
                let code = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
                let code = code.ok_or("`\\x` needs two hexadecimal digits behind it")?;
                self.rest.nth(1);
                Ok(char::from(code))
            }
            '-' if in_class => Ok('-'),
            _ if SIGNS.contains(letter) => Ok(letter),
            _ => Err(format!("`\\{letter}` is not known to every engine")),
        }
    }

    /// The rest of `{n}`, `{n,}` or `{n,m}`, behind the `{`.
    fn counts(&mut self) -> Result<(), String> {
        let wrong = || format!("`{{` begins a count such as `{{2}}`, `{{2,}}` or `{{2,5}}`, of at most {MOST}");
        let (counts, rest) = self.rest.as_str().split_once('}').ok_or_else(wrong)?;
        let (least, most) = counts.split_once(',').unwrap_or((counts, counts));
        let count = |text: &str| text.parse::<u16>().ok().filter(|count| *count <= MOST && !text.starts_with('+'));
        let least = count(least).ok_or_else(wrong)?;
        if !most.is_empty() && count(most).ok_or_else(wrong)? < least {
            return Err(wrong());
        }
        self.rest = rest.chars();
        Ok(())
    }
}
