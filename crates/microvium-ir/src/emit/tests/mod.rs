//! What code is emitted for which IR, and that both compute the same.

mod build;
mod code;
mod machine;
mod random;
