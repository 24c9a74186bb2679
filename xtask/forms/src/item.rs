//! Symbolic code of the accumulator form, and its bytes.

use anyhow::{Context, Result, ensure};
use microvium_forms_machines::Operand;
use microvium_forms_machines::accumulator::Code;
use std::collections::BTreeMap;

/// An instruction, or a label.
#[derive(Clone, PartialEq, Debug)]
pub enum Item {
    /// One byte.
    Plain(Code),
    /// The operand in the low nibble, with extensions.
    Nibble(Code, u32),
    /// The operand in the byte behind, with extensions.
    Byte(Code, u32),
    /// Two operands of a nibble each.
    Pair(Code, usize, usize),
    /// A right operand in the byte behind.
    Operand(u8, Operand),
    /// `Popped` with one of its operations.
    Popped(u8),
    /// A jump to a run, short or far.
    Jump(Code, usize, bool),
    /// Where a run begins.
    Label(usize),
}

/// The bytes of symbolic code.
pub fn assemble(mut items: Vec<Item>) -> Result<Vec<u8>> {
    loop {
        let mut labels = BTreeMap::new();
        let mut ends = Vec::new();
        let mut bytes = Vec::new();
        for item in &items {
            if let Item::Label(run) = item {
                labels.insert(*run, bytes.len());
            }
            write(item, 0, &mut bytes);
            ends.push(bytes.len());
        }
        let mut changed = false;
        bytes.clear();
        for (item, &end) in items.iter_mut().zip(&ends) {
            let mut distance = 0;
            if let Item::Jump(_, target, far) = item {
                let target = labels.get(target).context("a jump leads nowhere")?;
                distance = *target as isize - end as isize;
                if !*far && i8::try_from(distance).is_err() {
                    *far = true;
                    changed = true;
                }
                ensure!(i16::try_from(distance).is_ok(), "a jump is too far");
            }
            write(item, distance, &mut bytes);
        }
        if !changed {
            return Ok(bytes);
        }
    }
}

fn write(item: &Item, distance: isize, out: &mut Vec<u8>) {
    match *item {
        Item::Plain(code) => out.push(code as u8),
        Item::Nibble(code, operand) => {
            extend(operand >> 4, out);
            out.push(code as u8 | (operand & 15) as u8);
        }
        Item::Byte(code, operand) => {
            extend(operand >> 8, out);
            out.extend([code as u8, operand as u8]);
        }
        Item::Pair(code, first, second) => out.extend([code as u8, (first << 4 | second) as u8]),
        Item::Operand(code, operand) => {
            let (byte, high) = operand.encode();
            extend(high, out);
            out.extend([code, byte]);
        }
        Item::Popped(operation) => out.push(Code::Popped as u8 | operation),
        Item::Jump(code, _, false) => out.extend([code as u8, distance as i8 as u8]),
        Item::Jump(code, _, true) => {
            let far = match code {
                Code::JumpIfTrue => Code::JumpIfTrueFar,
                Code::JumpIfFalse => Code::JumpIfFalseFar,
                _ => Code::JumpFar,
            };
            out.push(far as u8);
            out.extend((distance as i16).to_le_bytes());
        }
        Item::Label(_) => {}
    }
}

/// The extensions for the higher bits of an operand.
fn extend(high: u32, out: &mut Vec<u8>) {
    let nibbles = (32 - high.leading_zeros()).div_ceil(4);
    out.extend(
        (0..nibbles)
            .rev()
            .map(|n| Code::Extend as u8 | (high >> (4 * n) & 15) as u8),
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operands_are_extended_and_jumps_reach() {
        let code = |n: usize| {
            let mut items = vec![Item::Label(0)];
            items.extend(vec![Item::Nibble(Code::Integer, 0x123); n]);
            items.push(Item::Jump(Code::Jump, 0, false));
            assemble(items).unwrap()
        };
        assert_eq!(code(1), [0x01, 0x02, 0x33, 0xF0, 0xFB]);
        assert_eq!(code(42)[126..], [0xF0, 0x80]);
        assert_eq!(code(43)[129..], [0xF3, 0x7C, 0xFF]);
    }
}
