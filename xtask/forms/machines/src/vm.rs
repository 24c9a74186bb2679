//! What both interpreters share: registers, values, calls, and the operations that a world provides.

use core::cmp::Ordering;
use microvium_format::Operation;

/// Something was thrown; nothing in this sketch catches.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Fault;

/// All that an operation gives.
pub type Outcome<T> = Result<T, Fault>;

/// Bytes of code and words of stack: indices of 16 bits need no check.
pub const SIZE: usize = 1 << 16;

/// Values: `…1` is an integer, the small even numbers are constants, the other even ones name things of
/// the world.
pub const UNDEFINED: u32 = 0;
/// `null`.
pub const NULL: u32 = 2;
/// `true`.
pub const TRUE: u32 = 4;
/// `false`.
pub const FALSE: u32 = 6;
/// The mark of an uninitialized variable or a hole.
pub const EMPTY: u32 = 8;
/// The first value that names a thing of the world.
pub const FIRST_THING: u32 = 16;

/// In a frame's record: the call is a `new`.
pub const CONSTRUCT: u32 = 1 << 16;
/// In a frame's record: the host called.
pub const HOST: u32 = 1 << 17;
/// Words below `this` that a frame has: the callee and its record.
pub const RECORD: u16 = 3;

/// A machine: its registers and its world.
pub struct Vm<'a, W> {
    /// All code, one function behind the other.
    pub code: &'a [u8; SIZE],
    /// The stack.
    pub stack: &'a mut [u32; SIZE],
    /// The next instruction.
    pub pc: u16,
    /// The first free word of the stack.
    pub sp: u16,
    /// Where `this` of the running function is.
    pub fp: u16,
    /// The accumulator, of the form that has one.
    pub accumulator: u32,
    /// What gives operations their meaning.
    pub world: W,
}

/// What operations mean. Operands are passed or lie on the stack, where a collector would find them.
pub trait World: Sized {
    /// Called for each instruction that is decoded by itself.
    fn dispatched(vm: &mut Vm<Self>);
    /// A constant.
    fn constant(vm: &mut Vm<Self>, index: usize) -> u32;
    /// A variable.
    fn variable(vm: &mut Vm<Self>, index: usize) -> u32;
    /// Sets a variable.
    fn set_variable(vm: &mut Vm<Self>, index: usize, value: u32);
    /// The scope of a closure.
    fn scope(vm: &mut Vm<Self>, closure: u32) -> u32;
    /// A field of a scope.
    fn field(vm: &mut Vm<Self>, scope: u32, index: usize) -> Outcome<u32>;
    /// Sets a field of a scope.
    fn set_field(vm: &mut Vm<Self>, scope: u32, index: usize, value: u32) -> Outcome<()>;
    /// A property.
    fn get(vm: &mut Vm<Self>, object: u32, key: u32) -> Outcome<u32>;
    /// Sets a property.
    fn set(vm: &mut Vm<Self>, object: u32, key: u32, value: u32) -> Outcome<()>;
    /// A property with a computed key.
    fn get_element(vm: &mut Vm<Self>, object: u32, key: u32) -> Outcome<u32>;
    /// Sets a property with a computed key.
    fn set_element(vm: &mut Vm<Self>, object: u32, key: u32, value: u32) -> Outcome<()>;
    /// An integer as a value, whatever its size.
    fn integer(vm: &mut Vm<Self>, n: i32) -> Outcome<u32>;
    /// An arithmetic operation on other things than integers, or with another result.
    fn arithmetic(vm: &mut Vm<Self>, operation: u8, a: u32, b: u32) -> Outcome<u32>;
    /// A comparison of other things than integers.
    fn compare(vm: &mut Vm<Self>, operation: u8, a: u32, b: u32) -> Outcome<bool>;
    /// `a === b`.
    fn strict_equal(vm: &mut Vm<Self>, a: u32, b: u32) -> bool;
    /// `a == b`.
    fn loose_equal(vm: &mut Vm<Self>, a: u32, b: u32) -> Outcome<bool>;
    /// Whether `if` takes it for true.
    fn is_truthy(vm: &mut Vm<Self>, value: u32) -> bool;
    /// Makes the object of a `new`: puts it in place of `this`, below the arguments.
    fn make_instance(vm: &mut Vm<Self>, arguments: usize) -> Outcome<()>;
    /// An array of the values at the top of the stack, which go.
    fn new_array(vm: &mut Vm<Self>, count: usize) -> Outcome<u32>;
    /// An object of a shape and the values at the top of the stack, which go.
    fn new_object(vm: &mut Vm<Self>, shape: usize) -> Outcome<u32>;
    /// A closure over a scope.
    fn new_closure(vm: &mut Vm<Self>, function: usize, scope: u32) -> Outcome<u32>;
    /// A scope of the values at the top of the stack, which go.
    fn new_scope(vm: &mut Vm<Self>, count: usize) -> Outcome<u32>;
    /// One of the rarer operations, on the stack.
    fn special(vm: &mut Vm<Self>, code: u8) -> Outcome<()>;
    /// Where a function's code begins and how many parameters it has; None if the world itself does
    /// what it does.
    fn function(vm: &mut Vm<Self>, callee: u32) -> Outcome<Option<(u16, usize)>>;
    /// Calls a function of the world with the arguments at the top of the stack.
    fn call(vm: &mut Vm<Self>, callee: u32, arguments: usize) -> Outcome<u32>;
    /// Whether a value is an object, so that a constructor may return it.
    fn is_object(vm: &mut Vm<Self>, value: u32) -> bool;
}

