//! How far a long run has come, for whoever watches standard error.

use std::{
    fs,
    io::{IsTerminal as _, stderr, stdout},
    path::Path,
    time::{Duration, Instant},
};

use indicatif::{HumanBytes, HumanCount, ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Nobody needs to be told how far a shorter run has come.
const LONG: Duration = Duration::from_secs(1);

/// A bar that appears when a run is long.
pub(in crate::cli) struct Progress {
    begun: Instant,
    /// None where nobody watches.
    watched: Option<Watched>,
    bytes: u64,
}

struct Watched {
    bar: Option<ProgressBar>,
    /// The bytes of all inputs, where they are known beforehand.
    total: Option<u64>,
    /// Whether reports are written to the same terminal.
    shares: bool,
}

impl Progress {
    pub(in crate::cli) fn new<P: AsRef<Path>>(paths: &[P]) -> Self {
        let sizes = paths.iter().map(|path| fs::metadata(path).ok().filter(fs::Metadata::is_file));
        let watched = stderr().is_terminal().then(|| Watched {
            bar: None,
            total: sizes.map(|metadata| metadata.map(|metadata| metadata.len())).sum(),
            shares: stdout().is_terminal(),
        });
        Self { begun: Instant::now(), watched, bytes: 0 }
    }

    /// So many bytes more were judged, and so many payloads in all.
    pub(in crate::cli) fn advance(&mut self, bytes: u64, payloads: u64) {
        self.bytes += bytes;
        let Some(watched) = self.watched.as_mut().filter(|_| self.begun.elapsed() >= LONG) else { return };
        let bar = watched.bar.get_or_insert_with(|| bar(watched.total));
        bar.set_position(self.bytes);
        bar.set_message(format!("{}, {} payloads", HumanBytes(self.bytes), HumanCount(payloads)));
    }

    /// Does something that writes to the terminal; `to_standard_error` if it does so in any case.
    pub(in crate::cli) fn aside<T>(&self, to_standard_error: bool, write: impl FnOnce() -> T) -> T {
        let watched = self.watched.as_ref().filter(|watched| watched.shares || to_standard_error);
        match watched.and_then(|watched| watched.bar.as_ref()) {
            Some(bar) => bar.suspend(write),
            None => write(),
        }
    }

    /// Takes the bar away.
    pub(in crate::cli) fn finish(&self) {
        if let Some(bar) = self.watched.as_ref().and_then(|watched| watched.bar.as_ref()) {
            bar.finish_and_clear();
        }
    }
}

fn bar(total: Option<u64>) -> ProgressBar {
    let template = match total {
        Some(_) => "{bar:30} {percent}% of {total_bytes}, {eta} left: {msg}",
        None => "{spinner} {elapsed}: {msg}",
    };
    let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
    let bar = total.map_or_else(ProgressBar::no_length, ProgressBar::new);
    bar.set_draw_target(ProgressDrawTarget::stderr());
    bar.with_style(style)
}
