//! Packs: providers from directories, and what those allow of providers that are known.

use std::{fs, path::Path};

use anyhow::{Context as _, anyhow, bail};
use hookproof::{Catalog, Judge, catalog::Problem};
use walkdir::WalkDir;

use super::terminal::note;

/// The folder of a pack that holds fixtures, and is no provider.
pub(super) const FIXTURES: &str = "fixtures";

/// The providers that are known in this run.
pub(super) struct Known {
    pub(super) catalog: Catalog,
    /// The packs that were added, in order.
    pub(super) added: Vec<Added>,
}

/// What a pack brought.
#[derive(Debug, Default, Clone)]
pub(super) struct Added {
    /// Where it lies, as it was given.
    pub(super) pack: String,
    /// Its providers.
    pub(super) providers: Vec<String>,
    /// The events that it extends, by name.
    pub(super) extended: Vec<String>,
}

impl Known {
    /// The providers that are part of the command.
    pub(super) fn embedded() -> anyhow::Result<Self> {
        let catalog = Catalog::embedded().map_err(|problems| listed("", &problems))?;
        Ok(Self { catalog, added: Vec::new() })
    }

    /// Adds what a pack holds.
    pub(super) fn add(&mut self, pack: &Path) -> anyhow::Result<()> {
        let shown = pack.display().to_string();
        let files = files(pack)?;
        let broken = |problems: Vec<Problem>| {
            listed(&format!("{}/", shown.trim_end_matches('/')), &problems)
                .context(format!("the pack {shown} is broken"))
        };
        let name = |path: &str, ending: &str| path.strip_suffix(ending).map(str::to_owned);
        let providers: Vec<String> = files.iter().filter_map(|(path, _)| name(path, "/provider.json")).collect();
        let extended: Vec<String> = files.iter().filter_map(|(path, _)| name(path, ".extension.json")).collect();
        let extended: Vec<String> = extended.into_iter().filter(|event| event.contains('/')).collect();
        if providers.is_empty() && extended.is_empty() {
            bail!(
                "{shown}: no provider in this pack: it needs a folder with a `provider.json`, or with `<event>.extension.json` for a provider that is known"
            );
        }
        let lacks_provider = |path: &&String| {
            let folder = path.split_once('/').map_or("", |(folder, _)| folder);
            path.ends_with(".schema.json") && !folder.is_empty() && providers.iter().all(|known| known != folder)
        };
        if let Some(path) = files.iter().map(|(path, _)| path).find(lacks_provider) {
            bail!("{shown}/{path}: there are schemas here, and no `provider.json` beside them");
        }
        let added = Catalog::from_files(&files).map_err(broken)?;
        self.catalog.extend(added).map_err(|problem| broken(vec![problem]))?;
        self.catalog.widen(&files).map_err(broken)?;
        self.added.push(Added { pack: shown, providers, extended });
        Ok(())
    }

    /// The judge over them; the schemas of packs are compiled now, so that one that cannot be is no surprise later.
    pub(super) fn judge(self) -> anyhow::Result<Judge> {
        let judge = Judge::new(self.catalog);
        for Added { pack, providers, extended } in &self.added {
            let extended = extended.iter().filter_map(|event| event.split_once('/')).map(|(provider, _)| provider);
            for provider in providers.iter().map(String::as_str).chain(extended) {
                judge.prepare(provider).map_err(|problems| {
                    listed(&format!("{}/", pack.trim_end_matches('/')), &problems)
                        .context(format!("the pack {pack} is broken"))
                })?;
            }
        }
        Ok(judge)
    }
}

/// Says which events are judged by plain schemas: their verdicts mean less.
pub(super) fn warn(judge: &Judge) {
    let plain = judge.catalog().events().filter(hookproof::catalog::Known::is_plain).map(|known| known.name());
    let plain: Vec<String> = plain.collect();
    if !plain.is_empty() {
        note(&format!("plain schemas tell valid payloads from invalid ones, and know no drift: {}", plain.join(", ")));
    }
}

/// The JSON files of a pack's providers, by path below the pack.
fn files(pack: &Path) -> anyhow::Result<Vec<(String, String)>> {
    let mut files = Vec::new();
    let fixtures = pack.join(FIXTURES);
    let entries = WalkDir::new(pack).sort_by_file_name().min_depth(1).max_depth(2).into_iter();
    for entry in entries.filter_entry(|entry| entry.path() != fixtures) {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(pack).display().to_string();
            let reason = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
            anyhow!("the pack {} cannot be read: {path}: {reason}", pack.display())
        })?;
        let path = entry.path();
        if entry.file_type().is_file() && path.extension().is_some_and(|extension| extension == "json") {
            let name = path.strip_prefix(pack).unwrap_or(path).to_string_lossy().replace('\\', "/");
            files.push((name, fs::read_to_string(path).with_context(|| path.display().to_string())?));
        }
    }
    Ok(files)
}

fn listed(folder: &str, problems: &[Problem]) -> anyhow::Error {
    let lines: Vec<String> = problems.iter().map(|problem| format!("{folder}{problem}")).collect();
    anyhow!("{}", lines.join("\n"))
}
