//! What is accepted in one pass is what the judge finds valid, and nothing else; and all that is valid is accepted.

mod cases;
mod corners;
mod generated;
mod mutated;

use hookproof::{Delivery, Judge, Report, Verdict};

/// Whether a delivery is accepted. What is accepted must be found valid by the way that explains, as the same event, and
/// either way gives the same report.
pub(crate) fn accepted(judge: &Judge, delivery: &Delivery) -> Result<bool, String> {
    let explained = judge.explain(delivery);
    let about = || format!("{explained:?}\nof {}", String::from_utf8_lossy(delivery.body));
    if judge.check(delivery) != explained {
        return Err(format!("`check` reports {:?}, and the judge {}", judge.check(delivery), about()));
    }
    let Some(known) = judge.accepts(delivery) else { return Ok(false) };
    let named = Report {
        provider: Some(known.entry.provider.id.clone()),
        event: Some(known.event.id.clone()),
        verdict: Verdict::Valid,
        findings: Vec::new(),
        reason: None,
    };
    if named == explained {
        Ok(true)
    } else {
        Err(format!("accepted as {}, and the judge says {}", known.name(), about()))
    }
}

/// The verdict on a delivery, on which both ways must agree.
pub(crate) fn verdict(judge: &Judge, delivery: &Delivery) -> Verdict {
    accepted(judge, delivery).unwrap_or_else(|problem| panic!("{problem}"));
    judge.explain(delivery).verdict
}
