//! The fixtures of a pack: each must be what its folder says.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::Context as _;
use hookproof::{
    Judge, Report, Verdict,
    catalog::Known,
    fixtures::{Case, Cases, Expected},
};

use crate::cli::packs::FIXTURES;

/// What came of the fixtures.
#[derive(Debug, Default)]
pub(super) struct Ran {
    /// How many there are, by event.
    pub(super) count: BTreeMap<String, u64>,
    /// What is not as foretold.
    pub(super) problems: Vec<String>,
}

/// The file that says more of an event's fixtures than their folders do.
const CASES: &str = "cases.toml";

pub(super) fn run(judge: &Judge, pack: &Path) -> anyhow::Result<Ran> {
    let mut ran = Ran::default();
    let fixtures = pack.join(FIXTURES);
    if !fixtures.is_dir() {
        return Ok(ran);
    }
    for provider in entries(&fixtures)? {
        for event in entries(&provider)? {
            let name = format!("{}/{}", name(&provider), name(&event));
            let Some(known) = judge.catalog().event(&name) else {
                ran.problems.push(format!("{}: there is no event `{name}`", event.display()));
                continue;
            };
            of_event(judge, known, &event, &mut ran)?;
        }
    }
    Ok(ran)
}

fn of_event(judge: &Judge, known: Known, folder: &Path, ran: &mut Ran) -> anyhow::Result<()> {
    let mut files = BTreeMap::new();
    let mut cases = Cases::default();
    for path in entries(folder)? {
        if path.is_dir() {
            for file in entries(&path)? {
                let bytes = fs::read(&file).with_context(|| file.display().to_string())?;
                files.insert(format!("{}/{}", name(&path), name(&file)), bytes);
            }
        } else if name(&path) == CASES {
            let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
            match Cases::read(&text) {
                Ok(read) => cases = read,
                Err(problem) => ran.problems.push(format!("{}: {problem}", path.display())),
            }
        } else {
            ran.problems
                .push(format!("{}: a fixture lies in a folder that is named after its verdict", path.display()));
        }
    }
    let listed = cases.build(&known.entry.provider.id, &known.event.id, &files).unwrap_or_else(|problem| {
        ran.problems.push(format!("{}: {problem}", folder.join(CASES).display()));
        Vec::new()
    });
    let others = files.iter().filter(|(path, _)| !cases.files.contains_key(*path));
    for (path, bytes) in others {
        let verdict = path.split('/').next().unwrap_or_default();
        let Some(verdict) = Verdict::ALL.into_iter().find(|known| known.as_str() == verdict) else {
            ran.problems.push(format!("{}: `{verdict}` is no verdict", folder.join(path).display()));
            continue;
        };
        let case = Case {
            provider: known.entry.provider.id.clone(),
            event: known.event.id.clone(),
            name: path.clone(),
            base: None,
            is_request: Path::new(path).extension().is_some_and(|extension| extension == "http"),
            bytes: bytes.clone(),
            expected: Expected { verdict, finding: None, beside: None },
            named: None,
        };
        let is_met = |report: &Report| report.verdict == verdict;
        ran.count(known, folder, path, judged(judge, known, &case, &case.expected, false, is_met));
    }
    for case in &listed {
        let met = |expected: &Expected, named| {
            judged(judge, known, case, expected, named, |report| expected.is_met_by(report))
        };
        let problem = met(&case.expected, false).or_else(|| met(case.named.as_ref()?, true));
        ran.count(known, folder, &case.name, problem);
    }
    Ok(())
}

impl Ran {
    fn count(&mut self, known: Known, folder: &Path, case: &str, problem: Option<String>) {
        *self.count.entry(known.name()).or_default() += 1;
        self.problems.extend(problem.map(|problem| format!("{}: {problem}", folder.join(case).display())));
    }
}

/// What is wrong with what a case is judged to be, as it is or with its event named.
fn judged(
    judge: &Judge,
    known: Known,
    case: &Case,
    expected: &Expected,
    named: bool,
    is_met: impl Fn(&Report) -> bool,
) -> Option<String> {
    let by_body = known.event.recognition.is_by_body();
    // A body alone does not say what a header would: then the folder does.
    let named = named || !case.is_request && !by_body && expected.verdict != Verdict::Unknown;
    let report = match case.judge(judge, named) {
        Ok(report) => report,
        Err(problem) => return Some(problem),
    };
    let is_other = report.event.as_ref().is_some_and(|event| *event != known.event.id)
        || report.provider.as_ref().is_some_and(|provider| *provider != known.entry.provider.id);
    if is_met(&report) && !is_other {
        return None;
    }
    let reason = report.reason.iter().map(ToString::to_string);
    let findings = report.findings.iter().map(|finding| format!("{}: {}", finding.rule, finding.message));
    let why: Vec<String> = reason.chain(findings).collect();
    let why = if why.is_empty() { String::new() } else { format!(": {}", why.join("; ")) };
    let foretold = match &expected.finding {
        Some(finding) => format!("{} by `{}` at `{}`", expected.verdict, finding.rule, finding.pointer),
        None => expected.verdict.to_string(),
    };
    Some(format!("must be {foretold}, and is {}{why}", with_event(&report)))
}

/// A verdict, with its event.
pub(super) fn with_event(report: &Report) -> String {
    match (&report.provider, &report.event) {
        (Some(provider), Some(event)) => format!("{} ({provider}/{event})", report.verdict),
        _ => report.verdict.to_string(),
    }
}

fn entries(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let cannot = || folder.display().to_string();
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).with_context(cannot)? {
        paths.push(entry.with_context(cannot)?.path());
    }
    paths.sort();
    Ok(paths)
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
