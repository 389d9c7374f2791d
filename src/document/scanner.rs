//! The scanner: one pass over the bytes, by the grammar of RFC 8259.

use std::borrow::Cow;

use super::{Document, Fault, FaultKind, Kind, MAX_DEPTH, Member, Value};
use crate::{pointer::Pointer, text::escaped};

/// Up to this many members, comparing all pairs of names is faster than sorting them.
const FEW_MEMBERS: usize = 12;

/// So many members and items of what is open there is room for from the start.
const OPEN: usize = 32;

pub(super) fn read(text: &[u8]) -> Result<Document<'_>, Vec<Fault>> {
    if text.starts_with(b"\xEF\xBB\xBF") {
        return Err(vec![Fault {
            kind: FaultKind::Encoding,
            offset: 0,
            pointer: Pointer::root(),
            message: "a byte-order mark stands before the JSON text".to_owned(),
            tail: None,
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
    let message = "the text is no UTF-8 here".to_owned();
    let tail = Some(format!(": byte 0x{:02x}", text[offset]));
    scanner.faults_and(Fault { kind: FaultKind::Encoding, offset, pointer, message, tail })
}

pub(super) struct Scanner<'a> {
    pub(super) text: &'a str,
    /// The offset of the next byte.
    pub(super) at: usize,
    /// The way from the root to the value that is being read.
    path: Vec<Token<'a>>,
    /// The members and the items of all that is open: those of one object or array are moved out together.
    members: Vec<Member<'a>>,
    items: Vec<Value<'a>>,
    /// Faults that do not end the reading.
    faults: Vec<Fault>,
}

enum Token<'a> {
    Item(usize),
    Member(Cow<'a, str>),
}

impl<'a> Scanner<'a> {
    fn new(text: &'a str) -> Self {
        let (members, items) = (Vec::with_capacity(OPEN), Vec::with_capacity(OPEN));
        Self { text, at: 0, path: Vec::new(), members, items, faults: Vec::new() }
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
            let fault = self.fault(FaultKind::TrailingData, self.at, "something follows the value".to_owned());
            return Err(Fault { tail: Some(format!(": {}", self.found())), ..fault });
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
        let first = self.members.len();
        self.skip_space();
        if self.eat(b'}') {
            return Ok(Kind::Object(Vec::new()));
        }
        loop {
            self.skip_space();
            let start = self.at;
            if self.peek() != Some(b'"') {
                return Err(self.expected(if self.members.len() == first {
                    "a member name or `}`"
                } else {
                    "a member name"
                }));
            }
            let name = self.string()?;
            self.skip_space();
            if !self.eat(b':') {
                return Err(self.expected("`:` after a member name"));
            }
            self.path.push(Token::Member(name.clone()));
            let value = self.value()?;
            self.path.pop();
            self.members.push(Member { name, start, value });
            self.skip_space();
            if self.eat(b'}') {
                let members = self.members.drain(first..).collect::<Vec<_>>();
                self.note_duplicates(&members);
                return Ok(Kind::Object(members));
            }
            if !self.eat(b',') {
                return Err(self.expected("`,` or `}`"));
            }
        }
    }

    fn array(&mut self) -> Result<Kind<'a>, Fault> {
        let first = self.items.len();
        self.skip_space();
        if self.eat(b']') {
            return Ok(Kind::Array(Vec::new()));
        }
        loop {
            self.path.push(Token::Item(self.items.len() - first));
            let item = self.value()?;
            self.items.push(item);
            self.path.pop();
            self.skip_space();
            if self.eat(b']') {
                return Ok(Kind::Array(self.items.drain(first..).collect()));
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

    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    pub(super) fn eat(&mut self, byte: u8) -> bool {
        let eaten = self.peek() == Some(byte);
        self.at += usize::from(eaten);
        eaten
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    pub(super) fn expected(&self, what: &str) -> Fault {
        let fault = self.fault(FaultKind::Syntax, self.at, format!("expected {what}"));
        Fault { tail: Some(format!(", found {}", self.found())), ..fault }
    }

    /// What stands here, in words.
    pub(super) fn found(&self) -> String {
        match self.text[self.at..].chars().next() {
            None => "the end of the text".to_owned(),
            Some('\u{a0}') => "a no-break space (U+00A0), which is no JSON white space".to_owned(),
            Some('/') if self.text[self.at..].starts_with("//") || self.text[self.at..].starts_with("/*") => {
                "a comment".to_owned()
            }
            Some(character) => format!("`{}`", escaped(character.encode_utf8(&mut [0; 4]))),
        }
    }

    pub(super) fn note(&mut self, kind: FaultKind, offset: usize, message: &str) {
        let fault = self.fault(kind, offset, message.to_owned());
        self.faults.push(fault);
    }

    pub(super) fn fault(&self, kind: FaultKind, offset: usize, message: String) -> Fault {
        let pointer = self.path.iter().fold(Pointer::root(), |pointer, token| match token {
            Token::Item(index) => pointer.join(&index.to_string()),
            Token::Member(name) => pointer.join(name),
        });
        Fault { kind, offset, pointer, message, tail: None }
    }
}

/// In document order, since duplicates are found at the end of their object.
fn sorted(mut faults: Vec<Fault>) -> Vec<Fault> {
    faults.sort_by_key(|fault| fault.offset);
    faults
}
