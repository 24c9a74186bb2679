//! What function objects have by their nature: `length`, `name`, and a `prototype` if they construct. It is made
//! when one of them, or a place for other properties, is first needed: from then on they are like others.

use super::{Value, Wide};
#[cfg(feature = "embed")]
use crate::width::Cells;
use crate::width::{Numbers, Store};
use crate::{Fault, Platform, Vm, Width};
use microvium_format::attribute::{FIXED, HIDDEN, READONLY};
use microvium_format::{Builtin, Kind};

impl<P: Platform<Wide<P>>> Vm<Wide<P>> {
    /// The calls that run, the innermost first.
    #[cfg(feature = "embed")]
    pub fn running(&self) -> impl Iterator<Item = crate::embed::Frame> {
        self.frames().filter_map(|(callee, pc)| {
            let function = self.function_of(callee)?;
            Some(crate::embed::Frame {
                function: self.count(function),
                end: pc as usize - Wide::<P>::code(self, function) as usize,
            })
        })
    }

    /// Whether a function object without own properties would have this one.
    pub(super) fn makes_property(&self, function: Value, key: Value) -> bool {
        self.is(function, Kind::Closure)
            && Wide::<P>::function_properties(self, function) == Wide::<P>::UNDEFINED
            && (key == self.get_builtin(Builtin::LengthKey)
                || self.is_key(key, b"name")
                || key == self.get_builtin(Builtin::PrototypeKey) && self.makes_prototype(function))
    }

    /// Whether one of them is a `prototype`.
    fn makes_prototype(&self, function: Value) -> bool {
        self.is_constructor(function) && !self.is_bound(function)
    }

    /// Makes them. Stack: function, the object for its properties, kept.
    pub(super) fn complete_function(&mut self) -> Result<(), Fault> {
        let function = self.peek(1);
        let Some(code) = self.function_of(function) else {
            return Ok(());
        };
        let about = self.word(code, 2);
        self.push(self.peek(0));
        self.push(self.get_builtin(Builtin::LengthKey));
        let length = Wide::<P>::new_integer(self, i32::from(about as u16))?;
        self.push(length);
        self.define(HIDDEN | READONLY)?;
        self.drop_values(2);
        self.push_key(b"name")?;
        self.push(self.get_constant((about >> 16) as usize));
        self.define(HIDDEN | READONLY)?;
        self.drop_values(3);
        if self.makes_prototype(self.peek(1)) {
            self.make_prototype()?;
        }
        Ok(())
    }

    /// The `prototype` of a constructor: an object whose `constructor` it is. Stack as above.
    fn make_prototype(&mut self) -> Result<(), Fault> {
        self.push(self.peek(0));
        self.push(self.get_builtin(Builtin::PrototypeKey));
        let object = self.new_plain_object()?;
        self.push(object);
        self.push_key(b"constructor")?;
        self.push(self.peek(5));
        self.define(HIDDEN)?;
        self.drop_values(2);
        let readonly = if self.is_class(self.peek(4)) {
            READONLY
        } else {
            0
        };
        self.define(HIDDEN | FIXED | readonly)?;
        self.drop_values(3);
        Ok(())
    }
}
