//! A line about one case: what the command answers, and what it should.

use hookproof::{
    Verdict,
    fixtures::{Case, ExpectedFinding},
    text::escaped,
};

use super::process::Answer;
use crate::cli::events::BOLD;

/// How many characters of what a command says are shown.
const SHOWN: usize = 200;

/// The case by its path, the answer, and what helps to mend the command.
pub(super) fn difference(case: &Case, answer: &Answer, said: &str) -> String {
    let expected = case.of_named_event();
    let verdict = match answer {
        Answer::Error(reason) => format!("error: {reason}"),
        Answer::Accepts => format!("accepted, but it is {}", expected.verdict),
        Answer::Rejects if expected.verdict == Verdict::Drift => "rejected, but it is no more than drift".to_owned(),
        Answer::Rejects => format!("rejected, but it is {}", expected.verdict),
    };
    let finding = expected.finding.as_ref().filter(|_| !matches!(answer, Answer::Error(_)));
    let finding = finding.map_or_else(String::new, |finding| format!(": {}", fault(finding)));
    let base = case.base.as_ref().map_or_else(String::new, |base| format!(" (an edit of {base})"));
    let said = abridged(said).map_or_else(String::new, |said| format!("; the command says: {said}"));
    format!("{BOLD}{}{BOLD:#}: {verdict}{finding}{base}{said}", case.path())
}

fn fault(finding: &ExpectedFinding) -> String {
    let place = if finding.pointer.tokens().is_empty() { "the root".to_owned() } else { finding.pointer.to_string() };
    let member = finding.member.as_ref().map_or_else(String::new, |member| format!(", which lacks `{member}`"));
    format!("`{}` fails at {place}{member}", finding.rule)
}

/// One line of what a command says: its beginning and its end, since either may hold the reason.
fn abridged(said: &str) -> Option<String> {
    let words: Vec<&str> = said.split_whitespace().collect();
    let characters: Vec<char> = words.join(" ").chars().collect();
    let shown = |characters: &[char]| escaped(&characters.iter().collect::<String>());
    match characters.len() {
        0 => None,
        1..=SHOWN => Some(shown(&characters)),
        length => Some(format!("{} … {}", shown(&characters[..SHOWN / 2]), shown(&characters[length - SHOWN / 2..]))),
    }
}
