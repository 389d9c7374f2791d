//! `application/x-www-form-urlencoded` bodies.

use hookproof::form::{Field, FormFault};
use proptest::prelude::*;

use crate::any_bytes::form;

fn read(body: &[u8]) -> Result<Field<'_>, FormFault> {
    Field::read(body, &["payload"])
}

#[test]
fn the_one_field_is_found_and_decoded() {
    let rows: [(&str, &[u8], &str); 22] = [
        ("plain text", b"payload={}", "{}"),
        ("plus is a space", b"payload=a+b", "a b"),
        ("an escaped space", b"payload=a%20b", "a b"),
        ("an escaped plus", b"payload=a%2Bb", "a+b"),
        ("escapes of either case", b"payload=%7b%7D", "{}"),
        ("an escaped ampersand", b"payload=a%26payload%3Db", "a&payload=b"),
        ("an escaped percent sign", b"payload=100%2525", "100%25"),
        ("a second equals sign", b"payload=a=b=", "a=b="),
        ("escaped UTF-8", b"payload=%C3%A9%F0%9F%98%80", "é😀"),
        ("UTF-8 that is not escaped", "payload=é😀".as_bytes(), "é😀"),
        ("UTF-8 half escaped", b"payload=%C3\xa9", "é"),
        ("an escaped NUL", b"payload=%00", "\0"),
        ("a line end", b"payload=a%0D%0Ab\n", "a\r\nb\n"),
        ("a semicolon, which ends nothing", b"payload=a;b=c", "a;b=c"),
        ("an escaped name", b"%70ayload=a", "a"),
        ("a field before", b"x=1&payload=a", "a"),
        ("fields around", b"x=1&payload=a&y=%7B", "a"),
        ("empty pairs around", b"&&payload=a&&", "a"),
        ("names that are longer or shorter", b"payload2=x&payloa=y&payload=a&Payload=z", "a"),
        ("an empty value", b"payload=", ""),
        ("no equals sign", b"payload", ""),
        ("no equals sign before another field", b"payload&x=1", ""),
    ];
    for (claim, body, text) in rows {
        let field = read(body).unwrap_or_else(|fault| panic!("{claim}: {fault:?}"));
        assert_eq!(String::from_utf8_lossy(&field.text), text, "{claim}");
    }
}

#[test]
fn what_is_no_form_with_one_such_field_is_refused_where_it_is_wrong() {
    let rows: [(&str, &[u8], usize, &str); 27] = [
        ("an empty body", b"", 0, "the form has no `payload` field"),
        ("an ampersand alone", b"&", 0, "the form has no `payload` field"),
        ("an equals sign alone", b"=", 0, "the form has no `payload` field"),
        ("other fields", b"x=1&y=2", 0, "the form has no `payload` field"),
        ("another case", b"Payload={}", 0, "the form has no `payload` field"),
        ("a space before the name", b"+payload={}", 0, "the form has no `payload` field"),
        ("JSON without a form", b"{\"payload\": 1}", 0, "the form has no `payload` field"),
        ("two fields", b"payload=1&payload=2", 10, "the form has more than one `payload` field"),
        ("two equal fields", b"payload=1&x=&payload=1", 13, "the form has more than one `payload` field"),
        ("two fields, one name escaped", b"payload=1&p%61yload=2", 10, "the form has more than one `payload` field"),
        ("two fields, one empty", b"payload&payload=1", 8, "the form has more than one `payload` field"),
        ("a percent sign at the end", b"payload=%", 8, "`%` must be followed by two hexadecimal digits"),
        ("one digit at the end", b"payload=a%4", 9, "`%` must be followed by two hexadecimal digits"),
        ("no digits", b"payload=%zz", 8, "`%` must be followed by two hexadecimal digits"),
        ("a second digit that is none", b"payload=%4g", 8, "`%` must be followed by two hexadecimal digits"),
        ("a sign for a digit", b"payload=%+41", 8, "`%` must be followed by two hexadecimal digits"),
        ("the next field's ampersand", b"payload=%4&x=1", 8, "`%` must be followed by two hexadecimal digits"),
        ("a JavaScript escape", b"payload=%u0041", 8, "`%` must be followed by two hexadecimal digits"),
        ("a percentage", b"payload=100%25+or+100%", 21, "`%` must be followed by two hexadecimal digits"),
        ("a bad escape in the name", b"pay%load=1", 3, "`%` must be followed by two hexadecimal digits"),
        ("a bad escape in another field", b"x=%&payload=1", 2, "`%` must be followed by two hexadecimal digits"),
        ("bytes that are no UTF-8", b"payload=a\xff", 9, "the bytes of this field are no UTF-8"),
        ("escapes that are no UTF-8", b"payload=%41%FF", 11, "the bytes of this field are no UTF-8"),
        ("a character that is cut", b"payload=+%C3", 9, "the bytes of this field are no UTF-8"),
        ("a surrogate", b"payload=%ED%A0%80", 8, "the bytes of this field are no UTF-8"),
        ("another field that is no UTF-8", b"payload=1&x=%FF", 12, "the bytes of this field are no UTF-8"),
        ("a name that is no UTF-8", b"%ff=&payload=1", 0, "the bytes of this field are no UTF-8"),
    ];
    for (claim, body, offset, message) in rows {
        let fault = read(body).map(|field| field.text).expect_err(claim);
        assert_eq!((fault.offset, fault.message.as_str()), (offset, message), "{claim}");
    }
}

