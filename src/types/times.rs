//! The time that a text gives, as `jiff` has it.

use jiff::{Timestamp, civil::DateTime};

use super::Time;

impl Time {
    /// The point in time, if the text gives one: with an offset (RFC 3339), or as `2019-05-17 18:08:09 UTC`.
    ///
    /// ```
    /// use hookproof::types::Time;
    ///
    /// let time = Time::from("2019-01-01T00:08:00+08:00").timestamp().unwrap();
    /// assert_eq!(time.to_string(), "2018-12-31T16:08:00Z");
    /// assert_eq!(Time::from("2019-05-17 18:08:09 UTC").timestamp().unwrap().as_second(), 1_558_116_489);
    /// assert_eq!(Time::from("2022-01-01 00:00:00.00").timestamp(), None);
    /// ```
    #[must_use]
    pub fn timestamp(&self) -> Option<Timestamp> {
        match self.as_str().strip_suffix(" UTC") {
            Some(local) => format!("{local}Z").parse().ok(),
            None => self.as_str().parse().ok(),
        }
    }

    /// The date and the time of day as they are written, whatever the zone is.
    ///
    /// ```
    /// use hookproof::types::Time;
    ///
    /// let time = Time::from("2022-01-01 00:00:00.00").civil().unwrap();
    /// assert_eq!(time, jiff::civil::date(2022, 1, 1).at(0, 0, 0, 0));
    /// assert_eq!(Time::from("2019-05-17 18:08:09 UTC").civil().unwrap().hour(), 18);
    /// assert_eq!(Time::from("soon").civil(), None);
    /// ```
    #[must_use]
    pub fn civil(&self) -> Option<DateTime> {
        let text = self.as_str();
        let local = text.strip_suffix(" UTC").or_else(|| text.strip_suffix('Z')).unwrap_or(text);
        local.parse().ok()
    }
}
