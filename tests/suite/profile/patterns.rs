//! Which regular expressions a pattern may be: those that every engine reads alike.

use hookproof::schema::Model;
use jsonschema::PatternOptions;
use proptest::{
    prelude::{prop_assert, proptest},
    test_runner::{Config, FileFailurePersistence},
};

use super::{Expected, Files, PUSH, all_refused};

const PLACE: &str = "/properties/x";

/// Patterns that engines read differently or refuse, and why.
const REGEXES: &[(&str, &str)] = &[
    ("^.$", "`.` means different things"),
    (r"^\d+$", r"`\d` means different things to different engines: write [0-9]"),
    (r"^\D$", r"write [^0-9]"),
    (r"^\w$", r"write [A-Za-z0-9_]"),
    (r"^\W$", r"write [^A-Za-z0-9_]"),
    (r"^\s$", r"write [ \t\n\r]"),
    (r"^[\S]$", r"write [^ \t\n\r]"),
    (r"\bword\B", r"`\b` means different things"),
    (r"wor\B", r"`\B` means different things"),
    (r"\p{L}", r"`\p` is not known"),
    (r"(a)\1", r"`\1` is not known"),
    (r"\u0041", r"`\u` is not known"),
    (r"\Aa\z", r"`\A` is not known"),
    (r"a\-b", r"`\-` is not known"),
    (r"\x4", r"`\x` needs two hexadecimal digits"),
    (r"\x{41}", r"`\x` needs two hexadecimal digits"),
    (r"a\", "ends in a backslash"),
    ("(?=a)", "groups that begin with `(?`"),
    ("(?:a)", "groups that begin with `(?`"),
    ("(?i)a", "groups that begin with `(?`"),
    ("(a", "a `(` is not closed"),
    ("a)", "a `)` closes nothing"),
    ("a]", r"written `\]`"),
    ("a}", r"written `\}`"),
    ("*a", "`*` repeats nothing"),
    ("(+)", "`+` repeats nothing"),
    ("a|?", "`?` repeats nothing"),
    ("^{2}", "`{` repeats nothing"),
    ("a+?", "`?` repeats nothing"),
    ("a{2", "`{` begins a count"),
    ("a{,2}", "`{` begins a count"),
    ("a{b}", "`{` begins a count"),
    ("a{+2}", "`{` begins a count"),
    ("a{2,1}", "`{` begins a count"),
    ("a{1001}", "of at most 1000"),
    ("[a", "a `[` is not closed"),
    ("[a-", "a `[` is not closed"),
    ("[]a]", r"inside a class is written `\]`"),
    ("[^]a]", r"inside a class is written `\]`"),
    ("[[:alpha:]]", r"inside a class is written `\[`"),
    ("[a-c-e]", "stands first or last"),
    ("[a--]", "a range that ends in `-`"),
    ("[+-[]", "a range that ends in `[`"),
    ("[a&&b]", "`&&` combines classes"),
    ("[a~~b]", "`~~` combines classes"),
    ("[z-a]", "the range `z-a` is empty"),
];

/// Patterns that every engine reads alike.
const GOOD_REGEXES: &[&str] = &[
    "",
    "^(a|b|)$",
    "^[-a]+[a-]*[^-]?$",
    r"^\^\$\\\.\*\+\?\(\)\[\]\{\}\|\/$",
    r"^[\]\[\-\\^a-f.$&'()*+,;=~]{2}$",
    r"^[\x00-\x20\t\n\r\f]{0,1000}$",
    "^[é-ü]{2,}$",
];

#[test]
fn a_pattern_that_engines_disagree_on_is_refused() {
    all_refused(REGEXES.iter().map(|&(regex, message)| {
        let expected = Expected { file: PUSH, pointer: PLACE.to_owned(), message };
        (regex, with_pattern(regex), expected)
    }));
}

#[test]
fn a_pattern_that_engines_agree_on_is_accepted() {
    for regex in GOOD_REGEXES {
        assert_eq!(with_pattern(regex).parse().err(), None, "{regex}");
        assert!(compiles(regex), "{regex}");
    }
}

proptest! {
    #![proptest_config(Config {
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("regressions"))),
        ..Config::default()
    })]

    #[test]
    fn a_pattern_that_is_accepted_compiles(regex in r"[ab19x^$.*+?|(){}\[\]\\,&~-]{0,9}") {
        let schema = serde_json::json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "type": "object",
            "properties": {"a": {"type": "string", "pattern": regex, "x-expected": "like this"}},
            "additionalProperties": false,
        });
        let accepted = Model::parse(&[("a.schema.json", &schema.to_string())]).is_ok();
        prop_assert!(!accepted || compiles(&regex));
    }
}

fn with_pattern(regex: &str) -> Files {
    let schema = serde_json::json!({"type": "string", "pattern": regex, "x-expected": "like this"});
    Files::accepted().edit(PUSH, PLACE, &schema.to_string())
}

fn compiles(regex: &str) -> bool {
    let options = jsonschema::draft202012::options().with_pattern_options(PatternOptions::regex());
    options.build(&serde_json::json!({"pattern": regex})).is_ok()
}
