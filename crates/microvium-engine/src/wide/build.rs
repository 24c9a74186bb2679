//! What the toolchain does with a wide VM: tables of constants and variables, functions, objects made from outside.

use super::{CLOSURE_WORDS, INTEGER, LAZY, LOAD, PROPERTIES, Value, Wide, constant};
use crate::width::{Cells, Numbers, Store};
use crate::{Fault, Platform, Vm, Width};
use microvium_format::attribute::{FIXED, HIDDEN, NAMESPACE, READONLY};
use microvium_format::{Builtin, ErrorCode, Kind};

impl<P: Platform<Wide<P>>> Vm<Wide<P>> {
    pub(super) fn set_up(&mut self) -> Result<(), Fault> {
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
    pub(super) fn load_lazy(&mut self, number: u16) -> Result<Value, Fault> {
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

    /// Leaves arrays that are longer than mere ones to the library, whose objects they become. Only before the snapshot:
    /// analysis doesn't know of it.
    pub fn allow_long_arrays(&mut self) {
        self.state.has_long_arrays = true;
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

    /// Sets a variable to true as soon as an object gets a property `return`, which may be the one that all inherit
    /// from.
    pub fn watch_return(&mut self, variable: usize) {
        self.state.returns = variable;
    }

    /// Adds a code block; returns the Function cell. `id` is the function's in the IR, the others are its
    /// `name`, an interned string, and its `length`.
    ///
    /// The block is what emission made: the interpreter trusts it.
    pub fn add_function(
        &mut self,
        id: usize,
        block: &[u8],
        name: Value,
        length: u16,
    ) -> Result<Value, Fault> {
        let name = self.add_constant(name)? as u64;
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
        let function = self.allocate(Kind::Function, id, 2)?;
        self.set_word(function, 1, copy as u64);
        self.set_word(function, 2, name << 16 | u64::from(length));
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

    /// A module namespace: names, and the numbers of the variables they mean. `tag` gives `Symbol.toStringTag`.
    pub fn new_namespace(
        &mut self,
        members: &[(&[u8], usize)],
        tag: &dyn Fn(&mut Self) -> Result<Value, Fault>,
    ) -> Result<Value, Fault> {
        let name = self.new_string(b"Module")?;
        self.push(name);
        let cell = self.new_property(READONLY | HIDDEN | FIXED | NAMESPACE, 0)?;
        self.replace(0, cell);
        let root = self.new_root_shape(Wide::<P>::NULL)?;
        let shape = self.extend_shape(root, members.len() + 1, &mut |vm, index| {
            let Some(&(name, _)) = members.get(index) else {
                return tag(vm);
            };
            let name = vm.new_string(name)?;
            vm.to_key(name)
        })?;
        let namespace = Wide::<P>::new_object(self, shape)?;
        let capacity = self.count(namespace);
        self.set_field(namespace, 2 + members.len(), self.peek(0));
        self.drop_values(1);
        self.set_word(namespace, 0, Wide::<P>::header(Kind::Namespace, capacity));
        for (index, &(_, variable)) in members.iter().enumerate() {
            let number = Wide::<P>::from_word(INTEGER | variable as u64);
            self.set_field(namespace, 2 + index, number);
        }
        Ok(namespace)
    }

    /// The number of the variable that a key of a namespace means, by the key's position: None for the tag.
    pub fn namespace_variable(&self, namespace: Value, index: usize) -> Option<usize> {
        let word = self.field(namespace, 2 + index);
        (!self.is(word, Kind::Property)).then(|| Wide::<P>::inline_integer(word) as usize)
    }

    /// What a key of a namespace means now.
    pub(super) fn namespace_value(&self, namespace: Value, index: usize) -> Value {
        match self.namespace_variable(namespace, index) {
            Some(variable) => self.get_variable(variable),
            None => self.field(namespace, 2 + index),
        }
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

    /// Makes an object inherit from another one.
    pub fn inherit(&mut self, object: Value, prototype: Value) -> Result<(), Fault> {
        self.push(object);
        self.push(prototype);
        let result = self.set_prototype(1);
        self.drop_values(2);
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
    pub fn close_object(&mut self, object: Value, flags: u8) -> Result<(), Fault> {
        self.push(object);
        let result = self.close(0, flags);
        self.drop_values(1);
        result
    }

    /// What such a word means: a value, or the cell of an accessor.
    pub fn property_value(&mut self, word: Value) -> Result<Value, Fault> {
        self.content(word)
    }

    /// Puts a value, or the cell of an accessor, in the place of what stands for it, if the property still
    /// holds that. `attributes` are those that only what stands for it had.
    pub fn fill_lazy(
        &mut self,
        object: Value,
        key: Value,
        value: Value,
        attributes: u8,
    ) -> Result<(), Fault> {
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
            if self.is(holder, Kind::Property) {
                let kept = self.attributes(holder) & !attributes;
                self.set_word(holder, 0, Wide::<P>::header(Kind::Property, kept.into()));
            }
        }
        self.drop_values(3);
        Ok(())
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
}
