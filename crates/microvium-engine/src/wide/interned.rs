//! The table of interned strings: all keys of a wide VM that are strings.

use super::{Value, Wide};
use crate::table::Table;
use crate::width::Cells;
use crate::{Fault, Platform, Vm};

/// In the table of interned strings: one was here that is gone.
pub(super) const GONE: u32 = 1;

impl<P: Platform<Wide<P>>> Vm<Wide<P>> {
    /// Whether a key is the string with this text.
    pub(super) fn is_key(&self, key: Value, text: &[u8]) -> bool {
        self.is_string(key) && self.text(key) == text
    }

    /// Where a text is or would be in the table of interned strings.
    pub(super) fn probe(&self, text: &[u8]) -> usize {
        let table = self.state.interned.as_slice();
        let mask = table.len() - 1;
        let mut hash = 0xCBF2_9CE4u32;
        for &byte in text {
            hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
        let mut at = (hash ^ hash >> 15) as usize & mask;
        while let Some(&offset) = table.get(at) {
            let found = offset > GONE && self.text(Wide::<P>::reference(offset as usize)) == text;
            if offset == 0 || found {
                break;
            }
            at = (at + 1) & mask;
        }
        at
    }

    pub(super) fn insert_interned(&mut self, string: Value) {
        let at = self.probe(self.text(string));
        if let Some(slot) = self.state.interned.as_mut_slice().get_mut(at) {
            *slot = Wide::<P>::offset(string) as u32;
            self.state.interned_count += 1;
        }
    }

    /// A new table for the interned strings, of which at most a quarter is used.
    pub(super) fn grow_interned(&mut self) -> Result<(), Fault> {
        let living = self
            .state
            .interned
            .as_slice()
            .iter()
            .filter(|&&it| it > GONE);
        let capacity = (4 * living.count()).next_power_of_two().max(256);
        let mut table = Table::new();
        for _ in 0..capacity {
            if let Err(code) = table.push(P::config(), 0) {
                table.release(P::config());
                return self.fault(code);
            }
        }
        let mut old = core::mem::replace(&mut self.state.interned, table);
        self.state.interned_count = 0;
        for &offset in old.as_slice().iter().filter(|&&it| it > GONE) {
            self.insert_interned(Wide::<P>::reference(offset as usize));
        }
        old.release(P::config());
        Ok(())
    }
}
