//! Every format's report on a file of any name and any content.

#![no_main]

#[path = "../../tests/suite/any_bytes/reports.rs"]
mod reports;

use std::{ffi::OsString, fs, path::Path, sync::LazyLock};

use hookproof::Judge;
use reports::{FORMATS, is_harmless};
use tempfile::TempDir;

/// Where the file and its reports are written.
static FOLDER: LazyLock<TempDir> = LazyLock::new(|| TempDir::new().expect("a temporary folder"));

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| hold(bytes));

/// What follows the last NUL is how to run: a byte of options, and the name of the file.
fn hold(bytes: &[u8]) {
    let end = bytes.iter().rposition(|byte| *byte == 0).unwrap_or(bytes.len());
    let (content, run) = (&bytes[..end], bytes.get(end + 1..).unwrap_or_default());
    let options = run.first().copied().unwrap_or_default();
    let name: String = String::from_utf8_lossy(run.get(1..).unwrap_or_default()).chars().take(40).collect();
    let ending = ["json", "ndjson", "http", "jsonl"][usize::from(options & 3)];
    let folder = FOLDER.path();
    let input = folder.join(format!("{}.{ending}", name.replace('/', "_")));
    fs::write(&input, content).expect("the file system takes the name");
    let mut arguments: Vec<OsString> = vec!["hookproof".into(), "validate".into()];
    for (bit, option) in
        [(4, "--redact"), (8, "--all"), (16, "--strict"), (32, "--allow-unknown"), (64, "--event=test")]
    {
        arguments.extend((options & bit != 0).then(|| option.into()));
    }
    for format in FORMATS {
        let mut argument = OsString::from(format!("--format={format}="));
        argument.push(report(folder, format));
        arguments.push(argument);
    }
    arguments.extend(["--".into(), input.clone().into()]);
    hookproof::cli::validate(Judge::embedded(), &arguments).expect("the reports can be written");
    for format in FORMATS {
        let report = fs::read_to_string(report(folder, format)).expect("a report is text");
        is_harmless(format, &report);
    }
    fs::remove_file(&input).expect("the file is there");
}

fn report(folder: &Path, format: &str) -> std::path::PathBuf {
    folder.join(format).with_extension("report")
}