/// The value of an integer that fits.
#[inline(always)]
pub fn try_inline(n: i32) -> Option<u32> {
    (n == n << 1 >> 1).then_some((n as u32) << 1 | 1)
}

/// Whether both are integers.
#[inline(always)]
pub fn both_integers(a: u32, b: u32) -> bool {
    a & b & 1 != 0
}

/// The integer of a value that is one.
#[inline(always)]
pub fn integer_of(value: u32) -> i32 {
    value as i32 >> 1
}

/// a op b for integers, if the result is one.
#[inline(never)]
pub fn integer_operation(operation: u8, a: i32, b: i32) -> Option<i32> {
    const DIVIDE: u8 = Operation::Divide as u8 & 15;
    match Operation::from_code(Operation::Add as u8 | operation)? {
        Operation::Add => a.checked_add(b),
        Operation::Subtract => a.checked_sub(b),
        Operation::Multiply => a
            .checked_mul(b)
            .filter(|&product| product != 0 || (a | b) >= 0),
        Operation::Divide | Operation::Remainder => {
            let (quotient, rest) = (a.checked_div(b)?, a.checked_rem(b)?);
            if operation == DIVIDE {
                (rest == 0 && (a != 0 || b > 0)).then_some(quotient)
            } else {
                (rest != 0 || a >= 0).then_some(rest)
            }
        }
        Operation::And => Some(a & b),
        Operation::Or => Some(a | b),
        Operation::Xor => Some(a ^ b),
        Operation::ShiftLeft => Some(a.wrapping_shl(b as u32)),
        Operation::ShiftRight => Some(a.wrapping_shr(b as u32)),
        _ => i32::try_from((a as u32).wrapping_shr(b as u32)).ok(),
    }
}

/// What a comparison says of an order.
#[inline(always)]
pub fn holds(operation: u8, order: Ordering) -> bool {
    match Operation::from_code(Operation::Add as u8 | operation) {
        Some(Operation::Less) => order.is_lt(),
        Some(Operation::LessEqual) => order.is_le(),
        Some(Operation::Greater) => order.is_gt(),
        _ => order.is_ge(),
    }
}

