//! Where the instructions of loaded functions come from.

use crate::error::Origin;
use crate::thrown::Thrown;
use microvium_engine::embed::Frame;
use microvium_ir::{FunctionId, Position, Program, Segment, SourceFile};
use std::collections::BTreeMap;

/// For each function its places in the source, by offset in the code block; each holds until the next.
#[derive(Default)]
pub(crate) struct Positions(BTreeMap<FunctionId, Vec<(u32, Position)>>);

impl Positions {
    /// Adds the functions of a segment.
    pub fn add(&mut self, segment: &Segment) {
        for code in &segment.functions {
            let first = code.first_instruction() as u32;
            let positions = code.positions.iter();
            let positions = positions.map(|&(start, at)| (first + start, at)).collect();
            self.0.insert(code.function, positions);
        }
    }

    /// The place of a call in the source.
    pub fn origin(&self, program: &Program, at: &Frame) -> Option<Origin> {
        let function = FunctionId::new(at.function);
        let positions = self.0.get(&function)?;
        let after = positions.partition_point(|&(start, _)| (start as usize) < at.end);
        let (_, position) = positions[..after].last()?;
        Some(Origin {
            file: program.files[position.file].clone(),
            offset: position.offset,
            function: program.functions[function].name.clone(),
        })
    }

    /// The same without the function.
    pub fn place(&self, program: &Program, at: &Frame) -> Option<(SourceFile, u32)> {
        let origin = self.origin(program, at)?;
        Some((origin.file, origin.offset))
    }

    /// Finds out what an exception is about, as far as the source tells, and where it was thrown first.
    pub fn explain(&self, program: &Program, thrown: &mut Thrown) {
        thrown.explain_by(&|at| self.place(program, at));
    }
}
