//! What the tests share: the fixtures' folder, the judge and the command.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
};

use hookproof::{
    Judge,
    fixtures::{Folder, embedded},
};
use proptest::test_runner::{Config, FileFailurePersistence};
use tempfile::TempDir;

/// The folder of the package.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every event's folder of fixtures.
pub(crate) fn folders() -> Vec<Folder> {
    embedded()
}

/// The folder on the disk that holds this `cases.toml`.
pub(crate) fn folder_of(cases: &Path) -> Folder {
    let folder = cases.parent().expect("a file has a folder");
    let fixtures = folder.ancestors().nth(2).expect("an event belongs to a provider");
    let mut folders = Folder::read(&files(fixtures, folder)).unwrap_or_else(|problem| panic!("{problem}"));
    folders.pop().expect("there is a `cases.toml`")
}

/// Every file below a folder, by path below the root.
pub(crate) fn files(root: &Path, folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    for path in entries(folder) {
        if path.is_dir() {
            files.extend(self::files(root, &path));
        } else {
            let name = path.strip_prefix(root).expect("it is below").to_string_lossy().replace('\\', "/");
            files.push((name, fs::read(&path).expect("a fixture is a file")));
        }
    }
    files
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

/// So many cases of a property; the seeds of those that fail are kept beside the test.
pub(crate) fn config(cases: u32) -> Config {
    let seeds = FileFailurePersistence::WithSource("regressions");
    Config { cases, failure_persistence: Some(Box::new(seeds)), ..Config::default() }
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

/// The command in a folder, with pipes that the test writes and reads.
pub(crate) fn started(folder: &Path, arguments: &[&str], error: Stdio) -> Child {
    let mut command = command(folder, arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(error).spawn().expect("the command runs")
}

/// Runs the command in a folder.
pub(crate) fn run(folder: &Path, arguments: &[&str]) -> Ran {
    finish(command(folder, arguments).stdin(Stdio::null()).output().expect("the command runs"))
}

/// Runs the command in the package's folder with something on standard input.
pub(crate) fn run_with(input: &[u8], arguments: &[&str]) -> Ran {
    let mut child = started(root(), arguments, Stdio::piped());
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

/// Compares a text with what people have reviewed, by the name that the snapshot's file has.
macro_rules! snapshot {
    ($name:literal, $table:expr) => {
        insta::with_settings!({
            snapshot_path => $crate::support::root().join("tests/snapshots"),
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, {
            insta::assert_snapshot!($name, $table);
        })
    };
}
pub(crate) use snapshot;
