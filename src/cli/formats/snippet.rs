//! The text around a finding: as much as a person can take in, and how far the name or value reaches.

use std::ops::Range;

use hookproof::text::escaped;

/// How many bytes of a line are shown on either side of a place.
const AROUND: usize = 60;

/// As much of a line as a person can take in, harmless to a terminal.
pub(super) struct Window {
    pub(super) text: String,
    pub(super) span: Range<usize>,
}

/// Where a place begins and ends in its line, from 1, in UTF-16 code units, as editors and web pages count.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Columns {
    /// 0 where there is none.
    pub(super) start: u64,
    /// One beyond the last; the start where the end is not known.
    pub(super) end: u64,
}

impl Window {
    pub(super) fn around(text: &[u8], offset: usize) -> Self {
        let offset = offset.min(text.len());
        // Only what is near is looked at: a line can be as long as a file.
        let from = offset.saturating_sub(AROUND);
        let start = text[from..offset].iter().rposition(|&byte| byte == b'\n').map_or(from, |at| from + at + 1);
        let reach = (offset + 2 * AROUND).min(text.len());
        let end = text[offset..reach].iter().position(|&byte| byte == b'\n').map_or(reach, |at| offset + at);
        let line = &text[start..end];
        let at = offset - start;
        let length = token(&line[at..]).min(AROUND);
        let last = (at + length + AROUND).min(line.len());
        let goes_on = |byte: Option<&u8>| byte.is_some_and(|&byte| byte != b'\n');
        let is_cut_before = start > 0 && goes_on(text.get(start - 1));
        let is_cut_after = goes_on(text.get(start + last));
        // What is harmless piece by piece could be a runner's command once the pieces are put together.
        let is_command = line.windows(2).any(|pair| pair == b"##");
        let show = |bytes: &[u8]| {
            let shown = escaped(&String::from_utf8_lossy(bytes));
            if is_command { shown.replace('#', "\\u{23}") } else { shown }
        };
        let cut = |is_cut: bool| if is_cut { "…" } else { "" };
        // Indentation says nothing once the line is cut.
        let before = format!("{}{}", cut(is_cut_before), show(boundary(&line[..at])));
        let marked = show(&line[at..at + length]);
        let after = format!("{}{}", show(boundary(&line[at + length..last])), cut(is_cut_after));
        let span = before.len()..before.len() + marked.len();
        Self { text: format!("{before}{marked}{}", after.trim_end()), span }
    }
}

impl Columns {
    /// The columns of several places, each an offset and a length, in the order of their offsets.
    // One pass for all of them: a line can hold as many findings as bytes.
    pub(super) fn all(text: &[u8], places: &[(usize, usize)]) -> Vec<Self> {
        let (mut at, mut column) = (0, 1);
        let mut columns = Vec::with_capacity(places.len());
        for &(offset, length) in places {
            let offset = offset.min(text.len());
            if offset < at {
                (at, column) = (0, 1);
            }
            let between = &text[at..offset];
            match between.iter().rposition(|&byte| byte == b'\n') {
                Some(newline) => column = 1 + units(&between[newline + 1..]),
                None => column += units(between),
            }
            at = offset;
            let end = text.len().min(offset + length);
            columns.push(Self { start: column, end: column + units(&text[offset..end]) });
        }
        columns
    }
}

/// How many UTF-16 code units the text has.
fn units(text: &[u8]) -> u64 {
    let units = |byte: &u8| match byte {
        0x80..=0xBF => 0,
        0xF0..=0xFF => 2,
        _ => 1,
    };
    text.iter().map(units).sum()
}

/// Leaves out the halves of characters that cutting leaves at both ends.
fn boundary(bytes: &[u8]) -> &[u8] {
    let start = bytes.iter().take(3).take_while(|byte| **byte & 0xC0 == 0x80).count();
    let bytes = &bytes[start..];
    match std::str::from_utf8(bytes) {
        Err(error) if error.error_len().is_none() => &bytes[..error.valid_up_to()],
        _ => bytes,
    }
}

/// The length of the name, string, number or sign that begins here.
pub(super) fn token(line: &[u8]) -> usize {
    match line.first() {
        None => 0,
        Some(b'"') => {
            let mut escape = false;
            let end = line[1..].iter().position(|&byte| {
                let closes = byte == b'"' && !escape;
                escape = byte == b'\\' && !escape;
                closes
            });
            end.map_or(line.len(), |end| end + 2)
        }
        Some(byte) if byte.is_ascii_alphanumeric() || *byte == b'-' => {
            line.iter().position(|byte| !(byte.is_ascii_alphanumeric() || b"+-.".contains(byte))).unwrap_or(line.len())
        }
        // A parameter of a template.
        Some(b'$') if line.starts_with(b"${") => line.iter().position(|byte| *byte == b'}').map_or(2, |end| end + 1),
        Some(byte) if byte.is_ascii() => 1,
        Some(_) => line.iter().skip(1).position(|byte| byte & 0xC0 != 0x80).map_or(line.len(), |end| end + 1),
    }
}
