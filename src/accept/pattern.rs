//! A regular expression of the profile as an automaton over bytes.

use regex_automata::{
    Anchored, Input,
    dfa::{Automaton as _, StartKind, dense},
    util::{primitives::StateID, start},
};

/// The memory that the making of one automaton may take, in bytes.
const MOST_MEMORY: usize = 8 << 20;

/// How many ranges the characters of a row can have.
const RANGES: usize = 3;

/// Whatever follows, nothing matches.
const FAILED: u16 = 0;
/// Whatever follows, something has matched.
const MATCHED: u16 = 1;

/// A compiled regular expression.
#[derive(Debug)]
pub(super) enum Pattern {
    /// A row of characters, each so many times; whether anything may follow.
    Row(Vec<(Characters, usize)>, bool),
    /// An automaton that takes two bytes at a step.
    Pairs(Box<Pairs>),
    /// An automaton whose pairs of bytes would be too many.
    Large(Box<dense::DFA<Vec<u32>>>),
}

/// A few ranges of bytes: of each, where it begins and how far it goes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Characters([(u8, u8); RANGES]);

/// An automaton that takes two bytes at a step, since each step waits for the one before it.
///
/// Bytes that lead to the same states everywhere are one class. Steps are found at a state, plus what the first byte's
/// class adds, plus what the second's does. Behind a text of odd length stands its end, which has a class of its own.
#[derive(Debug)]
pub(super) struct Pairs {
    first: [u16; 256],
    second: [u16; 256],
    end: u16,
    /// Where the steps of the next state begin.
    steps: Vec<u16>,
    start: u16,
    /// The text may end in this state and in those behind it.
    ending: u16,
}

/// The automaton as it is found.
struct Found {
    states: Vec<bool>,
    /// Of each state, where each byte leads.
    steps: Vec<[u16; 256]>,
    start: u16,
}

impl Pattern {
    /// Compiles a pattern, if it is not too large.
    pub(super) fn new(regex: &str) -> Option<Self> {
        let config = dense::Config::new()
            .start_kind(StartKind::Unanchored)
            .dfa_size_limit(Some(MOST_MEMORY))
            .determinize_size_limit(Some(MOST_MEMORY));
        let dfa = dense::Builder::new().configure(config).build(regex).ok()?;
        let found = Found::new(&dfa);
        let small = found.and_then(|found| found.row().or_else(|| found.pairs().map(Box::new).map(Self::Pairs)));
        Some(small.unwrap_or_else(|| Self::Large(Box::new(dfa))))
    }

    /// Whether it matches anywhere in a text, which is valid UTF-8.
    pub(super) fn matches(&self, text: &[u8]) -> bool {
        match self {
            Self::Row(row, is_prefix) => {
                let mut rest = text;
                row.iter().all(|(characters, count)| {
                    let Some((first, behind)) = rest.split_at_checked(*count) else { return false };
                    rest = behind;
                    characters.are_all(first)
                }) && (*is_prefix || rest.is_empty())
            }
            Self::Pairs(pairs) => pairs.matches(text),
            Self::Large(dfa) => dfa.try_search_fwd(&Input::new(text).earliest(true)).is_ok_and(|end| end.is_some()),
        }
    }
}

impl Pairs {
    #[inline]
    fn matches(&self, text: &[u8]) -> bool {
        let (pairs, last) = text.as_chunks::<2>();
        let step = |state: u16, first: &u8, second: u16| {
            let at = self.first[usize::from(*first)] + second;
            self.steps[usize::from(state) + usize::from(at)]
        };
        let state = pairs
            .iter()
            .fold(self.start, |state, [first, second]| step(state, first, self.second[usize::from(*second)]));
        last.iter().fold(state, |state, first| step(state, first, self.end)) >= self.ending
    }
}

