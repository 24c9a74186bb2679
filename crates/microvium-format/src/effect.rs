//! What instructions do to the stack, as numbers, made of the text that the table of operations has.

use crate::operation::{Operation, Special};

/// What an instruction does to the stack.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Effect(u8);

/// Bits: values pushed; values popped; a repeated operand, which is pushed if nothing else is, and else popped;
/// the next instruction doesn't follow.
const PUSHED: u8 = 7;
const POPPED_SHIFT: u32 = 3;
const REPEATS: u8 = 1 << 6;
const ENDS: u8 = 1 << 7;

/// The last group of sixteen operations that do the same to the stack; from the next one on each has its place.
const LAST_ALIKE: usize = 0xD;
const PLAIN: usize = (LAST_ALIKE + 1) << 4;
/// Where the rarer operations begin in the table.
const SPECIALS: usize = LAST_ALIKE + 1 + 0x100 - PLAIN;

static EFFECTS: [Effect; SPECIALS + Special::ALL.len()] = {
    let mut effects = [Effect(0); SPECIALS + Special::ALL.len()];
    let mut i = 0;
    while i < Operation::ALL.len() {
        let operation = Operation::ALL[i];
        effects[place(operation as u8, 0)] = Effect::pack(operation.effect());
        i += 1;
    }
    i = 0;
    while i < Special::ALL.len() {
        effects[SPECIALS + i] = Effect::pack(Special::ALL[i].effect());
        i += 1;
    }
    effects
};

/// Where in the table an instruction is, by the byte of its operation and, if that is `Special`, the next.
const fn place(byte: u8, argument: u8) -> usize {
    if byte == Operation::Special as u8 {
        SPECIALS + argument as usize
    } else if (byte as usize) < PLAIN {
        byte as usize >> 4
    } else {
        byte as usize - (PLAIN - LAST_ALIKE - 1)
    }
}

impl Effect {
    /// The effect of an instruction, by the byte of its operation and the one that follows. None if there is no
    /// such instruction.
    pub fn of_bytes(byte: u8, argument: u8) -> Option<Effect> {
        EFFECTS.get(place(byte, argument)).copied()
    }

    /// The effect of an operation.
    pub const fn of(operation: Operation) -> Effect {
        Effect::pack(operation.effect())
    }

    /// The effect of a rarer operation.
    pub const fn of_special(special: Special) -> Effect {
        Effect::pack(special.effect())
    }

    const fn pack(text: &str) -> Effect {
        let text = text.as_bytes();
        let (mut at, mut packed, mut arrow) = (0, 0, false);
        while at < text.len() {
            let start = at;
            let mut repeats = false;
            while at < text.len() && text[at] != b' ' {
                repeats |= text[at] == b'.' && at > start;
                at += 1;
            }
            match text[start] {
                b' ' => {}
                b'-' => arrow = true,
                b'!' => packed |= ENDS,
                _ if repeats => packed |= REPEATS,
                _ if arrow => packed += 1,
                _ => packed += 1 << POPPED_SHIFT,
            }
            at += 1;
        }
        Effect(packed)
    }

    /// How many values are popped, but for a repeated operand.
    pub const fn pops(self) -> usize {
        (self.0 >> POPPED_SHIFT & PUSHED) as usize
    }

    /// How many values are pushed, but for a repeated operand.
    pub const fn pushes(self) -> usize {
        (self.0 & PUSHED) as usize
    }

    /// Whether an operand is repeated, as often as the instruction says: pushed if nothing else is, and else
    /// popped.
    pub const fn repeats(self) -> bool {
        self.0 & REPEATS != 0
    }

    /// Whether the next instruction doesn't follow.
    pub const fn ends(self) -> bool {
        self.0 & ENDS != 0
    }

    /// How many values are popped and pushed if the repeated operand is there `count` times.
    pub const fn with(self, count: usize) -> (usize, usize) {
        let (pops, pushes) = (self.pops(), self.pushes());
        match (self.repeats(), pushes) {
            (false, _) => (pops, pushes),
            (true, 0) => (pops, count),
            (true, _) => (pops + count, pushes),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn effects_count_words() {
        assert_eq!(Effect::of(Operation::Call).with(2), (6, 1));
        assert_eq!(Effect::of(Operation::Enter).with(3), (0, 3));
        assert_eq!(Effect::of_special(Special::SetPrivate).with(0), (3, 1));
        assert!(Effect::of(Operation::Return).ends() && Effect::of(Operation::Jump).ends());
        assert!(!Effect::of(Operation::JumpIfTrue).ends());
    }

    #[test]
    fn the_table_has_all_instructions() {
        for &operation in Operation::ALL {
            if operation != Operation::Special {
                let found = Effect::of_bytes(operation as u8, 0);
                assert_eq!(found, Some(Effect::of(operation)), "{operation:?}");
            }
        }
        assert_eq!(
            Effect::of_bytes(0xDF, 0),
            Some(Effect::of(Operation::StrictEqual))
        );
        for &special in Special::ALL {
            let found = Effect::of_bytes(Operation::Special as u8, special as u8);
            assert_eq!(found, Some(Effect::of_special(special)), "{special:?}");
        }
        let unknown = Special::ALL.len() as u8;
        assert_eq!(Effect::of_bytes(Operation::Special as u8, unknown), None);
    }

    /// One place in the table stands for sixteen operations.
    #[test]
    fn operations_of_a_group_before_the_last_are_alike() {
        for &operation in Operation::ALL {
            let code = operation as u8;
            if usize::from(code) < PLAIN {
                let first = Operation::from_code(code & 0xF0).map(Effect::of);
                assert_eq!(first, Some(Effect::of(operation)), "{operation:?}");
            }
        }
    }
}
