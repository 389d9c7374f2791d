//! The judge: a delivery and the providers' schemas give a report.

mod faults;
mod instance;
mod validator;
mod words;

use std::sync::{LazyLock, OnceLock};

use crate::{
    accept::Acceptor,
    body::{Text, size_fault},
    catalog::{Catalog, Known, Problem},
    delivery::Delivery,
    document::{Document, Fault, FaultKind, Value},
    form::FormFault,
    pointer::Pointer,
    recognise::{Named, named, recognise},
    report::{Finding, Message, Report, Severity, Verdict, place},
    text::line_column,
};
pub(crate) use validator::Validator;

/// A catalog, and its schemas compiled as they are needed.
#[derive(Debug)]
pub struct Judge {
    catalog: Catalog,
    /// One for each event of the catalog, in the catalog's order.
    validators: Vec<OnceLock<Validator>>,
    acceptor: Acceptor,
}

/// A payload that was recognised and judged.
pub(crate) struct Examined<'j, 'b> {
    pub(crate) known: Known<'j>,
    pub(crate) body: &'b Value<'b>,
    pub(crate) verdict: Verdict,
    faults: &'b [faults::Fault],
}

impl Judge {
    /// A judge over these providers.
    #[must_use]
    pub fn new(catalog: Catalog) -> Self {
        let validators = catalog.events().map(|_| OnceLock::new()).collect();
        Self { acceptor: Acceptor::new(&catalog), catalog, validators }
    }

    /// The judge over the providers that are part of the library.
    ///
    /// # Panics
    ///
    /// Never with the schemas as they are published: the tests check them.
    #[must_use]
    pub fn embedded() -> &'static Self {
        static JUDGE: LazyLock<Judge> = LazyLock::new(|| {
            Judge::new(Catalog::embedded().unwrap_or_else(|problems| panic!("broken schemas: {}", problems[0])))
        });
        &JUDGE
    }

    /// The providers it judges by.
    #[must_use]
    pub fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// Compiles the schemas of a provider now, not when the first payload needs them.
    ///
    /// # Errors
    ///
    /// The schemas that `jsonschema` refuses: in the profile those whose patterns are too large, and any plain one.
    pub fn prepare(&self, provider: &str) -> Result<(), Vec<Problem>> {
        let mut problems = Vec::new();
        for (known, validator) in self.catalog.events().zip(&self.validators) {
            if known.entry.provider.id == provider && validator.get().is_none() {
                match Validator::compile(known) {
                    // It can only have been compiled meanwhile, to the same.
                    Ok(compiled) => drop(validator.set(compiled)),
                    Err(message) => {
                        problems.push(Problem { file: format!("{provider}/{}", known.file()), at: None, message });
                    }
                }
            }
        }
        if problems.is_empty() { Ok(()) } else { Err(problems) }
    }

    /// Judges one delivery. Whatever is wrong with it is a finding.
    #[must_use]
    pub fn check(&self, delivery: &Delivery) -> Report {
        match self.accepts(delivery) {
            Some(known) => judged(known, Verdict::Valid, Vec::new()),
            None => self.explain(delivery),
        }
    }

    /// The event of which a delivery is certainly a valid payload, found in one pass over its bytes.
    ///
    /// Whatever is not certain has none: drift and faults, but also the rare valid payload whose schema asks for more than
    /// one pass can see. [`Judge::explain`] judges all of them.
    #[must_use]
    pub fn accepts(&self, delivery: &Delivery) -> Option<Known<'_>> {
        if !delivery.is_form() {
            return self.acceptor.accepts(&self.catalog, delivery, delivery.body);
        }
        let text = Text::of(&self.catalog, delivery, named(&self.catalog, delivery)).ok()?;
        self.acceptor.accepts(&self.catalog, delivery, text.bytes())
    }

    /// Judges one delivery by its whole document, without the short way that [`Judge::check`] takes for what is valid:
    /// both give the same report.
    #[must_use]
    pub fn explain(&self, delivery: &Delivery) -> Report {
        self.examine(delivery, &mut |_| {})
    }

    /// As [`Judge::explain`], and shows what was recognised and judged.
    pub(crate) fn examine<'j>(&'j self, delivery: &Delivery, look: &mut dyn FnMut(Examined<'j, '_>)) -> Report {
        let named = named(&self.catalog, delivery);
        let text = match Text::of(&self.catalog, delivery, named) {
            Ok(text) => text,
            Err(fault) => return malformed(named, vec![form_finding(delivery.body, fault)]),
        };
        let document = match Document::read(text.bytes()) {
            Ok(document) => document,
            Err(faults) => {
                let findings = faults.into_iter().map(fault_finding).collect();
                return malformed(named, located(&text, delivery.body, findings));
            }
        };
        let known = match recognise(&self.catalog, delivery, &document.root) {
            Ok(known) => known,
            Err(unrecognised) => {
                return Report {
                    provider: None,
                    event: None,
                    verdict: Verdict::Unknown,
                    findings: Vec::new(),
                    reason: Some(unrecognised.reason),
                };
            }
        };
        if let Some(message) = size_fault(known, text.bytes()) {
            let finding = malformed_finding("size", Pointer::root(), 0, (1, 1), message);
            return malformed(Named { provider: Some(known.entry), event: Some(known) }, vec![finding]);
        }
        let body = &document.root;
        let (verdict, faults) = self.validator(known).faults(known, body);
        look(Examined { known, body, verdict, faults: &faults });
        let mut findings = words::findings(known, body, faults::distinct(known, faults));
        for finding in &mut findings {
            finding.offset = body.offset_of(&finding.pointer);
        }
        judged(known, verdict, located(&text, delivery.body, findings))
    }

    /// The report on a payload that was too large to be held in memory.
    #[must_use]
    pub fn too_large(&self, delivery: &Delivery, limit: u64) -> Report {
        let message = format!("the payload is larger than the {limit} bytes that are read at most");
        let finding = malformed_finding("size", Pointer::root(), 0, (1, 1), message);
        malformed(named(&self.catalog, delivery), vec![finding])
    }

    fn validator(&self, known: Known) -> &Validator {
        let position =
            self.catalog.events().position(|other| std::ptr::eq(other.event, known.event)).unwrap_or_default();
        self.validators[position].get_or_init(|| Validator::new(known))
    }
}

