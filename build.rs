//! Lists the schema files and, for the feature `fixtures`, the fixtures: the library embeds them.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

fn main() -> io::Result<()> {
    embed("schemas", "include_str!", |path| path.extension().is_some_and(|extension| extension == "json"))?;
    // Watched without the feature too: `#[files]` of the tests reads this folder at compile time.
    println!("cargo::rerun-if-changed=fixtures");
    if env::var_os("CARGO_FEATURE_FIXTURES").is_some() {
        embed("fixtures", "include_bytes!", |_| true)?;
    }
    Ok(())
}

/// Writes the list of a folder's files, each with its path below the folder and its content, as an expression.
fn embed(folder: &str, include: &str, is_wanted: fn(&Path) -> bool) -> io::Result<()> {
    println!("cargo::rerun-if-changed={folder}");
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join(folder);
    let mut files = Vec::new();
    list(&root, &root, &mut files)?;
    files.retain(|(_, path)| is_wanted(path));
    files.sort();
    let entries =
        files.iter().map(|(name, path)| format!("    ({name:?}, {include}({:?})),\n", path.display().to_string()));
    let list = format!("&[\n{}]\n", entries.collect::<String>());
    fs::write(PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join(format!("{folder}.rs")), list)
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
