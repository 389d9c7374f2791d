//! Packs: a host that the project does not know, plain schemas, extensions, and what is said of those that are broken.

mod extensions;
mod plain;

use std::{fs, path::Path};

use rstest::rstest;
use tempfile::TempDir;

use crate::support::{Ran, folder, root, run};

const GITEA: &str = "examples/packs/gitea";

fn check(pack: &Path) -> Ran {
    run(root(), &["pack", "check", pack.to_str().expect("it is text")])
}

/// A copy of a pack that can be broken.
fn copy(pack: &str) -> TempDir {
    let copy = folder(&[]);
    let files = walkdir::WalkDir::new(root().join(pack)).into_iter().map(|entry| entry.expect("it can be read"));
    let mut count = 0;
    for file in files.filter(|entry| entry.file_type().is_file()) {
        let name = file.path().strip_prefix(root().join(pack)).expect("it is below");
        let path = copy.path().join(name);
        fs::create_dir_all(path.parent().expect("it has a folder")).expect("it can be made");
        fs::copy(file.path(), path).expect("it can be copied");
        count += 1;
    }
    assert!(count > 5, "{pack} has {count} files");
    copy
}

fn replace(path: &Path, old: &str, new: &str) {
    let text = fs::read_to_string(path).expect("it is there");
    assert!(text.contains(old), "{} has no {old}", path.display());
    fs::write(path, text.replacen(old, new, 1)).expect("it can be written");
}

#[test]
fn another_host_is_a_pack() {
    let ran = check(&root().join(GITEA));
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), "4 events, 21 fixtures: all is well\n"), "{ran:?}");
    assert_eq!(
        ran.out,
        "gitea/push: 8 fixtures\ngitea/create: 4 fixtures\ngitea/delete: 3 fixtures\ngitea/pull_request: 6 fixtures\n"
    );
}

#[test]
fn its_deliveries_are_judged_beside_those_that_are_known() {
    let requests = format!("{GITEA}/fixtures/gitea/push/valid/delivery.http");
    let ran = run(root(), &["validate", "--pack", GITEA, &requests, "fixtures/codeup/push/valid"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    // Without the pack it is nobody's; and a delivery of another host stays that.
    assert_eq!(run(root(), &["validate", &requests]).code, Some(1));
    let other = format!("{GITEA}/fixtures/gitea/push/unknown/of-another-host.http");
    let ran = run(root(), &["validate", "--pack", GITEA, &other]);
    assert!(ran.out.contains("the header `X-GitHub-Event` is another host's"), "{ran:?}");
    let ran = run(root(), &["explain", "gitea/pull_request", "/review", "--pack", GITEA]);
    assert!(ran.out.contains("must be there when `action` is `reviewed`"), "{ran:?}");
}

/// What a stranger gets wrong, and how it is said.
#[rstest]
#[case::no_json("gitea/provider.json", "\"id\"", "id", 2, "/gitea/provider.json:2:3: key must be a string")]
#[case::ended_early("gitea/provider.json", "    }\n  ]\n}\n", "", 2, "/gitea/provider.json:42:1: EOF while parsing")]
#[case::unknown_key(
    "gitea/provider.json",
    "\"id\":",
    "\"colour\": 1, \"id\":",
    2,
    "provider.json:2:10: unknown field `colour`"
)]
#[case::outside_the_profile(
    "gitea/create.schema.json",
    "\"enum\"",
    "\"anyOf\"",
    2,
    "/properties/ref_type/anyOf: the profile has no `anyOf` here"
)]
#[case::no_such_definition(
    "gitea/push.schema.json",
    "#/$defs/Person",
    "#/$defs/Human",
    2,
    "there is no `Human` in the `$defs`"
)]
#[case::other_name("gitea/provider.json", "\"gitea\"", "\"tea\"", 2, "the `id` is `tea`, and the folder is `gitea`")]
#[case::bad_address("gitea/provider.json", "https://docs", "docs", 1, "/document/url: ")]
#[case::not_satisfiable("gitea/push.schema.json", "\"^refs/\"", "\"^a^\"", 1, "push.schema.json: ")]
#[case::wrong_folder(
    "fixtures/gitea/create/drift/ref-type.json",
    "note",
    "tag",
    1,
    "drift/ref-type.json: must be drift, and is valid (gitea/create)"
)]
#[case::wrong_rule(
    "fixtures/gitea/pull_request/cases.toml",
    "additionalProperties",
    "forbidden",
    1,
    "must be drift by `forbidden` at `/pull_request/draft`, and is drift"
)]
#[case::wrong_cases(
    "fixtures/gitea/pull_request/cases.toml",
    "drift/draft",
    "drift/gone",
    1,
    "there is no file drift/gone.json"
)]
fn what_is_wrong_with_a_pack_is_said_where_it_is(
    #[case] file: &str,
    #[case] old: &str,
    #[case] new: &str,
    #[case] code: i32,
    #[case] message: &str,
) {
    let pack = copy(GITEA);
    replace(&pack.path().join(file), old, new);
    let ran = check(pack.path());
    assert_eq!(ran.code, Some(code), "{ran:?}");
    assert!(ran.err.contains(message), "{}", ran.err);
    assert!(ran.err.contains(pack.path().to_str().expect("it is text")), "the path can be clicked: {}", ran.err);
}

