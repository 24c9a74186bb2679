//! What a host does with a VM: calls, roots, values.
//!
//! Contract: handles are linked into one VM's list while they are registered, and don't move.

use crate::collect::{self, Collector};
use crate::property::{ARRAY, NO_CELL};
use crate::stack::{CONSTRUCT, HOST, RECORD};
use crate::{Fault, Number, Vm, Width};
use core::ptr;
use microvium_format::native::FIRST_NATIVE;
use microvium_format::{Builtin, ErrorCode, Kind, ValueType};

/// A host function: it finds its arguments on the VM's stack, `this` right before them, and writes its
/// result. Returns an `ErrorCode`; with UncaughtException the result is what is thrown.
pub type HostFunction<W> = unsafe extern "C" fn(
    vm: *mut Vm<W>,
    id: u16,
    result: *mut <W as Width>::Word,
    arguments: *mut <W as Width>::Word,
    count: u8,
) -> i32;

/// A root of the host's.
#[repr(C)]
pub struct Handle<W: Width> {
    /// The value, up to date after every collection.
    pub value: W::Word,
    next: *mut Handle<W>,
}

impl<W: Width> Handle<W> {
    /// A handle that isn't registered yet.
    pub fn new() -> Self {
        Handle {
            value: W::to_word(W::UNDEFINED),
            next: ptr::null_mut(),
        }
    }
}

impl<W: Width> Default for Handle<W> {
    fn default() -> Self {
        Self::new()
    }
}

impl<W: Width> Vm<W> {
    /// What a value is to a host.
    pub fn value_type(&self, value: W::Value) -> ValueType {
        const TYPES: [ValueType; 16] = {
            let mut types = [ValueType::Object; 16];
            types[Kind::Array as usize] = ValueType::Array;
            types[Kind::Packed as usize] = ValueType::Array;
            types[Kind::Function as usize] = ValueType::Function;
            types[Kind::Closure as usize] = ValueType::Function;
            types[Kind::Host as usize] = ValueType::Function;
            types[Kind::Ephemeral as usize] = ValueType::Function;
            types[Kind::String as usize] = ValueType::String;
            types[Kind::Number as usize] = ValueType::Number;
            types[Kind::Symbol as usize] = ValueType::Symbol;
            types
        };
        let (storage, kind) = self.storage_kind(value);
        if kind == NO_CELL {
            return if value == W::UNDEFINED {
                ValueType::Undefined
            } else if value == W::NULL {
                ValueType::Null
            } else if value == W::TRUE || value == W::FALSE {
                ValueType::Boolean
            } else {
                ValueType::Number
            };
        }
        if self.is_class(value) {
            return ValueType::Class;
        }
        if kind == Kind::Packed as usize && W::is_typed(self, storage) {
            return ValueType::Uint8Array;
        }
        if W::is_namespace(kind) {
            return ValueType::Object;
        }
        TYPES.get(kind).copied().unwrap_or(ValueType::Undefined)
    }

    /// Calls a function with `this` undefined, or constructs a class. What it throws is the VM's `outcome`.
    pub fn call(&mut self, function: W::Value, arguments: &[W::Value]) -> Result<W::Value, Fault> {
        // SAFETY: a slice has as many values as its length says.
        unsafe {
            self.call_with(function, arguments.as_ptr(), arguments.len(), |_, value| {
                value
            })
        }
    }

    /// The same, with the words that a host keeps.
    ///
    /// # Safety
    /// There are `count` arguments at `arguments`, which may be null if there are none.
    pub unsafe fn call_words(
        &mut self,
        function: W::Word,
        arguments: *const W::Word,
        count: usize,
    ) -> Result<W::Value, Fault> {
        let function = W::from_host(self, function);
        // SAFETY: the caller's promise.
        unsafe { self.call_with(function, arguments, count, W::from_host) }
    }

