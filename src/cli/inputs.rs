//! Which files are read: the named ones, and those that are found in the named directories.

use std::{
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

use hookproof::text::escaped;
use walkdir::WalkDir;

/// A file that holds payloads, or standard input.
#[derive(Debug, Clone)]
pub(super) struct Input {
    /// How reports call it: the path, written with `/`, or `-`.
    pub(super) name: String,
    pub(super) place: Place,
    pub(super) kind: Kind,
}

#[derive(Debug, Clone)]
pub(super) enum Place {
    StandardInput,
    File(PathBuf),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// One payload.
    Payload,
    /// One payload a line.
    Lines,
    /// One recorded request.
    Request,
    /// One payload, or one a line if the first line is a whole JSON text.
    Either,
}

/// What came of looking for inputs.
pub(super) enum Found {
    Input(Input),
    /// A path that cannot be read.
    Fault(String),
    /// Something that a person may want to know.
    Note(String),
}

/// The inputs that a path names, in the order of their names; `standard` is what standard input holds.
pub(super) fn find(path: &Path, standard: Kind) -> Box<dyn Iterator<Item = Found>> {
    if path.as_os_str() == "-" {
        let input = Input { name: "-".to_owned(), place: Place::StandardInput, kind: standard };
        return Box::new(std::iter::once(Found::Input(input)));
    }
    if !path.is_dir() {
        return Box::new(std::iter::once(Found::Input(file(path, kind(path).unwrap_or(Kind::Payload)))));
    }
    Box::new(in_directory(path))
}

fn in_directory(directory: &Path) -> impl Iterator<Item = Found> + use<> {
    let shown = escaped(&shown(directory));
    // Links are followed: captures are often mounted as links.
    let entries = WalkDir::new(directory).follow_links(true).sort_by_file_name().into_iter();
    // `validate .` finds `a.json`, not `./a.json`.
    let here = directory == Path::new(".");
    let found = entries.filter_map(move |entry| match entry {
        Ok(entry) if entry.file_type().is_file() => {
            let path = if here { entry.path().strip_prefix(".").unwrap_or(entry.path()) } else { entry.path() };
            kind(path).map(|kind| Found::Input(file(path, kind)))
        }
        Ok(_) => None,
        Err(error) => unreadable(&error),
    });
    let mut found = found.peekable();
    let nothing = found.peek().is_none().then(|| {
        Found::Fault(format!(
            "{shown}: nothing to validate: no *.json, *.ndjson, *.jsonl or *.http file is in this directory"
        ))
    });
    found.chain(nothing)
}

fn unreadable(error: &walkdir::Error) -> Option<Found> {
    let path = error.path().unwrap_or(Path::new(""));
    if let Some(ancestor) = error.loop_ancestor() {
        let message = format!(
            "{}: this link leads back to {} and is not followed",
            escaped(&shown(path)),
            escaped(&shown(ancestor))
        );
        return Some(Found::Note(message));
    }
    // A dead link is a fault only where its target would have been read.
    let is_link = fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_symlink());
    if is_link && kind(path).is_none() {
        return None;
    }
    let reason = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
    Some(Found::Fault(format!("{}: {reason}", escaped(&shown(path)))))
}

fn file(path: &Path, kind: Kind) -> Input {
    Input { name: shown(path), place: Place::File(path.to_owned()), kind }
}

fn kind(path: &Path) -> Option<Kind> {
    let extension = path.extension()?.to_str()?.to_ascii_lowercase();
    match extension.as_str() {
        "json" => Some(Kind::Payload),
        "ndjson" | "jsonl" => Some(Kind::Lines),
        "http" => Some(Kind::Request),
        _ => None,
    }
}

/// A path as reports call it, with `/`.
pub(super) fn shown(path: &Path) -> String {
    let name = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' { name.into_owned() } else { name.replace(std::path::MAIN_SEPARATOR, "/") }
}

impl Input {
    /// The file; none for standard input.
    pub(super) fn file(&self) -> Option<&Path> {
        match &self.place {
            Place::StandardInput => None,
            Place::File(path) => Some(path),
        }
    }

    /// Opens the input.
    pub(super) fn open(&self) -> io::Result<Box<dyn Read>> {
        match &self.place {
            Place::StandardInput => Ok(Box::new(io::stdin().lock())),
            Place::File(path) => Ok(Box::new(fs::File::open(path)?)),
        }
    }

    /// Why it cannot be read, without the number of the system's error.
    pub(super) fn unreadable(&self, error: &io::Error) -> String {
        let reason = error.to_string();
        format!("{}: {}", escaped(&self.name), reason.split(" (os error").next().unwrap_or(&reason))
    }
}
