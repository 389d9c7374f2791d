//! A set of files that a command computes: written, or compared with what is there.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, bail};

/// Every file of a folder that belongs to a command, and to nothing else.
#[derive(Debug)]
pub(crate) struct Plan {
    root: PathBuf,
    /// What a person calls to write it.
    command: &'static str,
    /// By path below the folder, with `/`.
    files: BTreeMap<String, String>,
}

/// How a file differs from the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Difference {
    Missing,
    Changed,
    /// It is there, and the plan does not know it.
    Stray,
}

impl Plan {
    /// The plan of a folder that `command` writes.
    pub(crate) fn new(root: impl Into<PathBuf>, command: &'static str) -> Self {
        Self { root: root.into(), command, files: BTreeMap::new() }
    }

    /// Adds a file, by its path below the folder.
    ///
    /// # Errors
    ///
    /// The plan has that file already.
    pub(crate) fn file(&mut self, path: impl Into<String>, text: impl Into<String>) -> anyhow::Result<()> {
        let path = path.into();
        if self.files.insert(path.clone(), text.into()).is_some() {
            bail!("two files would be {}", self.root.join(path).display());
        }
        Ok(())
    }

    /// Makes the folder what the plan says, and returns how many files that changed. A file that is right is not touched,
    /// and what is written is there whole or not at all.
    pub(crate) fn write(&self) -> anyhow::Result<usize> {
        let differences = self.differences()?;
        for (path, difference) in &differences {
            let target = self.root.join(path);
            let done = match self.files.get(path) {
                Some(text) => whole(&target, text),
                None => self.remove(&target),
            };
            done.with_context(|| format!("{} is {}, and cannot be mended", target.display(), difference.word()))?;
        }
        Ok(differences.len())
    }

    /// Asserts that the folder is what the plan says.
    pub(crate) fn check(&self) -> anyhow::Result<()> {
        let differences = self.differences()?;
        if differences.is_empty() {
            return Ok(());
        }
        let stale: Vec<String> = differences
            .iter()
            .map(|(path, difference)| format!("{} ({})", self.root.join(path).display(), difference.word()))
            .collect();
        bail!("out of date: {}\nrun `{}` and commit the result", stale.join(", "), self.command);
    }

    /// Its files: their texts, by path below the folder.
    pub(crate) fn files(&self) -> &BTreeMap<String, String> {
        &self.files
    }

    fn differences(&self) -> anyhow::Result<BTreeMap<String, Difference>> {
        if self.files.is_empty() {
            bail!("`{}` would leave {} empty", self.command, self.root.display());
        }
        let mut there = Vec::new();
        list(&self.root, "", &mut there).with_context(|| self.root.display().to_string())?;
        let stray = there.into_iter().filter(|path| !self.files.contains_key(path));
        let mut differences: BTreeMap<_, _> = stray.map(|path| (path, Difference::Stray)).collect();
        for (path, text) in &self.files {
            let target = self.root.join(path);
            let difference = match fs::read(&target) {
                Ok(found) if found == text.as_bytes() => continue,
                Ok(_) => Difference::Changed,
                Err(error) if error.kind() == io::ErrorKind::NotFound => Difference::Missing,
                Err(error) => return Err(error).with_context(|| target.display().to_string()),
            };
            differences.insert(path.clone(), difference);
        }
        Ok(differences)
    }

    /// Removes a stray file, and the folders that it leaves empty.
    fn remove(&self, target: &Path) -> io::Result<()> {
        fs::remove_file(target)?;
        for folder in target.ancestors().skip(1).take_while(|folder| *folder != self.root) {
            if fs::read_dir(folder)?.next().is_some() {
                break;
            }
            fs::remove_dir(folder)?;
        }
        Ok(())
    }
}

impl Difference {
    fn word(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Changed => "changed",
            Self::Stray => "stray",
        }
    }
}

/// Writes a file that has its name only when it is whole.
fn whole(target: &Path, text: &str) -> io::Result<()> {
    let folder = target.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let partial = folder.join(format!(".{name}.{}", std::process::id()));
    let outcome = fs::write(&partial, text).and_then(|()| fs::rename(&partial, target));
    if outcome.is_err() {
        fs::remove_file(&partial).ok();
    }
    outcome
}

