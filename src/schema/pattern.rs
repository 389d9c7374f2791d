//! Regular expressions that every engine reads alike.

/// Escapes whose meaning differs between engines, or that not all of them have.
const DIFFERENT: [(char, &str); 8] = [
    ('d', "[0-9]"),
    ('D', "[^0-9]"),
    ('w', "[A-Za-z0-9_]"),
    ('W', "[^A-Za-z0-9_]"),
    ('s', "[ \\t\\n\\r]"),
    ('S', "[^ \\t\\n\\r]"),
    ('b', "an explicit class"),
    ('B', "an explicit class"),
];

/// What makes engines disagree about a pattern, if anything does.
pub(super) fn problem(regex: &str) -> Option<String> {
    let mut characters = regex.chars().peekable();
    let mut in_class = false;
    while let Some(character) = characters.next() {
        match character {
            '\\' => match characters.next() {
                None => return Some("it ends in a backslash".to_owned()),
                Some(letter @ ('p' | 'P' | 'k' | 'u' | '1'..='9')) => {
                    return Some(format!("`\\{letter}` is not known to every engine"));
                }
                Some(letter) => {
                    if let Some((_, instead)) = DIFFERENT.iter().find(|(different, _)| *different == letter) {
                        return Some(format!(
                            "`\\{letter}` means different things to different engines: write {instead}"
                        ));
                    }
                }
            },
            '[' => in_class = true,
            ']' => in_class = false,
            '.' if !in_class => {
                return Some("`.` means different things to different engines: write an explicit class".to_owned());
            }
            '(' if !in_class && characters.peek() == Some(&'?') => {
                return Some("groups that begin with `(?` are not known to every engine".to_owned());
            }
            _ => {}
        }
    }
    None
}
