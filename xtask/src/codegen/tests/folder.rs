//! The generated files are those that the schemas make, and the generator needs none of them.

use std::process::Command;

use hookproof::Catalog;

use crate::{codegen::plan, folders::project, plan::Plan};

fn of_this_package() -> Plan {
    plan(&Catalog::embedded().expect("the schemas are sound")).expect("nothing is refused")
}

#[test]
fn the_generated_files_are_up_to_date() {
    of_this_package().check().unwrap_or_else(|stale| panic!("{stale}"));
}

#[test]
fn each_file_begins_with_the_command_that_makes_it() {
    let plan = of_this_package();
    assert!(plan.files().len() > 4, "only {:?}", plan.files().keys());
    for (name, text) in plan.files() {
        assert!(text.starts_with("// Made by `cargo xtask codegen`"), "{name}");
    }
}

/// The generator is built without what it makes: a broken file cannot stop it.
#[test]
fn the_generator_does_not_build_the_generated_files() {
    let tree = Command::new(env!("CARGO"))
        .args(["tree", "--package", "xtask", "--edges", "features,normal", "--offline", "--locked", "--prefix", "none"])
        .current_dir(project())
        .output()
        .expect("cargo runs");
    let tree = String::from_utf8(tree.stdout).expect("it is text");
    let features: Vec<&str> = tree.lines().filter_map(|line| line.strip_prefix("hookproof feature ")).collect();
    assert!(features.iter().any(|feature| feature.starts_with("\"fixtures\"")), "{tree}");
    let types = features.iter().find(|feature| feature.starts_with("\"types\"") || feature.starts_with("\"default\""));
    assert_eq!(types, None, "{tree}");
}
