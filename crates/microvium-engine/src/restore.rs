//! Restoring: checks an image, resolves its imports, copies its initial RAM part.
//!
//! Contract: the image stays where it is, unchanged, as long as the VM lives.

use crate::host::{FIRST_NATIVE, HostFunction};
use crate::{Narrow, Platform, Vm, Width};
use core::ffi::c_void;
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
pub unsafe fn restore<P: Platform<Narrow<P>>>(
    image: *const u8,
    size: usize,
    context: *mut c_void,
    mut resolve: impl FnMut(u16) -> Result<HostFunction<Narrow<P>>, ErrorCode>,
) -> Result<*mut NarrowVm<P>, ErrorCode> {
    // SAFETY: the caller's promise.
    let header = unsafe { check(image, size, P::config().parts())? };
    let imports = imports(header);
    let block = NarrowVm::<P>::allocate_block(vm_size::<P>(imports));
    if block.is_null() {
        return Err(ErrorCode::MallocFail);
    }
    let vm = block
        .wrapping_add(counter_size::<P>())
        .cast::<NarrowVm<P>>();
    // SAFETY: the block has room for the VM. Its fields are written one by one, as nothing else has to
    // be in memory then.
    let vm_ref = unsafe {
        (*vm).bases = [ptr::null_mut(), image.cast_mut().wrapping_sub(1)];
        (*vm).pc = ptr::null();
        (*vm).sp = context.cast();
        (*vm).fp = ptr::null_mut();
        (*vm).segment = ptr::null_mut();
        (*vm).next = RAM_START;
        (*vm).end = RAM_START;
        (*vm).size = 0;
        (*vm).outcome = UNDEFINED;
        &mut *vm
    };
    if let Some(counter) = vm_ref.counter() {
        *counter = -1;
    }
    let loaded = match vm_ref.resolve_imports(&mut resolve) {
        ErrorCode::Success => vm_ref.load_ram(),
        code => code,
    };
    if loaded != ErrorCode::Success {
        // SAFETY: the VM is complete, and nobody else has it.
        unsafe { free(vm) };
        return Err(loaded);
    }
    Ok(vm)
}

/// Checks what an image says of itself.
///
/// # Safety
/// `image` points to `size` bytes.
unsafe fn check<'a>(image: *const u8, size: usize, parts: Parts) -> Result<&'a Header, ErrorCode> {
    const START: u32 = u32::from_le_bytes([MAGIC[0], MAGIC[1], version::VERSION, NARROW]);
    if image.addr() & 3 != 0 {
        return Err(ErrorCode::MallocMustReturnPointerToEvenBoundary);
    }
    if size < HEADER_SIZE {
        return Err(ErrorCode::InvalidBytecode);
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
        return Err(ErrorCode::WrongBytecodeVersion);
    }
    let length = usize::from(header.get(Field::Size));
    if !header.is_ordered() || length > size {
        return Err(ErrorCode::InvalidBytecode);
    }
    // SAFETY: the image has `length` bytes.
    let checked =
        unsafe { core::slice::from_raw_parts(image.add(CHECKED_FROM), length - CHECKED_FROM) };
    if crc::crc32(checked) != checksum {
        return Err(ErrorCode::BytecodeCrcFail);
    }
    let (ram, end) = header.section(Section::Ram);
    let slots = usize::from(header.get(Field::Slots)) + usize::from(header.get(Field::WeakLinks));
    if 2 * slots > end - ram {
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

/// Entries of an image's import table.
fn imports(header: &Header) -> usize {
    let (start, end) = header.section(Section::Imports);
    (end - start) / 2
}

/// Bytes that a VM and what lies around it take: the counter before it, if there is one, and the
/// functions of its imports behind it.
pub(crate) fn vm_size<P: Platform<Narrow<P>>>(imports: usize) -> usize {
    counter_size::<P>() + size_of::<NarrowVm<P>>() + imports * size_of::<HostFunction<Narrow<P>>>()
}

/// Bytes before the VM. As many as a pointer has, so that the VM stays aligned.
fn counter_size<P: Platform<Narrow<P>>>() -> usize {
    match P::config().counting {
        Some(_) => size_of::<usize>(),
        None => 0,
    }
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
    let start = vm.cast::<u8>().wrapping_sub(counter_size::<P>());
    NarrowVm::<P>::release_block(start, vm_size::<P>(imports));
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
        resolve: &mut impl FnMut(u16) -> Result<HostFunction<Narrow<P>>, ErrorCode>,
    ) -> ErrorCode {
        let table = ptr::from_mut(self)
            .wrapping_add(1)
            .cast::<HostFunction<Narrow<P>>>();
        let (imports, _) = self.header().section(Section::Imports);
        for index in 0..self.imports() {
            let id = self.rom_word(imports + 2 * index);
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
    fn load_ram(&mut self) -> ErrorCode {
        let (start, end) = self.header().section(Section::Ram);
        let length = end - start;
        if length > P::config().max_heap as usize {
            return ErrorCode::SnapshotTooLarge;
        }
        if length > 0 {
            let block = Self::allocate_block(length);
            if block.is_null() {
                return ErrorCode::MallocFail;
            }
            Self::copy_bytes(self.bases[1].wrapping_add(1 + start), block, length);
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
    pub fn resolve_export(&self, id: u16) -> u16 {
        let (start, end) = self.header().section(Section::Exports);
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
        // The base is one byte before the image.
        (self.pc as usize).wrapping_sub(self.bases[1] as usize + 1) as u16
    }

    /// The value that a host's word means.
    pub fn host_value(&self, word: u16) -> <Narrow<P> as Width>::Value {
        <Narrow<P> as Width>::from_host(self, word)
    }
}
