//! The typed events: they accept what the open schema accepts, and write back what they read.

mod agree;
mod changes;
mod delivered;
mod reading;
mod receiver;
mod table;
