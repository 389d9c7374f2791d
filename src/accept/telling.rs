//! Which event a body can be, found by a look at no more of it than is needed.

use std::collections::BTreeMap;

use super::{Doubt, Sure, events::Events, scanner::Scanner};
use crate::catalog::{Catalog, Key};

/// What the members of a body tell about the event that it is.
#[derive(Debug, Default)]
pub(super) struct Telling {
    members: BTreeMap<Box<[u8]>, Told>,
}

#[derive(Debug)]
struct Told {
    /// The events that document the member.
    events: Events,
    /// The discriminators at it and below it.
    keys: Vec<Discriminator>,
}

/// A place whose value tells events apart.
#[derive(Debug)]
struct Discriminator {
    /// The names that lead to it from the member.
    below: Vec<Box<[u8]>>,
    /// The events for each value.
    named: Vec<(Box<[u8]>, Events)>,
    /// The events that it says nothing about.
    others: Events,
}

impl Telling {
    pub(super) fn new(catalog: &Catalog) -> Self {
        let mut telling = Self::default();
        let none = Events::none(catalog.events().count());
        for (event, known) in catalog.events().enumerate() {
            for member in known.members {
                let told = telling.members.entry(member.as_bytes().into());
                told.or_insert_with(|| Told { events: none.clone(), keys: Vec::new() }).events.insert(event);
            }
        }
        for key in catalog.events().flat_map(|known| known.keys) {
            let Some((name, below)) = key.pointer.tokens().split_first() else { continue };
            let Some(told) = telling.members.get_mut(name.as_bytes()) else { continue };
            let below: Vec<Box<[u8]>> = below.iter().map(|name| name.as_bytes().into()).collect();
            if told.keys.iter().all(|known| known.below != below) {
                told.keys.push(Discriminator::new(catalog, key, below));
            }
        }
        telling
    }

    /// Keeps those of the events that a text can be, as soon as there is but one, or else at its end.
    pub(super) fn narrow(&self, text: &[u8], events: &mut Events) -> Sure<()> {
        let mut scanner = Scanner::new(text);
        scanner.skip_space();
        if !scanner.enter(b'{', b'}')? {
            return Ok(());
        }
        loop {
            // What nobody documents is nowhere valid.
            let told = self.members.get(&*scanner.name()?).ok_or(Doubt)?;
            events.retain(&told.events);
            for key in &told.keys {
                events.retain(key.events(scanner)?);
            }
            match events.count() {
                0 => return Err(Doubt),
                1 => return Ok(()),
                _ => scanner.skip_value()?,
            };
            if !scanner.goes_on(b'}')? {
                return Ok(());
            }
        }
    }
}

impl Discriminator {
    fn new(catalog: &Catalog, key: &Key, below: Vec<Box<[u8]>>) -> Self {
        let none = Events::none(catalog.events().count());
        let mut discriminator = Self { below, named: Vec::new(), others: none.clone() };
        for (event, known) in catalog.events().enumerate() {
            match known.keys.iter().find(|other| other.pointer == key.pointer) {
                None => discriminator.others.insert(event),
                Some(own) => {
                    for value in &own.values {
                        let value = value.as_bytes();
                        let at = discriminator.named.iter().position(|(known, _)| **known == *value);
                        let at = at.unwrap_or_else(|| {
                            discriminator.named.push((value.into(), none.clone()));
                            discriminator.named.len() - 1
                        });
                        discriminator.named[at].1.insert(event);
                    }
                }
            }
        }
        for event in discriminator.others.iter() {
            discriminator.named.iter_mut().for_each(|(_, events)| events.insert(event));
        }
        discriminator
    }

    /// The events that fit the value, at the member's value.
    fn events(&self, mut scanner: Scanner) -> Sure<&Events> {
        for name in &self.below {
            if scanner.peek() != Some(b'{') {
                return Ok(&self.others);
            }
            let Some(below) = scanner.find(name)? else { return Ok(&self.others) };
            scanner = below;
        }
        if scanner.peek() != Some(b'"') {
            return Ok(&self.others);
        }
        let value = scanner.string()?.meaning()?;
        let named = self.named.iter().find(|(known, _)| **known == *value);
        Ok(named.map_or(&self.others, |(_, events)| events))
    }
}
