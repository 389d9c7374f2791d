//! Lists the schema files, which the library embeds, and watches the folders that tests read at compile time.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=schemas");
    // `#[files]` of the tests reads this folder at compile time.
    println!("cargo::rerun-if-changed=fixtures");
    let schemas = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join("schemas");
    let mut files = Vec::new();
    list(&schemas, &schemas, &mut files)?;
    files.sort();
    let entries =
        files.iter().map(|(name, path)| format!("    ({name:?}, include_str!({:?})),\n", path.display().to_string()));
    let list = format!("&[\n{}]\n", entries.collect::<String>());
    fs::write(PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("schemas.rs"), list)
}

fn list(root: &Path, folder: &Path, files: &mut Vec<(String, PathBuf)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            list(root, &path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "json") {
            let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            files.push((name, path));
        }
    }
    Ok(())
}
