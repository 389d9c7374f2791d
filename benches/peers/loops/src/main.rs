//! Loops over the lines of a file or over the files of a folder: parsing alone, and `serde_json` with `jsonschema`.
//!
//! `loops ignored PATH` parses and keeps nothing; `loops value PATH SCHEMA` parses into a `Value` and asks `is_valid`;
//! `loops errors PATH SCHEMA` does so and lists the errors of what is rejected, as whoever reports them must.

use std::{
    env, fs,
    io::{self, BufRead, BufReader},
    path::Path,
};

use serde::de::IgnoredAny;
use serde_json::Value;

fn main() -> io::Result<()> {
    let arguments: Vec<String> = env::args().collect();
    let [_, loop_name, path, rest @ ..] = arguments.as_slice() else {
        return Err(io::Error::other("loops ignored|value|errors PATH [SCHEMA]"));
    };
    let validator = match rest {
        [schema] => Some(jsonschema::validator_for(&serde_json::from_slice(&fs::read(schema)?)?).map_err(io::Error::other)?),
        _ => None,
    };
    let mut errors = 0u64;
    let mut accepts = |payload: &[u8]| match &validator {
        None => serde_json::from_slice::<IgnoredAny>(payload).is_ok(),
        Some(validator) => match serde_json::from_slice::<Value>(payload) {
            Err(_) => false,
            Ok(value) if validator.is_valid(&value) => true,
            Ok(value) => {
                if loop_name == "errors" {
                    errors += validator.iter_errors(&value).map(|error| error.to_string().len() as u64).sum::<u64>();
                }
                false
            }
        },
    };
    let (mut accepted, mut rejected) = (0u64, 0u64);
    let mut count = |is_accepted: bool| if is_accepted { accepted += 1 } else { rejected += 1 };
    if Path::new(path).is_dir() {
        for entry in fs::read_dir(path)? {
            count(accepts(&fs::read(entry?.path())?));
        }
    } else {
        let mut reader = BufReader::with_capacity(256 * 1024, fs::File::open(path)?);
        let mut line = Vec::new();
        while reader.read_until(b'\n', &mut line)? > 0 {
            count(accepts(&line));
            line.clear();
        }
    }
    println!("accepted {accepted} rejected {rejected}");
    if errors > 0 {
        println!("{errors} bytes of messages");
    }
    Ok(())
}