#[test]
fn any_of_several_names_will_do_and_only_one_may_stand() {
    let names = ["payload", "event"];
    let found = |body: &'static [u8]| Field::read(body, &names).map(|field| field.text);
    assert_eq!(found(b"x=0&event=1"), Ok(b"1".to_vec()));
    assert_eq!(found(b"payload=1"), Ok(b"1".to_vec()));
    let two = FormFault { offset: 8, message: "the form has more than one `payload` field".to_owned() };
    assert_eq!(found(b"event=1&payload=1"), Err(two));
    let none = FormFault { offset: 0, message: "the form has no `payload` or `event` field".to_owned() };
    assert_eq!(found(b"x=1"), Err(none));
}

#[test]
fn offsets_lead_back_to_the_body_and_never_beyond() {
    let field = read(b"x=1&payload=a%20+%C3%A9z&y=2").expect("a form");
    let offsets: Vec<usize> = (0..field.text.len()).map(|decoded| field.offset(decoded)).collect();
    assert_eq!(offsets, [12, 13, 16, 17, 20, 23]);
    for beyond in [6, 7, 1000, usize::MAX] {
        assert_eq!(field.offset(beyond), 24);
    }
    assert_eq!(read(b"payload").expect("an empty field").offset(0), 7);
    assert_eq!(read(b"payload&x").expect("an empty field").offset(9), 7);
}

/// How the test writes one byte.
#[derive(Debug, Clone, Copy)]
enum Spelling {
    Shortest,
    Capital,
    Small,
}

fn encode(byte: u8, spelling: Spelling) -> String {
    match (spelling, byte) {
        (Spelling::Shortest, b' ') => "+".to_owned(),
        (Spelling::Shortest, b'a'..=b'z' | b'0'..=b'9' | b'{' | b'"' | b'=') => char::from(byte).to_string(),
        (Spelling::Small, _) => format!("%{byte:02x}"),
        _ => format!("%{byte:02X}"),
    }
}

proptest! {
    #[test]
    fn every_decoded_byte_leads_back_to_its_raw_byte(
        text in "[ a{\"=&+%]{0,20}|.{0,20}",
        spellings in prop::collection::vec(
            prop::sample::select(vec![Spelling::Shortest, Spelling::Capital, Spelling::Small]),
            1..9,
        ),
        before in "(x=[a-c]{0,3}&){0,3}",
        after in "(&y=[a-c]{0,3}){0,3}",
    ) {
        let mut body = format!("{before}payload=");
        let mut places = Vec::new();
        for (byte, spelling) in text.bytes().zip(spellings.iter().cycle()) {
            places.push(body.len());
            body.push_str(&encode(byte, *spelling));
        }
        places.push(body.len());
        body.push_str(&after);
        let field = read(body.as_bytes()).expect("the test writes a form");
        prop_assert_eq!(&field.text, text.as_bytes());
        prop_assert_eq!((0..=text.len()).map(|decoded| field.offset(decoded)).collect::<Vec<_>>(), places);
    }

    #[test]
    fn what_holds_for_any_body_holds_for_near_misses(
        body in prop::collection::vec(
            prop_oneof![any::<u8>(), prop::sample::select(b"%+&=payload04f\xc3".to_vec())],
            0..60,
        ),
    ) {
        form::holds(&[b"payload=", body.as_slice()].concat());
    }
}
