//! `templates.json`: what the bodies of a provider are made of where its users write them, and what a subscription can be.

use serde::Deserialize;

/// The parameters that templates can name, and the limits of the subscriptions that hold them.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Templates {
    #[serde(rename = "$schema", default)]
    _schema: Option<String>,
    /// That a body is a template with parameters in `${}`.
    pub body: Stated,
    /// That a template names parameters of its own service only.
    pub own_parameters: Stated,
    /// What a subscription can be.
    pub subscription: Limits,
    /// The services that can be subscribed to.
    pub services: Vec<Service>,
}

/// Something that a rule of `provider.json` states.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stated {
    /// The rule's id.
    pub rule: String,
}

/// What a subscription can be.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// The method of its requests.
    pub method: Method,
    /// That a header is a line `key: value`.
    pub header_form: Stated,
    /// How long the line of a header can be.
    pub header_characters: Most,
    /// How many headers there can be.
    pub headers: Most,
}

/// The only method.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Method {
    /// Its name.
    pub only: String,
    /// The rule that says so.
    pub rule: String,
}

/// A largest number.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Most {
    /// The number.
    pub most: usize,
    /// The rule that says so.
    pub rule: String,
}

/// A service that can be subscribed to.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Service {
    /// The name of `--service`.
    pub id: String,
    /// What its templates can name: one list for each kind of event data.
    pub lists: Vec<List>,
}

/// The parameters that draw from the data of an event.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// The event, whose schema describes the data.
    pub event: String,
    /// The parameters, in the order of the document.
    pub parameters: Vec<Listed>,
}

/// A parameter: a member of the event data, which says what the parameter's values are.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Listed {
    /// The pointer to the member; its names, joined by dots, are the parameter's name.
    pub member: String,
    /// The lines of the document; missing where they are those of the member that lie within the event's.
    #[serde(default)]
    pub lines: Option<String>,
}

impl Templates {
    /// The service of that id.
    #[must_use]
    pub fn service(&self, id: &str) -> Option<&Service> {
        self.services.iter().find(|service| service.id == id)
    }

    /// The rules that the file refers to, each with the place that does.
    #[must_use]
    pub fn rules(&self) -> [(&'static str, &str); 6] {
        let limits = &self.subscription;
        [
            ("/body", &self.body.rule),
            ("/own_parameters", &self.own_parameters.rule),
            ("/subscription/method", &limits.method.rule),
            ("/subscription/header_form", &limits.header_form.rule),
            ("/subscription/header_characters", &limits.header_characters.rule),
            ("/subscription/headers", &limits.headers.rule),
        ]
    }
}
