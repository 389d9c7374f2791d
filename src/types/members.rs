//! The members of an object while it is written.

use serde::{Serialize, Serializer, ser::SerializeMap};

use super::Extra;

/// An object that is being written.
#[derive(Debug)]
pub struct Members<S: Serializer>(S::SerializeMap);

impl<S: Serializer> Members<S> {
    /// Begins an object.
    ///
    /// # Errors
    ///
    /// What the serializer says.
    pub fn of(serializer: S) -> Result<Self, S::Error> {
        serializer.serialize_map(None).map(Self)
    }

    /// Writes a member.
    ///
    /// # Errors
    ///
    /// What the serializer says.
    pub fn required<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Result<(), S::Error> {
        self.0.serialize_entry(name, value)
    }

    /// Writes a member that may be missing.
    ///
    /// # Errors
    ///
    /// What the serializer says.
    pub fn optional<T: Serialize>(&mut self, name: &str, value: Option<&T>) -> Result<(), S::Error> {
        value.map_or(Ok(()), |value| self.required(name, value))
    }

    /// Writes the undocumented members and ends the object.
    ///
    /// # Errors
    ///
    /// What the serializer says.
    pub fn end(mut self, extra: &Extra) -> Result<S::Ok, S::Error> {
        extra.iter().try_for_each(|(name, value)| self.required(name, value))?;
        self.0.end()
    }
}
