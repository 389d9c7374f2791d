//! Folders that are written whole or not at all.

use std::{fs, path::Path};

use anyhow::{Context as _, bail};

/// Makes a folder with these files, each a path below it and its text.
///
/// It must not be there yet, or be empty.
pub(super) fn write(folder: &Path, files: &[(String, String)]) -> anyhow::Result<()> {
    let shown = folder.display();
    let is_there = match fs::read_dir(folder) {
        Ok(mut entries) => {
            if entries.next().is_some() {
                bail!("{shown} is not empty: name a folder that is not there yet");
            }
            true
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => false,
        Err(error) => return Err(error).with_context(|| format!("{shown} cannot be written")),
    };
    let parent = folder.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let cannot = || format!("{shown} cannot be written");
    // It gets its name when it is whole. The folder inside has the permissions of any new one.
    let temporary = tempfile::tempdir_in(parent).with_context(cannot)?;
    let whole = temporary.path().join("pack");
    fs::create_dir(&whole).with_context(cannot)?;
    for (path, text) in files {
        let path = whole.join(path);
        if let Some(above) = path.parent() {
            fs::create_dir_all(above).with_context(cannot)?;
        }
        fs::write(&path, text).with_context(cannot)?;
    }
    if is_there {
        // Not every system lets a folder take the place of an empty one.
        fs::remove_dir(folder).with_context(cannot)?;
    }
    fs::rename(&whole, folder).with_context(cannot)
}
