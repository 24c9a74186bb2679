//! Tables that grow: what the wide width keeps outside of its heap.
//!
//! Contract: the first `length` items have been written, and nothing behind them is read.

use crate::{Config, Width};
use core::ptr;
use microvium_format::ErrorCode;

/// A vector in the host's memory.
pub(crate) struct Table<T> {
    pub(crate) items: *mut T,
    pub(crate) length: usize,
    capacity: usize,
}

impl<T: Copy> Table<T> {
    pub(crate) const fn new() -> Self {
        Table {
            items: ptr::null_mut(),
            length: 0,
            capacity: 0,
        }
    }

    pub(crate) fn as_slice(&self) -> &[T] {
        if self.length == 0 {
            return &[];
        }
        // SAFETY: the first `length` items have been written.
        unsafe { core::slice::from_raw_parts(self.items, self.length) }
    }

    pub(crate) fn as_mut_slice(&mut self) -> &mut [T] {
        if self.length == 0 {
            return &mut [];
        }
        // SAFETY: the first `length` items have been written.
        unsafe { core::slice::from_raw_parts_mut(self.items, self.length) }
    }

    pub(crate) fn push<W: Width>(&mut self, config: &Config<W>, item: T) -> Result<(), ErrorCode> {
        if self.length == self.capacity {
            self.grow(config, (self.capacity * 2).max(16))?;
        }
        // SAFETY: there is room for one more.
        unsafe { self.items.add(self.length).write(item) };
        self.length += 1;
        Ok(())
    }

    pub(crate) fn grow<W: Width>(
        &mut self,
        config: &Config<W>,
        capacity: usize,
    ) -> Result<(), ErrorCode> {
        // SAFETY: the allocator takes any size; the items are copied into a block that holds more.
        unsafe {
            let items = (config.allocate)(capacity * size_of::<T>()).cast::<T>();
            if items.is_null() {
                return Err(ErrorCode::MallocFail);
            }
            if self.length > 0 {
                ptr::copy_nonoverlapping(self.items, items, self.length);
            }
            self.release(config);
            self.items = items;
        }
        self.capacity = capacity;
        Ok(())
    }

    pub(crate) fn release<W: Width>(&mut self, config: &Config<W>) {
        if !self.items.is_null() {
            // SAFETY: the block came from `allocate` with this size.
            unsafe { (config.release)(self.items.cast(), self.capacity * size_of::<T>()) }
        }
        self.items = ptr::null_mut();
    }
}
