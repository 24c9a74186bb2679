//! Facts about a captured Microvium program: what its exports can reach, and what of that reachable code
//! can write. Encoding, trimming and boost all work from this one set of facts.
//!
//! The world is closed: no code runs but what the exports reach, and hosts pass only primitives, things
//! of their own, and values they were given. The program is analysed as a whole, insensitive to control
//! flow and to call sites.
#![forbid(unsafe_code)]

mod facts;

pub use facts::{Contents, Facts};
