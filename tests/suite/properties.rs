//! What holds for every payload: no input makes `check` panic, and only what a payload means decides its verdict.

use std::sync::LazyLock;

use hookproof::{Delivery, Report, Verdict, document::Document};
use proptest::{
    collection::vec,
    prelude::{Strategy, any, prop_assert_eq, proptest},
    sample::{Index, select},
    test_runner::{Config, FileFailurePersistence},
};
use serde_json::{Map, Value};

use crate::support::{folders, judge};

/// Every body among the fixtures and their edits that is JSON.
static BODIES: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let cases = folders().into_iter().flat_map(|folder| folder.build());
    cases.filter(|case| !case.is_request && case.bytes.len() < 20_000).map(|case| case.bytes).collect()
});

/// Those of them that can be read.
static READABLE: LazyLock<Vec<Vec<u8>>> =
    LazyLock::new(|| BODIES.iter().filter(|body| Document::read(body).is_ok()).cloned().collect());

fn config(cases: u32) -> Config {
    let seeds = FileFailurePersistence::WithSource("regressions");
    Config { cases, failure_persistence: Some(Box::new(seeds)), ..Config::default() }
}

fn body() -> impl Strategy<Value = Vec<u8>> {
    any::<Index>().prop_map(|index| index.get(&BODIES).clone())
}

fn readable() -> impl Strategy<Value = Vec<u8>> {
    any::<Index>().prop_map(|index| index.get(&READABLE).clone())
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

proptest! {
    #![proptest_config(config(600))]

    #[test]
    fn white_space_changes_neither_verdict_nor_findings(body in body(), spaces in vec(select(vec!["", " ", "\n", "\t \r\n"]), 1..9)) {
        let spread = spread(&body, &spaces);
        let (plain, spread) = (judge().check(&Delivery::new(&body)), judge().check(&Delivery::new(&spread)));
        prop_assert_eq!(gist(&plain), gist(&spread));
    }

    #[test]
    fn the_order_of_members_changes_neither_verdict_nor_findings(body in readable(), seed in any::<u64>()) {
        let value = serde_json::from_slice(&body).expect("it is JSON");
        let plain = judge().check(&Delivery::new(&body));
        let shuffled = shuffle(value, &mut seed.wrapping_add(1)).to_string();
        let shuffled = judge().check(&Delivery::new(shuffled.as_bytes()));
        prop_assert_eq!(gist(&plain), gist(&shuffled));
    }
}

type Gist = (Verdict, Option<String>, Vec<(String, String, Option<String>)>);

/// A report without positions and order.
fn gist(report: &Report) -> Gist {
    let mut findings: Vec<_> = report
        .findings
        .iter()
        .map(|finding| (finding.rule.clone(), finding.pointer.to_string(), finding.member.clone()))
        .collect();
    findings.sort();
    (report.verdict, report.event.clone(), findings)
}

/// The text with other white space between its tokens.
fn spread(body: &[u8], spaces: &[&str]) -> Vec<u8> {
    let mut spread = Vec::new();
    let mut spaces = spaces.iter().cycle();
    let (mut in_string, mut escaped) = (false, false);
    for &byte in body {
        if in_string {
            in_string = escaped || byte != b'"';
            escaped = byte == b'\\' && !escaped;
            spread.push(byte);
            continue;
        }
        match byte {
            b' ' | b'\n' | b'\r' | b'\t' => {}
            b'{' | b'}' | b'[' | b']' | b',' | b':' | b'"' => {
                // Around signs only: white space would part the characters of a number or a word.
                spread.extend(spaces.next().unwrap_or(&"").as_bytes());
                spread.push(byte);
                in_string = byte == b'"';
                if !in_string {
                    spread.extend(spaces.next().unwrap_or(&"").as_bytes());
                }
            }
            byte => spread.push(byte),
        }
    }
    spread
}

/// The value with the members of every object in another order.
fn shuffle(value: Value, seed: &mut u64) -> Value {
    match value {
        Value::Array(items) => items.into_iter().map(|item| shuffle(item, seed)).collect(),
        Value::Object(members) => {
            let mut members: Vec<(String, Value)> = members.into_iter().collect();
            for at in (1..members.len()).rev() {
                *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                members.swap(at, usize::try_from(*seed >> 33).unwrap_or_default() % (at + 1));
            }
            Value::Object(members.into_iter().map(|(name, below)| (name, shuffle(below, seed))).collect::<Map<_, _>>())
        }
        other => other,
    }
}
