//! Restoring: checks an image, resolves its imports, copies its initial RAM part.
//!
//! Contract: the image stays where it is, unchanged, as long as the VM lives.

use crate::host::HostFunction;
use crate::narrow::State;
use crate::{Narrow, Platform, Vm, Width};
use core::ffi::c_void;
use core::ptr;
use microvium_format::image::{CHECKED_FROM, Field, HEADER_SIZE, Header, MAGIC, NARROW, Section};
use microvium_format::narrow::{EMPTY, RAM_START, UNDEFINED};
use microvium_format::native::FIRST_NATIVE;
use microvium_format::{ErrorCode, Parts, crc, version};

/// A VM of the narrow width.
pub type NarrowVm<P> = Vm<Narrow<P>>;

/// Restores the snapshot in the `size` bytes at `image`. Checked are size, alignment, version, checksum,
/// the bounds of all sections, the parts it needs and its imports, whose functions `resolve` finds.
///
/// # Safety
/// `image` points to `size` bytes that stay as they are until the VM is freed.
pub unsafe fn restore<P: Platform<Narrow<P>>>(
    image: *const u8,
    size: usize,
    context: *mut c_void,
    mut resolve: impl FnMut(u16) -> Result<HostFunction<Narrow<P>>, ErrorCode>,
) -> Result<*mut NarrowVm<P>, ErrorCode> {
    // SAFETY: the caller's promise.
    let checked = unsafe { check::<P>(image, size) };
    if checked != ErrorCode::Success {
        return Err(checked);
    }
    // SAFETY: the image is accepted.
    let header = unsafe { &*image.add(CHECKED_FROM).cast::<Header>() };
    let size = vm_size::<P>(imports(header));
    let vm = NarrowVm::<P>::allocate_block(size).cast::<NarrowVm<P>>();
    if vm.is_null() {
        return Err(ErrorCode::MallocFail);
    }
    // SAFETY: the block has room for the VM.
    let vm_ref = unsafe {
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
            state: State::new(),
        });
        &mut *vm
    };
    let mut loaded = vm_ref.resolve_imports(header, &mut resolve);
    if loaded == ErrorCode::Success {
        loaded = vm_ref.load_ram(header);
    }
    if loaded == ErrorCode::Success
        && let Some(verifier) = P::config().verifier
    {
        loaded = (verifier.verify)(vm_ref);
    }
    if loaded == ErrorCode::Success {
        return Ok(vm);
    }
    // Else it has its own memory, and the initial RAM part if that is loaded.
    let (block, length) = vm_ref.block();
    NarrowVm::<P>::release_block(block, length);
    NarrowVm::<P>::release_block(vm.cast(), size);
    Err(loaded)
}

/// Checks what an image says of itself.
///
/// # Safety
/// `image` points to `size` bytes.
unsafe fn check<P: Platform<Narrow<P>>>(image: *const u8, size: usize) -> ErrorCode {
    const START: u32 = u32::from_le_bytes([MAGIC[0], MAGIC[1], version::VERSION, NARROW]);
    if image.addr() & 3 != 0 {
        return ErrorCode::MallocMustReturnPointerToEvenBoundary;
    }
    if size < HEADER_SIZE {
        return ErrorCode::InvalidBytecode;
    }
    // SAFETY: the image is aligned and has a header, which any bytes are.
    let (start, checksum, header) = unsafe {
        let words = image.cast::<u32>();
        (
            *words,
            *words.add(1),
            &*image.add(CHECKED_FROM).cast::<Header>(),
        )
    };
    if start != START {
        return ErrorCode::WrongBytecodeVersion;
    }
    let length = usize::from(header.get(Field::Size));
    if !header.is_ordered() || length > size {
        return ErrorCode::InvalidBytecode;
    }
    // SAFETY: the image has `length` bytes.
    let checked =
        unsafe { core::slice::from_raw_parts(image.add(CHECKED_FROM), length - CHECKED_FROM) };
    if crc::crc32(checked) != checksum {
        return ErrorCode::BytecodeCrcFail;
    }
    let (ram, end) = header.section(Section::Ram);
    let slots = usize::from(header.get(Field::Slots)) + usize::from(header.get(Field::WeakLinks));
    if 2 * slots > end - ram {
        return ErrorCode::InvalidBytecode;
    }
    let missing = Parts(header.get(Field::Needs)).without(P::config().parts());
    if missing.contains(Parts::FLOAT) {
        return ErrorCode::BytecodeRequiresFloatSupport;
    }
    if missing == Parts::TYPED_ARRAYS {
        return ErrorCode::RequiresTypedArrays;
    }
    if missing != Parts::NONE {
        return ErrorCode::RequiresLaterEngine;
    }
    ErrorCode::Success
}

/// Entries of an image's import table.
fn imports(header: &Header) -> usize {
    let (start, end) = header.section(Section::Imports);
    (end - start) / 2
}

