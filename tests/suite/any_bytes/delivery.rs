//! A whole delivery of any bytes: its report holds together, and its type agrees with its verdict.

use std::sync::LazyLock;

use hookproof::{
    Delivery, Event, Judge, Report, Severity, Verdict,
    http::Request,
    text::{is_hostile, line_column},
};

/// The bytes as a recorded request if they are one, else as a body.
pub(crate) fn holds(bytes: &[u8]) {
    static JUDGE: LazyLock<&Judge> = LazyLock::new(Judge::embedded);
    let request = Request::read(bytes);
    let delivery = match &request {
        Ok(request) => Delivery { headers: request.headers.clone(), ..Delivery::new(&request.body) },
        Err(_) => Delivery::new(bytes),
    };
    let report = JUDGE.check(&delivery);
    is_sound(&report, delivery.body);
    let read = Event::from_delivery(&delivery);
    let agrees = match report.verdict {
        Verdict::Valid | Verdict::Drift => read.as_ref().is_ok_and(|event| !matches!(event, Event::Unknown(_))),
        Verdict::Invalid | Verdict::Malformed => read.is_err(),
        Verdict::Unknown => matches!(read, Ok(Event::Unknown(_))),
    };
    assert!(agrees, "the verdict is {}, and the type says {read:?}", report.verdict);
}

/// A report holds together, whatever it is about.
pub(crate) fn is_sound(report: &Report, body: &[u8]) {
    let has_findings = matches!(report.verdict, Verdict::Drift | Verdict::Invalid | Verdict::Malformed);
    assert_ne!(has_findings, report.findings.is_empty(), "findings do not fit the verdict: {report:?}");
    assert_eq!(report.verdict == Verdict::Unknown, report.reason.is_some(), "a reason is for what is unknown");
    assert!(report.findings.is_sorted_by_key(|finding| finding.offset), "not in document order: {report:?}");
    // The place of each finding anew is the square of the body: a few of them will do.
    for finding in report.findings.iter().step_by(1 + report.findings.len() / 8) {
        assert!(finding.offset <= body.len(), "outside of the body: {finding:?}");
        assert_eq!((finding.line, finding.column), line_column(body, finding.offset), "{finding:?}");
    }
    let messages = report.findings.iter().map(|finding| &finding.message).chain(&report.reason);
    for message in messages {
        assert!(!message.to_string().contains(is_hostile), "{message:?}");
        assert!(!message.redacted().contains(is_hostile), "{message:?}");
    }
    let worst = report.findings.iter().map(|finding| finding.severity).max();
    let verdict = worst.map(Severity::as_str);
    assert!(!has_findings || verdict == Some(report.verdict.as_str()), "not that of the worst finding: {report:?}");
}
