//! Properties: of an Object in the order of its shape, which lies in ROM, of a Dictionary in pairs of key and value.

use super::{DICTIONARY, Narrow, OBJECT};
use crate::width::{Cells, Store};
use crate::{Fault, Platform, Vm, Width};
use core::num::NonZeroU32;
use microvium_format::narrow::{LONG, array_capacity, header};
use microvium_format::{ErrorCode, Kind};

impl<P: Platform<Narrow<P>>> Vm<Narrow<P>> {
    /// Turns the object at `depth` of the stack into a dictionary with room for `pairs` pairs in all.
    #[inline(never)]
    fn make_dictionary(&mut self, depth: usize, pairs: usize) -> Result<NonZeroU32, Fault> {
        if pairs >= usize::from(LONG) {
            return self.fault(ErrorCode::AllocationTooLarge);
        }
        let (storage, kind) = self.storage_kind(self.peek(depth));
        // None is in ROM.
        if kind == DICTIONARY && array_capacity(pairs) <= array_capacity(self.count(storage)) {
            return Ok(storage);
        }
        let words = 1 + 2 * array_capacity(pairs);
        let dictionary = self.allocate(Kind::Dictionary, 0, words)?;
        self.fill_new(dictionary, 1, words);
        let storage = self.storage(self.peek(depth));
        let count = self.count(storage);
        let prototype = Narrow::<P>::prototype(self, storage);
        self.set_field(dictionary, 1, prototype);
        for i in 0..count {
            let (key, value) = Narrow::<P>::property_at(self, storage, i);
            self.set_field(dictionary, 2 + 2 * i, key);
            self.set_field(dictionary, 3 + 2 * i, value);
        }
        self.set_word(dictionary, 0, header(Kind::Dictionary, count as u16));
        self.set_storage(depth, dictionary)?;
        Ok(dictionary)
    }
}

