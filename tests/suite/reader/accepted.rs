//! Texts that RFC 8259 allows and that two parsers read alike.

use serde_json::{Value, json};

use super::read;
use crate::any_bytes::reader::same;

#[rustfmt::skip]
const NUMBERS: &[(&str, &str)] = &[
    ("zero", "0"),
    ("minus zero", "-0"),
    ("minus zero with a fraction", "-0.0"),
    ("one digit", "7"),
    ("a negative integer", "-42"),
    ("a zero that is not the first digit", "100"),
    ("the largest integer of 64 bits", "9223372036854775807"),
    ("the smallest integer of 64 bits", "-9223372036854775808"),
    ("an integer that no double holds", "9007199254740993"),
    ("a fraction", "1.5"),
    ("a fraction below one", "0.25"),
    ("zeros after the point", "1.000"),
    ("zeros before the first digit that counts", "0.0001"),
    ("a fraction with more digits than a double holds", "0.10000000000000000555111512312578270211815834045"),
    ("an exponent", "1e5"),
    ("a capital exponent", "1E5"),
    ("an exponent with plus", "1e+5"),
    ("an exponent with minus", "1e-5"),
    ("an exponent that begins with zero", "1e05"),
    ("a fraction and an exponent", "-12.5E-3"),
    ("a whole number by its exponent", "0.1e1"),
    ("zero to any power", "0e0"),
    ("zero to a power that overflows", "0e99999999999999999999"),
    ("the largest whole number that a double holds exactly", "9007199254740991.0"),
    ("the smallest whole number that a double holds exactly", "-9007199254740991.0"),
    ("the same with an exponent", "9.007199254740991e15"),
    ("the same with a negative exponent", "90071992547409910e-1"),
    ("the largest half", "4503599627370495.5"),
    ("the smallest double", "5e-324"),
    ("the smallest normal double", "2.2250738585072014e-308"),
    ("a number too small for a double", "1e-400"),
    ("an exponent too small for anything", "1e-99999999999999999999"),
];

