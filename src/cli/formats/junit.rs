//! The report of test runners, `JUnit`'s XML: a test case for each payload.

use std::{cmp::Reverse, io};

use hookproof::{Verdict, text::escaped_line};
use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

use super::{
    Context,
    said::{Said, UNKNOWN},
    whole::{Payload, Whole},
};
use crate::cli::terminal::counted;

/// The report's name, and that of its only suite.
const NAME: &str = "hookproof";

/// The report's text.
pub(super) fn render(whole: &Whole, context: &Context) -> io::Result<String> {
    let mut suite = TestSuite::new(NAME);
    suite.add_test_cases(whole.payloads.iter().map(|payload| test_case(payload, context)));
    suite.add_test_cases(whole.faults.iter().map(|fault| unjudged(fault)));
    let mut report = Report::new(NAME);
    report.add_test_suite(suite);
    report.to_string().map_err(io::Error::other)
}

fn test_case(payload: &Payload, context: &Context) -> TestCase {
    let mut status = match payload.verdict {
        verdict if context.failing.fails(payload.event.as_deref(), verdict) => {
            TestCaseStatus::non_success(NonSuccessKind::Failure)
        }
        Verdict::Unknown => TestCaseStatus::skipped(),
        _ => TestCaseStatus::success(),
    };
    let lines: Vec<String> = payload.said.iter().map(|(said, _)| line(payload, said)).collect();
    let worst = payload.said.iter().min_by_key(|(said, _)| Reverse(said.verdict));
    if let Some((worst, _)) = worst.filter(|_| !is_success(&status)) {
        let more = payload.said.len() as u64 - 1;
        let more = if more == 0 { String::new() } else { format!(" (and {})", counted(more, "more finding")) };
        status.set_type(payload.verdict.as_str()).set_message(format!("{}{more}", worst.sentence()));
        status.set_description(lines.join("\n"));
    }
    let passes_with_findings = is_success(&status) && !lines.is_empty();
    let record = payload.record.map_or_else(String::new, |record| format!(":{record}"));
    let mut test_case = TestCase::new(format!("{}{record}", escaped_line(&payload.path)), status);
    test_case.set_classname(payload.event.as_deref().unwrap_or(UNKNOWN));
    let path = context.root.place(payload.file.as_deref()).path;
    test_case.extra.insert("file".into(), escaped_line(&path).into());
    if passes_with_findings {
        test_case.set_system_out(lines.join("\n"));
    }
    test_case
}

/// An input that could not be judged is a test that could not be run.
fn unjudged(fault: &str) -> TestCase {
    let mut status = TestCaseStatus::non_success(NonSuccessKind::Error);
    status.set_message(escaped_line(fault));
    let mut test_case = TestCase::new(escaped_line(fault), status);
    test_case.set_classname(NAME);
    test_case
}

fn is_success(status: &TestCaseStatus) -> bool {
    matches!(status, TestCaseStatus::Success { .. })
}

fn line(payload: &Payload, said: &Said) -> String {
    let column = said.column.map_or_else(String::new, |column| format!(":{column}"));
    let place = format!("{}:{}{column}", escaped_line(&payload.path), said.line);
    format!("{place}: {}: {} [{}]", said.verdict, said.sentence(), said.id(payload.event.as_deref()))
}
