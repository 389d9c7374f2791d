//! The scanner: one pass over the bytes, by the grammar of RFC 8259.

use std::borrow::Cow;

use super::{Document, Fault, FaultKind, Kind, MAX_DEPTH, Member, Value};
use crate::{pointer::Pointer, text::escaped};

/// The largest whole number that every parser holds exactly.
const MAX_SAFE: f64 = 9_007_199_254_740_991.0;

/// Up to this many members, comparing all pairs of names is faster than sorting them.
const FEW_MEMBERS: usize = 12;

pub(super) fn read(text: &[u8]) -> Result<Document<'_>, Vec<Fault>> {
    if text.starts_with(b"\xEF\xBB\xBF") {
        return Err(vec![Fault {
            kind: FaultKind::Encoding,
            offset: 0,
            pointer: Pointer::root(),
            message: "a byte-order mark stands before the JSON text".to_owned(),
        }]);
    }
    match std::str::from_utf8(text) {
        Ok(text) => Scanner::new(text).document(),
        Err(error) => Err(not_utf8(text, error.valid_up_to())),
    }
}

/// The faults of a text whose bytes are no UTF-8 from `offset` on, where none before it ends the reading.
fn not_utf8(text: &[u8], offset: usize) -> Vec<Fault> {
    let valid = std::str::from_utf8(&text[..offset]).unwrap_or_default();
    let mut scanner = Scanner::new(valid);
    let pointer = match scanner.root() {
        Err(fault) if fault.offset < offset => return scanner.faults_and(fault),
        Err(fault) => fault.pointer,
        Ok(_) => Pointer::root(),
    };
    let message = format!("byte 0x{:02x} is no UTF-8 here", text[offset]);
    scanner.faults_and(Fault { kind: FaultKind::Encoding, offset, pointer, message })
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
    /// The way from the root to the value that is being read.
    path: Vec<Token<'a>>,
    /// Faults that do not end the reading.
    faults: Vec<Fault>,
}

enum Token<'a> {
    Item(usize),
    Member(Cow<'a, str>),
}

impl<'a> Scanner<'a> {
    fn new(text: &'a str) -> Self {
        Self { text, at: 0, path: Vec::new(), faults: Vec::new() }
    }

