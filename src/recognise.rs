//! Which event a delivery is: by what the caller names, else by its headers, else by its body.

use crate::{
    catalog::{Catalog, Entry, Key, Known},
    delivery::Delivery,
    document::Value,
    pointer::Pointer,
    provider::Recognition,
    report::Message,
    text::shortened,
};

/// What is known about a delivery before its body is read.
#[derive(Debug, Clone, Copy, Default)]
pub struct Named<'c> {
    /// The provider that an option or a header names.
    pub provider: Option<&'c Entry>,
    /// The event that an option or a header names.
    pub event: Option<Known<'c>>,
}

/// A delivery that no event claims.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unrecognised {
    /// What its header or its discriminator names the event, where one does.
    pub name: Option<String>,
    /// The reason why it is none.
    pub reason: Message,
}

/// What the caller and the headers say.
#[derive(Debug)]
pub(crate) enum Announced<'c> {
    /// The caller asks for this event.
    Asked(Known<'c>),
    /// This event, unless the body is one that has exactly the members of another.
    Event(Known<'c>),
    /// One of these events of one header value; the body tells which.
    OneOf(&'c Entry, Vec<Known<'c>>),
    /// An event of this provider.
    Provider(&'c Entry),
    /// Nothing.
    Nothing,
}

/// What a caller or the headers say of a delivery, whatever its body is.
#[must_use]
pub fn named<'c>(catalog: &'c Catalog, delivery: &Delivery) -> Named<'c> {
    match announced(catalog, delivery) {
        Ok(Announced::Asked(event) | Announced::Event(event)) => {
            Named { provider: Some(event.entry), event: Some(event) }
        }
        Ok(Announced::OneOf(provider, _) | Announced::Provider(provider)) => {
            Named { provider: Some(provider), event: None }
        }
        Ok(Announced::Nothing) | Err(_) => Named::default(),
    }
}

/// The event that a delivery is.
///
/// # Errors
///
/// The reason why it is none.
pub fn recognise<'c>(catalog: &'c Catalog, delivery: &Delivery, body: &Value) -> Result<Known<'c>, Unrecognised> {
    match announced(catalog, delivery)? {
        Announced::Asked(event) => Ok(event),
        Announced::Event(event) => Ok(exact(event.entry, body).unwrap_or(event)),
        Announced::OneOf(entry, events) => match exact(entry, body) {
            Some(event) => Ok(event),
            None => told_apart(&events, body),
        },
        Announced::Provider(entry) => claimed(entry.events(), body),
        Announced::Nothing => claimed(catalog.events(), body),
    }
}

/// What the caller says of a delivery, or else its headers.
pub(crate) fn announced<'c>(catalog: &'c Catalog, delivery: &Delivery) -> Result<Announced<'c>, Unrecognised> {
    match &delivery.event {
        Some(event) => asked_for(catalog, delivery, event),
        None if delivery.headers.is_empty() && delivery.provider.is_none() => Ok(Announced::Nothing),
        None => by_headers(catalog, delivery),
    }
}

fn asked_for<'c>(catalog: &'c Catalog, delivery: &Delivery, event: &str) -> Result<Announced<'c>, Unrecognised> {
    let mut candidates = catalog.events().filter(|known| {
        known.event.id == event
            && delivery.provider.as_ref().is_none_or(|provider| *provider == known.entry.provider.id)
    });
    match (candidates.next(), candidates.next()) {
        (Some(known), None) => Ok(Announced::Asked(known)),
        (None, _) => Err(Unrecognised::plain(format!("no provider has an event `{event}`"))),
        (Some(_), Some(_)) => {
            Err(Unrecognised::plain(format!("several providers have an event `{event}`: name the provider")))
        }
    }
}

fn by_headers<'c>(catalog: &'c Catalog, delivery: &Delivery) -> Result<Announced<'c>, Unrecognised> {
    let asked = match &delivery.provider {
        Some(id) => {
            let entry = catalog.provider(id);
            Some(entry.ok_or_else(|| Unrecognised::plain(format!("there is no provider `{id}`")))?)
        }
        None => None,
    };
    let known = |header: &str| {
        let mut headers = catalog.entries.iter().flat_map(|entry| &entry.provider.delivery.event_headers);
        headers.any(|known| known.eq_ignore_ascii_case(header))
    };
    let is_there = |header: &str| delivery.headers_named(header).next().is_some();
    // Headers that say nothing beside those of the host that sends them.
    let senders = catalog.entries.iter().map(|entry| &entry.provider.delivery);
    let senders = senders.filter(|sender| sender.event_headers.iter().any(|header| is_there(header)));
    let beside: Vec<&String> = senders.flat_map(|sender| &sender.also_sends).collect();
    let is_beside = |header: &str| beside.iter().any(|other| other.eq_ignore_ascii_case(header));
    let of_another_host = || {
        let mut headers = catalog.other_hosts.iter();
        headers.find(|header| is_there(header) && !known(header) && !is_beside(header))
    };
    if let Some(header) = asked.is_none().then(of_another_host).flatten() {
        return Err(Unrecognised::plain(format!("the header `{header}` is another host's")));
    }
    let mut said: Vec<(&Entry, &str)> = Vec::new();
    for entry in catalog.entries.iter().filter(|entry| asked.is_none_or(|asked| asked.provider.id == entry.provider.id))
    {
        for header in entry.provider.delivery.event_headers.iter().filter(|header| !is_beside(header)) {
            said.extend(delivery.headers_named(header).map(|value| (entry, value)));
        }
    }
    said.dedup_by(|a, b| a.0.provider.id == b.0.provider.id && a.1 == b.1);
    match said.as_slice() {
        [] => Ok(asked.map_or(Announced::Nothing, Announced::Provider)),
        [(entry, value)] => by_header(entry, value),
        _ => Err(Unrecognised::plain("the headers name more than one event".to_owned())),
    }
}

