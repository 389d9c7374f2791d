//! Recorded requests.

use std::fmt::Write as _;

use hookproof::http::{Request, RequestFault};
use proptest::prelude::*;

use crate::any_bytes::request;

/// A request as recorded, with CRLF or with the bare LF that an editor leaves.
fn recorded(headers: &str, body: &str) -> Vec<u8> {
    let mut text = String::from("POST /hook HTTP/1.1\r\nHost: example.com\r\n");
    for header in headers.lines() {
        write!(text, "{header}\r\n").expect("a string takes it");
    }
    format!("{text}\r\n{body}").into_bytes()
}

fn with_bare_line_feeds(text: &[u8]) -> Vec<u8> {
    text.iter().copied().filter(|byte| *byte != b'\r').collect()
}

fn fault(text: &[u8]) -> RequestFault {
    match Request::read(text) {
        Ok(request) => panic!("it was read: {request:?}"),
        Err(fault) => fault,
    }
}

#[test]
fn the_body_is_what_the_headers_say() {
    let rows = [
        ("no length: to the end", "", "{}", "{}"),
        ("no length: the last line end is part of it", "", "{}\n", "{}\n"),
        ("no length and no body", "", "", ""),
        ("an exact length", "Content-Length: 2", "{}", "{}"),
        ("a length of zero", "Content-Length: 0", "", ""),
        ("a line end that an editor added", "Content-Length: 2", "{}\n", "{}"),
        ("blank lines that an editor added", "Content-Length: 2", "{}\r\n\n", "{}"),
        ("a line end that belongs to the body", "Content-Length: 3", "{}\n\n", "{}\n"),
        ("a length in bytes, not characters", "Content-Length: 4", "\"é\"", "\"é\""),
        ("a name in other case", "CONTENT-length:2", "{}", "{}"),
        ("space around a value", "Content-Length: \t 2 ", "{}", "{}"),
        ("zeros before a length", "Content-Length: 002", "{}", "{}"),
        ("an encoding that is none", "Content-Encoding: Identity", "{}", "{}"),
        ("one chunk", "Transfer-Encoding: chunked", "2\r\n{}\r\n0\r\n\r\n", "{}"),
        ("several chunks", "Transfer-Encoding: chunked", "1\r\n{\r\n3\r\n\r\n}\r\n0\r\n\r\n", "{\r\n}"),
        ("no chunk but the last", "Transfer-Encoding: chunked", "0\r\n\r\n", ""),
        ("a last chunk of many zeros", "Transfer-Encoding: chunked", "2\r\n{}\r\n000\r\n\r\n", "{}"),
        (
            "sizes of either case",
            "Transfer-Encoding: Chunked",
            "a\r\n0123456789\r\nA\r\n0123456789\r\n0\r\n\r\n",
            "01234567890123456789",
        ),
        ("an extension of a chunk", "Transfer-Encoding: chunked", "2;a=\"b\"\r\n{}\r\n0;x\r\n\r\n", "{}"),
        ("space after a size", "Transfer-Encoding: chunked", "2 \r\n{}\r\n0\t\r\n\r\n", "{}"),
        ("trailers", "Transfer-Encoding: chunked", "2\r\n{}\r\n0\r\nDigest: x\r\nVia: y\r\n\r\n", "{}"),
        ("no empty line after the last chunk", "Transfer-Encoding: chunked", "2\r\n{}\r\n0\r\n", "{}"),
        ("a trailer without an empty line", "Transfer-Encoding: chunked", "2\r\n{}\r\n0\r\nVia: y\r\n", "{}"),
        ("blank lines after the last chunk", "Transfer-Encoding: chunked", "2\r\n{}\r\n0\r\n\r\n\r\n\n", "{}"),
        (
            "chunks, whatever the length says",
            "Content-Length: 1\nTransfer-Encoding: chunked",
            "2\r\n{}\r\n0\r\n\r\n",
            "{}",
        ),
    ];
    for (claim, headers, body, expected) in rows {
        let text = recorded(headers, body);
        let request = Request::read(&text).unwrap_or_else(|fault| panic!("{claim}: {fault:?}"));
        assert_eq!(String::from_utf8_lossy(&request.body), expected, "{claim}");
        for (at, byte) in request.body.iter().enumerate() {
            assert_eq!(text.get(request.offset(at)), Some(byte), "{claim}: byte {at}");
        }
        // A body of its own line ends is another body then.
        if !expected.contains('\r') {
            let text = with_bare_line_feeds(&text);
            let request = Request::read(&text).unwrap_or_else(|fault| panic!("{claim}, bare LF: {fault:?}"));
            assert_eq!(String::from_utf8_lossy(&request.body), expected, "{claim}, bare LF");
        }
    }
}