    /// # Safety
    /// As for `call_words`.
    unsafe fn call_with<T: Copy>(
        &mut self,
        function: W::Value,
        arguments: *const T,
        count: usize,
        value: fn(&Self, T) -> W::Value,
    ) -> Result<W::Value, Fault> {
        let (sp, segment) = (self.sp, self.segment);
        let words = count + RECORD + 1;
        // A segment goes with its first frame, so what is no frame can't share one.
        if segment.is_null() || self.has_no_frame() || !self.has_room(words) {
            self.add_segment(0, words)?;
        }
        let fp = self.fp;
        self.push(function);
        self.push_frame(W::UNDEFINED);
        for i in 0..count {
            // SAFETY: the caller's promise.
            let argument = value(self, unsafe { *arguments.add(i) });
            self.push(argument);
        }
        let mut flags = HOST;
        if self.is_class(function) {
            flags |= CONSTRUCT;
        }
        let mut result = self.enter(count, flags);
        if result.is_ok() && self.fp != fp {
            result = self.run();
        }
        // Frames have given back what they took.
        if self.segment != segment {
            self.drop_segment();
        }
        self.sp = sp;
        result.map(|()| self.outcome())
    }

    /// What was thrown, or what the last call returned.
    pub fn outcome(&self) -> W::Value {
        W::from_word(self.outcome)
    }

    /// The error code of what was thrown: UncaughtException if the script threw a value of its own.
    #[cfg_attr(not(feature = "speed"), inline(always))]
    pub fn error(&self) -> ErrorCode {
        self.fault_of(self.outcome())
    }

    /// The fault that a thrown value stands for: a fault value, or the function whose call failed because
    /// it exists only at build time, so that its name isn't lost. Else UncaughtException.
    pub(crate) fn fault_of(&self, thrown: W::Value) -> ErrorCode {
        if self.is(thrown, Kind::Ephemeral) {
            return ErrorCode::DetachedEphemeral;
        }
        W::as_fault(thrown).unwrap_or(ErrorCode::UncaughtException)
    }

    /// The name of a function that existed only at build time, if `value` is one in an image.
    pub fn ephemeral_name(&self, value: W::Value) -> Option<&[u8]> {
        if !self.is(value, Kind::Ephemeral) {
            None
        } else {
            self.string_bytes(self.field(value, 1))
        }
    }

    /// Calls a host function with the `count` arguments at the top of the stack.
    pub(crate) fn call_host_function(
        &mut self,
        function: HostFunction<W>,
        id: u16,
        count: usize,
    ) -> Result<W::Value, Fault> {
        let Ok(count) = u8::try_from(count) else {
            return self.fault(ErrorCode::TooManyArguments);
        };
        let mut result = W::to_word(W::UNDEFINED);
        let arguments = self.top().wrapping_sub(usize::from(count));
        // SAFETY: the arguments are on the stack, which doesn't move; what a host function may do with
        // the VM, it does through this interface.
        let code = unsafe { function(self, id, &mut result, arguments, count) };
        let result = W::from_host(self, result);
        match ErrorCode::from_code(code as u8).unwrap_or(ErrorCode::HostError) {
            ErrorCode::Success => Ok(result),
            ErrorCode::UncaughtException => self.throw(result),
            code => self.fault(code),
        }
    }

    /// Throws a value from a host function; the function returns UncaughtException with it.
    pub fn throw_value<T>(&mut self, value: W::Value) -> Result<T, Fault> {
        self.throw(value)
    }

    /// Throws a fault from a host function.
    pub fn throw_fault<T>(&mut self, code: ErrorCode) -> Result<T, Fault> {
        self.fault(code)
    }

    /// Registers a handle.
    ///
    /// # Safety
    /// The handle stays where it is until it is released.
    pub unsafe fn register(&mut self, handle: *mut Handle<W>) {
        // SAFETY: the caller's promise.
        unsafe { (*handle).next = self.handles() };
        self.set_handles(handle);
    }

    /// Takes a handle off the list; false if it isn't on it.
    ///
    /// # Safety
    /// All registered handles are where they were registered.
    pub unsafe fn unregister(&mut self, handle: *mut Handle<W>) -> bool {
        let mut first = self.handles();
        let mut link = &raw mut first;
        // SAFETY: the caller's promise.
        unsafe {
            while !(*link).is_null() {
                if *link == handle {
                    *link = (*handle).next;
                    self.set_handles(first);
                    return true;
                }
                link = &mut (**link).next;
            }
        }
        false
    }

