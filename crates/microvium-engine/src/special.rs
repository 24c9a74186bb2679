//! The rarer operations, which have a code of two bytes.

use crate::operators::{XOR, boolean, small};
use crate::{Fault, Vm, Width};
use microvium_format::{Builtin, ErrorCode, Special};

impl<W: Width> Vm<W> {
    /// The rarer operations. Returns what the value at the top of the stack is to be replaced with.
    #[cfg_attr(feature = "speed", inline(never))]
    pub(crate) fn special(&mut self, special: Special) -> Result<W::Value, Fault> {
        match special {
            Special::BitNot => self.step(XOR, small::<W>(-1)),
            Special::ToNumber => self.to_number(self.peek(0)),
            Special::ToString => self.to_string(self.peek(0)),
            Special::Decrement => self.increment(self.peek(0), -1),
            Special::TypeCode => Ok(small::<W>(self.value_type(self.peek(0)) as i32)),
            Special::MethodElement => {
                let key = self.element_key(1, 0)?;
                self.drop_values(1);
                self.get_method(key)?;
                Ok(self.peek(0))
            }
            Special::GetSuper => self.get_element(1),
            Special::Define | Special::DefineMethod => {
                let key = self.to_key(self.peek(1))?;
                self.replace(1, key);
                // Without that part properties have no attributes, and defining one is setting it.
                let code = self.special_code();
                match W::config().library {
                    Some(part) => (part.define)(self, code)?,
                    None => drop(self.set()?),
                }
                self.drop_values(2);
                Ok(self.peek(0))
            }
            Special::Caught => {
                let code = self.fault_of(self.peek(0));
                if code != ErrorCode::UncaughtException {
                    let code = W::new_integer(self, code as i32)?;
                    self.replace(0, code);
                    W::making(self);
                    self.call_library(Builtin::MakeError)?;
                }
                Ok(self.peek(0))
            }
            Special::Fault => {
                let code = self.as_index(self.peek(0)).unwrap_or_default();
                let code = ErrorCode::from_code(code as u8).unwrap_or(ErrorCode::Unexpected);
                self.fault(code)
            }
            Special::GetGlobal | Special::ProbeGlobal if W::BUILDS => {
                W::global(self, special == Special::GetGlobal)
            }
            Special::Check => {
                if self.peek(0) == W::EMPTY {
                    return self.fault(ErrorCode::TdzError);
                }
                Ok(self.peek(0))
            }
            Special::IsNullish => Ok(boolean::<W>(self.is_nullish(self.peek(0)))),
            // These push a value.
            Special::Captured => {
                let scope = self.captured(self.fp);
                self.push(scope);
                Ok(scope)
            }
            Special::Callee => {
                let callee = self.callee();
                self.push(callee);
                Ok(callee)
            }
            Special::Empty => {
                self.push(W::EMPTY);
                Ok(W::EMPTY)
            }
            Special::Exponent => {
                let result = match W::config().power {
                    Some(part) => (part.power)(self),
                    None => self.fault(ErrorCode::RequiresLaterEngine),
                }?;
                self.drop_values(1);
                Ok(result)
            }
            _ => {
                let code = self.special_code();
                (self.library()?.operate)(self, code)
            }
        }
    }

    /// The number of the rarer operation before pc. Read once more, as a table of jumps takes half as much where what
    /// chooses is of no use behind it.
    #[inline(always)]
    fn special_code(&self) -> u8 {
        Self::read_u8(self.pc.wrapping_sub(1), 0)
    }

    /// Calls a function of the library with the top of the stack, which its result replaces. Nothing
    /// happens if the image doesn't have it.
    fn call_library(&mut self, builtin: Builtin) -> Result<(), Fault> {
        let argument = self.peek(0);
        let function = W::present(self, self.builtin(builtin))?;
        if function == W::UNDEFINED {
            return Ok(());
        }
        self.replace(0, function);
        self.push_frame(W::UNDEFINED);
        self.push(argument);
        self.enter(1, 0)
    }
}
