//! Places in a document: pointers, the values they name, offsets, lines and columns.

use hookproof::{
    document::{Document, Kind, Value},
    pointer::Pointer,
    text::line_column,
};
use proptest::prelude::*;

const TEXT: &str =
    r#"{ "a": [10, [20], {"b": 30}], "": {"": 40}, "0": 50, "x/y": {"m~n": 60}, "\u00e9": 70, "~1": 80 }"#;

fn document() -> Document<'static> {
    Document::read(TEXT.as_bytes()).expect("the text is JSON")
}

fn pointer(text: &str) -> Pointer {
    Pointer::parse(text).expect("it is a pointer")
}

#[test]
fn a_pointer_names_a_value_and_the_place_where_it_begins() {
    let document = document();
    let rows = [
        ("/a/0", "10", "10"),
        ("/a/1/0", "20", "20"),
        ("/a/2/b", "30", "\"b\""),
        ("//", "40", "\"\": 40"),
        ("/0", "50", "\"0\""),
        ("/x~1y/m~0n", "60", "\"m~n\""),
        ("/é", "70", "\"\\u00e9\""),
        ("/~01", "80", "\"~1\""),
    ];
    for (text, value, place) in rows {
        let found = document.root.at(&pointer(text)).unwrap_or_else(|| panic!("`{text}` names nothing"));
        assert!(TEXT[found.start..].starts_with(value), "{text}: {found:?}");
        let offset = document.root.offset_of(&pointer(text));
        assert!(TEXT[offset..].starts_with(place), "{text}: {}", &TEXT[offset..]);
    }
    assert!(std::ptr::eq(document.root.at(&Pointer::root()).expect("the root"), &raw const document.root));
    assert_eq!(document.root.offset_of(&Pointer::root()), 0);
}

#[test]
fn a_pointer_that_names_nothing_has_the_nearest_place_above() {
    let document = document();
    let rows = [
        ("/b", "{ \"a\""),
        ("/A", "{ \"a\""),
        ("/a/3", "\"a\""),
        ("/a/-", "\"a\""),
        ("/a/", "\"a\""),
        ("/a/-1", "\"a\""),
        ("/a/+1", "\"a\""),
        ("/a/01", "\"a\""),
        ("/a/00", "\"a\""),
        ("/a/ 1", "\"a\""),
        ("/a/1.0", "\"a\""),
        ("/a/１", "\"a\""),
        ("/a/99999999999999999999999", "\"a\""),
        ("/a/0/0", "10"),
        ("/a/2/c/d", "{\"b\""),
        ("/0/x", "\"0\""),
    ];
    for (text, place) in rows {
        assert!(document.root.at(&pointer(text)).is_none(), "{text}");
        let offset = document.root.offset_of(&pointer(text));
        assert!(TEXT[offset..].starts_with(place), "{text}: {}", &TEXT[offset..]);
    }
}

#[test]
fn a_value_says_what_it_is() {
    let text = br#"{"a": null, "b": true, "c": 1, "d": 1.5, "e": "x", "f": []}"#;
    let document = Document::read(text).expect("the text is JSON");
    let members = document.root.members().expect("an object has members");
    let nouns: Vec<&str> = members.iter().map(|member| member.value.noun()).collect();
    assert_eq!(nouns, ["null", "a boolean", "an integer", "a number", "a string", "an array"]);
    assert_eq!(document.root.noun(), "an object");
    assert_eq!(document.root.member("e").and_then(|member| member.value.as_str()), Some("x"));
    assert!(document.root.member("g").is_none() && document.root.as_str().is_none());
    assert!(members[0].value.members().is_none() && members[0].value.member("").is_none());
}

