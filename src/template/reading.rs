//! A template as it stands in its file: where its parameters are, and the JSON text around them.

use std::{collections::BTreeMap, fmt::Write as _};

use super::body::{self, Value};
use crate::{
    document::{Document, Fault, FaultKind},
    pointer::Pointer,
    text::shortened,
};

/// How many characters tell parameters in strings apart.
const MARKS: usize = 0x1900;

/// What a body is made of: a text in which `${}` encloses parameters.
///
/// A parameter stands for a value, so the text around it is read with every parameter replaced by something neutral of the
/// same length: offsets in what is read are those in the file.
#[derive(Debug)]
pub struct Template<'t> {
    /// The bytes of the file.
    pub text: &'t [u8],
    /// The parameters, in order.
    pub placeholders: Vec<Placeholder>,
    /// Why the text is no JSON once values stand for the parameters.
    pub(super) faults: Vec<Fault>,
    /// What the text is; none where there are faults.
    pub(super) body: Option<Value>,
}

/// A parameter of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placeholder {
    /// Offset of the `$`.
    pub start: usize,
    /// Offset behind the `}`; behind the `${` where nothing closes it.
    pub end: usize,
    /// What stands between `${` and `}`.
    pub name: String,
    /// What is wrong with it, if something is.
    pub problem: Option<&'static str>,
    /// What it stands in.
    pub inside: Inside,
}

/// What a parameter stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Inside {
    /// A string.
    Text,
    /// The name of a member.
    Name,
    /// Nothing: it is a value itself.
    Nothing,
}

impl<'t> Template<'t> {
    /// Reads a template: any bytes are one, though perhaps one of no JSON text.
    #[must_use]
    pub fn read(text: &'t [u8]) -> Self {
        let mut placeholders = find(text);
        let filled = filled(text, &placeholders);
        let (faults, body) = match Document::read(&filled) {
            Ok(document) => (Vec::new(), Some(body::of(&document.root, &filled, text, &mut placeholders))),
            Err(faults) => (told_of_template(faults, text, &placeholders), None),
        };
        Self { text, placeholders, faults, body }
    }

    /// The parameter as it stands in the file.
    #[must_use]
    pub fn shown(&self, placeholder: &Placeholder) -> String {
        String::from_utf8_lossy(&self.text[placeholder.start..placeholder.end]).into_owned()
    }
}

fn find(text: &[u8]) -> Vec<Placeholder> {
    let mut found = Vec::new();
    let mut is_quoted = false;
    let mut at = 0;
    while at < text.len() {
        match text[at] {
            b'"' => is_quoted = !is_quoted,
            // No escape hides a parameter: the value stands there all the same.
            b'\\' if is_quoted && !text[at + 1..].starts_with(b"${") => at += 1,
            b'$' if text[at + 1..].starts_with(b"{") => {
                let inside = if is_quoted { Inside::Text } else { Inside::Nothing };
                let placeholder = placeholder(text, at, inside);
                at = placeholder.end;
                found.push(placeholder);
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    found
}

fn placeholder(text: &[u8], start: usize, inside: Inside) -> Placeholder {
    let rest = &text[start + 2..];
    let end = rest.iter().position(|byte| matches!(byte, b'}' | b'{' | b'$' | b'"' | b'\\' | b'\n' | b'\r'));
    let Some(length) = end.filter(|end| rest[*end] == b'}') else {
        let problem = Some("no `}` closes this `${`");
        return Placeholder { start, end: start + 2, name: String::new(), problem, inside };
    };
    let name = String::from_utf8_lossy(&rest[..length]).into_owned();
    let problem = match name.as_str() {
        "" => Some("there is no parameter between `${` and `}`"),
        name if name.contains(|character: char| character.is_whitespace() || character.is_control()) => {
            Some("the name of a parameter has no white space")
        }
        _ => None,
    };
    Placeholder { start, end: start + length + 3, name, problem, inside }
}

impl Placeholder {
    /// Whether a `}` closes it, so that it stands for a value.
    pub(super) fn is_closed(&self) -> bool {
        self.end > self.start + 2
    }
}

/// The text with something neutral for each parameter, of the same length.
fn filled(text: &[u8], placeholders: &[Placeholder]) -> Vec<u8> {
    let mut filled = text.to_vec();
    for (index, placeholder) in placeholders.iter().enumerate().filter(|(_, placeholder)| placeholder.is_closed()) {
        let place = &mut filled[placeholder.start..placeholder.end];
        let neutral = match placeholder.inside {
            Inside::Text | Inside::Name => {
                place.fill(b'x');
                mark(index).to_string().into_bytes()
            }
            // Beside it, neither a digit nor a letter makes another value.
            Inside::Nothing => {
                place.fill(b' ');
                if place.len() >= 4 { b"null".to_vec() } else { b"0".to_vec() }
            }
        };
        place[..neutral.len()].copy_from_slice(&neutral);
    }
    filled
}

/// A character for private use, of three bytes, that tells a parameter in a string from others. It is no part of an escape,
/// so that a backslash before a parameter is seen to escape nothing.
fn mark(index: usize) -> char {
    u32::try_from(index % MARKS).ok().and_then(|index| char::from_u32(0xE000 + index)).unwrap_or('\u{e000}')
}

/// The faults in words that know of parameters, without those that are none of the template's.
fn told_of_template(faults: Vec<Fault>, text: &[u8], placeholders: &[Placeholder]) -> Vec<Fault> {
    let starts: BTreeMap<usize, &Placeholder> = placeholders.iter().map(|found| (found.start, found)).collect();
    let at = |offset: usize| starts.range(..=offset).next_back().map(|(_, found)| *found);
    let mut told = Vec::new();
    for mut fault in faults {
        if let Some(found) = at(fault.offset).filter(|found| fault.offset < found.end) {
            if !found.is_closed() {
                // Said already, of the parameter.
                continue;
            }
            let shown = String::from_utf8_lossy(&text[found.start..found.end]);
            fault.offset = found.start;
            fault.tail = Some(format!(", found the parameter `{}`", shortened(&shown)));
        }
        // Two names with parameters are told apart by what fills them, or cannot be told apart at all.
        let is_of_filling = fault.kind == FaultKind::DuplicateMember && {
            let name = text.get(fault.offset + 1..).unwrap_or_default();
            let end = name.iter().position(|byte| *byte == b'"').unwrap_or(name.len());
            starts.range(fault.offset..fault.offset + 1 + end).next().is_some()
        };
        if !is_of_filling {
            fault.pointer = restored(&fault.pointer, placeholders);
            told.push(fault);
        }
    }
    told
}

/// The pointer with parameters where its names have what fills them.
fn restored(pointer: &Pointer, placeholders: &[Placeholder]) -> Pointer {
    let token = |token: &String| {
        let mut restored = String::new();
        let mut rest = token.chars();
        while let Some(character) = rest.next() {
            let index = u32::from(character).checked_sub(0xE000).and_then(|index| usize::try_from(index).ok());
            let Some(found) = index.filter(|index| *index < MARKS).and_then(|index| placeholders.get(index)) else {
                restored.push(character);
                continue;
            };
            let _ = write!(restored, "${{{}}}", found.name);
            let filling = found.end - found.start - character.len_utf8();
            rest = rest.as_str().get(filling..).unwrap_or_default().chars();
        }
        restored
    };
    Pointer::root().join_all(&pointer.tokens().iter().map(token).collect::<Vec<_>>())
}
