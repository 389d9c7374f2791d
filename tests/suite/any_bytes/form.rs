//! The form decoder on any bytes: each decoded byte leads back to the byte it came from.

use std::fmt::Write as _;

use hookproof::{form::Field, text::is_hostile};

const NAME: &str = "payload";

/// A field is text, its way back leads through the body, and written anew it is the same field.
pub(crate) fn holds(body: &[u8]) {
    let field = match Field::read(body, &[NAME]) {
        Ok(field) => field,
        Err(fault) => {
            assert!(fault.offset <= body.len() && !fault.message.contains(is_hostile), "{fault:?}");
            return;
        }
    };
    assert!(std::str::from_utf8(&field.text).is_ok(), "{field:?}");
    let offsets: Vec<usize> = field.offsets(0..=field.text.len()).collect();
    assert!(offsets.is_sorted_by(|a, b| a < b) && offsets.iter().all(|offset| *offset <= body.len()), "{field:?}");
    for (decoded, (offset, byte)) in offsets.iter().zip(&field.text).enumerate() {
        let raw = body[*offset];
        assert!(raw == *byte || raw == b'%' || (raw == b'+' && *byte == b' '), "{decoded} of {field:?}");
    }
    // The way to one place is long: a few of them will do.
    for decoded in (0..=field.text.len()).step_by(1 + field.text.len() / 8) {
        assert_eq!(field.offset(decoded), offsets[decoded], "{decoded} of {field:?}");
    }
    let mut written = format!("{NAME}=");
    for byte in &field.text {
        let _ = write!(written, "%{byte:02X}");
    }
    let again = Field::read(written.as_bytes(), &[NAME]).map(|field| field.text);
    assert_eq!(again, Ok(field.text));
}
