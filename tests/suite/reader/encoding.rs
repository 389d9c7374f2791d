//! Texts that are no Unicode: bytes that are no UTF-8, byte-order marks, halves of surrogate pairs.

use hookproof::document::FaultKind;

use super::{Row, all_refused, faults, refused};

#[rustfmt::skip]
const ENCODING: &[Row] = &[
    ("a byte-order mark", "‸\u{feff}{}", ""),
    ("a byte-order mark alone", "‸\u{feff}", ""),
    ("a byte-order mark before what is no JSON", "‸\u{feff}x", ""),
    ("two byte-order marks", "‸\u{feff}\u{feff}1", ""),
    ("the first high surrogate", r#""‸\ud800""#, ""),
    ("the last high surrogate", r#""‸\udbff""#, ""),
    ("the first low surrogate", r#""‸\udc00""#, ""),
    ("the last low surrogate", r#""‸\uDFFF""#, ""),
    ("a high surrogate before a letter", r#""a‸\ud83dz""#, ""),
    ("a high surrogate before a short escape", r#""‸\ud83d\n""#, ""),
    ("a high surrogate before an escaped letter", r#""‸\ud83d\u0041""#, ""),
    ("a high surrogate before an escaped backslash", r#""‸\ud83d\\ude00""#, ""),
    ("a high surrogate before a pair", r#""‸\ud83d\ud83d\ude00""#, ""),
    ("a low surrogate after a pair", r#""\ud83d\ude00‸\ude00""#, ""),
    ("a high surrogate and a character", r#""‸\ud83d😀""#, ""),
    ("halves of a pair in two strings", r#"["‸\ud83d","a"]"#, "/0"),
    ("in a name", r#"{"‸\ud800": 1}"#, ""),
    ("in a value", r#"{"a": ["b", "‸\udc00"]}"#, "/a/1"),
];

#[rustfmt::skip]
const BYTES: &[(&str, &[u8], FaultKind, usize, &str)] = &[
    ("an overlong slash", b"\"\xc0\xaf\"", FaultKind::Encoding, 1, ""),
    ("an overlong NUL", b"\"a\xc0\x80\"", FaultKind::Encoding, 2, ""),
    ("an overlong slash in three bytes", b"\"\xe0\x80\xaf\"", FaultKind::Encoding, 1, ""),
    ("an overlong slash in four bytes", b"\"\xf0\x80\x80\xaf\"", FaultKind::Encoding, 1, ""),
    ("an overlong quotation mark as a delimiter", b"\xc0\xa2a\xc0\xa2", FaultKind::Encoding, 0, ""),
    ("a high surrogate", b"\"\xed\xa0\x80\"", FaultKind::Encoding, 1, ""),
    ("a low surrogate", b"\"\xed\xbf\xbf\"", FaultKind::Encoding, 1, ""),
    ("a surrogate pair", b"\"\xed\xa0\xbd\xed\xb8\x80\"", FaultKind::Encoding, 1, ""),
    ("one beyond the last character", b"\"\xf4\x90\x80\x80\"", FaultKind::Encoding, 1, ""),
    ("a sequence of five bytes", b"\"\xf8\x88\x80\x80\x80\"", FaultKind::Encoding, 1, ""),
    ("a continuation byte alone", b"\"\x80\"", FaultKind::Encoding, 1, ""),
    ("a continuation byte too many", b"\"\xc3\xa9\xa9\"", FaultKind::Encoding, 3, ""),
    ("two bytes cut to one", b"\"\xc3\"", FaultKind::Encoding, 1, ""),
    ("three bytes cut to two", b"\"\xe2\x82\"", FaultKind::Encoding, 1, ""),
    ("four bytes cut to three", b"\"\xf0\x9f\x98\"", FaultKind::Encoding, 1, ""),
    ("a character that the end cuts", b"[\"\xe2\x82", FaultKind::Encoding, 2, "/0"),
    ("Latin-1", b"{\"caf\xe9\": 1}", FaultKind::Encoding, 5, ""),
    ("Windows-1252", b"[1, \"\x93a\x94\"]", FaultKind::Encoding, 5, "/1"),
    ("GBK", b"{\"a\": \"\xc4\xe3\"}", FaultKind::Encoding, 7, "/a"),
    ("0xff in a string after an escape", b"\"\\n\xff\"", FaultKind::Encoding, 3, ""),
    ("0xff in an escape", b"\"\\\xff\"", FaultKind::Encoding, 2, ""),
    ("0xff in a literal", b"[tru\xff]", FaultKind::Encoding, 4, "/0"),
    ("0xff in place of a value", b"[1,\xff]", FaultKind::Encoding, 3, "/1"),
    ("0xff after a number", b"[1\xff]", FaultKind::Encoding, 2, ""),
    ("0xff in white space", b"{ \xfe }", FaultKind::Encoding, 2, ""),
    ("0xff alone", b"\xff", FaultKind::Encoding, 0, ""),
    ("0xff after the value", b"{}\xff", FaultKind::Encoding, 2, ""),
    ("half a byte-order mark", b"\xef\xbb[]", FaultKind::Encoding, 0, ""),
    ("UTF-16, little-endian, marked", b"\xff\xfe[\0]\0", FaultKind::Encoding, 0, ""),
    ("UTF-16, big-endian, marked", b"\xfe\xff\0[\0]", FaultKind::Encoding, 0, ""),
    ("UTF-32, big-endian, marked", b"\0\0\xfe\xff\0\0\0[", FaultKind::Syntax, 0, ""),
    ("UTF-16, little-endian", b"[\0]\0", FaultKind::Syntax, 1, "/0"),
    ("UTF-16, big-endian", b"\0[\0]", FaultKind::Syntax, 0, ""),
    ("a fault of syntax before the byte", b"[1,,\"\xff\"]", FaultKind::Syntax, 3, "/1"),
    ("a second value before the byte", b"{} {\"a\": \"\xff\"}", FaultKind::TrailingData, 3, ""),
    ("gzip", b"\x1f\x8b\x08\0", FaultKind::Syntax, 0, ""),
];

#[test]
fn byte_order_marks_and_lone_surrogates_are_faults_of_encoding() {
    all_refused(FaultKind::Encoding, ENCODING);
}

#[test]
fn bytes_that_are_no_utf_8_are_faults_of_encoding_where_nothing_else_ends_the_reading() {
    for (claim, text, kind, offset, pointer) in BYTES {
        refused(claim, text, *kind, *offset, pointer);
    }
}

#[test]
fn each_half_of_a_pair_in_the_wrong_order_is_a_fault() {
    let faults = faults(br#"["\ude00\ud83d"]"#);
    let found: Vec<_> = faults.iter().map(|fault| (fault.kind, fault.offset)).collect();
    assert_eq!(found, [(FaultKind::Encoding, 2), (FaultKind::Encoding, 8)]);
}
