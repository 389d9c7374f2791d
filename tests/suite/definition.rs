//! `--help`, the manual pages and the completions are of one definition: each names every command and every option.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    process::Command,
};

use rstest::rstest;

use crate::support::{entries, folder, root, run};

/// The options and commands of each command, which has its words as a name: `hookproof validate`.
type Words = BTreeMap<String, BTreeSet<String>>;

/// What the definition says, as far as a person sees it.
fn defined() -> Words {
    fn add(command: &clap::Command, above: &str, words: &mut Words) {
        let name = format!("{above}{}", command.get_name());
        let mut of_it: BTreeSet<String> = BTreeSet::new();
        for argument in command.get_arguments().filter(|argument| !argument.is_hide_set() && !argument.is_positional())
        {
            of_it.extend(argument.get_long().map(|long| format!("--{long}")));
            of_it.extend(argument.get_short().map(|short| format!("-{short}")));
        }
        for below in command.get_subcommands() {
            of_it.insert(below.get_name().to_owned());
            add(below, &format!("{name} "), words);
        }
        words.insert(name, of_it);
    }
    let mut command = hookproof::cli::definition().disable_help_subcommand(true);
    command.build();
    let mut words = Words::new();
    add(&command, "", &mut words);
    assert!(words.len() > 5 && words["hookproof validate"].contains("--strict"), "{words:?}");
    words
}

/// The options among the words of a line.
fn options(line: &str) -> impl Iterator<Item = String> {
    let words = line.split(|c: char| c.is_whitespace() || ",=<[".contains(c));
    words.filter(|word| !word.trim_start_matches('-').is_empty() && word.starts_with('-')).map(str::to_owned)
}

fn arguments<'a>(command: &'a str, last: &[&'a str]) -> Vec<&'a str> {
    command.split(' ').skip(1).chain(last.iter().copied()).collect()
}

#[test]
fn help_names_what_is_defined() {
    for (command, words) in defined() {
        let help = run(root(), &arguments(&command, &["--help"])).out;
        let mut found = BTreeSet::new();
        let mut section = "";
        for line in help.lines().filter(|line| !line.is_empty()) {
            let entry = line.trim_start();
            match (section, line.len() - entry.len()) {
                (_, 0) => section = line,
                ("Commands:", 2) => found.extend(entry.split(' ').next().map(str::to_owned)),
                // What explains an option stands further to the right.
                ("Options:", 2 | 6) => found.extend(options(entry.split("  ").next().unwrap_or_default())),
                _ => {}
            }
        }
        found.remove("help");
        assert_eq!(found, words, "{command}");
    }
}

/// What a manual page names: an entry follows the mark of each.
fn named_in(page: &str) -> BTreeSet<String> {
    let page = page.replace("\\fB", "").replace("\\fR", "").replace("\\fI", "").replace("\\-", "-");
    let mut lines = page.lines();
    let mut found = BTreeSet::new();
    while lines.any(|line| line == ".TP") {
        let entry = lines.next().expect("an entry follows");
        match entry.strip_suffix("(1)") {
            Some(below) => found.extend(below.rsplit('-').next().map(str::to_owned)),
            None => found.extend(options(entry)),
        }
    }
    found
}

#[test]
fn the_manual_names_what_is_defined() {
    let pages = folder(&[]);
    let defined = defined();
    assert_eq!(run(pages.path(), &["man", "--dir", "man/man1"]).code, Some(0));
    let written = entries(&pages.path().join("man/man1"));
    assert_eq!(written.len(), defined.len());
    for (command, words) in &defined {
        let file = pages.path().join(format!("man/man1/{}.1", command.replace(' ', "-")));
        let page = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        assert_eq!(&named_in(&page), words, "{command}");
    }
    let together = run(root(), &["man"]).out;
    assert_eq!(together.matches(".TH ").count(), defined.len());
    assert_eq!(named_in(&together), defined.into_values().flatten().collect());
}

#[cfg(unix)]
#[test]
fn bash_completes_what_is_defined() {
    let script = folder(&[("hookproof.bash", &run(root(), &["completions", "bash"]).out)]);
    for (command, mut words) in defined() {
        let words_before: Vec<&str> = command.split(' ').collect();
        let last = words_before.last().expect("a command has a name");
        let ask = format!(
            "source hookproof.bash; COMP_WORDS=({command} ''); COMP_CWORD={}; _hookproof hookproof '' {last}; echo \"${{COMPREPLY[*]}}\"",
            words_before.len()
        );
        let bash = Command::new("bash").args(["--norc", "-c", &ask]).current_dir(script.path()).output();
        let bash = bash.expect("there is a bash");
        assert!(bash.status.success() && bash.stderr.is_empty(), "{bash:?}");
        let offered = String::from_utf8(bash.stdout).expect("it is text");
        let mut found: BTreeSet<String> = offered.split_whitespace().map(str::to_owned).collect();
        found.remove("help");
        // Values are offered beside: the shells, for instance.
        found.retain(|word| word.starts_with('-') || words.contains(word));
        words.retain(|word| word != "help");
        assert_eq!(found, words, "{command}: {offered}");
    }
}

#[rstest]
#[case("bash")]
#[case("elvish")]
#[case("fish")]
#[case("powershell")]
#[case("zsh")]
fn every_shell_is_told_of_every_word(#[case] shell: &str) {
    let script = run(root(), &["completions", shell]).out;
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let told: BTreeSet<&str> = script.split(|c| !is_word(c)).collect();
    for word in defined().into_values().flatten() {
        // Fish has the names without the hyphens.
        let bare = word.trim_start_matches('-');
        assert!(told.contains(&*word) || (shell == "fish" && told.contains(bare)), "{shell} does not know {word}");
    }
}

#[test]
fn an_unknown_shell_is_wrong_usage() {
    let ran = run(root(), &["completions", "tcsh"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("possible values: bash, elvish, fish, powershell, zsh"), "{}", ran.err);
}
