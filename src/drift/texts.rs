//! The forms that texts have: which runs of digits, letters and signs they are made of.

use std::fmt::Write as _;

use crate::{
    schema::{Pattern, push_literal},
    text::shortened,
};

/// So many forms of one place are told apart; beyond it, the texts have none in common.
const FORMS: usize = 8;

/// A longer text is prose.
const RUNS: usize = 32;

/// Up to so many characters of a run are counted.
const COUNTED: usize = 64;

/// The forms that texts of one place have.
#[derive(Debug, Default)]
pub(super) struct Forms {
    forms: Vec<Vec<Run>>,
}

/// So many characters of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Run {
    kind: Kind,
    least: usize,
    most: usize,
}

/// Characters that a form does not tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Digits,
    /// ASCII letters, with or without digits among them.
    Letters,
    /// One sign of ASCII.
    Sign(char),
    Control,
    /// What is not ASCII.
    Other,
}

impl Forms {
    /// Takes in a text; false once there are too many forms.
    pub(super) fn add(&mut self, text: &str) -> bool {
        let Some(runs) = runs(text) else { return false };
        let same = |form: &&mut Vec<Run>| form.iter().map(|run| run.kind).eq(runs.iter().map(|run| run.kind));
        if let Some(form) = self.forms.iter_mut().find(same) {
            for (run, new) in form.iter_mut().zip(&runs) {
                run.least = run.least.min(new.least);
                run.most = run.most.max(new.most);
            }
            return true;
        }
        self.forms.push(runs);
        self.forms.len() <= FORMS
    }

    /// The pattern of all forms.
    pub(super) fn pattern(&self) -> Pattern {
        let regexes: Vec<String> = self.forms.iter().map(|form| format!("^{}$", regex(form))).collect();
        let shown = self.forms.first().map(|form| sample(form)).unwrap_or_default();
        let more = if self.forms.len() > 1 { " and others" } else { "" };
        let expected = if shown.is_empty() {
            format!("empty{more}, as observed")
        } else {
            format!("text like {}{more}, as observed", shortened(&shown))
        };
        Pattern { regex: regexes.join("|"), expected }
    }
}

fn runs(text: &str) -> Option<Vec<Run>> {
    let mut runs: Vec<Run> = Vec::new();
    for character in text.chars() {
        let full = runs.len() == RUNS;
        let kind = match character {
            '0'..='9' => Kind::Digits,
            'a'..='z' | 'A'..='Z' => Kind::Letters,
            sign if sign.is_ascii_control() => Kind::Control,
            sign if sign.is_ascii() => Kind::Sign(sign),
            _ => Kind::Other,
        };
        match runs.last_mut() {
            Some(run) if run.kind == kind => run.most += 1,
            // Digits among letters make no run of their own.
            Some(run) if run.kind == Kind::Letters && kind == Kind::Digits => run.most += 1,
            Some(run) if run.kind == Kind::Digits && kind == Kind::Letters => {
                run.kind = kind;
                run.most += 1;
            }
            _ if full => return None,
            _ => runs.push(Run { kind, least: 0, most: 1 }),
        }
    }
    for run in &mut runs {
        run.least = run.most;
    }
    Some(runs)
}

fn regex(form: &[Run]) -> String {
    let mut regex = String::new();
    for run in form {
        match run.kind {
            Kind::Digits => regex.push_str("[0-9]"),
            Kind::Letters => regex.push_str("[0-9A-Za-z]"),
            Kind::Sign(sign) => push_literal(&mut regex, sign),
            Kind::Control => regex.push_str("[\\x00-\\x1f\\x7f]"),
            Kind::Other => regex.push_str("[^\\x00-\\x7f]"),
        }
        let _ = match (run.kind, run.least, run.most) {
            // Engines count characters that are not ASCII differently.
            (Kind::Other, ..) => write!(regex, "+"),
            (_, 1, 1) => Ok(()),
            (_, _, most) if most > COUNTED => write!(regex, "+"),
            (_, least, most) if least == most => write!(regex, "{{{least}}}"),
            (_, least, most) => write!(regex, "{{{least},{most}}}"),
        };
    }
    regex
}

/// A text of the form that shows nothing of a payload but its signs.
fn sample(form: &[Run]) -> String {
    let run = |run: &Run| {
        let character = match run.kind {
            Kind::Digits => '0',
            Kind::Letters => 'a',
            Kind::Sign(sign) => sign,
            Kind::Control => ' ',
            Kind::Other => '…',
        };
        character.to_string().repeat(run.least.min(COUNTED))
    };
    form.iter().map(run).collect()
}
