//! Where files stand in the repository: CI systems know them by their paths below its root.

use std::{
    env,
    fmt::Write as _,
    path::{Component, Path, PathBuf},
};

use crate::cli::inputs::shown;

/// Variables by which CI systems name the folder that a repository was checked out to.
const CHECKOUTS: [&str; 2] = ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"];

/// The folder that reports give paths below.
#[derive(Debug)]
pub(in crate::cli) struct Root {
    /// What relative paths are relative to.
    here: PathBuf,
    root: PathBuf,
}

/// A file as CI systems know it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// The path, with `/`: below the root, or the whole one.
    pub(super) path: String,
    /// The same as a reference to a URI, byte for byte.
    pub(super) uri: String,
    pub(super) is_below_root: bool,
}

impl Root {
    /// The checkout that a CI system names, if the working directory is in it; else the working directory.
    pub(in crate::cli) fn find() -> Self {
        let here = env::current_dir().unwrap_or_default();
        let named = CHECKOUTS.iter().filter_map(env::var_os).map(PathBuf::from);
        let root =
            named.filter(|root| root.is_absolute() && here.starts_with(root)).max_by_key(|root| root.as_os_str().len());
        Self { root: root.unwrap_or_else(|| here.clone()), here }
    }

    /// Where a file stands; none is standard input.
    pub(super) fn place(&self, file: Option<&Path>) -> Place {
        let Some(file) = file else {
            return Place { path: "-".to_owned(), uri: "-".to_owned(), is_below_root: true };
        };
        let path = normal(&self.here.join(file));
        if let Ok(below) = path.strip_prefix(&self.root) {
            return Place { path: shown(below), uri: encoded(below), is_below_root: true };
        }
        let uri = encoded(&path);
        let authority = if uri.starts_with('/') { "file://" } else { "file:///" };
        Place { path: shown(&path), uri: format!("{authority}{uri}"), is_below_root: false }
    }
}

/// The path without `.` and `..`, as far as names alone tell.
pub(in crate::cli) fn normal(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                normal.pop();
            }
            other => normal.push(other),
        }
    }
    normal
}

fn encoded(path: &Path) -> String {
    let mut encoded = String::new();
    for &byte in &bytes(path) {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

/// The bytes of a name, which need not be text.
#[cfg(unix)]
fn bytes(path: &Path) -> Vec<u8> {
    use std::os::unix::ffi::OsStrExt as _;
    path.as_os_str().as_bytes().to_vec()
}

#[cfg(not(unix))]
fn bytes(path: &Path) -> Vec<u8> {
    shown(path).into_bytes()
}
