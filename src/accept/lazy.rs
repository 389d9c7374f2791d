//! A regular expression, made into as much as is worth the time.

use std::sync::{
    OnceLock,
    atomic::{AtomicU32, Ordering},
};

use regex_automata::nfa::thompson::pikevm::PikeVM;

use super::{Doubt, Sure, pattern::Pattern};

/// For so few texts, making an automaton takes longer than doing without.
const FEW: u32 = 32;

/// A regular expression that is compiled once texts enough were held against it.
#[derive(Debug)]
pub(super) struct Lazy {
    pub(super) regex: String,
    texts: AtomicU32,
    simulated: OnceLock<Option<PikeVM>>,
    compiled: OnceLock<Option<Pattern>>,
}

impl Lazy {
    pub(super) fn new(regex: &str) -> Self {
        let texts = AtomicU32::new(0);
        Self { regex: regex.to_owned(), texts, simulated: OnceLock::new(), compiled: OnceLock::new() }
    }

    /// Whether it matches anywhere in a text, which is valid UTF-8.
    #[inline]
    pub(super) fn matches(&self, text: &[u8]) -> Sure<bool> {
        match self.compiled.get() {
            Some(compiled) => compiled.as_ref().map(|pattern| pattern.matches(text)).ok_or(Doubt),
            None => self.matches_seldom(text),
        }
    }

    #[cold]
    fn matches_seldom(&self, text: &[u8]) -> Sure<bool> {
        if self.texts.fetch_add(1, Ordering::Relaxed) >= FEW {
            self.compiled.get_or_init(|| Pattern::new(&self.regex));
            return self.matches(text);
        }
        let machine = self.simulated.get_or_init(|| PikeVM::new(&self.regex).ok());
        machine.as_ref().map(|machine| machine.is_match(&mut machine.create_cache(), text)).ok_or(Doubt)
    }
}
