//! The formats for CI systems: each is what its specification says, for every verdict and for names of any kind.

mod annotations;
mod gitlab;
mod hostile;
mod human;
mod junit;
mod maps;
mod redacted;
mod sarif;

use std::{fs, path::Path};

use tempfile::TempDir;

use crate::support::{DRIFT, INVALID, Ran, UNKNOWN, VALID, command, folder};

/// Every verdict, in files of one payload and of several.
fn captures() -> TempDir {
    folder(&[
        ("captures/drift.json", DRIFT),
        ("captures/invalid.json", INVALID),
        ("captures/lines.ndjson", &format!("{VALID}\n{DRIFT}\n{UNKNOWN}\n{{\n{INVALID}\n")),
        ("captures/malformed.json", "{\n  \"before\": \"\",\n  \"before\": \"\"\n}\n"),
        ("captures/unknown.json", UNKNOWN),
        ("captures/valid.json", VALID),
    ])
}

/// Names that some format has a use of its own for.
pub(crate) const NAMES: [&str; 11] = [
    "a b.json",
    "hash#100%25.json",
    "query?x=1&y=<2>.json",
    "\"quoted\" 'twice'.json",
    "comma,colon:semicolon;.json",
    "日本語-é.json",
    "::error::y.json",
    "##[error]z.json",
    "\u{1b}[2Jcontrol\u{7}.json",
    "line\n::error::break.json",
    "\u{202e}override.json",
];

/// A folder with a payload that drifts under each of the names.
fn named() -> TempDir {
    let folder = folder(&[]);
    for name in NAMES {
        fs::write(folder.path().join(name), DRIFT).expect("the file system takes the name");
    }
    folder
}

/// Runs the command in a folder with variables set.
fn run_in(folder: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> Ran {
    let output = command(folder, arguments).envs(variables.iter().copied()).output().expect("the command runs");
    Ran {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).expect("standard output is text"),
        err: String::from_utf8(output.stderr).expect("standard error is text"),
    }
}