#[rustfmt::skip]
const STRINGS: &[(&str, &str)] = &[
    ("an empty string", r#""""#),
    ("plain text", r#""hello""#),
    ("an escaped quotation mark", r#""\"""#),
    ("an escaped backslash", r#""\\""#),
    ("an escaped slash", r#""\/""#),
    ("a plain slash", r#""/""#),
    ("every short escape", r#""\b\f\n\r\t""#),
    ("a backslash before the last quotation mark", r#""\\\\""#),
    ("an escape between texts", r#""a\nb""#),
    ("escapes that follow one another", r#""\\n\\u0041""#),
    ("a letter as an escape", r#""\u0041""#),
    ("hexadecimal digits of either case", r#""\u00e9\u00E9\uaBcD""#),
    ("an escaped NUL", r#""\u0000""#),
    ("an escaped control character", r#""\u001f""#),
    ("a digit after an escape", r#""\u00410""#),
    ("a surrogate pair", r#""\ud83d\ude00""#),
    ("a surrogate pair in capitals", r#""\uD83D\uDE00""#),
    ("the first surrogate pair", r#""\ud800\udc00""#),
    ("the last surrogate pair", r#""\udbff\udfff""#),
    ("surrogate pairs that follow one another", r#""\ud83d\ude00\ud83d\ude01""#),
    ("the characters next to the surrogates", r#""\ud7ff\ue000""#),
    ("an escaped byte-order mark", r#""\ufeff""#),
    ("an escaped noncharacter", r#""\uffff""#),
    ("the text of an escape, escaped", r#""\\ud800""#),
    ("single quotation marks", r#""'""#),
    ("structural characters", r#""{}[],:""#),
    ("what elsewhere is a comment", r#""// /* # */""#),
    ("a space at either end", r#"" a ""#),
    ("two bytes of UTF-8", "\"é\""),
    ("three bytes of UTF-8", "\"中\""),
    ("four bytes of UTF-8", "\"😀\""),
    ("the last character of Unicode", "\"\u{10ffff}\""),
    ("a byte-order mark that is text", "\"\u{feff}\""),
    ("a delete character", "\"\u{7f}\""),
    ("a control character beyond ASCII", "\"\u{85}\""),
    ("line separators of Unicode", "\"\u{2028}\u{2029}\""),
    ("a bidirectional override", "\"\u{202e}\""),
    ("a combining character", "\"e\u{301}\""),
];

#[rustfmt::skip]
const STRUCTURES: &[(&str, &str)] = &[
    ("true", "true"),
    ("false", "false"),
    ("null", "null"),
    ("an empty array", "[]"),
    ("an empty object", "{}"),
    ("an array of one", "[1]"),
    ("every kind of value", r#"[null, true, false, 1, 1.5, "a", [], {}]"#),
    ("arrays in arrays", "[[], [[]], [[], []]]"),
    ("an object of one", r#"{"a": 1}"#),
    ("objects in objects", r#"{"a": {"b": {"c": null}}}"#),
    ("objects in an array", r#"[{"a": 1}, {"a": 2}]"#),
    ("an empty name", r#"{"": 0}"#),
    ("a name with escapes", r#"{"\u0061\n\"": 0}"#),
    ("a name beyond ASCII", r#"{"名": 0}"#),
    ("names that are literals", r#"{"null": null, "true": true}"#),
    ("names that differ by case", r#"{"a": 1, "A": 2}"#),
    ("names that differ by a space", r#"{"a": 1, "a ": 2, " a": 3}"#),
    ("names that look alike", "{\"\u{e9}\": 1, \"e\u{301}\": 2}"),
    ("a name again in an object below", r#"{"a": {"a": {"a": 1}}}"#),
    ("a name again in an object beside", r#"{"x": {"a": 1}, "y": {"a": 1}}"#),
    ("a name again as a value", r#"{"a": "a"}"#),
    ("more than twelve names", r#"{"a":0,"b":0,"c":0,"d":0,"e":0,"f":0,"g":0,"h":0,"i":0,"j":0,"k":0,"l":0,"m":0}"#),
    ("no white space", r#"{"a":[1,2],"b":{"c":3}}"#),
    ("white space of every kind around the value", " \t\r\n1 \t\r\n"),
    ("white space of every kind between everything", "\n{\t\"a\" \r:\n[ 1\t,\r2 ] ,\n\"b\" : { } }\n"),
    ("white space in empty containers", "[ [\n], {\t} ]"),
    ("line ends of either kind", "[1,\r\n2,\n3]\r\n"),
    ("many blank lines", "\n\n\n\n[]\n\n\n\n"),
];

#[test]
fn numbers_are_read_as_serde_json_reads_them() {
    all_accepted(NUMBERS);
}

#[test]
fn strings_are_read_as_serde_json_reads_them() {
    all_accepted(STRINGS);
}

#[test]
fn structures_are_read_as_serde_json_reads_them() {
    all_accepted(STRUCTURES);
}

/// As an item and as a member too, since a number may end at other bytes than the text's end.
fn all_accepted(rows: &[(&str, &str)]) {
    let mut wrong = Vec::new();
    for (claim, text) in rows {
        for text in [(*text).to_owned(), format!("[{text},{text}]"), format!(r#"{{"a":{text}}}"#)] {
            let theirs: Value = serde_json::from_str(&text).expect("serde_json accepts it");
            match read(text.as_bytes()) {
                Ok(ours) if same(&ours, &theirs) => {}
                other => wrong.push(format!("{claim}: {text:?} was read as {other:?}, not {theirs:?}")),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_a_fraction_or_an_exponent_makes_a_float() {
    let rows = [
        ("0", json!(0)),
        ("-0", json!(0)),
        ("-0.0", json!(-0.0)),
        ("1", json!(1)),
        ("1.0", json!(1.0)),
        ("1e0", json!(1.0)),
        ("0.1e1", json!(1.0)),
        ("-1.5", json!(-1.5)),
        ("9223372036854775807", json!(i64::MAX)),
        ("-9223372036854775808", json!(i64::MIN)),
        ("9007199254740991.0", json!(9_007_199_254_740_991.0)),
        ("1e-400", json!(0.0)),
        ("5e-324", json!(f64::from_bits(1))),
    ];
    for (text, expected) in rows {
        assert_eq!(read(text.as_bytes()), Ok(expected), "{text}");
    }
}

#[test]
fn escapes_stand_for_their_characters() {
    let rows = [
        (r"\b\f\n\r\t", "\u{8}\u{c}\n\r\t"),
        (r#"\"\\\/"#, "\"\\/"),
        (r"\u0041\u00e9\u4e2d", "Aé中"),
        (r"\ud83d\ude00", "😀"),
        (r"\ud800\udc00\udbff\udfff", "\u{10000}\u{10ffff}"),
        (r"a\u0000b", "a\0b"),
        (r"\\u0041", r"\u0041"),
        ("é\\té", "é\té"),
    ];
    for (text, expected) in rows {
        assert_eq!(read(format!("\"{text}\"").as_bytes()), Ok(json!(expected)), "{text}");
        assert_eq!(read(format!("{{\"{text}\":0}}").as_bytes()), Ok(json!({expected: 0})), "{text}");
    }
}

#[test]
fn members_keep_their_order() {
    let Ok(Value::Object(members)) = read(br#"{"z": 1, "a": 2, "\u006d": 3, "": 4}"#) else { panic!("an object") };
    assert_eq!(members.keys().collect::<Vec<_>>(), ["z", "a", "m", ""]);
}
