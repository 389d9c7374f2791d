//! What a finding is known by from run to run: neither a line nor a value of a payload is part of it.

use std::collections::BTreeMap;

use super::{said::Said, whole::Payload};

/// The parameters of FNV-1a with 128 bits.
const BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;

/// Makes fingerprints, and tells findings apart that have the same one.
#[derive(Debug, Default)]
pub(super) struct Fingerprints {
    seen: BTreeMap<u128, u64>,
}

impl Fingerprints {
    /// The fingerprint of a finding: file, event, rule, place without indices, and which of those alike it is.
    pub(super) fn next(&mut self, path: &str, payload: &Payload, said: &Said) -> String {
        let event = payload.event.as_deref().unwrap_or_default();
        let member = said.member.as_deref().unwrap_or_default();
        let hash = hash(&[path, event, &said.rule, &said.pattern, member]);
        let count = self.seen.entry(hash).or_default();
        *count += 1;
        format!("{hash:032x}:{count}")
    }
}

/// Of all parts, each ended by a byte that no text has.
fn hash(parts: &[&str]) -> u128 {
    let bytes = parts.iter().flat_map(|part| part.bytes().chain([0xFF]));
    bytes.fold(BASIS, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME))
}
