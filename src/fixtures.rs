//! Fixtures: payloads whose verdict is known, and the cases that one edit of a fixture yields.
//!
//! They lie in `fixtures/<provider>/<event>/`: files in a folder named after their verdict, and `cases.toml`, which says
//! what each file proves and derives cases from them.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use crate::{
    delivery::Delivery,
    http::Request,
    judge::Judge,
    pointer::Pointer,
    report::{Finding, Report, Verdict},
};

/// The `cases.toml` of an event.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cases {
    /// What each file is, by its path below the event's folder.
    #[serde(default)]
    pub files: BTreeMap<String, Evidence>,
    /// The cases that one edit of a file yields, by file.
    #[serde(default)]
    pub edits: Vec<Edits>,
}

/// What a file is and what it proves.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// Where it comes from.
    pub source: Origin,
    /// The lines of the document that it stands on.
    #[serde(default)]
    pub lines: Option<String>,
    /// The errata that it shows or repairs.
    #[serde(default)]
    pub errata: Vec<String>,
    /// The documented variants that it is the case for.
    #[serde(default)]
    pub variants: Vec<String>,
    /// The rules that it shows.
    #[serde(default)]
    pub rules: Vec<String>,
    /// The rule that must be reported.
    #[serde(default)]
    pub rule: Option<String>,
    /// The place that must be reported.
    #[serde(default)]
    pub pointer: Option<String>,
    /// The missing member that must be reported.
    #[serde(default)]
    pub member: Option<String>,
    /// What it proves, in one sentence.
    pub proves: String,
}

/// Where a fixture comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// Printed in the document.
    Documented,
    /// Made from what is documented.
    Derived,
    /// Sent by the provider.
    Captured,
}

/// Cases that one edit of a file yields.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edits {
    /// The file, by its path below the event's folder.
    pub base: String,
    /// The edits.
    pub cases: Vec<Edit>,
}

/// One edit of a file, an operation of JSON Patch (RFC 6902), and what must be reported of the result.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edit {
    /// Its name, unique within the event.
    pub name: String,
    /// The operation.
    pub op: Operation,
    /// The place that is edited.
    pub path: String,
    /// The new value, as JSON text.
    #[serde(default)]
    pub value: Option<String>,
    /// The verdict.
    pub verdict: Verdict,
    /// The verdict where the event is named, if it differs.
    #[serde(default)]
    pub named: Option<Verdict>,
    /// The one rule that must be reported; of the named event, where there is one.
    #[serde(default)]
    pub rule: Option<String>,
    /// The place that must be reported, where it does not follow from the edit.
    #[serde(default)]
    pub pointer: Option<String>,
    /// The missing member that must be reported, where it does not follow from the edit.
    #[serde(default)]
    pub member: Option<String>,
    /// The rules of the provider that it breaks, or shows to hold.
    #[serde(default)]
    pub rules: Vec<String>,
}

/// The operations that an edit can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Operation {
    /// A new member or item.
    Add,
    /// A member or item less.
    Remove,
    /// Another value.
    Replace,
}

/// A payload and what must be reported of it.
#[derive(Debug, Clone)]
pub struct Case {
    /// The provider's id.
    pub provider: String,
    /// The event's id.
    pub event: String,
    /// The file's path below the event's folder, or the edit's name.
    pub name: String,
    /// Whether the bytes are a recorded request and not a body.
    pub is_request: bool,
    /// The bytes of the file.
    pub bytes: Vec<u8>,
    /// What must be reported.
    pub expected: Expected,
    /// What must be reported where the event is named, if it differs.
    pub named: Option<Expected>,
}

/// What must be reported of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    /// The verdict.
    pub verdict: Verdict,
    /// The one finding; none for `valid` and `unknown`.
    pub finding: Option<ExpectedFinding>,
}

/// A finding as far as a case foretells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExpectedFinding {
    /// The rule.
    pub rule: String,
    /// The place.
    pub pointer: Pointer,
    /// The missing member.
    pub member: Option<String>,
}

impl Cases {
    /// Reads a `cases.toml`.
    ///
    /// # Errors
    ///
    /// What is wrong with it, with its line.
    pub fn read(text: &str) -> Result<Self, String> {
        toml::from_str(text).map_err(|error| error.to_string())
    }

    /// Every case of an event: its files, then its edits. `files` holds the bytes of each file by its path.
    ///
    /// # Errors
    ///
    /// The first case that cannot be built, and why.
    pub fn build(&self, provider: &str, event: &str, files: &BTreeMap<String, Vec<u8>>) -> Result<Vec<Case>, String> {
        let case = |name: &str, bytes: Vec<u8>, expected, named| Case {
            provider: provider.to_owned(),
            event: event.to_owned(),
            name: name.to_owned(),
            is_request: name.rsplit('.').next() == Some("http"),
            bytes,
            expected,
            named,
        };
        let mut cases = Vec::new();
        for (path, evidence) in &self.files {
            let bytes = files.get(path).ok_or_else(|| format!("there is no file {path}"))?;
            let expected = evidence.expected(path).map_err(|problem| format!("{path}: {problem}"))?;
            cases.push(case(path, bytes.clone(), expected, None));
        }
        for edits in &self.edits {
            let base = files.get(&edits.base).ok_or_else(|| format!("there is no file {}", edits.base))?;
            let base: Value = serde_json::from_slice(base).map_err(|error| format!("{}: {error}", edits.base))?;
            for edit in &edits.cases {
                let build = || Ok((edit.apply(&base)?, edit.expected(edit.verdict)?));
                let (body, expected) = build().map_err(|problem: String| format!("{}: {problem}", edit.name))?;
                let named = match edit.named {
                    Some(verdict) => {
                        Some(edit.expected(verdict).map_err(|problem| format!("{}: {problem}", edit.name))?)
                    }
                    None => None,
                };
                cases.push(case(&edit.name, body, expected, named));
            }
        }
        Ok(cases)
    }
}

