//! Objects whose members fit each other: a test is answered before what it tests is made.

use serde_json::{Map, Value};

use super::{choices::Choices, values::Maker, wish::Wish};
use crate::schema::{Level, Object, Question, Scalar, Shape, Test, words::Side};

/// How a place of an object can answer the tests about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answer<'m> {
    /// It has this value, which a test names.
    Value(&'m Scalar),
    /// It has a value that no test names.
    Other,
    /// It is missing, in an object that is there.
    Missing,
    /// So many levels of the way lead to a place that is missing.
    MissingAbove(usize),
    /// So many levels of the way lead to null.
    NullAbove(usize),
}

impl<'m> Maker<'m> {
    /// An object that fulfils a wish; `selected` is the discriminator of a form and its value.
    pub(super) fn object(
        &self,
        object: &'m Object,
        selected: Option<(&str, Option<&str>)>,
        wish: &Wish<'m>,
        lists: usize,
        choices: Choices,
    ) -> Option<Map<String, Value>> {
        if wish.values.is_some() {
            return None;
        }
        let always = object.conditions.iter().filter(|condition| condition.test.is_none());
        let wish = always
            .map(|condition| &condition.then)
            .try_fold(wish.clone(), |wish, then| wish.and_side(then, self.level))?;
        settled(object, &subjects(object), &wish, self.level, choices.part(0), &|wish| {
            self.members(object, selected, wish, lists, choices.part(1))
        })
    }

    fn members(
        &self,
        object: &'m Object,
        selected: Option<(&str, Option<&str>)>,
        wish: &Wish<'m>,
        lists: usize,
        choices: Choices,
    ) -> Option<Map<String, Value>> {
        let discriminator = selected.map(|(name, _)| name);
        // Conditions of a form can ask for the discriminator too.
        let asked = selected.and_then(|(name, value)| Some((value, wish.members.get(name)?)));
        if asked.is_some_and(|(value, wish)| !self.can_be(value, wish)) {
            return None;
        }
        let documented = |name: &str| object.members.iter().any(|member| member.name == name);
        let mut wanted = wish.members.iter().filter(|(_, wish)| wish.there == Some(true));
        if wanted.any(|(name, _)| !documented(name) && discriminator != Some(*name)) {
            return None;
        }
        let mut members = Map::new();
        for member in &object.members {
            let name = member.name.as_str();
            if matches!(member.node.shape, Shape::Selected) {
                members.extend(selected.and_then(|(name, value)| Some((name.to_owned(), Value::from(value?)))));
                continue;
            }
            let (none, choices) = (Wish::default(), choices.named(name));
            let wish = wish.members.get(name).unwrap_or(&none);
            let must = member.required || wish.there == Some(true);
            if wish.there == Some(false) || !must && (self.lean || choices.pick(0, 2) == 0) {
                if member.required {
                    return None;
                }
                continue;
            }
            match self.nested(&member.node, wish, lists, choices.part(1)) {
                Some(value) => drop(members.insert(name.to_owned(), value)),
                None if must => return None,
                None => {}
            }
        }
        Some(members)
    }
}

/// Answers the tests about each subject, in every way until the object can be made.
fn settled<'m>(
    object: &'m Object,
    subjects: &[&'m [String]],
    wish: &Wish<'m>,
    level: Level,
    choices: Choices,
    make: &dyn Fn(&Wish<'m>) -> Option<Map<String, Value>>,
) -> Option<Map<String, Value>> {
    let Some((&subject, rest)) = subjects.split_first() else { return make(wish) };
    let tests = || object.conditions.iter().filter_map(|condition| Some((condition, condition.test.as_ref()?)));
    let tests = || tests().filter(|(_, test)| test.path == subject);
    let answers = answers(subject, tests().map(|(_, test)| test));
    choices.order(0, answers.len()).find_map(|index| {
        let answer = answers[index];
        let mut wish = wish.clone().and(answer.wish(subject, &answers))?;
        for (condition, test) in tests() {
            let side = if answer.passes(test) { &condition.then } else { &condition.otherwise };
            wish = wish.and_side(side, level)?;
        }
        settled(object, rest, &wish, level, choices.part(1), make)
    })
}

/// The places that tests ask about, each once.
fn subjects(object: &Object) -> Vec<&[String]> {
    let mut subjects: Vec<&[String]> = Vec::new();
    for test in object.conditions.iter().filter_map(|condition| condition.test.as_ref()) {
        if !subjects.contains(&test.path.as_slice()) {
            subjects.push(&test.path);
        }
    }
    subjects
}

/// Every way in which a place can answer these tests.
fn answers<'m>(subject: &[String], tests: impl Iterator<Item = &'m Test>) -> Vec<Answer<'m>> {
    let mut answers = vec![Answer::Missing, Answer::Other];
    for test in tests {
        if let Question::OneOf(values) = &test.question {
            for value in &values.list {
                if !answers.contains(&Answer::Value(value)) {
                    answers.push(Answer::Value(value));
                }
            }
        }
    }
    answers.extend((1..subject.len()).flat_map(|levels| [Answer::MissingAbove(levels), Answer::NullAbove(levels)]));
    answers
}

impl<'m> Answer<'m> {
    /// What must hold for this answer.
    fn wish(self, subject: &'m [String], answers: &[Self]) -> Wish<'m> {
        let named = || {
            let named =
                answers.iter().filter_map(|answer| if let Self::Value(value) = answer { Some(*value) } else { None });
            named.collect()
        };
        let (path, wish) = match self {
            Self::Value(value) => (subject, Wish::one_of(vec![value])),
            Self::Other => (subject, Wish::none_of(named())),
            Self::Missing => (subject, Wish::missing()),
            Self::MissingAbove(levels) => (&subject[..levels], Wish::missing()),
            Self::NullAbove(levels) => (&subject[..levels], Wish { null: Some(true), ..Wish::there() }),
        };
        // Each level is a member: `*` is a name like any other here.
        path.iter().rev().fold(wish, |wish, name| Wish::member(name, wish))
    }

    fn passes(self, test: &Test) -> bool {
        match (&test.question, self) {
            (Question::Present, Self::Value(_) | Self::Other) | (Question::Absent, Self::Missing) => true,
            (Question::OneOf(values), Self::Value(value)) => values.list.contains(value),
            _ => false,
        }
    }
}

/// What must hold at an object so that a test has this outcome, in every way that there is.
pub(super) fn wishes_for<'m>(object: &'m Object, test: &'m Test, side: Side) -> Vec<Wish<'m>> {
    let tests = object.conditions.iter().filter_map(|condition| condition.test.as_ref());
    let answers = answers(&test.path, tests.filter(|other| other.path == test.path));
    let fitting = answers.iter().filter(|answer| answer.passes(test) == (side == Side::Then));
    fitting.map(|answer| answer.wish(&test.path, &answers)).collect()
}
