//! Random changes of a payload, most of which some reader would get wrong.

use serde_json::{Map, Value, json};

/// Random numbers that are the same in each run of a seed.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `limit`.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) >> 33).unwrap_or(0) % limit.max(1)
    }

    fn pick<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        if list.is_empty() { None } else { list.get(self.below(list.len())) }
    }
}

/// What a schema names: changes that use it go further than those that do not.
#[derive(Default)]
pub(crate) struct Vocabulary {
    pub(crate) names: Vec<String>,
    pub(crate) values: Vec<Value>,
}

impl Vocabulary {
    /// The names and values of a schema.
    pub(crate) fn of(schema: &Value) -> Self {
        let mut vocabulary = Self::default();
        vocabulary.gather(schema);
        vocabulary
    }

    fn gather(&mut self, schema: &Value) {
        match schema {
            Value::Array(items) => items.iter().for_each(|item| self.gather(item)),
            Value::Object(members) => {
                for (keyword, below) in members {
                    match (keyword.as_str(), below) {
                        ("const", value) => self.values.push(value.clone()),
                        ("enum" | "examples", Value::Array(values)) => self.values.extend(values.clone()),
                        ("properties", Value::Object(properties)) => self.names.extend(properties.keys().cloned()),
                        _ => {}
                    }
                    self.gather(below);
                }
            }
            _ => {}
        }
    }
}

/// The payload with none to three changes: none and harmless ones as well, so that every verdict is met.
pub(crate) fn changed(base: &Value, vocabulary: &Vocabulary, random: &mut Random) -> Value {
    let mut payload = base.clone();
    match random.below(10) {
        0 | 1 => {
            let place = place(&payload, random);
            reorder(&mut payload, &place, random);
        }
        // What the open schema does not ask for.
        2..=5 => (0..=random.below(3)).for_each(|_| gentle(&mut payload, vocabulary, random)),
        _ => (0..=random.below(3)).for_each(|_| wild(&mut payload, vocabulary, random)),
    }
    payload
}

fn gentle(payload: &mut Value, vocabulary: &Vocabulary, random: &mut Random) {
    let mut place = place(payload, random);
    let kind = random.below(3);
    // Many texts are free, so that an undocumented member is often the only drift there is.
    while random.below(3) == 0 && at(payload, &place).is_some_and(|value| !value.is_object()) {
        place.pop();
    }
    let Some(value) = at(payload, &place) else { return };
    match value {
        Value::String(text) => match kind {
            0 => *value = a_text(random),
            1 => text.push_str(a_text(random).as_str().unwrap_or_default()),
            _ => {
                if let Some(text) = random.pick(&vocabulary.values).filter(|value| value.is_string()) {
                    *value = text.clone();
                }
            }
        },
        Value::Number(_) => *value = an_integer(random),
        Value::Bool(boolean) => *boolean = !*boolean,
        Value::Object(members) => {
            members.insert(format!("undocumented{}", random.below(3)), a_value(random));
        }
        Value::Array(items) => match items.first().cloned() {
            Some(item) => items.push(item),
            None => items.clear(),
        },
        Value::Null => {}
    }
}

fn wild(payload: &mut Value, vocabulary: &Vocabulary, random: &mut Random) {
    let here = place(payload, random);
    let kind = random.below(12);
    match kind {
        0 | 1 => drop_one(payload, &here, random),
        2 => {
            let value = if random.below(2) == 0 { a_value(random) } else { elsewhere(payload, random) };
            let name = random.pick(&vocabulary.names).cloned().unwrap_or_default();
            if let Some(Value::Object(members)) = at(payload, &here) {
                members.insert(name, value);
            }
        }
        3 => replace(payload, &here, random.pick(&vocabulary.values).cloned().unwrap_or_default()),
        4 => {
            let other = elsewhere(payload, random);
            replace(payload, &here, other);
        }
        5 => replace(payload, &here, a_value(random)),
        6 => replace(payload, &here, Value::Null),
        7 => {
            if let Some(value) = at(payload, &here) {
                *value = match value.take() {
                    Value::Array(items) => {
                        Value::Object(items.into_iter().enumerate().map(|(at, item)| (at.to_string(), item)).collect())
                    }
                    value => json!([value]),
                };
            }
        }
        8 => {
            let integer = an_integer(random);
            if let Some(value @ Value::Number(_)) = at(payload, &here) {
                *value = integer;
            }
        }
        9 => {
            if let Some(value @ Value::String(_)) = at(payload, &here) {
                *value = a_text(random);
            }
        }
        10 => swap(payload, &here, random),
        _ => reorder(payload, &here, random),
    }
}

