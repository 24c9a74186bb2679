//! Wide: 64-bit values, for build time, servers and big chips.
//!
//! ```text
//! double     the complement of its bits, at least 000F…
//! integer    0001 0000 iiii iiii   32 bits
//! cell       0002 0000 oooo oooo   by its offset in the heap; a key whose property has attributes, and so
//!                                  a Property cell, has 1 in the third byte
//! constant   0003 0000 0000 00cc   a fault has 1 in the third byte; what is to be loaded has 2 there and its
//!                                  number below
//! header     cccc cccc cccc cckk   count and kind; of a string: length, interned, ASCII
//! ```
//!
//! A double is stored complemented so that no value is 0. Objects are laid out by shapes that are made
//! as properties are added, and a cache remembers where a shape has a key. There is no ROM part: code
//! blocks lie outside the heap, constants and variables in tables that grow.
//!
//! Contract: code blocks are what emission made, and refer to constants and variables that there are.

use crate::collect::Collector;
use crate::host::{FIRST_NATIVE, HostFunction};
use crate::operators::holds;
use crate::table::Table;
use crate::{Config, Fault, Number, Platform, Vm, Width};
use core::ffi::c_void;
use core::marker::PhantomData;
use core::num::NonZeroU64;
use core::ops::{Deref, DerefMut};
use core::ptr;
use microvium_format::attribute::ACCESSOR;
use microvium_format::narrow::array_capacity;
use microvium_format::{Builtin, ErrorCode, Kind, Operation};

/// The wide width, with its configuration.
pub struct Wide<P>(PhantomData<P>);

/// A value of the wide width.
pub type Value = NonZeroU64;

const TAG: u32 = 48;
const INTEGER: u64 = 1 << TAG;
const CELL: u64 = 2 << TAG;
const CONSTANT: u64 = 3 << TAG;
/// The bit of a key in a shape that says that the property has a Property cell.
const SPECIAL: u64 = 1 << 40;
const FIRST_DOUBLE: u64 = 0xF << TAG;
const FAULT: u64 = CONSTANT | 1 << 16;
const LAZY: u64 = CONSTANT | 2 << 16;

/// The words of a Shape: prototype, keys (an Array shared with other shapes), transitions (an Array of
/// keys and shapes), the shape it began as, and there the most keys any instance had.
mod shape {
    pub const PROTOTYPE: usize = 1;
    pub const KEYS: usize = 2;
    pub const TRANSITIONS: usize = 3;
    pub const ROOT: usize = 4;
    pub const HINT: usize = 5;
    pub const WORDS: usize = 5;
}

/// Room for values in an object whose size nothing foretells.
const DEFAULT_CAPACITY: usize = 4;
/// Entries of the cache of property lookups, a power of two.
const CACHE: usize = 1 << 10;
/// The words of a Closure that hold its own properties and the shape of its instances.
const PROPERTIES: usize = 3;
/// Words of a Closure behind its header.
const CLOSURE_WORDS: usize = 4;
const INSTANCE_SHAPE: usize = 4;

const fn constant(code: u64) -> Value {
    match NonZeroU64::new(CONSTANT | code) {
        Some(value) => value,
        None => NonZeroU64::MIN,
    }
}

/// Where a shape has a key: the word of the value, or 0.
#[derive(Clone, Copy)]
struct Cached {
    shape: u32,
    key: u32,
    word: u32,
}

const NOTHING: Cached = Cached {
    shape: 0,
    key: 0,
    word: 0,
};

/// The id with which the host is called to load what is behind a value of `Vm::lazy`, its argument.
pub const LOAD: u16 = FIRST_NATIVE - 1;

/// What a wide VM holds besides.
pub struct State<P: Platform<Wide<P>>> {
    constants: Table<u64>,
    variables: Table<u64>,
    /// Code blocks, to be released with the VM.
    blocks: Table<(*mut u8, usize)>,
    /// Interned strings by offset, hashed by text; 0 is free.
    interned: Table<u32>,
    interned_count: usize,
    cache: Table<Cached>,
    builtins: [u64; Builtin::ALL.len()],
    /// The global object.
    global: u64,
    /// The name of the last global that was missing.
    missing: u64,
    /// The shape of empty objects that inherit from Object.prototype.
    empty_shape: u64,
    host: Option<HostFunction<Wide<P>>>,
    /// Steps left.
    fuel: u64,
    marker: PhantomData<fn() -> P>,
}

/// A wide VM, freed when it is dropped.
pub struct WideVm<P: Platform<Wide<P>>>(Vm<Wide<P>>);

impl<P: Platform<Wide<P>>> Deref for WideVm<P> {
    type Target = Vm<Wide<P>>;
    fn deref(&self) -> &Vm<Wide<P>> {
        &self.0
    }
}

impl<P: Platform<Wide<P>>> DerefMut for WideVm<P> {
    fn deref_mut(&mut self) -> &mut Vm<Wide<P>> {
        &mut self.0
    }
}

impl<P: Platform<Wide<P>>> Drop for WideVm<P> {
    fn drop(&mut self) {
        let vm = &mut self.0;
        while !vm.segment.is_null() {
            vm.drop_segment();
        }
        let (block, size) = vm.block();
        Vm::<Wide<P>>::release_block(block, size);
        let state = &mut vm.state;
        for &(block, size) in state.blocks.as_slice() {
            Vm::<Wide<P>>::release_block(block, size);
        }
        let config = P::config();
        state.constants.release(config);
        state.variables.release(config);
        state.blocks.release(config);
        state.interned.release(config);
        state.cache.release(config);
    }
}

impl<P: Platform<Wide<P>>> WideVm<P> {
    /// A VM with a global object and nothing in it. `host` gets the calls of all host functions.
    pub fn new(
        context: *mut c_void,
        host: HostFunction<Wide<P>>,
        fuel: u64,
    ) -> Result<Self, ErrorCode> {
        let undefined = Wide::<P>::UNDEFINED.get();
        let mut vm = WideVm(Vm {
            bases: [ptr::null_mut(); 2],
            pc: ptr::null(),
            sp: context.cast(),
            fp: ptr::null_mut(),
            segment: ptr::null_mut(),
            next: Wide::<P>::HEAP_START as u32,
            end: Wide::<P>::HEAP_START as u32,
            size: 0,
            outcome: undefined,
            state: State {
                constants: Table::new(),
                variables: Table::new(),
                blocks: Table::new(),
                interned: Table::new(),
                interned_count: 0,
                cache: Table::new(),
                builtins: [undefined; Builtin::ALL.len()],
                global: undefined,
                missing: undefined,
                empty_shape: undefined,
                host: Some(host),
                fuel,
                marker: PhantomData,
            },
        });
        for _ in 0..CACHE {
            vm.state.cache.push(P::config(), NOTHING)?;
        }
        vm.set_up().map_err(|Fault| vm.error())?;
        Ok(vm)
    }
}

