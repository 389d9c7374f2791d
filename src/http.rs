//! Recorded deliveries: a raw HTTP/1.1 request, headers and body, as `message/http` (RFC 9112).

use std::borrow::Cow;

use crate::text::escaped;

/// As many header lines as a request may have.
const MAX_HEADERS: usize = 256;

/// A recorded request.
#[derive(Debug)]
pub struct Request<'a> {
    /// Name and value of each header, in order.
    pub headers: Vec<(String, String)>,
    /// The body, decoded from chunks where it was sent in chunks.
    pub body: Cow<'a, [u8]>,
    /// Where each run of body bytes begins, in the body and in the text.
    // Invariant: not empty, sorted, the first run begins at 0 in the body.
    runs: Vec<(usize, usize)>,
}

/// Why a text is no HTTP request.
#[derive(Debug, PartialEq, Eq)]
pub struct RequestFault {
    /// Offset in the text.
    pub offset: usize,
    /// What is wrong, for a person.
    pub message: String,
}

impl<'a> Request<'a> {
    /// Reads a request.
    ///
    /// A body without `Content-Length` and without chunks goes on to the end of the text, as recordings often have it.
    ///
    /// # Errors
    ///
    /// What makes the text no request, or its body shorter or longer than the headers say.
    pub fn read(text: &'a [u8]) -> Result<Self, RequestFault> {
        let fault = |offset: usize, message: String| Err(RequestFault { offset, message });
        let mut headers = vec![httparse::EMPTY_HEADER; MAX_HEADERS];
        let mut request = httparse::Request::new(&mut headers);
        let start = match request.parse(text) {
            Ok(httparse::Status::Complete(start)) => start,
            Ok(httparse::Status::Partial) => {
                return fault(
                    text.len(),
                    "the request ends within its headers: an empty line must follow them".to_owned(),
                );
            }
            Err(error) => return fault(0, format!("this is no HTTP request: {error}")),
        };
        let headers: Vec<(String, String)> = request
            .headers
            .iter()
            .map(|header| (header.name.to_owned(), String::from_utf8_lossy(header.value).into_owned()))
            .collect();
        let value = |name: &str| {
            let named = headers.iter().filter(|(candidate, _)| candidate.eq_ignore_ascii_case(name));
            // A header that stands twice means its values as one list: what expects one value refuses the list.
            named.map(|(_, value)| value.trim().to_owned()).reduce(|list, value| format!("{list}, {value}"))
        };
        if let Some(encoding) = value("content-encoding").filter(|encoding| !encoding.eq_ignore_ascii_case("identity"))
        {
            return fault(0, format!("the body is encoded as `{}`: record it decoded", escaped(&encoding)));
        }
        let rest = &text[start..];
        let (body, runs) = match (value("transfer-encoding"), value("content-length")) {
            (Some(coding), _) if coding.eq_ignore_ascii_case("chunked") => chunked(text, start)?,
            (Some(coding), _) => return fault(0, format!("the transfer coding `{}` is not known", escaped(&coding))),
            (None, None) => (Cow::Borrowed(rest), vec![(0, start)]),
            (None, Some(length)) => {
                let Some(length) = number(length.as_bytes(), 10) else {
                    return fault(0, format!("`Content-Length: {}` is no number", escaped(&length)));
                };
                let Some(body) = rest.get(..length) else {
                    let message = format!("the body has {} bytes, and `Content-Length` says {length}", rest.len());
                    return fault(text.len(), message);
                };
                if !rest[length..].trim_ascii().is_empty() {
                    return fault(start + length, format!("something follows the {length} bytes of the body"));
                }
                (Cow::Borrowed(body), vec![(0, start)])
            }
        };
        Ok(Self { headers, body, runs })
    }

    /// Whether the bytes of the body follow each other in the text too.
    #[must_use]
    pub fn is_contiguous(&self) -> bool {
        self.runs.len() == 1
    }

    /// The offset in the text of a byte of the body.
    #[must_use]
    pub fn offset(&self, in_body: usize) -> usize {
        let run = self.runs.partition_point(|(start, _)| *start <= in_body).saturating_sub(1);
        self.runs.get(run).map_or(in_body, |(start, in_text)| in_text + (in_body - start))
    }
}

type Runs = Vec<(usize, usize)>;

fn chunked(text: &[u8], start: usize) -> Result<(Cow<'_, [u8]>, Runs), RequestFault> {
    let mut body = Vec::new();
    let mut runs = Vec::new();
    let mut at = start;
    loop {
        let start = at;
        let fault = |message: &str| RequestFault { offset: start, message: message.to_owned() };
        let line = text[at..].split_inclusive(|&byte| byte == b'\n').next().unwrap_or_default();
        let size = line.split(|&byte| byte == b';').next().unwrap_or_default().trim_ascii_end();
        let size = match number(size, 16) {
            Some(size) if line.ends_with(b"\n") => size,
            None if !line.is_empty() => return Err(fault("this is no chunk size")),
            _ => return Err(fault("the body ends before its last chunk")),
        };
        at += line.len();
        runs.push((body.len(), at));
        if size == 0 {
            after_last_chunk(text, at)?;
            return Ok((Cow::Owned(body), runs));
        }
        let chunk = at.checked_add(size).and_then(|end| text.get(at..end));
        let Some(chunk) = chunk else { return Err(fault("the body ends within a chunk")) };
        body.extend_from_slice(chunk);
        at += chunk.len();
        let Some(end) = [b"\r\n".as_slice(), b"\n"].into_iter().find(|end| text[at..].starts_with(end)) else {
            return Err(fault("a line end must follow each chunk"));
        };
        at += end.len();
    }
}

/// Sees that nothing but trailers follows the last chunk.
fn after_last_chunk(text: &[u8], at: usize) -> Result<(), RequestFault> {
    let rest = &text[at..];
    if rest.trim_ascii().is_empty() {
        return Ok(());
    }
    let mut trailers = vec![httparse::EMPTY_HEADER; MAX_HEADERS];
    let end = match httparse::parse_headers(rest, &mut trailers) {
        Ok(httparse::Status::Complete((end, _))) => end,
        Ok(httparse::Status::Partial) => rest.len(),
        Err(_) => 0,
    };
    if rest[end..].trim_ascii().is_empty() {
        return Ok(());
    }
    Err(RequestFault { offset: at + end, message: "something follows the last chunk of the body".to_owned() })
}

/// A number of digits alone, which a sign or a space is none of.
fn number(digits: &[u8], radix: u32) -> Option<usize> {
    let digits = std::str::from_utf8(digits).ok()?;
    let is_number = digits.chars().all(|digit| digit.is_digit(radix));
    usize::from_str_radix(digits, radix).ok().filter(|_| is_number)
}
