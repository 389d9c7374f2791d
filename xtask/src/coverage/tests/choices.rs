//! What conditions and the forms of a union need, side by side and form by form.

use serde_json::json;

use super::{
    data::enforce,
    gaps::{Case, check},
};

/// What a rule that a condition states needs, with the data of one provider.
const CONDITIONS: &[Case] = &[
    (
        "a condition needs a valid case for either side",
        |data| {
            data.folder("deploy").cases.files.remove("valid/stop.json");
            data.folder("deploy").files.remove("valid/stop.json");
        },
        "schemas/codearts/deploy.schema.json#/allOf/2",
        "no valid case of codearts/deploy shows /: when `eventCode` is `stop`",
    ),
    (
        "a condition needs a case that breaks it",
        |data| data.remove_row("deploy", "eventName-does-not-fit"),
        "schemas/codearts/deploy.schema.json#/allOf/0/then/properties/eventName/const",
        "no case of codearts/deploy breaks const when `eventCode` is `success` at /eventName",
    ),
    (
        "a rule needs a valid case in each of its events",
        |data| data.folder("deploy").cases.files.values_mut().for_each(|file| file.rules.clear()),
        "schemas/codearts/provider.json#/rules/2",
        "CA-C3: no valid case of fixtures/codearts/deploy/cases.toml shows that it holds",
    ),
    (
        "a rule needs a case that breaks it in each of its events",
        |data| data.rows("deploy").for_each(|row| row.rules.clear()),
        "schemas/codearts/provider.json#/rules/2",
        "CA-C3: no case of fixtures/codearts/deploy/cases.toml breaks it",
    ),
    (
        "a case names the rule that it breaks",
        |data| data.rows("deploy").filter(|row| row.name == "eventName-does-not-fit").for_each(|row| row.rules.clear()),
        "fixtures/codearts/deploy/cases.toml",
        "eventName-does-not-fit: it breaks CA-C3",
    ),
    (
        "a case breaks the rule that it names",
        |data| {
            data.rows("deploy")
                .filter(|row| row.name == "eventName-type")
                .for_each(|row| row.rules.push("CA-C3".to_owned()));
        },
        "fixtures/codearts/deploy/cases.toml",
        "eventName-type: it does not break CA-C3",
    ),
    (
        "a rule that a condition states is enforced by the schema",
        |data| data.edit("codearts/provider.json", "/rules", |rules| enforce(rules, "CA-C3", "none")),
        "schemas/codearts/deploy.schema.json#/allOf/0",
        "it states CA-C3, so `enforced` of that rule is `schema`",
    ),
];

/// What forms of a union need, with the data of another.
const FORMS: &[Case] = &[
    (
        "what two forms share needs a case in both",
        |data| {
            data.edit("sourcecommit/common.schema.json", "/$defs", |defs| {
                defs["UserId"] = json!({"description": "A user.", "type": "string"});
                for form in ["HttpsSender", "SshSubAccountSender"] {
                    let user = defs[form]["properties"]["user_id"].as_object_mut().expect("the member is there");
                    user.remove("type");
                    user.insert("$ref".to_owned(), json!("#/$defs/UserId"));
                }
            });
            data.remove_row("meta", "sender.user_id-type");
            data.remove_row("meta", "sender.user_id-null");
        },
        "schemas/sourcecommit/common.schema.json#/$defs/UserId/type",
        "no case of sourcecommit/meta breaks type at /sender/user_id (HttpsSender)",
    ),
    (
        "a member of another form is no undocumented one",
        |data| data.remove_row("meta", "sender-closed-2"),
        "schemas/sourcecommit/common.schema.json#/$defs/SshSubAccountSender/additionalProperties",
        "no case of sourcecommit/meta breaks additionalProperties at /sender (SshSubAccountSender)",
    ),
    (
        "a form that the event allows needs a valid case",
        |data| {
            data.folder("meta").cases.files.remove("valid/by-sub-account.json");
            data.folder("meta").files.remove("valid/by-sub-account.json");
        },
        "schemas/sourcecommit/common.schema.json#/$defs/Sender",
        "no valid case of sourcecommit/meta shows /sender: the form `SshSubAccountSender`",
    ),
    (
        "what is beyond reach is not reached",
        |data| {
            let rows = "base = \"valid/documented-example.json\"\ncases = [{ name = \"system\", op = \"replace\", \
                path = \"/sender\", value = '{\"type\": \"system\", \"mbrNo\": \"1\", \"x\": 1}', verdict = \"drift\", rule = \"enum\" }]";
            data.add_rows("meta", rows);
        },
        "schemas/sourcecommit/common.schema.json#/$defs/SystemSender/additionalProperties",
        "the case `system` breaks it although a rule of the event forbids the form `SystemSender`",
    ),
];

#[test]
fn a_condition_needs_cases_on_both_sides() {
    check("codearts", CONDITIONS);
}

#[test]
fn forms_of_a_union_count_one_by_one() {
    check("sourcecommit", FORMS);
}