impl<P: Platform<Wide<P>>> Vm<Wide<P>> {
    fn set_up(&mut self) -> Result<(), Fault> {
        // What the host pushes between calls lies in the first segment.
        self.add_segment(0, 64)?;
        let root = self.new_root_shape(Wide::<P>::NULL)?;
        let object_prototype = Wide::<P>::new_object(self, root)?;
        self.set_builtin(Builtin::ObjectPrototype, object_prototype);
        for (builtin, text) in [
            (Builtin::LengthKey, &b"length"[..]),
            (Builtin::PrototypeKey, b"prototype"),
        ] {
            let key = self.new_key(text)?;
            self.set_builtin(builtin, key);
        }
        let object_prototype = self.get_builtin(Builtin::ObjectPrototype);
        let empty = self.new_root_shape(object_prototype)?;
        self.state.empty_shape = empty.get();
        let empty = Wide::<P>::from_word(self.state.empty_shape);
        let global = Wide::<P>::new_object(self, empty)?;
        self.state.global = global.get();
        Ok(())
    }

    /// The global object.
    pub fn global_object(&self) -> Value {
        Wide::<P>::from_word(self.state.global)
    }

    /// Sets a builtin slot.
    pub fn set_builtin(&mut self, builtin: Builtin, value: Value) {
        if let Some(slot) = self.state.builtins.get_mut(builtin as usize) {
            *slot = value.get();
        }
    }

    /// The value of a builtin slot.
    pub fn get_builtin(&self, builtin: Builtin) -> Value {
        Wide::<P>::builtin(self, builtin as usize)
    }

    /// A value that stands for another one in properties and builtin slots until that is needed: then the
    /// host is called with the id `LOAD` and this number, and returns the value. Scripts never see it.
    pub fn lazy(number: u16) -> Value {
        constant(LAZY & 0xFFFF_FFFF | u64::from(number))
    }

    /// The number of such a value.
    pub fn as_lazy(value: Value) -> Option<u16> {
        (value.get() & !0xFFFF == LAZY).then_some(value.get() as u16)
    }

    #[cold]
    #[inline(never)]
    fn load_lazy(&mut self, number: u16) -> Result<Value, Fault> {
        let Some(host) = self.state.host else {
            return self.fault(ErrorCode::FunctionNotFound);
        };
        self.push(Wide::<P>::from_word(INTEGER | u64::from(number)));
        // What the script may still do is none the less for it.
        let fuel = core::mem::replace(&mut self.state.fuel, u64::MAX);
        let result = self.call_host_function(host, LOAD, 1);
        self.state.fuel = fuel;
        self.drop_values(1);
        result
    }

    /// Steps left before InstructionCountReached.
    pub fn fuel(&self) -> u64 {
        self.state.fuel
    }

    /// Sets the steps left.
    pub fn set_fuel(&mut self, steps: u64) {
        self.state.fuel = steps;
    }

    /// Adds a constant that code refers to; returns its index.
    pub fn add_constant(&mut self, value: Value) -> Result<usize, Fault> {
        match self.state.constants.push(P::config(), value.get()) {
            Ok(()) => Ok(self.state.constants.length - 1),
            Err(code) => self.fault(code),
        }
    }

    /// Replaces a constant.
    pub fn set_constant(&mut self, index: usize, value: Value) {
        if let Some(slot) = self.state.constants.as_mut_slice().get_mut(index) {
            *slot = value.get();
        }
    }

    /// A constant. The table is also where a host in Rust keeps what it holds on to.
    pub fn get_constant(&self, index: usize) -> Value {
        let word = self.state.constants.as_slice().get(index);
        word.map_or(Wide::<P>::UNDEFINED, |&word| Wide::<P>::from_word(word))
    }

    /// How many constants there are: the index of the next one.
    pub fn constants(&self) -> usize {
        self.state.constants.length
    }

    /// Adds variables, empty, until there are `count`.
    pub fn grow_variables(&mut self, count: usize) -> Result<(), Fault> {
        while self.state.variables.length < count {
            if let Err(code) = self
                .state
                .variables
                .push(P::config(), Wide::<P>::EMPTY.get())
            {
                return self.fault(code);
            }
        }
        Ok(())
    }

    /// The value of a variable; EMPTY if it isn't initialized or there is none.
    pub fn get_variable(&self, index: usize) -> Value {
        self.state
            .variables
            .as_slice()
            .get(index)
            .map_or(Wide::<P>::EMPTY, |&word| Wide::<P>::from_word(word))
    }

    /// Sets a variable that there is.
    pub fn set_variable(&mut self, index: usize, value: Value) {
        if let Some(slot) = self.state.variables.as_mut_slice().get_mut(index) {
            *slot = value.get();
        }
    }

    /// Adds a code block; returns the Function cell. `id` is the function's in the IR.
    ///
    /// The block is what emission made: the interpreter trusts it.
    pub fn add_function(&mut self, id: usize, block: &[u8]) -> Result<Value, Fault> {
        let copy = Self::allocate_block(block.len());
        if copy.is_null()
            || self
                .state
                .blocks
                .push(P::config(), (copy, block.len()))
                .is_err()
        {
            return self.fault(ErrorCode::MallocFail);
        }
        Self::copy(block.as_ptr(), copy, block.len());
        let function = self.allocate(Kind::Function, id, 1)?;
        self.set_word(function, 1, copy as u64);
        Ok(function)
    }

    /// A function object over a function, without a scope.
    pub fn new_closure(&mut self, function: Value) -> Result<Value, Fault> {
        self.push(function);
        let words = CLOSURE_WORDS;
        let closure = self.allocate(Kind::Closure, words, words)?;
        self.fill(closure, 2, words - 1, Wide::<P>::UNDEFINED);
        self.set_field(closure, 1, self.peek(0));
        self.drop_values(1);
        Ok(closure)
    }

    /// Gives a closure its scope and the object with its own properties, each of which may be undefined.
    pub fn set_closure(&mut self, closure: Value, scope: Value, properties: Value) {
        self.set_field(closure, 2, scope);
        self.set_field(closure, PROPERTIES, properties);
    }

    /// A scope of this many fields, each undefined.
    pub fn new_scope(&mut self, fields: usize) -> Result<Value, Fault> {
        let words = fields.max(1);
        let scope = self.allocate(Kind::Scope, fields, words)?;
        self.fill(scope, 1, words, Wide::<P>::UNDEFINED);
        Ok(scope)
    }

    /// Sets a field of a scope.
    pub fn set_scope_field(&mut self, scope: Value, index: usize, value: Value) {
        self.set_field(scope, 1 + index, value);
    }

    /// A host function, by the id that the host gets when it is called.
    pub fn new_host_function(&mut self, id: usize) -> Result<Value, Fault> {
        let function = self.allocate(Kind::Host, id, 1)?;
        self.set_field(function, 1, Wide::<P>::EMPTY);
        Ok(function)
    }

