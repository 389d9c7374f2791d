//! `hookproof completions`: what a shell needs to complete the command, made from its definition.

use std::io::Write as _;

use super::args::Completions;

pub(super) fn run(options: &Completions) -> anyhow::Result<u8> {
    let mut command = super::definition();
    let name = command.get_name().to_owned();
    let mut script = Vec::new();
    clap_complete::generate(options.shell, &mut command, name, &mut script);
    std::io::stdout().lock().write_all(&script)?;
    Ok(super::SUCCESS)
}