impl<W: World> Vm<'_, W> {
    /// The next byte of code.
    #[inline(always)]
    pub fn fetch(&mut self) -> u8 {
        let byte = self.code[usize::from(self.pc)];
        self.pc = self.pc.wrapping_add(1);
        byte
    }

    /// A byte of code behind the next instruction's first.
    #[inline(always)]
    pub fn ahead(&self, by: u16) -> u8 {
        self.code[usize::from(self.pc.wrapping_add(by))]
    }

    /// Continues elsewhere.
    #[inline(always)]
    pub fn jump(&mut self, distance: i16) {
        self.pc = self.pc.wrapping_add_signed(distance);
    }

    /// Pushes a value. Out of line, as `pop`: that makes both interpreters smaller.
    #[inline(never)]
    pub fn push(&mut self, value: u32) {
        self.stack[usize::from(self.sp)] = value;
        self.sp = self.sp.wrapping_add(1);
    }

    /// Pops the top.
    #[inline(never)]
    pub fn pop(&mut self) -> u32 {
        self.drop(1);
        self.stack[usize::from(self.sp)]
    }

    /// Drops some values.
    #[inline(always)]
    pub fn drop(&mut self, count: u16) {
        self.sp = self.sp.wrapping_sub(count);
    }

    /// The value below `depth` others.
    #[inline(always)]
    pub fn top(&self, depth: u16) -> u32 {
        self.stack[usize::from(self.sp.wrapping_sub(depth + 1))]
    }

    /// Replaces such a value.
    #[inline(always)]
    pub fn set_top(&mut self, depth: u16, value: u32) {
        self.stack[usize::from(self.sp.wrapping_sub(depth + 1))] = value;
    }

    /// A slot of the frame.
    #[inline(always)]
    pub fn slot(&self, index: usize) -> u32 {
        self.stack[usize::from(self.fp.wrapping_add(index as u16))]
    }

    /// Sets a slot of the frame.
    #[inline(always)]
    pub fn set_slot(&mut self, index: usize, value: u32) {
        self.stack[usize::from(self.fp.wrapping_add(index as u16))] = value;
    }

    /// The function that runs.
    #[inline(always)]
    pub fn callee(&self) -> u32 {
        self.stack[usize::from(self.fp.wrapping_sub(RECORD))]
    }

    /// Begins the call of the function below its record, `this` and `count` arguments. The result of one
    /// of the world's is there at once, in the frame's place.
    #[inline(never)]
    pub fn enter(&mut self, count: usize, flags: u32) -> Outcome<Option<u32>> {
        let this = self.sp.wrapping_sub(count as u16 + 1);
        let below = usize::from(this.wrapping_sub(RECORD));
        let callee = self.stack[below];
        let Some((entry, parameters)) = W::function(self, callee)? else {
            let result = W::call(self, callee, count)?;
            self.sp = this.wrapping_sub(RECORD);
            return Ok(Some(result));
        };
        for _ in count..parameters {
            self.push(UNDEFINED);
        }
        self.sp = this.wrapping_add(1 + parameters as u16);
        self.stack[usize::from(this.wrapping_sub(2))] = self.pc.into();
        self.stack[usize::from(this.wrapping_sub(1))] = u32::from(self.fp) | flags;
        self.fp = this;
        self.pc = entry;
        Ok(None)
    }

    /// Ends the running frame; the result as the caller sees it, and whether that is the host.
    #[inline(never)]
    pub fn leave(&mut self, result: u32) -> (u32, bool) {
        let frame = self.fp;
        let flags = self.stack[usize::from(frame.wrapping_sub(1))];
        let constructed = flags & CONSTRUCT != 0 && !W::is_object(self, result);
        let result = if constructed { self.slot(0) } else { result };
        self.pc = self.stack[usize::from(frame.wrapping_sub(2))] as u16;
        self.fp = flags as u16;
        self.sp = frame.wrapping_sub(RECORD);
        (result, flags & HOST != 0)
    }
}
