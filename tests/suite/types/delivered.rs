//! From a delivery to its typed event, by the recognition that `check` uses.

use hookproof::{
    Delivery, Event, Verdict, codeup,
    fixtures::Case,
    http::Request,
    sourcecommit,
    types::{Error, ErrorKind},
};

use crate::support::{folders, judge};

fn every_case() -> Vec<Case> {
    folders().into_iter().flat_map(|folder| folder.build()).collect()
}

fn read(case: &Case) -> Result<Event, Error> {
    if !case.is_request {
        return Event::from_delivery(&Delivery::new(&case.bytes));
    }
    let request = Request::read(&case.bytes).expect("it is a request");
    Event::from_delivery(&Delivery { headers: request.headers.clone(), ..Delivery::new(&request.body) })
}

#[test]
fn every_case_is_read_as_it_is_judged() {
    let cases = every_case();
    for case in &cases {
        let report = case.judge(judge(), false).expect("it can be judged");
        let name = report.provider.as_deref().zip(report.event.as_deref());
        let name = name.map(|(provider, event)| format!("{provider}/{event}"));
        let outcome = read(case);
        match (report.verdict, &outcome) {
            (Verdict::Valid | Verdict::Drift, Ok(event)) => {
                assert_eq!(event.name(), name.as_deref(), "{}", case.name);
                assert!(!matches!(event, Event::Unknown(_)));
            }
            (Verdict::Unknown, Ok(Event::Unknown(unknown))) => {
                assert_eq!(Some(&unknown.reason), report.reason.map(|reason| reason.to_string()).as_ref());
            }
            (Verdict::Malformed, Err(error)) => assert_eq!(error.kind(), ErrorKind::Malformed, "{}", case.name),
            (Verdict::Invalid, Err(error)) => assert_ne!(error.kind(), ErrorKind::Malformed, "{}", case.name),
            (verdict, outcome) => panic!("{} is {verdict}, and read as {outcome:?}", case.name),
        }
    }
    assert!(cases.len() > 2000);
}

#[test]
fn an_undocumented_event_is_unknown_with_its_name_and_body() {
    let body = br#"{"object_kind": "build", "id": 7}"#;
    let delivery = Delivery::new(body).header("X-Codeup-Event", "Build Hook");
    let Ok(Event::Unknown(unknown)) = Event::from_delivery(&delivery) else { panic!("nothing documents it") };
    assert_eq!(unknown.name.as_deref(), Some("Build Hook"));
    assert_eq!(unknown.body["id"], 7);
    let Ok(event) = codeup::Event::from_delivery(&Delivery::new(body)) else { panic!("it is no error") };
    assert_eq!(event.name(), Some("build"));
    let Ok(Event::Unknown(unknown)) = Event::from_delivery(&Delivery::new(b"[1]")) else { panic!("it is no event") };
    assert_eq!(unknown.name, None);
}

#[test]
fn a_provider_reads_its_own_events_only() {
    let body = include_bytes!("../../../fixtures/codeup/note.commit/valid/documented-example.json");
    let event = codeup::Event::from_delivery(&Delivery::new(body));
    let Ok(codeup::Event::Note(codeup::Note::Commit(note))) = event else { panic!("{event:?}") };
    assert_eq!(note.object_attributes.author_id, 1);
    let event = sourcecommit::Event::from_delivery(&Delivery::new(body));
    assert!(matches!(event, Ok(sourcecommit::Event::Unknown(_))), "{event:?}");
}
