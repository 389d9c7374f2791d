//! Whatever is missing from the matrix, or used by nothing, is found.

use std::collections::BTreeMap;

use hookproof::fixtures::Cases;
use serde_json::json;

use super::data::{Data, enforce};
use crate::{coverage::Matrix, folders::Folder};

/// A claim, what to change, and parts of the one gap that must then be found: its place and its message.
pub(super) type Case = (&'static str, fn(&mut Data), &'static str, &'static str);

const CREATED: &str = "deveo/project.created.schema.json";

/// With the data of one provider.
const GAPS: &[Case] = &[
    (
        "a constraint needs a case",
        |data| data.remove_row("project.created", "project.uuid-pattern"),
        "schemas/deveo/common.schema.json#/$defs/Uuid/pattern",
        "no case of deveo/project.created breaks pattern at /project/uuid",
    ),
    (
        "a case elsewhere breaks no constraint here",
        |data| data.remove_row("project.created", "project.uuid-pattern"),
        "schemas/deveo/common.schema.json#/$defs/Uuid/pattern",
        "no case of deveo/project.created breaks pattern at /project/uuid",
    ),
    (
        "a required member needs a case without it",
        |data| data.remove_row("project.created", "project.name-missing"),
        "schemas/deveo/project.created.schema.json#/properties/project/required",
        "breaks required `name` at /project: add a row with `rule = \"required\"` to fixtures/deveo/project.created/cases.toml",
    ),
    (
        "a limit needs a case",
        |data| data.edit(CREATED, "/properties/project/properties/name", |name| name["maxLength"] = json!(100)),
        "schemas/deveo/project.created.schema.json#/properties/project/properties/name/maxLength",
        "no case of deveo/project.created breaks maxLength at /project/name",
    ),
    (
        "an empty list needs a case",
        |data| data.remove_row("push", "commits-empty"),
        "schemas/deveo/push.schema.json#/properties/commits",
        "no valid case of deveo/push shows /commits: an empty list",
    ),
    (
        "an optional member needs a case without it",
        |data| {
            data.edit("deveo/project.updated.schema.json", "", |schema| {
                let required = schema["required"].as_array_mut().expect("a list");
                required.retain(|name| name != "project");
            });
            data.remove_row("project.updated", "project-missing");
        },
        "schemas/deveo/project.updated.schema.json#/properties/project",
        "no valid case of deveo/project.updated shows /: without `project`",
    ),
    (
        "a documented value needs a case",
        |data| {
            let kind = "/properties/repository/properties/type";
            data.edit("deveo/repository.created.schema.json", kind, |kind| {
                kind["enum"] = json!(["git", "subversion", "cvs"]);
            });
            let rows = "base = \"valid/documented-example.json\"\ncases = [{ name = \"undocumented\", op = \"replace\", \
                path = \"/repository/type\", value = '\"rcs\"', verdict = \"drift\", rule = \"enum\" }]";
            data.add_rows("repository.created", rows);
        },
        "schemas/deveo/repository.created.schema.json#/properties/repository/properties/type",
        "no valid case of deveo/repository.created shows /repository/type: `cvs`",
    ),
    (
        "null needs a case",
        |data| {
            let description = "/properties/project/properties/description";
            data.edit(CREATED, description, |node| node["type"] = json!(["string", "null"]));
            data.remove_row("project.created", "project.description-null");
        },
        "schemas/deveo/project.created.schema.json#/properties/project/properties/description",
        "no valid case of deveo/project.created shows /project/description: null",
    ),
    (
        "a property needs evidence",
        |data| {
            data.edit(CREATED, "/properties/subject", |node| {
                node.as_object_mut().expect("an object").remove("x-evidence");
            });
        },
        "schemas/deveo/project.created.schema.json#/properties/subject",
        "a property needs `x-evidence`",
    ),
    (
        "a variant needs a fixture",
        |data| data.file("project.created", "valid/documented-example.json").variants.clear(),
        "fixtures/deveo/project.created/cases.toml",
        "no valid fixture shows the variant `created`",
    ),
    (
        "a variant is documented",
        |data| data.file("project.created", "valid/form-delivery.http").variants.push("archived".to_owned()),
        "fixtures/deveo/project.created/cases.toml",
        "`archived` is none of the event's `variants`",
    ),
    (
        "an erratum needs a fixture",
        |data| data.forget("DV-E07"),
        "schemas/deveo/errata.json#/errata/6",
        "DV-E07: no fixture shows it",
    ),
    (
        "a mistake of syntax needs a malformed fixture",
        |data| data.file("project.created", "malformed/no-break-space.json").errata.clear(),
        "schemas/deveo/errata.json#/errata/1",
        "DV-E02: a mistake of syntax needs a fixture in `malformed/`",
    ),
    (
        "a reason stands only where no fixture does",
        |data| data.file("project.created", "valid/form-delivery.http").errata.push("DV-E13".to_owned()),
        "schemas/deveo/errata.json#/errata/12",
        "DV-E13: project.created/valid/form-delivery.http shows it: remove `unshown`",
    ),
    (
        "an erratum that a fixture names is recorded",
        |data| data.file("project.created", "valid/form-delivery.http").errata.push("DV-E99".to_owned()),
        "fixtures/deveo/project.created/cases.toml",
        "valid/form-delivery.http: there is no erratum DV-E99 in schemas/deveo",
    ),
    (
        "a rule that a fixture names is recorded",
        |data| data.file("project.created", "valid/form-delivery.http").rules.push("DV-C99".to_owned()),
        "fixtures/deveo/project.created/cases.toml",
        "valid/form-delivery.http: there is no rule DV-C99 in schemas/deveo",
    ),
    (
        "a rule that is enforced needs a case",
        |data| data.edit("deveo/provider.json", "/rules", |rules| enforce(rules, "DV-R1", "reader")),
        "schemas/deveo/provider.json#/rules/6",
        "DV-R1: no case shows it",
    ),
    (
        "a file is listed",
        |data| drop(data.folder("push").files.insert("valid/stray.json".to_owned(), b"{}".to_vec())),
        "fixtures/deveo/push/valid/stray.json",
        "fixtures/deveo/push/cases.toml does not list it",
    ),
    (
        "a listed file is there",
        |data| drop(data.folder("push").files.remove("malformed/form-two-payloads.http")),
        "fixtures/deveo/push/cases.toml",
        "malformed/form-two-payloads.http: there is no such file",
    ),
    (
        "a file lies in an event's folder",
        |data| data.stored.fixtures.strays.push("fixtures/deveo/notes.txt".to_owned()),
        "fixtures/deveo/notes.txt",
        "no `cases.toml` lists it",
    ),
    (
        "a fixture says what it proves",
        |data| data.file("push", "malformed/form-two-payloads.http").proves = "Something".to_owned(),
        "fixtures/deveo/push/cases.toml",
        "malformed/form-two-payloads.http: `proves` is a sentence",
    ),
    (
        "what is documented has its lines",
        |data| data.file("push", "valid/documented-example.json").lines = None,
        "fixtures/deveo/push/cases.toml",
        "valid/documented-example.json: `lines` says where",
    ),
    (
        "a name means one row",
        |data| {
            let rows = &mut data.folder("push").cases.edits[0].cases;
            rows.push(rows[0].clone());
        },
        "fixtures/deveo/push/cases.toml",
        "two rows are called `payload-type`",
    ),
    (
        "a row applies to its file",
        |data| data.folder("push").cases.edits[0].cases[0].path = "/nowhere/at/all".to_owned(),
        "fixtures/deveo/push/cases.toml",
        "nothing stands at `/nowhere/at/all`",
    ),
    (
        "an event has fixtures",
        |data| data.stored.fixtures.folders.retain(|folder| folder.event != "repository.created"),
        "fixtures/deveo/repository.created/cases.toml",
        "the event has no fixtures",
    ),
    (
        "a folder has an event",
        |data| data.stored.fixtures.folders.push(Folder { event: "wiki".to_owned(), ..empty() }),
        "fixtures/deveo/wiki/cases.toml",
        "there is no event deveo/wiki",
    ),
    (
        "a snapshot has an event or a test",
        |data| data.stored.snapshots.extend(["deveo/wiki.snap".to_owned()]),
        "tests/snapshots/deveo/wiki.snap",
        "no test and no event has this snapshot",
    ),
    (
        "a snapshot that waits for review is no snapshot",
        |data| data.stored.snapshots.extend(["deveo/push.snap.new".to_owned()]),
        "tests/snapshots/deveo/push.snap.new",
        "no test and no event has this snapshot",
    ),
    (
        "an event has a snapshot",
        |data| data.stored.snapshots.retain(|path| path != "deveo/push.snap"),
        "tests/snapshots/deveo/push.snap",
        "the event has no snapshot",
    ),
];

#[test]
fn every_gap_is_found() {
    check("deveo", GAPS);
}

/// Makes one change after the other, and looks for the gap that it leaves.
pub(super) fn check(provider: &str, cases: &[Case]) {
    let whole = Data::of(provider);
    let judge = whole.judge();
    assert_eq!(Matrix::of(&judge, &whole.stored).gaps, [], "the data of one provider are whole");
    for (claim, change, place, message) in cases {
        let mut data = whole.clone();
        change(&mut data);
        // Schemas are compiled anew only where they are others.
        let same = data.schemas == whole.schemas;
        let gaps = if same { Matrix::of(&judge, &data.stored).gaps } else { data.gaps() };
        let found = gaps.iter().any(|gap| gap.place == *place && gap.message.contains(message));
        assert!(found, "{claim}: {gaps:#?}");
    }
}

/// A folder of fixtures that holds nothing.
fn empty() -> Folder {
    Folder { provider: "deveo".to_owned(), event: String::new(), cases: Cases::default(), files: BTreeMap::new() }
}