    fn document(mut self) -> Result<Document<'a>, Vec<Fault>> {
        match self.root() {
            Ok(root) if self.faults.is_empty() => Ok(Document { root }),
            Ok(_) => Err(sorted(self.faults)),
            Err(fault) => Err(self.faults_and(fault)),
        }
    }

    /// The value of the whole text.
    fn root(&mut self) -> Result<Value<'a>, Fault> {
        let root = self.value()?;
        self.skip_space();
        if self.at < self.text.len() {
            let message = format!("{} follows the value", self.found());
            return Err(self.fault(FaultKind::TrailingData, self.at, message));
        }
        Ok(root)
    }

    /// The faults that were noted, and the one that ended the reading.
    fn faults_and(mut self, last: Fault) -> Vec<Fault> {
        self.faults.push(last);
        sorted(self.faults)
    }

    fn value(&mut self) -> Result<Value<'a>, Fault> {
        self.skip_space();
        let start = self.at;
        let kind = match self.peek() {
            Some(b'{') => self.nested(Self::object)?,
            Some(b'[') => self.nested(Self::array)?,
            Some(b'"') => Kind::String(self.string()?),
            Some(b'-' | b'0'..=b'9') => self.number()?,
            Some(b't') => self.literal("true", Kind::Boolean(true))?,
            Some(b'f') => self.literal("false", Kind::Boolean(false))?,
            Some(b'n') => self.literal("null", Kind::Null)?,
            None if self.path.is_empty() && self.text.trim_ascii().is_empty() => {
                return Err(self.fault(
                    FaultKind::Syntax,
                    self.at,
                    "there is no JSON text: nothing but white space".to_owned(),
                ));
            }
            _ => return Err(self.expected("a value")),
        };
        Ok(Value { start, kind })
    }

    fn nested(&mut self, read: fn(&mut Self) -> Result<Kind<'a>, Fault>) -> Result<Kind<'a>, Fault> {
        if self.path.len() >= MAX_DEPTH {
            return Err(self.fault(
                FaultKind::Depth,
                self.at,
                format!("this is nested more than {MAX_DEPTH} levels deep"),
            ));
        }
        self.at += 1;
        read(self)
    }

    fn object(&mut self) -> Result<Kind<'a>, Fault> {
        let mut members: Vec<Member<'a>> = Vec::new();
        self.skip_space();
        if self.eat(b'}') {
            return Ok(Kind::Object(members));
        }
        loop {
            self.skip_space();
            let start = self.at;
            if self.peek() != Some(b'"') {
                return Err(self.expected(if members.is_empty() { "a member name or `}`" } else { "a member name" }));
            }
            let name = self.string()?;
            self.skip_space();
            if !self.eat(b':') {
                return Err(self.expected("`:` after a member name"));
            }
            self.path.push(Token::Member(name.clone()));
            let value = self.value()?;
            self.path.pop();
            members.push(Member { name, start, value });
            self.skip_space();
            if self.eat(b'}') {
                self.note_duplicates(&members);
                return Ok(Kind::Object(members));
            }
            if !self.eat(b',') {
                return Err(self.expected("`,` or `}`"));
            }
        }
    }

    fn array(&mut self) -> Result<Kind<'a>, Fault> {
        let mut items = Vec::new();
        self.skip_space();
        if self.eat(b']') {
            return Ok(Kind::Array(items));
        }
        loop {
            self.path.push(Token::Item(items.len()));
            items.push(self.value()?);
            self.path.pop();
            self.skip_space();
            if self.eat(b']') {
                return Ok(Kind::Array(items));
            }
            if !self.eat(b',') {
                return Err(self.expected("`,` or `]`"));
            }
        }
    }

    fn literal(&mut self, word: &str, kind: Kind<'a>) -> Result<Kind<'a>, Fault> {
        let rest = &self.text[self.at..];
        if !rest.starts_with(word) {
            if word.starts_with(rest) {
                self.at = self.text.len();
            }
            return Err(self.expected("a value"));
        }
        self.at += word.len();
        Ok(kind)
    }

    fn number(&mut self) -> Result<Kind<'a>, Fault> {
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

    fn string(&mut self) -> Result<Cow<'a, str>, Fault> {
        let quote = self.at;
        self.at += 1;
        let start = self.at;
        loop {
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
            while !matches!(self.peek(), Some(b'"' | b'\\' | 0..=0x1F) | None) {
                self.at += 1;
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

    fn note_duplicates(&mut self, members: &[Member<'a>]) {
        let mut repeated: Vec<usize> = Vec::new();
        if members.len() <= FEW_MEMBERS {
            repeated.extend(
                (1..members.len()).filter(|&at| members[..at].iter().any(|earlier| earlier.name == members[at].name)),
            );
        } else {
            let mut order: Vec<usize> = (0..members.len()).collect();
            order.sort_by(|&a, &b| members[a].name.cmp(&members[b].name).then(a.cmp(&b)));
            repeated.extend(
                order.windows(2).filter(|pair| members[pair[0]].name == members[pair[1]].name).map(|pair| pair[1]),
            );
        }
        for at in repeated {
            let member = &members[at];
            let mut fault = self.fault(
                FaultKind::DuplicateMember,
                member.start,
                format!("`{}` stands twice in this object", escaped(&member.name)),
            );
            fault.pointer = fault.pointer.join(&member.name);
            self.faults.push(fault);
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn eat(&mut self, byte: u8) -> bool {
        let eaten = self.peek() == Some(byte);
        self.at += usize::from(eaten);
        eaten
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
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

    fn expected(&self, what: &str) -> Fault {
        self.fault(FaultKind::Syntax, self.at, format!("expected {what}, found {}", self.found()))
    }

    /// What stands here, in words.
    fn found(&self) -> String {
        match self.text[self.at..].chars().next() {
            None => "the end of the text".to_owned(),
            Some('\u{a0}') => "a no-break space (U+00A0), which is no JSON white space".to_owned(),
            Some('/') if self.text[self.at..].starts_with("//") || self.text[self.at..].starts_with("/*") => {
                "a comment".to_owned()
            }
            Some(character) => format!("`{}`", escaped(character.encode_utf8(&mut [0; 4]))),
        }
    }

    fn note(&mut self, kind: FaultKind, offset: usize, message: &str) {
        let fault = self.fault(kind, offset, message.to_owned());
        self.faults.push(fault);
    }

    fn fault(&self, kind: FaultKind, offset: usize, message: String) -> Fault {
        let pointer = self.path.iter().fold(Pointer::root(), |pointer, token| match token {
            Token::Item(index) => pointer.join(&index.to_string()),
            Token::Member(name) => pointer.join(name),
        });
        Fault { kind, offset, pointer, message }
    }
}

/// In document order, since duplicates are found at the end of their object.
fn sorted(mut faults: Vec<Fault>) -> Vec<Fault> {
    faults.sort_by_key(|fault| fault.offset);
    faults
}
