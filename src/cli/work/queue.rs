//! What is given in order, done by several, and taken in the order in which it was given; there is never much of it.

use std::{
    collections::{BTreeMap, VecDeque},
    sync::{Condvar, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use super::blocks::is_spare;

/// Beyond so many bytes, nothing is given as long as something is not yet taken.
const MOST_BYTES: usize = 8 * 1024 * 1024;

/// The queue of a run.
pub(super) struct Queue<T, D> {
    state: Mutex<State<T, D>>,
    /// There is room for more, or nothing more is wanted.
    room: Condvar,
    /// There is something to do, or nothing more will be.
    task: Condvar,
    /// Something is done, or nothing more will be.
    done: Condvar,
    /// How many can be between giver and taker.
    limit: usize,
}

struct State<T, D> {
    waiting: VecDeque<(u64, T)>,
    done: BTreeMap<u64, D>,
    given: u64,
    taken: u64,
    /// How many bytes those hold that are not taken.
    bytes: usize,
    weights: VecDeque<usize>,
    is_closed: bool,
    is_stopped: bool,
    spare: Vec<Vec<u8>>,
}

/// What a taker gets.
pub(super) enum Taken<D> {
    Done(D),
    /// Nothing for now.
    Nothing,
    /// Everything was taken.
    End,
}

/// Nothing more is wanted.
#[derive(Debug, Clone, Copy)]
pub(in crate::cli) struct Stopped;

impl<T, D> Queue<T, D> {
    pub(super) fn new(limit: usize) -> Self {
        let state = State {
            waiting: VecDeque::new(),
            done: BTreeMap::new(),
            given: 0,
            taken: 0,
            bytes: 0,
            weights: VecDeque::new(),
            is_closed: false,
            is_stopped: false,
            spare: Vec::new(),
        };
        Self { state: Mutex::new(state), room: Condvar::new(), task: Condvar::new(), done: Condvar::new(), limit }
    }

    /// Gives something to be done that holds so many bytes, once there is room for it.
    pub(super) fn give(&self, task: T, bytes: usize) -> Result<(), Stopped> {
        let (mut state, number) = self.room(bytes)?;
        state.waiting.push_back((number, task));
        drop(state);
        self.task.notify_one();
        Ok(())
    }

    /// Gives something that is done already.
    pub(super) fn give_done(&self, done: D, bytes: usize) -> Result<(), Stopped> {
        let (mut state, number) = self.room(bytes)?;
        state.done.insert(number, done);
        drop(state);
        self.done.notify_all();
        Ok(())
    }

    /// Waits until there is room for something that holds so many bytes; its number.
    fn room(&self, bytes: usize) -> Result<(MutexGuard<'_, State<T, D>>, u64), Stopped> {
        let mut state = self.lock();
        loop {
            if state.is_stopped {
                return Err(Stopped);
            }
            let open = state.given - state.taken;
            if open == 0 || (open < self.limit as u64 && state.bytes < MOST_BYTES) {
                break;
            }
            state = self.room.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        let number = state.given;
        state.given += 1;
        state.bytes += bytes;
        state.weights.push_back(bytes);
        Ok((state, number))
    }

    /// Says that nothing more is given.
    pub(super) fn close(&self) {
        self.lock().is_closed = true;
        self.task.notify_all();
        self.done.notify_all();
    }

    /// Wants nothing more; what was given is still done.
    pub(super) fn stop(&self) {
        let mut state = self.lock();
        (state.is_stopped, state.is_closed) = (true, true);
        drop(state);
        self.room.notify_all();
        self.task.notify_all();
    }

    /// Does what is given, until nothing more is.
    pub(super) fn work(&self, mut task: impl FnMut(T) -> D) {
        let mut state = self.lock();
        loop {
            if let Some((number, next)) = state.waiting.pop_front() {
                drop(state);
                let done = task(next);
                state = self.lock();
                state.done.insert(number, done);
                if number == state.taken {
                    self.done.notify_all();
                }
            } else if state.is_closed {
                return;
            } else {
                state = self.task.wait(state).unwrap_or_else(PoisonError::into_inner);
            }
        }
    }

    /// Takes what is next in order; waits for it as long as that.
    pub(super) fn take(&self, patience: Duration) -> Taken<D> {
        let mut state = self.lock();
        for attempt in 0..2 {
            let number = state.taken;
            if let Some(done) = state.done.remove(&number) {
                state.taken += 1;
                let bytes = state.weights.pop_front().unwrap_or_default();
                state.bytes -= bytes;
                drop(state);
                self.room.notify_all();
                return Taken::Done(done);
            }
            if state.is_closed && state.given == state.taken {
                return Taken::End;
            }
            if attempt == 0 {
                state = self.done.wait_timeout(state, patience).unwrap_or_else(PoisonError::into_inner).0;
            }
        }
        Taken::Nothing
    }

    /// Memory that was given back.
    pub(super) fn spare(&self) -> Option<Vec<u8>> {
        self.lock().spare.pop()
    }

    /// Gives memory back.
    pub(super) fn give_back(&self, memory: Vec<u8>) {
        let mut state = self.lock();
        if state.spare.len() < self.limit && is_spare(&memory) {
            state.spare.push(memory);
        }
    }

    fn lock(&self) -> MutexGuard<'_, State<T, D>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
