//! Properties: shapes are made as they are added, and a cache remembers where a shape has a key.

use super::shape::{self, SPECIAL_WORD};
use super::{DEFAULT_CAPACITY, INSTANCE_SHAPE, INTEGER, PROPERTIES, SPECIAL, Value, Wide};
use crate::width::{Numbers, Store};
use crate::{Fault, Platform, Vm, Width};
use microvium_format::{Builtin, ErrorCode, Kind};

impl<P: Platform<Wide<P>>> Store<Self> for Wide<P> {
    #[inline(always)]
    fn find(vm: &mut Vm<Self>, storage: Value, key: Value) -> usize {
        vm.find_word(storage, key) & !SPECIAL_WORD
    }
    fn property_count(vm: &Vm<Self>, storage: Value) -> usize {
        vm.count(vm.field(storage, 1))
    }
    fn property_at(vm: &Vm<Self>, storage: Value, index: usize) -> (Value, Value) {
        let value = match vm.is(storage, Kind::Namespace) {
            true => vm.namespace_value(storage, index),
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
    fn remove_property(vm: &mut Vm<Self>) -> Result<(), Fault> {
        let storage = vm.storage(vm.peek(1));
        let word = Self::find(vm, storage, vm.peek(0));
        let shape = vm.field(storage, 1);
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
}
