//! Restoring: checks an image, resolves its imports, copies its initial RAM part.
//!
//! Contract: the image stays where it is, unchanged, as long as the VM lives.

use crate::host::{FIRST_NATIVE, HostFunction};
use crate::{Narrow, Platform, Vm, Width, narrow};
use core::ffi::c_void;
use core::marker::PhantomData;
use core::ptr;
use microvium_format::image::{CHECKED_FROM, Field, HEADER_SIZE, Header, MAGIC, NARROW, Section};
use microvium_format::narrow::{EMPTY, RAM_START, UNDEFINED};
use microvium_format::{ErrorCode, Parts, crc, version};

/// A VM of the narrow width.
pub type NarrowVm<P> = Vm<Narrow<P>>;

/// Restores the snapshot in the `size` bytes at `image`. Checked are size, alignment, version, checksum,
/// the bounds of all sections, the parts it needs and its imports, whose functions `resolve` finds.
///
/// # Safety
/// `image` points to `size` bytes that stay as they are until the VM is freed.
pub unsafe fn restore<P: Platform>(
    image: *const u8,
    size: usize,
    context: *mut c_void,
    mut resolve: impl FnMut(u16) -> Result<HostFunction<Narrow<P>>, ErrorCode>,
) -> Result<*mut NarrowVm<P>, ErrorCode> {
    if image.addr() & 3 != 0 {
        return Err(ErrorCode::MallocMustReturnPointerToEvenBoundary);
    }
    if size < HEADER_SIZE {
        return Err(ErrorCode::InvalidBytecode);
    }
    // SAFETY: the caller's promise.
    let bytes = unsafe { core::slice::from_raw_parts(image, size) };
    let header = check(bytes, P::config().parts())?;
    let (imports, _) = header.section(Section::Imports);
    let count = usize::from(header.get(Field::Imports));
    let block = NarrowVm::<P>::allocate_block(vm_size::<P>(count));
    if block.is_null() {
        return Err(ErrorCode::MallocFail);
    }
    // SAFETY: the block has room for the counter, the VM and `count` function pointers behind it; the
    // image's sections have been checked.
    let vm = unsafe {
        let vm = block.add(counter_size::<P>()).cast::<NarrowVm<P>>();
        vm.write(Vm {
            bases: [ptr::null_mut(), image.cast_mut().wrapping_sub(1)],
            pc: ptr::null(),
            sp: context.cast(),
            fp: ptr::null_mut(),
            segment: ptr::null_mut(),
            next: RAM_START,
            end: RAM_START,
            size: 0,
            outcome: UNDEFINED,
            state: narrow::State {
                interned: UNDEFINED,
                expandos: UNDEFINED,
                marker: PhantomData,
            },
        });
        let table = vm.add(1).cast::<HostFunction<Narrow<P>>>();
        for index in 0..count {
            let id = (*vm).rom_word(imports + 2 * index);
            if id >= FIRST_NATIVE {
                continue;
            }
            match resolve(id) {
                Ok(function) => table.add(index).write(function),
                Err(code) => {
                    free(vm);
                    return Err(code);
                }
            }
        }
        let (ram, ram_end) = header.section(Section::Ram);
        let length = ram_end - ram;
        if length > P::config().max_heap as usize {
            free(vm);
            return Err(ErrorCode::SnapshotTooLarge);
        }
        if length > 0 {
            let block = NarrowVm::<P>::allocate_block(length);
            if block.is_null() {
                free(vm);
                return Err(ErrorCode::MallocFail);
            }
            ptr::copy_nonoverlapping(image.add(ram), block, length);
            (*vm).set_block(block, length);
            (*vm).next = RAM_START + length as u16;
            (*vm).end = (*vm).next;
        }
        if let Some(counter) = (*vm).counter() {
            *counter = -1;
        }
        vm
    };
    Ok(vm)
}

