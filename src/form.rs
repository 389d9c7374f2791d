//! `application/x-www-form-urlencoded` bodies: the one field that holds the JSON text.

use crate::text::escaped;

/// A field's value, decoded, and the way back to the bytes it came from.
#[derive(Debug)]
pub struct Field<'a> {
    /// The decoded value.
    pub text: Vec<u8>,
    raw: &'a [u8],
    start: usize,
}

/// Why a body holds no such field.
#[derive(Debug, PartialEq, Eq)]
pub struct FormFault {
    /// Offset in the body.
    pub offset: usize,
    /// What is wrong, for a person.
    pub message: String,
}

impl<'a> Field<'a> {
    /// Finds the one field that bears one of the `names`, and decodes it.
    ///
    /// # Errors
    ///
    /// A bad percent escape or bytes that are no UTF-8 anywhere in the body, no such field, or more than one.
    pub fn read(body: &'a [u8], names: &[&str]) -> Result<Self, FormFault> {
        let mut found: Option<Self> = None;
        let mut start = 0;
        for pair in body.split(|&byte| byte == b'&') {
            let equals = pair.iter().position(|&byte| byte == b'=').unwrap_or(pair.len());
            let name = decode(&pair[..equals], start)?;
            let value = start + (equals + 1).min(pair.len());
            let raw = &body[value..start + pair.len()];
            let text = decode(raw, value)?;
            if names.iter().any(|wanted| wanted.as_bytes() == name) {
                if found.is_some() {
                    return Err(FormFault {
                        offset: start,
                        message: format!(
                            "the form has more than one `{}` field",
                            escaped(&String::from_utf8_lossy(&name))
                        ),
                    });
                }
                found = Some(Self { text, raw, start: value });
            }
            start += pair.len() + 1;
        }
        found.ok_or_else(|| FormFault {
            offset: 0,
            message: format!("the form has no `{}` field", names.join("` or `")),
        })
    }

    /// The offset in the body of a byte of the decoded text.
    #[must_use]
    pub fn offset(&self, decoded: usize) -> usize {
        self.start + Way { raw: self.raw, at: 0, decoded: 0 }.to(decoded)
    }

    /// The offsets in the body of bytes of the decoded text, which are given in order.
    pub fn offsets(&self, decoded: impl IntoIterator<Item = usize>) -> impl Iterator<Item = usize> {
        let mut way = Way { raw: self.raw, at: 0, decoded: 0 };
        decoded.into_iter().map(move |decoded| self.start + way.to(decoded))
    }
}

/// The way along raw bytes, with the count of bytes that they decode to.
struct Way<'a> {
    raw: &'a [u8],
    at: usize,
    decoded: usize,
}

impl Way<'_> {
    /// Goes on to a decoded byte; it never goes back.
    fn to(&mut self, decoded: usize) -> usize {
        while self.decoded < decoded {
            match self.raw.get(self.at) {
                Some(b'%') => self.at += 3,
                Some(_) => self.at += 1,
                None => break,
            }
            self.decoded += 1;
        }
        self.at
    }
}

fn decode(raw: &[u8], start: usize) -> Result<Vec<u8>, FormFault> {
    let mut text = Vec::with_capacity(raw.len());
    let mut at = 0;
    while let Some(&byte) = raw.get(at) {
        at += 1;
        text.push(match byte {
            b'+' => b' ',
            b'%' => {
                let pair = raw.get(at..at + 2).and_then(|digits| Some(hex(digits[0])? * 16 + hex(digits[1])?));
                let Some(decoded) = pair else {
                    return Err(FormFault {
                        offset: start + at - 1,
                        message: "`%` must be followed by two hexadecimal digits".to_owned(),
                    });
                };
                at += 2;
                decoded
            }
            byte => byte,
        });
    }
    if let Err(error) = std::str::from_utf8(&text) {
        let offset = start + Way { raw, at: 0, decoded: 0 }.to(error.valid_up_to());
        return Err(FormFault { offset, message: "the bytes of this field are no UTF-8".to_owned() });
    }
    Ok(text)
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}
