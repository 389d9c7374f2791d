//! `hookproof template`: what is wrong with templates, what they yield, and bodies made of them.

mod args;
mod check;
mod scope;

use std::{
    io::{BufWriter, Read as _, Write as _},
    path::Path,
};

use anyhow::{Context as _, anyhow, bail};
use hookproof::{
    Catalog, Delivery, Report,
    schema::{Draft, Level},
    template::{Expectation, Renderer, Template},
};

use args::{Action, Render, Schema, Scope};
pub(super) use args::{Expected, Options};

use super::{
    SUCCESS,
    args::Validate,
    inputs::{self, Found, Input},
    kept,
    validate::Bench,
};

/// A template is a text that somebody wrote by hand.
const MOST_BYTES: u64 = 16 * 1024 * 1024;

pub(super) fn run(catalog: &Catalog, options: &Options, color: anstream::ColorChoice) -> anyhow::Result<u8> {
    match &options.command {
        Action::Check(options) => check::run(catalog, options, color),
        Action::Schema(options) => schema(catalog, options),
        Action::Render(options) => render(catalog, options),
    }
}

/// What judges deliveries by the template that `validate` was given.
pub(super) fn expectation(
    catalog: &'static Catalog,
    file: &Path,
    options: &Validate,
) -> anyhow::Result<&'static dyn Bench> {
    let scope = Scope {
        service: options.template.service.clone(),
        provider: options.deliveries.provider.clone(),
        events: options.deliveries.event.iter().cloned().collect(),
    };
    let template = kept(Template::read(kept(read(file)?)));
    let expectation = Expectation::new(template, &scope.vocabulary(catalog, template)?);
    Ok(kept(expectation.map_err(|problem| anyhow!("{}: {problem}", inputs::shown(file)))?))
}

fn expecting<T>(
    catalog: &Catalog,
    file: &Path,
    scope: &Scope,
    then: impl FnOnce(&Expectation) -> anyhow::Result<T>,
) -> anyhow::Result<T> {
    let text = read(file)?;
    let template = Template::read(&text);
    let vocabulary = scope.vocabulary(catalog, &template)?;
    let expectation = Expectation::new(&template, &vocabulary);
    then(&expectation.map_err(|problem| anyhow!("{}: {problem}", inputs::shown(file)))?)
}

fn schema(catalog: &Catalog, options: &Schema) -> anyhow::Result<u8> {
    let level = if options.open { Level::Open } else { Level::Documented };
    let schema = expecting(catalog, &options.file, &options.scope, |expectation| {
        let known = expectation.catalog().events().next().context("a template yields something")?;
        Ok(Draft::from(options.draft).of(known.schema(level)))
    })?;
    writeln!(std::io::stdout().lock(), "{}", serde_json::to_string_pretty(&schema)?)?;
    Ok(SUCCESS)
}

fn render(catalog: &Catalog, options: &Render) -> anyhow::Result<u8> {
    let text = read(&options.file)?;
    // A line holds no line breaks; those in values are left out as well.
    let text = if options.count.is_some() { dense(&text) } else { text };
    let template = Template::read(&text);
    let vocabulary = options.scope.vocabulary(catalog, &template)?;
    let renderer = Renderer::new(&template, &vocabulary);
    let renderer = renderer.map_err(|problem| anyhow!("{}: {problem}", inputs::shown(&options.file)))?;
    let mut output = BufWriter::new(std::io::stdout().lock());
    // Bodies of different seeds do not overlap: the command counts in the lower half.
    let first = u64::from(options.seed) << 32;
    match options.count {
        None if options.hostile => output.write_all(&renderer.hostile(first))?,
        None => output.write_all(&renderer.body(first))?,
        Some(count) => {
            for seed in 0..count {
                output.write_all(&renderer.body(first.wrapping_add(seed)))?;
                writeln!(output)?;
            }
        }
    }
    output.flush()?;
    Ok(SUCCESS)
}

/// The text without the white space between values.
fn dense(text: &[u8]) -> Vec<u8> {
    let mut dense = Vec::with_capacity(text.len());
    let (mut is_quoted, mut is_escaped) = (false, false);
    for &byte in text {
        if is_quoted || !byte.is_ascii_whitespace() {
            dense.push(byte);
        }
        if byte == b'"' && !is_escaped {
            is_quoted = !is_quoted;
        }
        is_escaped = is_quoted && byte == b'\\' && !is_escaped;
    }
    dense
}

/// The text of a file, or of standard input.
fn read(file: &Path) -> anyhow::Result<Vec<u8>> {
    let input = input(file)?;
    let mut text = Vec::new();
    let read = input.open().and_then(|reader| reader.take(MOST_BYTES + 1).read_to_end(&mut text));
    match read {
        Ok(length) if length as u64 > MOST_BYTES => Err(too_large(file)),
        Ok(_) => Ok(text),
        Err(error) => Err(anyhow!(input.unreadable(&error))),
    }
}

fn too_large(file: &Path) -> anyhow::Error {
    anyhow!("{}: this file has more than {MOST_BYTES} bytes, which is too large for a template", inputs::shown(file))
}

/// The file as one payload, whatever its name ends in.
fn input(file: &Path) -> anyhow::Result<Input> {
    let found = if file.is_dir() { None } else { inputs::find(file, inputs::Kind::Payload).next() };
    match found {
        Some(Found::Input(input)) => Ok(Input { kind: inputs::Kind::Payload, ..input }),
        _ => bail!("{}: this is a directory: name the files in it", inputs::shown(file)),
    }
}

impl Bench for Expectation<'_> {
    fn catalog(&self) -> &Catalog {
        self.catalog()
    }

    fn check(&self, delivery: &Delivery) -> Report {
        self.check(delivery.clone())
    }

    fn too_large(&self, delivery: &Delivery, limit: u64) -> Report {
        self.too_large(delivery.clone(), limit)
    }
}
