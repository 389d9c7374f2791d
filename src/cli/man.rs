//! `hookproof man`: the manual pages of the command and of each of its commands, made from their definition.

use std::{
    fs,
    io::{self, Write as _},
};

use anyhow::Context as _;
use clap::Command;
use clap_mangen::Man as Page;

use super::{args::Man, formats::Output};

pub(super) fn run(options: &Man) -> anyhow::Result<u8> {
    let pages = pages();
    let Some(folder) = &options.dir else {
        let mut text = Vec::new();
        pages.iter().try_for_each(|page| page.render(&mut text))?;
        io::stdout().lock().write_all(&text)?;
        return Ok(super::SUCCESS);
    };
    fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    for page in &pages {
        let mut output = Output::open(Some(&folder.join(page.get_filename())), anstream::ColorChoice::Never)?;
        page.render(&mut output)?;
        output.finish()?;
    }
    Ok(super::SUCCESS)
}

/// The page of the command, and one for each command below it.
fn pages() -> Vec<Page> {
    fn add(command: &Command, pages: &mut Vec<Page>) {
        pages.push(Page::new(command.clone()));
        command.get_subcommands().for_each(|below| add(below, pages));
    }
    let mut command = super::definition().disable_help_subcommand(true);
    command.build();
    let mut pages = Vec::new();
    add(&command, &mut pages);
    pages
}
