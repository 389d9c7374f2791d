//! Texts drawn from automata: patterns that match, patterns that do not, a number of characters and excluded texts at once.

use std::collections::{BTreeMap, BTreeSet};

use regex_automata::{
    Anchored,
    dfa::{Automaton as _, dense},
    util::{primitives::StateID, start},
};

use super::choices::Choices;

/// The characters that texts are made of, each kind more unusual than the one before.
const KINDS: [&[char]; 4] = [
    &[
        'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v',
        'w', 'x', 'y', 'z', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9',
    ],
    &[
        'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'O', 'P', 'Q', 'R', 'S', 'T', 'U', 'V',
        'W', 'X', 'Y', 'Z', ' ', '!', '#', '$', '%', '&', '\'', '(', ')', '*', '+', ',', '-', '.', '/', ':', ';', '<',
        '=', '>', '?', '@', '[', ']', '^', '_', '`', '{', '|', '}', '~',
    ],
    &['"', '\\', '\n', '\t', '\r', '\u{0}', '\u{1b}', '\u{7f}'],
    &[
        'é',
        'ß',
        'ю',
        '中',
        '한',
        '٣',
        '\u{301}',
        '\u{a0}',
        '\u{2028}',
        '\u{202e}',
        '\u{feff}',
        '\u{ffff}',
        '😀',
        '\u{10ffff}',
    ],
];

/// How many characters more than the fewest a text may have, where nothing limits it.
const SPREAD: usize = 24;

/// The most characters that a text is given because it must have so many.
const MOST_CHARACTERS: usize = 4096;

/// The memory that one pattern's automaton may take, in bytes.
const MOST_MEMORY: usize = 8 << 20;

/// What a text must be.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Form {
    /// Patterns that match.
    pub(super) patterns: Vec<String>,
    /// Patterns that do not match.
    pub(super) not_patterns: Vec<String>,
    /// Texts that it is not.
    pub(super) not: Vec<String>,
    /// The fewest characters.
    pub(super) least: u64,
    /// The most characters.
    pub(super) most: Option<u64>,
}

/// A compiled pattern.
#[derive(Debug)]
pub(super) struct Pattern {
    dfa: dense::DFA<Vec<u32>>,
    start: StateID,
}

/// All texts of a form.
#[derive(Debug)]
pub(super) struct Texts {
    states: Vec<State>,
    /// The numbers of characters that a text of this form can have.
    lengths: Vec<usize>,
}

#[derive(Debug, Default)]
struct State {
    accepts: bool,
    /// The states that one more character leads to, and the characters of each kind that do.
    next: Vec<(usize, [Vec<char>; KINDS.len()])>,
    /// Whether a text can end after exactly so many more characters.
    ends_after: Vec<bool>,
}

impl Pattern {
    /// Compiles a pattern of the profile.
    ///
    /// # Errors
    ///
    /// Why no automaton can be made of it.
    pub(super) fn new(regex: &str) -> Result<Self, String> {
        // A pattern matches anywhere; the whole text is read here.
        let whole = format!("^(?s:.)*(?:{regex})(?s:.)*$");
        let config = dense::Config::new()
            .start_kind(regex_automata::dfa::StartKind::Anchored)
            .dfa_size_limit(Some(MOST_MEMORY))
            .determinize_size_limit(Some(4 * MOST_MEMORY));
        let dfa = dense::Builder::new().configure(config).build(&whole);
        let dfa = dfa.map_err(|error| format!("no texts can be made for the pattern `{regex}`: {error}"))?;
        let start = dfa.start_state(&start::Config::new().anchored(Anchored::Yes));
        let start = start.map_err(|error| format!("no texts can be made for the pattern `{regex}`: {error}"))?;
        Ok(Self { dfa, start })
    }

    /// Whether a text matches.
    pub(super) fn matches(&self, text: &str) -> bool {
        let state = text.bytes().fold(self.start, |state, byte| self.dfa.next_state(state, byte));
        self.accepts(state)
    }

    fn after(&self, state: StateID, character: char) -> StateID {
        let mut bytes = [0; 4];
        character.encode_utf8(&mut bytes).bytes().fold(state, |state, byte| self.dfa.next_state(state, byte))
    }

    fn accepts(&self, state: StateID) -> bool {
        self.dfa.is_match_state(self.dfa.next_eoi_state(state))
    }
}

/// Where a text is on its way: in each pattern, and in each excluded text as long as it is the same.
type Way = (Vec<StateID>, Vec<Option<usize>>);

