//! Sets of events.

/// A set of events, by their place in the catalog.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Events {
    words: Vec<u64>,
}

impl Events {
    /// None of so many.
    pub(super) fn none(count: usize) -> Self {
        Self { words: vec![0; count.div_ceil(64)] }
    }

    pub(super) fn insert(&mut self, event: usize) {
        self.words[event / 64] |= 1 << (event % 64);
    }

    pub(super) fn contains(&self, event: usize) -> bool {
        self.words[event / 64] >> (event % 64) & 1 == 1
    }

    /// Keeps those that are in the other set too.
    pub(super) fn retain(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= other);
    }

    /// Becomes the other set.
    pub(super) fn set(&mut self, other: &Self) {
        self.words.clone_from(&other.words);
    }

    pub(super) fn count(&self) -> u32 {
        self.words.iter().map(|word| word.count_ones()).sum()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = usize> {
        self.words.iter().enumerate().flat_map(|(index, &word)| {
            let mut rest = word;
            std::iter::from_fn(move || {
                let bit = (rest != 0).then(|| rest.trailing_zeros() as usize)?;
                rest &= rest - 1;
                Some(index * 64 + bit)
            })
        })
    }
}
