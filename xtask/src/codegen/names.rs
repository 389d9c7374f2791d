//! Names of Rust made of the names in schemas.

/// Keywords that `r#` makes names of.
const RAW: [&str; 47] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else", "enum",
    "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move",
    "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while",
];

/// Keywords that stay what they are.
const FIXED: [&str; 4] = ["crate", "self", "super", "yield"];

/// The words of a name: parts between signs, and between a small letter and a capital one.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let characters: Vec<char> = text.chars().collect();
    let mut begins = true;
    for (index, &character) in characters.iter().enumerate() {
        if !character.is_ascii_alphanumeric() {
            begins = true;
            continue;
        }
        let after = index.checked_sub(1).and_then(|before| characters.get(before));
        let before = characters.get(index + 1);
        let is_capital = character.is_ascii_uppercase();
        let ends_a_word = after.is_some_and(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
        // `MRReview` is `MR` and `Review`.
        let ends_capitals = after.is_some_and(char::is_ascii_uppercase) && before.is_some_and(char::is_ascii_lowercase);
        if begins || (is_capital && (ends_a_word || ends_capitals)) {
            words.push(String::new());
        }
        begins = false;
        if let Some(word) = words.last_mut() {
            word.push(character.to_ascii_lowercase());
        }
    }
    words
}

/// A name like `MergeRequest`; empty if there is nothing to make it of.
pub(crate) fn camel(text: &str) -> String {
    let capital = |word: String| {
        let mut characters = word.chars();
        characters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(characters).collect::<String>()
    };
    words(text).into_iter().map(capital).collect()
}

/// A name like `merge_request`, with `r#` where it is a keyword.
pub(crate) fn snake(text: &str) -> String {
    let name = words(text).join("_");
    if RAW.contains(&name.as_str()) {
        return format!("r#{name}");
    }
    if FIXED.contains(&name.as_str()) { format!("{name}_") } else { name }
}

/// Whether a name can be one in Rust.
pub(crate) fn is_name(name: &str) -> bool {
    name.trim_start_matches("r#").starts_with(|first: char| first.is_ascii_alphabetic())
}

/// The name of one item of a list: `Commit` of `commits`.
pub(crate) fn item(list: &str) -> String {
    let name = camel(list);
    match name.strip_suffix('s') {
        Some(one) if !one.is_empty() && !one.ends_with('s') => one.to_owned(),
        _ => format!("{name}Item"),
    }
}

/// The names of values: what all of them begin with says nothing.
pub(crate) fn of_values(values: &[String]) -> Vec<String> {
    let shared = shared_words(values);
    let short = values.iter().map(|value| match words(value).split_at_checked(shared) {
        Some((_, rest)) if !rest.is_empty() => camel(&rest.join(" ")),
        _ if value.is_empty() => "Empty".to_owned(),
        _ => camel(value),
    });
    short.collect()
}

/// How many words all values begin with, if each has more than these.
fn shared_words(values: &[String]) -> usize {
    let words: Vec<Vec<String>> = values.iter().map(|value| words(value)).collect();
    let [first, others @ ..] = words.as_slice() else { return 0 };
    if others.is_empty() {
        return 0;
    }
    let shared = |count: &usize| words.iter().all(|words| words.len() > *count && words[..*count] == first[..*count]);
    (0..first.len()).rev().find(shared).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_written_as_rust_writes_them() {
        assert_eq!(
            ["merge_request", "mbrNo", "BUILD", "SubAccount", "updated_head", "MR opened"].map(camel),
            ["MergeRequest", "MbrNo", "Build", "SubAccount", "UpdatedHead", "MrOpened"]
        );
        assert_eq!(
            ["eventCode", "EXECUTOR_NAME", "gitUrl", "type", "ref", "self"].map(snake),
            ["event_code", "executor_name", "git_url", "r#type", "r#ref", "self_"]
        );
    }

    #[test]
    fn an_item_is_one_of_its_list() {
        assert_eq!(["commits", "added", "address"].map(item), ["Commit", "AddedItem", "AddressItem"]);
    }

    #[test]
    fn what_all_values_begin_with_is_left_out() {
        let names = |values: &[&str]| of_values(&values.iter().map(|value| (*value).to_owned()).collect::<Vec<_>>());
        assert_eq!(names(&["Repo-MR-Create", "Repo-MR-ReviewPass"]), ["Create", "ReviewPass"]);
        assert_eq!(names(&["Check completed"]), ["CheckCompleted"]);
        assert_eq!(names(&["merge", "merge done"]), ["Merge", "MergeDone"]);
        assert_eq!(names(&[""]), ["Empty"]);
    }
}