impl<P: Platform<Narrow<P>>> Store<Self> for Narrow<P> {
    #[cfg_attr(feature = "speed", inline(always))]
    #[cfg_attr(not(feature = "speed"), inline(never))]
    fn find(vm: &mut Vm<Self>, storage: NonZeroU32, key: NonZeroU32) -> usize {
        let count = vm.count(storage);
        // Where keys are, and how far apart; values of objects are as far from 2 as keys of shapes.
        let (keys, step) = if vm.kind(storage) == OBJECT {
            (vm.field(storage, 1), 1)
        } else {
            (storage, 2)
        };
        for i in 0..count {
            let other = vm.field(keys, 2 + i * step);
            if other == key
                || Self::in_ram(key)
                    && Self::in_ram(other)
                    && Self::equal_primitives(vm, key, other)
            {
                return 1 + (1 + i) * step;
            }
        }
        0
    }
    fn property_count(vm: &Vm<Self>, storage: NonZeroU32) -> usize {
        vm.count(storage)
    }
    fn property_at(vm: &Vm<Self>, storage: NonZeroU32, index: usize) -> (NonZeroU32, NonZeroU32) {
        if vm.kind(storage) == OBJECT {
            let shape = vm.field(storage, 1);
            return (vm.field(shape, 2 + index), vm.field(storage, 2 + index));
        }
        (
            vm.field(storage, 2 + 2 * index),
            vm.field(storage, 3 + 2 * index),
        )
    }
    fn prototype(vm: &Vm<Self>, storage: NonZeroU32) -> NonZeroU32 {
        let cell = if vm.kind(storage) == OBJECT {
            vm.field(storage, 1)
        } else {
            storage
        };
        vm.field(cell, 1)
    }
    #[inline(never)]
    fn add_property(vm: &mut Vm<Self>) -> Result<(), Fault> {
        let (storage, kind) = vm.storage_kind(vm.peek(2));
        let count = vm.count(storage);
        if kind == OBJECT {
            // The shape may foresee the key.
            let shape = vm.field(storage, 1);
            if Self::in_ram(storage)
                && count < vm.count(shape)
                && vm.field(shape, 2 + count) == vm.peek(1)
            {
                vm.set_field(storage, 2 + count, vm.peek(0));
                vm.set_word(storage, 0, header(Kind::Object, count as u16 + 1));
                return Ok(());
            }
        }
        let dictionary = vm.make_dictionary(2, count + 1)?;
        vm.set_field(dictionary, 2 + 2 * count, vm.peek(1));
        vm.set_field(dictionary, 3 + 2 * count, vm.peek(0));
        vm.set_word(dictionary, 0, header(Kind::Dictionary, count as u16 + 1));
        Ok(())
    }
    fn replace_property(vm: &mut Vm<Self>, storage: NonZeroU32, word: usize) -> Result<(), Fault> {
        vm.set_field(storage, word, vm.peek(0));
        Ok(())
    }
    fn remove_property(vm: &mut Vm<Self>) -> Result<(), Fault> {
        let count = vm.count(vm.storage(vm.peek(1)));
        let dictionary = vm.make_dictionary(1, count)?;
        let word = Self::find(vm, dictionary, vm.peek(0));
        vm.copy_fields(
            dictionary,
            word + 1,
            dictionary,
            word - 1,
            2 * count + 1 - word,
        );
        vm.fill(dictionary, 2 * count, 2, Self::EMPTY);
        vm.set_word(dictionary, 0, header(Kind::Dictionary, count as u16 - 1));
        Ok(())
    }
    fn new_object(vm: &mut Vm<Self>, shape: NonZeroU32) -> Result<NonZeroU32, Fault> {
        let keys = vm.count(shape);
        let object = vm.allocate(Kind::Object, keys, 1 + keys)?;
        vm.set_field(object, 1, shape);
        Ok(object)
    }
    fn new_empty(vm: &mut Vm<Self>) -> Result<NonZeroU32, Fault> {
        let object = vm.allocate(Kind::Dictionary, 0, 1 + 2 * array_capacity(0))?;
        vm.fill_new(object, 2, 2 * array_capacity(0));
        vm.set_field(object, 1, vm.peek(0));
        Ok(object)
    }
    fn set_prototype(vm: &mut Vm<Self>) -> Result<(), Fault> {
        let count = vm.count(vm.storage(vm.peek(1)));
        let dictionary = vm.make_dictionary(1, count)?;
        vm.set_field(dictionary, 1, vm.peek(0));
        Ok(())
    }
    fn new_instance(vm: &mut Vm<Self>, depth: usize) -> Result<NonZeroU32, Fault> {
        let closure = vm.peek(depth);
        if vm.is(closure, Kind::Closure) && vm.count(closure) >= 4 {
            let shape = vm.field(closure, 4);
            let keys = vm.count(shape);
            let object = Self::new_object(vm, shape)?;
            vm.fill_new(object, 2, keys);
            vm.set_word(object, 0, header(Kind::Object, 0));
            return Ok(object);
        }
        let prototype = vm.instance_prototype(closure)?;
        vm.push(prototype);
        let object = Self::new_empty(vm)?;
        vm.drop_values(1);
        Ok(object)
    }
    fn function_properties(vm: &Vm<Self>, function: NonZeroU32) -> NonZeroU32 {
        if vm.is(function, Kind::Closure) && vm.count(function) > 2 {
            vm.field(function, 3)
        } else {
            Self::UNDEFINED
        }
    }
    fn set_function_properties(vm: &mut Vm<Self>) -> Result<(), Fault> {
        let function = vm.peek(1);
        if !Self::in_ram(function) || vm.count(function) < 3 {
            return vm.fault(ErrorCode::AttemptToWriteToRom);
        }
        vm.set_field(function, 3, vm.peek(0));
        Ok(())
    }
    fn make_writable(vm: &mut Vm<Self>, depth: usize) -> Result<NonZeroU32, Fault> {
        // Dictionaries are in RAM, so it has a shape.
        let storage = vm.storage(vm.peek(depth));
        let object = Self::new_object(vm, vm.field(storage, 1))?;
        let (count, keys) = (vm.count(storage), vm.count(object));
        vm.copy_fields(storage, 2, object, 2, count);
        vm.fill_new(object, 2 + count, keys - count);
        vm.set_word(object, 0, header(Kind::Object, count as u16));
        vm.set_storage(depth, object)?;
        Ok(object)
    }
}
