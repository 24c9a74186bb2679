//! What the engine's own functions do.

use super::Transfer;
use crate::flow::Arguments;
use crate::keys::Keys;
use crate::place::Place;
use crate::set::{BOOLEAN, NULLISH, NUMBER, STRING, Set, Things};
use crate::thing::Thing;
use microvium_format::{Builtin, Native, typed};

impl Transfer<'_> {
    /// What the engine's own functions do.
    pub(super) fn native(&mut self, native: Native, this: &Set, given: Arguments<'_>) -> Set {
        let expanded: Vec<Set>;
        let arguments = match given {
            Arguments::All(set) => {
                expanded = vec![self.flow.expand(set.clone())];
                Arguments::All(&expanded[0])
            }
            Arguments::Each(sets) => {
                let sets = sets.iter().cloned();
                expanded = sets.map(|it| self.flow.expand(it)).collect();
                Arguments::Each(&expanded)
            }
        };
        let argument = |index: usize| arguments.get(index).cloned().unwrap_or_default();
        // The same where it flows on.
        let passed = |index: usize| given.get(index).cloned().unwrap_or_default();
        match native {
            Native::ArrayPush => {
                for argument in given.sets() {
                    self.flow.write(this, Keys::Numeric, argument);
                }
                self.push_other(this, &given);
                Set::primitives(NUMBER)
            }
            Native::TypeCode
            | Native::CharCode
            | Native::HighBits
            | Native::LowBits
            | Native::FromBits => Set::primitives(NUMBER),
            Native::IsConstructor => {
                self.flow.use_constructors(&argument(0));
                Set::primitives(BOOLEAN)
            }
            Native::FromCharCode | Native::Slice => Set::primitives(STRING),
            Native::NewSymbol => Set::of(Thing::SYMBOL),
            Native::Description => {
                self.flow.facts.descriptions = true;
                Set::primitives(STRING | NULLISH)
            }
            Native::KeyAt => {
                let object = argument(0);
                self.flow.read_own_all(&object.things, Keys::Any, &object);
                self.flow.list_keys(&object);
                let mut keys = Set::primitives(STRING | NULLISH);
                keys.things = self.flow.symbol_keys(&object);
                keys
            }
            Native::HasOwn | Native::Attributes => {
                let object = argument(0);
                for keys in self.flow.keys(&argument(1)) {
                    self.flow.use_length(keys);
                    self.flow.read_own_all(&object.things, keys, &object);
                }
                for thing in object.things.iter() {
                    if native == Native::Attributes {
                        self.flow.show_attributes(thing);
                    }
                }
                Set::primitives(BOOLEAN | NUMBER)
            }
            Native::Accessor => {
                let mut functions = Set::primitives(NULLISH);
                for keys in self.flow.keys(&argument(1)) {
                    functions.add(&self.flow.read_accessors(&argument(0), keys));
                }
                functions
            }
            Native::Become => {
                let (arrays, prototypes) = (argument(0), argument(1));
                self.flow.see(&prototypes);
                for array in arrays.things.iter() {
                    self.flow.make_array_object(array, &prototypes);
                }
                passed(0)
            }
            Native::NewBytes => {
                self.flow.use_bytes();
                Set::of(Thing::BYTES)
            }
            Native::NewTyped => {
                let fields: Vec<Set> = arguments.sets().to_vec();
                self.flow.new_typed(&fields)
            }
            Native::TypedLength | Native::TypedField => {
                for thing in argument(0).things.iter() {
                    if thing != Thing::TYPED && self.flow.is_typed(thing) {
                        self.flow.typed_bytes(thing);
                    }
                }
                Set::primitives(NUMBER | NULLISH)
            }
            Native::TypedType => {
                let mut types = self.flow.typed_type(&argument(0));
                types.primitives |= NULLISH;
                types
            }
            Native::TypedBytes => {
                for thing in argument(0).things.iter() {
                    self.flow.mark_written(thing);
                    if !argument(1).is_empty() {
                        let place = Place::Field(thing, typed::BYTES as u32);
                        self.flow.add(place, &argument(1));
                    }
                }
                self.flow.typed_buffers(&argument(0))
            }
            Native::ReadNumber => Set::primitives(NUMBER),
            Native::WriteNumber => {
                self.flow.facts.stores_bytes = true;
                for thing in argument(0).things.iter() {
                    self.flow.mark_written(thing);
                }
                Set::primitives(NULLISH)
            }
            Native::Define => {
                self.flow.make_keys(&argument(1));
                for keys in self.flow.keys(&argument(1)) {
                    self.flow.define(&argument(0), keys, &passed(2));
                    if keys == Keys::Any {
                        self.flow.restrict(&argument(0));
                    }
                }
                passed(0)
            }
            Native::DefineAccessor => {
                self.flow.make_keys(&argument(1));
                for keys in self.flow.keys(&argument(1)) {
                    let (getter, setter) = (argument(2), argument(3));
                    self.flow
                        .define_accessor(&argument(0), keys, &getter, &setter);
                }
                passed(0)
            }
            Native::Close => {
                let object = argument(0);
                for thing in object.things.iter() {
                    // To be closed, bytes need an object for properties of their own.
                    self.flow.facts.makes_typed_arrays |= self.flow.is_bytes(thing);
                    self.flow.mark_written(thing);
                    for own in self.flow.known_own(thing).things.iter() {
                        self.flow.mark_written(own);
                    }
                }
                Set::primitives(NULLISH)
            }
            Native::IsClosed => {
                let object = argument(0);
                for thing in object.things.iter() {
                    self.flow.show_closed(thing);
                    for own in self.flow.known_own(thing).things.iter() {
                        self.flow.show_closed(own);
                    }
                }
                Set::primitives(BOOLEAN)
            }
            // What it returns and throws goes to the host, which has it from the call that has ended.
            Native::Defer => Set::default(),
            Native::FindKey => {
                for list in [argument(0), argument(1)] {
                    self.flow.read(&list, Keys::Numeric);
                }
                Set::primitives(NUMBER | NULLISH)
            }
            Native::GetPrototype => self.flow.prototypes(&argument(0)),
            Native::SetPrototype => {
                let (object, prototype) = (argument(0), argument(1));
                self.flow.see(&prototype);
                self.flow.inherit_from(&prototype);
                for thing in object.things.iter() {
                    self.flow.mark_written(thing);
                    self.flow.watch(thing, Keys::Any);
                    if self.flow.is_typed(thing) {
                        let place = Place::Field(thing, typed::PROTOTYPE as u32);
                        self.flow.add(place, &prototype);
                    }
                    for own in self.flow.known_own(thing).things.iter() {
                        self.flow.mark_written(own);
                        self.flow.add(Place::Prototype(own), &prototype);
                    }
                    self.flow.add(Place::Prototype(thing), &prototype);
                }
                passed(0)
            }
        }
    }

    /// The library's `push` is called for array objects, and where there are no arrays at all.
    fn push_other(&mut self, this: &Set, arguments: &Arguments<'_>) {
        let mut others = Things::default();
        let mut is_array = false;
        for thing in this.things.iter() {
            is_array |= self.flow.is_array(thing);
            if self.flow.is_array_object(thing) {
                others.insert(thing);
            }
        }
        if others.is_empty() && (is_array || this.things.is_empty()) {
            return;
        }
        if let Some(value) = self.flow.graph.builtins.get(&Builtin::PushOther) {
            let callee = self.flow.value_set(value);
            self.flow.use_builtin(Builtin::PushOther);
            self.flow.see(&callee);
            let this = match others.is_empty() {
                true => this.clone(),
                false => Set::from(others),
            };
            self.call(&callee, &this, *arguments);
        }
    }
}
