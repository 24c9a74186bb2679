//! Microvium's C library for devices.
