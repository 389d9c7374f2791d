//! Reports on any bytes: they can be read again, and nothing in them is obeyed by a terminal or a runner.

use hookproof::text::is_hostile;
use serde_json::Value;

/// Every format, as `--format` names it.
pub(crate) const FORMATS: [&str; 7] = ["human", "json", "ndjson", "sarif", "junit", "github", "gitlab"];

/// A report is what its format says, and holds no character and no command that a payload put there.
pub(crate) fn is_harmless(format: &str, report: &str) {
    let hostile = |character: &char| *character != '\n' && is_hostile(*character);
    assert_eq!(report.chars().find(hostile), None, "{format}: {report}");
    let ours = if format == "github" { report.lines().count() } else { 0 };
    assert_eq!(commands(report).len(), ours, "{format}: {report}");
    let is_json = |text: &str| serde_json::from_str::<Value>(text).is_ok();
    let is_whole = match format {
        "json" | "sarif" | "gitlab" => is_json(report),
        "ndjson" => report.lines().all(is_json),
        "junit" => roxmltree::Document::parse(report).is_ok(),
        _ => true,
    };
    assert!(is_whole, "{format} cannot be read: {report}");
}

/// The commands that the runner of GitHub Actions reads out of a log: `::name …::` at the beginning of a line, after any
/// white space, and the older `##[name …]` anywhere in one.
pub(crate) fn commands(log: &str) -> Vec<String> {
    const KNOWN: [&str; 12] = [
        "add-mask",
        "add-matcher",
        "add-path",
        "debug",
        "echo",
        "endgroup",
        "error",
        "group",
        "notice",
        "set-env",
        "stop-commands",
        "warning",
    ];
    let of_line = |line: &str| {
        let command = line.trim_start().strip_prefix("::").and_then(|rest| rest.split_once("::"));
        let command = command.or_else(|| line.split_once("##[").and_then(|(_, rest)| rest.split_once(']')));
        let name = command?.0.split(' ').next()?;
        KNOWN.contains(&name).then(|| name.to_owned())
    };
    log.split(['\n', '\r']).filter_map(of_line).collect()
}
