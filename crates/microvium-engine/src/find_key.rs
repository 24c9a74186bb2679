//! Finding a key in a table of the library (`table.js` there), by its hash. Keys that are equal by their content
//! are hashed by that, all others by where they are, which holds until the next collection.

use crate::natives::VALUE;
use crate::property::{ARRAY, NO_CELL, PACKED};
use crate::{Fault, Vm, Width};
use microvium_format::ErrorCode;

/// So many keys are looked through where there are no slots.
const FEW: usize = 8;

/// How deep in the stack the arguments before the key are.
const SLOTS: usize = VALUE + 1;
const KEYS: usize = VALUE + 2;

impl<W: Width> Vm<W> {
    /// The index of a key in a list of keys; if it isn't there, the complement of the slot that it would get.
    /// Undefined if cells have moved since the slots were filled. Stack: keys, slots, key, the first arguments, kept.
    #[inline(never)]
    pub(crate) fn find_key(&mut self) -> Result<W::Value, Fault> {
        let [mut rounds, mut at, mut mask] = [FEW, 0, 0];
        let (_, ARRAY | PACKED) = self.storage_kind(self.peek(KEYS)) else {
            return self.fault(ErrorCode::TypeError);
        };
        let (slots, kind) = self.storage_kind(self.peek(SLOTS));
        let hashed = kind == ARRAY;
        if hashed {
            let (count, first) = W::array_length(self, slots);
            // Images may have others than the library makes.
            if count < 2 {
                return self.fault(ErrorCode::TypeError);
            }
            rounds = count;
            // Behind the slots is the mark.
            mask = count.wrapping_sub(2);
            let key = self.peek(VALUE);
            let mut hash = 0u32;
            if self.is_string(key) {
                for &byte in self.text(key) {
                    hash = hash.wrapping_mul(31).wrapping_add(byte.into());
                }
            } else if let Some(integer) = W::integer(self, key) {
                hash = integer as u32;
            } else if W::is_number(self, key) {
                // The sign is left out: -0 is 0 here.
                let bits = W::float_bits(self, key);
                hash = bits as u32 ^ (bits >> 31) as u32;
            } else if self.kind(key) != NO_CELL {
                let mark = self.field(slots, first + count - 1);
                let storage = self.storage(mark);
                if mark != W::EMPTY && (mark == storage || !W::in_ram(storage)) {
                    return Ok(W::UNDEFINED);
                }
                hash = W::offset(key) as u32;
            }
            at = (hash.wrapping_mul(0x9E37_79B1) >> 15) as usize;
        }
        for round in 0..rounds {
            let mut index = round;
            if hashed {
                at &= mask;
                let slot = self.element(self.storage(self.peek(SLOTS)), at)?;
                if slot == W::EMPTY {
                    return W::new_integer(self, !(at as i32));
                }
                index = self.as_index(slot).unwrap_or_default();
                at += 1;
            }
            let other = self.element(self.storage(self.peek(KEYS)), index)?;
            let key = self.peek(VALUE);
            if other == key || self.strict_equal(other, key) {
                return W::new_integer(self, index as i32);
            }
        }
        W::new_integer(self, -1)
    }
}
