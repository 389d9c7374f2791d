//! Where one byte decides, and which events of a provider could be meant.

use hookproof::{Catalog, Delivery, Judge, Verdict};
use rstest::rstest;

use super::accepted;
use crate::generated::shapes;

/// Whether a text is accepted, which must be so exactly if it is valid; the event is named.
#[track_caller]
fn decided(judge: &Judge, text: &[u8]) -> bool {
    let delivery = Delivery::new(text).provider("small").event("push");
    let accepted = accepted(judge, &delivery).unwrap_or_else(|problem| panic!("{problem}"));
    let valid = judge.explain(&delivery).verdict == Verdict::Valid;
    assert_eq!(accepted, valid, "{}", String::from_utf8_lossy(text));
    accepted
}

const TEXT: &str = r#"{"type": "string"}"#;
const SHORT: &str = r#"{"type": "string", "minLength": 2, "maxLength": 3}"#;
const WORD: &str = r#"{"type": "string", "enum": ["a/b", "\"", "ü"]}"#;
const FORM: &str = r#"{"type": "string", "pattern": "^[a-c]{2}(x|yy)*$", "x-expected": "x"}"#;
const ROW: &str = r#"{"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$", "x-expected": "x"}"#;
const PART: &str = r#"{"type": "string", "pattern": "b[^\\x00-\\x20]c", "x-expected": "x"}"#;
const PREFIX: &str = r#"{"type": "string", "pattern": "^refs/", "x-expected": "x"}"#;
// Its automaton has more steps than are kept for pairs of bytes.
const LARGE: &str = r#"{"type": "string", "pattern": "^[^a]{0,90}a([a-z]|[0-9]{2}){0,60}$", "x-expected": "x"}"#;
const COUNT: &str = r#"{"type": "integer", "minimum": -5, "maximum": 9007199254740991}"#;
const LEVEL: &str = r#"{"type": "integer", "enum": [1, 20]}"#;
const NUMBER: &str = r#"{"type": "number"}"#;
const MAYBE: &str = r#"{"type": ["boolean", "null"]}"#;
const ANY: &str = "{}";
const LIST: &str =
    r#"{"type": "array", "items": {"type": ["string", "null"]}, "minItems": 1, "maxItems": 3, "uniqueItems": true}"#;
const NUMBERS: &str = r#"{"type": "array", "items": {"type": "integer", "maximum": 99}, "uniqueItems": true}"#;

#[rstest]
#[case::text(TEXT, &[r#""""#, r#""a\u0000\u00e9\ud83d\uDE00\"\\\/\b\f\n\r\t""#, "\"é 한 😀 \u{7f}\"", r#"  "a" "#],
    &[r#""\ud83d""#, r#""\ude00\ud83d""#, r#""\ud83d\u0061""#, r#""\ud83dx""#, r#""\u12g4""#, r#""\u123""#, r#""\x""#, "\"\n\"", "\"\u{1f}\"", "\"", "\"a", "'a'", "a", "1", "null", ""])]
#[case::length(SHORT, &[r#""ab""#, r#""한글""#, r#""😀\ud83d\ude00😀""#], &[r#""a""#, r#""abcd""#, r#""é""#, r#""\u0061""#])]
#[case::values(WORD, &[r#""a/b""#, r#""a\/b""#, r#""\"""#, r#""\u00fc""#, r#""ü""#], &[r#""a""#, r#""a/b ""#, r#""""#, r#""u""#])]
#[case::pattern(FORM, &[r#""ab""#, r#""aayyx""#, r#""a\u0062x""#], &[r#""a""#, r#""aby""#, r#""abx\n""#, r#""abxé""#, r#""d""#, r#""""#])]
#[case::row(ROW, &[r#""2024-01""#, r#""2024-\u00301""#], &[r#""2024-1""#, r#""2024-001""#, r#""2024-01 ""#, r#"" 2024-01""#, r#""""#, r#""2024/01""#])]
#[case::part(PART, &[r#""b-c""#, r#""ab한cd""#, r#""bb😀c""#], &[r#""bc""#, r#""b c""#, r#""b-d""#, r#""b\u0000c""#])]
#[case::prefix(PREFIX, &[r#""refs/""#, r#""refs/\n한""#], &[r#""refs""#, r#"" refs/""#, r#""refs\\""#])]
#[case::large(LARGE, &[r#""a""#, r#""한글ab12""#, r#""\u0000aa""#], &[r#""""#, r#""b""#, r#""ba1""#, r#""aA""#, r#""a é""#])]
#[case::integer(COUNT, &["0", "-0", "-5", "9007199254740991", "1.0", "10e-1", "1E0", "9007199254740991.0"],
    &["-6", "9007199254740992", "9223372036854775808", "-9223372036854775809", "99999999999999999999999", "1.5", "01", "-01", "+1", "1.", ".5", "1e", "1e+", "-", "0x1", "1e400", "1_0", "NaN", "9007199254740992.0", "\"1\"", "true"])]
