//! A provider out of its files.

use std::{collections::BTreeMap, sync::OnceLock};

use super::{Entry, Known, Lazy, Problem, Told, fit, glance, schema_file, templates};
use crate::{
    errata::Errata,
    provider::{Event, Provider, SchemaKind},
    schema::{self, Model, Shape},
};

impl Entry {
    pub(super) fn read(folder: &str, text: &str, files: &[(&str, &str)]) -> Result<Self, Vec<Problem>> {
        let path = format!("{folder}/provider.json");
        let provider: Provider = serde_json::from_str(text).map_err(|error| vec![Problem::of_json(&path, &error)])?;
        let plain = |name: &str| {
            let is_plain = |event: &&Event| event.schema == SchemaKind::Plain && schema_file(&event.id) == name;
            provider.events.iter().any(|event| is_plain(&event))
        };
        let any_plain = provider.events.iter().any(|event| event.schema == SchemaKind::Plain);
        let is_source = |name: &str| {
            let other =
                ["provider.json", "errata.json", templates::FILE].contains(&name) || name.ends_with(".extension.json");
            name.ends_with(".schema.json") || any_plain && !other && !name.contains('/')
        };
        let sources: Vec<(String, String)> = files
            .iter()
            .filter_map(|(path, text)| {
                let name = path.strip_prefix(folder)?.strip_prefix('/')?;
                is_source(name).then(|| (name.to_owned(), (*text).to_owned()))
            })
            .collect();
        let in_profile = |name: &str| name.ends_with(".schema.json") && !plain(name);
        let texts = sources.iter().filter(|(name, _)| in_profile(name));
        let texts: Vec<(&str, &str)> = texts.map(|(name, text)| (name.as_str(), text.as_str())).collect();
        let mut problems: Vec<Problem> = Vec::new();
        for (name, text) in sources.iter().filter(|(name, _)| !in_profile(name)) {
            if let Err(error) = serde_json::from_str::<serde_json::Value>(text) {
                problems.push(Problem::of_json(&format!("{folder}/{name}"), &error));
            }
        }
        let model = Model::parse(&texts).unwrap_or_else(|violations| {
            problems.extend(violations.iter().map(|violation| Problem::of_schema(folder, violation)));
            Model::default()
        });
        if !problems.is_empty() {
            return Err(problems);
        }
        let path_of_errata = format!("{folder}/errata.json");
        let errata = match files.iter().find(|(path, _)| *path == path_of_errata) {
            None => Errata::default(),
            Some((path, text)) => serde_json::from_str(text).map_err(|error| vec![Problem::of_json(path, &error)])?,
        };
        let mut messages = Vec::new();
        if provider.id != folder {
            messages.push(format!("the `id` is `{}`, and the folder is `{folder}`", provider.id));
        }
        let names = sources.iter().filter_map(|(name, _)| name.strip_suffix(".schema.json")).chain([folder]);
        for name in names.filter(|name| !is_part_of_uris(name)) {
            messages.push(format!("`{name}` is no name: write ASCII letters, digits, `.`, `_` and `-`"));
        }
        let told = provider.events.iter().map(|event| match event.schema {
            SchemaKind::Profile => {
                Told { keys: fit::keys(&model, event, &mut messages), members: members(&model, event) }
            }
            SchemaKind::Plain => Told { keys: fit::plain(&sources, event, &mut messages), members: Vec::new() },
        });
        let told = told.collect();
        fit::consistency(&provider, &model, &mut messages);
        if !messages.is_empty() {
            return Err(messages
                .into_iter()
                .map(|message| Problem { file: path.clone(), at: None, message })
                .collect());
        }
        let (model, errata) = (Lazy::new(Box::new(|| model)), Lazy::new(Box::new(|| errata.errata)));
        let templates = Lazy::new(Box::new(|| None));
        let entry =
            Self { meanings: OnceLock::new(), errata, provider, model, sources, told, widened: None, templates };
        entry.with_templates(files)
    }

    /// An entry of the library, of which no more is read than what recognises its events.
    pub(super) fn embedded(
        folder: &str,
        text: &str,
        files: &[(&'static str, &'static str)],
    ) -> Result<Self, Vec<Problem>> {
        let path = format!("{folder}/provider.json");
        let provider: Provider = serde_json::from_str(text).map_err(|error| vec![Problem::of_json(&path, &error)])?;
        let own = files.iter().filter_map(|(path, text)| Some((path.strip_prefix(folder)?.strip_prefix('/')?, *text)));
        let file = |wanted: &str| own.clone().find(|(name, _)| *name == wanted).map(|(_, text)| text);
        let (errata, templates) = (file("errata.json").unwrap_or("{}"), file(templates::FILE));
        let texts: Vec<(&str, &str)> = own.clone().filter(|(name, _)| name.ends_with(".schema.json")).collect();
        let told = provider.events.iter().map(|event| glance::told(&texts, event));
        Ok(Self {
            told: told.collect(),
            sources: texts.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect(),
            model: Lazy::new(Box::new(move || {
                Model::parse(&texts).unwrap_or_else(|violations| panic!("broken schemas: {}", violations[0]))
            })),
            errata: Lazy::new(Box::new(move || {
                let errata: Result<Errata, _> = serde_json::from_str(errata);
                errata.unwrap_or_else(|error| panic!("broken errata: {error}")).errata
            })),
            templates: Lazy::new(Box::new(move || {
                templates
                    .map(|text| serde_json::from_str(text).unwrap_or_else(|error| panic!("broken templates: {error}")))
            })),
            provider,
            meanings: OnceLock::new(),
            widened: None,
        })
    }

    /// The events, in the order of `provider.json`.
    pub fn events(&self) -> impl Iterator<Item = Known<'_>> {
        let told = self.provider.events.iter().zip(&self.told);
        told.map(move |(event, Told { keys, members })| Known { entry: self, event, keys, members })
    }

    /// What a regular expression of the schemas means: a phrase that completes "must be …".
    #[must_use]
    pub fn expected(&self, regex: &str) -> Option<&str> {
        self.meanings.get_or_init(|| meanings(&self.model)).get(regex).map(String::as_str)
    }

    /// The event of that id.
    #[must_use]
    pub fn event(&self, id: &str) -> Option<Known<'_>> {
        self.events().find(|known| known.event.id == id)
    }
}

/// What each regular expression means.
fn meanings(model: &Model) -> BTreeMap<String, String> {
    let patterns = schema::patterns(model).into_iter();
    patterns.map(|pattern| (pattern.regex.clone(), pattern.expected.clone())).collect()
}

/// The names of the members that a payload can have.
pub(super) fn members(model: &Model, event: &Event) -> Vec<String> {
    let root = model.root(&schema_file(&event.id)).map(|root| &model.resolved(root).shape);
    match root {
        Some(Shape::Object(object)) => object.members.iter().map(|member| member.name.clone()).collect(),
        _ => Vec::new(),
    }
}

/// Whether a name of a folder or file can stand in a `$ref` as it is.
fn is_part_of_uris(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || "._-".contains(c))
}
