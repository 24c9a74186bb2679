//! A function: blocks, values, locals.

use crate::arena::{Arena, Id};
use crate::instruction::{Instruction, Terminator};
use crate::program::{FileId, Position};
use crate::text::Text;

/// Names a block of a function.
pub type BlockId = Id<Block>;
/// Names a value of a function.
pub type ValueId = Id<ValueInfo>;
/// Names a local of a function.
pub type LocalId = Id<Local>;

/// How a function may be called.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FunctionKind {
    /// `function`: callable and constructible.
    Plain,
    /// An arrow or method: callable only.
    Method,
    /// A class constructor: constructible only.
    Class,
    /// `function*`, or a method like it: callable only, with a `prototype` that its generators inherit
    /// from.
    Generator,
    /// `async function`, or an arrow or method like it: callable only.
    Async,
    /// `async function*`, or a method like it: callable only, with a `prototype` as a generator function's.
    AsyncGenerator,
    /// What `bind` makes: callable, and constructible if it is passed `new.target`; without a `prototype`.
    Bound,
    /// What goes on with a call that waits, which is its `this`. No script sees it.
    Resumption,
    /// The top-level code of a module, or the instantiation of its functions. Called once.
    Module,
}

impl FunctionKind {
    /// Whether such a function makes instances, which inherit from a `prototype` that the engine makes.
    pub const fn makes_instances(self) -> bool {
        match self {
            FunctionKind::Plain | FunctionKind::Class => true,
            FunctionKind::Bound
            | FunctionKind::Method
            | FunctionKind::Generator
            | FunctionKind::Async
            | FunctionKind::AsyncGenerator
            | FunctionKind::Resumption
            | FunctionKind::Module => false,
        }
    }
}

/// A function's code.
#[derive(Clone, Debug)]
pub struct Function {
    /// Its name, unless a computed key makes one; empty if it has none.
    pub name: String,
    /// Where it begins.
    pub position: Position,
    /// How it may be called.
    pub kind: FunctionKind,
    /// How many parameters it declares, the one for the rest included.
    pub parameters: u32,
    /// Its `length`: how many parameters come before the first that has a default or is for the rest.
    pub length: u32,
    /// Whether the last parameter is an array of all arguments that are left.
    pub rest: bool,
    /// Whether constructing passes `new.target` as `this`: the code makes or gets its `this` itself, and
    /// returns an object.
    pub target: bool,
    /// The keys that a constructor assigns to `this`, in order of first appearance: how its instances
    /// will be laid out. A hint; code that does otherwise is right, but larger.
    pub instance_keys: Vec<Text>,
    /// The blocks. The first is the entry; it has no parameters and no predecessors.
    pub blocks: Arena<Block>,
    /// What defines each value is found in the blocks; here is what is known of it.
    pub values: Arena<ValueInfo>,
    /// The mutable locals: variables that a handler can see changed.
    pub locals: Arena<Local>,
}

/// A straight run of instructions. A value is defined once and used only where its definition
/// dominates.
#[derive(Clone, Debug)]
pub struct Block {
    /// The values that predecessors pass. The entry of a handler has one: the exception.
    pub parameters: Vec<ValueId>,
    /// The instructions in order.
    pub instructions: Vec<Instruction>,
    /// What comes next.
    pub terminator: Terminator,
    /// Where the terminator stands.
    pub position: Position,
    /// The block at which an exception thrown in this block continues, if not in the caller. It only
    /// uses values that are defined wherever the region begins, and locals.
    pub handler: Option<BlockId>,
}

/// What is known of a value.
#[derive(Clone, Default, Debug)]
pub struct ValueInfo {
    /// The source variable that holds it, as an index that is the function's own: values of one
    /// variable are best kept in one slot.
    pub variable: Option<u32>,
}

/// A mutable local. It is undefined at entry.
#[derive(Clone, Debug)]
pub struct Local {
    /// The source variable's name, for people.
    pub name: String,
}

impl Function {
    /// A function with an empty entry block that returns undefined nowhere yet: its terminator is
    /// `Unreachable` until set.
    pub fn new(name: &str, file: FileId, offset: u32, kind: FunctionKind) -> Function {
        let position = Position { file, offset };
        let mut function = Function {
            name: name.to_owned(),
            position,
            kind,
            parameters: 0,
            length: 0,
            rest: false,
            target: false,
            instance_keys: Vec::new(),
            blocks: Arena::default(),
            values: Arena::default(),
            locals: Arena::default(),
        };
        function.add_block(position);
        function
    }

    /// The entry block.
    pub const fn entry(&self) -> BlockId {
        Id::new(0)
    }

    /// Adds an empty block.
    pub fn add_block(&mut self, position: Position) -> BlockId {
        self.blocks.push(Block {
            parameters: Vec::new(),
            instructions: Vec::new(),
            terminator: Terminator::Unreachable,
            position,
            handler: None,
        })
    }

    /// Adds a value that no instruction defines yet.
    pub fn add_value(&mut self) -> ValueId {
        self.values.push(ValueInfo::default())
    }
}
