//! Calls: what can be called, how a frame begins, how an exception finds its handler.

use crate::stack::{CONSTRUCT, HOST, RECORD};
use crate::{Fault, Vm, Width};
use microvium_format::code::{
    BOUND, CLASS, CONSTRUCTOR, FRAME_UNIT, HANDLER_SIZE, HANDLERS, HEAD_SIZE, REST, TARGET,
};
use microvium_format::{Builtin, ErrorCode, Kind};

const CLOSURE: usize = Kind::Closure as usize;
const FUNCTION: usize = Kind::Function as usize;
const HOST_FUNCTION: usize = Kind::Host as usize;
const EPHEMERAL: usize = Kind::Ephemeral as usize;

impl<W: Width> Vm<W> {
    /// The Function cell of a Closure or Function, or None.
    #[cfg_attr(feature = "speed", inline(always))]
    #[cfg_attr(not(feature = "speed"), inline(never))]
    pub(crate) fn function_of(&self, callee: W::Value) -> Option<W::Value> {
        match self.kind(callee) {
            CLOSURE => Some(self.field(callee, 1)),
            FUNCTION => Some(callee),
            _ => None,
        }
    }

    /// Whether a value can be called.
    pub(crate) fn is_callable(&self, value: W::Value) -> bool {
        matches!(
            self.kind(value),
            CLOSURE | FUNCTION | HOST_FUNCTION | EPHEMERAL
        )
    }

    /// Whether a value can be constructed.
    pub(crate) fn is_constructor(&self, value: W::Value) -> bool {
        self.head(value) & CONSTRUCTOR != 0
    }

    /// Whether a value is a class.
    #[cfg_attr(not(feature = "speed"), inline(always))]
    pub(crate) fn is_class(&self, value: W::Value) -> bool {
        self.head(value) & CLASS != 0
    }

    /// Whether a value is a bound function that constructs.
    pub(crate) fn is_bound(&self, value: W::Value) -> bool {
        self.head(value) & BOUND != 0
    }

    /// The head of a function's code; 0 if the value is none.
    fn head(&self, value: W::Value) -> u16 {
        match self.function_of(value) {
            Some(function) => Self::read_u16(W::code(self, function), 0),
            None => 0,
        }
    }

    /// Calls the callee below `this` and `arguments` values at the top of the stack. A function of the
    /// script gets a frame and the interpreter goes on in it; another's result replaces the call.
    #[cfg_attr(feature = "speed", inline(always))]
    #[cfg_attr(not(feature = "speed"), inline(never))]
    pub(crate) fn enter(&mut self, arguments: usize, flags: usize) -> Result<(), Fault> {
        self.tick()?;
        if flags & CONSTRUCT != 0 {
            self.make_instance(arguments)?;
        }
        let callee = self.peek(arguments + RECORD);
        let Some(function) = self.function_of(callee) else {
            return self.call_other(callee, arguments);
        };
        let code = W::code(self, function);
        let head = Self::read_u16(code, 0);
        if flags & CONSTRUCT == 0 && head & CLASS != 0 {
            return self.fault(ErrorCode::ClassWithoutNew);
        }
        let mut parameters = usize::from(Self::read_u8(code, 2));
        let mut list = W::EMPTY;
        if head & REST != 0 {
            parameters -= 1;
            let rest = arguments.saturating_sub(parameters);
            list = self.new_array(rest)?;
            self.filled(list, W::array_first(rest), rest);
        }
        // From here on nothing collects.
        let frame = usize::from(Self::read_u8(code, 3)) * FRAME_UNIT;
        if !self.has_room(frame) {
            self.add_segment(arguments + 1 + RECORD, frame)?;
        }
        let this = Self::below(self.sp, arguments);
        let top = this.wrapping_add(parameters + 1);
        while self.top() < top {
            self.push(W::UNDEFINED);
        }
        self.set_top(top);
        if list != W::EMPTY {
            self.push(list);
        }
        self.begin_frame(this, flags);
        self.pc = Self::first_instruction(code, head);
        Ok(())
    }

