//! The reader of recorded requests on any bytes: a body is what stands in the text, wherever chunks put it.

use hookproof::{http::Request, text::is_hostile};

/// Each byte of the body is where it is said to be, and the request written anew says the same.
pub(crate) fn holds(text: &[u8]) {
    let request = match Request::read(text) {
        Ok(request) => request,
        Err(fault) => {
            assert!(fault.offset <= text.len() && !fault.message.contains(is_hostile), "{fault:?}");
            return;
        }
    };
    for (at, byte) in request.body.iter().enumerate() {
        assert_eq!(text.get(request.offset(at)), Some(byte), "{at} of {request:?}");
    }
    assert!(request.offset(request.body.len()) <= text.len(), "{request:?}");
    let is_framing =
        |name: &str| ["content-length", "transfer-encoding"].iter().any(|it| name.eq_ignore_ascii_case(it));
    let headers: Vec<_> = request.headers.iter().filter(|(name, _)| !is_framing(name)).collect();
    let mut written = b"POST / HTTP/1.1\r\n".to_vec();
    for (name, value) in &headers {
        written.extend(format!("{name}: {value}\r\n").bytes());
    }
    written.extend(format!("Content-Length: {}\r\n\r\n", request.body.len()).bytes());
    written.extend(&*request.body);
    let again = Request::read(&written).unwrap_or_else(|fault| panic!("{fault:?} of {request:?} written anew"));
    assert_eq!(again.body, request.body);
    assert!(again.headers.iter().filter(|(name, _)| !is_framing(name)).eq(headers), "{again:?} and {request:?}");
}
