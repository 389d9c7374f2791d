//! What holds for any bytes, tried on every case and on damaged ones; the targets in `fuzz/` try the same on more.

pub(crate) mod accept;
pub(crate) mod damage;
pub(crate) mod delivery;
pub(crate) mod form;
pub(crate) mod pack;
pub(crate) mod reader;
pub(crate) mod reports;
pub(crate) mod request;

use std::{fs, path::Path, sync::LazyLock};

use hookproof::Catalog;
use proptest::{collection::vec, prelude::*, sample::Index, strategy::ValueTree as _, test_runner::TestRunner};
use rstest::rstest;

use crate::{
    formats::NAMES,
    new_provider,
    support::{config, files, folder, folders, root, run},
};
use damage::Damage;
use reports::{FORMATS, is_harmless};

/// The bytes of every case: bodies and recorded requests.
static CASES: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let cases = folders().into_iter().flat_map(|folder| folder.build());
    cases.map(|case| case.bytes).filter(|bytes| bytes.len() < 20_000).collect()
});

/// Packs, each as one text: a small one, and one of the project's.
static PACKS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let written = |schemas: &Path, folder: &str| {
        let files = files(schemas, &schemas.join(folder));
        files.iter().flat_map(|(path, text)| [b"=== ", path.as_bytes(), b"\n", text, b"\n"].concat()).collect()
    };
    let forge = new_provider::folders();
    vec![written(&forge.path().join("schemas"), "forge"), written(&root().join("schemas"), "codeup")]
});

fn damaged(base: &'static LazyLock<Vec<Vec<u8>>>) -> impl Strategy<Value = Vec<u8>> {
    (any::<Index>(), vec(Damage::any(), 1..5)).prop_map(|(which, damage)| {
        let mut bytes = which.get(base).clone();
        for damage in &damage {
            damage.inflict(&mut bytes);
        }
        bytes
    })
}

#[rstest]
#[case(reader::holds)]
#[case(form::holds)]
#[case(request::holds)]
#[case(delivery::holds)]
#[case(accept::holds)]
fn it_holds_for_every_case(#[case] holds: fn(&[u8])) {
    assert!(CASES.len() > 2000);
    CASES.iter().for_each(|bytes| holds(bytes));
}

#[test]
fn it_holds_for_whole_packs() {
    for pack in &*PACKS {
        let text = String::from_utf8_lossy(pack);
        let catalog = Catalog::from_files(&pack::files(&text)).expect("the pack is sound");
        assert_eq!(catalog.entries.len(), 1);
        pack::holds(pack);
    }
}

/// Every format at once, of many payloads under names that some format has a use of its own for.
#[test]
fn reports_on_damaged_cases_are_harmless() {
    let captures = folder(&[]);
    let mut runner = TestRunner::deterministic();
    for index in 0..200 {
        let bytes = damaged(&CASES).new_tree(&mut runner).expect("a case can be damaged").current();
        let ending = if index % 4 == 0 { "ndjson" } else { "json" };
        let name = NAMES[index % NAMES.len()];
        fs::write(captures.path().join(format!("{index}{name}.{ending}")), bytes).expect("the name is one");
    }
    let reports = folder(&[]);
    for options in [&[][..], &["--all", "--event", "test"], &["--redact", "--strict"]] {
        let formats = FORMATS.map(|format| format!("--format={format}={}", reports.path().join(format).display()));
        let arguments: Vec<&str> = ["validate", "."].into_iter().chain(formats.iter().map(String::as_str)).collect();
        let ran = run(captures.path(), &[&arguments, options].concat());
        assert_eq!(ran.code, Some(1), "{}", ran.err);
        is_harmless("human", &ran.err);
        for format in FORMATS {
            let report = fs::read_to_string(reports.path().join(format)).expect("a report is text");
            assert!(report.len() > 500, "{format}: {report}");
            is_harmless(format, &report);
        }
    }
}

proptest! {
    #![proptest_config(config(500))]

    #[test]
    fn it_holds_for_damaged_cases(bytes in damaged(&CASES)) {
        reader::holds(&bytes);
        form::holds(&bytes);
        request::holds(&bytes);
        delivery::holds(&bytes);
        accept::holds(&bytes);
    }

    #[test]
    fn it_holds_for_damaged_chunks(base in any::<Index>(), size in 1..500_usize, damage in vec(Damage::any(), 0..3)) {
        let mut text = b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n".to_vec();
        for chunk in base.get(&CASES).chunks(size) {
            text.extend(format!("{:x}\r\n", chunk.len()).bytes());
            text.extend([chunk, b"\r\n"].concat());
        }
        text.extend(b"0\r\n\r\n");
        for damage in &damage {
            damage.inflict(&mut text);
        }
        request::holds(&text);
        delivery::holds(&text);
    }

    #[test]
    fn it_holds_for_damaged_forms(bytes in damaged(&CASES)) {
        form::holds(&[b"x=%7B&payload=", &*bytes, b"&y"].concat());
    }
}

proptest! {
    #![proptest_config(config(100))]

    #[test]
    fn it_holds_for_damaged_packs(bytes in damaged(&PACKS)) {
        pack::holds(&bytes);
    }
}
