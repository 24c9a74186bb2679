//! The Microvium virtual machine.
#![no_std]
