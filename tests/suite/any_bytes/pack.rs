//! A pack of any bytes: it is refused with file and place, or everything works that is made of its schemas.

use hookproof::{Catalog, Delivery, Judge, Verdict, catalog::Problem, generate::Generator, schema::Level};

/// The files of a pack in one text, in which a line such as `=== forge/provider.json` stands before each.
pub(crate) fn files(text: &str) -> Vec<(&str, &str)> {
    let text = text.strip_prefix("=== ").unwrap_or(text);
    text.split("\n=== ").map(|file| file.split_once('\n').unwrap_or((file, ""))).collect()
}

/// A pack is sound, or it is said where it is not.
pub(crate) fn holds(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let files = files(&text);
    let catalog = Catalog::from_files(&files).and_then(|mut catalog| catalog.widen(&files).map(|()| catalog));
    match catalog {
        Ok(catalog) => works(catalog),
        Err(problems) => all_told(&files, &problems),
    }
}

/// A refusal has a reason, and names no place that is not there.
fn all_told(files: &[(&str, &str)], problems: &[Problem]) {
    assert!(!problems.is_empty(), "a refusal has a reason");
    for problem in problems {
        let text =
            files.iter().filter(|(path, _)| *path == problem.file).map(|(_, text)| text.split('\n').count()).max();
        let is_there = |(line, column)| text.is_some_and(|lines| (1..=lines).contains(&line) && column > 0);
        assert!(problem.at.is_none_or(is_there), "no such place: {problem:?}");
        assert!(!problem.message.is_empty(), "{problem:?}");
    }
}

/// Each schema is judged by, in both levels, and a payload that is made from it is valid.
fn works(catalog: Catalog) {
    let judge = Judge::new(catalog);
    for known in judge.catalog().events() {
        let (provider, event) = (&known.entry.provider.id, &known.event.id);
        // What the profile cannot know: a pattern that is too large, a plain schema that is none.
        if judge.prepare(provider).is_err() {
            continue;
        }
        let check = |body: &str| judge.check(&Delivery::new(body.as_bytes()).provider(provider).event(event));
        let _ = check("{}");
        assert!(known.is_plain() || known.schema(Level::Open).is_object());
        if let Ok(generator) = Generator::new(known) {
            let body = generator.payload(0).to_string();
            let report = check(&body);
            assert_eq!(report.verdict, Verdict::Valid, "{}: {body}: {report:?}", known.name());
        }
    }
}
