//! The interpreter: one loop, one match. Operands of a group of operations are prepared together; what
//! isn't common is a call of a function that works on the stack.
//!
//! Contract: pc points into a code block that loading has checked, sp and fp into the newest segment,
//! which has room for what the block's head says.

use crate::config::Library;
use crate::operators::{
    LESS, MULTIPLY, STRICT_EQUAL, SUBTRACT, boolean, holds, integer_operation, order, small,
};
use crate::stack::{BIAS, CONSTRUCT, DISCARD, FINDS_METHOD, HOST, RECORD};
use crate::{Fault, Vm, Width};
use microvium_format::{ErrorCode, Kind, Operation, Special};

/// The group of an operation: the high nibble of its code.
const fn group(operation: Operation) -> u8 {
    operation as u8 >> 4
}

const EXTEND: u8 = group(Operation::Extend);
pub(crate) const LOAD: u8 = group(Operation::Load);
pub(crate) const STORE: u8 = group(Operation::Store);
const INTEGER: u8 = group(Operation::Integer);
pub(crate) const CONSTANT: u8 = group(Operation::Constant);
pub(crate) const LOAD_VARIABLE: u8 = group(Operation::LoadVariable);
pub(crate) const STORE_VARIABLE: u8 = group(Operation::StoreVariable);
pub(crate) const LOAD_CAPTURED: u8 = group(Operation::LoadCaptured);
const LOAD_FIELD: u8 = group(Operation::LoadField);
pub(crate) const GET: u8 = group(Operation::Get);
pub(crate) const SET: u8 = group(Operation::Set);
pub(crate) const METHOD: u8 = group(Operation::Method);
const CALL: u8 = group(Operation::Call);
const ARITHMETIC: u8 = group(Operation::Add);
const PLAIN: u8 = group(Operation::Undefined);

/// Whether the interpreter itself does what is common, before it calls what does everything.
const FAST: bool = cfg!(feature = "speed");

impl<W: Width> Vm<W> {
    /// A byte of code or of a code block's head.
    #[inline(always)]
    pub(crate) fn read_u8(code: *const u8, offset: usize) -> u8 {
        // SAFETY: code ends with an operation that doesn't fall through, so reads stay inside.
        unsafe { *code.add(offset) }
    }

    /// Two bytes of it.
    #[inline(always)]
    pub(crate) fn read_u16(code: *const u8, offset: usize) -> u16 {
        u16::from_le_bytes([Self::read_u8(code, offset), Self::read_u8(code, offset + 1)])
    }

    /// Runs the frame at the top until it returns to the host; its result is the VM's outcome then.
    pub(crate) fn run(&mut self) -> Result<(), Fault> {
        loop {
            if self.interpret().is_ok() {
                return Ok(());
            }
            // An error in there is thrown like any other.
            if let Some(part) = W::config().library
                && (part.delegate)(self)
            {
                continue;
            }
            W::thrown(self);
            self.unwind()?;
            W::caught(self);
        }
    }

