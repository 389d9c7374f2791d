//! The documentation of what is generated: descriptions with the document's sections.

use hookproof::schema::{Model, Node, Shape, Text};

/// What a node is: its description, what is documented about its value, and where.
pub(crate) fn of(model: &Model, node: &Node) -> String {
    let resolved = model.resolved(node);
    let description = node.notes.description.as_deref().or(resolved.notes.description.as_deref());
    let mut paragraphs: Vec<String> = description.map(escaped).into_iter().collect();
    if let Shape::Text(text) = &resolved.shape {
        paragraphs.extend(of_text(text));
    }
    paragraphs.extend(examples(node).or_else(|| examples(resolved)));
    paragraphs.extend(sections(node));
    paragraphs.join("\n\n")
}

/// The sections of the document that show a node.
pub(crate) fn sections(node: &Node) -> Option<String> {
    let mut sections: Vec<String> = Vec::new();
    for citation in &node.notes.evidence {
        let section = format!("*{}*", escaped(&citation.section));
        if !sections.contains(&section) {
            sections.push(section);
        }
    }
    (!sections.is_empty()).then(|| format!("Documented in {}.", listed(&sections, "and")))
}

/// Text as Markdown shows it literally.
pub(crate) fn escaped(text: &str) -> String {
    let mut shown = String::new();
    // What stands between backticks is shown as it is already.
    for (index, part) in text.split('`').enumerate() {
        if index > 0 {
            shown.push('`');
        }
        for character in part.chars() {
            if index % 2 == 0 && "<>[]*".contains(character) {
                shown.push('\\');
            }
            shown.push(character);
        }
    }
    shown
}

fn of_text(text: &Text) -> Option<String> {
    if let Some(pattern) = &text.pattern {
        return Some(format!("Its documented form: {}.", escaped(&pattern.expected)));
    }
    let values = text.values.as_ref()?;
    let values: Vec<String> = values.list.iter().map(|value| format!("`\"{value}\"`")).collect();
    Some(format!("Documented to be {}.", listed(&values, "or")))
}

fn examples(node: &Node) -> Option<String> {
    let examples: Vec<String> = node.notes.examples.iter().map(|value| format!("`{value}`")).collect();
    (!examples.is_empty()).then(|| format!("For instance {}.", listed(&examples, "or")))
}

fn listed(items: &[String], word: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [items @ .., last] => format!("{} {word} {last}", items.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_shows_a_text_as_it_is() {
        assert_eq!(escaped("a <b> [c] and `d[0]`"), "a \\<b\\> \\[c\\] and `d[0]`");
    }

    #[test]
    fn lists_are_sentences() {
        assert_eq!(listed(&["a".to_owned(), "b".to_owned(), "c".to_owned()], "and"), "a, b and c");
    }
}
