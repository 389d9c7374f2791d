//! The rules of the lowering, each with an example.