/// Bytes that a VM and the functions of its imports behind it take.
pub(crate) fn vm_size<P: Platform<Narrow<P>>>(imports: usize) -> usize {
    size_of::<NarrowVm<P>>() + imports * size_of::<HostFunction<Narrow<P>>>()
}

/// Frees a VM and all it has allocated.
///
/// # Safety
/// `vm` came from `restore`, and nothing uses it any more.
pub unsafe fn free<P: Platform<Narrow<P>>>(vm: *mut NarrowVm<P>) {
    // SAFETY: the caller's promise.
    let vm_ref = unsafe { &mut *vm };
    while !vm_ref.segment.is_null() {
        vm_ref.drop_segment();
    }
    let (block, size) = vm_ref.block();
    let imports = vm_ref.imports();
    NarrowVm::<P>::release_block(block, size);
    NarrowVm::<P>::release_block(vm.cast(), vm_size::<P>(imports));
}

/// The host's function for an entry of the import table.
pub(crate) fn import<P: Platform<Narrow<P>>>(
    vm: &NarrowVm<P>,
    index: usize,
) -> HostFunction<Narrow<P>> {
    // SAFETY: `restore` has written as many functions behind the VM as the table has entries.
    unsafe {
        *ptr::from_ref(vm)
            .add(1)
            .cast::<HostFunction<Narrow<P>>>()
            .add(index)
    }
}

impl<P: Platform<Narrow<P>>> NarrowVm<P> {
    /// Finds the functions of the import table.
    fn resolve_imports(
        &mut self,
        header: &Header,
        resolve: &mut impl FnMut(u16) -> Result<HostFunction<Narrow<P>>, ErrorCode>,
    ) -> ErrorCode {
        let table = ptr::from_mut(self)
            .wrapping_add(1)
            .cast::<HostFunction<Narrow<P>>>();
        let (first, _) = header.section(Section::Imports);
        for index in 0..imports(header) {
            let id = self.rom_word(first + 2 * index);
            if id >= FIRST_NATIVE {
                continue;
            }
            match resolve(id) {
                // SAFETY: there is room for as many functions behind the VM.
                Ok(function) => unsafe { table.add(index).write(function) },
                Err(code) => return code,
            }
        }
        ErrorCode::Success
    }

    /// Copies the initial RAM part.
    fn load_ram(&mut self, header: &Header) -> ErrorCode {
        let (start, end) = header.section(Section::Ram);
        let length = end - start;
        if length > P::config().max_heap as usize {
            return ErrorCode::SnapshotTooLarge;
        }
        if length > 0 {
            let block = Self::allocate_block(length);
            if block.is_null() {
                return ErrorCode::MallocFail;
            }
            let initial = self.bases[1].wrapping_add(1 + start).cast::<u16>();
            Self::copy(initial, block.cast(), length / 2);
            self.set_block(block, length);
            self.next = RAM_START + length as u16;
            self.end = self.next;
        }
        ErrorCode::Success
    }

    /// The image's header.
    #[inline(always)]
    pub(crate) fn header(&self) -> &Header {
        let address = self.bases[1].wrapping_add(1 + CHECKED_FROM);
        // SAFETY: `restore` has accepted the image; it is aligned, and stays as it is.
        unsafe { &*address.cast() }
    }

    /// A field of it.
    #[inline(always)]
    pub(crate) fn header_field(&self, field: Field) -> usize {
        self.header().get(field).into()
    }

    /// Entries of the import table.
    pub(crate) fn imports(&self) -> usize {
        imports(self.header())
    }

    /// The offset behind the link slots.
    pub(crate) fn slots_end(&self) -> usize {
        let words = self.header_field(Field::Slots) + self.header_field(Field::WeakLinks);
        usize::from(RAM_START) + 2 * words
    }

    /// The value exported under an id, in the form that a host keeps: one in RAM is named by its link
    /// slot, so that it stays valid when the value moves. EMPTY if there is no such export.
    #[inline(never)]
    pub fn resolve_export(&self, id: u16) -> u16 {
        let (mut offset, end) = self.header().section(Section::Exports);
        while offset < end {
            if self.rom_word(offset) == id {
                return self.rom_word(offset + 2);
            }
            offset += 4;
        }
        EMPTY
    }

    /// Limits the steps that the VM may still make, if the configuration has the part; a negative number is
    /// no limit.
    pub fn limit_steps(&mut self, count: i32) {
        if P::config().counting.is_some() {
            self.state.steps = count;
        }
    }

    /// The steps that it may still make; negative if they aren't limited.
    pub fn steps(&self) -> i32 {
        self.state.steps
    }

    /// Where in the image the VM is; 0 when it is idle.
    pub fn current_address(&self) -> u16 {
        if self.segment.is_null() {
            return 0;
        }
        // The base is one byte before the image.
        (self.pc as usize).wrapping_sub(self.bases[1] as usize + 1) as u16
    }

    /// The value that a host's word means.
    pub fn host_value(&self, word: u16) -> <Narrow<P> as Width>::Value {
        <Narrow<P> as Width>::from_host(self, word)
    }
}
