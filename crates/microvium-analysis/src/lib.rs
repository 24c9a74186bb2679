//! Facts about a captured Microvium program.
