//! What is accepted in one pass is what the judge finds valid, and nothing else; and all that is valid is accepted.

mod cases;
mod corners;
mod generated;
mod mutated;

use hookproof::{Delivery, Judge, Verdict};

pub(crate) use crate::any_bytes::accept::accepted;

/// The verdict on a delivery, on which both ways must agree.
pub(crate) fn verdict(judge: &Judge, delivery: &Delivery) -> Verdict {
    accepted(judge, delivery).unwrap_or_else(|problem| panic!("{problem}"));
    judge.explain(delivery).verdict
}