#[test]
fn strings_without_escapes_are_borrowed() {
    let document = Document::read(r#"["é", "\u00e9"]"#.as_bytes()).expect("the text is JSON");
    let Kind::Array(items) = &document.root.kind else { panic!("an array") };
    let borrowed = |value: &Value| matches!(&value.kind, Kind::String(std::borrow::Cow::Borrowed(_)));
    assert_eq!(items.iter().map(borrowed).collect::<Vec<_>>(), [true, false]);
}

#[test]
fn pointers_are_parsed_into_unescaped_tokens() {
    let rows: [(&str, &[&str]); 10] = [
        ("", &[]),
        ("/", &[""]),
        ("//", &["", ""]),
        ("/a", &["a"]),
        ("/a/0/b", &["a", "0", "b"]),
        ("/~0", &["~"]),
        ("/~1", &["/"]),
        ("/~01", &["~1"]),
        ("/a~1b~0c~0~1", &["a/b~c~/"]),
        ("/é/%41/\\u0041/ ", &["é", "%41", "\\u0041", " "]),
    ];
    for (text, tokens) in rows {
        let pointer = pointer(text);
        assert_eq!(pointer.tokens(), tokens, "{text}");
        assert_eq!(pointer.to_string(), text);
        assert_eq!(pointer, Pointer::root().join_all(tokens));
    }
}

#[test]
fn what_is_no_pointer_is_refused() {
    for text in ["a", "a/b", " /a", "#", "#/a", "0", "~0", "/~", "/~2", "/a~", "/~/a", "/~é", "/a/~~0", "/~0~"] {
        let problem = Pointer::parse(text).expect_err("it is refused");
        assert!(problem.contains(text) && problem.contains("is no JSON Pointer"), "{problem}");
    }
}

#[test]
fn a_pointer_knows_what_is_above() {
    let place = pointer("/a/b~1c/0");
    assert_eq!(place.split_last(), Some((pointer("/a/b~1c"), "0")));
    assert_eq!(Pointer::root().split_last(), None);
    assert_eq!(place.above(0), place);
    assert_eq!(place.above(2), pointer("/a"));
    assert_eq!(place.above(9), Pointer::root());
    assert!(place.is_within(&place) && place.is_within(&pointer("/a/b~1c")) && place.is_within(&Pointer::root()));
    assert!(!place.is_within(&pointer("/a/b")) && !pointer("/a").is_within(&place));
}

#[test]
fn lines_and_columns_count_from_one_and_columns_in_bytes() {
    let text = "é1\n\r\n\n45\r6\n".as_bytes();
    let rows = [
        (0, (1, 1)),
        (2, (1, 3)),
        (3, (1, 4)),
        (4, (2, 1)),
        (5, (2, 2)),
        (6, (3, 1)),
        (7, (4, 1)),
        (8, (4, 2)),
        (10, (4, 4)),
        (11, (4, 5)),
        (12, (5, 1)),
        (usize::MAX, (5, 1)),
    ];
    for (offset, place) in rows {
        assert_eq!(line_column(text, offset), place, "{offset}");
    }
    assert_eq!(line_column(b"", 0), (1, 1));
}

proptest! {
    #[test]
    fn tokens_survive_printing_and_parsing(tokens in prop::collection::vec("[~/01a]{0,5}|.{0,5}", 0..6)) {
        let pointer = Pointer::root().join_all(&tokens);
        prop_assert_eq!(pointer.tokens(), &tokens);
        prop_assert_eq!(Pointer::parse(&pointer.to_string()), Ok(pointer));
    }

    #[test]
    fn what_is_parsed_prints_as_it_was(text in "[~/01a]{0,12}|.{0,12}") {
        match Pointer::parse(&text) {
            Ok(pointer) => prop_assert_eq!(pointer.to_string(), text),
            Err(problem) => prop_assert!(problem.contains(&text)),
        }
    }

    #[test]
    fn a_member_is_found_by_its_name(name in any::<String>()) {
        let text = serde_json::json!({"other": 0, &name: [1]}).to_string();
        let document = Document::read(text.as_bytes()).expect("what serde_json prints is accepted");
        let pointer = Pointer::root().join(&name).join("0");
        let found = document.root.at(&pointer).expect("the item is there");
        prop_assert!(matches!(found.kind, Kind::Integer(1)));
        prop_assert_eq!(document.root.offset_of(&pointer), found.start);
    }

    #[test]
    fn a_place_and_its_offset_are_one(text in prop::collection::vec(prop::sample::select(b"a\r\n\n\xc3".to_vec()), 0..40)) {
        for offset in 0..=text.len() {
            let (line, column) = line_column(&text, offset);
            let before: usize = text.split_inclusive(|&byte| byte == b'\n').take(line - 1).map(<[u8]>::len).sum();
            prop_assert_eq!(before + column - 1, offset);
            prop_assert!(!text[before..offset].contains(&b'\n'));
        }
    }
}
