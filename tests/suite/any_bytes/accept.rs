//! The accepting pass on any bytes: what it accepts, the judge finds valid as the same event, and both give one report.

use hookproof::{Delivery, Judge, Report, Verdict, http::Request};

/// The bytes as a recorded request if they are one, else as a body: as they are, and as an event that their length chooses,
/// under its name and under its header.
pub(crate) fn holds(bytes: &[u8]) {
    let judge = Judge::embedded();
    let request = Request::read(bytes);
    let delivery = match &request {
        Ok(request) => Delivery { headers: request.headers.clone(), ..Delivery::new(&request.body) },
        Err(_) => Delivery::new(bytes),
    };
    let (body, count) = (Delivery::new(delivery.body), judge.catalog().events().count());
    let known = judge.catalog().events().nth(bytes.len() % count).expect("there are so many");
    let provider = &known.entry.provider;
    let header = provider.delivery.event_headers.first().zip(known.event.recognition.header.as_ref());
    let announced = header.map(|(header, value)| body.clone().header(header, value));
    let named = body.provider(&provider.id).event(&known.event.id);
    for delivery in [delivery, named].into_iter().chain(announced) {
        if let Err(problem) = accepted(judge, &delivery) {
            panic!("{problem}");
        }
    }
}

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
