//! `hookproof generate`: payloads made from the schemas, one a line.

use std::io::{BufWriter, Write as _};

use hookproof::{
    Catalog,
    generate::{Fault, Generator},
    schema::Level,
};
use serde_json::{Map, Value};

use super::args::Generate;

pub(super) fn run(catalog: &Catalog, options: &Generate) -> anyhow::Result<u8> {
    let generator = Generator::new(super::events::named(catalog, &options.event)?)?;
    let generator = if options.compact { generator.lean() } else { generator };
    // Payloads of different seeds do not overlap: the command counts in the lower half.
    let first = u64::from(options.seed) << 32;
    let mut output = BufWriter::new(std::io::stdout().lock());
    let mut print = |payload: &Value| writeln!(output, "{payload}");
    if options.covering {
        generator.covering().payloads.iter().try_for_each(&mut print)?;
    } else if options.broken {
        let broken = generator.broken();
        // The payload itself can be of another type, so there is always something to break.
        let constraints = broken.breakable().len();
        for (seed, constraint) in (0..options.count.unwrap_or(constraints as u64)).zip((0..constraints).cycle()) {
            print(&labelled(broken.payload(constraint, first.wrapping_add(seed))))?;
        }
    } else {
        for seed in 0..options.count.unwrap_or(1) {
            print(&generator.payload(first.wrapping_add(seed)))?;
        }
    }
    output.flush()?;
    Ok(super::SUCCESS)
}

fn labelled(fault: Fault) -> Value {
    let label = [
        ("verdict", Some(fault.verdict.as_str().into())),
        ("rule", Some(fault.rule.into())),
        ("pointer", Some(fault.pointer.to_string().into())),
        ("member", fault.member.map(Value::from)),
        ("schema", Some(fault.schema.into())),
        ("alone", Some((fault.level == Level::Documented).into())),
        ("payload", Some(fault.payload)),
    ];
    let members = label.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    Value::Object(members.collect::<Map<_, _>>())
}
