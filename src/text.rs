//! Untrusted text made fit to print: the one way from a payload to a person.

use std::fmt::Write as _;

/// How many characters of a payload's value a message shows.
const SHOWN: usize = 60;

/// The text with every control character, bidirectional override and line break written as an escape.
///
/// Runners of CI systems take `##[` and `##vso[` for commands, wherever in a line they stand: they are escaped too.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\n' => shown.push_str("\\n"),
            '\r' => shown.push_str("\\r"),
            '\t' => shown.push_str("\\t"),
            character if is_hostile(character) => {
                let _ = write!(shown, "\\u{{{:x}}}", u32::from(character));
            }
            character => shown.push(character),
        }
    }
    if shown.contains("##") {
        shown = shown.replace("##[", "#\\u{23}[").replace("##vso[", "#\\u{23}vso[");
    }
    shown
}

/// The text escaped for the beginning of a line, where runners of CI systems take `::` for a command.
#[must_use]
pub fn escaped_line(text: &str) -> String {
    let text = escaped(text);
    let bare = text.trim_start();
    let Some(rest) = bare.strip_prefix("::") else { return text };
    format!("{}\\u{{3a}}:{rest}", &text[..text.len() - bare.len()])
}

/// The text escaped and cut to what a message can hold.
#[must_use]
pub fn shortened(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        None => escaped(text),
        Some((end, _)) => format!("{}…", escaped(&text[..end])),
    }
}

/// Whether a terminal or a log could take the character for more than text.
#[must_use]
pub fn is_hostile(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{61c}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                // No XML can hold these two.
                | '\u{fffe}'..='\u{ffff}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

/// Line and column of an offset, both from 1; columns in bytes.
#[must_use]
pub fn line_column(text: &[u8], offset: usize) -> (usize, usize) {
    let before = &text[..offset.min(text.len())];
    let line_start = before.iter().rposition(|&byte| byte == b'\n').map_or(0, |newline| newline + 1);
    let line = before.split(|&byte| byte == b'\n').count();
    (line, before.len() - line_start + 1)
}
