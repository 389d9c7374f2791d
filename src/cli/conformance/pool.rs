//! Work that several threads do, with its results in order.

use std::{
    collections::BTreeMap,
    io,
    num::NonZeroUsize,
    sync::{
        atomic::{AtomicUsize, Ordering},
        mpsc,
    },
    thread,
};

/// Hands the result for each item to `each`, in the order of the items, until it says that it wants no more.
pub(super) fn in_order<'i, I: Sync, R: Send>(
    items: &'i [I],
    jobs: NonZeroUsize,
    work: impl Fn(&'i I) -> R + Sync,
    mut each: impl FnMut(&'i I, R) -> io::Result<bool>,
) -> io::Result<()> {
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        let (sender, results) = mpsc::channel();
        for _ in 0..jobs.get().min(items.len()) {
            let (sender, next, work) = (sender.clone(), &next, &work);
            scope.spawn(move || {
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    let Some(item) = items.get(index) else { return };
                    // Nobody receives once no more is wanted.
                    if sender.send((index, work(item))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(sender);
        let mut early = BTreeMap::new();
        let mut due = 0;
        for (index, result) in results {
            early.insert(index, result);
            while let Some(result) = early.remove(&due) {
                if !each(&items[due], result)? {
                    return Ok(());
                }
                due += 1;
            }
        }
        Ok(())
    })
}
