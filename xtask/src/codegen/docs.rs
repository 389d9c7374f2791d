//! The documentation of what is generated: descriptions with the document's sections.

use hookproof::schema::{
    Model, Node, Shape, Text,
    words::{and, or},
};

use super::names;

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
    (!sections.is_empty()).then(|| format!("Documented in {}.", and(&sections)))
}

/// Text as Markdown shows it literally.
pub(crate) fn escaped(text: &str) -> String {
    // What stands between backticks is shown as it is already.
    let parts = text.split('`').enumerate();
    let parts = parts.map(|(index, part)| if index % 2 == 0 { plain(part) } else { part.to_owned() });
    parts.collect::<Vec<_>>().join("`")
}

fn plain(text: &str) -> String {
    let shown = text.split(' ').map(|word| {
        let address = word.trim_end_matches(['.', ',', ';', ':', ')']);
        if address.starts_with("https://") || address.starts_with("http://") {
            return format!("`{address}`{}", &word[address.len()..]);
        }
        let escape = |character: char| "<>[]*".contains(character).then_some('\\').into_iter().chain([character]);
        word.chars().flat_map(escape).collect()
    });
    shown.collect::<Vec<_>>().join(" ")
}

fn of_text(text: &Text) -> Option<String> {
    if let Some(pattern) = &text.pattern {
        return Some(format!("Its documented form: {}.", escaped(&pattern.expected)));
    }
    let values = text.values.as_ref()?;
    let values: Vec<String> = values.list.iter().map(|value| format!("`\"{value}\"`")).collect();
    Some(format!("Documented to be {}.", or(&values)))
}

fn examples(node: &Node) -> Option<String> {
    let examples: Vec<String> = node.notes.examples.iter().map(|value| format!("`{value}`")).collect();
    (!examples.is_empty()).then(|| format!("For instance {}.", or(&examples)))
}

/// What is said of a type that nothing describes: `A merge request.`
pub(crate) fn of_name(name: &str) -> String {
    let words = names::snake(name).trim_start_matches("r#").replace('_', " ");
    let article = if words.starts_with(['a', 'e', 'i', 'o', 'u']) { "An" } else { "A" };
    format!("{article} {words}.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_shows_a_text_as_it_is() {
        assert_eq!(escaped("a <b> [c] and `d[0]`"), "a \\<b\\> \\[c\\] and `d[0]`");
        assert_eq!(escaped("such as https://host/path."), "such as `https://host/path`.");
    }

    #[test]
    fn lists_are_sentences() {
        assert_eq!(and(&["a".to_owned(), "b".to_owned(), "c".to_owned()]), "a, b and c");
    }
}
