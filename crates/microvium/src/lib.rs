//! The Microvium toolchain as a library.
