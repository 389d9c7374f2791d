//! Numbers and strings, by the grammar of RFC 8259.

use std::borrow::Cow;

use super::{Fault, FaultKind, Kind, plain::plain_end, scanner::Scanner};

/// The largest whole number that every parser holds exactly.
const MAX_SAFE: f64 = 9_007_199_254_740_991.0;

impl<'a> Scanner<'a> {
    pub(super) fn number(&mut self) -> Result<Kind<'a>, Fault> {
        let start = self.at;
        self.eat(b'-');
        match self.peek() {
            Some(b'0') => self.at += 1,
            Some(b'1'..=b'9') => self.skip_digits(),
            _ => return Err(self.expected("a digit")),
        }
        if matches!(self.peek(), Some(b'0'..=b'9')) {
            return Err(self.fault(FaultKind::Syntax, start, "a number must not begin with a needless `0`".to_owned()));
        }
        let mut whole = true;
        if self.eat(b'.') {
            whole = false;
            self.demand_digits()?;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            whole = false;
            self.at += 1;
            if !self.eat(b'+') {
                self.eat(b'-');
            }
            self.demand_digits()?;
        }
        let digits = &self.text[start..self.at];
        if whole {
            return Ok(Kind::Integer(digits.parse().unwrap_or_else(|_| {
                self.note(
                    FaultKind::Number,
                    start,
                    "this integer needs more than 64 bits: parsers round it or refuse it",
                );
                0
            })));
        }
        let float: f64 = digits.parse().unwrap_or(f64::INFINITY);
        if float.is_infinite() {
            self.note(
                FaultKind::Number,
                start,
                "this number is too large for a double: parsers refuse it or read infinity",
            );
        } else if float.fract() == 0.0 && float.abs() > MAX_SAFE {
            self.note(
                FaultKind::Number,
                start,
                "this whole number is beyond 2^53-1 and has a fraction or an exponent: parsers round it differently",
            );
        }
        Ok(Kind::Float(if float.is_infinite() { 0.0 } else { float }))
    }

    pub(super) fn string(&mut self) -> Result<Cow<'a, str>, Fault> {
        let quote = self.at;
        self.at += 1;
        let start = self.at;
        loop {
            self.at = plain_end(self.text.as_bytes(), self.at);
            match self.peek() {
                Some(b'"') => {
                    let text = &self.text[start..self.at];
                    self.at += 1;
                    return Ok(Cow::Borrowed(text));
                }
                Some(b'\\') => return self.escaped_string(quote, start).map(Cow::Owned),
                Some(0..=0x1F) | None => return Err(self.unfinished_string(quote)),
                Some(_) => self.at += 1,
            }
        }
    }

    /// Goes on with a string at its first escape.
    fn escaped_string(&mut self, quote: usize, start: usize) -> Result<String, Fault> {
        let mut text = self.text[start..self.at].to_owned();
        loop {
            let run = self.at;
            self.at = plain_end(self.text.as_bytes(), self.at);
            while self.peek().is_some_and(|byte| !byte.is_ascii()) {
                self.at = plain_end(self.text.as_bytes(), self.at + 1);
            }
            text.push_str(&self.text[run..self.at]);
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(text);
                }
                Some(b'\\') => text.push(self.escape()?),
                _ => return Err(self.unfinished_string(quote)),
            }
        }
    }

    fn escape(&mut self) -> Result<char, Fault> {
        let start = self.at;
        self.at += 1;
        let plain = match self.peek() {
            Some(b'u') => return self.unicode_escape(start),
            Some(byte @ (b'"' | b'\\' | b'/')) => char::from(byte),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            None => return Err(self.cut_string()),
            _ => {
                return Err(self.fault(
                    FaultKind::Syntax,
                    start,
                    "this escape is not one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX".to_owned(),
                ));
            }
        };
        self.at += 1;
        Ok(plain)
    }

    fn unicode_escape(&mut self, start: usize) -> Result<char, Fault> {
        let high = self.code_unit(start)?;
        if let Some(character) = char::from_u32(high) {
            return Ok(character);
        }
        if high < 0xDC00 && self.text[self.at..].starts_with("\\u") {
            let second = self.at;
            self.at += 1;
            let low = self.code_unit(second)?;
            if (0xDC00..0xE000).contains(&low) {
                return Ok(char::from_u32(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
                    .unwrap_or(char::REPLACEMENT_CHARACTER));
            }
            // Not its other half: it is read again, as an escape of its own.
            self.at = second;
        }
        self.note(FaultKind::Encoding, start, "this escape is half of a surrogate pair: the string is no Unicode text");
        Ok(char::REPLACEMENT_CHARACTER)
    }

    /// Reads `uXXXX`, the backslash at `start` already passed.
    fn code_unit(&mut self, start: usize) -> Result<u32, Fault> {
        let rest = &self.text.as_bytes()[self.at + 1..];
        let digits = &rest[..rest.len().min(4)];
        if !digits.iter().all(u8::is_ascii_hexdigit) {
            return Err(self.fault(
                FaultKind::Syntax,
                start,
                "`\\u` must be followed by four hexadecimal digits".to_owned(),
            ));
        }
        if digits.len() < 4 {
            return Err(self.cut_string());
        }
        let unit = digits.iter().fold(0, |unit, digit| unit * 16 + char::from(*digit).to_digit(16).unwrap_or(0));
        self.at += 5;
        Ok(unit)
    }

    fn skip_digits(&mut self) {
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
    }

    fn demand_digits(&mut self) -> Result<(), Fault> {
        let start = self.at;
        self.skip_digits();
        if self.at == start { Err(self.expected("a digit")) } else { Ok(()) }
    }

    fn cut_string(&self) -> Fault {
        self.fault(FaultKind::Syntax, self.text.len(), "the text ends inside a string".to_owned())
    }

    fn unfinished_string(&self, quote: usize) -> Fault {
        if self.at >= self.text.len() {
            return self.cut_string();
        }
        if matches!(self.peek(), Some(b'\n' | b'\r')) {
            return self.fault(FaultKind::Syntax, quote, "this string is not closed on its line".to_owned());
        }
        self.fault(FaultKind::Syntax, self.at, format!("{} must be escaped inside a string", self.found()))
    }
}
