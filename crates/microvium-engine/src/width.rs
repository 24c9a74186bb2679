//! What differs between engines of different width: the encoding of values and of cells, and how
//! properties are stored. Everything else is written once, for any width.

use crate::collect::Collector;
use crate::number::Number;
use crate::{Config, Fault, Vm};
use microvium_format::{ErrorCode, Kind};

/// A width. A cell is a header word followed by words, in every width; `Value` is a word in registers.
pub trait Width: Sized + 'static {
    /// What memory holds: 16 bits in Narrow, 64 in Wide.
    type Word: Copy;
    /// A value in registers.
    type Value: Copy + PartialEq + Eq;
    /// An offset in the heap.
    type Offset: Copy;
    /// What this width's VM holds besides.
    type State;

    /// The offset of the first byte of a heap, so that no reference is 0.
    const HEAP_START: usize;
    /// The most bytes of a heap that offsets can address, whatever the configuration says.
    const MAX_HEAP: usize;
    /// An offset in registers.
    fn from_offset(offset: Self::Offset) -> usize;
    /// An offset in memory.
    fn to_offset(offset: usize) -> Self::Offset;

    /// `undefined`.
    const UNDEFINED: Self::Value;
    /// `null`.
    const NULL: Self::Value;
    /// `false`.
    const FALSE: Self::Value;
    /// `true`.
    const TRUE: Self::Value;
    /// What is no value: a hole, an uninitialized variable.
    const EMPTY: Self::Value;

    /// undefined, null, false or true, by its number.
    #[inline(always)]
    fn primitive(number: u8) -> Self::Value {
        match number {
            0 => Self::UNDEFINED,
            1 => Self::NULL,
            2 => Self::FALSE,
            _ => Self::TRUE,
        }
    }

    /// The configuration.
    fn config() -> &'static Config<Self>;
    /// The most bytes a heap may have.
    fn max_heap() -> usize {
        Self::config().max_heap as usize
    }

    // Values.

    /// A value from memory other than ROM.
    fn from_word(word: Self::Word) -> Self::Value;
    /// The form that memory holds.
    fn to_word(value: Self::Value) -> Self::Word;
    /// The value that stands for a fault.
    fn fault(code: ErrorCode) -> Self::Value;
    /// The code of a fault value.
    fn as_fault(value: Self::Value) -> Option<ErrorCode>;
    /// Whether both are inline integers.
    fn both_integers(a: Self::Value, b: Self::Value) -> bool;
    /// The inline integer that `value` is.
    fn inline_integer(value: Self::Value) -> i32;
    /// The integer as an inline value, if it is in range.
    fn try_inline(integer: i32) -> Option<Self::Value>;
    /// What number a value is, if it is one.
    fn number(vm: &Vm<Self>, value: Self::Value) -> Option<Number>;
    /// A number as a value.
    fn new_number(vm: &mut Vm<Self>, number: Number) -> Result<Self::Value, Fault>;

    // The same in parts that go in registers.

    /// NaN.
    const NAN: Self::Value;
    /// -0.
    const NEGATIVE_ZERO: Self::Value;
    /// Whether a value is a number.
    #[inline]
    fn is_number(vm: &Vm<Self>, value: Self::Value) -> bool {
        Self::number(vm, value).is_some()
    }
    /// The integer of 32 bits that a value is, if it is one. -0 is none.
    #[inline]
    fn integer(vm: &Vm<Self>, value: Self::Value) -> Option<i32> {
        match Self::number(vm, value)? {
            Number::Integer(integer) => Some(integer),
            Number::Float(bits) => match Number::from_bits(bits) {
                Number::Integer(integer) => Some(integer),
                Number::Float(_) => None,
            },
        }
    }
    /// The bits of a number that is no such integer.
    #[inline]
    fn float_bits(vm: &Vm<Self>, value: Self::Value) -> u64 {
        match Self::number(vm, value) {
            Some(Number::Float(bits)) => bits,
            _ => f64::NAN.to_bits(),
        }
    }
    /// 0.
    const ZERO: Self::Value;
    /// Whether ToBoolean makes a value false that is no string.
    fn is_falsy(value: Self::Value) -> bool;
    /// Whether two values are equal numbers or strings. They aren't the same value, nor NaN or -0.
    fn equal_primitives(vm: &Vm<Self>, a: Self::Value, b: Self::Value) -> bool;
    /// An integer as a value.
    #[inline]
    fn new_integer(vm: &mut Vm<Self>, integer: i32) -> Result<Self::Value, Fault> {
        Self::new_number(vm, Number::Integer(integer))
    }
    /// A number that is no integer of 32 bits as a value.
    #[inline]
    fn new_float(vm: &mut Vm<Self>, bits: u64) -> Result<Self::Value, Fault> {
        Self::new_number(vm, Number::Float(bits))
    }
    /// Whether the value refers to a cell, and so has a kind.
    fn is_cell(value: Self::Value) -> bool;
    /// Whether that cell is in RAM: can be written and moves.
    fn in_ram(value: Self::Value) -> bool;

    // Cells.

    /// Where a cell is.
    fn address(vm: &Vm<Self>, cell: Self::Value) -> *mut Self::Word;
    /// The reference to the cell at this offset in the heap.
    fn reference(offset: usize) -> Self::Value;
    /// The cell's offset in the heap. `cell` is in RAM.
    fn offset(cell: Self::Value) -> usize;
    /// The value in a word of `cell`, which may be in ROM.
    fn load(vm: &Vm<Self>, cell: Self::Value, word: Self::Word) -> Self::Value;
    /// Makes a header.
    fn header(kind: Kind, count: usize) -> Self::Word;
    /// The bits of a header that are the kind.
    fn kind(header: Self::Word) -> usize;
    /// The count in a header, without a long form.
    fn count(header: Self::Word) -> usize;
    /// The word of the first element of an array of this length.
    fn array_first(length: usize) -> usize;
    /// The length of an array (or Packed) and the word of its first element.
    fn array_length(vm: &Vm<Self>, array: Self::Value) -> (usize, usize);
    /// Writes the length into an array's header; returns the word of the first element.
    fn set_array_length(vm: &mut Vm<Self>, array: Self::Value, length: usize) -> usize;
    /// Whether a Packed cell is a Uint8Array.
    fn is_typed(vm: &Vm<Self>, packed: Self::Value) -> bool;
    /// The word of a Uint8Array where its elements begin.
    const TYPED_FIRST: usize;
    /// Writes the header of a Uint8Array.
    fn frame_typed(vm: &mut Vm<Self>, bytes: Self::Value, length: usize);
    /// Writes the header of a string that is ASCII, and the final NUL: the last of its words is 0.
    fn frame_string(vm: &mut Vm<Self>, string: Self::Value, length: usize, words: usize);
    /// Says in the header of a string that it isn't ASCII.
    fn clear_ascii(vm: &mut Vm<Self>, string: Self::Value);
    /// Bytes of a string cell before its text, for a string of this length.
    fn string_prefix(length: usize) -> usize;
    /// A string's bytes.
    fn text(vm: &Vm<Self>, string: Self::Value) -> *mut [u8];
    /// Whether all of them are ASCII.
    fn is_ascii(vm: &Vm<Self>, string: Self::Value) -> bool;
    /// The words of a cell in RAM, header included, and whether they are values: from its header and
    /// the word behind it.
    fn size(vm: &Vm<Self>, header: Self::Word, first: Self::Word) -> usize;
    /// Whether the words of cells of this kind in RAM are values.
    fn has_values(kind: usize) -> bool;
    /// The code block of a Function cell.
    fn code(vm: &Vm<Self>, function: Self::Value) -> *const u8;
    /// The two words of a frame's record: a position in code and a number below 2¹⁴. A collection that
    /// takes them for values finds nothing to move.
    fn pack_record(vm: &Vm<Self>, pc: *const u8, number: usize) -> (Self::Word, Self::Word);
    /// The reverse.
    fn unpack_record(vm: &Vm<Self>, words: [Self::Word; 2]) -> (*const u8, usize);

    /// The longest text of a string, in bytes.
    const MAX_TEXT: usize;
    /// The longest array.
    const MAX_ARRAY: usize;

    /// A word that the host passed.
    fn from_host(vm: &Vm<Self>, word: Self::Word) -> Self::Value;

    // What code refers to.

    /// A constant.
    fn constant(vm: &Vm<Self>, index: usize) -> Self::Value;
    /// A variable.
    fn variable(vm: &Vm<Self>, index: usize) -> Self::Value;
    /// Sets a variable.
    fn set_variable(vm: &mut Vm<Self>, index: usize, value: Self::Value);
    /// A builtin slot.
    fn builtin(vm: &Vm<Self>, index: usize) -> Self::Value;
    /// Calls the host function that a Host cell with this count stands for. The result goes to the VM's
    /// `result`.
    fn call_host(vm: &mut Vm<Self>, index: usize, arguments: usize) -> Result<Self::Value, Fault>;

    /// Calls a function that exists only at build time. After that: throws the function itself.
    fn call_ephemeral(
        vm: &mut Vm<Self>,
        callee: Self::Value,
        arguments: usize,
    ) -> Result<Self::Value, Fault>;

    /// Words behind the header of a Closure that is to be made of a function.
    fn closure_words(vm: &Vm<Self>, function: Self::Value) -> usize;
    /// Counts a step: a call or a jump backwards. Throws when the limit is reached.
    fn step(vm: &mut Vm<Self>) -> Result<(), Fault>;
    /// A property of the global object, whose name is the top of the stack and is to be replaced with it. If
    /// there is none: a fault if it's `required`, else undefined. Only a width that builds has globals.
    fn global(vm: &mut Vm<Self>, _required: bool) -> Result<Self::Value, Fault> {
        vm.fault(ErrorCode::InvalidBytecode)
    }
    /// Assigns one. Stack: value, name, taken off.
    fn set_global(vm: &mut Vm<Self>) -> Result<(), Fault> {
        vm.fault(ErrorCode::InvalidBytecode)
    }

    /// The name of the global whose absence was the last UninitializedGlobal, or undefined.
    fn missing_global(_vm: &Vm<Self>) -> Self::Value {
        Self::UNDEFINED
    }

    /// Something was thrown in the running frame.
    #[inline(always)]
    fn thrown(_vm: &mut Vm<Self>) {}

    /// And was caught.
    #[inline(always)]
    fn caught(_vm: &mut Vm<Self>) {}

    // Shortcuts of fast builds, which may always say no.

    /// Arithmetic on numbers of any form, without a collection.
    #[inline(always)]
    fn number_fast(
        _vm: &mut Vm<Self>,
        _operation: u8,
        _a: Self::Value,
        _b: Self::Value,
    ) -> Option<Self::Value> {
        None
    }
    /// Comparison of numbers of any form.
    #[inline(always)]
    fn compare_fast(
        _vm: &Vm<Self>,
        _operation: u8,
        _a: Self::Value,
        _b: Self::Value,
    ) -> Option<bool> {
        None
    }
    /// `Vm::get`, as quick as may be.
    #[inline(always)]
    fn get_fast(
        vm: &mut Vm<Self>,
        object: Self::Value,
        key: Self::Value,
    ) -> Result<Self::Value, Fault> {
        vm.get(object, key)
    }
    /// `Vm::set` where it only writes a word. Stack: object, value, kept.
    #[inline(always)]
    fn set_fast(_vm: &mut Vm<Self>, _key: Self::Value) -> bool {
        false
    }
    /// `array[index]` where it is no hole.
    #[inline(always)]
    fn element_fast(
        _vm: &Vm<Self>,
        _array: Self::Value,
        _index: Self::Value,
    ) -> Option<Self::Value> {
        None
    }
    /// `array[index] = value` where it only writes a word.
    #[inline(always)]
    fn set_element_fast(
        _vm: &mut Vm<Self>,
        _array: Self::Value,
        _index: Self::Value,
        _value: Self::Value,
    ) -> bool {
        false
    }

    // Module namespaces, cells of their own only in a width that runs modules. In an image they are
    // ordinary objects in ROM: values that change lie in variable slots, and writing throws.

    /// Whether a cell of this kind is one.
    #[inline(always)]
    fn is_namespace(_kind: usize) -> bool {
        false
    }
    /// The value of the variable that a key means, EMPTY if it means none.
    fn namespace_member(
        _vm: &mut Vm<Self>,
        _namespace: Self::Value,
        _key: Self::Value,
    ) -> Result<Self::Value, Fault> {
        Ok(Self::EMPTY)
    }
    /// Whether a key means a property of an object, own or inherited. `Vm::has` without conversions.
    fn has(vm: &mut Vm<Self>, object: Self::Value, key: Self::Value) -> Result<bool, Fault> {
        Ok(vm.lookup(object, key)? != Self::EMPTY)
    }

    /// A value as a property or a builtin slot has it. The wide width may have to load the module of the
    /// library that it is in.
    #[inline(always)]
    fn present(_vm: &mut Vm<Self>, value: Self::Value) -> Result<Self::Value, Fault> {
        Ok(value)
    }

    /// The number of a value that isn't loaded yet.
    fn view_lazy(_value: Self::Value) -> Option<u16> {
        None
    }

    // Properties.

    /// Whether this width also runs programs before the snapshot. Then a function gets its `name`, `length` and
    /// `prototype` when one is first asked for; else who makes it gives it those that are needed.
    const BUILDS: bool;
    /// The form of a string in which it is a key.
    fn intern(vm: &mut Vm<Self>, string: Self::Value) -> Result<Self::Value, Fault>;
    /// Whether a key is the string with this text.
    fn is_key(vm: &Vm<Self>, key: Self::Value, text: &[u8]) -> bool;
    /// The word of `storage` (an Object or Dictionary) that holds the property, or 0.
    fn find(vm: &mut Vm<Self>, storage: Self::Value, key: Self::Value) -> usize;
    /// The prototype of an Object, a Dictionary or a suspended call.
    fn prototype(vm: &Vm<Self>, storage: Self::Value) -> Self::Value;
    /// How many properties an Object or Dictionary has.
    fn property_count(vm: &Vm<Self>, storage: Self::Value) -> usize;
    /// The key and value of one of them, in order of creation.
    fn property_at(vm: &Vm<Self>, storage: Self::Value, index: usize)
    -> (Self::Value, Self::Value);
    /// Adds a property that isn't there. Stack: object, key, value, kept.
    fn add_property(vm: &mut Vm<Self>) -> Result<(), Fault>;
    /// Writes the top of the stack into this word of an object's storage, which is in RAM. Stack: object, key,
    /// value, kept.
    fn replace_property(vm: &mut Vm<Self>, storage: Self::Value, word: usize) -> Result<(), Fault>;
    /// Removes a property that is there. Stack: object, key, kept.
    fn remove_property(vm: &mut Vm<Self>) -> Result<(), Fault>;
    /// An object with the shape and as many values as it has keys, to be filled.
    fn new_object(vm: &mut Vm<Self>, shape: Self::Value) -> Result<Self::Value, Fault>;
    /// The keys that a literal's shape has.
    fn shape_keys(vm: &Vm<Self>, shape: Self::Value) -> usize;
    /// Gives an ordinary object another prototype: its properties move to new storage. Stack: object, prototype,
    /// kept.
    fn set_prototype(vm: &mut Vm<Self>) -> Result<(), Fault> {
        vm.push(vm.peek(0));
        let new = Self::new_empty(vm)?;
        vm.replace(0, new);
        let count = Self::property_count(vm, vm.storage(vm.peek(2)));
        for index in 0..count {
            let storage = vm.storage(vm.peek(2));
            let (key, value) = Self::property_at(vm, storage, index);
            vm.push(key);
            vm.push(value);
            // A property with attributes keeps its cell.
            Self::add_property(vm)?;
            vm.drop_values(2);
        }
        let storage = vm.storage(vm.peek(0));
        vm.drop_values(1);
        vm.set_storage(1, storage)
    }
    /// An empty object. Stack: prototype, kept.
    fn new_empty(vm: &mut Vm<Self>) -> Result<Self::Value, Fault>;
    /// An instance for `new`, of the constructor at `depth` of the stack.
    fn new_instance(vm: &mut Vm<Self>, depth: usize) -> Result<Self::Value, Fault>;
    /// Whether a function that has no own properties yet would have this one, made when it is asked for.
    fn makes_property(_vm: &Vm<Self>, _function: Self::Value, _key: Self::Value) -> bool {
        false
    }
    /// Makes those. Stack: function, the object for its properties, kept.
    fn complete_function(_vm: &mut Vm<Self>) -> Result<(), Fault> {
        Ok(())
    }
    /// The object that holds a function's own properties, or undefined.
    fn function_properties(vm: &Vm<Self>, function: Self::Value) -> Self::Value;
    /// Makes `object` hold them. Stack: function, object, kept.
    fn set_function_properties(vm: &mut Vm<Self>) -> Result<(), Fault>;
    /// Makes the storage of an object writable. Stack: object at depth `depth`, kept. Returns the storage.
    fn make_writable(vm: &mut Vm<Self>, depth: usize) -> Result<Self::Value, Fault>;

    // Collection.

    /// Visits this width's own roots, `outcome` among them. Those that lie in the new block come first in
    /// it; returns the offset behind them.
    fn visit_roots(vm: &mut Vm<Self>, collector: &mut Collector<Self>) -> usize;
    /// Visits what the storage in ROM of an Indirect cell refers to.
    fn visit_storage(vm: &mut Vm<Self>, collector: &mut Collector<Self>, storage: Self::Value);
    /// A word that referred to a cell which has moved.
    #[inline(always)]
    fn redirected(_word: Self::Word, cell: Self::Value) -> Self::Word {
        Self::to_word(cell)
    }
    /// Copies what the copies from offset `first` on refer to, until nothing is left.
    fn scan(vm: &mut Vm<Self>, collector: &mut Collector<Self>, first: usize) {
        Collector::scan_weakly(vm, collector, first);
    }
    /// What the part `WEAK` does of it, see there.
    fn scan_apart(_: *mut u8, _: *mut u8, _: *mut u8, next: Self::Offset) -> Self::Offset {
        next
    }
    /// Drops or updates what was held weakly.
    fn finish_collection(_vm: &mut Vm<Self>, _collector: &mut Collector<Self>) {}
}
