//! Whether the recognition names an event of a text that is valid for it: what else could claim that text?

use super::{
    events::Events,
    program::{Members, Object},
    run::Valid,
};
use crate::{
    catalog::{Catalog, Key, Known},
    provider::Recognition,
    schema::{Model, Node, Shape},
};

/// What must be so for the recognition to name an event, of a text that is valid for it.
#[derive(Debug)]
pub(super) struct Claim {
    /// By which members the body names it, if it can.
    own: Option<Presence>,
    /// The members that a body has exactly, whatever a header says.
    exactly: Option<Members>,
    /// The members by which that holds for another event of the provider.
    others_exactly: Vec<Members>,
    /// For each discriminator, the events that have the same one.
    sharing: Vec<Events>,
    /// The events whose discriminators cannot fit, though they share a header.
    apart: Events,
    /// The events that the body can name as well.
    rivals: Vec<Rival>,
}

#[derive(Debug)]
struct Rival {
    event: usize,
    presence: Presence,
}

/// Which members a body must have.
#[derive(Debug, Clone, Copy)]
struct Presence {
    present: Members,
    any_of: Option<Members>,
    absent: Members,
    exactly: Option<Members>,
}

impl Claim {
    /// The claim of an event whose payload is this object.
    pub(super) fn new(catalog: &Catalog, known: Known, root: &Object) -> Self {
        let recognition = &known.event.recognition;
        let may_fit = |key: &Key| may_fit(&known.entry.model, known.root(), key);
        let none = Events::none(catalog.events().count());
        let mut claim = Self {
            own: recognition.is_by_body().then(|| Presence::new(recognition, root)).flatten(),
            exactly: exactly(recognition, root),
            others_exactly: Vec::new(),
            sharing: vec![none.clone(); known.keys.len()],
            apart: none,
            rivals: Vec::new(),
        };
        for (event, other) in catalog.events().enumerate() {
            for (key, sharing) in known.keys.iter().zip(&mut claim.sharing) {
                if other.keys.contains(key) {
                    sharing.insert(event);
                }
            }
            if std::ptr::eq(other.event, known.event) {
                continue;
            }
            if std::ptr::eq(other.entry, known.entry) {
                claim.others_exactly.extend(exactly(&other.event.recognition, root));
            }
            // What both have is no discriminator between them.
            if other.keys.iter().any(|key| !known.keys.contains(key) && !may_fit(key)) {
                claim.apart.insert(event);
            }
            // Discriminators say more than the presence of members.
            let counts = other.event.recognition.is_by_body() && (known.keys.is_empty() || !other.keys.is_empty());
            if counts && other.keys.iter().all(may_fit) {
                let presence = Presence::new(&other.event.recognition, root);
                claim.rivals.extend(presence.map(|presence| Rival { event, presence }));
            }
        }
        claim
    }

    /// Whether the recognition names this event, of those that are asked for by their bodies.
    pub(super) fn holds_among(&self, events: &Events, valid: Valid) -> bool {
        let is_rival = |rival: &Rival| events.contains(rival.event) && rival.presence.holds(valid.members);
        let fits = self.own.is_some_and(|own| own.holds(valid.members)) && self.keys_are_there(valid, |_| true);
        fits && !self.rivals.iter().any(is_rival)
    }

    /// Whether it names this event where a header names these.
    pub(super) fn holds_beside(&self, event: usize, named: &Events, valid: Valid) -> bool {
        if self.others_exactly.contains(&valid.members) {
            return false;
        }
        if self.exactly == Some(valid.members) {
            return true;
        }
        let tells = |sharing: &Events| named.iter().any(|other| !sharing.contains(other));
        let others_differ = named.iter().all(|other| other == event || self.apart.contains(other));
        named.contains(event) && others_differ && self.keys_are_there(valid, tells)
    }

    /// Whether those discriminators are there that count.
    fn keys_are_there(&self, valid: Valid, counts: impl Fn(&Events) -> bool) -> bool {
        self.sharing.iter().enumerate().all(|(index, sharing)| valid.keys >> index & 1 == 1 || !counts(sharing))
    }
}

impl Presence {
    /// None if no body with members of this object has them.
    fn new(recognition: &Recognition, object: &Object) -> Option<Self> {
        let Recognition { present, any_of, absent, exactly, .. } = recognition;
        let any_of = if any_of.is_empty() { None } else { Some(object.known(any_of)).filter(|any_of| *any_of != 0) };
        let exactly = if exactly.is_empty() { None } else { Some(object.mask(exactly)?) };
        if any_of.is_none() && !recognition.any_of.is_empty() {
            return None;
        }
        Some(Self { present: object.mask(present)?, any_of, absent: object.known(absent), exactly })
    }

    fn holds(self, members: Members) -> bool {
        self.present & !members == 0
            && self.any_of.is_none_or(|any_of| any_of & members != 0)
            && self.absent & members == 0
            && self.exactly.is_none_or(|exactly| exactly == members)
    }
}

fn exactly(recognition: &Recognition, object: &Object) -> Option<Members> {
    if recognition.exactly.is_empty() { None } else { object.mask(&recognition.exactly) }
}

/// Whether a valid payload can have one of the values of a discriminator of another event.
fn may_fit(model: &Model, root: &Node, key: &Key) -> bool {
    let mut node = model.resolved(root);
    for name in key.pointer.tokens() {
        let Shape::Object(object) = &node.shape else { return matches!(node.shape, Shape::Any | Shape::Union(_)) };
        let Some(member) = object.members.iter().find(|member| member.name == *name) else { return false };
        node = model.resolved(&member.node);
    }
    match &node.shape {
        Shape::Text(text) => text
            .values
            .as_ref()
            .is_none_or(|values| values.list.iter().any(|value| key.values.contains(&value.to_string()))),
        Shape::Any | Shape::Selected => true,
        _ => false,
    }
}
