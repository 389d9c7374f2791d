//! Verdict and findings: what the judge says of one payload.

use std::fmt;

use crate::{document::FaultKind, pointer::Pointer};

/// What a payload is, by its provider's document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// It is what the provider documents.
    Valid,
    /// A consumer built from the document still reads it, but it is not what is documented.
    Drift,
    /// A consumer built from the document breaks on it.
    Invalid,
    /// It is no JSON text that two parsers would read alike.
    Malformed,
    /// No documented payload claims it.
    Unknown,
}

/// What a finding makes of its payload.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Not documented, and harmless to a consumer built from the document.
    Drift,
    /// A consumer built from the document breaks on it.
    Invalid,
    /// No JSON text that two parsers would read alike.
    Malformed,
}

/// What was found out about one payload.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The provider, where an option, a header or the body named it.
    pub provider: Option<String>,
    /// The event, where an option, a header or the body named it.
    pub event: Option<String>,
    /// The verdict.
    pub verdict: Verdict,
    /// What is wrong, in document order; empty for `valid` and `unknown`.
    // Invariant: sorted by offset, so that output never depends on a validator's order.
    pub findings: Vec<Finding>,
    /// Why no event was recognised, for `unknown`.
    pub reason: Option<Message>,
}

/// One fault of a payload.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What it makes of the payload.
    pub severity: Severity,
    /// The keyword of JSON Schema that failed, `forbidden`, or the rule of a malformed payload.
    pub rule: String,
    /// The place in the payload.
    pub pointer: Pointer,
    /// The member that is missing, for `required`.
    pub member: Option<String>,
    /// The place in the schemas, for instance `<provider>/push.schema.json#/additionalProperties`; none for malformed payloads.
    pub schema: Option<String>,
    /// The offset of the place in the body.
    pub offset: usize,
    /// Its line in the body, from 1.
    pub line: usize,
    /// Its column in that line, in bytes, from 1.
    pub column: usize,
    /// What is wrong.
    pub message: Message,
}

/// A sentence for people, with the value of the payload apart, so that it can be left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The sentence without any value of the payload.
    pub text: String,
    /// The rest of the sentence, which shows a value, escaped and shortened.
    pub tail: Option<String>,
    /// What to say instead of both where `text` holds a name that the payload alone knows.
    pub discreet: Option<String>,
}

impl Verdict {
    /// All verdicts, from best to worst.
    pub const ALL: [Self; 5] = [Self::Valid, Self::Drift, Self::Invalid, Self::Malformed, Self::Unknown];

    /// The word that reports and folders of fixtures use.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Drift => "drift",
            Self::Invalid => "invalid",
            Self::Malformed => "malformed",
            Self::Unknown => "unknown",
        }
    }
}

impl Severity {
    /// The word that reports use.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Drift => "drift",
            Self::Invalid => "invalid",
            Self::Malformed => "malformed",
        }
    }
}

impl Message {
    /// A sentence about no value.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), tail: None, discreet: None }
    }

    /// The sentence without any value of the payload, and without names that no schema knows.
    #[must_use]
    pub fn redacted(&self) -> &str {
        self.discreet.as_deref().unwrap_or(&self.text)
    }
}

impl From<Severity> for Verdict {
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Drift => Self::Drift,
            Severity::Invalid => Self::Invalid,
            Severity::Malformed => Self::Malformed,
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl fmt::Display for Message {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}{}", self.text, self.tail.as_deref().unwrap_or_default())
    }
}

/// Gives findings, sorted by their offsets, their lines and columns in a text.
#[cfg(feature = "check")]
pub(crate) fn place(text: &[u8], findings: &mut [Finding]) {
    // One pass for all of them: there can be as many findings as bytes.
    let (mut line, mut line_start, mut at) = (1, 0, 0);
    for finding in findings {
        let offset = finding.offset.min(text.len());
        let passed = &text[at..offset];
        // Most payloads are one long line, which is seen at once.
        if passed.contains(&b'\n') {
            for (index, _) in passed.iter().enumerate().filter(|(_, byte)| **byte == b'\n') {
                line += 1;
                line_start = at + index + 1;
            }
        }
        at = offset;
        (finding.line, finding.column) = (line, offset - line_start + 1);
    }
}

impl FaultKind {
    /// The rule's name in reports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Syntax => "syntax",
            Self::TrailingData => "trailing-data",
            Self::Encoding => "encoding",
            Self::DuplicateMember => "duplicate-member",
            Self::Number => "number",
            Self::Depth => "depth",
        }
    }
}
