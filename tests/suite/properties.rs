//! No input makes `check` panic, and a report holds together whatever it is about.

use std::sync::LazyLock;

use hookproof::Delivery;
use proptest::{
    collection::vec,
    prelude::{Strategy, any, proptest},
    sample::{Index, select},
};

use crate::{
    any_bytes::{damage::Damage, delivery::is_sound},
    support::{config, folders, judge},
};

/// Every body among the fixtures and their edits that is JSON.
static BODIES: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let cases = folders().into_iter().flat_map(|folder| folder.build());
    cases.filter(|case| !case.is_request && case.bytes.len() < 20_000).map(|case| case.bytes).collect()
});

fn body() -> impl Strategy<Value = Vec<u8>> {
    any::<Index>().prop_map(|index| index.get(&BODIES).clone())
}

/// One to four changes.
fn mutated() -> impl Strategy<Value = Vec<u8>> {
    (body(), vec(Damage::any(), 1..5)).prop_map(|(mut body, damage)| {
        for damage in &damage {
            damage.inflict(&mut body);
        }
        body
    })
}

fn headers() -> impl Strategy<Value = Vec<(String, String)>> {
    let name = select(vec!["Codeup-Event", "X-Deveo-Event", "Content-Type", "X-Gitlab-Event", "X-Other"]);
    let value =
        select(vec!["Push Hook", "Note Hook", "push", "application/x-www-form-urlencoded", "application/json", ""]);
    vec((name.prop_map(str::to_owned), value.prop_map(str::to_owned)), 0..3)
}

proptest! {
    #![proptest_config(config(3000))]

    #[test]
    fn no_bytes_make_check_panic(body in vec(any::<u8>(), 0..200), headers in headers()) {
        let delivery = Delivery { headers, ..Delivery::new(&body) };
        is_sound(&judge().check(&delivery), &body);
    }

    #[test]
    fn no_mutation_of_a_fixture_makes_check_panic(body in mutated(), headers in headers()) {
        let delivery = Delivery { headers, ..Delivery::new(&body) };
        is_sound(&judge().check(&delivery), &body);
    }
}