#[test]
fn headers_keep_their_order_their_repetitions_and_their_bytes() {
    let text = b"\r\nPUT /a?b HTTP/1.0\r\nX-B: 1\r\nx-a:  two words \r\nX-B:\r\nX-C: caf\xc3\xa9 \xff\r\n\r\n{}";
    let request = Request::read(text).expect("a request");
    let headers: Vec<_> = request.headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!(headers, [("X-B", "1"), ("x-a", "two words"), ("X-B", ""), ("X-C", "café \u{fffd}")]);
    assert_eq!(request.offset(0), text.len() - 2);
}

#[test]
fn what_is_no_request_is_refused() {
    let rows: [(&str, &[u8], bool); 13] = [
        ("an empty text", b"", true),
        ("blank lines", b"\r\n\r\n", true),
        ("a beginning", b"POST /hook HT", true),
        ("a request line alone", b"POST /hook HTTP/1.1\r\n", true),
        ("no empty line after the headers", b"POST /hook HTTP/1.1\r\nHost: example.com\r\n", true),
        ("a header that is cut", b"POST /hook HTTP/1.1\r\nHost: exam", true),
        ("a response", b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", false),
        ("a JSON text", b"{\"before\": \"\", \"after\": \"\"}", false),
        ("headers alone", b"Host: example.com\r\n\r\n{}", false),
        ("another protocol", b"POST /hook HTTP/2\r\n\r\n{}", false),
        ("a space before the colon", b"POST /hook HTTP/1.1\r\nHost : x\r\n\r\n{}", false),
        ("a header without a colon", b"POST /hook HTTP/1.1\r\nHost\r\n\r\n{}", false),
        ("bytes", b"\x00\x01\x02\xff\xfe", false),
    ];
    for (claim, text, is_cut) in rows {
        let fault = fault(text);
        let (offset, message) =
            if is_cut { (text.len(), "the request ends within its headers") } else { (0, "this is no HTTP request") };
        assert_eq!(fault.offset, offset, "{claim}: {fault:?}");
        assert!(fault.message.starts_with(message), "{claim}: {fault:?}");
    }
}

#[test]
fn more_headers_than_anyone_sends_are_refused() {
    // And the one that `recorded` writes.
    let (most, too_many) = ("X-A: x\n".repeat(255), "X-A: x\n".repeat(256));
    assert_eq!(Request::read(&recorded(&most, "{}")).expect("a request").headers.len(), 256);
    assert!(fault(&recorded(&too_many, "{}")).message.starts_with("this is no HTTP request"));
}

/// Offsets are counted from the body's first byte; `None` is the beginning of the text.
#[test]
fn a_body_that_is_not_what_the_headers_say_is_refused() {
    let chunked = "Transfer-Encoding: chunked";
    let rows = [
        ("a body too short", "Content-Length: 3", "{}", Some(2), "the body has 2 bytes, and `Content-Length` says 3"),
        ("no body", "Content-Length: 2", "", Some(0), "the body has 0 bytes, and `Content-Length` says 2"),
        ("a body too long", "Content-Length: 1", "{}", Some(1), "something follows the 1 bytes of the body"),
        ("a second body", "Content-Length: 2", "{}\n{}", Some(2), "something follows the 2 bytes of the body"),
        ("a length in words", "Content-Length: two", "{}", None, "`Content-Length: two` is no number"),
        ("an empty length", "Content-Length:", "{}", None, "`Content-Length: ` is no number"),
        ("a negative length", "Content-Length: -2", "{}", None, "`Content-Length: -2` is no number"),
        ("a length with a sign", "Content-Length: +2", "{}", None, "`Content-Length: +2` is no number"),
        ("a length with a point", "Content-Length: 2.0", "{}", None, "`Content-Length: 2.0` is no number"),
        (
            "a length beyond any",
            "Content-Length: 99999999999999999999",
            "{}",
            None,
            "`Content-Length: 99999999999999999999` is no number",
        ),
        ("two lengths", "Content-Length: 2\nContent-Length: 3", "{}", None, "`Content-Length: 2, 3` is no number"),
        ("a compressed body", "Content-Encoding: gzip", "{}", None, "the body is encoded as `gzip`: record it decoded"),
        (
            "a second encoding",
            "Content-Encoding: identity\nContent-Encoding: br",
            "{}",
            None,
            "the body is encoded as `identity, br`: record it decoded",
        ),
        ("another transfer coding", "Transfer-Encoding: gzip", "{}", None, "the transfer coding `gzip` is not known"),
        (
            "two transfer codings",
            "Transfer-Encoding: gzip, chunked",
            "{}",
            None,
            "the transfer coding `gzip, chunked` is not known",
        ),
        (
            "two transfer codings in two headers",
            "Transfer-Encoding: chunked\nTransfer-Encoding: gzip",
            "{}",
            None,
            "the transfer coding `chunked, gzip` is not known",
        ),
        ("no chunks", chunked, "", Some(0), "the body ends before its last chunk"),
        ("a body that is not in chunks", chunked, "{}", Some(0), "this is no chunk size"),
        ("a size that is no number", chunked, "xyz\r\n{}\r\n0\r\n\r\n", Some(0), "this is no chunk size"),
        ("a size with a sign", chunked, "+2\r\n{}\r\n0\r\n\r\n", Some(0), "this is no chunk size"),
        ("a size with a prefix", chunked, "0x2\r\n{}\r\n0\r\n\r\n", Some(0), "this is no chunk size"),
        ("a space before a size", chunked, " 2\r\n{}\r\n0\r\n\r\n", Some(0), "this is no chunk size"),
        ("a size beyond any", chunked, "fffffffffffffffff\r\n{}\r\n0\r\n\r\n", Some(0), "this is no chunk size"),
        ("the largest size", chunked, "ffffffffffffffff\r\n{}\r\n0\r\n\r\n", Some(0), "the body ends within a chunk"),
        ("an empty line for a size", chunked, "2\r\n{}\r\n\r\n", Some(7), "this is no chunk size"),
        ("an extension without a size", chunked, "2\r\n{}\r\n;x\r\n\r\n", Some(7), "this is no chunk size"),
        ("no last chunk", chunked, "2\r\n{}\r\n", Some(7), "the body ends before its last chunk"),
        ("a last chunk that is cut", chunked, "2\r\n{}\r\n0", Some(7), "the body ends before its last chunk"),
        ("a chunk that is cut", chunked, "5\r\n{}", Some(0), "the body ends within a chunk"),
        ("a chunk longer than its size", chunked, "1\r\n{}\r\n0\r\n\r\n", Some(0), "a line end must follow each chunk"),
        ("a chunk without a line end", chunked, "2\r\n{}", Some(0), "a line end must follow each chunk"),
        (
            "something after the last chunk",
            chunked,
            "2\r\n{}\r\n0\r\n\r\n{}",
            Some(12),
            "something follows the last chunk of the body",
        ),
        (
            "something in place of trailers",
            chunked,
            "2\r\n{}\r\n0\r\n{}\r\n\r\n",
            Some(10),
            "something follows the last chunk of the body",
        ),
        (
            "something after the trailers",
            chunked,
            "2\r\n{}\r\n0\r\nVia: x\r\n\r\n{}",
            Some(20),
            "something follows the last chunk of the body",
        ),
    ];
    for (claim, headers, body, offset, message) in rows {
        let text = recorded(headers, body);
        let offset = offset.map_or(0, |offset| text.len() - body.len() + offset);
        assert_eq!(fault(&text), RequestFault { offset, message: message.to_owned() }, "{claim}");
    }
}

#[test]
fn a_header_cannot_write_to_the_terminal() {
    let fault = fault(&recorded("Content-Encoding: \u{202e}pizg", "{}"));
    assert_eq!(fault.message, "the body is encoded as `\\u{202e}pizg`: record it decoded");
}

fn line_end() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["\r\n", "\n"])
}

