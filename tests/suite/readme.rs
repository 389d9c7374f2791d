//! The sessions of the README are what the command prints.

#[test]
fn the_sessions_of_the_readme_are_real() {
    trycmd::TestCases::new().env("GITHUB_ACTIONS", "false").case("README.md").run();
}
