//! Words for people: diagnostics on standard error, and text that fits a terminal.

use std::io::Write as _;

use hookproof::text::escaped_line;

/// Says on standard error that something failed.
pub(super) fn complain(message: &str) {
    say("error", message);
}

/// Says on standard error what a person may want to know.
pub(super) fn note(message: &str) {
    say("note", message);
}

/// Writes a line to standard error; that nobody reads it is no reason to fail.
pub(super) fn line(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}

fn say(kind: &str, message: &str) {
    // Names of files come from outside too; the line breaks of a list are ours.
    let lines: Vec<String> = message.lines().map(escaped_line).collect();
    line(&format!("{kind}: {}", lines.join("\n")));
}

/// `1 payload`, `2 payloads`
pub(super) fn counted(count: u64, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// Breaks text at blanks into lines of at most `width` characters.
pub(super) fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let last = lines.len() - 1;
        let line = &mut lines[last];
        if line.is_empty() {
            line.push_str(word);
        } else if line.chars().count() + 1 + word.chars().count() <= width {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}