    /// Calls what isn't a function of the script.
    #[cold]
    #[cfg_attr(feature = "speed", inline(never))]
    fn call_other(&mut self, callee: W::Value, arguments: usize) -> Result<(), Fault> {
        let result = match self.kind(callee) {
            HOST_FUNCTION => W::call_host(self, self.count(callee), arguments),
            EPHEMERAL => W::call_ephemeral(self, callee, arguments),
            _ => self.fault(ErrorCode::TypeErrorTargetIsNotCallable),
        }?;
        self.drop_values(arguments + 1 + RECORD);
        self.push(result);
        // Where the host looks for it, if it is the host that calls.
        self.outcome = W::to_word(result);
        Ok(())
    }

    /// Makes the instance for `new` and puts it where `this` goes. Stack: callee, record, new.target or
    /// undefined, arguments.
    fn make_instance(&mut self, arguments: usize) -> Result<(), Fault> {
        let callee = self.peek(arguments + RECORD);
        let head = self.head(callee);
        if head & CONSTRUCTOR == 0 {
            return self.fault(ErrorCode::UsingNewOnNonClass);
        }
        if self.peek(arguments) == W::UNDEFINED {
            self.replace(arguments, callee);
        }
        if head & TARGET == 0 {
            let instance = W::new_instance(self, arguments)?;
            W::made(self, instance);
            self.replace(arguments, instance);
        }
        Ok(())
    }

    /// The value of a constructor's `prototype` property, or Object.prototype if that is no object.
    pub(crate) fn instance_prototype(&mut self, constructor: W::Value) -> Result<W::Value, Fault> {
        let prototype = self.get(constructor, self.builtin(Builtin::PrototypeKey))?;
        Ok(if self.is_object(prototype) {
            prototype
        } else {
            self.builtin(Builtin::ObjectPrototype)
        })
    }

    /// Finds the handler for what was thrown, ending frames on the way. Err when a frame that the host
    /// entered has ended.
    #[cfg_attr(feature = "speed", inline(never))]
    pub(crate) fn unwind(&mut self) -> Result<(), Fault> {
        loop {
            W::visited(self);
            let callee = W::from_word(self.frame_word(-(RECORD as isize)));
            // Without a step left nothing is caught: else a script could go on by catching just that.
            if let Some(function) = self.function_of(callee)
                && self.tick().is_ok()
                && self.find_handler(function)
            {
                return Ok(());
            }
            if self.end_frame() & HOST != 0 {
                return Err(Fault);
            }
        }
    }

    /// Goes to the handler of what was thrown by the instruction before pc, if there is one.
    fn find_handler(&mut self, function: W::Value) -> bool {
        let code = W::code(self, function);
        let head = Self::read_u16(code, 0);
        if head & HANDLERS == 0 {
            return false;
        }
        let first = Self::first_instruction(code, head);
        let at = (self.pc as usize).wrapping_sub(first as usize + 1);
        let mut handler = code.wrapping_add(HEAD_SIZE + 1);
        while handler < first {
            let part = |offset| usize::from(Self::read_u16(handler, offset));
            if at >= part(0) && at < part(2) {
                self.pc = first.wrapping_add(part(4));
                self.set_top(self.fp.wrapping_add(part(6)));
                self.push(W::from_word(self.outcome));
                return true;
            }
            handler = handler.wrapping_add(HANDLER_SIZE);
        }
        false
    }

    /// Where the instructions of a code block begin.
    #[inline(always)]
    fn first_instruction(code: *const u8, head: u16) -> *const u8 {
        let mut offset = HEAD_SIZE;
        if head & HANDLERS != 0 {
            offset += 1 + usize::from(Self::read_u8(code, HEAD_SIZE)) * HANDLER_SIZE;
        }
        code.wrapping_add(offset)
    }
}