proptest! {
    #[test]
    fn chunks_are_joined_and_every_byte_leads_back(
        chunks in prop::collection::vec(prop::collection::vec(any::<u8>(), 1..40), 0..6),
        extension in "(;[a-z]{1,4}=[a-z]{1,4})?",
        end in line_end(),
    ) {
        let mut text = format!("POST / HTTP/1.1{end}Transfer-Encoding: chunked{end}{end}").into_bytes();
        let mut places = Vec::new();
        for chunk in &chunks {
            text.extend(format!("{:x}{extension}{end}", chunk.len()).bytes());
            places.extend(text.len()..text.len() + chunk.len());
            text.extend(chunk);
            text.extend(end.bytes());
        }
        text.extend(format!("0{end}").bytes());
        places.push(text.len());
        text.extend(end.bytes());
        let request = Request::read(&text).expect("the test writes a request");
        prop_assert_eq!(&*request.body, chunks.concat());
        prop_assert_eq!((0..places.len()).map(|at| request.offset(at)).collect::<Vec<_>>(), places);
    }

    #[test]
    fn a_body_of_any_bytes_is_kept(
        body in prop::collection::vec(any::<u8>(), 0..100),
        end in line_end(),
        length in any::<bool>(),
    ) {
        let length = if length { format!("content-length: {}{end}", body.len()) } else { String::new() };
        let text = [format!("POST / HTTP/1.1{end}{length}{end}").as_bytes(), &body].concat();
        let request = Request::read(&text).expect("the test writes a request");
        prop_assert_eq!(&*request.body, &body);
        prop_assert_eq!(request.offset(body.len()), text.len());
    }

    #[test]
    fn what_holds_for_any_text_holds_for_near_misses(
        line in prop::sample::select(vec!["", "POST / HTTP/1.1\n"]),
        headers in prop::sample::select(vec!["", "\n", "Transfer-Encoding: chunked\n\n", "Content-Length: 5\n\n"]),
        bytes in prop::collection::vec(
            prop_oneof![any::<u8>(), prop::sample::select(b"\r\n\r\n0123f; :".to_vec())],
            0..60,
        ),
    ) {
        request::holds(&[line.as_bytes(), headers.as_bytes(), &bytes].concat());
    }
}
