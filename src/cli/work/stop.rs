//! The first signal to end is a wish, the second a command.

use std::{
    io,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use signal_hook::{
    consts::{SIGINT, SIGTERM},
    flag,
};

/// Whether a signal asked the run to end.
pub(super) struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Watches for Ctrl-C and for the request to terminate, from now on.
    pub(super) fn watch() -> io::Result<Self> {
        let wanted = Arc::new(AtomicBool::new(false));
        for signal in [SIGINT, SIGTERM] {
            // In this order, so that only what comes after the first ends the process at once.
            flag::register_conditional_shutdown(signal, 128 + signal, Arc::clone(&wanted))?;
            flag::register(signal, Arc::clone(&wanted))?;
        }
        Ok(Self(wanted))
    }

    pub(super) fn is_wanted(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}