    /// A function that exists only at build time, with the id with which the host is called: one that no
    /// import has.
    pub fn new_ephemeral(&mut self, id: usize) -> Result<Value, Fault> {
        let function = self.allocate(Kind::Ephemeral, id, 1)?;
        self.set_field(function, 1, Wide::<P>::EMPTY);
        Ok(function)
    }

    /// The interned form of a text.
    pub fn new_key(&mut self, text: &[u8]) -> Result<Value, Fault> {
        self.push_key(text)?;
        let key = self.peek(0);
        self.drop_values(1);
        Ok(key)
    }

    /// An object that inherits from Object.prototype.
    pub fn new_plain_object(&mut self) -> Result<Value, Fault> {
        let shape = Wide::<P>::from_word(self.state.empty_shape);
        Wide::<P>::new_object(self, shape)
    }

    /// The shape of object literals with these keys, each interned or an inline integer.
    /// `key` makes the key of an index.
    pub fn literal_shape(
        &mut self,
        count: usize,
        key: &mut dyn FnMut(&mut Self, usize) -> Result<Value, Fault>,
    ) -> Result<Value, Fault> {
        let empty = Wide::<P>::from_word(self.state.empty_shape);
        self.extend_shape(empty, count, key)
    }

    /// The shape with these keys behind its own.
    fn extend_shape(
        &mut self,
        shape: Value,
        count: usize,
        key: &mut dyn FnMut(&mut Self, usize) -> Result<Value, Fault>,
    ) -> Result<Value, Fault> {
        self.push(shape);
        for i in 0..count {
            let key = key(self, i)?;
            self.push(key);
            let next = self.transition()?;
            self.drop_values(1);
            self.replace(0, next);
        }
        let shape = self.peek(0);
        self.drop_values(1);
        Ok(shape)
    }

    /// A module namespace: names, and the numbers of the variables they mean.
    pub fn new_namespace(&mut self, members: &[(&[u8], usize)]) -> Result<Value, Fault> {
        let root = self.new_root_shape(Wide::<P>::NULL)?;
        let shape = self.extend_shape(root, members.len(), &mut |vm, index| {
            let name = members.get(index).map_or(&[][..], |&(name, _)| name);
            let name = vm.new_string(name)?;
            vm.to_key(name)
        })?;
        let namespace = Wide::<P>::new_object(self, shape)?;
        let capacity = self.count(namespace);
        self.set_word(namespace, 0, Wide::<P>::header(Kind::Namespace, capacity));
        for (index, &(_, variable)) in members.iter().enumerate() {
            let number = Wide::<P>::from_word(INTEGER | variable as u64);
            self.set_field(namespace, 2 + index, number);
        }
        Ok(namespace)
    }

    /// The number of the variable that a key of a namespace means, by the key's position.
    pub fn namespace_variable(&self, namespace: Value, index: usize) -> usize {
        Wide::<P>::inline_integer(self.field(namespace, 2 + index)) as usize
    }

    /// `object[name] = value` for the host.
    pub fn set_property(&mut self, object: Value, name: &[u8], value: Value) -> Result<(), Fault> {
        self.push(object);
        self.push(value);
        self.push_key(name)?;
        let (key, value) = (self.peek(0), self.peek(1));
        self.replace(1, key);
        self.replace(0, value);
        let result = self.set_data();
        self.drop_values(3);
        result
    }

    /// Defines a property of an object with attributes, for the host.
    pub fn define_property(
        &mut self,
        object: Value,
        name: &[u8],
        value: Value,
        attributes: u8,
    ) -> Result<(), Fault> {
        self.push(object);
        self.push(value);
        let name = self.new_string(name)?;
        let (object, value) = (self.peek(1), self.peek(0));
        self.drop_values(2);
        self.define_by_key(object, name, value, attributes)
    }

    /// The word of an own property, by a string or symbol: its value, or the cell that an accessor is.
    pub fn own_value(&mut self, object: Value, key: Value) -> Result<Value, Fault> {
        self.push(object);
        let key = self.to_key(key)?;
        let object = self.peek(0);
        self.drop_values(1);
        self.own(object, key)
    }

    /// The same, with a string or symbol as key.
    pub fn define_by_key(
        &mut self,
        object: Value,
        key: Value,
        value: Value,
        attributes: u8,
    ) -> Result<(), Fault> {
        self.push(object);
        self.push(value);
        let key = self.to_key(key)?;
        let value = self.peek(0);
        self.replace(0, key);
        self.push(value);
        let result = self.define(attributes);
        self.drop_values(3);
        result
    }

    /// Defines an accessor of an object, by its getter and setter, for the host.
    pub fn define_accessor(
        &mut self,
        object: Value,
        key: Value,
        (getter, setter): (Value, Value),
        attributes: u8,
    ) -> Result<(), Fault> {
        self.push(object);
        self.push(key);
        self.push(getter);
        self.push(setter);
        let key = self.to_key(key)?;
        self.replace(2, key);
        let cell = self.new_accessor(attributes, 1, 0)?;
        self.drop_values(1);
        self.replace(0, cell);
        let result = self.define(0);
        self.drop_values(3);
        result
    }

    /// Closes an object or array, for the host.
    pub fn close_object(&mut self, object: Value) -> Result<(), Fault> {
        self.push(object);
        let result = self.close();
        self.drop_values(1);
        result
    }

    /// Puts a value, or the cell of an accessor, in the place of what stands for it, if the property still
    /// holds that.
    pub fn settle(&mut self, object: Value, key: Value, value: Value) -> Result<(), Fault> {
        self.push(object);
        self.push(value);
        let key = self.to_key(key)?;
        self.push(key);
        let mut holder = self.storage(self.peek(2));
        let mut word = Wide::<P>::find(self, holder, self.peek(0));
        let place = (holder, word);
        if word != 0 && self.is(self.field(holder, word), Kind::Property) {
            (holder, word) = (self.field(holder, word), 1);
        }
        if word != 0 && Self::as_lazy(self.field(holder, word)).is_some() {
            if self.is(self.peek(1), Kind::Property) {
                (holder, word) = place;
            }
            self.set_field(holder, word, self.peek(1));
        }
        self.drop_values(3);
        Ok(())
    }

    /// `object[key] = value` for the host: the key may be an array index.
    pub fn set_by_name(&mut self, object: Value, name: &[u8], value: Value) -> Result<(), Fault> {
        self.push(object);
        self.push(value);
        self.push_key(name)?;
        let (name, value) = (self.peek(0), self.peek(1));
        self.replace(1, name);
        self.replace(0, value);
        let result = self.set_key();
        self.drop_values(3);
        result
    }

    /// `array[index] = value` for the host.
    pub fn set_array_element(
        &mut self,
        array: Value,
        index: usize,
        value: Value,
    ) -> Result<(), Fault> {
        self.push(array);
        self.push(Wide::<P>::UNDEFINED);
        self.push(value);
        let result = self.set_element(index);
        self.drop_values(3);
        result
    }

