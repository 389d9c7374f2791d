//! What arrived: the body, byte for byte, and what is known about it.

/// One webhook request, or as much of it as was kept.
///
/// ```
/// use hookproof::Delivery;
///
/// let delivery = Delivery::new(b"payload=%7B%7D").header("Content-Type", "application/x-www-form-urlencoded");
/// assert_eq!(delivery.headers_named("content-type").count(), 1);
/// assert!(delivery.is_form());
/// ```
#[derive(Debug, Clone, Default)]
pub struct Delivery<'a> {
    /// Name and value of each header, in order, as far as they are known.
    pub headers: Vec<(String, String)>,
    /// The body, byte for byte: positions and signatures are computed over these bytes.
    pub body: &'a [u8],
    /// The provider, where the caller names it; then nothing else is asked.
    pub provider: Option<String>,
    /// The event, where the caller names it; then nothing else is asked.
    pub event: Option<String>,
}

impl<'a> Delivery<'a> {
    /// A delivery of which only the body is known.
    #[must_use]
    pub fn new(body: &'a [u8]) -> Self {
        Self { body, ..Self::default() }
    }

    /// Adds a header.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Names the provider by its id.
    #[must_use]
    pub fn provider(mut self, id: &str) -> Self {
        self.provider = Some(id.to_owned());
        self
    }

    /// Names the event, for instance `push` or `note.commit`.
    #[must_use]
    pub fn event(mut self, id: &str) -> Self {
        self.event = Some(id.to_owned());
        self
    }

    /// The values of a header, without regard to the case of its name and to the white space around them.
    pub fn headers_named(&self, name: &str) -> impl Iterator<Item = &str> {
        self.headers
            .iter()
            .filter(move |(candidate, _)| candidate.trim().eq_ignore_ascii_case(name))
            .map(|(_, value)| value.trim())
    }

    /// Whether the body is said to be `application/x-www-form-urlencoded`.
    #[must_use]
    pub fn is_form(&self) -> bool {
        self.headers_named("content-type").any(|value| {
            let media_type = value.split(';').next().unwrap_or_default();
            media_type.trim().eq_ignore_ascii_case("application/x-www-form-urlencoded")
        })
    }
}
