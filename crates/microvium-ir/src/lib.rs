//! Microvium's intermediate representation: control-flow graphs of basic blocks with block parameters
//! (SSA), one function each, and the emission of bytecode from them. The compiler makes it, analysis
//! and boost read and rewrite it, emission turns it into code for the build-time engine and, once
//! more, for the image.
#![forbid(unsafe_code)]

pub mod arena;
pub mod disassemble;
pub mod emit;
pub mod flow;
pub mod function;
pub mod graph;
pub mod instruction;
pub mod key;
pub mod print;
pub mod program;
pub mod segment;
pub mod text;
pub mod verify;
pub mod waiting;

pub use arena::{Arena, Id};
pub use emit::{EmitError, emit};
pub use function::{Block, BlockId, Function, FunctionKind, Local, LocalId, ValueId, ValueInfo};
pub use graph::{Graph, Node, NodeId, Property, Value};
pub use instruction::{
    BinaryOperator, Constant, Edge, Instruction, Op, Resumption, Terminator, Types, UnaryOperator,
};
pub use key::Key;
pub use program::{FileId, FunctionId, Position, Program, SourceFile, Variable, VariableId};
pub use segment::{
    Access, ClosureNeeds, Code, GlobalAccess, Iteration, Naming, Segment, SegmentConstant,
    VariableAccess,
};
pub use text::Text;
pub use verify::{verify, verify_program};
