//! The generated files are those that the schemas make, and the generator needs none of them.

use std::{fs, path::Path, process::Command};

use hookproof::Catalog;
use tempfile::TempDir;

use crate::codegen::{Plan, files, plan};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask is in the package's folder")
}

fn of_this_package() -> Plan {
    plan(&Catalog::embedded().expect("the schemas are sound")).expect("nothing is refused")
}

#[test]
fn the_generated_files_are_up_to_date() {
    let stale = files::stale(&root().join("src/generated"), &of_this_package()).expect("the folder can be read");
    assert!(stale.is_empty(), "{}\nrun `cargo xtask codegen` and commit the result", stale.join("\n"));
}

#[test]
fn each_file_begins_with_the_command_that_makes_it() {
    let plan = of_this_package();
    assert!(plan.len() > 4, "only {:?}", plan.keys());
    for (name, text) in plan {
        assert!(text.starts_with("// Made by `cargo xtask codegen`"), "{name}");
    }
}

#[test]
fn missing_changed_and_stray_files_are_found_and_mended() {
    let folder = TempDir::new().expect("a temporary folder");
    let plan: Plan = [("a.rs", "1"), ("b.rs", "2"), ("c.rs", "3")].map(|(k, v)| (k.to_owned(), v.to_owned())).into();
    fs::write(folder.path().join("a.rs"), "1").expect("it can be written");
    fs::write(folder.path().join("b.rs"), "broken").expect("it can be written");
    fs::create_dir(folder.path().join("old")).expect("it can be made");
    fs::write(folder.path().join("old/d.rs"), "").expect("it can be written");
    let stale = || files::stale(folder.path(), &plan).expect("the folder can be read");
    assert_eq!(stale(), ["b.rs differs", "c.rs is missing", "old is not generated"]);
    let written = || fs::metadata(folder.path().join("a.rs")).and_then(|file| file.modified()).expect("it is there");
    let before = written();
    files::write(folder.path(), &plan).expect("it can be written");
    assert_eq!(stale(), Vec::<String>::new());
    assert_eq!(written(), before);
}

/// The generator is built without what it makes: a broken file cannot stop it.
#[test]
fn the_generator_does_not_build_the_generated_files() {
    let tree = Command::new(env!("CARGO"))
        .args(["tree", "--package", "xtask", "--edges", "features,normal", "--offline", "--locked", "--prefix", "none"])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    let tree = String::from_utf8(tree.stdout).expect("it is text");
    let features: Vec<&str> = tree.lines().filter_map(|line| line.strip_prefix("hookproof feature ")).collect();
    assert!(features.iter().any(|feature| feature.starts_with("\"fixtures\"")), "{tree}");
    let types = features.iter().find(|feature| feature.starts_with("\"types\"") || feature.starts_with("\"default\""));
    assert_eq!(types, None, "{tree}");
}
