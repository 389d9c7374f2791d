//! `cargo xtask fixtures`: every case as a file, for those who want files.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, bail};
use hookproof::fixtures::{Case, Folder, embedded};

use crate::output::print;

/// Writes `<provider>/<event>/<verdict>/<case>` below a folder: a file of the fixtures keeps its name, an edit is
/// `<name>.json`.
pub(crate) fn write(target: &Path) -> anyhow::Result<()> {
    if target.exists() && fs::read_dir(target).with_context(|| target.display().to_string())?.next().is_some() {
        bail!("{} is not empty: name a new folder", target.display());
    }
    let cases = cases();
    let mut written = BTreeSet::new();
    // What the run leaves behind is whole or not there.
    let parent = target.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(parent).with_context(|| parent.display().to_string())?;
    let staging = parent.join(format!(".hookproof-fixtures-{}", std::process::id()));
    let outcome = cases.iter().try_for_each(|case| {
        let path = path(case);
        if !written.insert(path.clone()) {
            bail!("two cases would be the file {}", path.display());
        }
        let file = staging.join(path);
        fs::create_dir_all(file.parent().unwrap_or(&staging))?;
        fs::write(&file, &case.bytes).with_context(|| file.display().to_string())
    });
    if let Err(error) = outcome {
        fs::remove_dir_all(&staging).ok();
        return Err(error);
    }
    if target.exists() {
        fs::remove_dir(target).with_context(|| target.display().to_string())?;
    }
    fs::rename(&staging, target).with_context(|| target.display().to_string())?;
    Ok(print(&format!("{} cases in {}\n", written.len(), target.display()))?)
}

/// Every case of every event.
pub(crate) fn cases() -> Vec<Case> {
    embedded().iter().flat_map(Folder::build).collect()
}

fn path(case: &Case) -> PathBuf {
    let folder = Path::new(&case.provider).join(&case.event);
    if case.name.contains('/') {
        return folder.join(&case.name);
    }
    folder.join(case.expected.verdict.as_str()).join(format!("{}.json", case.name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_case_becomes_a_file_of_its_own() {
        let cases = cases();
        let paths: BTreeSet<PathBuf> = cases.iter().map(path).collect();
        assert!(cases.len() > 2000, "only {} cases", cases.len());
        assert_eq!(paths.len(), cases.len());
    }
}
