//! Text of a payload on its way to a person: nothing hostile remains, nothing harmless is lost.

use hookproof::text::{escaped, shortened};
use proptest::prelude::*;

/// Whether a character moves, hides or reorders what is printed.
fn is_hostile(character: char) -> bool {
    let line_end = matches!(character, '\u{2028}' | '\u{2029}');
    let bidirectional = matches!(
        character,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
    );
    let invisible = matches!(
        character,
        '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}'
    );
    character.is_control() || line_end || bidirectional || invisible
}

/// Strings in which every other character is hostile.
fn hostile_text() -> impl Strategy<Value = String> {
    let hostile: Vec<char> = (0..=0x000e_007f).filter_map(char::from_u32).filter(|found| is_hostile(*found)).collect();
    let character = prop_oneof![prop::sample::select(hostile), any::<char>(), prop::char::range('a', 'f')];
    prop::collection::vec(character, 0..100).prop_map(String::from_iter)
}

#[test]
fn hostile_characters_are_written_as_escapes() {
    let rows = [
        ("", ""),
        ("plain text, 中文, é, 😀", "plain text, 中文, é, 😀"),
        ("e\u{301} \u{a0}", "e\u{301} \u{a0}"),
        ("a\nb\r\n\tc", "a\\nb\\r\\n\\tc"),
        ("\0", "\\u{0}"),
        ("\u{1b}[31mred\u{1b}[0m", "\\u{1b}[31mred\\u{1b}[0m"),
        ("\u{1b}]8;;http://example.com\u{7}", "\\u{1b}]8;;http://example.com\\u{7}"),
        ("\u{7f}\u{85}\u{9b}2J", "\\u{7f}\\u{85}\\u{9b}2J"),
        ("\u{202e}gnp.exe", "\\u{202e}gnp.exe"),
        ("\u{2066}a\u{2069}\u{61c}", "\\u{2066}a\\u{2069}\\u{61c}"),
        ("a\u{200b}b\u{feff}", "a\\u{200b}b\\u{feff}"),
        ("\u{2028}\u{2029}", "\\u{2028}\\u{2029}"),
        ("\u{e0041}", "\\u{e0041}"),
        ("back\\slash", "back\\slash"),
    ];
    for (text, shown) in rows {
        assert_eq!(escaped(text), shown);
    }
}

#[test]
fn long_text_is_cut_between_characters() {
    let sixty = "é".repeat(60);
    assert_eq!(shortened(&sixty), sixty);
    assert_eq!(shortened(&format!("{sixty}é")), format!("{sixty}…"));
    assert_eq!(shortened(&format!("{sixty}\n")), format!("{sixty}…"));
    assert_eq!(shortened(&"\n".repeat(60)), "\\n".repeat(60));
    assert_eq!(shortened(&"\u{202e}".repeat(1000)), format!("{}…", "\\u{202e}".repeat(60)));
    assert_eq!(shortened(""), "");
}

proptest! {
    #[test]
    fn nothing_hostile_remains(text in hostile_text()) {
        let (whole, short) = (escaped(&text), shortened(&text));
        prop_assert!(!whole.contains(is_hostile), "{whole:?}");
        prop_assert!(!short.contains(is_hostile), "{short:?}");
        prop_assert_eq!(escaped(&whole), whole.clone());
        prop_assert!(whole.starts_with(short.trim_end_matches('…')));
        // Sixty escapes such as `\u{e0041}`, and the ellipsis.
        prop_assert!(short.chars().count() <= 60 * 9 + 1);
    }

    #[test]
    fn nothing_harmless_is_changed(text in "[ -~é中😀\u{301}]{0,60}") {
        prop_assert_eq!(escaped(&text), text.clone());
        prop_assert_eq!(shortened(&text), text);
    }
}
