//! How a body reaches the reader: form fields and recorded requests, and the way back to their bytes.

mod form;
mod http;