    /// Visits the values of all handles.
    pub(crate) fn visit_handles(&mut self, collector: &mut Collector<W>) {
        let mut handle = self.handles();
        while !handle.is_null() {
            // SAFETY: registered handles are where they were (contract of `register`).
            let word = unsafe { &raw mut (*handle).value };
            // An export's link slot is a root itself, and stays where it is.
            let value = Self::read(word);
            if W::from_host(self, value) == W::from_word(value) {
                collector.forward(self, word);
            }
            // SAFETY: as above.
            handle = unsafe { (*handle).next };
        }
    }

    /// Collects; `squeeze` leaves no room in the new block.
    pub fn run_gc(&mut self, squeeze: bool) {
        // The first block of a squeeze is as large as what was in use, the second as what is left.
        for _ in 0..1 + usize::from(squeeze) {
            if self.heap_usage().0 == 0 {
                self.release_heap();
            } else {
                // Without memory for another block nothing is collected, and nothing is lost.
                let _ = collect::collect(self, 0, squeeze);
            }
        }
    }

    /// Bytes of the heap in use and in all.
    pub fn heap_usage(&self) -> (usize, usize) {
        (
            W::from_offset(self.next) - W::HEAP_START,
            W::from_offset(self.size),
        )
    }

    /// What number a value is, if it is one.
    pub fn number(&self, value: W::Value) -> Option<Number> {
        W::number(self, value)
    }

    /// A number as a value.
    pub fn new_number(&mut self, number: Number) -> Result<W::Value, Fault> {
        W::new_number(self, number)
    }

    /// The bytes of a string, WTF-8, followed by a NUL that isn't among them; None if it is no string.
    pub fn string_bytes(&self, value: W::Value) -> Option<&[u8]> {
        self.is_string(value).then(|| self.text(value))
    }

    /// ToString of a primitive, for the host.
    pub fn convert_to_string(&mut self, value: W::Value) -> Result<W::Value, Fault> {
        self.to_string(value)
    }

    /// ToNumber of a primitive, for the host.
    pub fn convert_to_number(&mut self, value: W::Value) -> Result<Number, Fault> {
        let number = self.to_number(value)?;
        Ok(W::number(self, number).unwrap_or(Number::Float(f64::NAN.to_bits())))
    }

    /// `a === b`, for the host.
    pub fn equals(&self, a: W::Value, b: W::Value) -> bool {
        self.strict_equal(a, b)
    }

    /// Begins what a host function ends later: a promise, and the function to call then with whether that went well and
    /// the value or the reason. An image whose code waits for nothing that hosts return has none: that is a fault.
    pub fn async_start(&mut self) -> Result<[W::Value; 2], Fault> {
        let start = self.builtin(Builtin::AsyncStart);
        let start = W::present(self, start)?;
        if start == W::UNDEFINED {
            return self.fault(ErrorCode::AsyncStartError);
        }
        let pair = self.call(start, &[])?;
        let (pair, ARRAY) = self.storage_kind(pair) else {
            return self.fault(ErrorCode::AsyncStartError);
        };
        Ok([self.element(pair, 0)?, self.element(pair, 1)?])
    }

    /// The host's own pointer.
    pub fn context(&self) -> *mut core::ffi::c_void {
        self.host_registers().0.cast()
    }

    /// The first of the registered handles.
    fn handles(&self) -> *mut Handle<W> {
        self.host_registers().1.cast()
    }

    fn set_handles(&mut self, first: *mut Handle<W>) {
        *self.handles_register() = first.cast();
    }

    /// Calls one of the functions that the engine provides to scripts. Stack: `this`, arguments, kept.
    pub(crate) fn call_native(&mut self, id: u16, count: usize) -> Result<W::Value, Fault> {
        match id {
            FIRST_NATIVE if self.value_type(self.peek(count)) == ValueType::Array => {
                self.native_push(count)
            }
            _ => (self.library()?.call)(self, id, count),
        }
    }

    /// Array.prototype.push (ECMAScript 23.1.3.23), for arrays.
    fn native_push(&mut self, count: usize) -> Result<W::Value, Fault> {
        let old = self.array_length(self.storage(self.peek(count)));
        let length = old + count;
        self.set_length(count, length)?;
        let storage = self.storage(self.peek(count));
        self.filled(storage, W::array_first(length) + old, count);
        W::new_integer(self, length as i32)
    }
}
