//! No input makes `check` panic, and a report holds together whatever it is about.

use std::sync::LazyLock;

use hookproof::{Delivery, Report, Verdict};
use proptest::{
    collection::vec,
    prelude::{Strategy, any, proptest},
    sample::{Index, select},
};

use crate::support::{config, folders, judge};

/// Every body among the fixtures and their edits that is JSON.
static BODIES: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let cases = folders().into_iter().flat_map(|folder| folder.build());
    cases.filter(|case| !case.is_request && case.bytes.len() < 20_000).map(|case| case.bytes).collect()
});

fn body() -> impl Strategy<Value = Vec<u8>> {
    any::<Index>().prop_map(|index| index.get(&BODIES).clone())
}

/// One to four changes of some bytes.
fn mutated() -> impl Strategy<Value = Vec<u8>> {
    let byte = select(b"{}[]\",:\\0e-.ntu \n\xff\x00\xc3".to_vec());
    (body(), vec((any::<Index>(), byte, 0..3_u8), 1..5)).prop_map(|(mut body, changes)| {
        for (index, byte, kind) in changes {
            if body.is_empty() {
                break;
            }
            let at = index.index(body.len());
            match kind {
                0 => body[at] = byte,
                1 => body.insert(at, byte),
                _ => drop(body.remove(at)),
            }
        }
        body
    })
}

fn headers() -> impl Strategy<Value = Vec<(String, String)>> {
    let name = select(vec!["Codeup-Event", "X-Deveo-Event", "Content-Type", "X-Gitlab-Event", "X-Other"]);
    let value =
        select(vec!["Push Hook", "Note Hook", "push", "application/x-www-form-urlencoded", "application/json", ""]);
    vec((name.prop_map(str::to_owned), value.prop_map(str::to_owned)), 0..3)
}

/// A report holds together, whatever it is about.
fn is_sound(report: &Report, body: &[u8]) -> Result<(), String> {
    let fault = |text: &str| Err(format!("{text}: {report:?}"));
    let has_findings = matches!(report.verdict, Verdict::Drift | Verdict::Invalid | Verdict::Malformed);
    if has_findings == report.findings.is_empty() {
        return fault("findings do not fit the verdict");
    }
    if (report.verdict == Verdict::Unknown) != report.reason.is_some() {
        return fault("a reason is for unknown payloads");
    }
    if report.findings.iter().any(|finding| finding.offset > body.len() || finding.line == 0 || finding.column == 0) {
        return fault("a finding points outside of the body");
    }
    if !report.findings.is_sorted_by_key(|finding| finding.offset) {
        return fault("findings are not in document order");
    }
    let worst = report.findings.iter().map(|finding| finding.severity.as_str()).max_by_key(|severity| severity.len());
    if has_findings && worst != Some(report.verdict.as_str()) {
        return fault("the verdict is not that of the worst finding");
    }
    Ok(())
}

proptest! {
    #![proptest_config(config(3000))]

    #[test]
    fn no_bytes_make_check_panic(body in vec(any::<u8>(), 0..200), headers in headers()) {
        let delivery = Delivery { headers, ..Delivery::new(&body) };
        is_sound(&judge().check(&delivery), &body).map_err(proptest::test_runner::TestCaseError::fail)?;
    }

    #[test]
    fn no_mutation_of_a_fixture_makes_check_panic(body in mutated(), headers in headers()) {
        let delivery = Delivery { headers, ..Delivery::new(&body) };
        is_sound(&judge().check(&delivery), &body).map_err(proptest::test_runner::TestCaseError::fail)?;
    }
}
