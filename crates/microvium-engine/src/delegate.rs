//! Operations that need primitives and got an object: the library does them. Its function is called in
//! the place of the operation, with the operation's code and its operands.

use crate::stack::{DISCARD, FINDS_METHOD};
use crate::{Vm, Width};
use microvium_format::{Builtin, ErrorCode, Operation, Special};

const ADD: u8 = Operation::Add as u8;
const STRICT_EQUAL: u8 = Operation::StrictEqual as u8;
const NEGATE: u8 = Operation::Negate as u8;
const INCREMENT: u8 = Operation::Increment as u8;
const LOOSE_EQUAL: u8 = Operation::LooseEqual as u8;
const GET_ELEMENT: u8 = Operation::GetElement as u8;
const SET_ELEMENT: u8 = Operation::SetElement as u8;
const BIT_NOT: u8 = Special::BitNot as u8;
const TO_NUMBER: u8 = Special::ToNumber as u8;
const TO_STRING: u8 = Special::ToString as u8;
const DECREMENT: u8 = Special::Decrement as u8;
const IN: u8 = Special::In as u8;
const DELETE: u8 = Special::Delete as u8;
const DEFINE: u8 = Special::Define as u8;
const DEFINE_METHOD: u8 = Special::DefineMethod as u8;
const METHOD_ELEMENT: u8 = Special::MethodElement as u8;

impl<W: Width> Vm<W> {
    /// Enters the library's function if it does the operation before pc, which has just failed and left
    /// its operands on the stack. False if it failed for another reason, or this fails too.
    pub(crate) fn delegate(&mut self) -> bool {
        if self.outcome() != W::fault(ErrorCode::MissingLibrary) {
            return false;
        }
        // Of the operations that are longer than a byte only those named by a `Special` fail like this,
        // and their last byte, its number, is less than the code of any other.
        let operation = Self::read_u8(self.pc.wrapping_sub(1), 0);
        let (operands, builtin, flags) = match operation {
            BIT_NOT | TO_NUMBER | TO_STRING | DECREMENT | NEGATE | INCREMENT => {
                (1, Builtin::Operate, 0)
            }
            ADD..=STRICT_EQUAL | LOOSE_EQUAL => (2, Builtin::Operate, 0),
            GET_ELEMENT | IN | DELETE => (2, Builtin::Access, 0),
            DEFINE | DEFINE_METHOD => (3, Builtin::Access, 0),
            SET_ELEMENT => (3, Builtin::Access, DISCARD),
            // The object stays where the call wants it.
            METHOD_ELEMENT => (2, Builtin::Access, FINDS_METHOD),
            _ => return false,
        };
        // It wasn't the operation itself if there is no object, but the getter that it called, at the top now.
        if builtin == Builtin::Access && self.is_nullish(self.peek(1)) {
            return false;
        }
        let (Ok(function), Some(code)) = (
            W::present(self, self.builtin(builtin)),
            W::try_inline(operation.into()),
        ) else {
            return false;
        };
        if function == W::UNDEFINED {
            return false;
        }
        let values = [0, 1, 2].map(|index| match index < operands {
            true => self.peek(operands - 1 - index),
            false => W::UNDEFINED,
        });
        self.drop_values(if operation == METHOD_ELEMENT {
            1
        } else {
            operands
        });
        self.push(function);
        self.push_frame(W::UNDEFINED);
        self.push(code);
        for value in values {
            self.push(value);
        }
        self.enter(4, flags).is_ok()
    }
}
