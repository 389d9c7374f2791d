//! new_provider
