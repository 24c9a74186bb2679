//! Properties of a width's objects.

use crate::{Fault, Vm, Width};

/// How a width stores properties, of ordinary objects and of functions.
pub trait Store<W: Width> {
    /// The word of `storage` (an Object or Dictionary) that holds the property, or 0.
    fn find(vm: &mut Vm<W>, storage: W::Value, key: W::Value) -> usize;
    /// The prototype of an Object, a Dictionary or a suspended call.
    fn prototype(vm: &Vm<W>, storage: W::Value) -> W::Value;
    /// How many properties an Object or Dictionary has.
    fn property_count(vm: &Vm<W>, storage: W::Value) -> usize;
    /// The key and value of one of them, in order of creation.
    fn property_at(vm: &Vm<W>, storage: W::Value, index: usize) -> (W::Value, W::Value);
    /// Adds a property that isn't there. Stack: object, key, value, kept.
    fn add_property(vm: &mut Vm<W>) -> Result<(), Fault>;
    /// Writes the top of the stack into this word of an object's storage, which is in RAM. Stack: object, key,
    /// value, kept.
    fn replace_property(vm: &mut Vm<W>, storage: W::Value, word: usize) -> Result<(), Fault>;
    /// Removes a property that is there. Stack: object, key, kept.
    fn remove_property(vm: &mut Vm<W>) -> Result<(), Fault>;
    /// An object with the shape and as many values as it has keys, to be filled.
    fn new_object(vm: &mut Vm<W>, shape: W::Value) -> Result<W::Value, Fault>;
    /// Gives an ordinary object another prototype: its properties move to new storage. Stack: object, prototype,
    /// kept.
    fn set_prototype(vm: &mut Vm<W>) -> Result<(), Fault> {
        vm.push(vm.peek(0));
        let new = W::new_empty(vm)?;
        vm.replace(0, new);
        let count = W::property_count(vm, vm.storage(vm.peek(2)));
        for index in 0..count {
            let storage = vm.storage(vm.peek(2));
            let (key, value) = W::property_at(vm, storage, index);
            vm.push(key);
            vm.push(value);
            // A property with attributes keeps its cell.
            W::add_property(vm)?;
            vm.drop_values(2);
        }
        let storage = vm.storage(vm.peek(0));
        vm.drop_values(1);
        vm.set_storage(1, storage)
    }
    /// An empty object. Stack: prototype, kept.
    fn new_empty(vm: &mut Vm<W>) -> Result<W::Value, Fault>;
    /// An instance for `new`, of the constructor at `depth` of the stack.
    fn new_instance(vm: &mut Vm<W>, depth: usize) -> Result<W::Value, Fault>;
    /// The object that holds a function's own properties, or undefined.
    fn function_properties(vm: &Vm<W>, function: W::Value) -> W::Value;
    /// Makes `object` hold them. Stack: function, object, kept.
    fn set_function_properties(vm: &mut Vm<W>) -> Result<(), Fault>;
    /// Makes the storage of an object writable. Stack: object at depth `depth`, kept. Returns the storage.
    fn make_writable(vm: &mut Vm<W>, depth: usize) -> Result<W::Value, Fault>;
}