#[test]
fn a_pack_that_is_not_there_is_named_once() {
    let ran = run(root(), &["events", "--pack", "not-there"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.err.starts_with("error: the pack not-there cannot be read: not-there: "), "{}", ran.err);
    assert_eq!(ran.err.matches("os error").count(), 1, "{}", ran.err);
}

#[test]
fn fixtures_that_are_nobodys_are_reported() {
    let pack = copy(GITEA);
    for (path, message) in [
        ("fixtures/gitea/wiki/valid/a.json", "there is no event `gitea/wiki`"),
        ("fixtures/gitea/push/fine/a.json", "`fine` is no verdict"),
        ("fixtures/gitea/push/a.json", "a fixture lies in a folder that is named after its verdict"),
    ] {
        let path = pack.path().join(path);
        fs::create_dir_all(path.parent().expect("it has a folder")).expect("it can be made");
        fs::write(&path, "{}").expect("it can be written");
        let ran = check(pack.path());
        assert_eq!(ran.code, Some(1), "{ran:?}");
        assert!(ran.err.contains(message), "{}", ran.err);
    }
    fs::remove_dir_all(pack.path().join("fixtures")).expect("it can be removed");
    let ran = check(pack.path());
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.err.contains("has no fixtures: nothing shows"), "{}", ran.err);
}

#[test]
fn a_new_pack_works_and_is_written_whole_or_not_at_all() {
    let folder = folder(&[("full/file.txt", "x")]);
    fs::create_dir(folder.path().join("empty")).expect("it can be made");
    for name in ["new", "empty"] {
        let ran = run(folder.path(), &["pack", "new", name]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""), "{ran:?}");
        let ran = run(folder.path(), &["pack", "check", name]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), "1 event, 4 fixtures: all is well\n"), "{ran:?}");
        let capture = format!("{name}/fixtures/example/push/drift/new-member.json");
        let ran = run(folder.path(), &["validate", "--strict", "--pack", name, &capture]);
        assert_eq!(ran.code, Some(1), "{ran:?}");
    }
    for (name, message) in
        [("full", "full is not empty"), ("new", "new is not empty"), ("no/such/folder", "cannot be written")]
    {
        let ran = run(folder.path(), &["pack", "new", name]);
        assert_eq!(ran.code, Some(2), "{ran:?}");
        assert!(ran.err.contains(message), "{}", ran.err);
    }
    let left: Vec<_> = crate::support::entries(folder.path());
    assert_eq!(left.len(), 3, "nothing is left over: {left:?}");
}
