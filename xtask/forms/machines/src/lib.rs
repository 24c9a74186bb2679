//! Two minimal interpreters with the same operations and the same helpers: one of the stack form of
//! bytecode, one of an accumulator form. They exist to compare the forms and are no part of the product.
//!
//! What operations mean is a `World`'s business and the same for both; here is only what differs: how
//! instructions are decoded and where their operands are. One world runs programs and counts, the other,
//! `device`, stands for the engine when the interpreters are compiled for a microcontroller.
#![no_std]
#![forbid(unsafe_code)]

pub mod accumulator;
pub mod device;
pub mod operand;
pub mod stack;
pub mod vm;

pub use operand::Operand;
pub use vm::{Fault, Vm, World};
