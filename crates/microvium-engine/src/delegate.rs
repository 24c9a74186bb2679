//! Operations that need primitives and got an object, and assignments to arrays that the engine has no rules for: the
//! library does them. Its function is called in the place of the operation, with the operation's code and its operands.

use crate::interpreter::SET;
use crate::property::{ARRAY, DICTIONARY, OBJECT, PACKED, SCOPE};
use crate::stack::{DISCARD, FINDS_METHOD};
use crate::{Vm, Width};
use microvium_format::{Builtin, ErrorCode, Operation, Special};

/// The operations by bits of a set: a `Special` by its number, those from `Undefined` on by the low nibble, above.
const fn special(special: Special) -> u32 {
    1 << special as u8
}
const fn plain(operation: Operation) -> u32 {
    1 << (16 + operation as u8 - Operation::Undefined as u8)
}

/// Those with one operand or three.
const ODD: u32 = special(Special::BitNot)
    | special(Special::ToNumber)
    | special(Special::ToString)
    | special(Special::Decrement)
    | plain(Operation::Negate)
    | plain(Operation::Increment)
    | THREE;
const THREE: u32 =
    special(Special::Define) | special(Special::DefineMethod) | plain(Operation::SetElement);
/// Those with two or three.
const MORE: u32 = special(Special::In)
    | special(Special::Delete)
    | special(Special::MethodElement)
    | plain(Operation::GetElement)
    | plain(Operation::LooseEqual)
    | THREE;
/// Those that `Builtin::Access` does.
const ACCESS: u32 = MORE & !plain(Operation::LooseEqual);

impl<W: Width> Vm<W> {
    /// Enters the library's function if it does the operation before pc, which has just failed and left
    /// its operands on the stack. False if it failed for another reason, or this fails too.
    pub(crate) fn delegate(&mut self) -> bool {
        let outcome = self.outcome();
        let is_readonly = outcome == W::fault(ErrorCode::ReadonlyProperty);
        let mut is_refused = is_readonly || outcome == W::fault(ErrorCode::NotImplemented);
        if W::BUILDS && W::has_long_arrays(self) {
            is_refused |= outcome == W::fault(ErrorCode::ArrayTooLong)
                || outcome == W::fault(ErrorCode::RangeError);
        }
        if !is_refused && outcome != W::fault(ErrorCode::MissingLibrary) {
            return false;
        }
        // Of the operations that are longer than a byte only those named by a `Special` fail like this,
        // and their last byte, its number, is less than the code of any other.
        let mut operation = Self::read_u8(self.pc.wrapping_sub(1), 0);
        if is_refused && operation >> 4 == SET {
            operation = Operation::SetElement as u8;
        }
        let bit = match operation {
            0..16 => operation,
            // As `==`.
            0xD0..0xE0 => 16 + 14,
            0xE0..0xF0 => operation - 0xD0,
            _ => return false,
        };
        let has = |set: u32| set >> bit & 1 != 0;
        let operands = usize::from(has(ODD)) + 2 * usize::from(has(MORE));
        let mut builtin = Builtin::Operate;
        if is_refused {
            // Where a setter has failed, there is no array.
            if !has(THREE) || !self.is_array_assignment(is_readonly) {
                return false;
            }
            builtin = Builtin::AssignArray;
        } else if has(ACCESS) {
            builtin = Builtin::Access;
            // It wasn't the operation itself if there is no object, but the getter that it called, at the top now.
            if self.is_nullish(self.peek(1)) {
                return false;
            }
        }
        let (Ok(function), Some(code)) = (
            W::present(self, self.builtin(builtin)),
            W::try_inline(operation.into()),
        ) else {
            return false;
        };
        if operands == 0 || function == W::UNDEFINED {
            return false;
        }
        if is_readonly {
            // See `find_to_define`.
            self.drop_values(3);
        }
        for _ in operands..3 {
            self.push(W::UNDEFINED);
        }
        let (first, second, third) = (self.peek(2), self.peek(1), self.peek(0));
        let (mut dropped, mut flags) = (3, 0);
        if operation == Operation::SetElement as u8 {
            flags = DISCARD;
        } else if operation == Special::MethodElement as u8 {
            // The object stays where the call wants it.
            (dropped, flags) = (2, FINDS_METHOD);
        }
        self.drop_values(dropped);
        self.push(function);
        self.push_frame(W::UNDEFINED);
        self.push(code);
        self.push(first);
        self.push(second);
        self.push(third);
        self.enter(4, flags).is_ok()
    }

    /// Whether an assignment has failed because its object is an array, and the property no mere element; or because it
    /// is an array object, or a suspended call. Stack: object, key, value.
    fn is_array_assignment(&self, is_readonly: bool) -> bool {
        let array = self.peek(2);
        let (is_marked, kind) = (self.is_array_object(array), self.storage_kind(array).1);
        // A forged image may mark something else.
        match is_readonly {
            true => is_marked && (kind == OBJECT || kind == DICTIONARY),
            false => is_marked || kind == ARRAY || kind == PACKED || kind == SCOPE,
        }
    }
}
