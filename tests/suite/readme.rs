//! The sessions of the README are what the command prints.

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