#[case::documented_integers(LEVEL, &["1", "20"], &["2", "120", "1.5", "-1", "10"])]
#[case::number(NUMBER, &["0", "-0.0", "1.25", "5e-324", "1e15", "-9223372036854775808", "0.1e1"],
    &["1e400", "-1e400", "1e16", "9007199254740993.0", "9223372036854775808", "00", "1.e1", "Infinity", "null"])]
#[case::nullable(MAYBE, &["null", "true", "false"], &["nul", "nulll", "True", "truefalse", "0", "\"null\"", "[]"])]
#[case::anything(ANY, &["null", "[]", "{}", r#"[1,{"a":{"b":[1.5,"x",true]}}]"#, "-1", r#""\n""#],
    &[r#"{"a":1,"a":2}"#, r#"[{"a":[{"\u0061":1,"a":2}]}]"#, r#"["\ud800"]"#, "[1e400]", "[1,]", "[1}", "{1:2}", "[01]", "]", "[", "{\"a\":}", "[\"\u{1}\"]"])]
#[case::unique(LIST, &[r#"["a"]"#, r#"["a",null,"b"]"#, r#"["","null",null]"#, r#"["ab","a","b"]"#],
    &["[]", r#"["a","a"]"#, r#"["a","\u0061"]"#, "[null,null]", r#"["a","b","c","d"]"#, r#"["a",1]"#, r#"["a",]"#, r#"[,"a"]"#])]
#[case::unique_numbers(NUMBERS, &["[]", "[1,2,-1]", "[99]"], &["[1,2,1]", "[0,-0]", "[100]", "[1 2]", "[null]"])]
fn a_value_is_decided(#[case] schema: &str, #[case] valid: &[&str], #[case] refused: &[&str]) {
    let judge = shapes::of(&format!(r#"{{"t": {schema}}}"#), &["t"], "[]", "{}");
    // Patterns are compiled when they have seen some texts.
    for (values, expected) in [(valid, true), (refused, false)].repeat(20) {
        for value in values {
            for text in [format!(r#"{{"t":{value}}}"#), format!(" {{ \"t\" : {value} }}\r\n")] {
                assert_eq!(decided(&judge, text.as_bytes()), expected, "{text}");
            }
        }
    }
}

/// What is valid and all the same left to the judge: it would have to be compared as a number.
#[rstest]
#[case(LEVEL, "1.0")]
#[case(NUMBERS, "[1,2.0]")]
fn a_value_to_compare_that_is_written_with_a_fraction_is_left_to_the_judge(#[case] schema: &str, #[case] value: &str) {
    let judge = shapes::of(&format!(r#"{{"t": {schema}}}"#), &["t"], "[]", "{}");
    let text = format!(r#"{{"t":{value}}}"#);
    let delivery = Delivery::new(text.as_bytes()).provider("small").event("push");
    assert_eq!(accepted(&judge, &delivery), Ok(false));
    assert_eq!(judge.explain(&delivery).verdict, Verdict::Valid);
}

#[rstest]
#[case::in_order(br#"{"a":1,"b":2}"#, true)]
#[case::in_another_order(br#"{"b":2,"a":1}"#, true)]
#[case::without_what_may_be_missing(br#"{"a":1}"#, true)]
#[case::with_an_escaped_name(br#"{"\u0061":1}"#, true)]
#[case::without_what_is_required(br#"{"b":2}"#, false)]
#[case::nothing_at_all(br"{}", false)]
#[case::twice(br#"{"a":1,"a":1}"#, false)]
#[case::twice_and_apart(br#"{"a":1,"b":2,"a":1}"#, false)]
#[case::twice_once_escaped(br#"{"a":1,"\u0061":1}"#, false)]
#[case::undocumented(br#"{"a":1,"c":1}"#, false)]
#[case::a_longer_name(br#"{"a":1,"bb":1}"#, false)]
#[case::a_name_that_is_none(br#"{"a":1,b:2}"#, false)]
#[case::a_comma_too_many(br#"{"a":1,}"#, false)]
#[case::a_comma_too_few(br#"{"a":1 "b":2}"#, false)]
#[case::a_colon_too_few(br#"{"a" 1}"#, false)]
#[case::another_bracket(br#"{"a":1]"#, false)]
#[case::cut_off(br#"{"a":1"#, false)]
#[case::followed_by_something(br#"{"a":1} {}"#, false)]
#[case::followed_by_a_zero_byte(b"{\"a\":1}\0", false)]
#[case::behind_a_byte_order_mark(b"\xEF\xBB\xBF{\"a\":1}", false)]
#[case::behind_another_space(b"\xC2\xA0{\"a\":1}", false)]
#[case::no_object(b"[]", false)]
#[case::nothing(b"", false)]
#[case::no_utf8(b"{\"a\":1,\"t\":\"\xFF\"}", false)]
#[case::half_a_character(b"{\"a\":1,\"t\":\"\xC3\"}", false)]
#[case::a_surrogate_in_utf8(b"{\"a\":1,\"t\":\"\xED\xA0\x80\"}", false)]
#[case::overlong(b"{\"a\":1,\"t\":\"\xC0\xAF\"}", false)]
#[case::utf8(b"{\"a\":1,\"t\":\"\xC3\xA9\"}", true)]
fn an_object_is_decided(#[case] text: &[u8], #[case] expected: bool) {
    let whole = r#"{"type": "integer", "maximum": 9}"#;
    let properties = format!(r#"{{"a": {whole}, "b": {whole}, "t": {TEXT}}}"#);
    let judge = shapes::of(&properties, &["a"], "[]", "{}");
    assert_eq!(decided(&judge, text), expected);
}

#[rstest]
#[case::first(r#"{"kind":"robot","version":1}"#, true)]
#[case::last(r#"{"version":1,"kind":"robot"}"#, true)]
#[case::behind_what_looks_like_it(r#"{"name":"\"kind\":\"robot\"","kind":"team"}"#, true)]
#[case::escaped(r#"{"\u006bind":"r\u006fbot","version":1}"#, true)]
#[case::one_of_two_values(r#"{"kind":"person","name":"a"}"#, true)]
#[case::absent(r#"{"secret":{"kind":"robot"}}"#, true)]
#[case::another_form(r#"{"kind":"robot","name":"a"}"#, false)]
#[case::undocumented(r#"{"kind":"cat","version":1}"#, false)]
#[case::undocumented_in_the_other_form(r#"{"kind":"cat","name":"a"}"#, false)]
#[case::no_text(r#"{"kind":1,"version":1}"#, false)]
#[case::null(r#"{"kind":null,"secret":{}}"#, false)]
#[case::there_where_it_must_not_be(r#"{"kind":"robot","secret":{}}"#, false)]
#[case::absent_where_it_must_be(r#"{"version":1}"#, false)]
#[case::twice(r#"{"kind":"robot","version":1,"kind":"robot"}"#, false)]
#[case::twice_and_different(r#"{"kind":"robot","version":1,"kind":"person"}"#, false)]
#[case::cut_off(r#"{"kind":"robot","version":1"#, false)]
fn a_form_is_decided(#[case] form: &str, #[case] expected: bool) {
    let definitions = r##"{
        "By": {"type": "object", "properties": {"kind": {"type": "string", "enum": ["robot", "person", "team"]}}, "allOf": [
            {"if": {"not": {"required": ["kind"]}}, "then": {"$ref": "#/$defs/SecretBy"}},
            {"if": {"required": ["kind"], "properties": {"kind": {"const": "robot"}}}, "then": {"$ref": "#/$defs/RobotBy"}},
            {"if": {"required": ["kind"], "properties": {"kind": {"enum": ["person", "team"]}}}, "then": {"$ref": "#/$defs/PersonBy"}}]},
        "SecretBy": {"type": "object", "properties": {"secret": {}}, "required": ["secret"], "additionalProperties": false},
        "RobotBy": {"type": "object", "properties": {"kind": true, "version": {"type": "integer", "maximum": 9}}, "required": ["version"], "additionalProperties": false},
        "PersonBy": {"type": "object", "properties": {"kind": true, "name": {"type": "string"}}, "required": ["name"], "additionalProperties": false}
    }"##;
    let judge = shapes::of(r##"{"t": {"$ref": "#/$defs/By"}}"##, &["t"], "[]", definitions);
    assert_eq!(decided(&judge, format!(r#"{{"t":{form}}}"#).as_bytes()), expected);
}

/// What was seen of one item says nothing about the next.
#[rstest]
#[case(r#"[{"a":true,"b":true},{"a":true,"b":true},{"b":true},{}]"#, true)]
#[case(r#"[{"a":true,"b":true},{"a":true}]"#, false)]
#[case(r#"[{"a":true},{"a":true,"b":true}]"#, false)]
fn each_item_of_a_list_has_conditions_of_its_own(#[case] list: &str, #[case] expected: bool) {
    let item = r#"{"type": "object", "properties": {"a": {"type": "boolean"}, "b": {"type": "boolean"}},
        "additionalProperties": false, "allOf": [{"if": {"required": ["a"]}, "then": {"required": ["b"]}}]}"#;
    let judge = shapes::of(&format!(r#"{{"t": {{"type": "array", "items": {item}}}}}"#), &["t"], "[]", "{}");
    assert_eq!(decided(&judge, format!(r#"{{"t":{list}}}"#).as_bytes()), expected);
}

/// Every byte, wherever it stands in a string: as another parser has it.
#[test]
fn every_byte_of_a_string_is_decided() {
    let judge = shapes::of(&format!(r#"{{"t": {TEXT}}}"#), &["t"], "[]", "{}");
    let mut valid = 0;
    for (byte, at) in (0..=u8::MAX).flat_map(|byte| (0..18).map(move |at| (byte, at))) {
        let mut text = br#"{"t":"0123456789abcdefgh"}"#.to_vec();
        text[6 + at] = byte;
        let expected = serde_json::from_slice::<serde_json::Value>(&text).is_ok();
        assert_eq!(decided(&judge, &text), expected, "{byte:#04x} at {at}");
        valid += usize::from(expected);
    }
    // All but the quotation mark and the backslash, and that before `b` and before `f`.
    assert_eq!(valid, (0x80 - 0x20 - 2) * 18 + 2);
}

#[test]
fn a_hundred_levels_are_read_and_no_more() {
    let anything = shapes::of(r#"{"t": {}}"#, &["t"], "[]", "{}");
    // Lists of lists, to beyond what is read.
    let lists = (0..110).map(|level| {
        let items = if level < 109 { format!(r##"{{"$ref": "#/$defs/L{}"}}"##, level + 1) } else { "{}".to_owned() };
        format!(r#""L{level}": {{"type": "array", "items": {items}}}"#)
    });
    let lists = format!("{{{}}}", lists.collect::<Vec<_>>().join(","));
    let lists = shapes::of(r##"{"t": {"$ref": "#/$defs/L0"}}"##, &["t"], "[]", &lists);
    // The payload itself is the first level.
    for (levels, inner, expected) in
        [(99, "", true), (98, r#"{"a":1}"#, true), (100, "", false), (99, "{}", false), (5000, "", false)]
    {
        let text = format!(r#"{{"t":{}{inner}{}}}"#, "[".repeat(levels), "]".repeat(levels));
        assert_eq!(decided(&anything, text.as_bytes()), expected, "{levels} levels around `{inner}`");
        // An object is no list.
        assert_eq!(decided(&lists, text.as_bytes()), expected && inner.is_empty(), "{levels} levels around `{inner}`");
    }
}

/// There can be more members than a program has room for: then it is the judge that decides.
#[test]
fn objects_of_many_members_are_decided() {
    for (count, expected) in [(128, true), (129, false)] {
        let members = |value: &str| {
            let members = (0..count).map(|index| format!(r#""m{index}": {value}"#));
            format!("{{{}}}", members.collect::<Vec<_>>().join(","))
        };
        let judge = shapes::of(&members(r#"{"type": "boolean"}"#), &["m0", "m127"], "[]", "{}");
        let text = members("true");
        let delivery = Delivery::new(text.as_bytes()).provider("small").event("push");
        assert_eq!(accepted(&judge, &delivery), Ok(expected), "{count} members");
        assert_eq!(judge.check(&delivery).verdict, Verdict::Valid);
        assert_eq!(judge.accepts(&Delivery { body: br#"{"m0":true}"#, ..delivery.clone() }).map(|_| ()), None);
    }
}

/// A judge of a provider `p` whose events have these members, all of them texts, and are recognised so.
fn provider(events: &[(&str, &[&str], &str)]) -> Judge {
    let listed = events.iter().map(|(id, _, recognition)| {
        format!(r#"{{"id": "{id}", "title": "T", "trigger": "T", "recognition": {recognition}}}"#)
    });
    let provider = format!(
        r#"{{"id": "p", "name": "P", "document": {{"title": "T", "updated": null, "url": "https://p.example"}},
            "delivery": {{"event_headers": ["X-P"], "content_types": ["application/json"], "max_bytes": 60}}, "events": [{}]}}"#,
        listed.collect::<Vec<_>>().join(",")
    );
    let mut files = vec![("p/provider.json".to_owned(), provider)];
    for (id, members, _) in events {
        let members = members.iter().map(|member| match member.split_once('=') {
            None => format!(r#""{member}": {TEXT}"#),
            Some((name, value)) => format!(r#""{name}": {{"type": "string", "const": "{value}"}}"#),
        });
        let schema = format!(
            r#"{{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
                "properties": {{{}}}, "additionalProperties": false}}"#,
            members.collect::<Vec<_>>().join(",")
        );
        files.push((format!("p/{id}.schema.json"), schema));
    }
    Judge::new(Catalog::from_files(&files).unwrap_or_else(|problems| panic!("{}", problems[0])))
}

#[test]
fn a_text_that_two_events_claim_is_neither() {
    let judge = provider(&[
        ("one", &["a", "b", "c"], r#"{"present": ["a"], "absent": ["c"]}"#),
        ("two", &["a", "b", "d"], r#"{"present": ["b"], "any_of": ["a", "d"]}"#),
        ("three", &["k=x", "a"], r#"{"discriminators": ["/k"]}"#),
        ("four", &["k=x", "l=y", "a"], r#"{"discriminators": ["/k", "/l"]}"#),
        // Before the one that has exactly such members, which is looked for first all the same.
        ("six", &["e", "f", "g"], r#"{"header": "six"}"#),
        ("five", &["e", "f"], r#"{"exactly": ["e", "f"]}"#),
        ("seven", &["k=x", "m=z"], r#"{"header": "several", "discriminators": ["/k", "/m"]}"#),
        ("nine", &["k=x", "m=z", "n"], r#"{"header": "both", "discriminators": ["/k", "/m"]}"#),
        ("ten", &["k=x", "n=v"], r#"{"header": "both", "discriminators": ["/k", "/n"]}"#),
        ("eight", &["k=x", "m=w", "o"], r#"{"header": "several", "discriminators": ["/k", "/m"]}"#),
    ]);
    let rows: [(&str, Option<&str>, Option<&str>); 25] = [
        (r#"{"a":""}"#, None, Some("one")),
        (r#"{"a":"","b":""}"#, None, None),
        (r#"{"b":"","d":""}"#, None, Some("two")),
        (r#"{"a":"","d":""}"#, None, None),
        (r#"{"a":"","c":""}"#, None, None),
        (r#"{"b":""}"#, None, None),
        (r#"{"k":"x"}"#, None, Some("three")),
        (r#"{"a":"","k":"x"}"#, None, Some("three")),
        (r#"{"l":"y","k":"x"}"#, None, None),
        (r#"{"l":"y","a":""}"#, None, None),
        (r#"{"e":"","f":""}"#, None, Some("five")),
        (r#"{"f":"","e":""}"#, Some("six"), Some("five")),
        (r#"{"e":"","f":"","g":""}"#, None, None),
        (r#"{"e":"","f":"","g":""}"#, Some("six"), Some("six")),
        (r#"{"e":""}"#, Some("six"), Some("six")),
        (r#"{"k":"x","m":"z"}"#, Some("several"), Some("seven")),
        (r#"{"o":"","m":"w","k":"x"}"#, Some("several"), Some("eight")),
        (r#"{"k":"x"}"#, Some("several"), None),
        (r#"{"m":"z"}"#, Some("several"), Some("seven")),
        (r#"{"f":"","e":""}"#, Some("several"), Some("five")),
        (r#"{"k":"x","m":"z","n":"v"}"#, Some("both"), None),
        (r#"{"k":"x","n":"v"}"#, Some("both"), Some("ten")),
        (r#"{"a":""}"#, Some("unheard of"), None),
        (r#"{"a":"0123456789012345678901234567890123456789012345678901"}"#, None, Some("one")),
        (r#"{"a":"01234567890123456789012345678901234567890123456789012"}"#, None, None),
    ];
    for (text, header, expected) in rows {
        let delivery =
            header.iter().fold(Delivery::new(text.as_bytes()), |delivery, value| delivery.header("X-P", value));
        for delivery in [delivery.clone(), delivery.clone().provider("p")] {
            let accepted = accepted(&judge, &delivery).unwrap_or_else(|problem| panic!("{problem}"));
            let event = judge.accepts(&delivery).map(|known| known.event.id.as_str());
            assert_eq!((accepted, event), (expected.is_some(), expected), "{text} {header:?}");
        }
        // What is claimed twice is valid where the event is named.
        let report = judge.explain(&delivery);
        assert_eq!(report.verdict == Verdict::Valid, expected.is_some(), "{text} {header:?}");
    }
}
