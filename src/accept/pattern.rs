//! A regular expression of the profile as an automaton over bytes.

use regex_automata::{
    Anchored,
    dfa::{Automaton as _, StartKind, dense},
    util::{primitives::StateID, start},
};

/// The memory that the making of one automaton may take, in bytes.
const MOST_MEMORY: usize = 8 << 20;

/// How many sets of bytes are told apart at once.
const SETS: usize = 32;

/// How many ranges the characters of a row can have.
const RANGES: usize = 3;

/// So many bytes must lead from a state to itself for it to be worth a loop of its own.
const LOOPING: usize = 4;

/// Whatever follows, nothing matches.
const FAILED: u16 = 0;
/// Whatever follows, something has matched.
const MATCHED: u16 = 1;

/// A compiled regular expression.
#[derive(Debug)]
pub(super) struct Pattern {
    /// The sets of bytes that each byte is in, a bit for each.
    sets: Box<[u32; 256]>,
    shape: Shape,
}

#[derive(Debug)]
enum Shape {
    /// A row of characters, each so many times; whether anything may follow.
    Row(Vec<(Characters, usize)>, bool),
    /// Any automaton.
    Automaton { classes: Box<[u8; 256]>, stride: usize, states: Vec<State>, steps: Vec<u16>, start: u16 },
}

/// A few ranges of bytes: of each, where it begins and how far it goes.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Characters([(u8, u8); RANGES]);

#[derive(Debug, Clone, Copy)]
struct State {
    /// The set of bytes that lead back to it; none for most.
    stays: u32,
    /// Whether the text may end here.
    ends: bool,
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
        let found = Found::new(regex)?;
        let mut sets = Sets::default();
        let shape = found.row().unwrap_or_else(|| found.automaton(&mut sets));
        Some(Self { sets: Box::new(sets.of_bytes), shape })
    }

    /// Whether it matches anywhere in a text, which is valid UTF-8.
    pub(super) fn matches(&self, text: &[u8]) -> bool {
        match &self.shape {
            Shape::Row(row, is_prefix) => {
                let mut rest = text;
                row.iter().all(|(characters, count)| {
                    let Some((first, behind)) = rest.split_at_checked(*count) else { return false };
                    rest = behind;
                    characters.are_all(first)
                }) && (*is_prefix || rest.is_empty())
            }
            Shape::Automaton { classes, stride, states, steps, start } => {
                let mut state = usize::from(*start);
                let mut rest = text.iter();
                loop {
                    let State { stays, ends } = states[state];
                    let next = if stays == 0 {
                        rest.next()
                    } else {
                        rest.find(|byte| self.sets[usize::from(**byte)] & stays == 0)
                    };
                    let Some(byte) = next else { return ends };
                    match steps[state * stride + usize::from(classes[usize::from(*byte)])] {
                        FAILED => return false,
                        MATCHED => return true,
                        next => state = usize::from(next),
                    }
                }
            }
        }
    }
}

impl Found {
    fn new(regex: &str) -> Option<Self> {
        let config = dense::Config::new()
            .start_kind(StartKind::Unanchored)
            .dfa_size_limit(Some(MOST_MEMORY))
            .determinize_size_limit(Some(MOST_MEMORY));
        let dfa = dense::Builder::new().configure(config).build(regex).ok()?;
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
    fn row(&self) -> Option<Shape> {
        let mut row: Vec<(Characters, usize)> = Vec::new();
        let mut state = self.start;
        // As many steps as states, unless there is a way back.
        for _ in &self.states {
            if state == MATCHED {
                return Some(Shape::Row(row, true));
            }
            let steps = &self.steps[usize::from(state)];
            let mut next = steps.iter().filter(|next| **next != FAILED);
            let Some(&first) = next.next() else {
                return self.states[usize::from(state)].then_some(Shape::Row(row, false));
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

    fn automaton(&self, sets: &mut Sets) -> Shape {
        let mut classes = Box::new([0; 256]);
        let mut columns: Vec<usize> = Vec::new();
        for byte in 0..256 {
            let same = |column: usize| self.steps.iter().all(|steps| steps[column] == steps[byte]);
            if byte > 0 && same(byte - 1) {
                classes[byte] = classes[byte - 1];
                continue;
            }
            let class = columns.iter().position(|column| same(*column)).unwrap_or_else(|| {
                columns.push(byte);
                columns.len() - 1
            });
            // There are at most as many classes as bytes.
            classes[byte] = u8::try_from(class).unwrap_or_default();
        }
        let states = self.steps.iter().zip(&self.states).zip(0_u16..).map(|((steps, &ends), number)| {
            let looping = steps.iter().filter(|next| **next == number).count();
            let stays = if looping < LOOPING { None } else { sets.bit(|byte| steps[usize::from(byte)] == number) };
            State { stays: stays.unwrap_or_default(), ends }
        });
        let states = states.collect();
        let steps = self.steps.iter().flat_map(|steps| columns.iter().map(|&column| steps[column]));
        Shape::Automaton { classes, stride: columns.len(), states, steps: steps.collect(), start: self.start }
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

/// Sets of bytes, each with a bit.
struct Sets {
    of_bytes: [u32; 256],
    used: usize,
}

impl Default for Sets {
    fn default() -> Self {
        Self { of_bytes: [0; 256], used: 0 }
    }
}

impl Sets {
    /// The bit of a set; none if there are too many.
    fn bit(&mut self, contains: impl Fn(u8) -> bool) -> Option<u32> {
        let same =
            |bit: &u32| (0..=u8::MAX).all(|byte| (self.of_bytes[usize::from(byte)] & bit != 0) == contains(byte));
        if let Some(known) = (0..self.used).map(|index| 1_u32 << index).find(same) {
            return Some(known);
        }
        if self.used == SETS {
            return None;
        }
        let bit = 1_u32 << self.used;
        self.used += 1;
        for byte in (0..=u8::MAX).filter(|byte| contains(*byte)) {
            self.of_bytes[usize::from(byte)] |= bit;
        }
        Some(bit)
    }
}
