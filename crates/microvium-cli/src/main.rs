//! The microvium command.
fn main() {}
