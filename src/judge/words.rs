//! What a fault means, in words for the person who reads a red CI run.

use super::faults::{Claim, Fault};
use crate::{
    catalog::Known,
    document::{Kind, Value},
    pointer::Pointer,
    report::{Finding, Message},
    schema::{
        self,
        words::{or, selected, when},
    },
    text::{escaped, shortened},
};

/// The findings of faults; their offsets are still to be found.
pub(super) fn findings(known: Known, body: &Value, faults: Vec<Fault>) -> Vec<Finding> {
    faults.into_iter().map(|fault| finding(known, body, fault)).collect()
}

fn finding(known: Known, body: &Value, fault: Fault) -> Finding {
    let message = message(known, body, &fault);
    Finding {
        severity: fault.severity,
        schema: Some(format!("{}#{}", fault.file, fault.keyword)),
        rule: fault.rule,
        pointer: fault.pointer,
        member: fault.member,
        offset: 0,
        line: 0,
        column: 0,
        message,
    }
}

fn message(known: Known, body: &Value, fault: &Fault) -> Message {
    let name = subject(&fault.pointer);
    let when = fault.condition(known).map_or_else(String::new, |(condition, side, _)| when(condition, side));
    let text = match (&fault.claim, fault.rule.as_str()) {
        (Claim::Member(member), _) if when.is_empty() => {
            return Message::plain(format!("`{}` is missing", escaped(member)));
        }
        (Claim::Member(member), _) => {
            return Message::plain(format!("`{}` is missing, which is required{when}", escaped(member)));
        }
        (_, "additionalProperties") => {
            let discreet = Some("a member is not documented".to_owned());
            return Message { discreet, ..Message::plain(format!("{name} is not documented")) };
        }
        (_, "forbidden") => {
            let when = if when.is_empty() { form_of(known, fault) } else { when };
            return Message::plain(format!("{name} must not be there{when}"));
        }
        (Claim::Types(types), _) => {
            let noun = body.at(&fault.pointer).map_or("nothing", Value::noun);
            return Message::plain(format!("{name} must be {types}, not {noun}"));
        }
        (Claim::Not(value), _) => return Message::plain(format!("{name} must not be {value}{when}")),
        (Claim::Values(values), _) => format!("{name} must be {}{when}", or(values)),
        (Claim::Pattern(regex), _) => {
            let expected = known.entry.expected(regex).map_or_else(|| format!("text like {regex}"), str::to_owned);
            format!("{name} must be {expected}{when}")
        }
        (Claim::Limit(words), _) => format!("{name} {words}"),
        (Claim::Other, keyword) => format!("{name} breaks the keyword `{keyword}` of the schema"),
    };
    let tail = body.at(&fault.pointer).map(|value| format!(", not {}", shown(value)));
    Message { text, tail, discreet: None }
}

/// How a message calls the place of a pointer: by the last name on the way to it.
fn subject(pointer: &Pointer) -> String {
    let tokens = pointer.tokens();
    let is_index = |token: &&String| token.bytes().all(|byte| byte.is_ascii_digit());
    let indices = tokens.iter().rev().take_while(is_index).count();
    match tokens.len() - indices {
        0 if indices == 0 => "the payload".to_owned(),
        0 => format!("item {}", tokens.join(".")),
        names => {
            let indices = tokens[names..].iter().map(|index| format!("[{index}]"));
            format!("`{}{}`", escaped(&tokens[names - 1]), indices.collect::<String>())
        }
    }
}

/// When the form is selected whose keyword failed, as the end of a sentence.
fn form_of(known: Known, fault: &Fault) -> String {
    let name = fault.keyword.tokens().get(1);
    let model = &known.entry.model;
    let unions = schema::unions(model).into_iter();
    let mut forms = unions.flat_map(|union| union.forms.iter().map(move |form| (union, form)));
    forms
        .find(|(_, form)| model.definition(&form.target).place.pointer.tokens().last() == name)
        .map_or_else(String::new, |(union, form)| selected(union, form))
}

/// A value of the payload, short and harmless.
fn shown(value: &Value) -> String {
    match &value.kind {
        Kind::Boolean(boolean) => boolean.to_string(),
        Kind::Integer(integer) => integer.to_string(),
        Kind::Float(float) => float.to_string(),
        Kind::String(text) => format!("\"{}\"", shortened(text)),
        Kind::Null | Kind::Array(_) | Kind::Object(_) => value.noun().to_owned(),
    }
}
