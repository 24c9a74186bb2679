//! What a device has, as far as a desktop can show it: the parts of its engine, and its limits.

use super::memory::{allocate, allocate_metered, release, release_metered};
use super::{COLLECTIONS, METERED, REFUSED, Tracers};
use crate::config::{Counting, Float, FloatText, Library, Power, TypedArrays, Verifier, Weak};
use crate::{Config, Narrow, Platform};
use microvium_format::Parts;
use std::boxed::Box;
use std::cell::Cell;

/// Bytes of heap.
const MAX_HEAP: u32 = 0xFFFC;

/// Words of stack.
const MAX_STACK: u32 = if cfg!(feature = "stress") {
    1 << 12
} else {
    1 << 13
};

/// The platform of a device, as far as a desktop can show it: narrow limits, all parts but counting. For comparisons with
/// other engines: it takes 1 kB of stack at once, as the C engine is set to.
pub struct Simulator;

/// The same with counting, of steps, of collections and of memory, and with a stack that grows.
pub struct Metered;

const fn device<P: Platform<Narrow<P>>>() -> Config<Narrow<P>> {
    Config {
        max_heap: MAX_HEAP,
        heap_slack: 256,
        stack_segment: 128,
        max_stack: MAX_STACK,
        allocate,
        release,
        float: Some(&Float::PART),
        float_text: Some(&FloatText::PART),
        power: Some(&Power::PART),
        counting: None,
        library: Some(&Library::PART),
        typed_arrays: Some(&TypedArrays::PART),
        weak: Some(&Weak::PART),
        verifier: Some(&Verifier::PART),
    }
}

impl Platform<Narrow<Simulator>> for Simulator {
    fn config() -> &'static Config<Narrow<Self>> {
        static CONFIG: Config<Narrow<Simulator>> = Config {
            stack_segment: 1 << 9,
            ..device()
        };
        &CONFIG
    }
}

impl Platform<Narrow<Metered>> for Metered {
    fn config() -> &'static Config<Narrow<Self>> {
        CONFIG.get()
    }

    fn tracer() -> Option<&'static Tracers> {
        Some(&METERED)
    }

    fn refused(offset: usize) {
        REFUSED.set(Some(offset));
    }

    fn collected() {
        COLLECTIONS.set(COLLECTIONS.get() + 1);
    }
}

std::thread_local! {
    static CONFIG: Cell<&'static Config<Narrow<Metered>>> = const { Cell::new(&FULL) };
}

static FULL: Config<Narrow<Metered>> = Config {
    allocate: allocate_metered,
    release: release_metered,
    counting: Some(&Counting::PART),
    ..device()
};

/// What the engine of a firmware has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Device {
    /// The optional parts that it lacks.
    pub without: Parts,
    /// The most bytes of heap.
    pub max_heap: u32,
    /// The most bytes of stack.
    pub max_stack: u32,
}

impl Default for Device {
    /// Nothing is missing.
    fn default() -> Device {
        Device {
            without: Parts::NONE,
            max_heap: MAX_HEAP,
            max_stack: 2 * MAX_STACK,
        }
    }
}

impl Device {
    /// Makes it what the metered VMs of this thread run on. There should be none at the time. The configuration stays
    /// allocated, as that of a firmware does.
    pub fn simulate(self) {
        fn unless<T>(without: Parts, part: Parts, it: &'static T) -> Option<&'static T> {
            (!without.contains(part)).then_some(it)
        }
        let without = self.without;
        CONFIG.set(Box::leak(Box::new(Config {
            max_heap: self.max_heap,
            max_stack: self.max_stack / 2,
            float: unless(without, Parts::FLOAT, &Float::PART),
            float_text: unless(without, Parts::FLOAT_TEXT, &FloatText::PART),
            power: unless(without, Parts::POWER, &Power::PART),
            library: unless(without, Parts::LIBRARY, &Library::PART),
            typed_arrays: unless(without, Parts::TYPED_ARRAYS, &TypedArrays::PART),
            weak: unless(without, Parts::WEAK, &Weak::PART),
            ..FULL
        })));
    }
}
