//! A folder that belongs to the generator: what is in it is what was planned, and nothing else.

use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

use anyhow::Context as _;

use super::Plan;

/// The files that are missing, changed or stray, each with what is wrong.
pub(super) fn stale(folder: &Path, plan: &Plan) -> anyhow::Result<Vec<String>> {
    let mut stale = Vec::new();
    for (name, text) in plan {
        match read(&folder.join(name))? {
            Some(found) if found == text.as_bytes() => {}
            Some(_) => stale.push(format!("{name} differs")),
            None => stale.push(format!("{name} is missing")),
        }
    }
    stale.extend(strays(folder, plan)?.iter().map(|path| {
        let name = path.strip_prefix(folder).unwrap_or(path);
        format!("{} is not generated", name.display())
    }));
    Ok(stale)
}

/// Makes the folder what was planned. A file that is right stays untouched.
pub(super) fn write(folder: &Path, plan: &Plan) -> anyhow::Result<()> {
    fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    for (name, text) in plan {
        let path = folder.join(name);
        if read(&path)?.as_deref() == Some(text.as_bytes()) {
            continue;
        }
        // The file gets its name when it is whole.
        let part = folder.join(format!(".{name}.part"));
        fs::write(&part, text).and_then(|()| fs::rename(&part, &path)).with_context(|| path.display().to_string())?;
    }
    for stray in strays(folder, plan)? {
        let removed = if stray.is_dir() { fs::remove_dir_all(&stray) } else { fs::remove_file(&stray) };
        removed.with_context(|| stray.display().to_string())?;
    }
    Ok(())
}

fn strays(folder: &Path, plan: &Plan) -> anyhow::Result<BTreeSet<PathBuf>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(BTreeSet::new()),
        Err(error) => return Err(error).with_context(|| folder.display().to_string()),
    };
    let mut strays = BTreeSet::new();
    for entry in entries {
        let entry = entry.with_context(|| folder.display().to_string())?;
        if !plan.contains_key(&*entry.file_name().to_string_lossy()) {
            strays.insert(entry.path());
        }
    }
    Ok(strays)
}

fn read(path: &Path) -> anyhow::Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| path.display().to_string()),
    }
}