impl Examined<'_, '_> {
    /// A finding for each keyword of the documented schema that fails, also where one fault of the payload makes several
    /// of them fail.
    pub(crate) fn every(&self) -> Vec<Finding> {
        words::findings(self.known, self.body, faults::independent(self.known, self.faults.to_vec()))
    }
}

/// Judges one delivery by the providers that are part of the library.
///
/// It cannot fail: whatever is wrong with a delivery is a finding.
///
/// ```
/// use hookproof::{Delivery, Verdict, check};
///
/// let body = br#"{"before": "f2e2d577fab1562a6239b82721fd9827e05fdce6", "after": "eb63d0277e"}"#;
/// let report = check(&Delivery::new(body));
/// assert_eq!(report.event.as_deref(), Some("test"));
/// assert_eq!(report.verdict, Verdict::Drift);
/// let finding = &report.findings[0];
/// assert_eq!(finding.pointer.to_string(), "/after");
/// assert_eq!(finding.message.to_string(), "`after` must be 40 lower-case hexadecimal digits, not \"eb63d0277e\"");
/// ```
#[must_use]
pub fn check(delivery: &Delivery) -> Report {
    Judge::embedded().check(delivery)
}

fn judged(known: Known, verdict: Verdict, findings: Vec<Finding>) -> Report {
    Report {
        provider: Some(known.entry.provider.id.clone()),
        event: Some(known.event.id.clone()),
        verdict,
        findings,
        reason: None,
    }
}

fn malformed(named: Named, findings: Vec<Finding>) -> Report {
    Report {
        provider: named.provider.map(|entry| entry.provider.id.clone()),
        event: named.event.map(|known| known.event.id.clone()),
        verdict: Verdict::Malformed,
        findings,
        reason: None,
    }
}

fn malformed_finding(rule: &str, pointer: Pointer, offset: usize, at: (usize, usize), message: String) -> Finding {
    Finding {
        severity: Severity::Malformed,
        rule: rule.to_owned(),
        pointer,
        member: None,
        schema: None,
        offset,
        line: at.0,
        column: at.1,
        message: Message::plain(message),
    }
}

fn fault_finding(fault: Fault) -> Finding {
    let finding = malformed_finding(fault.kind.as_str(), fault.pointer, fault.offset, (0, 0), fault.message);
    let discreet =
        (fault.kind == FaultKind::DuplicateMember).then(|| "a member stands twice in this object".to_owned());
    Finding { message: Message { tail: fault.tail, discreet, ..finding.message.clone() }, ..finding }
}

fn form_finding(body: &[u8], fault: FormFault) -> Finding {
    let at = line_column(body, fault.offset);
    malformed_finding("form", Pointer::root(), fault.offset, at, fault.message)
}

/// The findings in document order, each with its place in the body; their offsets are those in the text.
fn located(text: &Text, body: &[u8], mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort_by(|a, b| (a.offset, &a.pointer, &a.member).cmp(&(b.offset, &b.pointer, &b.member)));
    if let Text::Form(field) = text {
        let offsets: Vec<usize> = field.offsets(findings.iter().map(|finding| finding.offset)).collect();
        findings.iter_mut().zip(offsets).for_each(|(finding, offset)| finding.offset = offset);
    }
    place(body, &mut findings);
    findings
}