impl Texts {
    /// All texts of a form; `patterns` are those that must match, then those that must not.
    pub(super) fn new(form: &Form, patterns: &[&Pattern]) -> Self {
        let excluded: Vec<Vec<char>> = form.not.iter().map(|text| text.chars().collect()).collect();
        let start: Way = (patterns.iter().map(|pattern| pattern.start).collect(), vec![Some(0); excluded.len()]);
        let own = own_characters(form);
        let mut numbers = BTreeMap::from([(start.clone(), 0)]);
        let mut ways = vec![start];
        let mut states: Vec<State> = Vec::new();
        while let Some((at, same)) = ways.get(states.len()).cloned() {
            let matching = patterns.iter().zip(&at).map(|(pattern, state)| pattern.accepts(*state)).enumerate();
            let accepts = matching.into_iter().all(|(index, matches)| matches == (index < form.patterns.len()))
                && same.iter().zip(&excluded).all(|(same, text)| *same != Some(text.len()));
            let mut state = State { accepts, ..State::default() };
            for (kind, characters) in KINDS.iter().enumerate() {
                let own = if kind == KINDS.len() - 1 { own.as_slice() } else { &[] };
                for &character in characters.iter().chain(own) {
                    let at = patterns.iter().zip(&at).map(|(pattern, state)| pattern.after(*state, character));
                    let same = same.iter().zip(&excluded);
                    let same =
                        same.map(|(same, text)| same.filter(|at| text.get(*at) == Some(&character)).map(|at| at + 1));
                    let way: Way = (at.collect(), same.collect());
                    let number = *numbers.entry(way.clone()).or_insert_with(|| {
                        ways.push(way);
                        ways.len() - 1
                    });
                    state.lead(number)[kind].push(character);
                }
            }
            states.push(state);
        }
        let mut texts = Self { states, lengths: Vec::new() };
        texts.lengths = texts.measure(form);
        texts
    }

    /// The numbers of characters that a text can have: at most `SPREAD` more than the fewest.
    fn measure(&mut self, form: &Form) -> Vec<usize> {
        let Some(least) = usize::try_from(form.least).ok().filter(|least| *least <= MOST_CHARACTERS) else {
            return Vec::new();
        };
        // The shortest text visits no state twice.
        let horizon = least + self.states.len() + SPREAD;
        let most = form.most.and_then(|most| usize::try_from(most).ok()).map_or(horizon, |most| most.min(horizon));
        for left in 0..=most {
            let ends = self.states.iter().map(|state| match left {
                0 => state.accepts,
                _ => state.next.iter().any(|(next, _)| self.states[*next].ends_after[left - 1]),
            });
            let ends: Vec<bool> = ends.collect();
            self.states.iter_mut().zip(ends).for_each(|(state, ends)| state.ends_after.push(ends));
            let fewest = (least..=left).find(|length| self.states[0].ends_after[*length]);
            if fewest.is_some_and(|fewest| left >= fewest + SPREAD) {
                break;
            }
        }
        let known = self.states[0].ends_after.iter().enumerate();
        known.filter(|(length, ends)| **ends && *length >= least).map(|(length, _)| length).collect()
    }

    /// One of the texts; `None` if there are none.
    pub(super) fn draw(&self, choices: Choices) -> Option<String> {
        if self.lengths.is_empty() {
            return None;
        }
        // Most texts are short, and of usual characters.
        let lengths = if choices.pick(0, 4) < 3 { self.lengths.len().min(9) } else { self.lengths.len() };
        let length = self.lengths[choices.index(1, lengths)];
        let unusual = [0, 0, 1, 2, 3][choices.index(2, 5)];
        let mut text = String::new();
        let mut state = &self.states[0];
        for left in (0..length).rev() {
            let choices = choices.part(left);
            let open = state.next.iter().filter(|(next, _)| self.states[*next].ends_after[left]);
            let open: Vec<&(usize, [Vec<char>; KINDS.len()])> = open.collect();
            let (next, characters) = open.get(choices.index(0, open.len()))?;
            let wanted = if choices.pick(1, 3) < 2 { 0 } else { choices.index(2, unusual + 1) };
            let kinds = (0..=wanted).rev().chain(wanted + 1..KINDS.len());
            let kind = kinds.map(|kind| &characters[kind]).find(|kind| !kind.is_empty())?;
            text.push(kind[choices.index(3, kind.len())]);
            state = &self.states[*next];
        }
        Some(text)
    }
}

/// Characters that a pattern names and no kind has: of a script that is in use nowhere else.
fn own_characters(form: &Form) -> Vec<char> {
    let named = form.patterns.iter().flat_map(|regex| regex.chars());
    let named: BTreeSet<char> = named.filter(|character| !character.is_ascii()).collect();
    named.into_iter().filter(|character| KINDS.iter().all(|kind| !kind.contains(character))).collect()
}

impl State {
    fn lead(&mut self, number: usize) -> &mut [Vec<char>; KINDS.len()] {
        let known = self.next.iter().position(|(next, _)| *next == number);
        let at = known.unwrap_or_else(|| {
            self.next.push((number, Default::default()));
            self.next.len() - 1
        });
        &mut self.next[at].1
    }
}
