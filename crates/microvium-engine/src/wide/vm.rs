//! A wide VM's life: all that it holds of the host's allocator is given back when it is dropped.

use super::shape::{CACHE, NOTHING};
use super::{State, Wide};
use crate::host::HostFunction;
use crate::table::Table;
use crate::{Fault, Platform, Vm, Width};
use core::ffi::c_void;
use core::marker::PhantomData;
use core::ops::{Deref, DerefMut};
use core::ptr;
use microvium_format::{Builtin, ErrorCode};

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
                returns: usize::MAX,
                host: Some(host),
                has_long_arrays: false,
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