    /// `delete object[name]` for the host.
    pub fn delete_property(&mut self, object: Value, name: &[u8]) -> Result<(), Fault> {
        self.push(object);
        self.push_key(name)?;
        let result = self.delete();
        self.drop_values(2);
        result.map(|_| ())
    }

    /// An object that inherits from `prototype`.
    pub fn new_object_from(&mut self, prototype: Value) -> Result<Value, Fault> {
        self.push(prototype);
        let object = Wide::<P>::new_empty(self);
        self.drop_values(1);
        object
    }

    /// A shape without keys. The prototype may move while it is made; it is read back from the stack.
    fn new_root_shape(&mut self, prototype: Value) -> Result<Value, Fault> {
        self.push(prototype);
        let keys = self.new_array(0)?;
        self.push(keys);
        let cell = self.allocate(Kind::Shape, 0, shape::WORDS)?;
        self.fill(cell, 1, shape::WORDS, Wide::<P>::UNDEFINED);
        self.set_field(cell, shape::PROTOTYPE, self.peek(1));
        self.set_field(cell, shape::KEYS, self.peek(0));
        self.drop_values(2);
        Ok(cell)
    }

    /// The shape with one more key. Stack: shape, key, kept.
    fn transition(&mut self) -> Result<Value, Fault> {
        let (from, key) = (self.peek(1), self.peek(0));
        let transitions = self.field(from, shape::TRANSITIONS);
        if transitions != Wide::<P>::UNDEFINED {
            let storage = self.storage(transitions);
            let (length, first) = Wide::<P>::array_length(self, storage);
            for i in (0..length).step_by(2) {
                if self.field(storage, first + i) == key {
                    return Ok(self.field(storage, first + i + 1));
                }
            }
        } else {
            let list = self.new_array(0)?;
            let from = self.peek(1);
            self.set_field(from, shape::TRANSITIONS, list);
        }
        let next = self.allocate(Kind::Shape, 0, shape::WORDS)?;
        let from = self.peek(1);
        let count = self.count(from);
        self.copy_fields(from, 1, next, 1, shape::WORDS);
        self.set_word(next, 0, Wide::<P>::header(Kind::Shape, count + 1));
        self.set_field(next, shape::TRANSITIONS, Wide::<P>::UNDEFINED);
        if self.field(from, shape::ROOT) == Wide::<P>::UNDEFINED {
            self.set_field(next, shape::ROOT, from);
        }
        self.push(next);
        self.extend_keys(count)?;
        for depth in [1, 0] {
            // Append key and shape to the transitions: stack for `set_element` is array, key, value.
            self.push(self.field(self.peek(2), shape::TRANSITIONS));
            self.push(Wide::<P>::UNDEFINED);
            self.push(self.peek(depth + 2));
            let length = self.array_length(self.storage(self.peek(2)));
            self.set_element(length)?;
            self.drop_values(3);
        }
        let next = self.peek(0);
        self.drop_values(1);
        Ok(next)
    }

    /// Adds a key behind the `count` keys of the new shape, in an array of its own if another shape has
    /// already continued the shared one. Stack: key, shape, kept.
    fn extend_keys(&mut self, count: usize) -> Result<(), Fault> {
        let keys = self.field(self.peek(0), shape::KEYS);
        if self.array_length(self.storage(keys)) > count {
            let copy = self.new_array(count)?;
            let next = self.peek(0);
            let keys = self.storage(self.field(next, shape::KEYS));
            self.copy_fields(keys, 1, copy, 1, count);
            self.set_field(next, shape::KEYS, copy);
        }
        self.push(self.field(self.peek(0), shape::KEYS));
        self.push(Wide::<P>::UNDEFINED);
        self.push(self.peek(3));
        self.set_element(count)?;
        self.drop_values(3);
        Ok(())
    }

    /// The shape with the keys of another one, added anew to what that began with: without the key of one
    /// word, or with what is to be noted beside it for a new value.
    fn rebuild_shape(
        &mut self,
        old: Value,
        word: usize,
        value: Option<Value>,
    ) -> Result<Value, Fault> {
        let count = self.count(old);
        self.push(value.unwrap_or(Wide::<P>::UNDEFINED));
        self.push(old);
        self.push(self.field(old, shape::ROOT));
        for i in 0..count {
            let at_word = 2 + i == word;
            if at_word && value.is_none() {
                continue;
            }
            self.push(self.shape_entry(self.peek(1), i));
            if at_word {
                self.replace(0, plain_key(self.peek(0)));
                self.mark_key(self.peek(3));
            }
            let next = self.transition()?;
            self.drop_values(1);
            self.replace(0, next);
        }
        let next = self.peek(0);
        self.drop_values(3);
        Ok(next)
    }

    /// The key at `index` of a shape.
    pub(crate) fn shape_key(&self, cell: Value, index: usize) -> Value {
        plain_key(self.shape_entry(cell, index))
    }

    /// The same with what is noted beside it.
    fn shape_entry(&self, cell: Value, index: usize) -> Value {
        let keys = self.storage(self.field(cell, shape::KEYS));
        self.field(keys, 1 + index)
    }

    /// Notes beside the key at the top of the stack whether `value` is a Property cell.
    fn mark_key(&mut self, value: Value) {
        let key = plain_key(self.peek(0));
        if self.is(value, Kind::Property) {
            self.replace(0, Wide::<P>::from_word(key.get() | SPECIAL));
        }
    }

    /// Where in the cache a shape's key would be.
    #[inline(always)]
    fn cache_slot(cell: Value, key: Value) -> usize {
        let hash = (cell.get() >> 3) ^ (key.get() >> 2).wrapping_mul(0x9E37_79B1);
        (hash ^ hash >> 15) as usize & (CACHE - 1)
    }

    /// The word of a property as `find` returns it, with SPECIAL_WORD if it has a Property cell.
    #[inline(always)]
    fn find_word(&mut self, storage: Value, key: Value) -> usize {
        let cell = self.field(storage, 1);
        // SAFETY: the cache has CACHE entries and a slot is less.
        let cached = unsafe { *self.state.cache.items.add(Self::cache_slot(cell, key)) };
        if cached.shape == cell.get() as u32
            && cached.key == key.get() as u32
            && Wide::<P>::is_cell(key)
        {
            return cached.word as usize;
        }
        self.find_uncached(cell, key)
    }

    fn find_uncached(&mut self, cell: Value, key: Value) -> usize {
        let keys = self.storage(self.field(cell, shape::KEYS));
        let mut word = 0;
        for i in 0..self.count(cell) {
            let entry = self.field(keys, 1 + i);
            if plain_key(entry) == key {
                word = 2 + i;
                if entry != key {
                    word |= SPECIAL_WORD;
                }
                break;
            }
        }
        // Of a key that is no cell, an inline integer, the low half may equal an offset.
        if Wide::<P>::is_cell(key)
            && let Some(slot) = self
                .state
                .cache
                .as_mut_slice()
                .get_mut(Self::cache_slot(cell, key))
        {
            *slot = Cached {
                shape: cell.get() as u32,
                key: key.get() as u32,
                word: word as u32,
            };
        }
        word
    }

