//! `provider.json`: who a provider is, how its deliveries are recognised and carried, and its rules.

use serde::{Deserialize, Serialize};

/// A provider as its `provider.json` describes it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provider {
    #[serde(rename = "$schema", default)]
    _schema: Option<String>,
    /// The name of its folder and of `--provider`.
    pub id: String,
    /// The name for people.
    pub name: String,
    /// The document that its schemas were taken from.
    pub document: Source,
    /// What everybody who uses these schemas should know.
    #[serde(default)]
    pub notice: Option<String>,
    /// How its deliveries travel.
    pub delivery: Transport,
    /// The documented payloads.
    pub events: Vec<Event>,
    /// What the document says about deliveries and the relation of values, whether or not a schema can say it.
    #[serde(default)]
    pub rules: Vec<Rule>,
    /// The events that the document lists by name, where they are more than the payloads.
    #[serde(default)]
    pub catalogue: Vec<Category>,
}

/// The document that schemas were taken from.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its title.
    pub title: String,
    /// The date of its last update, `YYYY-MM-DD`; `None` where the page bears none.
    pub updated: Option<String>,
    /// Where it is published.
    pub url: String,
}

/// How deliveries travel.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Transport {
    /// The header that names the event: the documented spelling first, then the observed ones.
    #[serde(default)]
    pub event_headers: Vec<String>,
    /// Whether an undocumented value of that header means an unknown event (the default); else the body decides then.
    #[serde(default = "yes")]
    pub event_header_closed: bool,
    /// Event headers of other hosts that stand beside its own, for receivers of those.
    #[serde(default)]
    pub also_sends: Vec<String>,
    /// The media types of the body, the default first.
    pub content_types: Vec<String>,
    /// The form field that holds the JSON text, where a body can be a form.
    #[serde(default)]
    pub form_field: Option<String>,
    /// The largest JSON text, in bytes, that is delivered.
    #[serde(default)]
    pub max_bytes: Option<usize>,
    /// How deliveries are signed.
    #[serde(default)]
    pub signature: Option<Signature>,
    /// Headers whose value is a secret.
    #[serde(default)]
    pub secret_headers: Vec<String>,
}

/// How deliveries are signed.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Signature {
    /// The header that carries the signature.
    pub header: String,
    /// A short name of the scheme, for instance `hmac-sha1-hex`.
    pub scheme: String,
    /// How it is computed, in words.
    pub description: String,
}

/// A documented payload.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// The name of `--event`, of the schema (`<id>.schema.json`) and of the folder of fixtures.
    pub id: String,
    /// The name for people.
    pub title: String,
    /// When it is sent.
    pub trigger: String,
    /// The lines of the document.
    #[serde(default)]
    pub lines: Option<String>,
    /// How a delivery is seen to be this event.
    pub recognition: Recognition,
    /// The documented variants of the payload, each with a fixture.
    #[serde(default)]
    pub variants: Vec<String>,
    /// What kind of schema describes it.
    #[serde(default)]
    pub schema: SchemaKind,
}

/// Kinds of schema.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SchemaKind {
    /// One in the profile, of which an open schema and payloads can be computed.
    #[default]
    Profile,
    /// Any JSON Schema, of any draft: a payload is valid or invalid by it, and nothing is computed from it.
    Plain,
}

/// How a delivery is seen to be an event; what is given must all hold.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recognition {
    /// The value of the event header.
    #[serde(default)]
    pub header: Option<String>,
    /// Pointers to the members whose value, a `const` or `enum` of the schema, tells this event from others.
    #[serde(default)]
    pub discriminators: Vec<String>,
    /// Members of the body that must all be there.
    #[serde(default)]
    pub present: Vec<String>,
    /// Members of the body of which one must be there.
    #[serde(default)]
    pub any_of: Vec<String>,
    /// Members of the body that must not be there.
    #[serde(default)]
    pub absent: Vec<String>,
    /// The members of the body, all of them and no others.
    #[serde(default)]
    pub exactly: Vec<String>,
}

impl Recognition {
    /// Whether something in a body tells the event from others; else headers or the caller must.
    #[must_use]
    pub fn is_by_body(&self) -> bool {
        let Self { discriminators, present, any_of, exactly, .. } = self;
        ![discriminators, present, any_of, exactly].iter().all(|names| names.is_empty())
    }
}

/// Something that the document says and that is more than the type of one member.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its name, for instance `CU-C4`.
    pub id: String,
    /// What it says.
    pub statement: String,
    /// The lines of the document.
    pub lines: String,
    /// What says so.
    pub by: Evidence,
    /// What checks it.
    pub enforced: Enforced,
    /// The events it is about; empty for all.
    #[serde(default)]
    pub events: Vec<String>,
}

/// What in a document says that something holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Evidence {
    /// A printed example or a comment in it.
    Example,
    /// A table.
    Table,
    /// A sentence.
    Prose,
    /// Nothing says so, but what is said implies it.
    Inference,
}

/// What checks a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Enforced {
    /// The keywords of the schemas.
    Schema,
    /// The recognition of the event.
    Recognition,
    /// The reading of the body: its size or its encoding.
    Reader,
    /// The check of a template or of a subscription.
    Template,
    /// Nothing: it is never part of a verdict.
    None,
}

/// Events that the document lists by name.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Category {
    /// The service that sends them.
    pub service: String,
    /// The number of the document's table.
    pub table: u32,
    /// The category's name.
    pub category: String,
    /// The listed events.
    pub events: Vec<Listed>,
    /// The ids of the payloads that carry them.
    pub payloads: Vec<String>,
    /// The conditions under which a subscription can be restricted.
    #[serde(default)]
    pub filters: Vec<Listed>,
    /// The codes and names that the payload carries.
    #[serde(default)]
    pub codes: Vec<Code>,
}

/// A name and where it stands.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Listed {
    /// The name.
    pub name: String,
    /// The lines of the document.
    pub lines: String,
}

/// An event's code with its name.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Code {
    /// What a user subscribes to, where the document names it.
    pub subscribed: Option<String>,
    /// The name that the payload carries.
    pub name: String,
    /// The code that the payload carries.
    pub code: String,
    /// The lines of the document.
    pub lines: String,
}

impl Evidence {
    /// The word for people.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Example => "example",
            Self::Table => "table",
            Self::Prose => "prose",
            Self::Inference => "inference",
        }
    }

    /// The evidence that a word names.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Example, Self::Table, Self::Prose, Self::Inference]
            .into_iter()
            .find(|evidence| evidence.as_str() == word)
    }
}

fn yes() -> bool {
    true
}
