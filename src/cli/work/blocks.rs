//! An input in blocks of whole lines: as much as there is, without waiting for more.

use std::io::{self, ErrorKind, Read};

use memchr::{memchr, memchr_iter, memrchr};

use crate::cli::payloads::{Form, is_long};

/// How much is read at once.
const BLOCK: usize = 128 * 1024;

/// Larger blocks are not kept to be used again.
const KEPT: usize = 4 * BLOCK;

/// The blocks of an input.
pub(super) struct Blocks<'r> {
    reader: &'r mut dyn Read,
    max_bytes: u64,
    /// What was read and not handed on, at the beginning of memory that is used again.
    memory: Vec<u8>,
    held: usize,
    /// The number of the line that begins with it.
    line: u64,
    /// Whether something was read at all.
    begun: bool,
    ended: bool,
}

impl<'r> Blocks<'r> {
    pub(super) fn new(reader: &'r mut dyn Read, max_bytes: u64) -> Self {
        Self { reader, max_bytes, memory: Vec::new(), held: 0, line: 1, begun: false, ended: false }
    }

    /// The next lines, or one that is too long; `spare` is memory to be used again, if there is some.
    pub(super) fn next(&mut self, spare: &mut dyn FnMut() -> Option<Vec<u8>>) -> io::Result<Option<(Vec<u8>, Form)>> {
        let mut searched = 0;
        loop {
            if let Some(last) = memrchr(b'\n', &self.memory[searched..self.held]) {
                return Ok(Some(self.split(searched + last + 1, spare)));
            }
            if is_long(&self.memory[..self.held], self.max_bytes) {
                return self.long_line().map(Some);
            }
            searched = self.held;
            if self.ended || self.read()? == 0 {
                self.ended = true;
                return Ok(self.rest());
            }
        }
    }

    /// The first line with its end, or all that there is, or as much as is read at most: to be looked at.
    pub(super) fn peek(&mut self) -> io::Result<&[u8]> {
        let mut searched = 0;
        loop {
            if let Some(end) = memchr(b'\n', &self.memory[searched..self.held]) {
                return Ok(&self.memory[..=searched + end]);
            }
            searched = self.held;
            if is_long(&self.memory[..self.held], self.max_bytes) || self.read()? == 0 {
                return Ok(&self.memory[..self.held]);
            }
        }
    }

    /// All of the input as one text; `None` if it is longer than what is read.
    pub(super) fn whole(mut self) -> io::Result<Option<Vec<u8>>> {
        while self.held as u64 <= self.max_bytes {
            if self.read()? == 0 {
                self.memory.truncate(self.held);
                return Ok(Some(self.memory));
            }
        }
        Ok(None)
    }

    /// Reads once; how much there was.
    fn read(&mut self) -> io::Result<usize> {
        if self.memory.len() - self.held < BLOCK / 2 {
            // A long line doubles what is held, so that it is not copied again and again.
            self.memory.resize((self.held * 2).max(BLOCK), 0);
        }
        loop {
            match self.reader.read(&mut self.memory[self.held..]) {
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                read => {
                    let read = read?;
                    self.begun |= read > 0;
                    self.held += read;
                    return Ok(read);
                }
            }
        }
    }

    /// The lines that end before `end`; what follows is kept.
    fn split(&mut self, end: usize, spare: &mut dyn FnMut() -> Option<Vec<u8>>) -> (Vec<u8>, Form) {
        let rest = end..self.held;
        let mut next = spare().unwrap_or_default();
        if next.len() < rest.len().max(BLOCK) {
            next.resize(rest.len().max(BLOCK), 0);
        }
        next[..rest.len()].copy_from_slice(&self.memory[rest.clone()]);
        self.held = rest.len();
        let mut lines = std::mem::replace(&mut self.memory, next);
        lines.truncate(end);
        let first = self.line;
        self.line += memchr_iter(b'\n', &lines).count() as u64;
        (lines, Form::Lines(first))
    }

    /// The beginning of a line that is too long, once its end was passed.
    fn long_line(&mut self) -> io::Result<(Vec<u8>, Form)> {
        let most = usize::try_from(self.max_bytes.saturating_add(2)).unwrap_or(usize::MAX);
        let beginning = self.memory[..self.held.min(most)].to_vec();
        loop {
            self.held = 0;
            let read = self.read()?;
            if let Some(end) = memchr(b'\n', &self.memory[..read]) {
                self.memory.copy_within(end + 1..read, 0);
                self.held = read - end - 1;
                break;
            }
            if read == 0 {
                self.ended = true;
                break;
            }
        }
        let number = self.line;
        self.line += 1;
        Ok((beginning, Form::LongLine(number)))
    }

    /// The last line, if it has no end.
    fn rest(&mut self) -> Option<(Vec<u8>, Form)> {
        let is_empty = !self.begun;
        self.begun = true;
        if self.held == 0 {
            // An empty file is a malformed payload, not one that is skipped.
            return is_empty.then(|| (Vec::new(), Form::Payload));
        }
        let mut lines = std::mem::take(&mut self.memory);
        lines.truncate(std::mem::take(&mut self.held));
        Some((lines, Form::Lines(self.line)))
    }
}

/// Whether memory is worth keeping.
pub(super) fn is_spare(memory: &[u8]) -> bool {
    (BLOCK / 2..=KEPT).contains(&memory.len())
}