    /// An object with this shape and room for `capacity` values. Stack: the shape, kept.
    fn new_with_capacity(&mut self, capacity: usize) -> Result<Value, Fault> {
        let object = self.allocate(Kind::Object, capacity, 1 + capacity)?;
        self.set_field(object, 1, self.peek(0));
        self.fill(object, 2, capacity, Wide::<P>::UNDEFINED);
        Ok(object)
    }

    /// Where a text is or would be in the table of interned strings.
    fn probe(&self, text: &[u8]) -> usize {
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

    fn insert_interned(&mut self, string: Value) {
        let at = self.probe(self.text(string));
        if let Some(slot) = self.state.interned.as_mut_slice().get_mut(at) {
            *slot = Wide::<P>::offset(string) as u32;
            self.state.interned_count += 1;
        }
    }

    /// A new table for the interned strings, of which at most a quarter is used.
    fn grow_interned(&mut self) -> Result<(), Fault> {
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

/// In the table of interned strings: one was here that is gone.
const GONE: u32 = 1;

const ASCII: usize = 1;
const INTERNED: usize = 2;

/// What number a value is, as a double.
#[inline(always)]
fn as_double(value: Value) -> Option<f64> {
    let bits = value.get();
    if bits >= FIRST_DOUBLE {
        return Some(f64::from_bits(!bits));
    }
    if bits >> TAG == INTEGER >> TAG {
        return Some(f64::from(bits as i32));
    }
    None
}

/// What `find_word` adds for a property with a Property cell.
const SPECIAL_WORD: usize = 1 << 31;

/// A key without what is noted beside it in a shape.
#[inline(always)]
fn plain_key(key: Value) -> Value {
    // SAFETY: keys have other bits.
    unsafe { NonZeroU64::new_unchecked(key.get() & !SPECIAL) }
}

/// A double as a value.
#[inline(always)]
fn double(number: f64) -> Value {
    let number = if number.is_nan() { f64::NAN } else { number };
    from_bits(number.to_bits())
}

const fn from_bits(bits: u64) -> Value {
    match NonZeroU64::new(!bits) {
        Some(value) => value,
        None => NonZeroU64::MIN,
    }
}

impl<P: Platform<Wide<P>>> Width for Wide<P> {
    type Word = u64;
    type Value = NonZeroU64;
    type Offset = u32;
    type State = State<P>;

    const UNDEFINED: Value = constant(1);
    const NULL: Value = constant(2);
    const NAN: Value = from_bits(f64::NAN.to_bits());
    const ZERO: Value = from_bits(!INTEGER);
    const NEGATIVE_ZERO: Value = from_bits(1 << 63);
    const FALSE: Value = constant(3);
    const TRUE: Value = constant(4);
    const EMPTY: Value = constant(5);
    const HEAP_START: usize = 8;
    const MAX_HEAP: usize = u32::MAX as usize - 16;
    const MAX_TEXT: usize = 1 << 28;
    const MAX_ARRAY: usize = 1 << 26;
    const BUILDS: bool = true;

    fn config() -> &'static Config<Self> {
        P::config()
    }
    fn max_heap() -> usize {
        P::max_heap().min(Self::MAX_HEAP)
    }
    #[inline(always)]
    fn from_offset(offset: u32) -> usize {
        offset as usize
    }
    #[inline(always)]
    fn to_offset(offset: usize) -> u32 {
        offset as u32
    }
    #[inline(always)]
    fn from_word(word: u64) -> Value {
        // SAFETY: no value is 0.
        unsafe { NonZeroU64::new_unchecked(word) }
    }
    #[inline(always)]
    fn to_word(value: Value) -> u64 {
        value.get()
    }
    fn fault(code: ErrorCode) -> Value {
        constant(FAULT | (code as u64) << 8)
    }
    fn as_fault(value: Value) -> Option<ErrorCode> {
        let bits = value.get();
        if bits & !0xFF00 == FAULT {
            ErrorCode::from_code((bits >> 8) as u8)
        } else {
            None
        }
    }
    #[inline(always)]
    fn both_integers(a: Value, b: Value) -> bool {
        ((a.get() ^ INTEGER) | (b.get() ^ INTEGER)) >> TAG == 0
    }
    #[inline(always)]
    fn inline_integer(value: Value) -> i32 {
        value.get() as i32
    }
    #[inline(always)]
    fn try_inline(integer: i32) -> Option<Value> {
        NonZeroU64::new(INTEGER | u64::from(integer as u32))
    }
    #[inline(always)]
    fn number(_: &Vm<Self>, value: Value) -> Option<Number> {
        let bits = value.get();
        if bits >> TAG == INTEGER >> TAG {
            return Some(Number::Integer(bits as i32));
        }
        if bits >= FIRST_DOUBLE {
            Some(Number::Float(!bits))
        } else {
            None
        }
    }
    #[inline(always)]
    fn new_number(_: &mut Vm<Self>, number: Number) -> Result<Value, Fault> {
        Ok(match number {
            Number::Integer(integer) => Self::from_word(INTEGER | u64::from(integer as u32)),
            Number::Float(bits) => double(f64::from_bits(bits)),
        })
    }
    #[inline(always)]
    fn is_falsy(value: Value) -> bool {
        value == Self::UNDEFINED
            || value == Self::NULL
            || value == Self::FALSE
            || as_double(value).is_some_and(|number| number == 0.0 || number.is_nan())
    }
    fn equal_primitives(vm: &Vm<Self>, a: Value, b: Value) -> bool {
        match (as_double(a), as_double(b)) {
            (Some(a), Some(b)) => a == b,
            _ => vm.is_string(a) && vm.is_string(b) && vm.text(a) == vm.text(b),
        }
    }
    #[inline(always)]
    fn is_cell(value: Value) -> bool {
        value.get() >> TAG == CELL >> TAG
    }
    #[inline(always)]
    fn in_ram(_: Value) -> bool {
        true
    }
    #[inline(always)]
    fn address(vm: &Vm<Self>, cell: Value) -> *mut u64 {
        vm.bases[0].wrapping_add(cell.get() as u32 as usize).cast()
    }
    #[inline(always)]
    fn reference(offset: usize) -> Value {
        Self::from_word(CELL | offset as u64)
    }
    #[inline(always)]
    fn offset(cell: Value) -> usize {
        cell.get() as u32 as usize
    }
    #[inline(always)]
    fn load(_: &Vm<Self>, _: Value, word: u64) -> Value {
        Self::from_word(word)
    }
    #[inline(always)]
    fn header(kind: Kind, count: usize) -> u64 {
        kind as u64 | (count as u64) << 8
    }
    #[inline(always)]
    fn kind(header: u64) -> usize {
        usize::from(header as u8)
    }
    #[inline(always)]
    fn count(header: u64) -> usize {
        (header >> 8) as usize
    }
    #[inline(always)]
    fn array_first(_: usize) -> usize {
        1
    }
    #[inline(always)]
    fn array_length(vm: &Vm<Self>, array: Value) -> (usize, usize) {
        (vm.count(array), 1)
    }
    fn set_array_length(vm: &mut Vm<Self>, array: Value, length: usize) -> usize {
        vm.set_word(array, 0, Self::header(Kind::Array, length));
        1
    }
    fn is_typed(_: &Vm<Self>, _: Value) -> bool {
        true
    }
    const TYPED_FIRST: usize = 1;
    fn frame_typed(vm: &mut Vm<Self>, bytes: Value, length: usize) {
        vm.set_word(bytes, 0, Self::header(Kind::Packed, length));
    }
    fn frame_string(vm: &mut Vm<Self>, string: Value, length: usize, words: usize) {
        vm.set_word(string, words, 0);
        vm.set_word(string, 0, Self::header(Kind::String, length << 2 | ASCII));
    }
    fn clear_ascii(vm: &mut Vm<Self>, string: Value) {
        let count = vm.count(string) & !ASCII;
        vm.set_word(string, 0, Self::header(Kind::String, count));
    }
    #[inline(always)]
    fn string_prefix(_: usize) -> usize {
        8
    }
    #[inline(always)]
    fn text(vm: &Vm<Self>, string: Value) -> *mut [u8] {
        ptr::slice_from_raw_parts_mut(vm.bytes(string, 8), vm.count(string) >> 2)
    }
    #[inline(always)]
    fn is_ascii(vm: &Vm<Self>, string: Value) -> bool {
        vm.count(string) & ASCII != 0
    }
    fn size(_: &Vm<Self>, header: u64, _: u64) -> usize {
        const OBJECT: usize = Kind::Object as usize;
        const ARRAY: usize = Kind::Array as usize;
        const PACKED: usize = Kind::Packed as usize;
        const SHAPE: usize = Kind::Shape as usize;
        const STRING: usize = Kind::String as usize;
        const FUNCTION: usize = Kind::Function as usize;
        const HOST: usize = Kind::Host as usize;
        const EPHEMERAL: usize = Kind::Ephemeral as usize;
        const INDIRECT: usize = Kind::Indirect as usize;
        const NAMESPACE: usize = Kind::Namespace as usize;
        const PROPERTY: usize = Kind::Property as usize;
        let count = Self::count(header);
        match Self::kind(header) {
            OBJECT | NAMESPACE => 2 + count,
            ARRAY => 1 + array_capacity(count),
            PACKED => 1 + Vm::<Self>::packed_words(count),
            SHAPE => 1 + shape::WORDS,
            STRING => 2 + (count >> 2) / 8,
            FUNCTION | HOST | EPHEMERAL | INDIRECT => 2,
            PROPERTY => 3,
            _ => 1 + count.max(1),
        }
    }
    fn has_values(kind: usize) -> bool {
        kind != Kind::String as usize
            && kind != Kind::Function as usize
            && kind != Kind::Packed as usize
    }
    #[inline(always)]
    fn closure_words(_: &Vm<Self>, _: Value) -> usize {
        CLOSURE_WORDS
    }
    #[inline(always)]
    fn code(vm: &Vm<Self>, function: Value) -> *const u8 {
        vm.word(function, 1) as *const u8
    }
    /// Inverted, they are doubles.
    #[inline(always)]
    fn pack_record(_: &Vm<Self>, pc: *const u8, number: usize) -> (u64, u64) {
        (!(pc as u64), !(number as u64))
    }
    #[inline(always)]
    fn unpack_record(_: &Vm<Self>, [pc, number]: [u64; 2]) -> (*const u8, usize) {
        (!pc as *const u8, !number as usize)
    }
    fn from_host(_: &Vm<Self>, word: u64) -> Value {
        Self::from_word(word)
    }

    #[inline(always)]
    fn constant(vm: &Vm<Self>, index: usize) -> Value {
        // SAFETY: code refers to constants that were added with it.
        Self::from_word(unsafe { *vm.state.constants.items.add(index) })
    }
    #[inline(always)]
    fn variable(vm: &Vm<Self>, index: usize) -> Value {
        // SAFETY: as for constants.
        Self::from_word(unsafe { *vm.state.variables.items.add(index) })
    }
    #[inline(always)]
    fn set_variable(vm: &mut Vm<Self>, index: usize, value: Value) {
        // SAFETY: as for constants.
        unsafe { *vm.state.variables.items.add(index) = value.get() }
    }
    #[inline(always)]
    fn builtin(vm: &Vm<Self>, index: usize) -> Value {
        vm.state
            .builtins
            .get(index)
            .map_or(Self::UNDEFINED, |&word| Self::from_word(word))
    }
    fn call_host(vm: &mut Vm<Self>, index: usize, arguments: usize) -> Result<Value, Fault> {
        match (u16::try_from(index), vm.state.host) {
            (Ok(id), _) if id >= FIRST_NATIVE => vm.call_native(id, arguments),
            (Ok(id), Some(host)) => vm.call_host_function(host, id, arguments),
            _ => vm.fault(ErrorCode::FunctionNotFound),
        }
    }
    fn call_ephemeral(vm: &mut Vm<Self>, callee: Value, arguments: usize) -> Result<Value, Fault> {
        let id = vm.count(callee);
        Self::call_host(vm, id, arguments)
    }
    #[inline(always)]
    fn step(vm: &mut Vm<Self>) -> Result<(), Fault> {
        if vm.state.fuel == 0 {
            return vm.fault(ErrorCode::InstructionCountReached);
        }
        vm.state.fuel -= 1;
        Ok(())
    }
    fn global(vm: &mut Vm<Self>, required: bool) -> Result<Value, Fault> {
        let (global, name) = (vm.global_object(), vm.peek(0));
        let word = vm.lookup(global, name)?;
        if word == Self::EMPTY {
            return if required {
                vm.state.missing = name.get();
                vm.fault(ErrorCode::UninitializedGlobal)
            } else {
                Ok(Self::UNDEFINED)
            };
        }
        let value = vm.content(word)?;
        if vm.is(value, Kind::Property) {
            vm.replace(0, vm.global_object());
            return vm.call_getter(value, 0);
        }
        Ok(value)
    }
    fn set_global(vm: &mut Vm<Self>) -> Result<(), Fault> {
        let (global, name) = (vm.global_object(), vm.peek(0));
        if vm.lookup(global, name)? == Self::EMPTY {
            vm.state.missing = name.get();
            return vm.fault(ErrorCode::UninitializedGlobal);
        }
        let (value, name) = (vm.peek(1), vm.peek(0));
        vm.replace(1, vm.global_object());
        vm.replace(0, name);
        vm.push(value);
        vm.assign()
    }

    fn missing_global(vm: &Vm<Self>) -> Value {
        Self::from_word(vm.state.missing)
    }
    #[cfg(feature = "embed")]
    #[cold]
    fn thrown(vm: &mut Vm<Self>) {
        P::thrown(&mut vm.frames().filter_map(|(callee, pc)| {
            let function = vm.function_of(callee)?;
            Some(crate::embed::Frame {
                function: vm.count(function),
                end: pc as usize - Self::code(vm, function) as usize,
            })
        }));
    }
    #[cfg(feature = "embed")]
    fn caught(_: &mut Vm<Self>) {
        P::caught();
    }

    #[inline(always)]
    fn compare_fast(_: &Vm<Self>, operation: u8, a: Value, b: Value) -> Option<bool> {
        const STRICT_EQUAL: u8 = Operation::StrictEqual as u8 & 15;
        let order = as_double(a)?.partial_cmp(&as_double(b)?);
        Some(match order {
            Some(order) if operation == STRICT_EQUAL => order.is_eq(),
            Some(order) => holds(operation, order as i32),
            None => false,
        })
    }
    #[inline(always)]
    fn number_fast(_: &mut Vm<Self>, operation: u8, a: Value, b: Value) -> Option<Value> {
        const ADD: u8 = Operation::Add as u8 & 15;
        const SUBTRACT: u8 = Operation::Subtract as u8 & 15;
        const MULTIPLY: u8 = Operation::Multiply as u8 & 15;
        const DIVIDE: u8 = Operation::Divide as u8 & 15;
        let (a, b) = (as_double(a)?, as_double(b)?);
        Some(double(match operation {
            ADD => a + b,
            SUBTRACT => a - b,
            MULTIPLY => a * b,
            DIVIDE => a / b,
            _ => return None,
        }))
    }
    #[inline(always)]
    fn get_fast(vm: &mut Vm<Self>, object: Value, key: Value) -> Result<Value, Fault> {
        let mut holder = object;
        for _ in 0..3 {
            let storage = vm.storage(holder);
            if !vm.is(storage, Kind::Object) {
                break;
            }
            let word = vm.find_word(storage, key);
            if word & SPECIAL_WORD != 0 {
                let cell = vm.field(storage, word & !SPECIAL_WORD);
                if vm.count(cell) & usize::from(ACCESSOR) != 0 {
                    return Ok(cell);
                }
                return Self::present(vm, vm.field(cell, 1));
            }
            if word != 0 {
                return Self::present(vm, vm.field(storage, word));
            }
            holder = Self::prototype(vm, storage);
        }
        vm.get(object, key)
    }
    #[inline(always)]
    fn set_fast(vm: &mut Vm<Self>, key: Value) -> bool {
        let storage = vm.storage(vm.peek(1));
        if !vm.is(storage, Kind::Object) {
            return false;
        }
        let word = vm.find_word(storage, key);
        if word == 0 || word & SPECIAL_WORD != 0 {
            return false;
        }
        vm.set_field(storage, word, vm.peek(0));
        true
    }
    #[inline(always)]
    fn element_fast(vm: &Vm<Self>, array: Value, index: Value) -> Option<Value> {
        let storage = vm.storage(array);
        if !Self::both_integers(index, index) || !vm.is(storage, Kind::Array) {
            return None;
        }
        let index = Self::inline_integer(index) as u32 as usize;
        if index >= vm.count(storage) {
            return None;
        }
        let element = vm.field(storage, 1 + index);
        (element != Self::EMPTY).then_some(element)
    }
    #[inline(always)]
    fn set_element_fast(vm: &mut Vm<Self>, array: Value, index: Value, value: Value) -> bool {
        let storage = vm.storage(array);
        if !Self::both_integers(index, index) || !vm.is(storage, Kind::Array) || vm.is_closed(array)
        {
            return false;
        }
        let index = Self::inline_integer(index) as u32 as usize;
        if index >= vm.count(storage) {
            return false;
        }
        vm.set_field(storage, 1 + index, value);
        true
    }

    #[inline(always)]
    fn present(vm: &mut Vm<Self>, value: Value) -> Result<Value, Fault> {
        match Vm::<Self>::as_lazy(value) {
            Some(number) => vm.load_lazy(number),
            None => Ok(value),
        }
    }

    fn view_lazy(value: Value) -> Option<u16> {
        Vm::<Self>::as_lazy(value)
    }

    #[inline(always)]
    fn is_namespace(kind: usize) -> bool {
        kind == Kind::Namespace as usize
    }
    fn namespace_member(vm: &mut Vm<Self>, namespace: Value, key: Value) -> Result<Value, Fault> {
        let word = Self::find(vm, namespace, key);
        if word == 0 {
            return Ok(Self::EMPTY);
        }
        match vm.get_variable(vm.namespace_variable(namespace, word - 2)) {
            Self::EMPTY => vm.fault(ErrorCode::TdzError),
            value => Ok(value),
        }
    }
    fn has(vm: &mut Vm<Self>, object: Value, key: Value) -> Result<bool, Fault> {
        let mut object = object;
        while !vm.is_nullish(object) {
            // A namespace has a name before the variable it means is initialized.
            let found = match vm.is(object, Kind::Namespace) {
                true => Self::find(vm, object, key) != 0,
                false => vm.own(object, key)? != Self::EMPTY,
            };
            if found {
                return Ok(true);
            }
            object = vm.prototype_of(object);
        }
        Ok(false)
    }

    fn intern(vm: &mut Vm<Self>, string: Value) -> Result<Value, Fault> {
        if vm.count(string) & INTERNED != 0 {
            return Ok(string);
        }
        if vm.state.interned_count * 2 >= vm.state.interned.length {
            vm.grow_interned()?;
        }
        let at = vm.probe(vm.text(string));
        match vm.state.interned.as_slice().get(at) {
            Some(&offset) if offset != 0 => Ok(Self::reference(offset as usize)),
            _ => {
                let count = vm.count(string) | INTERNED;
                vm.set_word(string, 0, Self::header(Kind::String, count));
                vm.insert_interned(string);
                Ok(string)
            }
        }
    }
    fn is_key(vm: &Vm<Self>, key: Value, text: &[u8]) -> bool {
        vm.is_string(key) && vm.text(key) == text
    }
    #[inline(always)]
    fn find(vm: &mut Vm<Self>, storage: Value, key: Value) -> usize {
        vm.find_word(storage, key) & !SPECIAL_WORD
    }
    fn property_count(vm: &Vm<Self>, storage: Value) -> usize {
        vm.count(vm.field(storage, 1))
    }
    fn property_at(vm: &Vm<Self>, storage: Value, index: usize) -> (Value, Value) {
        let value = match vm.is(storage, Kind::Namespace) {
            true => vm.get_variable(vm.namespace_variable(storage, index)),
            false => vm.field(storage, 2 + index),
        };
        (vm.shape_key(vm.field(storage, 1), index), value)
    }
    #[inline(always)]
    fn prototype(vm: &Vm<Self>, storage: Value) -> Value {
        let first = vm.field(storage, 1);
        match vm.is(storage, Kind::Scope) {
            true => first,
            false => vm.field(first, shape::PROTOTYPE),
        }
    }
    fn add_property(vm: &mut Vm<Self>) -> Result<(), Fault> {
        let storage = vm.storage(vm.peek(2));
        vm.push(vm.field(storage, 1));
        vm.push(vm.peek(2));
        vm.mark_key(vm.peek(2));
        let next = vm.transition()?;
        vm.drop_values(2);
        let count = vm.count(next) - 1;
        let storage = vm.storage(vm.peek(2));
        if count < vm.count(storage) {
            vm.set_field(storage, 1, next);
            vm.set_field(storage, 2 + count, vm.peek(0));
            return Ok(());
        }
        let capacity = (count * 2).max(DEFAULT_CAPACITY);
        let root = vm.field(next, shape::ROOT);
        let hint = Self::from_word(INTEGER | (count as u64 + 1).min(64));
        vm.set_field(root, shape::HINT, hint);
        vm.push(next);
        let object = vm.new_with_capacity(capacity)?;
        vm.drop_values(1);
        let storage = vm.storage(vm.peek(2));
        vm.copy_fields(storage, 2, object, 2, count);
        vm.set_field(object, 2 + count, vm.peek(0));
        vm.set_storage(2, object)
    }
    fn remove_property(vm: &mut Vm<Self>, word: usize) -> Result<(), Fault> {
        let shape = vm.field(vm.storage(vm.peek(1)), 1);
        let count = vm.count(shape);
        let next = vm.rebuild_shape(shape, word, None)?;
        let storage = vm.storage(vm.peek(1));
        vm.copy_fields(storage, word + 1, storage, word, count + 1 - word);
        vm.set_field(storage, 1 + count, Self::UNDEFINED);
        vm.set_field(storage, 1, next);
        Ok(())
    }
    fn replace_property(vm: &mut Vm<Self>, storage: Value, word: usize) -> Result<(), Fault> {
        let shape = vm.field(storage, 1);
        let is_special = vm.shape_entry(shape, word - 2).get() & SPECIAL != 0;
        if is_special != vm.is(vm.peek(0), Kind::Property) {
            let next = vm.rebuild_shape(shape, word, Some(vm.peek(0)))?;
            let storage = vm.storage(vm.peek(2));
            vm.set_field(storage, 1, next);
        }
        let storage = vm.storage(vm.peek(2));
        vm.set_field(storage, word, vm.peek(0));
        Ok(())
    }
    fn new_object(vm: &mut Vm<Self>, shape: Value) -> Result<Value, Fault> {
        let capacity = vm.count(shape).max(1);
        vm.push(shape);
        let object = vm.new_with_capacity(capacity)?;
        vm.drop_values(1);
        Ok(object)
    }
    fn shape_keys(vm: &Vm<Self>, shape: Value) -> usize {
        vm.count(shape)
    }
    fn new_empty(vm: &mut Vm<Self>) -> Result<Value, Fault> {
        let prototype = vm.peek(0);
        let shape = if prototype == vm.builtin(Builtin::ObjectPrototype) {
            Self::from_word(vm.state.empty_shape)
        } else {
            vm.new_root_shape(prototype)?
        };
        vm.push(shape);
        let object = vm.new_with_capacity(DEFAULT_CAPACITY)?;
        vm.drop_values(1);
        Ok(object)
    }
    fn new_instance(vm: &mut Vm<Self>, depth: usize) -> Result<Value, Fault> {
        let prototype = vm.instance_prototype(vm.peek(depth))?;
        let mut root = vm.field(vm.peek(depth), INSTANCE_SHAPE);
        if root == Self::UNDEFINED || vm.field(root, shape::PROTOTYPE) != prototype {
            root = vm.new_root_shape(prototype)?;
            vm.set_field(vm.peek(depth), INSTANCE_SHAPE, root);
        }
        let hint = vm.field(root, shape::HINT);
        let capacity = if hint == Self::UNDEFINED {
            DEFAULT_CAPACITY
        } else {
            Self::inline_integer(hint) as usize
        };
        vm.push(root);
        let object = vm.new_with_capacity(capacity)?;
        vm.drop_values(1);
        Ok(object)
    }
    fn function_properties(vm: &Vm<Self>, function: Value) -> Value {
        if vm.is(function, Kind::Closure) {
            vm.field(function, PROPERTIES)
        } else {
            Self::UNDEFINED
        }
    }
    fn set_function_properties(vm: &mut Vm<Self>) -> Result<(), Fault> {
        let (function, object) = (vm.peek(1), vm.peek(0));
        if !vm.is(function, Kind::Closure) {
            return vm.fault(ErrorCode::NotImplemented);
        }
        vm.set_field(function, PROPERTIES, object);
        Ok(())
    }
    fn make_writable(vm: &mut Vm<Self>, depth: usize) -> Result<Value, Fault> {
        Ok(vm.storage(vm.peek(depth)))
    }

    fn visit_roots(vm: &mut Vm<Self>, collector: &mut Collector<Self>) -> usize {
        let state = &mut vm.state;
        let tables = [
            (state.constants.items, state.constants.length),
            (state.variables.items, state.variables.length),
        ];
        for (items, length) in tables {
            for i in 0..length {
                collector.forward(vm, items.wrapping_add(i));
            }
        }
        for i in 0..Builtin::ALL.len() {
            let slot = (&raw mut vm.state.builtins).cast::<u64>().wrapping_add(i);
            collector.forward(vm, slot);
        }
        let roots = [
            &raw mut vm.outcome,
            &raw mut vm.state.global,
            &raw mut vm.state.empty_shape,
            &raw mut vm.state.missing,
        ];
        for root in roots {
            collector.forward(vm, root);
        }
        vm.state.cache.as_mut_slice().fill(NOTHING);
        Self::HEAP_START
    }
    #[inline(always)]
    fn redirected(word: u64, cell: Value) -> u64 {
        word & SPECIAL | cell.get()
    }
    fn visit_storage(_: &mut Vm<Self>, _: &mut Collector<Self>, _: Value) {}
    /// Interned strings are held weakly. A survivor keeps its place, which follows from its text; the place of
    /// another is marked, as those behind it are found over it.
    fn finish_collection(vm: &mut Vm<Self>, collector: &mut Collector<Self>) {
        for slot in vm.state.interned.as_mut_slice() {
            if *slot > GONE {
                let survivor = collector.survivor(Self::reference(*slot as usize));
                *slot = survivor.map_or(GONE, |string| Self::offset(string) as u32);
            }
        }
    }
}
