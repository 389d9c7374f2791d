//! Every fixture and every case derived from one: as it is, named, and under the headers of its provider.

use hookproof::{
    Delivery, Verdict,
    fixtures::{Case, Folder},
    http::Request,
};

use super::accepted;
use crate::support::{folders, judge};

/// The bytes of a case as they are delivered: alone, named, and under each header that could announce them.
fn deliveries(case: &Case) -> Vec<(String, Delivery<'_>)> {
    let delivery = Delivery::new(&case.bytes);
    let named = delivery.clone().provider(&case.provider);
    let mut all = vec![
        ("as it is".to_owned(), delivery.clone()),
        ("its event named".to_owned(), named.clone().event(&case.event)),
        ("its provider named".to_owned(), named),
    ];
    for known in judge().catalog().events() {
        let headers = known.entry.provider.delivery.event_headers.iter();
        all.extend(
            headers
                .zip(known.event.recognition.header.as_ref())
                .map(|(header, value)| (format!("under `{header}: {value}`"), delivery.clone().header(header, value))),
        );
    }
    let form = delivery.clone().header("Content-Type", "application/x-www-form-urlencoded");
    all.push(("as a form".to_owned(), form));
    all
}

/// Whatever is said of a delivery, and whether it was accepted.
fn said(case: &Case, delivery: &Delivery, how: &str) -> (Verdict, bool) {
    let accepted = accepted(judge(), delivery).unwrap_or_else(|problem| panic!("{} {how}: {problem}", case.path()));
    (judge().explain(delivery).verdict, accepted)
}

#[test]
fn exactly_the_valid_cases_are_accepted() {
    let (mut deliveries_tried, mut valid, mut doubted) = (0, 0, Vec::new());
    for case in folders().iter().flat_map(Folder::build).filter(|case| !case.is_request) {
        for (how, delivery) in deliveries(&case) {
            let (verdict, accepted) = said(&case, &delivery, &how);
            deliveries_tried += 1;
            valid += usize::from(verdict == Verdict::Valid);
            if (verdict == Verdict::Valid) != accepted {
                doubted.push(format!("{} {how}", case.path()));
            }
        }
    }
    assert!(deliveries_tried > 20_000 && valid > 500, "{valid} of {deliveries_tried} are valid");
    assert_eq!(doubted, Vec::<String>::new(), "of {valid}");
}

#[test]
fn exactly_the_valid_requests_are_accepted() {
    let mut valid = 0;
    for case in folders().iter().flat_map(Folder::build).filter(|case| case.is_request) {
        let Ok(request) = Request::read(&case.bytes) else { continue };
        let delivery = Delivery { headers: request.headers.clone(), ..Delivery::new(&request.body) };
        let (verdict, accepted) = said(&case, &delivery, "");
        assert_eq!(verdict == Verdict::Valid, accepted, "{}", case.path());
        valid += usize::from(accepted);
    }
    assert!(valid > 5, "{valid}");
}
