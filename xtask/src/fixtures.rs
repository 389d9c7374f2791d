//! `cargo xtask fixtures`: every case as a file, for those who want files.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, anyhow, bail};
use hookproof::fixtures::{Case, Cases};

/// Writes `<provider>/<event>/<verdict>/<case>` below a folder: a file of the fixtures keeps its name, an edit is
/// `<name>.json`.
pub(crate) fn write(target: &Path) -> anyhow::Result<()> {
    if target.exists() && fs::read_dir(target).with_context(|| target.display().to_string())?.next().is_some() {
        bail!("{} is not empty: name a new folder", target.display());
    }
    let cases = cases()?;
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
    report(written.len(), target);
    Ok(())
}

#[expect(clippy::print_stdout, reason = "the one line that the command prints")]
fn report(count: usize, target: &Path) {
    println!("{count} cases in {}", target.display());
}

/// Every case of every event.
pub(crate) fn cases() -> anyhow::Result<Vec<Case>> {
    let fixtures = crate::root().join("fixtures");
    let mut cases = Vec::new();
    for provider in folders(&fixtures)? {
        for event in folders(&provider)? {
            let list = event.join("cases.toml");
            let text = fs::read_to_string(&list).with_context(|| list.display().to_string())?;
            let list = Cases::read(&text).map_err(|problem| anyhow!("{}: {problem}", list.display()))?;
            let mut files = BTreeMap::new();
            for path in list.files.keys() {
                let file = event.join(path);
                files.insert(path.clone(), fs::read(&file).with_context(|| file.display().to_string())?);
            }
            let built = list.build(&name(&provider), &name(&event), &files);
            cases.extend(built.map_err(|problem| anyhow!("{}: {problem}", event.display()))?);
        }
    }
    if cases.is_empty() {
        bail!("there are no fixtures in {}", fixtures.display());
    }
    Ok(cases)
}

fn path(case: &Case) -> PathBuf {
    let folder = Path::new(&case.provider).join(&case.event);
    if case.name.contains('/') {
        return folder.join(&case.name);
    }
    folder.join(case.expected.verdict.as_str()).join(format!("{}.json", case.name))
}

fn folders(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let paths: Result<Vec<PathBuf>, _> = entries.map(|entry| entry.map(|entry| entry.path())).collect();
    let mut paths: Vec<PathBuf> = paths?.into_iter().filter(|path| path.is_dir()).collect();
    paths.sort();
    Ok(paths)
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_case_becomes_a_file_of_its_own() {
        let cases = cases().expect("the fixtures can be read");
        let paths: BTreeSet<PathBuf> = cases.iter().map(path).collect();
        assert!(cases.len() > 2000, "only {} cases", cases.len());
        assert_eq!(paths.len(), cases.len());
    }
}
