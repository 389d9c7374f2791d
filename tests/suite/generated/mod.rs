//! What holds for every payload of an event, those that are made from its schema included.
//!
//! `PROPTEST_CASES` multiplies the numbers of cases: 25600 is a hundred times as many as usual.

mod agreement;
mod command;
mod completeness;
pub(crate) mod metamorphic;
mod projection;
mod recognition;
pub(crate) mod shapes;
mod shrinking;
mod soundness;

use std::{
    path::Path,
    sync::{LazyLock, OnceLock},
};

use hookproof::{
    Delivery, Report,
    catalog::Known,
    document::Document,
    generate::{Broken, Generator},
};
use proptest::{
    prelude::{Strategy, any, prop_oneof},
    sample::Index,
    strategy::BoxedStrategy,
    test_runner::{Config, TestCaseError, TestError, TestRunner},
};
use serde_json::Value;

use crate::{
    judges::Judges,
    support::{config, judge},
};

/// An event and what is made from its schema, each when it is first asked for.
pub(crate) struct Event {
    pub(crate) known: Known<'static>,
    pub(crate) generator: Generator<'static>,
    broken: OnceLock<Broken<'static>>,
    judges: OnceLock<Judges>,
    bodies: OnceLock<Vec<Vec<u8>>>,
}

pub(crate) static EVENTS: LazyLock<Vec<Event>> = LazyLock::new(|| {
    let events = judge().catalog().events().map(|known| Event {
        known,
        generator: Generator::new(known).unwrap_or_else(|error| panic!("{error}")),
        broken: OnceLock::new(),
        judges: OnceLock::new(),
        bodies: OnceLock::new(),
    });
    events.collect()
});

impl Event {
    /// The event whose fixtures this file lists; the events and the folders of fixtures are the same.
    pub(crate) fn of(cases: &Path) -> &'static Self {
        let name = |path: &Path| path.file_name().expect("it has a name").to_string_lossy().into_owned();
        let event = cases.parent().expect("a file has a folder");
        let (provider, event) = (name(event.parent().expect("an event has a provider")), name(event));
        let found = EVENTS.iter().find(|made| made.known.event.id == event && made.known.entry.provider.id == provider);
        found.unwrap_or_else(|| panic!("there is no event {provider}/{event}"))
    }

    pub(crate) fn broken(&'static self) -> &'static Broken<'static> {
        self.broken.get_or_init(|| self.generator.broken())
    }

    fn judges(&self) -> &Judges {
        self.judges.get_or_init(|| Judges::new(self.known))
    }

    /// The bodies of its fixtures and of their edits, whatever is wrong with them.
    pub(crate) fn bodies(&self) -> &[Vec<u8>] {
        self.bodies.get_or_init(|| {
            let Event { known, .. } = self;
            let path = format!("fixtures/{}/{}/cases.toml", known.entry.provider.id, known.event.id);
            let cases = crate::support::folder_of(&crate::support::root().join(path)).build().into_iter();
            cases.filter(|case| !case.is_request && case.bytes.len() < 20_000).map(|case| case.bytes).collect()
        })
    }

    /// Those of them that can be read, as values.
    fn readable(&self) -> Vec<Value> {
        let read = |body: &Vec<u8>| Some(Value::from(&Document::read(body).ok()?.root));
        self.bodies().iter().filter_map(read).collect()
    }

    /// Payloads of its fixtures and made ones, valid and broken.
    pub(crate) fn payloads(&'static self) -> BoxedStrategy<Value> {
        let fixtures = self.readable();
        prop_oneof![
            any::<Index>().prop_map(move |index| index.get(&fixtures).clone()),
            self.generator.valid(),
            self.broken().prop_map(|fault| fault.payload),
        ]
        .boxed()
    }

    /// The report on a payload whose event is named.
    fn report(&self, payload: &Value) -> Report {
        let text = payload.to_string();
        let named = Delivery::new(text.as_bytes()).provider(&self.known.entry.provider.id);
        judge().check(&named.event(&self.known.event.id))
    }
}

/// Asserts that something holds for so many values; what fails is made smaller first.
pub(crate) fn holds<S: Strategy>(cases: u32, values: S, claim: impl Fn(S::Value) -> Result<(), String>) {
    let many = u64::from(cases) * u64::from(Config::default().cases) / 256;
    let many = u32::try_from(many).unwrap_or(u32::MAX).max(1);
    let mut runner = TestRunner::new(Config { source_file: Some(file!()), ..config(many) });
    match runner.run(&values, |value| claim(value).map_err(TestCaseError::fail)) {
        Ok(()) => {}
        Err(TestError::Fail(reason, _)) => panic!("{reason}\nkeep the payload that is to blame in `fixtures/`"),
        Err(TestError::Abort(reason)) => panic!("{reason}"),
    }
}

/// The places of all values in a payload that a claim holds for, as pointers.
pub(crate) fn places(value: &Value, at: &str, wanted: fn(&Value) -> bool, found: &mut Vec<String>) {
    if wanted(value) {
        found.push(at.to_owned());
    }
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, item)| places(item, &format!("{at}/{index}"), wanted, found));
        }
        Value::Object(members) => {
            for (name, value) in members {
                let name = name.replace('~', "~0").replace('/', "~1");
                places(value, &format!("{at}/{name}"), wanted, found);
            }
        }
        _ => {}
    }
}

/// Whether two things are the same, and what they are if not.
pub(crate) fn same<T: PartialEq + std::fmt::Debug>(
    one: &T,
    other: &T,
    of: &dyn std::fmt::Display,
) -> Result<(), String> {
    if one == other { Ok(()) } else { Err(format!("{one:?}\nand {other:?}\nof {of}")) }
}
