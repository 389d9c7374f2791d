//! Strings passed over: plain ASCII eight bytes at a time, and all else byte by byte.

/// A one in every byte of a word, and the high bit of each.
const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x8080_8080_8080_8080;

/// Where the first byte stands that is no plain ASCII character of a string: a quotation mark, a backslash, a control
/// character or a part of another character. The text's length if there is none.
#[inline]
pub(crate) fn plain_end(text: &[u8], mut at: usize) -> usize {
    while let Some(chunk) = text.get(at..).and_then(<[u8]>::first_chunk::<8>) {
        let found = unusual(u64::from_le_bytes(*chunk));
        if found != 0 {
            return at + (found.trailing_zeros() / 8) as usize;
        }
        at += 8;
    }
    while text.get(at).is_some_and(|byte| !matches!(byte, b'"' | b'\\' | 0..=0x1F | 0x80..)) {
        at += 1;
    }
    at
}

/// Where the quotation mark stands that ends a string, from a place in the string on.
pub(crate) fn string_end(text: &[u8], mut at: usize) -> Option<usize> {
    loop {
        at = plain_end(text, at);
        match text.get(at)? {
            b'"' => return Some(at),
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
}

/// The high bit of the first byte that is no plain ASCII character of a string, and perhaps of some above it.
#[inline]
fn unusual(word: u64) -> u64 {
    let quote = (word ^ (ONES * 0x22)).wrapping_sub(ONES);
    let backslash = (word ^ (ONES * 0x5C)).wrapping_sub(ONES);
    let control = word.wrapping_sub(ONES * 0x20);
    // A byte with a high bit of its own is unusual anyway, so it does not matter what it gives in the others.
    (quote | backslash | control | word) & HIGH
}
