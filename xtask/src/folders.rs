//! What lies in the project's folders: the schemas, the fixtures and the snapshots.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, anyhow, bail};
pub(crate) use hookproof::fixtures::Folder;
use hookproof::{Catalog, fixtures::Cases};

/// The schemas of the project, as the library embeds them.
pub(crate) fn embedded() -> anyhow::Result<Catalog> {
    Catalog::embedded().map_err(|problems| {
        anyhow!(problems.iter().map(|problem| format!("schemas/{problem}")).collect::<Vec<_>>().join("\n"))
    })
}

/// What lies in `fixtures/`.
#[derive(Debug, Clone, Default)]
pub(crate) struct Fixtures {
    /// One for each `cases.toml`.
    pub(crate) folders: Vec<Folder>,
    /// The files that lie in no folder with a `cases.toml`.
    pub(crate) strays: Vec<String>,
    /// What lies in `<provider>/templates/`, by path below `fixtures/`.
    pub(crate) templates: BTreeMap<String, Vec<u8>>,
}

/// Where a folder's cases are listed.
pub(crate) fn list_of(folder: &Folder) -> String {
    format!("fixtures/{}/cases.toml", folder.name())
}

impl Fixtures {
    /// Reads `fixtures/` of the project.
    pub(crate) fn read() -> anyhow::Result<Self> {
        let mut fixtures = Self::default();
        let mut by_folder: BTreeMap<(String, String), BTreeMap<String, Vec<u8>>> = BTreeMap::new();
        for (path, file) in files_below(&project().join("fixtures"))? {
            let mut parts = path.splitn(3, '/');
            let (Some(provider), Some(event), Some(rest)) = (parts.next(), parts.next(), parts.next()) else {
                fixtures.strays.push(format!("fixtures/{path}"));
                continue;
            };
            let bytes = fs::read(&file).with_context(|| file.display().to_string())?;
            if event == "templates" {
                fixtures.templates.insert(path.clone(), bytes);
                continue;
            }
            by_folder.entry((provider.to_owned(), event.to_owned())).or_default().insert(rest.to_owned(), bytes);
        }
        for ((provider, event), mut files) in by_folder {
            let place = format!("fixtures/{provider}/{event}");
            let Some(list) = files.remove("cases.toml") else {
                fixtures.strays.extend(files.keys().map(|file| format!("{place}/{file}")));
                continue;
            };
            let cases = Cases::read(&String::from_utf8_lossy(&list));
            let cases = cases.map_err(|problem| anyhow!("{place}/cases.toml: {problem}"))?;
            fixtures.folders.push(Folder { provider, event, cases, files });
        }
        if fixtures.folders.is_empty() {
            bail!("there are no fixtures in {}", project().join("fixtures").display());
        }
        Ok(fixtures)
    }
}

/// The folder of the project.
pub(crate) fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_owned).unwrap_or_default()
}

/// Every file below a folder, by its path from there on, in the order of paths.
pub(crate) fn files_below(folder: &Path) -> anyhow::Result<BTreeMap<String, PathBuf>> {
    let mut files = BTreeMap::new();
    let mut pending = vec![folder.to_owned()];
    while let Some(path) = pending.pop() {
        for entry in fs::read_dir(&path).with_context(|| path.display().to_string())? {
            let path = entry?.path();
            if path.is_dir() {
                pending.push(path);
                continue;
            }
            let below = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            files.insert(below, path);
        }
    }
    Ok(files)
}
