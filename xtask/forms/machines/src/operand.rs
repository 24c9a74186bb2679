//! The right operand of the accumulator form's binary operations: one byte for the four most frequent
//! kinds.

/// A right operand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Operand {
    /// It is in the accumulator, and the left one on the stack.
    Popped,
    /// A slot of the frame, below 31.
    Slot(u8),
    /// A variable, below 32.
    Variable(u8),
    /// A constant, below 32.
    Constant(u8),
    /// A field of the callee's scope, below 32.
    Captured(u8),
    /// An integer of 7 bits; an extension has more.
    Integer(u32),
}

/// The slot number that means `Popped`.
const POPPED: u8 = 31;

impl Operand {
    /// From its byte and the extension before the operation.
    #[inline(always)]
    pub fn decode(byte: u8, extension: usize) -> Operand {
        let low = byte & 31;
        match byte >> 5 {
            0 if low == POPPED => Operand::Popped,
            0 => Operand::Slot(low),
            1 => Operand::Variable(low),
            2 => Operand::Constant(low),
            3 => Operand::Captured(low),
            // Extensions come in steps of four bits, shifted once already.
            _ => Operand::Integer((extension as u32) << 3 | u32::from(byte & 127)),
        }
    }

    /// Its byte, and what the extension must be.
    pub fn encode(self) -> (u8, u32) {
        match self {
            Operand::Popped => (POPPED, 0),
            Operand::Slot(n) => (n, 0),
            Operand::Variable(n) => (n | 1 << 5, 0),
            Operand::Constant(n) => (n | 2 << 5, 0),
            Operand::Captured(n) => (n | 3 << 5, 0),
            Operand::Integer(n) => ((n & 127) as u8 | 1 << 7, n >> 7),
        }
    }

    /// A slot, if the byte can name it.
    pub fn slot(index: usize) -> Option<Operand> {
        (index < usize::from(POPPED)).then_some(Operand::Slot(index as u8))
    }

    /// Whether an index of a variable, a constant or a field fits.
    pub fn index(index: usize) -> Option<u8> {
        (index < 32).then_some(index as u8)
    }
}

#[cfg(test)]
mod tests {
    use super::Operand;

    #[test]
    fn what_is_written_is_read() {
        let small = |n: u8| {
            [
                Operand::Slot(n % 31),
                Operand::Variable(n),
                Operand::Constant(n),
                Operand::Captured(n),
            ]
        };
        let integers = [0, 1, 127, 128, 4095, 65535].map(Operand::Integer);
        let all = (0..32).flat_map(small).chain(integers);
        for operand in all.chain([Operand::Popped]) {
            let (byte, high) = operand.encode();
            // The interpreter has shifted what extensions bring.
            assert_eq!(Operand::decode(byte, (high << 4) as usize), operand);
        }
    }
}
