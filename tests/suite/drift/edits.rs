//! Random changes of payloads that a consumer mostly survives.

use std::fmt::Write as _;

use serde_json::{Value, json};

/// Numbers without a pattern, the same in every run.
pub(super) struct Random(pub(super) u64);

impl Random {
    pub(super) fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    fn below(&mut self, count: usize) -> usize {
        usize::try_from(self.next() >> 33).unwrap_or_default() % count
    }

    fn one<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())].clone()
    }
}

/// The payload with one to four changes.
pub(super) fn drifted(mut payload: Value, random: &mut Random) -> Value {
    for _ in 0..=random.below(4) {
        let mut places = Vec::new();
        collect(&payload, &mut String::new(), &mut places);
        let place = random.one(&places);
        let value = payload.pointer_mut(&place).expect("it was collected");
        change(value, random);
    }
    payload
}

fn collect(value: &Value, path: &mut String, places: &mut Vec<String>) {
    places.push(path.clone());
    let length = path.len();
    match value {
        Value::Object(members) => {
            for (name, below) in members {
                path.push('/');
                path.push_str(&name.replace('~', "~0").replace('/', "~1"));
                collect(below, path, places);
                path.truncate(length);
            }
        }
        Value::Array(items) => {
            for (index, below) in items.iter().enumerate() {
                let _ = write!(path, "/{index}");
                collect(below, path, places);
                path.truncate(length);
            }
        }
        _ => {}
    }
}

fn change(value: &mut Value, random: &mut Random) {
    match value {
        Value::Object(members) => {
            if members.len() > 1 && random.below(8) == 0 {
                let name = random.one(&members.keys().cloned().collect::<Vec<_>>());
                members.shift_remove(&name);
                return;
            }
            for _ in 0..=random.below(3) {
                // Names of undocumented members, and of members that other payloads and forms have.
                let name = random.one(&NAMES);
                if !members.contains_key(name) {
                    members.insert(name.to_owned(), something(random, 0));
                }
            }
        }
        Value::Array(items) => match (items.first().cloned(), random.below(3)) {
            (Some(first), 0) => items.extend(std::iter::repeat_n(first, 3)),
            (Some(_), 1) => items.clear(),
            _ => {}
        },
        Value::String(text) => random.one(&TEXTS).clone_into(text),
        Value::Number(_) => {
            *value = random.one(&[json!(-1), json!(0), json!(7.0), json!(9_007_199_254_740_991_i64), json!(i64::MAX)]);
        }
        Value::Bool(boolean) => *boolean = !*boolean,
        Value::Null => {}
    }
}

const NAMES: [&str; 16] = [
    "extra",
    "a/b",
    "~",
    "*",
    "0",
    "",
    "user_id",
    "reason",
    "id_no",
    "locked_time",
    "unlocked_time",
    "issue",
    "auto_merge_enable",
    "name",
    "commit",
    "merge_request",
];

const TEXTS: [&str; 14] = [
    "",
    "master",
    "2022-01-01 00:00:00.00",
    "2022-01-01T00:00:00Z",
    "0000",
    "ab12",
    "\u{1f600}",
    "line\nbreak",
    "a\u{7f}b",
    "https://example.com/a?b=c#d",
    "(){}[]|^$\\.*+?",
    "open",
    "refs/heads/main",
    "eb63d0277e64684236ebf8394b919230c4b8a286",
];

/// A value of any kind, nested a few levels.
fn something(random: &mut Random, depth: usize) -> Value {
    match random.below(if depth > 3 { 6 } else { 8 }) {
        0 => Value::Null,
        1 => json!(random.below(2) == 0),
        2 => random.one(&[json!(5), json!(-5), json!(i64::MIN), json!(i64::MAX)]),
        3 => random.one(&[json!(1.5), json!(2.0)]),
        4 | 5 => json!(random.one(&TEXTS)),
        6 => (0..random.below(3)).map(|_| something(random, depth + 1)).collect(),
        _ => {
            let count = random.below(3);
            Value::Object((0..count).map(|_| (random.one(&NAMES).to_owned(), something(random, depth + 1))).collect())
        }
    }
}
