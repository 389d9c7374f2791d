//! Bodies made of a template: filled with generated event data, harmless or hostile.

use serde_json::Value as Json;

use super::{
    kind::needs_escapes,
    reading::{Inside, Placeholder, Template},
    regex::must_be_escaped,
    schema::sound,
    vocabulary::{Vocabulary, Word},
};
use crate::{
    catalog::Parameter,
    generate::Generator,
    schema::{Shape, Text},
};

/// So many payloads are made to find one that has every parameter.
const TRIES: u64 = 64;

/// Values that break a body, or change it, if they are written as they are.
const HOSTILE: [&str; 10] =
    ["\"", "\\", "a\nb", "${", "${eventName}", "\", \"added\": \"", "\\\"", "\\u12", "\u{0}\t\u{1f}", "\"}]}, {\""];

/// Makes bodies out of a template.
#[derive(Debug)]
pub struct Renderer<'t, 'c> {
    template: &'t Template<'t>,
    vocabulary: &'t Vocabulary<'c>,
    /// One for each event that has most of the parameters that the template names.
    generators: Vec<Generator<'c>>,
}

impl<'t, 'c> Renderer<'t, 'c> {
    /// A renderer of a template.
    ///
    /// # Errors
    ///
    /// Mistakes of the template, or event data that cannot be made, in words.
    pub fn new(template: &'t Template<'t>, vocabulary: &'t Vocabulary<'c>) -> Result<Self, String> {
        sound(template, vocabulary).map_err(|refusal| refusal.to_string())?;
        let known = |event: &str| {
            let named = template.placeholders.iter().filter_map(|found| vocabulary.word(&found.name));
            named.filter(|word| parameter(word, event).is_some()).count()
        };
        let lists = vocabulary.lists.iter().map(|list| list.event.as_str());
        let most = lists.clone().map(known).max().unwrap_or_default();
        let events = lists.filter(|event| known(event) == most).filter_map(|event| vocabulary.entry.event(event));
        let generators = events.map(|known| Generator::new(known).map_err(|unsupported| unsupported.to_string()));
        Ok(Self { template, vocabulary, generators: generators.collect::<Result<_, _>>()? })
    }

    /// The body of a seed: the same one on every machine.
    ///
    /// Its values have no character that must be escaped in JSON, so that it is the same whether or not the provider
    /// escapes them.
    #[must_use]
    pub fn body(&self, seed: u64) -> Vec<u8> {
        self.made(seed, &|_, word, value| match value {
            Json::String(text) if is_free(word) => text.replace(must_be_escaped, ""),
            Json::String(_) => {
                let quoted = value.to_string();
                quoted[1..quoted.len() - 1].to_owned()
            }
            other => other.to_string(),
        })
    }

    /// A body whose values have quotation marks, backslashes, line breaks and parameters, written as they are: what is
    /// sent if the provider escapes nothing.
    #[must_use]
    pub fn hostile(&self, seed: u64) -> Vec<u8> {
        self.made(seed, &|index, word, value| match value {
            Json::String(_) if is_free(word) => (*picked(&HOSTILE, seed.wrapping_add(index as u64))).to_owned(),
            Json::String(text) => text.clone(),
            other => other.to_string(),
        })
    }

    fn made(&self, seed: u64, write: &dyn Fn(usize, &Word, &Json) -> String) -> Vec<u8> {
        let (event, data) = self.data(seed);
        let mut body = Vec::with_capacity(self.template.text.len());
        let mut from = 0;
        for (index, placeholder) in self.template.placeholders.iter().enumerate() {
            body.extend(&self.template.text[from..placeholder.start]);
            from = placeholder.end;
            let Some(word) = self.vocabulary.word(&placeholder.name) else { continue };
            match value(word, event, &data) {
                Some(value) => body.extend(write(index, word, value).bytes()),
                None => body.extend(nothing(placeholder).bytes()),
            }
        }
        body.extend(&self.template.text[from..]);
        body
    }

    /// Event data that has every parameter, if such data can be found.
    fn data(&self, seed: u64) -> (&str, Json) {
        let generator = picked(&self.generators, seed);
        let event = generator.event().event.id.as_str();
        let payload = |attempt: u64| generator.payload(seed.wrapping_mul(TRIES).wrapping_add(attempt));
        let has_all = |data: &Json| {
            let mut words = self.template.placeholders.iter().filter_map(|found| self.vocabulary.word(&found.name));
            words.all(|word| value(word, event, data).is_some())
        };
        let data = (0..TRIES).map(payload).find(has_all);
        (event, data.unwrap_or_else(|| payload(0)))
    }
}

/// The item that a number means, of a list that is not empty.
fn picked<T>(list: &[T], number: u64) -> &T {
    &list[usize::try_from(number % list.len() as u64).unwrap_or_default()]
}

fn parameter<'w, 'c>(word: &'w Word<'c>, event: &str) -> Option<&'w Parameter<'c>> {
    word.parameters.iter().find(|parameter| parameter.event == event)
}

fn value<'d>(word: &Word, event: &str, data: &'d Json) -> Option<&'d Json> {
    data.pointer(&parameter(word, event)?.pointer.to_string()).filter(|value| !value.is_null())
}

/// What stands for a parameter that the event does not have: nobody says what does.
fn nothing(placeholder: &Placeholder) -> &'static str {
    if placeholder.inside == Inside::Nothing { "null" } else { "" }
}

/// Whether its texts may be any.
fn is_free(word: &Word) -> bool {
    needs_escapes(&word.node) && matches!(&word.node.shape, Shape::Text(Text { values: None, pattern: None, .. }))
}