fn by_header<'c>(entry: &'c Entry, value: &str) -> Result<Announced<'c>, Unrecognised> {
    let mut events: Vec<_> =
        entry.events().filter(|known| known.event.recognition.header.as_deref() == Some(value)).collect();
    match events.len() {
        0 if entry.provider.delivery.event_header_closed => {
            let header = &entry.provider.delivery.event_headers[0];
            Err(Unrecognised::named(value, format!("the header `{header}` names no documented event")))
        }
        0 => Ok(Announced::Provider(entry)),
        1 => Ok(Announced::Event(events.remove(0))),
        _ => Ok(Announced::OneOf(entry, events)),
    }
}

/// An event whose body has exactly these members is that event under every header: nothing else can have that body.
fn exact<'c>(entry: &'c Entry, body: &Value) -> Option<Known<'c>> {
    entry.events().find(|known| {
        let members = &known.event.recognition.exactly;
        !members.is_empty() && has_exactly(body, members)
    })
}

/// Of events that share a header, the one whose own discriminators the body has.
fn told_apart<'c>(events: &[Known<'c>], body: &Value) -> Result<Known<'c>, Unrecognised> {
    let shared = |key: &Key| events.iter().all(|known| known.keys.contains(key));
    let mut fitting =
        events.iter().filter(|known| known.keys.iter().filter(|key| !shared(key)).all(|key| key.fits(body)));
    if let (Some(known), None) = (fitting.next(), fitting.next()) {
        return Ok(*known);
    }
    let telling = events.iter().flat_map(|known| known.keys).find(|key| !shared(key));
    Err(telling.map_or_else(
        || Unrecognised::plain("the header names more than one event".to_owned()),
        |key| undocumented(&key.pointer, body),
    ))
}

/// The one event whose rules about the body hold; discriminators say more than the presence of members.
fn claimed<'c>(events: impl Iterator<Item = Known<'c>>, body: &Value) -> Result<Known<'c>, Unrecognised> {
    if body.members().is_none() {
        return Err(Unrecognised::plain(format!("a payload is an object, and this is {}", body.noun())));
    }
    let events: Vec<Known> = events.collect();
    let claims: Vec<&Known> = events.iter().filter(|known| claims(known, body)).collect();
    let by_value: Vec<&Known> = claims.iter().filter(|known| !known.keys.is_empty()).copied().collect();
    match if by_value.is_empty() { &claims } else { &by_value }.as_slice() {
        [known] => Ok(**known),
        [] => {
            let mut told: Vec<(usize, &Pointer)> = events.iter().filter_map(|known| nearest(known, body)).collect();
            told.sort_by_key(|(fitting, _)| std::cmp::Reverse(*fitting));
            Err(told.first().map_or_else(
                || Unrecognised::plain("no documented payload has these members".to_owned()),
                |(_, pointer)| undocumented(pointer, body),
            ))
        }
        several => {
            let names: Vec<String> = several.iter().map(|known| known.name()).collect();
            Err(Unrecognised::plain(format!("it could be {}: name the event", names.join(" or "))))
        }
    }
}

fn claims(known: &Known, body: &Value) -> bool {
    let Recognition { present, any_of, absent, exactly, .. } = &known.event.recognition;
    let has = |name: &String| body.member(name).is_some();
    known.event.recognition.is_by_body()
        && known.keys.iter().all(|key| key.fits(body))
        && present.iter().all(has)
        && (any_of.is_empty() || any_of.iter().any(has))
        && !absent.iter().any(has)
        && (exactly.is_empty() || has_exactly(body, exactly))
}

/// How many discriminators of an event fit, and the first one that has another value.
fn nearest<'c>(known: &Known<'c>, body: &Value) -> Option<(usize, &'c Pointer)> {
    let fitting = known.keys.iter().filter(|key| key.fits(body)).count();
    let other = known.keys.iter().find(|key| !key.fits(body))?;
    body.at(&other.pointer)?.as_str()?;
    Some((fitting, &other.pointer))
}

fn has_exactly(body: &Value, names: &[String]) -> bool {
    body.members().is_some_and(|members| {
        members.len() == names.len() && members.iter().all(|member| names.iter().any(|name| *name == member.name))
    })
}

fn undocumented(pointer: &Pointer, body: &Value) -> Unrecognised {
    match body.at(pointer).and_then(Value::as_str) {
        Some(value) => Unrecognised::named(value, format!("`{pointer}` names no documented event")),
        None => Unrecognised::plain(format!("`{pointer}` is missing, which tells the events apart")),
    }
}

impl Unrecognised {
    fn plain(reason: impl Into<String>) -> Self {
        Self { name: None, reason: Message::plain(reason) }
    }

    fn named(name: &str, text: String) -> Self {
        Self {
            name: Some(name.to_owned()),
            reason: Message { text, tail: Some(format!(": `{}`", shortened(name))), discreet: None },
        }
    }
}

impl Key {
    /// Whether a body has one of the values.
    #[must_use]
    pub fn fits(&self, body: &Value) -> bool {
        let value = body.at(&self.pointer).and_then(Value::as_str);
        value.is_some_and(|value| self.values.iter().any(|known| known == value))
    }
}
