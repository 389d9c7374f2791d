//! A payload and its findings as reports say them: in words that may be said, and that harm no reader.

use std::collections::BTreeSet;

use hookproof::{Catalog, Finding, Verdict, pointer::Pointer, report::Message, schema::member_names, text::escaped};

use crate::cli::judged::Judged;

/// The rule that a payload breaks which no event claims.
pub(super) const UNKNOWN: &str = "unknown";

/// What a name is replaced by that no schema knows.
const UNDOCUMENTED: &str = "(undocumented)";

/// Longer numbers in pointers are taken for names of members: no list of a payload has so many items.
const DIGITS_OF_AN_INDEX: usize = 5;

/// The longest text that is said whole, in characters.
const LINE: usize = 1000;

/// One finding, or the reason why no event claims a payload.
#[derive(Debug, Clone)]
pub(super) struct Said {
    /// What it makes of the payload.
    pub(super) verdict: Verdict,
    pub(super) rule: String,
    /// The place in the payload; empty for the whole.
    pub(super) pointer: String,
    /// The pointer with `*` for every index: what findings alike have in common.
    pub(super) pattern: String,
    /// The member that is missing.
    pub(super) member: Option<String>,
    pub(super) message: String,
    pub(super) schema: Option<String>,
    pub(super) line: u64,
    /// In bytes; none where the whole payload is meant.
    pub(super) column: Option<u64>,
}

/// What may be said of a payload: everything, or no value of it.
#[derive(Debug)]
pub(in crate::cli) struct Discretion {
    /// The names of members that schemas know, where others come from the payload and must not be said.
    documented: Option<BTreeSet<String>>,
}

impl Said {
    /// What is to be said of a payload, in document order.
    pub(super) fn of<'a>(judged: &'a Judged, discretion: &'a Discretion) -> impl Iterator<Item = Self> + 'a {
        let unknown = judged.report.reason.iter().map(|reason| Self::unknown(judged, reason, discretion));
        unknown.chain(judged.report.findings.iter().map(|finding| Self::finding(judged, finding, discretion)))
    }

    pub(super) fn finding(judged: &Judged, finding: &Finding, discretion: &Discretion) -> Self {
        let (line, column) = judged.line_column(finding);
        let pointer = discretion.pointer(finding);
        let pattern = pointer.tokens().iter().map(|token| if is_index(token) { "*" } else { token });
        Self {
            verdict: Verdict::from(finding.severity),
            rule: finding.rule.clone(),
            pattern: escaped(&Pointer::root().join_all(&pattern.collect::<Vec<_>>()).to_string()),
            pointer: escaped(&pointer.to_string()),
            member: finding.member.clone(),
            message: discretion.message(&finding.message),
            schema: finding.schema.clone(),
            line,
            column: Some(column),
        }
    }

    fn unknown(judged: &Judged, reason: &Message, discretion: &Discretion) -> Self {
        Self {
            verdict: Verdict::Unknown,
            rule: UNKNOWN.to_owned(),
            pointer: String::new(),
            // Of what is unknown, the reason is what payloads have in common.
            pattern: reason.redacted().to_owned(),
            member: None,
            message: discretion.message(reason),
            schema: None,
            line: judged.record.unwrap_or(1),
            column: None,
        }
    }

    /// The fault with its place in the payload: a line's worth.
    pub(super) fn sentence(&self) -> String {
        let message = cut(&self.message);
        if self.pointer.is_empty() { message } else { format!("{}: {message}", cut(&self.pointer)) }
    }

    /// The event and the rule, as far as they are known.
    pub(super) fn id(&self, event: Option<&str>) -> String {
        event.map_or_else(|| self.rule.clone(), |event| format!("{event} {}", self.rule))
    }
}

impl Discretion {
    pub(in crate::cli) fn new(redact: bool, catalog: &Catalog) -> Self {
        let names = || catalog.entries.iter().flat_map(|entry| member_names(&entry.model)).map(str::to_owned).collect();
        Self { documented: redact.then(names) }
    }

    /// Whether the text of a payload may be shown.
    pub(super) fn shows_values(&self) -> bool {
        self.documented.is_none()
    }

    pub(super) fn message(&self, message: &Message) -> String {
        if self.shows_values() { message.to_string() } else { message.redacted().to_owned() }
    }

    /// The place of a finding. A name that no schema knows may be anything: an address, a token.
    pub(super) fn pointer(&self, finding: &Finding) -> Pointer {
        let Some(documented) = &self.documented else { return finding.pointer.clone() };
        let names_a_member = matches!(finding.rule.as_str(), "additionalProperties" | "duplicate-member");
        let tokens = finding.pointer.tokens();
        let said = tokens.iter().enumerate().map(|(at, token)| {
            let may_be_index = !(names_a_member && at + 1 == tokens.len());
            let is_harmless = documented.contains(token) || (may_be_index && is_index(token));
            if is_harmless { token.as_str() } else { UNDOCUMENTED }
        });
        Pointer::root().join_all(&said.collect::<Vec<_>>())
    }
}

/// As much of a text as a line can hold: a name of a payload can be as long as the payload.
pub(super) fn cut(text: &str) -> String {
    match text.char_indices().nth(LINE) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", &text[..end]),
    }
}

fn is_index(token: &str) -> bool {
    (1..=DIGITS_OF_AN_INDEX).contains(&token.len()) && token.bytes().all(|byte| byte.is_ascii_digit())
}
