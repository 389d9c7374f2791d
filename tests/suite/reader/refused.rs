//! Texts that RFC 8259 forbids: the rule, the place and the byte at fault.

use hookproof::document::{Fault, FaultKind};

use super::{Row, all_refused, faults};

#[rustfmt::skip]
const NUMBERS: &[Row] = &[
    ("a minus alone", "-‸", ""),
    ("a minus and a space", "[-‸ 1]", "/0"),
    ("two minuses", "-‸-1", ""),
    ("a plus", "‸+1", ""),
    ("a needless zero", "‸01", ""),
    ("a needless zero after a minus", "[‸-01]", "/0"),
    ("two zeros", "[1, ‸00]", "/1"),
    ("a needless zero before a fraction", "‸-00.5", ""),
    ("digits in groups of three", "[1,‸000]", "/1"),
    ("a point without digits after it", "1.‸", ""),
    ("a point without digits after it, in an array", "[1.‸]", "/0"),
    ("a point without digits before it", "[‸.5]", "/0"),
    ("a minus and a point", "-‸.5", ""),
    ("a space after the point", "[1.‸ 5]", "/0"),
    ("two points", "[1.2‸.3]", ""),
    ("an exponent without digits", "1e‸", ""),
    ("an exponent of a sign alone", "1E+‸", ""),
    ("an exponent of a sign alone, in an object", r#"{"a": 1e-‸}"#, "/a"),
    ("an exponent with two signs", "1e+‸-1", ""),
    ("an exponent with a point", "[1e5‸.5]", ""),
    ("a point directly before the exponent", "1.‸e5", ""),
    ("two exponents", "[1e5‸e5]", ""),
    ("hexadecimal", "[0‸x1F]", ""),
    ("octal", "[0‸o17]", ""),
    ("binary", "[0‸b11]", ""),
    ("an underscore between digits", "[1‸_000]", ""),
    ("a suffix", "[1‸n]", ""),
    ("NaN", "[‸NaN]", "/0"),
    ("Infinity", "[‸Infinity]", "/0"),
    ("minus Infinity", "[-‸Infinity]", "/0"),
    ("infinity abbreviated", "[-‸inf]", "/0"),
    ("full-width digits", "[‸１２]", "/0"),
    ("Arabic digits", "[‸٣]", "/0"),
    ("a digit beyond ASCII after one of ASCII", "[1‸２]", ""),
    ("a sum", "[1‸+2]", ""),
    ("a percentage", "[50‸%]", ""),
    ("a currency", "[‸$5]", "/0"),
];

#[rustfmt::skip]
const STRINGS: &[Row] = &[
    ("no closing quotation mark", "\"abc‸", ""),
    ("no closing quotation mark in an array", "[\"abc]‸", "/0"),
    ("a quotation mark alone", "\"‸", ""),
    ("an escaped quotation mark at the end", r#""abc\"‸"#, ""),
    ("a backslash at the end", r#""abc\‸"#, ""),
    ("half an escape at the end", r#""\u00‸"#, ""),
    ("no digit of an escape at the end", r#""\u‸"#, ""),
    ("half a pair's second escape at the end", r#""\ud83d\ude‸"#, ""),
    ("single quotation marks", "‸'abc'", ""),
    ("a single quotation mark at the end", "[\"abc']‸", "/0"),
    ("backticks", "[‸`abc`]", "/0"),
    ("typographic quotation marks", "[‸“abc”]", "/0"),
    ("no quotation marks", "[‸abc]", "/0"),
    ("three quotation marks", r#"[""‸"abc"""]"#, ""),
    ("a prefix", r#"[‸u"abc"]"#, "/0"),
    ("a sum of strings", r#"["a"‸+"b"]"#, ""),
    ("strings side by side", r#"["a" ‸"b"]"#, ""),
    ("an escaped single quotation mark", r#""‸\'""#, ""),
    ("an escaped letter", r#""a‸\a""#, ""),
    ("an escaped NUL in C's manner", r#""‸\0""#, ""),
    ("a vertical tab's escape", r#""‸\v""#, ""),
    ("an escape character's escape", r#""‸\e""#, ""),
    ("a hexadecimal escape", r#""‸\x41""#, ""),
    ("a capital escape", r#""‸\N""#, ""),
    ("a capital U", r#""‸\U0041""#, ""),
    ("an escaped space", r#""‸\ ""#, ""),
    ("an escaped letter beyond ASCII", "\"‸\\é\"", ""),
    ("an escaped line end", "\"a‸\\\nb\"", ""),
    ("an escape without digits", r#"["‸\u"]"#, "/0"),
    ("an escape of two digits", r#""‸\u41""#, ""),
    ("an escape of three digits", r#""‸\u041""#, ""),
    ("an escape with a letter that is no digit", r#""‸\u00g0""#, ""),
    ("an escape with a space", r#""‸\u 041""#, ""),
    ("an escape with a sign", r#""‸\u+041""#, ""),
    ("an escape with braces", r#""‸\u{41}""#, ""),
    ("an escape with digits beyond ASCII", "\"‸\\u００４１\"", ""),
    ("an escape outside of strings", r"[‸\u0041]", "/0"),
    ("an escaped quotation mark outside of strings", r#"[‸\"a\"]"#, "/0"),
    ("a bad escape after half a pair", r#""\ud83d‸\u12""#, ""),
    ("a bad escape in a name", r#"{"‸\x": 1}"#, ""),
    ("a tab", "\"a‸\tb\"", ""),
    ("a NUL", "\"a‸\0b\"", ""),
    ("a backspace", "\"‸\u{8}\"", ""),
    ("a form feed", "\"‸\u{c}\"", ""),
    ("an escape character", "\"‸\u{1b}[31m\"", ""),
    ("the last control character", "\"‸\u{1f}\"", ""),
    ("a control character after an escape", "\"\\n‸\u{1f}\"", ""),
    ("a control character in a name", "{\"a‸\u{1}\": 1}", ""),
    ("a line feed: the string is not closed on its line", "‸\"a\nb\"", ""),
    ("a carriage return", "[‸\"a\rb\"]", "/0"),
    ("a line feed after an escape", "{\"a\": ‸\"\\t\n\"}", "/a"),
];

#[rustfmt::skip]
const STRUCTURES: &[Row] = &[
    ("an array that does not end", "[‸", "/0"),
    ("an array that does not end after an item", "[1‸", ""),
    ("an array that does not end after a comma", "[1,‸", "/1"),
    ("an object that does not end", "{‸", ""),
    ("an object that ends after a name", r#"{"a"‸"#, ""),
    ("an object that ends after a colon", r#"{"a":‸"#, "/a"),
    ("an object that ends after a member", r#"{"a":1‸"#, ""),
    ("an object that ends after a comma", r#"{"a":1,‸"#, ""),
    ("an outer array that does not end", "[[1]‸", ""),
    ("an inner object that does not end", r#"[{"a":{}‸"#, "/0"),
    ("a comma before the end of an array", "[1,‸]", "/1"),
    ("a comma before the end of an object", r#"{"a":1,‸}"#, ""),
    ("a comma before the end, deep down", r#"{"a":{"b":[1,‸]}}"#, "/a/b/1"),
    ("a comma alone in an array", "[‸,]", "/0"),
    ("a comma alone in an object", "{‸,}", ""),
    ("a comma before the first item", "[‸,1]", "/0"),
    ("a comma before the first member", r#"{‸,"a":1}"#, ""),
    ("two commas in an array", "[1,‸,2]", "/1"),
    ("two commas in an object", r#"{"a":1,‸,"b":2}"#, ""),
    ("no comma between items", "[1 ‸2]", ""),
    ("no comma between arrays", "[[]‸[]]", ""),
    ("no comma between members", r#"{"a":1 ‸"b":2}"#, ""),
    ("a semicolon between items", "[1‸;2]", ""),
    ("a semicolon between members", r#"{"a":1‸;"b":2}"#, ""),
    ("a colon between items", "[1‸:2]", ""),
    ("a member in an array", r#"["a"‸:1]"#, ""),
    ("an item in an object", "{‸1}", ""),
    ("strings in an object", r#"{"a"‸,"b"}"#, ""),
    ("no colon", r#"{"a" ‸1}"#, ""),
    ("no value", r#"{"a":‸}"#, "/a"),
    ("no colon and no value", r#"{"a"‸}"#, ""),
    ("no value before a comma", r#"{"a":‸,"b":1}"#, "/a"),
    ("two colons", r#"{"a":‸:1}"#, "/a"),
    ("two values", r#"{"a":1‸:2}"#, ""),
    ("an equals sign", r#"{"a"‸=1}"#, ""),
    ("an arrow", r#"{"a"‸=>1}"#, ""),
    ("a name without quotation marks", "{‸a:1}", ""),
    ("a name in single quotation marks", "{‸'a':1}", ""),
    ("a number as a name", "{‸1:1}", ""),
    ("a literal as a name", "{‸null:1}", ""),
    ("an array as a name", "{‸[]:1}", ""),
    ("a computed name", r#"{‸["a"]:1}"#, ""),
    ("a second name without quotation marks", r#"{"a":1,‸b:2}"#, ""),
    ("an array closed as an object", "[1‸}", ""),
    ("an object closed as an array", r#"{"a":1‸]"#, ""),
    ("an empty array closed as an object", "[[‸}]", "/0/0"),
    ("an inner array closed as an object", r#"{"a":[1‸}"#, "/a"),
    ("an inner object closed as an array", r#"[{"a":1‸]]"#, "/0"),
    ("a closing bracket alone", "‸]", ""),
    ("a closing brace alone", "‸}", ""),
    ("a comma alone", "‸,", ""),
    ("a colon alone", "‸:", ""),
    ("round brackets", "‸(1)", ""),
    ("XML", "‸<a/>", ""),
    ("an ellipsis", "[1,‸...]", "/1"),
    ("names that a pointer escapes", r#"{"a/b":{"m~n":‸}}"#, "/a~1b/m~0n"),
    ("a name that was escaped", r#"{"\u0061\n":[‸}"#, "/a\n/0"),
    ("a comment of one line before the value", "‸// comment\n1", ""),
    ("a comment before the value", "‸/* comment */ 1", ""),
    ("a comment after an item", "[1‸/* comment */]", ""),
    ("a comment after a comma", "[1,‸// comment\n2]", "/1"),
    ("a comment before a name", r#"{‸/* comment */"a":1}"#, ""),
    ("a comment before a value", r#"{"a":‸/* comment */1}"#, "/a"),
    ("a comment in place of the last member", "{\"a\":1,‸// comment\n}", ""),
    ("a hash comment", "[‸# comment\n1]", "/0"),
];

#[rustfmt::skip]
const LITERALS_AND_SPACE: &[Row] = &[
    ("an empty text", "‸", ""),
    ("a space alone", " ‸", ""),
    ("white space of every kind alone", " \t\r\n‸", ""),
    ("a literal that is cut off", "tru‸", ""),
    ("one letter of a literal", "n‸", ""),
    ("a literal that is cut off in an array", "[fals‸", "/0"),
    ("a literal that lacks a letter", "[‸nul]", "/0"),
    ("a literal with another last letter", "[‸falsy]", "/0"),
    ("a literal with a capital", "[‸True]", "/0"),
    ("a literal in capitals", "[‸FALSE]", "/0"),
    ("a literal with one capital inside", "[‸nULL]", "/0"),
    ("a literal with a letter too many", "[null‸s]", ""),
    ("two literals without a comma", "[true‸false]", ""),
    ("a digit after a literal", "[true‸1]", ""),
    ("None", "[‸None]", "/0"),
    ("undefined", r#"{"a": ‸undefined}"#, "/a"),
    ("nil", "[‸nil]", "/0"),
    ("yes", "[‸yes]", "/0"),
    ("a full-width literal", "[‸ｔｒｕｅ]", "/0"),
    ("a literal with a Cyrillic letter", "[‸truе]", "/0"),
    ("a form feed", "[‸\u{c}1]", "/0"),
    ("a vertical tab", "[1‸\u{b}]", ""),
    ("a NUL", "[1‸\0]", ""),
    ("a NUL alone", "‸\0", ""),
    ("a delete character", "‸\u{7f}1", ""),
    ("a no-break space", "[‸\u{a0}1]", "/0"),
    ("a next-line character", "‸\u{85}1", ""),
    ("a line separator", "[1,‸\u{2028}2]", "/1"),
    ("an ideographic space", "{\"a\":‸\u{3000}1}", "/a"),
    ("an em space between members", "{\"a\":1,‸\u{2003}\"b\":2}", ""),
    ("a zero-width space", "[1‸\u{200b}]", ""),
    ("a byte-order mark inside", "[‸\u{feff}1]", "/0"),
    ("an escape for white space", r"[1,‸\n2]", "/1"),
];

#[rustfmt::skip]
const TRAILING: &[Row] = &[
    ("a second number", "1 ‸2", ""),
    ("a second object", "{}‸{}", ""),
    ("a second line", "{}\n‸{}\n", ""),
    ("a second string", r#""a"‸"b""#, ""),
    ("a second literal", "null‸null", ""),
    ("a bracket too many", "[]‸]", ""),
    ("a brace too many", r#"{"a": 1}‸}"#, ""),
    ("a comma", "null‸,", ""),
    ("a colon", r#""a"‸: 1"#, ""),
    ("a semicolon", "{}‸;", ""),
    ("a round bracket", "{}‸)", ""),
    ("a comment", "[1] ‸// comment", ""),
    ("a hash comment", "{}\n‸# comment", ""),
    ("a letter after a number", "1‸x", ""),
    ("a letter after a literal", "null‸s", ""),
    ("hexadecimal", "0‸x1F", ""),
    ("a second point", "1.5‸.5", ""),
    ("a second minus", "1‸-1", ""),
    ("an exponent after a space", "1 ‸e5", ""),
    ("words", "[1]\t‸garbage", ""),
    ("a NUL", "{}‸\0", ""),
    ("the end-of-file character of DOS", "{}\r\n‸\u{1a}", ""),
    ("a form feed", "[]‸\u{c}", ""),
    ("a no-break space", "[] ‸\u{a0}", ""),
    ("a byte-order mark", "null‸\u{feff}", ""),
];

#[test]
fn numbers_outside_of_the_grammar_are_faults_of_syntax() {
    all_refused(FaultKind::Syntax, NUMBERS);
}

#[test]
fn strings_outside_of_the_grammar_are_faults_of_syntax() {
    all_refused(FaultKind::Syntax, STRINGS);
}

#[test]
fn structures_outside_of_the_grammar_are_faults_of_syntax() {
    all_refused(FaultKind::Syntax, STRUCTURES);
}

#[test]
fn literals_and_white_space_outside_of_the_grammar_are_faults_of_syntax() {
    all_refused(FaultKind::Syntax, LITERALS_AND_SPACE);
}

#[test]
fn what_follows_the_value_is_trailing_data() {
    all_refused(FaultKind::TrailingData, TRAILING);
}

/// Whatever a text lacks, the fault stands at its end; a character that is cut stands where it begins.
#[test]
fn every_beginning_of_a_text_ends_too_early() {
    let text =
        "{ \"n\\u00e9\\\"\" : [ -1.5e+3 , \"a\\ud83d\\ude00é😀\", true,false , null , {} , [ ] ], \"b\":{\"c\":0.1} }";
    for end in 0..text.len() {
        let beginning = &text.as_bytes()[..end];
        let whole = (0..=end).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
        let last: Fault = faults(beginning).pop().expect("a fault");
        let kind = if whole == end { FaultKind::Syntax } else { FaultKind::Encoding };
        assert_eq!((last.kind, last.offset), (kind, whole), "{}", String::from_utf8_lossy(beginning));
    }
}
