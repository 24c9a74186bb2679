//! The Microvium virtual machine.
