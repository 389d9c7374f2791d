//! Payloads are judged by several threads at once, and reported in the order of the inputs.
//!
//! One thread reads the inputs in pieces, others judge them, and the thread that writes the reports takes what they found
//! in order. Between them there is never more than a few pieces, whatever the inputs are. Where one thread is to judge, it
//! reads as well.

mod blocks;
mod feed;
mod pieces;
mod progress;
mod queue;
mod stop;

use std::{io, sync::Arc, thread, time::Duration};

use super::deliveries::Source;
pub(super) use pieces::{Answer, Found, Judging, Piece};
pub(super) use progress::Progress;
pub(super) use queue::Stopped;
use queue::{Queue, Taken};
use stop::Stop;

/// How long it takes at most until a signal is noticed.
const PATIENCE: Duration = Duration::from_millis(50);

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ended {
    /// Everything was judged.
    Whole,
    /// A signal ended it: what was read until then is judged.
    Interrupted,
}

/// Whoever takes what is found out.
pub(super) trait Taker {
    /// Takes the next answer.
    fn take(&mut self, answer: &mut Answer) -> io::Result<()>;

    /// Nothing more is known for now.
    fn pause(&mut self) -> io::Result<()>;
}

/// Judges every payload of a source with so many threads.
///
/// The threads end with the process, and not before: one that reads from a pipe may never end by itself.
pub(super) fn run(
    source: Source<'static>,
    judging: Judging<'static>,
    jobs: usize,
    taker: &mut dyn Taker,
) -> io::Result<Ended> {
    if source.is_small() {
        return here(&source, judging, taker).map(|()| Ended::Whole);
    }
    let stop = Stop::watch()?;
    let queue: Arc<Queue<Piece, Vec<Answer>>> = Arc::new(Queue::new(jobs + 2));
    // Where one thread judges, it is the one that reads: what it would hand over is still at hand.
    let judges = if jobs > 1 { jobs } else { 0 };
    let reading = Arc::clone(&queue);
    spawn("reader", move || {
        let mut give = |piece: Piece| {
            let bytes = piece.bytes();
            if judges > 0 {
                return reading.give(piece, bytes);
            }
            reading.give_done(judging.answers(piece, &mut |memory| reading.give_back(memory)), bytes)
        };
        // Whoever wants nothing more has a reason to say so.
        let _ = source.feed(&mut || reading.spare(), &mut give);
        reading.close();
    })?;
    for _ in 0..judges {
        let queue = Arc::clone(&queue);
        spawn("judge", move || queue.work(|piece| judging.answers(piece, &mut |memory| queue.give_back(memory))))?;
    }
    let mut ended = Ended::Whole;
    loop {
        match queue.take(PATIENCE) {
            Taken::End => return Ok(ended),
            Taken::Nothing => taker.pause()?,
            Taken::Done(answers) => {
                for mut answer in answers {
                    taker.take(&mut answer)?;
                    if let Answer::Judged(text, ..) = answer {
                        queue.give_back(text.into_bytes());
                    }
                }
                taker.pause()?;
            }
        }
        if stop.is_wanted() && ended == Ended::Whole {
            ended = Ended::Interrupted;
            queue.stop();
        }
    }
}

/// Without threads: a few small files are judged sooner than those begin.
fn here(source: &Source, judging: Judging, taker: &mut dyn Taker) -> io::Result<()> {
    let mut result = Ok(());
    let _ = source.feed(&mut || None, &mut |piece| {
        let mut answers = judging.answers(piece, &mut drop);
        result = answers.iter_mut().try_for_each(|answer| taker.take(answer));
        result.as_ref().map_err(|_| Stopped).copied()
    });
    result?;
    taker.pause()
}

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> io::Result<()> {
    /// Nobody would ever take what a thread owes that has panicked.
    struct Watched;
    impl Drop for Watched {
        fn drop(&mut self) {
            if thread::panicking() {
                std::process::abort();
            }
        }
    }
    let run = move || {
        let _watched = Watched;
        work();
    };
    thread::Builder::new().name(name.to_owned()).spawn(run).map(drop)
}
