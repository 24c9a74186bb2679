//! Collection and statistics.

use crate::Vm;
use microvium_engine::statistics::MemoryStatistics;

/// # Safety
/// See the header.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mvm_runGC(vm: &mut Vm, squeeze: bool) {
    vm.run_gc(squeeze);
}

/// # Safety
/// See the header.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mvm_getMemoryStats(vm: &Vm, statistics: *mut MemoryStatistics) {
    // SAFETY: it can be written (header).
    unsafe { statistics.write(vm.memory_statistics()) }
}