/// Checks what an image says of itself.
fn check(image: &[u8], parts: Parts) -> Result<Header, ErrorCode> {
    let Some((head, _)) = image.split_first_chunk::<HEADER_SIZE>() else {
        return Err(ErrorCode::InvalidBytecode);
    };
    if head[..2] != MAGIC || head[2] != version::VERSION || head[3] != NARROW {
        return Err(ErrorCode::WrongBytecodeVersion);
    }
    let header = Header::parse(head);
    let size = usize::from(header.get(Field::Size));
    let Some(checked) = image.get(CHECKED_FROM..size) else {
        return Err(ErrorCode::InvalidBytecode);
    };
    if crc::crc32(checked).to_le_bytes() != head[4..8] {
        return Err(ErrorCode::BytecodeCrcFail);
    }
    let (cells, end) = header.section(Section::Cells);
    let slots = usize::from(header.get(Field::Slots)) + usize::from(header.get(Field::WeakLinks));
    if cells > end || 2 * slots > usize::from(header.get(Field::Ram)) {
        return Err(ErrorCode::InvalidBytecode);
    }
    let missing = Parts(header.get(Field::Needs)).without(parts);
    if missing.contains(Parts::FLOAT) {
        return Err(ErrorCode::BytecodeRequiresFloatSupport);
    }
    if missing != Parts::NONE {
        return Err(ErrorCode::RequiresLaterEngine);
    }
    Ok(header)
}

/// Bytes that a VM and what lies around it take: the counter before it, if there is one, and the
/// functions of its imports behind it.
pub(crate) fn vm_size<P: Platform>(imports: usize) -> usize {
    counter_size::<P>() + size_of::<NarrowVm<P>>() + imports * size_of::<HostFunction<Narrow<P>>>()
}

/// Bytes before the VM. As many as a pointer has, so that the VM stays aligned.
fn counter_size<P: Platform>() -> usize {
    match P::config().counting {
        Some(_) => size_of::<usize>(),
        None => 0,
    }
}

/// Frees a VM and all it has allocated.
///
/// # Safety
/// `vm` came from `restore`, and nothing uses it any more.
pub unsafe fn free<P: Platform>(vm: *mut NarrowVm<P>) {
    // SAFETY: the caller's promise.
    let vm_ref = unsafe { &mut *vm };
    while !vm_ref.segment.is_null() {
        vm_ref.drop_segment();
    }
    let (block, size) = vm_ref.block();
    let imports = vm_ref.imports();
    NarrowVm::<P>::release_block(block, size);
    let start = vm.cast::<u8>().wrapping_sub(counter_size::<P>());
    NarrowVm::<P>::release_block(start, vm_size::<P>(imports));
}

/// The host's function for an entry of the import table.
pub(crate) fn import<P: Platform>(vm: &NarrowVm<P>, index: usize) -> HostFunction<Narrow<P>> {
    // SAFETY: `restore` has written as many functions behind the VM as the table has entries.
    unsafe {
        *ptr::from_ref(vm)
            .add(1)
            .cast::<HostFunction<Narrow<P>>>()
            .add(index)
    }
}

impl<P: Platform> NarrowVm<P> {
    /// A field of the image's header.
    #[inline(always)]
    pub(crate) fn header_field(&self, field: Field) -> usize {
        self.rom_word(CHECKED_FROM + 2 * field as usize).into()
    }

    /// Entries of the import table.
    pub(crate) fn imports(&self) -> usize {
        self.header_field(Field::Imports)
    }

    /// The offset behind the link slots.
    pub(crate) fn slots_end(&self) -> usize {
        let words = self.header_field(Field::Slots) + self.header_field(Field::WeakLinks);
        usize::from(RAM_START) + 2 * words
    }

    /// The value exported under an id, in the form that a host keeps: one in RAM is named by its link
    /// slot, so that it stays valid when the value moves. EMPTY if there is no such export.
    pub fn resolve_export(&self, id: u16) -> u16 {
        let (start, end) = self.section(Section::Exports);
        let mut offset = start;
        while offset < end {
            if self.rom_word(offset) == id {
                return self.rom_word(offset + 2);
            }
            offset += 4;
        }
        EMPTY
    }

    /// The steps that the VM may still make; negative if they aren't limited. None if the configuration
    /// doesn't have the part.
    pub fn counter(&mut self) -> Option<&mut i32> {
        P::config().counting?;
        // SAFETY: `restore` has left room for the counter in the block before the VM.
        Some(unsafe { &mut *ptr::from_mut(self).cast::<i32>().sub(1) })
    }

    /// Where in the image the VM is; 0 when it is idle.
    pub fn current_address(&self) -> u16 {
        if self.segment.is_null() {
            return 0;
        }
        // ROM offsets have bit 0 set, which `bases` takes off.
        Narrow::<P>::pack_pc(self, self.pc) - 1
    }

    /// The value that a host's word means.
    pub fn host_value(&self, word: u16) -> <Narrow<P> as Width>::Value {
        <Narrow<P> as Width>::from_host(self, word)
    }
}
