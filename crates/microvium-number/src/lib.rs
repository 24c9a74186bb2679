//! Exact number arithmetic, printing and parsing for Microvium.
//!
//! Numbers are IEEE 754 binary64 values given as their bits (`u64`), and nothing here but the
//! `f64` wrappers touches a float: on a processor without a floating-point unit, no routine of the
//! compiler's runtime for them is linked. Every function is deterministic, allocates nothing and
//! can't panic.
#![no_std]
#![forbid(unsafe_code)]

mod bignum;
pub mod convert;
pub mod integer;
pub mod parse;
pub mod power;
pub mod print;
pub mod soft;

pub use convert::{as_i32, from_i32, from_u32, to_int32, truncate};
pub use parse::{parse, parse_bits};
pub use power::{power, power_bits};
pub use print::{print, print_bits};