/// Everything below a folder that is no folder itself. Links are not followed: what they lead to is not the plan's.
fn list(folder: &Path, above: &str, found: &mut Vec<String>) -> io::Result<()> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries?,
    };
    for entry in entries {
        let entry = entry?;
        let path = format!("{above}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            list(&entry.path(), &format!("{path}/"), found)?;
        } else {
            found.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, SystemTime};

    use tempfile::TempDir;

    use super::*;

    fn plan(folder: &TempDir) -> Plan {
        let mut plan = Plan::new(folder.path().join("out"), "cargo xtask example");
        for (path, text) in [("a.txt", "one\n"), ("below/b.txt", "two\n")] {
            plan.file(path, text).expect("each file is planned once");
        }
        plan
    }

    /// A folder that the plan has written.
    fn written() -> (TempDir, Plan) {
        let folder = TempDir::new().expect("a temporary folder");
        let plan = plan(&folder);
        assert_eq!(plan.write().expect("it can be written"), 2);
        plan.check().expect("what was written is right");
        (folder, plan)
    }

    /// Asserts what a check says, and that writing mends it.
    fn is_found(plan: &Plan, expected: &str) {
        let said = plan.check().expect_err("it is out of date").to_string();
        let root = plan.root.display();
        assert_eq!(said, format!("out of date: {root}/{expected}\nrun `cargo xtask example` and commit the result"));
        assert_eq!(plan.write().expect("it can be mended"), 1);
        plan.check().expect("it is mended");
    }

    #[test]
    fn a_missing_file_is_found() {
        let (_folder, plan) = written();
        fs::remove_dir_all(plan.root.join("below")).expect("it is there");
        is_found(&plan, "below/b.txt (missing)");
    }

    #[test]
    fn a_changed_file_is_found() {
        let (_folder, plan) = written();
        fs::write(plan.root.join("a.txt"), "one").expect("it can be written");
        is_found(&plan, "a.txt (changed)");
    }

    #[test]
    fn a_stray_file_is_found_and_its_folder_goes_with_it() {
        let (_folder, plan) = written();
        fs::create_dir_all(plan.root.join("old/older")).expect("it can be made");
        fs::write(plan.root.join("old/older/c.txt"), "").expect("it can be written");
        is_found(&plan, "old/older/c.txt (stray)");
        assert!(!plan.root.join("old").exists());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_stray_and_what_it_leads_to_stays() {
        let (folder, plan) = written();
        let elsewhere = folder.path().join("elsewhere");
        fs::create_dir(&elsewhere).expect("it can be made");
        fs::write(elsewhere.join("mine.txt"), "mine").expect("it can be written");
        std::os::unix::fs::symlink(&elsewhere, plan.root.join("link")).expect("it can be linked");
        is_found(&plan, "link (stray)");
        assert!(elsewhere.join("mine.txt").exists());
    }

    #[test]
    fn a_file_that_is_right_keeps_its_time() {
        let (_folder, plan) = written();
        let path = plan.root.join("a.txt");
        let before = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
        fs::File::options().write(true).open(&path).and_then(|file| file.set_modified(before)).expect("it is there");
        fs::write(plan.root.join("below/b.txt"), "other").expect("it can be written");
        assert_eq!(plan.write().expect("it can be mended"), 1);
        assert_eq!(fs::metadata(&path).and_then(|file| file.modified()).expect("it is there"), before);
    }

    #[test]
    fn a_file_that_cannot_be_written_whole_is_not_there() {
        let folder = TempDir::new().expect("a temporary folder");
        // A folder stands where the file must be.
        let target = folder.path().join("a.txt");
        fs::create_dir_all(target.join("in-the-way")).expect("it can be made");
        assert!(whole(&target, "text").is_err());
        assert_eq!(fs::read_dir(folder.path()).expect("it is there").count(), 1, "something is left behind");
        assert!(target.join("in-the-way").is_dir());
    }

    #[test]
    fn a_plan_of_nothing_and_a_file_twice_are_refused() {
        let folder = TempDir::new().expect("a temporary folder");
        let empty = Plan::new(folder.path(), "cargo xtask example");
        assert!(empty.check().is_err() && empty.write().is_err());
        assert!(
            plan(&folder).file("a.txt", "").expect_err("it is planned").to_string().starts_with("two files would be ")
        );
    }
}
