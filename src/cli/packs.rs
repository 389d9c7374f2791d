//! Providers from directories, beside those that are part of the command.

use std::{fs, path::Path};

use anyhow::{Context as _, bail};
use hookproof::{Catalog, catalog::Problem};
use walkdir::WalkDir;

/// The providers that are known in this run.
pub(super) fn catalog(packs: &[std::path::PathBuf]) -> anyhow::Result<Catalog> {
    let mut catalog = Catalog::embedded().map_err(|problems| listed(&problems))?;
    for pack in packs {
        let files = files(pack)?;
        if !files.iter().any(|(path, _)| path.ends_with("/provider.json")) {
            bail!("{}: no provider in this pack: it needs a folder with a `provider.json`", pack.display());
        }
        let lacks_provider = |folder: &&str| !files.iter().any(|(path, _)| *path == format!("{folder}/provider.json"));
        let folders = files.iter().filter_map(|(path, _)| path.split_once('/').map(|(folder, _)| folder));
        if let Some(folder) = folders.into_iter().find(lacks_provider) {
            bail!("{}/{folder}: there are schemas here, and no `provider.json`", pack.display());
        }
        let added = Catalog::from_files(&files).map_err(|problems| listed(&problems));
        let added = added.with_context(|| format!("the pack {} is broken", pack.display()))?;
        catalog.extend(added).map_err(|problem| anyhow::anyhow!("{}/{problem}", pack.display()))?;
    }
    Ok(catalog)
}

fn files(pack: &Path) -> anyhow::Result<Vec<(String, String)>> {
    let mut files = Vec::new();
    for entry in WalkDir::new(pack).sort_by_file_name().min_depth(1).max_depth(2) {
        let entry = entry.with_context(|| format!("{}: this pack cannot be read", pack.display()))?;
        let path = entry.path();
        if entry.file_type().is_file() && path.extension().is_some_and(|extension| extension == "json") {
            let name = path.strip_prefix(pack).unwrap_or(path).to_string_lossy().replace('\\', "/");
            files.push((name, fs::read_to_string(path).with_context(|| path.display().to_string())?));
        }
    }
    Ok(files)
}

fn listed(problems: &[Problem]) -> anyhow::Error {
    let lines: Vec<String> = problems.iter().map(Problem::to_string).collect();
    anyhow::anyhow!("{}", lines.join("\n"))
}