/// A step is a member's name or an item's index, written as text.
type Place = Vec<String>;

/// Any place of a payload, its root included.
fn place(payload: &Value, random: &mut Random) -> Place {
    fn gather(value: &Value, here: &mut Place, found: &mut Vec<Place>) {
        found.push(here.clone());
        let below: Vec<(String, &Value)> = match value {
            Value::Array(items) => items.iter().enumerate().map(|(at, item)| (at.to_string(), item)).collect(),
            Value::Object(members) => members.iter().map(|(name, value)| (name.clone(), value)).collect(),
            _ => Vec::new(),
        };
        for (step, value) in below {
            here.push(step);
            gather(value, here, found);
            here.pop();
        }
    }
    let mut found = Vec::new();
    gather(payload, &mut Vec::new(), &mut found);
    random.pick(&found).cloned().unwrap_or_default()
}

fn at<'p>(payload: &'p mut Value, place: &[String]) -> Option<&'p mut Value> {
    place.iter().try_fold(payload, |value, step| match value {
        Value::Array(items) => items.get_mut(step.parse::<usize>().ok()?),
        Value::Object(members) => members.get_mut(step),
        _ => None,
    })
}

fn replace(payload: &mut Value, place: &[String], value: Value) {
    if let Some(place) = at(payload, place) {
        *place = value;
    }
}

fn elsewhere(payload: &mut Value, random: &mut Random) -> Value {
    let other = place(payload, random);
    at(payload, &other).cloned().unwrap_or_default()
}

fn drop_one(payload: &mut Value, place: &[String], random: &mut Random) {
    match at(payload, place) {
        Some(Value::Object(members)) => {
            let names: Vec<String> = members.keys().cloned().collect();
            if let Some(name) = random.pick(&names) {
                members.shift_remove(name);
            }
        }
        Some(Value::Array(items)) if !items.is_empty() => drop(items.remove(random.below(items.len()))),
        _ => {}
    }
}

/// Exchanges the values of two members.
fn swap(payload: &mut Value, place: &[String], random: &mut Random) {
    let Some(Value::Object(members)) = at(payload, place) else { return };
    let names: Vec<String> = members.keys().cloned().collect();
    let (Some(one), Some(other)) = (random.pick(&names), random.pick(&names)) else { return };
    let value = members[other].clone();
    members[other] = std::mem::replace(&mut members[one], value);
}

/// Puts the members into another order.
fn reorder(payload: &mut Value, place: &[String], random: &mut Random) {
    let Some(Value::Object(members)) = at(payload, place) else { return };
    let mut list: Vec<(String, Value)> = std::mem::take(members).into_iter().collect();
    for at in (1..list.len()).rev() {
        list.swap(at, random.below(at + 1));
    }
    *members = list.into_iter().collect::<Map<_, _>>();
}

fn a_value(random: &mut Random) -> Value {
    match random.below(8) {
        0 => Value::Null,
        1 => json!(true),
        2 => an_integer(random),
        3 => json!([]),
        4 => json!({}),
        5 => json!(["text", {"deep": [null]}]),
        6 => json!(1.5),
        _ => a_text(random),
    }
}

fn an_integer(random: &mut Random) -> Value {
    const SAFE: i64 = 9_007_199_254_740_991;
    let integers = [
        json!(4.0),
        json!(-0.0),
        json!(1e15),
        json!(-7),
        json!(0),
        json!(SAFE),
        json!(-SAFE),
        json!(SAFE + 1),
        json!(i64::MAX),
        json!(i64::MIN),
        json!(0.5),
        json!(9_007_199_254_740_991.0),
    ];
    random.pick(&integers).cloned().unwrap_or_default()
}

fn a_text(random: &mut Random) -> Value {
    const TEXTS: [&str; 12] = [
        "",
        " ",
        "line\nfeed",
        "refs/heads/main\n",
        "\u{2028}",
        "١٢٣٤",
        "０１２３",
        "\"quoted\" \\ and \u{0}",
        "0000000000000000000000000000000000000000",
        "2019-02-29T00:00:00Z",
        "null",
        "\u{1F600}",
    ];
    json!(random.pick(&TEXTS))
}
