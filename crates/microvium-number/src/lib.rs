//! Exact number arithmetic, printing and parsing for Microvium.
