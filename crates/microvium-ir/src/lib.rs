//! Microvium's intermediate representation and the emission of bytecode.
