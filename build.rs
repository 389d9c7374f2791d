//! Embeds the schemas and, for the feature `fixtures`, the fixtures.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

fn main() -> io::Result<()> {
    schemas()?;
    // Watched without the feature too: `#[files]` of the tests reads this folder at compile time.
    println!("cargo::rerun-if-changed=fixtures");
    #[cfg(feature = "fixtures")]
    fixtures()?;
    Ok(())
}

/// The list of the schema files, each with its path below `schemas/` and its text.
///
/// They have no white space: it would be a third of them, and nobody sees a place in them any more.
fn schemas() -> io::Result<()> {
    println!("cargo::rerun-if-changed=schemas");
    let files = files("schemas")?
        .into_iter()
        .filter(|(name, _)| Path::new(name).extension().is_some_and(|extension| extension == "json"));
    let entries = files.map(|(name, path)| {
        let text = without_space(&fs::read_to_string(path)?);
        Ok(format!("({name:?}, {text:?}),\n"))
    });
    let entries: io::Result<String> = entries.collect();
    fs::write(out("schemas.rs"), format!("&[\n{}]\n", entries?))
}

/// A JSON text without the white space between its tokens.
fn without_space(text: &str) -> String {
    let (mut in_string, mut is_escaped) = (false, false);
    let is_kept = |character: &char| {
        let quote = *character == '"' && !is_escaped;
        is_escaped = in_string && *character == '\\' && !is_escaped;
        in_string ^= quote;
        in_string || !character.is_ascii_whitespace()
    };
    text.chars().filter(is_kept).collect()
}

/// The fixtures' bytes in a row, packed, and the list of the files, each with its path below `fixtures/` and its length.
#[cfg(feature = "fixtures")]
fn fixtures() -> io::Result<()> {
    let mut row = Vec::new();
    let mut list = Vec::new();
    // Templates are no payloads: the tests read them from the disk.
    let is_payload = |name: &str| name.split('/').nth(1) != Some("templates");
    for (name, path) in files("fixtures")?.into_iter().filter(|(name, _)| is_payload(name)) {
        let bytes = fs::read(path)?;
        list.push((name, bytes.len()));
        row.extend(bytes);
    }
    fs::write(out("fixtures.packed"), miniz_oxide::deflate::compress_to_vec(&row, 9))?;
    fs::write(out("fixtures.rs"), format!("&{list:#?}"))
}

/// The files of a folder of the package, in the order of their paths below it.
fn files(folder: &str) -> io::Result<Vec<(String, PathBuf)>> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join(folder);
    let mut files = Vec::new();
    list(&root, &root, &mut files)?;
    files.sort();
    Ok(files)
}

fn list(root: &Path, folder: &Path, files: &mut Vec<(String, PathBuf)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            list(root, &path, files)?;
        } else {
            let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            files.push((name, path));
        }
    }
    Ok(())
}

fn out(name: &str) -> PathBuf {
    PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join(name)
}
