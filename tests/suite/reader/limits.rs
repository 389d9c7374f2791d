//! What RFC 8259 allows and parsers disagree on: duplicate members, numbers, depth.

use std::{collections::BTreeSet, fmt::Write as _};

use hookproof::document::{Document, FaultKind, MAX_DEPTH};
use proptest::prelude::*;

use super::{Row, all_refused, faults, read};

#[rustfmt::skip]
const NUMBERS: &[Row] = &[
    ("one more than the largest integer", "‸9223372036854775808", ""),
    ("one less than the smallest integer", "‸-9223372036854775809", ""),
    ("the largest unsigned integer", "‸18446744073709551615", ""),
    ("one more than that", "‸18446744073709551616", ""),
    ("an integer beyond any type", "‸1234567890123456789012345678901234567890", ""),
    ("a negative integer beyond any type", "‸-1234567890123456789012345678901234567890", ""),
    ("an overflow", "‸1e309", ""),
    ("a negative overflow", "‸-1e309", ""),
    ("an overflow with a capital", "‸1E400", ""),
    ("an overflow with plus", "‸1e+400", ""),
    ("an overflow just beyond the largest double", "‸1.8e308", ""),
    ("an exponent beyond any type", "‸1e99999999999999999999", ""),
    ("the largest power of ten", "‸1e308", ""),
    ("the largest double", "‸1.7976931348623157e308", ""),
    ("2^53 with a fraction", "‸9007199254740992.0", ""),
    ("-2^53 with a fraction", "‸-9007199254740992.0", ""),
    ("2^53+1 with a fraction", "‸9007199254740993.0", ""),
    ("2^53 with an exponent", "‸9.007199254740992e15", ""),
    ("2^53 with a negative exponent", "‸90071992547409920e-1", ""),
    ("a fraction that every double rounds to 2^53", "‸9007199254740991.5", ""),
    ("a fraction that no double keeps", "‸10000000000000000.5", ""),
    ("a long whole number with a fraction", "‸123456789012345678901234567890.0", ""),
    ("an item", "[1, ‸1e400]", "/1"),
    ("a member", r#"{"a": {"b": ‸1e16}}"#, "/a/b"),
    ("the first of two is at the front", "[‸1e400]", "/0"),
];

#[rustfmt::skip]
const DUPLICATES: &[Row] = &[
    ("a name twice", r#"{"a": 1, ‸"a": 2}"#, "/a"),
    ("a name twice with one value", r#"{"a": 1, ‸"a": 1}"#, "/a"),
    ("another name between", r#"{"a": 1, "b": 2, ‸"a": 3}"#, "/a"),
    ("an empty name twice", r#"{"": 1, ‸"": 2}"#, "/"),
    ("a name and its escape", r#"{"a": 1, ‸"\u0061": 2}"#, "/a"),
    ("an escape and its name", r#"{"\u0061": 1, ‸"a": 2}"#, "/a"),
    ("two spellings of an escape", r#"{"\u00e9": 1, ‸"\u00E9": 2}"#, "/é"),
    ("an escaped slash", r#"{"\/": 1, ‸"/": 2}"#, "/~1"),
    ("a tilde, which a pointer escapes", r#"{"~": 1, ‸"~": 2}"#, "/~0"),
    ("a surrogate pair and its character", r#"{"\ud83d\ude00": 1, ‸"😀": 2}"#, "/😀"),
    ("in an object below", r#"{"x": [{"a": 1, ‸"a": 2}]}"#, "/x/0/a"),
    ("in an object below, beside the same name", r#"{"a": {"a": 1, ‸"a": 2}}"#, "/a/a"),
    ("no white space", r#"{"a":1,‸"a":2}"#, "/a"),
    ("more than twelve members", r#"{"a":0,"b":0,"c":0,"d":0,"e":0,"f":0,"g":0,"h":0,"i":0,"j":0,"k":0,"l":0,‸"\u0061":0}"#, "/a"),
];

#[test]
fn numbers_that_parsers_disagree_on_are_refused() {
    all_refused(FaultKind::Number, NUMBERS);
}

#[test]
fn duplicate_members_are_refused_where_they_stand_again() {
    all_refused(FaultKind::DuplicateMember, DUPLICATES);
}

#[test]
fn a_name_that_stands_three_times_is_two_faults() {
    for others in [0, 20] {
        let mut text = String::from(r#"{"a":1,"a":2"#);
        for other in 0..others {
            write!(text, r#","b{other}":0"#).expect("a string takes it");
        }
        text.push_str(r#","a":3}"#);
        let offsets: Vec<usize> = faults(text.as_bytes()).iter().map(|fault| fault.offset).collect();
        assert_eq!(offsets, [7, text.len() - 6], "{text}");
    }
}

type Found<'a> = (FaultKind, &'a str);

#[test]
fn every_fault_that_does_not_end_the_reading_is_reported_in_document_order() {
    use FaultKind::{DuplicateMember, Encoding, Number, Syntax, TrailingData};
    let rows: [(&[u8], &[Found]); 5] = [
        (
            br#"{"a": 1e400, "a": {"b": "\ud800", "b": 1}, "c": 1e16}"#,
            &[(Number, "/a"), (DuplicateMember, "/a"), (Encoding, "/a/b"), (DuplicateMember, "/a/b"), (Number, "/c")],
        ),
        (br"[1e400, 1e400, x]", &[(Number, "/0"), (Number, "/1"), (Syntax, "/2")]),
        (br#"{"a": 1, "a": 2} x"#, &[(DuplicateMember, "/a"), (TrailingData, "")]),
        (b"{\"n\": 1e400, \"s\": \"\xff\"}", &[(Number, "/n"), (Encoding, "/s")]),
        (b"[{\"a\": 1, \"a\": 2}, \xff]", &[(DuplicateMember, "/0/a"), (Encoding, "/1")]),
    ];
    for (text, expected) in rows {
        let faults = faults(text);
        assert!(faults.is_sorted_by_key(|fault| fault.offset), "{faults:?}");
        let pointers: Vec<String> = faults.iter().map(|fault| fault.pointer.to_string()).collect();
        let kinds = faults.iter().map(|fault| fault.kind);
        let found: Vec<Found> = kinds.zip(pointers.iter().map(String::as_str)).collect();
        assert_eq!(found, expected, "{}", String::from_utf8_lossy(text));
    }
}

/// `levels` containers around `core`: arrays and objects in turns where both are named.
fn nested(levels: usize, opening: &[&str], core: &str, closing: &[&str]) -> String {
    let mut text: String = (0..levels).map(|level| opening[level % opening.len()]).collect();
    text.push_str(core);
    text.extend((0..levels).rev().map(|level| closing[level % closing.len()]));
    text
}

#[test]
fn a_hundred_levels_are_read_and_one_more_is_refused() {
    let shapes: [(&[&str], &[&str], &str); 4] = [
        (&["["], &["]"], "/0"),
        (&["{\"a\":"], &["}"], "/a"),
        (&["[", "{\"a\":"], &["]", "}"], "/0/a"),
        (&["{ \"a\" : ", "[ "], &[" }", " ]"], "/a/0"),
    ];
    for (opening, closing, step) in shapes {
        for core in ["1", "\"a\"", "[]", "{}"] {
            let levels = MAX_DEPTH - usize::from(core.ends_with([']', '}']));
            let text = nested(levels, opening, core, closing);
            assert!(read(text.as_bytes()).is_ok(), "{text}");
        }
        let text = nested(MAX_DEPTH, opening, "[]", closing);
        let found = faults(text.as_bytes());
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].kind, found[0].offset), (FaultKind::Depth, text.find("[]").expect("the core")));
        assert_eq!(found[0].pointer.to_string(), step.repeat(MAX_DEPTH / opening.len()));
    }
}

#[test]
fn depth_is_that_of_one_place_not_of_the_whole_text() {
    let deep = nested(MAX_DEPTH - 1, &["["], "", &["]"]);
    assert!(read(format!("[{deep},{deep}]").as_bytes()).is_ok());
    let wide = format!("[{}[]]", "[],".repeat(100_000));
    assert!(read(wide.as_bytes()).is_ok());
}

#[test]
fn brackets_beyond_number_do_not_overflow_the_stack() {
    let openings = ["[", "{\"a\":", "[{\"a\":", "[1,", "{\"\\u0061\":[", "[ \n"];
    for opening in openings {
        for text in [opening.repeat(100_000), nested(100_000, &[opening], "", &["]"])] {
            assert_eq!(faults(text.as_bytes()).last().map(|fault| fault.kind), Some(FaultKind::Depth), "{opening}");
        }
    }
}

/// A name as a member may spell it: plain, or with its first letter escaped.
fn spelled(name: &str, escape: bool) -> String {
    let first = u32::from(name.chars().next().expect("a name has a letter"));
    if escape { format!("\\u{first:04x}{}", &name[1..]) } else { name.to_owned() }
}

proptest! {
    #[test]
    fn a_duplicate_is_a_name_that_stood_before(names in prop::collection::vec(("[a-d][0-3]", any::<bool>()), 0..40)) {
        let members: Vec<String> =
            names.iter().map(|(name, escape)| format!("\"{}\":0", spelled(name, *escape))).collect();
        let text = format!("{{{}}}", members.join(","));
        let mut seen = BTreeSet::new();
        let repeated: Vec<String> =
            names.iter().filter(|(name, _)| !seen.insert(name)).map(|(name, _)| format!("/{name}")).collect();
        let found: Vec<String> = match Document::read(text.as_bytes()) {
            Ok(_) => Vec::new(),
            Err(faults) => faults.iter().map(|fault| fault.pointer.to_string()).collect(),
        };
        prop_assert_eq!(found, repeated);
    }
}
