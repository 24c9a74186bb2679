//! Emission: from the IR to bytecode.
//!
//! A pure function of the IR and of how variables are reached. A function passes through: `prepare`
//! (`new_functions`, what is known, the graph tidied), `reads` and `stackify` (expressions on the operand stack), `tee`
//! (duplicates instead of slots), `dead` (stores for nothing), `slots` by `liveness` (the frame), `place` (moves on edges),
//! `first_test` (loops whose first test is known), `enter` (where locals come from), `layout` (the order
//! of blocks) and `assemble` (bytes).

mod assemble;
mod bits;
mod constants;
mod dead;
mod effect;
mod enter;
mod first_test;
mod globals;
mod known;
mod layout;
mod liveness;
pub mod new_functions;
mod operation;
mod place;
mod prepare;
mod reads;
mod scopes;
mod sink;
mod slots;
mod stackify;
mod step;
mod tee;
#[cfg(test)]
mod tests;

use crate::function::{Function, FunctionKind};
use crate::program::{FunctionId, Position, Program};
use crate::segment::{Access, Code, Segment, SegmentConstant};
use assemble::Assembly;
use constants::Constants;
use microvium_format::Parts;
use microvium_format::code::{
    BOUND, CLASS, CONSTRUCTOR, FRAME_UNIT, Head, MAX_FRAME, MAX_HANDLERS, MAX_PARAMETERS,
    OWN_PROPERTIES, REST, SCOPED, TARGET,
};
use std::fmt;

/// Why a function can't be emitted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EmitError {
    /// The function's name; empty if it has none.
    pub function: String,
    /// Where it begins.
    pub position: Position,
    /// What it exceeds.
    pub limit: Limit,
}

/// What a function can exceed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Limit {
    /// More than `MAX_PARAMETERS` parameters, which lowering sees to.
    Parameters,
    /// More than `MAX_FRAME` variables and temporaries at a time.
    Frame,
    /// More code than jumps and handlers reach.
    Size,
    /// More than `MAX_HANDLERS` exception regions.
    Handlers,
    /// It writes what it was told nothing writes.
    WrittenConstant,
    /// Two method calls of which each begins before the other ends.
    CrossingMethods,
}

impl EmitError {
    fn new(function: &Function, limit: Limit) -> EmitError {
        EmitError {
            function: function.name.clone(),
            position: function.position,
            limit,
        }
    }
}

impl fmt::Display for EmitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = if self.function.is_empty() {
            "a function"
        } else {
            &self.function
        };
        match self.limit {
            Limit::Parameters => write!(f, "{name} has more than {MAX_PARAMETERS} parameters"),
            Limit::Frame => write!(
                f,
                "{name} needs more than {MAX_FRAME} slots for variables and temporary values"
            ),
            Limit::Size => write!(f, "the code of {name} is larger than 32 kB"),
            Limit::Handlers => write!(f, "{name} has more than {MAX_HANDLERS} exception regions"),
            Limit::WrittenConstant => {
                write!(f, "{name} writes a variable that was taken for constant")
            }
            Limit::CrossingMethods => write!(f, "{name} has method calls that cross"),
        }
    }
}

impl std::error::Error for EmitError {}

/// The code of some functions, and the constants it needs, the first of which gets the index
/// `first_constant`.
pub fn emit(
    program: &Program,
    functions: &[FunctionId],
    access: &dyn Access,
    first_constant: usize,
) -> Result<Segment, EmitError> {
    let mut constants = Constants::default();
    let mut assemblies = Vec::new();
    for &id in functions {
        let function = &program.functions[id];
        let assembly = assemble(id, program, access, &mut constants)?;
        assembly.count(&mut constants);
        assemblies.push((id, function, assembly));
    }
    let mut needs = assemblies
        .iter()
        .fold(Parts::NONE, |needs, (_, _, assembly)| {
            needs.with(assembly.needs())
        });
    let (constants, indices) = constants.finish();
    // Every engine knows NaN.
    let is_float = |c: &SegmentConstant| matches!(c, SegmentConstant::Number(n) if constants::is_float(*n) && !n.is_nan());
    if constants.iter().any(is_float) {
        needs = needs.with(Parts::FLOAT);
    }
    let mut codes = Vec::new();
    for (id, function, assembly) in assemblies {
        let mut code = encode(id, function, assembly, &indices, first_constant)?;
        if access.closure(id).properties {
            code.head.flags |= OWN_PROPERTIES;
        }
        codes.push(code);
    }
    Ok(Segment {
        functions: codes,
        constants,
        needs,
    })
}

/// The symbolic code of a function in its final order.
fn assemble(
    id: FunctionId,
    program: &Program,
    access: &dyn Access,
    constants: &mut Constants,
) -> Result<Assembly, EmitError> {
    let function = &program.functions[id];
    if function.parameters as usize > MAX_PARAMETERS {
        return Err(EmitError::new(function, Limit::Parameters));
    }
    let prepared = prepare::prepare(id, program, access);
    let mut bodies = stackify::stackify(&prepared, access, constants)?;
    tee::tee(&mut bodies, prepared.function.values.len(), constants);
    dead::drop_stores(&mut bodies);
    let slots = slots::assign(&prepared, &bodies);
    for body in &mut bodies {
        place::place(body, &slots, constants);
    }
    first_test::skip_known_tests(&mut bodies);
    let parameters = function.parameters as usize;
    enter::enter(
        &mut bodies,
        &slots,
        parameters,
        function.position,
        constants,
    );
    let order = layout::layout(&mut bodies);
    let frame = (parameters, slots.locals);
    Ok(Assembly::new(&bodies, &order, frame, constants))
}

fn encode(
    id: FunctionId,
    function: &Function,
    assembly: Assembly,
    indices: &[usize],
    first_constant: usize,
) -> Result<Code, EmitError> {
    let error = |limit| Err(EmitError::new(function, limit));
    let frame = assembly.deepest - 1;
    if frame > MAX_FRAME {
        return error(Limit::Frame);
    }
    let scoped = if assembly.is_scoped() { SCOPED } else { 0 };
    let Some(encoded) = assembly.encode(indices, first_constant) else {
        return error(Limit::Size);
    };
    if encoded.instructions.len() > i16::MAX as usize {
        return error(Limit::Size);
    }
    if encoded.handlers.len() > MAX_HANDLERS {
        return error(Limit::Handlers);
    }
    Ok(Code {
        function: id,
        head: Head {
            flags: scoped
                | match function.kind {
                    FunctionKind::Class => CONSTRUCTOR | CLASS,
                    FunctionKind::Bound if function.target => CONSTRUCTOR | BOUND,
                    kind if kind.makes_instances() => CONSTRUCTOR,
                    _ => 0,
                }
                | if function.rest { REST } else { 0 }
                | if function.target { TARGET } else { 0 },
            parameters: function.parameters as u8,
            frame: frame.div_ceil(FRAME_UNIT) as u8,
        },
        handlers: encoded.handlers,
        instructions: encoded.instructions,
        positions: encoded.positions,
    })
}
