//! From JavaScript source to Microvium IR.
