//! Bytecode as text, for people and tests.

use crate::instruction::Constant;
use crate::print::constant_text;
use crate::segment::{Segment, SegmentConstant};
use microvium_format::code::Handler;
use microvium_format::decode::{Decoder, Instruction};
use microvium_format::operation::Operand;
use std::collections::BTreeMap;
use std::fmt::Write;

/// The instructions of some code, a line each; where a jump leads stands a label, `L1:` and so on.
/// `constant` gives the text for the constant with an index.
pub fn disassemble(
    code: &[u8],
    handlers: &[Handler],
    constant: &dyn Fn(usize) -> String,
) -> String {
    let mut labels = BTreeMap::new();
    for instruction in Decoder::new(code).flatten() {
        labels.extend(instruction.target().map(|target| (target, 0)));
    }
    for handler in handlers {
        labels.insert(handler.target as isize, 0);
    }
    for (number, label) in labels.values_mut().enumerate() {
        *label = number + 1;
    }
    let mut out = String::new();
    for handler in handlers {
        let label = labels[&(handler.target as isize)];
        let Handler {
            start, end, depth, ..
        } = handler;
        let _ = writeln!(out, "handler {start}..{end} L{label} depth {depth}");
    }
    for decoded in Decoder::new(code) {
        let offset = match decoded {
            Ok(instruction) => instruction.offset,
            Err(invalid) => invalid.offset,
        };
        if let Some(label) = labels.get(&(offset as isize)) {
            let _ = writeln!(out, "L{label}:");
        }
        match decoded {
            Ok(instruction) => {
                let _ = writeln!(out, "  {}", line(&instruction, &labels, constant));
            }
            Err(invalid) => {
                let _ = writeln!(out, "  invalid: {:02x}", code[invalid.offset]);
            }
        }
    }
    out
}

/// One instruction: its name and its operand.
fn line(
    instruction: &Instruction,
    labels: &BTreeMap<isize, usize>,
    constant: &dyn Fn(usize) -> String,
) -> String {
    let name = instruction.operation.name();
    let operand = instruction.operand;
    match instruction.operation.operand() {
        Operand::None => name.to_owned(),
        Operand::Special => instruction
            .special
            .map_or(name, |special| special.name())
            .to_owned(),
        Operand::Constant | Operand::Key => format!("{name} {}", constant(operand as usize)),
        Operand::Jump8 | Operand::Jump16 => {
            let target = instruction.target().unwrap_or_default();
            format!("{name} L{}", labels[&target])
        }
        _ => format!("{name} {operand}"),
    }
}

/// The code of all functions of a segment whose first constant has the index `first`.
pub fn disassemble_segment(segment: &Segment, first: usize) -> String {
    let mut out = String::new();
    for code in &segment.functions {
        let head = &code.head;
        let _ = writeln!(
            out,
            "f{}: parameters {}, frame {}, {} bytes",
            code.function.index(),
            head.parameters,
            head.frame,
            code.to_block().len()
        );
        let constant = |index: usize| match index.checked_sub(first) {
            Some(i) if i < segment.constants.len() => segment_constant(&segment.constants[i]),
            _ => format!("#{index}"),
        };
        out.push_str(&disassemble(&code.instructions, &code.handlers, &constant));
    }
    out
}

/// A constant of a segment, as text.
pub fn segment_constant(constant: &SegmentConstant) -> String {
    match constant {
        SegmentConstant::Number(n) => constant_text(&Constant::Number(*n)),
        SegmentConstant::String(text) => format!("{text:?}"),
        SegmentConstant::Function(id) => format!("f{}", id.index()),
        SegmentConstant::Shape(keys) => {
            let keys: Vec<String> = keys.iter().map(|key| key.to_display()).collect();
            format!("{{{}}}", keys.join(", "))
        }
        SegmentConstant::Namespace(_, members) => {
            let keys: Vec<String> = members.iter().map(|(key, _)| key.to_display()).collect();
            format!("namespace {{{}}}", keys.join(", "))
        }
        SegmentConstant::TypeNames => "TypeNames".to_owned(),
        SegmentConstant::Variable(id) => format!("g{}", id.index()),
        SegmentConstant::Global(name) => format!("global {}", name.to_display()),
        SegmentConstant::GlobalObject => "global object".to_owned(),
    }
}
