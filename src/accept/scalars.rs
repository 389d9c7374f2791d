//! Strings and numbers, read strictly and without a word about what is wrong.

use std::borrow::Cow;

use super::{Doubt, Sure, scanner::Scanner};
use crate::document::plain_end;

/// The largest whole number that every parser holds exactly.
const MAX_SAFE: f64 = 9_007_199_254_740_991.0;

/// A string between its quotation marks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span<'t> {
    pub(super) bytes: &'t [u8],
    /// Whether an escape stands in it.
    pub(super) escaped: bool,
}

/// A number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Number {
    /// Written without fraction and exponent.
    Integer(i64),
    /// Written with one of them; finite, and exact where it is whole.
    Float(f64),
}

impl<'t> Scanner<'t> {
    /// A string, at its opening quotation mark.
    #[inline]
    pub(super) fn string(&mut self) -> Sure<Span<'t>> {
        self.demand(b'"')?;
        let start = self.at;
        self.at = plain_end(self.text, start);
        if self.peek() == Some(b'"') {
            let bytes = &self.text[start..self.at];
            self.at += 1;
            return Ok(Span { bytes, escaped: false });
        }
        self.unusual_string(start)
    }

    /// Goes on with a string at the first byte that is not plain ASCII.
    fn unusual_string(&mut self, start: usize) -> Sure<Span<'t>> {
        let (mut escaped, mut is_ascii) = (false, true);
        loop {
            match self.peek() {
                Some(b'"') => break,
                Some(b'\\') => {
                    escaped = true;
                    self.escape()?;
                }
                Some(0..=0x1F) | None => return Err(Doubt),
                Some(byte) => {
                    is_ascii &= byte.is_ascii();
                    self.at += 1;
                }
            }
            if self.peek().is_some_and(|byte| byte.is_ascii()) {
                self.at = plain_end(self.text, self.at);
            }
        }
        let bytes = &self.text[start..self.at];
        self.at += 1;
        if !is_ascii && std::str::from_utf8(bytes).is_err() {
            return Err(Doubt);
        }
        Ok(Span { bytes, escaped })
    }

    /// The character that an escape means.
    fn escape(&mut self) -> Sure<char> {
        let letter = self.text.get(self.at + 1).ok_or(Doubt)?;
        let plain = match letter {
            b'u' => {
                let high = self.code_unit()?;
                if let Some(character) = char::from_u32(high) {
                    return Ok(character);
                }
                let low = self.code_unit()?;
                if high >= 0xDC00 || !(0xDC00..0xE000).contains(&low) {
                    return Err(Doubt);
                }
                return char::from_u32(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)).ok_or(Doubt);
            }
            b'"' | b'\\' | b'/' => char::from(*letter),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            _ => return Err(Doubt),
        };
        self.at += 2;
        Ok(plain)
    }

    /// Reads `\uXXXX`.
    fn code_unit(&mut self) -> Sure<u32> {
        let escape = self.text.get(self.at..self.at + 6).ok_or(Doubt)?;
        if !escape.starts_with(b"\\u") {
            return Err(Doubt);
        }
        self.at += 6;
        escape[2..].iter().try_fold(0, |unit, digit| Ok(unit * 16 + char::from(*digit).to_digit(16).ok_or(Doubt)?))
    }

    pub(super) fn number(&mut self) -> Sure<Number> {
        let start = self.at;
        let is_negative = self.eat(b'-');
        let first = self.at;
        let mut value: i64 = 0;
        // Eighteen digits always fit; of more, the whole is read again.
        while let Some(digit @ b'0'..=b'9') = self.peek() {
            value = value.wrapping_mul(10).wrapping_add(i64::from(digit - b'0'));
            self.at += 1;
        }
        let digits = self.at - first;
        if digits == 0 || (digits > 1 && self.text[first] == b'0') {
            return Err(Doubt);
        }
        if matches!(self.peek(), Some(b'.' | b'e' | b'E')) {
            return self.float(start);
        }
        if digits <= 18 {
            return Ok(Number::Integer(if is_negative { -value } else { value }));
        }
        self.written(start)?.parse().map(Number::Integer).map_err(|_| Doubt)
    }

    /// Goes on with a number behind its integral part.
    fn float(&mut self, start: usize) -> Sure<Number> {
        if self.eat(b'.') {
            self.digits()?;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            if !self.eat(b'+') {
                self.eat(b'-');
            }
            self.digits()?;
        }
        let float: f64 = self.written(start)?.parse().map_err(|_| Doubt)?;
        let is_exact = float.is_finite() && (float.fract() != 0.0 || float.abs() <= MAX_SAFE);
        if is_exact { Ok(Number::Float(float)) } else { Err(Doubt) }
    }

    fn digits(&mut self) -> Sure<()> {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        if self.at == start { Err(Doubt) } else { Ok(()) }
    }

    fn written(&self, start: usize) -> Sure<&'t str> {
        std::str::from_utf8(&self.text[start..self.at]).map_err(|_| Doubt)
    }
}

impl<'t> Span<'t> {
    /// What the string means.
    #[inline]
    pub(super) fn meaning(self) -> Sure<Cow<'t, [u8]>> {
        if self.escaped { self.unescaped().map(Cow::Owned) } else { Ok(Cow::Borrowed(self.bytes)) }
    }

    fn unescaped(self) -> Sure<Vec<u8>> {
        let mut text = Vec::new();
        let mut scanner = Scanner::new(self.bytes);
        while let Some(byte) = scanner.peek() {
            if byte == b'\\' {
                let character = scanner.escape()?;
                text.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
            } else {
                text.push(byte);
                scanner.at += 1;
            }
        }
        Ok(text)
    }
}
