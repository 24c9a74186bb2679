//! Reading bytecode: one instruction after the other.

use crate::effect::Effect;
use crate::operation::{Form, Operand, Operation, Special};

/// An instruction as it stands in code, its extensions included.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Instruction {
    /// Where it begins.
    pub offset: usize,
    /// Where the next one begins.
    pub end: usize,
    /// What it does. `Extend` never stands alone.
    pub operation: Operation,
    /// Which one of the rarer operations, if `operation` is `Special`.
    pub special: Option<Special>,
    /// Its operand; 0 if it has none. Jumps: the distance from `end`.
    pub operand: i32,
}

/// Bytes that are no instruction.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct InvalidInstruction {
    /// Where it should begin.
    pub offset: usize,
}

/// The instructions of some code, in order. Ends after the first invalid one.
#[derive(Clone, Debug)]
pub struct Decoder<'a> {
    code: &'a [u8],
    offset: usize,
}

impl<'a> Decoder<'a> {
    /// From the first byte of `code` on.
    pub const fn new(code: &'a [u8]) -> Decoder<'a> {
        Decoder { code, offset: 0 }
    }

    /// The instruction at the current offset, if the bytes there are one.
    fn decode(&self) -> Option<Instruction> {
        let mut at = self.offset;
        let mut high = 0i32;
        loop {
            let byte = *self.code.get(at)?;
            at += 1;
            let group = Operation::from_code(byte & 0xF0);
            let nibble = group.filter(|operation| operation.form() == Form::Nibble);
            let low = i32::from(byte & 0x0F);
            let operation = match nibble {
                Some(Operation::Extend) => {
                    // Operands have at most 24 bits, jumps and plain operations no extension.
                    if high >> 16 != 0 {
                        return None;
                    }
                    high = high << 4 | low;
                    continue;
                }
                Some(operation) => operation,
                None => Operation::from_code(byte)?,
            };
            let extended = at - 1 > self.offset;
            let is_jump = matches!(operation.operand(), Operand::Jump8 | Operand::Jump16);
            let mut special = None;
            let operand = match operation.form() {
                Form::Nibble => high << 4 | low,
                Form::Plain if !extended => 0,
                Form::Byte => {
                    let byte = *self.code.get(at)?;
                    at += 1;
                    if operation == Operation::Special {
                        special = Some(Special::from_code(byte)?);
                    }
                    match (is_jump, extended) {
                        (true, false) => i32::from(byte as i8),
                        (false, _) if special.is_none() => high << 8 | i32::from(byte),
                        (false, false) => 0,
                        _ => return None,
                    }
                }
                Form::Word if !extended => {
                    let low = *self.code.get(at)?;
                    let high = *self.code.get(at + 1)?;
                    at += 2;
                    i32::from(i16::from_le_bytes([low, high]))
                }
                _ => return None,
            };
            return Some(Instruction {
                offset: self.offset,
                end: at,
                operation,
                special,
                operand,
            });
        }
    }
}

impl Iterator for Decoder<'_> {
    type Item = Result<Instruction, InvalidInstruction>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.offset >= self.code.len() {
            return None;
        }
        let offset = self.offset;
        match self.decode() {
            Some(instruction) => {
                self.offset = instruction.end;
                Some(Ok(instruction))
            }
            None => {
                self.offset = self.code.len();
                Some(Err(InvalidInstruction { offset }))
            }
        }
    }
}

impl Instruction {
    /// Where a jump leads; may lie outside of the code.
    pub fn target(&self) -> Option<isize> {
        matches!(self.operation.operand(), Operand::Jump8 | Operand::Jump16)
            .then_some(self.end as isize + self.operand as isize)
    }

    /// How many values it pops and pushes. `keys` is how many keys the shape of a `NewObject` has.
    pub fn stack_effect(&self, keys: usize) -> (usize, usize) {
        let effect = match self.special {
            Some(special) => Effect::of_special(special),
            None => Effect::of(self.operation),
        };
        let count = if self.operation == Operation::NewObject {
            keys
        } else {
            self.operand as usize
        };
        effect.with(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decode(code: &[u8]) -> Option<(Operation, i32, usize)> {
        let instruction = Decoder::new(code).next()?.ok()?;
        Some((instruction.operation, instruction.operand, instruction.end))
    }

    #[test]
    fn extensions_supply_higher_bits() {
        assert_eq!(decode(&[0x35]), Some((Operation::Integer, 5, 1)));
        assert_eq!(
            decode(&[0x01, 0x02, 0x35]),
            Some((Operation::Integer, 0x125, 3))
        );
        assert_eq!(
            decode(&[0x01, 0xF7, 0x02]),
            Some((Operation::NewArray, 0x102, 3))
        );
        assert_eq!(decode(&[0xF0, 0xFE]), Some((Operation::Jump, -2, 2)));
        assert_eq!(
            decode(&[0xF3, 0x00, 0x80]),
            Some((Operation::JumpFar, -0x8000, 3))
        );
    }

    #[test]
    fn what_is_no_instruction_is_invalid() {
        // Cut off; nothing to extend; a jump extended; no such special; too many extensions.
        let invalid: [&[u8]; 6] = [
            &[0xF7],
            &[0x01, 0xD0],
            &[0x01, 0xF0, 0x00],
            &[0xFF, 0xEE],
            &[0x01; 6],
            &[0x01, 0xFF, 0x00],
        ];
        for code in invalid {
            let error = InvalidInstruction { offset: 0 };
            let mut decoder = Decoder::new(code);
            assert_eq!(
                (decoder.next(), decoder.next()),
                (Some(Err(error)), None),
                "{code:?}"
            );
        }
    }
}
