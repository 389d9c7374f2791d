//! The members of an object while it is read: each is taken once, and what is left is undocumented.

use super::{Error, Extra, FromValue, Step};
use crate::document::{Kind, Member, Value};

/// The members of an object that have not been taken yet.
#[derive(Debug)]
pub struct Fields<'a> {
    /// Where the object begins.
    start: usize,
    members: Vec<Option<Member<'a>>>,
    /// Where the next member probably stands: payloads mostly have the order of their documents.
    next: usize,
}

impl<'a> Fields<'a> {
    /// The members of an object.
    ///
    /// # Errors
    ///
    /// The value is no object.
    pub fn of(value: Value<'a>) -> Result<Self, Error> {
        match value.kind {
            Kind::Object(members) => {
                Ok(Self { start: value.start, members: members.into_iter().map(Some).collect(), next: 0 })
            }
            _ => Err(Error::wrong_type("an object", &value)),
        }
    }

    /// Takes a member that must be there.
    ///
    /// # Errors
    ///
    /// It is missing, or not what it must be.
    pub fn required<T: FromValue>(&mut self, name: &'static str) -> Result<T, Error> {
        let value = self.take(name).ok_or_else(|| Error::missing(name, self.start))?;
        T::from_value(value).map_err(|error| error.below(Step::Member(name)))
    }

    /// Takes a member that may be missing.
    ///
    /// # Errors
    ///
    /// It is there, and not what it must be.
    pub fn optional<T: FromValue>(&mut self, name: &'static str) -> Result<Option<T>, Error> {
        let Some(value) = self.take(name) else { return Ok(None) };
        T::from_value(value).map(Some).map_err(|error| error.below(Step::Member(name)))
    }

    /// Takes a member that must be there with this value.
    ///
    /// # Errors
    ///
    /// It is missing, or has another value.
    pub fn fixed(&mut self, name: &'static str, expected: &'static str) -> Result<(), Error> {
        let value = self.take(name).ok_or_else(|| Error::missing(name, self.start))?;
        let error = match &value.kind {
            Kind::String(text) if text == expected => return Ok(()),
            Kind::String(text) => Error::wrong_value(&[expected], text, value.start),
            _ => Error::wrong_type("a string", &value),
        };
        Err(error.below(Step::Member(name)))
    }

    /// Whether a member is there that has not been taken.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.members.iter().flatten().any(|member| member.name == name)
    }

    /// The members that are left.
    #[must_use]
    pub fn extra(&mut self) -> Extra {
        let left = self.members.iter_mut().filter_map(Option::take);
        left.map(|member| (member.name.into_owned(), serde_json::Value::from(&member.value))).collect()
    }

    fn take(&mut self, name: &str) -> Option<Value<'a>> {
        let fits = |member: &Option<Member>| member.as_ref().is_some_and(|member| member.name == name);
        let (before, after) = self.members.split_at(self.next);
        let at = match after.iter().position(fits) {
            Some(at) => self.next + at,
            None => before.iter().position(fits)?,
        };
        self.next = at + 1;
        Some(self.members[at].take()?.value)
    }
}

/// Which of these values a member of an object has, which selects a form; `None` if there is no such member.
///
/// # Errors
///
/// The value is no object, or the member has none of these values.
pub fn select(
    value: &Value<'_>,
    name: &'static str,
    values: &'static [&'static str],
) -> Result<Option<&'static str>, Error> {
    if value.members().is_none() {
        return Err(Error::wrong_type("an object", value));
    }
    let Some(member) = value.member(name) else { return Ok(None) };
    let error = match &member.value.kind {
        Kind::String(text) => match values.iter().find(|value| *value == text) {
            Some(value) => return Ok(Some(value)),
            None => Error::wrong_value(values, text, member.value.start),
        },
        _ => Error::wrong_type("a string", &member.value),
    };
    Err(error.below(Step::Member(name)))
}
