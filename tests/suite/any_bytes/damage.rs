//! Damage to a text: what transport, editing and attackers do to it.

use proptest::{prelude::*, sample::Index};

/// One piece of damage.
#[derive(Debug, Clone)]
pub(crate) enum Damage {
    Flip(Index, u8),
    Delete(Index),
    Insert(Index, u8),
    Truncate(Index),
    Repeat(Index, Index),
}

impl Damage {
    pub(crate) fn any() -> impl Strategy<Value = Self> {
        let byte = prop_oneof![any::<u8>(), prop::sample::select(b"{}[]:,\"\\0123456789.eE+-tfnu \n\x00\xff".to_vec())];
        prop_oneof![
            (any::<Index>(), 1_u8..).prop_map(|(at, bits)| Self::Flip(at, bits)),
            any::<Index>().prop_map(Self::Delete),
            (any::<Index>(), byte).prop_map(|(at, byte)| Self::Insert(at, byte)),
            any::<Index>().prop_map(Self::Truncate),
            (any::<Index>(), any::<Index>()).prop_map(|(from, to)| Self::Repeat(from, to)),
        ]
    }

    pub(crate) fn inflict(&self, text: &mut Vec<u8>) {
        if text.is_empty() {
            return;
        }
        let length = text.len();
        match self {
            Self::Flip(at, bits) => text[at.index(length)] ^= bits,
            Self::Delete(at) => drop(text.remove(at.index(length))),
            Self::Insert(at, byte) => text.insert(at.index(length), *byte),
            Self::Truncate(at) => text.truncate(at.index(length)),
            Self::Repeat(from, to) => {
                let lines: Vec<&[u8]> = text.split_inclusive(|&byte| byte == b'\n').collect();
                let (line, at) = (lines[from.index(lines.len())], to.index(lines.len()));
                *text = [lines[..at].concat(), line.to_vec(), lines[at..].concat()].concat();
            }
        }
    }
}
