//! The bytes of a JSON text, read strictly and without a word about what is wrong: where anything is, it doubts.

use std::borrow::Cow;

use super::{Doubt, Sure};
use crate::document::{Document, MAX_DEPTH, string_end};

/// A text and how far it was read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scanner<'t> {
    pub(super) text: &'t [u8],
    /// The offset of the next byte.
    pub(super) at: usize,
    /// How many objects and arrays are open.
    pub(super) depth: usize,
}

impl<'t> Scanner<'t> {
    pub(super) fn new(text: &'t [u8]) -> Self {
        Self { text, at: 0, depth: 0 }
    }

    #[inline]
    pub(super) fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    #[inline]
    pub(super) fn eat(&mut self, byte: u8) -> bool {
        let eaten = self.peek() == Some(byte);
        self.at += usize::from(eaten);
        eaten
    }

    #[inline]
    pub(super) fn demand(&mut self, byte: u8) -> Sure<()> {
        if self.eat(byte) { Ok(()) } else { Err(Doubt) }
    }

    #[inline]
    pub(super) fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// Goes into an object or array, at its opening bracket; whether something stands in it.
    #[inline]
    pub(super) fn enter(&mut self, open: u8, end: u8) -> Sure<bool> {
        self.demand(open)?;
        if self.depth >= MAX_DEPTH {
            return Err(Doubt);
        }
        self.depth += 1;
        self.skip_space();
        Ok(!self.eat(end))
    }

    #[inline]
    pub(super) fn leave(&mut self) {
        self.depth -= 1;
    }

    /// Whether another member or item follows, or else the end of what is open.
    #[inline]
    pub(super) fn goes_on(&mut self, end: u8) -> Sure<bool> {
        self.skip_space();
        if self.eat(b',') {
            self.skip_space();
            return Ok(true);
        }
        self.demand(end)?;
        Ok(false)
    }

    #[inline]
    pub(super) fn literal(&mut self, word: &[u8]) -> Sure<()> {
        if !self.text[self.at..].starts_with(word) {
            return Err(Doubt);
        }
        self.at += word.len();
        Ok(())
    }

    /// An object or array of which nothing is known.
    pub(super) fn anything_nested(&mut self) -> Sure<()> {
        let mut end = *self;
        let levels = end.skip_value()?;
        if self.depth + levels > MAX_DEPTH || Document::read(&self.text[self.at..end.at]).is_err() {
            return Err(Doubt);
        }
        self.at = end.at;
        Ok(())
    }

    /// Goes behind a value without a look at what stands in it, and says how deep it is nested. Whatever is passed over
    /// must be read as well.
    pub(super) fn skip_value(&mut self) -> Sure<usize> {
        let (mut open, mut levels) = (0_usize, 0);
        loop {
            match self.peek().ok_or(Doubt)? {
                b'"' => self.skip_string()?,
                b'{' | b'[' => {
                    open += 1;
                    levels = levels.max(open);
                    self.at += 1;
                }
                b'}' | b']' => {
                    open = open.checked_sub(1).ok_or(Doubt)?;
                    self.at += 1;
                }
                _ => {
                    self.at += 1;
                    let is_word = |byte: u8| !matches!(byte, b',' | b'}' | b']' | b'"' | b'{' | b'[');
                    while self.peek().is_some_and(is_word) {
                        self.at += 1;
                    }
                }
            }
            if open == 0 {
                return Ok(levels);
            }
        }
    }

    fn skip_string(&mut self) -> Sure<()> {
        self.at = string_end(self.text, self.at + 1).ok_or(Doubt)? + 1;
        Ok(())
    }

    /// The name of a member, at its quotation mark, and the colon behind it.
    #[inline]
    pub(super) fn name(&mut self) -> Sure<Cow<'t, [u8]>> {
        let name = self.string()?;
        self.skip_space();
        self.demand(b':')?;
        self.skip_space();
        name.meaning()
    }

    /// Where the value of an object's member stands, if it has it; the scanner stands at the object.
    pub(super) fn find(mut self, wanted: &[u8]) -> Sure<Option<Self>> {
        if !self.enter(b'{', b'}')? {
            return Ok(None);
        }
        loop {
            if *self.name()? == *wanted {
                return Ok(Some(self));
            }
            self.skip_value()?;
            if !self.goes_on(b'}')? {
                return Ok(None);
            }
        }
    }
}
