//! The sessions of the README are what the command prints.

use crate::support::root;

#[test]
fn the_sessions_of_the_readme_are_real() {
    // Nor does it matter in whose CI they run.
    let ci = [("GITHUB_ACTIONS", "false"), ("GITHUB_WORKSPACE", ""), ("CI_PROJECT_DIR", "")];
    let cases = trycmd::TestCases::new();
    for (name, value) in ci {
        cases.env(name, value);
    }
    cases.case("README.md").run();
}

#[test]
fn the_configuration_of_the_readme_is_that_of_the_example() {
    let read = |path: &str| std::fs::read_to_string(root().join(path)).expect("the file is there");
    assert!(read("README.md").contains(&format!("```toml\n{}```", read("examples/ci/hookproof.toml"))));
}