impl Found {
    fn new(dfa: &dense::DFA<Vec<u32>>) -> Option<Self> {
        let start = dfa.start_state(&start::Config::new().anchored(Anchored::No)).ok()?;
        let mut found = Self { states: vec![false, true], steps: vec![[FAILED; 256], [MATCHED; 256]], start: 0 };
        // The states of the builder are numbered in steps of a power of two.
        let mut numbers: Vec<u16> = Vec::new();
        let mut waiting = Vec::new();
        let mut number = |found: &mut Self, waiting: &mut Vec<(StateID, u16)>, state: StateID| -> Option<u16> {
            if dfa.is_dead_state(state) || dfa.is_quit_state(state) {
                return Some(FAILED);
            }
            if dfa.is_match_state(state) {
                return Some(MATCHED);
            }
            let place = state.as_usize() >> dfa.stride2();
            numbers.resize(numbers.len().max(place + 1), FAILED);
            if numbers[place] != FAILED {
                return Some(numbers[place]);
            }
            let new = u16::try_from(found.states.len()).ok()?;
            found.states.push(dfa.is_match_state(dfa.next_eoi_state(state)));
            found.steps.push([FAILED; 256]);
            numbers[place] = new;
            waiting.push((state, new));
            Some(new)
        };
        found.start = number(&mut found, &mut waiting, start)?;
        while let Some((state, from)) = waiting.pop() {
            for byte in 0..=u8::MAX {
                let next = number(&mut found, &mut waiting, dfa.next_state(state, byte))?;
                found.steps[usize::from(from)][usize::from(byte)] = next;
            }
        }
        Some(found)
    }

    /// The automaton as a row of sets, if one state leads to the next and none to two.
    fn row(&self) -> Option<Pattern> {
        let mut row: Vec<(Characters, usize)> = Vec::new();
        let mut state = self.start;
        // As many steps as states, unless there is a way back.
        for _ in &self.states {
            if state == MATCHED {
                return Some(Pattern::Row(row, true));
            }
            let steps = &self.steps[usize::from(state)];
            let mut next = steps.iter().filter(|next| **next != FAILED);
            let Some(&first) = next.next() else {
                return self.states[usize::from(state)].then_some(Pattern::Row(row, false));
            };
            if next.any(|other| *other != first) || self.states[usize::from(state)] {
                return None;
            }
            let characters = Characters::new(|byte| steps[usize::from(byte)] != FAILED)?;
            match row.last_mut() {
                Some((last, count)) if *last == characters => *count += 1,
                _ => row.push((characters, 1)),
            }
            state = first;
        }
        None
    }

    /// The automaton with the steps of all pairs of bytes, if they are few enough to be numbered.
    fn pairs(&self) -> Option<Pairs> {
        let mut class_of = [0; 256];
        // A byte of each class.
        let mut classes: Vec<usize> = Vec::new();
        for byte in 0..256 {
            let is_same = |other: usize| self.steps.iter().all(|steps| steps[other] == steps[byte]);
            class_of[byte] = classes.iter().position(|other| is_same(*other)).unwrap_or_else(|| {
                classes.push(byte);
                classes.len() - 1
            });
        }
        let stride = classes.len() + 1;
        let width = classes.len() * stride;
        u16::try_from(self.states.len() * width).ok()?;
        let number = |number: usize| u16::try_from(number).unwrap_or_default();

        // Those in which the text may end come last.
        let mut order: Vec<usize> = (0..self.states.len()).collect();
        order.sort_by_key(|state| self.states[*state]);
        let mut places = vec![0; order.len()];
        for (place, state) in order.iter().enumerate() {
            places[*state] = number(place * width);
        }
        let mut steps = Vec::with_capacity(order.len() * width);
        for state in &order {
            for first in &classes {
                let next = usize::from(self.steps[*state][*first]);
                steps.extend(classes.iter().map(|second| places[usize::from(self.steps[next][*second])]));
                steps.push(places[next]);
            }
        }
        Some(Pairs {
            first: class_of.map(|class| number(class * stride)),
            second: class_of.map(number),
            end: number(classes.len()),
            steps,
            start: places[usize::from(self.start)],
            ending: number(self.states.iter().filter(|ends| !**ends).count() * width),
        })
    }
}

impl Characters {
    /// Those that this holds for; none if they are too many ranges.
    fn new(contains: impl Fn(u8) -> bool) -> Option<Self> {
        let mut ranges: Vec<(u8, u8)> = Vec::new();
        for byte in (0..=u8::MAX).filter(|byte| contains(*byte)) {
            match ranges.last_mut() {
                Some((first, span)) if *first + *span + 1 == byte => *span += 1,
                _ => ranges.push((byte, 0)),
            }
        }
        let first = *ranges.first()?;
        ranges.resize(ranges.len().max(RANGES), first);
        ranges.try_into().map(Self).ok()
    }

    /// Whether these are such characters; without a way out, so that many are looked at at once.
    #[inline]
    fn are_all(self, bytes: &[u8]) -> bool {
        let [a, b, c] = self.0;
        let within = |byte: u8, (first, span): (u8, u8)| byte.wrapping_sub(first) <= span;
        bytes.iter().fold(true, |all, &byte| all & (within(byte, a) | within(byte, b) | within(byte, c)))
    }
}
