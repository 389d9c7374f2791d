//! What the tests share: the fixtures' folder, the judge and the command.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use hookproof::{
    Judge,
    fixtures::{Case, Cases},
};
use tempfile::TempDir;

/// The folder of the package.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// An event's folder of fixtures.
pub(crate) struct Folder {
    pub(crate) provider: String,
    pub(crate) event: String,
    pub(crate) cases: Cases,
    /// The bytes of every file but `cases.toml`, by path below the folder.
    pub(crate) files: BTreeMap<String, Vec<u8>>,
}

impl Folder {
    /// Reads the folder that holds this `cases.toml`.
    pub(crate) fn read(cases: &Path) -> Self {
        let folder = cases.parent().expect("a file has a folder");
        let name = |path: &Path| path.file_name().expect("it has a name").to_string_lossy().into_owned();
        let text = fs::read_to_string(cases).expect("cases.toml is there");
        let mut files = BTreeMap::new();
        for verdict in entries(folder).into_iter().filter(|path| path.is_dir()) {
            for file in entries(&verdict) {
                files.insert(
                    format!("{}/{}", name(&verdict), name(&file)),
                    fs::read(&file).expect("a fixture is a file"),
                );
            }
        }
        Self {
            provider: name(folder.parent().expect("an event belongs to a provider")),
            event: name(folder),
            cases: Cases::read(&text).unwrap_or_else(|problem| panic!("{}: {problem}", cases.display())),
            files,
        }
    }

    /// Its cases.
    pub(crate) fn build(&self) -> Vec<Case> {
        let built = self.cases.build(&self.provider, &self.event, &self.files);
        built.unwrap_or_else(|problem| panic!("{}/{}: {problem}", self.provider, self.event))
    }
}

/// Every event's folder of fixtures.
pub(crate) fn folders() -> Vec<Folder> {
    let providers = entries(&root().join("fixtures"));
    let events = providers.iter().flat_map(|provider| entries(provider));
    let folders: Vec<Folder> = events.map(|event| Folder::read(&event.join("cases.toml"))).collect();
    assert!(!folders.is_empty(), "there are no fixtures");
    folders
}

/// What is in a folder, in the order of names.
pub(crate) fn entries(folder: &Path) -> Vec<PathBuf> {
    let read = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = read.map(|entry| entry.expect("an entry can be read").path()).collect();
    paths.sort();
    paths
}

/// The judge over the embedded providers.
pub(crate) fn judge() -> &'static Judge {
    Judge::embedded()
}

/// What the command printed, and its exit code.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ran {
    /// Standard output as JSON.
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("no JSON on standard output: {error}\n{self:?}"))
    }
}

/// The command, in a folder.
pub(crate) fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hookproof"));
    command.current_dir(folder).args(arguments);
    // What the tests run in must not change what they see.
    for name in ["NO_COLOR", "CLICOLOR_FORCE", "GITHUB_ACTIONS", "GITHUB_WORKSPACE", "CI_PROJECT_DIR"] {
        command.env_remove(name);
    }
    command
}

/// Runs the command in a folder.
pub(crate) fn run(folder: &Path, arguments: &[&str]) -> Ran {
    finish(command(folder, arguments).stdin(Stdio::null()).output().expect("the command runs"))
}

/// Runs the command in the package's folder with something on standard input.
pub(crate) fn run_with(input: &[u8], arguments: &[&str]) -> Ran {
    let mut child = command(root(), arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command runs");
    let mut stdin = child.stdin.take().expect("standard input is piped");
    let input = input.to_vec();
    // The command may end before it has read everything.
    let writer = std::thread::spawn(move || drop(std::io::Write::write_all(&mut stdin, &input)));
    let output = child.wait_with_output().expect("the command ends");
    writer.join().expect("the writer ends");
    finish(output)
}

fn finish(output: Output) -> Ran {
    Ran {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).expect("standard output is text"),
        err: String::from_utf8(output.stderr).expect("standard error is text"),
    }
}

/// The test event's payload, and what it is not.
pub(crate) const VALID: &str =
    r#"{"before":"f2e2d577fab1562a6239b82721fd9827e05fdce6","after":"eb63d0277e64684236ebf8394b919230c4b8a286"}"#;
pub(crate) const DRIFT: &str = r#"{"before":"f2e2d577fab1562a6239b82721fd9827e05fdce6","after":"secret"}"#;
pub(crate) const INVALID: &str = r#"{"before":"f2e2d577fab1562a6239b82721fd9827e05fdce6","after":5}"#;
pub(crate) const UNKNOWN: &str = "{}";

/// A temporary folder with these files.
pub(crate) fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("it has a folder")).expect("the folder can be made");
        fs::write(path, text).expect("the file can be written");
    }
    folder
}
