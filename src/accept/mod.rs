//! The fast way to `valid`: one pass over the bytes, which says nothing of what it is not sure of.
//!
//! It never judges anything but `valid`: all else is a doubt, and goes the way that explains.

mod claim;
mod compile;
mod events;
mod facts;
mod lazy;
mod pattern;
mod program;
mod run;
mod scalars;
mod scanner;
mod telling;

use std::{cell::RefCell, sync::OnceLock};

use crate::{
    body::size_fault,
    catalog::{Catalog, Entry, Known},
    delivery::Delivery,
    recognise::{Announced, announced},
};
use claim::Claim;
use events::Events;
use program::Program;
use run::{Scratch, Valid};
use telling::Telling;

/// A text that is not certainly valid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Doubt;

type Sure<T> = Result<T, Doubt>;

/// So many events are tried for a text whose members leave a choice.
const TRIED: usize = 8;

/// The programs of a catalog's events, each made when it is needed.
#[derive(Debug)]
pub(crate) struct Acceptor {
    /// One for each event, in the catalog's order; none if there can be no program of it.
    acceptances: Vec<OnceLock<Option<Acceptance>>>,
    telling: OnceLock<Telling>,
    all: Events,
}

/// How a text is seen to be a valid payload of an event, and nothing else.
#[derive(Debug)]
struct Acceptance {
    program: Program,
    claim: Claim,
}

/// What is kept from one text to the next.
#[derive(Debug, Default)]
struct Workspace {
    scratch: Scratch,
    /// The events that are announced.
    announced: Events,
    /// Those of them that the text can be.
    possible: Events,
}

/// A text, and what it is tried with.
struct Trial<'a> {
    acceptor: &'a Acceptor,
    catalog: &'a Catalog,
    text: &'a [u8],
    scratch: &'a mut Scratch,
}

impl Acceptor {
    pub(crate) fn new(catalog: &Catalog) -> Self {
        let count = catalog.events().count();
        let mut all = Events::none(count);
        (0..count).for_each(|event| all.insert(event));
        Self { acceptances: (0..count).map(|_| OnceLock::new()).collect(), telling: OnceLock::new(), all }
    }

    /// The event of which the text of a delivery is certainly a valid payload. The catalog is the one that this was made
    /// for.
    pub(crate) fn accepts<'c>(&self, catalog: &'c Catalog, delivery: &Delivery, text: &[u8]) -> Option<Known<'c>> {
        thread_local! {
            static WORKSPACE: RefCell<Workspace> = RefCell::default();
        }
        let announced = announced(catalog, delivery).ok()?;
        let event = WORKSPACE.with_borrow_mut(|workspace| self.find(catalog, &announced, text, workspace)).ok()?;
        catalog.events().nth(event).filter(|known| size_fault(*known, text).is_none())
    }

    /// The place of the event in the catalog.
    fn find(&self, catalog: &Catalog, announced: &Announced, text: &[u8], workspace: &mut Workspace) -> Sure<usize> {
        let Workspace { scratch, announced: scope, possible } = workspace;
        let mut trial = Trial { acceptor: self, catalog, text, scratch };
        match announced {
            Announced::Asked(known) => {
                let event = place(catalog, *known)?;
                trial.run(event).map(|_| event)
            }
            Announced::Event(known) => {
                scope.set(&self.none());
                scope.insert(place(catalog, *known)?);
                trial.beside_header(known.entry, scope, possible)
            }
            Announced::OneOf(entry, events) => {
                scope.set(&self.none());
                for known in events {
                    scope.insert(place(catalog, *known)?);
                }
                trial.beside_header(entry, scope, possible)
            }
            Announced::Provider(entry) => {
                scope.set(&self.none());
                let events = catalog.events().enumerate();
                events
                    .filter(|(_, known)| std::ptr::eq(known.entry, *entry))
                    .for_each(|(event, _)| scope.insert(event));
                trial.by_body(scope, possible)
            }
            Announced::Nothing => trial.by_body(&self.all, possible),
        }
    }

    fn none(&self) -> Events {
        Events::none(self.acceptances.len())
    }

    fn acceptance(&self, catalog: &Catalog, event: usize) -> Sure<&Acceptance> {
        let made = self.acceptances[event].get_or_init(|| Acceptance::new(catalog, catalog.events().nth(event)?));
        made.as_ref().ok_or(Doubt)
    }
}

impl Acceptance {
    fn new(catalog: &Catalog, known: Known) -> Option<Self> {
        let program = compile::program(known)?;
        Some(Self { claim: Claim::new(catalog, known, &program.objects[program.root]), program })
    }
}

impl Trial<'_> {
    fn run(&mut self, event: usize) -> Sure<Valid> {
        run::run(&self.acceptor.acceptance(self.catalog, event)?.program, self.text, self.scratch)
    }

    /// The event of the text, of those that it can be.
    fn by_body(&mut self, scope: &Events, possible: &mut Events) -> Sure<usize> {
        possible.set(scope);
        self.acceptor.telling.get_or_init(|| Telling::new(self.catalog)).narrow(self.text, possible)?;
        self.first(possible, |claim, _, valid| claim.holds_among(scope, valid))
    }

    /// The event of the text, of those that a header names, or the one that has exactly such members.
    fn beside_header(&mut self, entry: &Entry, named: &Events, possible: &mut Events) -> Sure<usize> {
        possible.set(named);
        if named.count() > 1 {
            let telling = self.acceptor.telling.get_or_init(|| Telling::new(self.catalog));
            // One that has exactly such members has others than these.
            let _ = telling.narrow(self.text, possible);
        }
        for known in entry.events().filter(|known| !known.event.recognition.exactly.is_empty()) {
            possible.insert(place(self.catalog, known)?);
        }
        self.first(possible, |claim, event, valid| claim.holds_beside(event, named, valid))
    }

    /// The first of these events of which the text is a valid payload, and whose claim to it holds.
    fn first(&mut self, possible: &Events, holds: impl Fn(&Claim, usize, Valid) -> bool) -> Sure<usize> {
        for event in possible.iter().take(TRIED) {
            let Ok(valid) = self.run(event) else { continue };
            if holds(&self.acceptor.acceptance(self.catalog, event)?.claim, event, valid) {
                return Ok(event);
            }
        }
        Err(Doubt)
    }
}

/// The place of an event in the catalog.
fn place(catalog: &Catalog, known: Known) -> Sure<usize> {
    catalog.events().position(|other| std::ptr::eq(other.event, known.event)).ok_or(Doubt)
}