impl Evidence {
    fn expected(&self, path: &str) -> Result<Expected, String> {
        let folder = path.split('/').next().unwrap_or_default();
        let verdict = Verdict::ALL.into_iter().find(|verdict| verdict.as_str() == folder);
        let verdict = verdict.ok_or_else(|| format!("`{folder}` is no verdict"))?;
        let Some(rule) = &self.rule else { return Expected::without_finding(verdict) };
        let pointer = self.pointer.as_deref().ok_or("`pointer` is missing beside `rule`")?;
        let finding =
            ExpectedFinding { rule: rule.clone(), pointer: Pointer::parse(pointer)?, member: self.member.clone() };
        Expected::with_finding(verdict, finding)
    }
}

impl Edit {
    /// The edited payload, as indented JSON text.
    ///
    /// # Errors
    ///
    /// Why the edit does not apply to the payload.
    pub fn apply(&self, base: &Value) -> Result<Vec<u8>, String> {
        let mut payload = base.clone();
        let value = match &self.value {
            Some(text) => {
                Some(serde_json::from_str(text).map_err(|error| format!("`value` is no JSON text: {error}"))?)
            }
            None => None,
        };
        patch(&mut payload, self.op, &Pointer::parse(&self.path)?, value)?;
        if payload == *base {
            return Err("the edit changes nothing".to_owned());
        }
        let mut text = serde_json::to_vec_pretty(&payload).map_err(|error| error.to_string())?;
        text.push(b'\n');
        Ok(text)
    }

    /// What must be reported: a removed member is missing from the object above, all else fails where it was edited.
    fn expected(&self, verdict: Verdict) -> Result<Expected, String> {
        let Some(rule) = self.rule.as_ref().filter(|_| !matches!(verdict, Verdict::Unknown | Verdict::Valid)) else {
            return Expected::without_finding(verdict);
        };
        let edited = Pointer::parse(&self.path)?;
        let (mut pointer, mut member) = match edited.split_last() {
            Some((above, name)) if rule == "required" => (above, Some(name.to_owned())),
            _ => (edited, None),
        };
        if let Some(text) = &self.pointer {
            pointer = Pointer::parse(text)?;
        }
        member = self.member.clone().or(member);
        Expected::with_finding(verdict, ExpectedFinding { rule: rule.clone(), pointer, member })
    }
}

impl Expected {
    fn without_finding(verdict: Verdict) -> Result<Self, String> {
        match verdict {
            Verdict::Valid | Verdict::Unknown => Ok(Self { verdict, finding: None }),
            _ => Err(format!("`rule` is missing: what must be reported of a payload that is {verdict}?")),
        }
    }

    fn with_finding(verdict: Verdict, finding: ExpectedFinding) -> Result<Self, String> {
        match verdict {
            Verdict::Valid | Verdict::Unknown => Err(format!("nothing is reported of a payload that is {verdict}")),
            _ => Ok(Self { verdict, finding: Some(finding) }),
        }
    }

    /// Whether a report says exactly this.
    #[must_use]
    pub fn is_met_by(&self, report: &Report) -> bool {
        let found = |finding: &Finding| ExpectedFinding {
            rule: finding.rule.clone(),
            pointer: finding.pointer.clone(),
            member: finding.member.clone(),
        };
        self.verdict == report.verdict && report.findings.iter().map(found).eq(self.finding.clone())
    }
}

impl Case {
    /// What a judge says of the case, as it is or with its event named.
    ///
    /// # Errors
    ///
    /// Why the bytes are no recorded request.
    pub fn judge(&self, judge: &Judge, named: bool) -> Result<Report, String> {
        let request;
        let mut delivery = if self.is_request {
            request = Request::read(&self.bytes).map_err(|fault| fault.message)?;
            Delivery { headers: request.headers.clone(), ..Delivery::new(&request.body) }
        } else {
            Delivery::new(&self.bytes)
        };
        if named {
            delivery = delivery.provider(&self.provider).event(&self.event);
        }
        Ok(judge.check(&delivery))
    }
}

fn patch(payload: &mut Value, op: Operation, path: &Pointer, value: Option<Value>) -> Result<(), String> {
    let missing = || "`value` is missing".to_owned();
    let nothing = || format!("nothing stands at `{path}`");
    let Some((above, name)) = path.split_last() else {
        *payload = value.ok_or_else(missing)?;
        return Ok(());
    };
    match (payload.pointer_mut(&above.to_string()).ok_or_else(nothing)?, op) {
        (Value::Object(members), Operation::Remove) => members.shift_remove(name).map(drop).ok_or_else(nothing),
        (Value::Object(members), _) => {
            if members.contains_key(name) != (op == Operation::Replace) {
                return Err(format!("`{path}` is {}there", if op == Operation::Replace { "not " } else { "already " }));
            }
            members.insert(name.to_owned(), value.ok_or_else(missing)?);
            Ok(())
        }
        (Value::Array(items), op) => {
            let index = if name == "-" { items.len() } else { name.parse().map_err(|_| nothing())? };
            match op {
                Operation::Add if index <= items.len() => items.insert(index, value.ok_or_else(missing)?),
                Operation::Remove if index < items.len() => drop(items.remove(index)),
                Operation::Replace if index < items.len() => items[index] = value.ok_or_else(missing)?,
                _ => return Err(nothing()),
            }
            Ok(())
        }
        _ => Err(nothing()),
    }
}
