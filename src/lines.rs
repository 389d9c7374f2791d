//! Lines of a provider's document, as evidence names them: `44, 53-60`.

use std::ops::RangeInclusive;

/// The lines and ranges of lines of a list, one after the other; none for what is no such.
pub fn ranges(text: &str) -> impl Iterator<Item = Option<RangeInclusive<u32>>> {
    text.split(',').map(|range| {
        let (first, last) = range.split_once('-').unwrap_or((range, range));
        Some(first.trim().parse().ok()?..=last.trim().parse().ok()?)
    })
}

/// Whether two ranges have a line in common.
#[must_use]
pub fn meet(one: &RangeInclusive<u32>, other: &RangeInclusive<u32>) -> bool {
    one.start() <= other.end() && other.start() <= one.end()
}