    /// Interprets until the frame that the host entered returns, or something is thrown.
    #[cfg_attr(feature = "speed", inline(never))]
    #[cfg_attr(not(feature = "speed"), inline(always))]
    fn interpret(&mut self) -> Result<(), Fault> {
        let vm = self;
        #[cfg(feature = "speed")]
        let (mut pc, mut sp, mut fp) = (vm.pc, vm.sp, vm.fp);

        // The registers: locals in the speed build, in the VM where size counts.
        #[cfg(feature = "speed")]
        macro_rules! pc {
            () => {
                pc
            };
        }
        #[cfg(feature = "speed")]
        macro_rules! sp {
            () => {
                sp
            };
        }
        #[cfg(feature = "speed")]
        macro_rules! fp {
            () => {
                fp
            };
        }
        #[cfg(feature = "speed")]
        macro_rules! save {
            () => {
                vm.pc = pc;
                vm.sp = sp;
                vm.fp = fp;
            };
        }
        #[cfg(feature = "speed")]
        macro_rules! load {
            () => {
                pc = vm.pc;
                sp = vm.sp;
                fp = vm.fp;
            };
        }
        #[cfg(not(feature = "speed"))]
        macro_rules! pc {
            () => {
                vm.pc
            };
        }
        #[cfg(not(feature = "speed"))]
        macro_rules! sp {
            () => {
                vm.sp
            };
        }
        #[cfg(not(feature = "speed"))]
        macro_rules! fp {
            () => {
                vm.fp
            };
        }
        #[cfg(not(feature = "speed"))]
        macro_rules! save {
            () => {};
        }
        #[cfg(not(feature = "speed"))]
        macro_rules! load {
            () => {};
        }

        macro_rules! fetch {
            () => {{
                let byte = Self::read_u8(pc!(), 0);
                pc!() = pc!().wrapping_add(1);
                byte
            }};
        }
        macro_rules! top {
            ($depth:expr) => {
                W::from_word(Self::read(Self::below(sp!(), $depth)))
            };
        }
        macro_rules! set_top {
            ($depth:expr, $value:expr) => {
                Self::write(Self::below(sp!(), $depth), W::to_word($value))
            };
        }
        macro_rules! push {
            ($value:expr) => {{
                let value = $value;
                let end = sp!();
                Self::write(end.wrapping_add(BIAS), W::to_word(value));
                sp!() = end.wrapping_add(1);
            }};
        }
        #[cfg(feature = "speed")]
        macro_rules! push_frame {
            ($this:expr) => {{
                push!(W::UNDEFINED);
                push!(W::UNDEFINED);
                push!($this);
            }};
        }
        #[cfg(not(feature = "speed"))]
        macro_rules! push_frame {
            ($this:expr) => {
                vm.push_frame($this)
            };
        }
        macro_rules! drop {
            ($count:expr) => {
                sp!() = sp!().wrapping_sub($count)
            };
        }
        macro_rules! pop {
            () => {{
                drop!(1);
                W::from_word(Self::read(sp!().wrapping_add(BIAS)))
            }};
        }
        // Calls what works on the VM's own registers and may collect, throw, or change them.
        macro_rules! slow {
            ($call:expr) => {{
                save!();
                $call?
            }};
        }
        macro_rules! captured {
            () => {
                vm.captured(fp!())
            };
        }
        // The operation with a code of the last two groups.
        macro_rules! operation {
            ($code:expr) => {
                // SAFETY: all 32 codes of these groups are operations, see below.
                unsafe { core::mem::transmute::<u8, Operation>($code) }
            };
        }
        const {
            let mut code = Operation::Undefined as u8;
            while code < 0xFF {
                assert!(Operation::from_code(code).is_some());
                code += 1;
            }
        }

        'next: loop {
            macro_rules! jump {
                ($distance:expr) => {{
                    let distance: isize = $distance;
                    // Before it jumps: a fault is where the loop ends, not before it begins. Where size counts nobody
                    // can see that.
                    if !FAST {
                        pc!() = pc!().wrapping_offset(distance);
                    }
                    if distance < 0 {
                        slow!(vm.tick());
                    }
                    if FAST {
                        pc!() = pc!().wrapping_offset(distance);
                    }
                    continue 'next;
                }};
            }
            let mut extension = 0usize;
            let byte;
            let (operands, result) = 'operation: {
                // Most operations put one value in the place of their operands. Where size counts they
                // all do it in one place, behind the match.
                macro_rules! done {
                    ($operands:expr, $value:expr) => {{
                        let (operands, value): (usize, W::Value) = ($operands, $value);
                        if FAST {
                            drop!(operands);
                            push!(value);
                            continue 'next;
                        }
                        break 'operation (operands, Some(Ok(value)));
                    }};
                }
                // The same for an operation that may collect or throw.
                macro_rules! finish {
                    ($operands:expr, $result:expr) => {{
                        if FAST {
                            let value = slow!($result);
                            done!($operands, value);
                        }
                        save!();
                        break 'operation ($operands, Some($result));
                    }};
                }
                // All calls are done in one place behind the match, too.
                macro_rules! call {
                    ($arguments:expr, $flags:expr) => {{
                        if FAST {
                            slow!(vm.enter($arguments, $flags));
                            load!();
                            continue 'next;
                        }
                        break 'operation ($arguments, None);
                    }};
                }
                macro_rules! test {
                    ($operands:expr, $condition:expr) => {{
                        let condition: bool = $condition;
                        if FAST {
                            // A branch behind a comparison is taken at once.
                            let next = Self::read_u8(pc!(), 0);
                            if next == Operation::JumpIfFalse as u8
                                || next == Operation::JumpIfTrue as u8
                            {
                                let distance = Self::read_u8(pc!(), 1) as i8;
                                pc!() = pc!().wrapping_add(2);
                                drop!($operands);
                                if condition == (next == Operation::JumpIfTrue as u8) {
                                    jump!(distance as isize);
                                }
                                continue 'next;
                            }
                        }
                        done!($operands, boolean::<W>(condition));
                    }};
                }
                let operand;
                (byte, operand) = loop {
                    let byte = fetch!();
                    let operand = extension | (byte & 15) as usize;
                    if byte >> 4 != EXTEND {
                        break (byte, operand);
                    }
                    extension = operand << 4;
                };
                match byte >> 4 {
                    LOAD => done!(0, W::from_word(Self::read(fp!().wrapping_add(operand)))),
                    STORE => {
                        let value = pop!();
                        Self::write(fp!().wrapping_add(operand), W::to_word(value));
                    }
                    INTEGER => match W::try_inline(operand as i32) {
                        Some(value) if FAST => done!(0, value),
                        _ => finish!(0, W::new_integer(vm, operand as i32)),
                    },
                    CONSTANT => done!(0, W::constant(vm, operand)),
                    LOAD_VARIABLE => done!(0, W::variable(vm, operand)),
                    STORE_VARIABLE => {
                        let value = pop!();
                        W::set_variable(vm, operand, value);
                    }
                    LOAD_CAPTURED => finish!(0, vm.load_field(captured!(), operand)),
                    LOAD_FIELD => finish!(1, vm.load_field(top!(0), operand)),
                    GET => {
                        let key = W::constant(vm, operand);
                        if FAST {
                            let value = slow!(W::get_fast(vm, top!(0), key));
                            if !vm.is(value, Kind::Property) {
                                done!(1, value);
                            }
                            let value = slow!((vm.library()?.getter)(vm, value));
                            load!();
                            done!(1, value);
                        }
                        finish!(1, vm.get_named(key, 0))
                    }
                    SET => {
                        let key = W::constant(vm, operand);
                        save!();
                        if !W::set_fast(vm, key) {
                            // Stack: object, value. Becomes: object, key, value.
                            let value = top!(0);
                            set_top!(0, key);
                            push!(value);
                            slow!(vm.assign());
                            load!();
                        } else {
                            drop!(2);
                        }
                    }
                    METHOD => {
                        let key = W::constant(vm, operand);
                        slow!(vm.get_method(key));
                        load!();
                    }
                    CALL => call!(operand, 0),
                    ARITHMETIC if !FAST => finish!(2, vm.binary(operand as u8)),
                    ARITHMETIC => {
                        let low = byte & 15;
                        let (a, b) = (top!(1), top!(0));
                        if low < LESS {
                            let inline = if W::both_integers(a, b) {
                                let (x, y) = (W::inline_integer(a), W::inline_integer(b));
                                integer_operation(low, x, y).and_then(W::try_inline)
                            } else {
                                W::number_fast(vm, low, a, b)
                            };
                            match inline {
                                Some(value) => done!(2, value),
                                None => finish!(2, vm.binary(low)),
                            }
                        }
                        let condition = if W::both_integers(a, b) {
                            match low {
                                STRICT_EQUAL => a == b,
                                _ => holds(low, order(W::inline_integer(a), W::inline_integer(b))),
                            }
                        } else {
                            match W::compare_fast(vm, low, a, b) {
                                Some(condition) => condition,
                                None => slow!(vm.binary(low)) == W::TRUE,
                            }
                        };
                        test!(2, condition)
                    }
                    PLAIN => match operation!(byte) {
                        Operation::Undefined
                        | Operation::Null
                        | Operation::False
                        | Operation::True => {
                            done!(0, W::primitive(byte - Operation::Undefined as u8))
                        }
                        Operation::Pop => drop!(1),
                        Operation::Duplicate => done!(0, top!(0)),
                        Operation::Not => test!(1, !vm.is_truthy(top!(0))),
                        Operation::Negate => finish!(1, vm.step(MULTIPLY, small::<W>(-1))),
                        Operation::Frame => {
                            push_frame!(W::UNDEFINED);
                        }
                        Operation::Return | Operation::ReturnUndefined => {
                            let mut result = if byte == Operation::Return as u8 {
                                pop!()
                            } else {
                                W::UNDEFINED
                            };
                            save!();
                            let this = W::from_word(vm.frame_word(0));
                            let flags = vm.end_frame();
                            if flags & CONSTRUCT != 0 && !vm.is_object(result) {
                                result = this;
                            }
                            if flags & HOST != 0 {
                                vm.outcome = W::to_word(result);
                                return Ok(());
                            }
                            if FAST && flags & (DISCARD | FINDS_METHOD) == 0 {
                                load!();
                                done!(0, result);
                            }
                            if flags & DISCARD == 0 {
                                vm.push(result);
                            }
                            if flags & FINDS_METHOD != 0 {
                                vm.make_method();
                            }
                            load!();
                        }
                        Operation::GetElement => {
                            if FAST && let Some(value) = W::element_fast(vm, top!(1), top!(0)) {
                                done!(2, value);
                            }
                            let value = slow!(vm.get_element(0));
                            load!();
                            done!(1, value)
                        }
                        Operation::SetElement => {
                            if FAST && W::set_element_fast(vm, top!(2), top!(1), top!(0)) {
                                drop!(3);
                            } else {
                                slow!(vm.set_by_value());
                                load!();
                            }
                        }
                        Operation::Increment => finish!(1, vm.increment(top!(0), 1)),
                        Operation::LooseEqual => {
                            let condition = slow!(vm.loose_equal()) == W::TRUE;
                            test!(2, condition)
                        }
                        _ => {
                            let value = pop!();
                            slow!(vm.throw(value))
                        }
                    },
                    _ => {
                        let operation = operation!(byte);
                        let argument = fetch!();
                        let operand = extension << 4 | argument as usize;
                        match operation {
                            Operation::Jump
                            | Operation::JumpIfTrue
                            | Operation::JumpIfFalse
                            | Operation::JumpFar
                            | Operation::JumpIfTrueFar
                            | Operation::JumpIfFalseFar => {
                                let far = byte >= Operation::JumpFar as u8;
                                let distance = if far {
                                    i16::from_le_bytes([argument, fetch!()]) as isize
                                } else {
                                    argument as i8 as isize
                                };
                                // 0: always, 1: if true, 2: if false.
                                let when = byte
                                    - if far {
                                        Operation::JumpFar as u8
                                    } else {
                                        Operation::Jump as u8
                                    };
                                if when != 0 {
                                    let value = pop!();
                                    if vm.is_truthy(value) != (when == 1) {
                                        continue 'next;
                                    }
                                }
                                jump!(distance);
                            }
                            Operation::New => call!(operand, CONSTRUCT),
                            Operation::NewArray => {
                                let array = slow!(vm.new_array(operand));
                                let first = W::array_first(operand);
                                done!(operand, vm.filled(array, first, operand))
                            }
                            Operation::NewObject => {
                                let shape = W::constant(vm, operand);
                                let keys = vm.count(shape);
                                let object = slow!(W::new_object(vm, shape));
                                done!(keys, vm.filled(object, 2, keys))
                            }
                            Operation::NewClosure => {
                                let words = W::closure_words(vm, W::constant(vm, operand));
                                let closure = slow!(vm.allocate(Kind::Closure, words, words));
                                vm.set_field(closure, 1, W::constant(vm, operand));
                                vm.set_field(closure, 2, top!(0));
                                vm.fill(closure, 3, words - 2, W::UNDEFINED);
                                done!(1, closure)
                            }
                            Operation::NewScope => {
                                let scope = slow!(vm.allocate(Kind::Scope, operand, operand));
                                done!(operand, vm.filled(scope, 1, operand))
                            }
                            Operation::StoreField | Operation::StoreCaptured => {
                                let value = pop!();
                                let scope = if operation == Operation::StoreField {
                                    pop!()
                                } else {
                                    captured!()
                                };
                                slow!(vm.store_field(scope, operand, value));
                            }
                            Operation::Enter => {
                                for _ in 0..operand {
                                    push!(W::UNDEFINED);
                                }
                            }
                            Operation::IntegerNegative => {
                                finish!(0, W::new_integer(vm, !(operand as i32)))
                            }
                            _ => match Special::from_code(argument) {
                                Some(Special::Captured) if FAST => done!(0, captured!()),
                                Some(Special::Empty) if FAST => done!(0, W::EMPTY),
                                Some(Special::Check) if FAST && top!(0) != W::EMPTY => {}
                                Some(Special::IsNullish) if FAST => {
                                    test!(1, vm.is_nullish(top!(0)))
                                }
                                Some(Special::SetGlobal) if W::BUILDS => {
                                    slow!(W::set_global(vm));
                                    load!();
                                }
                                Some(special) => {
                                    let top = slow!(vm.special(special));
                                    load!();
                                    done!(1, top)
                                }
                                None => slow!(vm.fault(ErrorCode::InvalidBytecode)),
                            },
                        }
                    }
                }
                continue 'next;
            };
            // What constructs has a bit in its code for that.
            const {
                assert!(Operation::New as usize >> 5 & 1 == CONSTRUCT);
                assert!(Operation::Call as usize >> 5 & 1 == 0);
            }
            let Some(result) = result else {
                slow!(vm.enter(operands, usize::from(byte >> 5 & 1)));
                load!();
                continue 'next;
            };
            #[cfg(not(feature = "speed"))]
            {
                let value = result?;
                drop!(operands);
                push!(value);
            }
            #[cfg(feature = "speed")]
            {
                let (_, result): (usize, Result<W::Value, Fault>) = (operands, result);
                result?;
            }
        }
    }

    /// A field of a scope. That a scope has it, loading can't check, and the library asks whether a value is
    /// a suspended call by this.
    #[cfg_attr(feature = "speed", inline(always))]
    #[cfg_attr(not(feature = "speed"), inline(never))]
    fn load_field(&mut self, scope: W::Value, index: usize) -> Result<W::Value, Fault> {
        if !self.is(scope, Kind::Scope) || index >= self.count(scope) {
            return self.fault(ErrorCode::TypeError);
        }
        Ok(self.field(scope, index + 1))
    }

    /// Sets a field of a scope.
    #[cfg_attr(feature = "speed", inline(always))]
    fn store_field(&mut self, scope: W::Value, index: usize, value: W::Value) -> Result<(), Fault> {
        self.load_field(scope, index)?;
        if !W::in_ram(scope) {
            return self.fault(ErrorCode::AttemptToWriteToRom);
        }
        self.set_field(scope, index + 1, value);
        Ok(())
    }

    /// Copies the `count` values at the top of the stack into a cell in RAM, which is returned.
    #[cfg_attr(feature = "speed", inline(always))]
    #[cfg_attr(not(feature = "speed"), inline(never))]
    pub(crate) fn filled(&mut self, cell: W::Value, word: usize, count: usize) -> W::Value {
        for i in 0..count {
            self.set_field(cell, word + i, self.peek(count - 1 - i));
        }
        cell
    }

    /// `value + by` for `by` 1 or -1; the value is the top of the stack.
    #[inline(always)]
    pub(crate) fn increment(&mut self, value: W::Value, by: i32) -> Result<W::Value, Fault> {
        if FAST
            && W::both_integers(value, value)
            && let Some(sum) = W::inline_integer(value)
                .checked_add(by)
                .and_then(W::try_inline)
        {
            return Ok(sum);
        }
        // No addition, which would concatenate.
        self.step(SUBTRACT, small::<W>(-by))
    }

    /// The part `LIBRARY`.
    #[inline(never)]
    pub(crate) fn library(&mut self) -> Result<&'static Library<W>, Fault> {
        match W::config().library {
            Some(part) => Ok(part),
            None => self.fault(ErrorCode::RequiresLaterEngine),
        }
    }

    /// The function that runs.
    pub(crate) fn callee(&self) -> W::Value {
        W::from_word(self.frame_word(-(RECORD as isize)))
    }

    /// The scope that the function of a frame was created with.
    #[inline(always)]
    pub(crate) fn captured(&self, frame: *mut W::Word) -> W::Value {
        let callee = W::from_word(Self::read(frame.wrapping_sub(RECORD)));
        self.field(callee, 2)
    }

    /// A call, of whatever kind, or a jump backwards: counts a step where steps are counted.
    #[cfg_attr(feature = "speed", inline(always))]
    #[cfg_attr(not(feature = "speed"), inline(never))]
    pub(crate) fn tick(&mut self) -> Result<(), Fault> {
        W::step(self)
    }
}
