//! The reader beside another: on noise, on damaged fixtures and on whatever the other prints.

use std::{path::Path, sync::LazyLock};

use hookproof::document::Document;
use proptest::{prelude::*, sample::Index};
use serde_json::Value;

use super::read;
use crate::{
    any_bytes::{damage::Damage, reader::holds},
    support::folders,
};

/// The JSON files of every `valid` folder.
static FIXTURES: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let files = folders().into_iter().flat_map(|folder| folder.files);
    let is_json = |path: &Path| path.starts_with("valid") && path.extension().is_some_and(|found| found == "json");
    files.filter(|(path, _)| is_json(path.as_ref())).map(|(_, bytes)| bytes).collect()
});

/// Pieces of JSON text and of what is almost JSON; at random, some make a text.
#[rustfmt::skip]
const PIECES: &[&[u8]] = &[
    b"{", b"}", b"[", b"]", b":", b",", b"\"", b"\\", b" ", b"\n", b"//", b"\x00", b"\x0c", b"\xff",
    b"\"a\"", b"\"\\u0061\"", b"\"a\":", b"\"b\":1", b"\"\\ud83d\\ude00\"", b"\"\\ud83d\"", b"\\ude00", b"\xc3\xa9",
    b"\xef\xbb\xbf", b"true", b"false", b"null", b"nul", b"[]", b"{}", b"[1,2]",
    b"0", b"-0", b"1", b"5", b"-", b".", b"e", b"E+", b"1.5", b"-0.0", b"1e400",
    b"9007199254740992.0", b"9223372036854775807", b"9223372036854775808",
];

/// What looks like a number.
const NUMBER: &str = r"-?(0|[1-9][0-9]{0,20})?(\.[0-9]{0,20})?([eE][+-]?[0-9]{0,3})?";

/// What looks like a string.
const STRING: &str = r#""([ -~é😀]|\\["/bfnrtu\\]|\\u[0-9a-fA-F]{4}|\\u[dD][89a-fA-F][0-9a-f]{2}){0,6}""#;

/// Numbers, strings and containers that are no matter of dispute.
fn any_value() -> impl Strategy<Value = Value> {
    let number = any::<f64>().prop_filter("a double that every parser keeps", |number| {
        number.is_finite() && (number.fract() != 0.0 || number.abs() < 2_f64.powi(53))
    });
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        number.prop_map(Value::from),
        (-1000_i32..1000).prop_map(|number| Value::from(f64::from(number) / 8.0)),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 60, 8, |below| {
        prop_oneof![
            prop::collection::vec(below.clone(), 0..8).prop_map(Value::from),
            prop::collection::btree_map(any::<String>(), below, 0..20)
                .prop_map(|members| members.into_iter().collect()),
        ]
    })
}

#[test]
fn there_are_fixtures_to_damage() {
    assert!(FIXTURES.len() > 20);
    for text in &*FIXTURES {
        assert!(Document::read(text).is_ok(), "{}", String::from_utf8_lossy(text));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn on_random_bytes(text in prop::collection::vec(any::<u8>(), 0..200)) {
        holds(&text);
    }

    #[test]
    fn on_pieces_of_json(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..12)) {
        holds(&pieces.concat());
    }

    #[test]
    fn on_pieces_of_json_in_an_array(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..4)) {
        holds(&[b"[", pieces.concat().as_slice(), b"]"].concat());
    }

    #[test]
    fn on_whatever_looks_like_a_number(text in NUMBER) {
        holds(text.as_bytes());
    }

    #[test]
    fn on_whatever_looks_like_a_string(text in STRING) {
        holds(text.as_bytes());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn on_damaged_fixtures(which in any::<Index>(), damage in prop::collection::vec(Damage::any(), 1..4)) {
        let mut text = which.get(&FIXTURES).clone();
        for damage in &damage {
            damage.inflict(&mut text);
        }
        holds(&text);
    }
}

proptest! {
    #[test]
    fn whatever_serde_json_prints_is_read_as_it_was(value in any_value()) {
        let compact = serde_json::to_string(&value).expect("a value can be printed");
        let pretty = serde_json::to_string_pretty(&value).expect("a value can be printed");
        prop_assert_eq!(read(compact.as_bytes()), Ok(value.clone()));
        prop_assert_eq!(read(pretty.as_bytes()), Ok(value));
    }
}
