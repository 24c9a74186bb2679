//! Narrow: 16-bit values, for devices. See `microvium_format::narrow` for the bits.
//!
//! Contract: ROM is an image that `restore` has accepted; its tables and cells are what the header says.

mod collection;
mod number;
#[cfg(feature = "speed")]
mod shortcut;
mod store;

use crate::host::HostFunction;
#[cfg(not(feature = "speed"))]
use crate::width::Shortcuts;
use crate::width::{Build, Cells, Strings};
use crate::{Config, Fault, Platform, Vm, Width};
use core::marker::PhantomData;
use core::num::NonZeroU32;
use core::ptr;
use microvium_format::code::OWN_PROPERTIES_BIT;
use microvium_format::image::{Field, Section};
use microvium_format::narrow::*;
use microvium_format::native::FIRST_NATIVE;
use microvium_format::{ErrorCode, Kind};

/// The narrow width, with its configuration.
pub struct Narrow<P>(PhantomData<P>);

/// What a VM of this width holds besides.
pub struct State<P> {
    /// The steps that it may still make; negative if they aren't limited.
    pub(crate) steps: i32,
    marker: PhantomData<fn() -> P>,
}

impl<P> State<P> {
    /// Without a limit.
    pub(crate) fn new() -> Self {
        State {
            steps: -1,
            marker: PhantomData,
        }
    }
}

const DICTIONARY: usize = Kind::Dictionary as usize;
const OBJECT: usize = Kind::Object as usize;
const ARRAY: usize = Kind::Array as usize;
const PACKED: usize = Kind::Packed as usize;
const STRING: usize = Kind::String as usize;
const NUMBER: usize = Kind::Number as usize;
const PROPERTY: usize = Kind::Property as usize;
const INDIRECT: usize = Kind::Indirect as usize;

const fn value(word: u16) -> NonZeroU32 {
    match NonZeroU32::new(word as u32) {
        Some(value) => value,
        // No word is 0; were one, it would be undefined.
        None => NonZeroU32::MIN,
    }
}

/// The same for what is known to be a value.
#[inline(always)]
fn known(word: u16) -> NonZeroU32 {
    debug_assert!(word != 0);
    // SAFETY: words of values are never 0: RAM offsets begin at RAM_START, others have a tag bit.
    unsafe { NonZeroU32::new_unchecked(word.into()) }
}

impl<P: Platform<Narrow<P>>> Vm<Narrow<P>> {
    /// The calls that run, the innermost first.
    #[cfg(feature = "embed")]
    pub fn running(&self) -> impl Iterator<Item = crate::embed::Frame> {
        // The base is one byte before the image.
        let offset = |at: *const u8| (at as usize).wrapping_sub(self.bases[1] as usize + 1);
        self.frames().filter_map(move |(callee, pc)| {
            let function = self.function_of(callee)?;
            Some(crate::embed::Frame {
                function: offset(Narrow::<P>::code(self, function)),
                end: offset(pc),
            })
        })
    }

    /// A 16-bit word of the image.
    #[inline(always)]
    pub(crate) fn rom_word(&self, offset: usize) -> u16 {
        let address = self.bases[1].wrapping_add(offset + 1).cast::<u16>();
        // SAFETY: callers stay inside the image.
        unsafe { *address }
    }

    /// The value that a ROM word means: an even one is a link slot.
    #[cfg_attr(feature = "speed", inline(always))]
    #[cfg_attr(not(feature = "speed"), inline(never))]
    fn rom_value(&self, word: u16) -> NonZeroU32 {
        if word & 1 == 0 {
            return value(Self::read(Self::word_at(self.bases[0], word.into(), 0)));
        }
        known(word)
    }

    /// The value in a table of the image.
    #[cfg_attr(feature = "speed", inline(always))]
    #[cfg_attr(not(feature = "speed"), inline(never))]
    fn table_value(&self, offset: usize) -> NonZeroU32 {
        self.rom_value(self.rom_word(offset))
    }

    /// The string in ROM that is like this one.
    fn find_string(&self, string: NonZeroU32) -> Option<NonZeroU32> {
        // Most have another length, which the header says.
        let header = self.word(string, 0);
        let mut offset = self.header_field(Field::Strings);
        while offset < self.header_field(Field::Size) {
            let other = known(rom(offset as u16));
            let found = self.rom_word(offset);
            if found == header && Narrow::<P>::equal_primitives(self, other, string) {
                return Some(other);
            }
            let words = Narrow::<P>::size(self, found, self.rom_word(offset + WORD));
            offset += (words * WORD + ROM_ALIGN - 1) & !(ROM_ALIGN - 1);
        }
        None
    }
}

impl<P: Platform<Narrow<P>>> Width for Narrow<P> {
    type Word = u16;
    type Value = NonZeroU32;
    type Offset = u16;
    type State = State<P>;
    const UNDEFINED: NonZeroU32 = value(UNDEFINED);
    const NULL: NonZeroU32 = value(NULL);
    const FALSE: NonZeroU32 = value(FALSE);
    const TRUE: NonZeroU32 = value(TRUE);
    const EMPTY: NonZeroU32 = value(EMPTY);
    const HEAP_START: usize = RAM_START as usize;
    #[inline(always)]
    fn primitive(number: u8) -> NonZeroU32 {
        value(UNDEFINED + (NULL - UNDEFINED) * u16::from(number))
    }
    const MAX_HEAP: usize = 0xFFFC;
    fn config() -> &'static Config<Self> {
        P::config()
    }
    fn max_heap() -> usize {
        (P::config().max_heap as usize).min(Self::MAX_HEAP)
    }
    #[inline(always)]
    fn from_offset(offset: u16) -> usize {
        offset.into()
    }
    #[inline(always)]
    fn to_offset(offset: usize) -> u16 {
        offset as u16
    }
    #[inline(always)]
    fn from_word(word: u16) -> NonZeroU32 {
        known(word)
    }
    #[inline(always)]
    fn to_word(value: NonZeroU32) -> u16 {
        value.get() as u16
    }
    fn fault(code: ErrorCode) -> NonZeroU32 {
        value(fault(code))
    }
    fn as_fault(value: NonZeroU32) -> Option<ErrorCode> {
        // The lowest two bits go to the top: what is no fault becomes too large.
        let code = value.get().wrapping_sub(FIRST_FAULT.into()).rotate_right(2);
        ErrorCode::from_code(u8::try_from(code).ok()?)
    }
    fn is_falsy(value: NonZeroU32) -> bool {
        const FALSY: u32 = 1 << UNDEFINED
            | 1 << NULL
            | 1 << FALSE
            | 1 << NAN
            | 1 << NEGATIVE_ZERO
            | 1 << integer(0);
        let word = value.get();
        word < FIRST_CELL.into() && FALSY >> word & 1 != 0
    }
    /// There is one form of every number and of every text, up to the last byte of the last word.
    #[inline(never)]
    fn equal_primitives(vm: &Vm<Self>, a: NonZeroU32, b: NonZeroU32) -> bool {
        let kind = vm.kind(a);
        if kind != Kind::String as usize && kind != Kind::Number as usize || vm.kind(b) != kind {
            return false;
        }
        let words = Self::size(vm, vm.word(a, 0), vm.word(a, 1));
        (0..words).all(|index| vm.word(a, index) == vm.word(b, index))
    }
    #[cfg(feature = "embed")]
    #[cold]
    fn thrown(vm: &mut Vm<Self>) {
        if let Some(tracer) = P::tracer() {
            let word = Self::to_word(vm.outcome()).into();
            tracer.with_borrow_mut(|it| it.thrown(vm, word, &mut vm.running()));
        }
    }
    #[cfg(feature = "embed")]
    #[cold]
    fn visited(vm: &mut Vm<Self>) {
        if let Some(tracer) = P::tracer() {
            tracer.with_borrow_mut(|it| it.visited(vm.running().next()));
        }
    }
    #[cfg(feature = "embed")]
    #[cold]
    fn caught(_: &mut Vm<Self>) {
        if let Some(tracer) = P::tracer() {
            tracer.with_borrow_mut(crate::embed::Tracer::caught);
        }
    }
    #[cfg(feature = "embed")]
    fn making(_: &mut Vm<Self>) {
        if let Some(tracer) = P::tracer() {
            tracer.with_borrow_mut(crate::embed::Tracer::making);
        }
    }
    #[cfg(feature = "embed")]
    fn made(vm: &mut Vm<Self>, instance: NonZeroU32) {
        if let Some(tracer) = P::tracer() {
            let word = Self::to_word(instance).into();
            tracer.with_borrow_mut(|it| it.made(vm, instance, word, true, &mut vm.running()));
        }
    }
    /// All but the lowest bit of the position in the first word, that bit and the number in the second;
    /// both words are odd.
    #[inline(always)]
    fn pack_record(vm: &Vm<Self>, pc: *const u8, number: usize) -> (u16, u16) {
        let offset = (pc as usize).wrapping_sub(vm.bases[1] as usize + 1);
        let lowest = offset & 1;
        (
            (offset | 1) as u16,
            ((number << 1 | lowest) << 1 | 1) as u16,
        )
    }
    #[inline(always)]
    fn unpack_record(vm: &Vm<Self>, [offset, number]: [u16; 2]) -> (*const u8, usize) {
        let number = usize::from(number) >> 1;
        // The base is one byte before the image.
        let pc = vm.bases[1].wrapping_add(usize::from(offset) + (number & 1));
        (pc, number >> 1)
    }
    #[inline(always)]
    fn constant(vm: &Vm<Self>, index: usize) -> NonZeroU32 {
        vm.table_value(microvium_format::image::HEADER_SIZE + 2 * index)
    }
    #[inline(always)]
    fn variable(vm: &Vm<Self>, index: usize) -> NonZeroU32 {
        Self::from_word(Vm::<Self>::read(Vm::<Self>::word_at(
            vm.bases[0],
            Self::HEAP_START,
            index,
        )))
    }
    #[inline(always)]
    fn set_variable(vm: &mut Vm<Self>, index: usize, value: NonZeroU32) {
        Vm::<Self>::write(
            Vm::<Self>::word_at(vm.bases[0], Self::HEAP_START, index),
            Self::to_word(value),
        );
    }
    #[inline(never)]
    fn builtin(vm: &Vm<Self>, index: usize) -> NonZeroU32 {
        let (start, end) = vm.header().section(Section::Builtins);
        let offset = start + 2 * index;
        if offset < end {
            vm.table_value(offset)
        } else {
            Self::UNDEFINED
        }
    }
    fn call_host(vm: &mut Vm<Self>, index: usize, arguments: usize) -> Result<NonZeroU32, Fault> {
        let (start, _) = vm.header().section(Section::Imports);
        let id = vm.rom_word(start + 2 * index);
        if id >= FIRST_NATIVE {
            return vm.call_native(id, arguments);
        }
        let function: HostFunction<Self> = crate::restore::import(vm, index);
        vm.call_host_function(function, id, arguments)
    }
    #[inline(always)]
    fn step(vm: &mut Vm<Self>) -> Result<(), Fault> {
        let steps = vm.state.steps;
        if steps == 0 {
            return vm.fault(ErrorCode::InstructionCountReached);
        }
        if steps > 0 {
            vm.state.steps = steps - 1;
        }
        Ok(())
    }
    /// A host may pass a value that `resolve_export` gave it: the offset of a link slot.
    fn from_host(vm: &Vm<Self>, word: u16) -> NonZeroU32 {
        if word & 1 == 0 && usize::from(word) < vm.slots_end() {
            return vm.rom_value(word);
        }
        value(word)
    }
}

impl<P: Platform<Narrow<P>>> Cells<Self> for Narrow<P> {
    const MAX_ARRAY: usize = microvium_format::narrow::MAX_ARRAY;
    #[inline(always)]
    fn is_cell(value: NonZeroU32) -> bool {
        let word = value.get();
        word & 1 == 0 || word & 2 == 0 && (FIRST_CELL.into()..FIRST_FAULT.into()).contains(&word)
    }
    #[inline(always)]
    fn in_ram(value: NonZeroU32) -> bool {
        value.get() & 1 == 0
    }
    #[inline(always)]
    fn address(vm: &Vm<Self>, cell: NonZeroU32) -> *mut u16 {
        let word = cell.get() as usize;
        // SAFETY: the index is 0 or 1.
        let base = unsafe { *vm.bases.get_unchecked(word & 1) };
        base.wrapping_add(word).cast()
    }
    #[inline(always)]
    fn reference(offset: usize) -> NonZeroU32 {
        known(offset as u16)
    }
    #[inline(always)]
    fn offset(cell: NonZeroU32) -> usize {
        cell.get() as usize
    }
    #[inline(always)]
    fn load(vm: &Vm<Self>, cell: NonZeroU32, word: u16) -> NonZeroU32 {
        if cell.get() & 1 != 0 {
            vm.rom_value(word)
        } else {
            Self::from_word(word)
        }
    }
    #[inline(always)]
    fn header(kind: Kind, count: usize) -> u16 {
        header(kind, count as u16)
    }
    #[inline(always)]
    fn kind(header: u16) -> usize {
        kind_of(header).into()
    }
    #[inline(always)]
    fn count(header: u16) -> usize {
        count_of(header).into()
    }
    fn array_first(length: usize) -> usize {
        if length < LONG.into() { 1 } else { 2 }
    }
    #[cfg_attr(feature = "speed", inline(always))]
    #[cfg_attr(not(feature = "speed"), inline(never))]
    fn array_length(vm: &Vm<Self>, array: NonZeroU32) -> (usize, usize) {
        match vm.count(array) {
            count if count >= LONG.into() => (from_long_count(vm.word(array, 1)).into(), 2),
            count => (count, 1),
        }
    }
    #[cfg_attr(feature = "speed", inline(always))]
    #[cfg_attr(not(feature = "speed"), inline(never))]
    fn set_array_length(vm: &mut Vm<Self>, array: NonZeroU32, length: usize) -> usize {
        let first = Self::array_first(length);
        if first == 2 {
            vm.set_word(array, 1, long_count(length as u16));
        }
        vm.set_word(
            array,
            0,
            header(Kind::Array, length.min(LONG.into()) as u16),
        );
        first
    }
    #[inline(always)]
    fn is_typed(vm: &Vm<Self>, packed: NonZeroU32) -> bool {
        vm.word(packed, 0) == header(Kind::Packed, TYPED)
    }
    const TYPED_FIRST: usize = 2;
    fn frame_typed(vm: &mut Vm<Self>, bytes: NonZeroU32, length: usize) {
        vm.set_word(bytes, 0, header(Kind::Packed, TYPED));
        vm.set_word(bytes, 1, long_count(length as u16));
    }
    #[cfg_attr(not(feature = "speed"), inline(never))]
    fn size(vm: &Vm<Self>, header: u16, first: u16) -> usize {
        let count = Self::count(header);
        match Self::kind(header) {
            OBJECT => 2 + vm.count(known(first)),
            DICTIONARY => 2 + 2 * array_capacity(count),
            ARRAY if count == LONG.into() => 2 + array_capacity(from_long_count(first).into()),
            ARRAY => 1 + array_capacity(count),
            // Others are in ROM.
            PACKED => 2 + Vm::<Self>::packed_words(from_long_count(first).into()),
            STRING => {
                let mut length = count >> 1;
                if length == LONG_STRING.into() {
                    length = WORD + usize::from(first);
                }
                2 + length / WORD
            }
            NUMBER => 1 + count / WORD,
            PROPERTY => 3,
            // Its count isn't a number of words.
            INDIRECT => 2,
            _ => 1 + count.max(1),
        }
    }
    /// Kinds below String are those of values; others that have some are in ROM.
    #[inline(always)]
    fn has_values(kind: usize) -> bool {
        const BELOW: u32 = (1 << STRING) - 1;
        const { assert!(Kind::OF_VALUES & BELOW == BELOW && Kind::IN_RAM & !BELOW == 0) };
        kind < STRING
    }
    /// Only where analysis says so is there room for own properties.
    #[inline(always)]
    fn closure_words(vm: &Vm<Self>, function: NonZeroU32) -> usize {
        2 + usize::from(vm.word(function, 0) >> OWN_PROPERTIES_BIT & 1)
    }
    #[inline(always)]
    fn code(vm: &Vm<Self>, function: NonZeroU32) -> *const u8 {
        Self::address(vm, function).cast()
    }
}

impl<P: Platform<Narrow<P>>> Strings<Self> for Narrow<P> {
    const MAX_TEXT: usize = 0xFFF0;
    fn frame_string(vm: &mut Vm<Self>, string: NonZeroU32, length: usize, words: usize) {
        vm.set_word(string, words, 0);
        if length >= LONG_STRING.into() {
            vm.set_word(string, 1, length as u16);
        }
        vm.set_word(
            string,
            0,
            string_header(length.min(LONG_STRING.into()) as u16, true),
        );
    }
    fn clear_ascii(vm: &mut Vm<Self>, string: NonZeroU32) {
        const ASCII: u16 = string_header(0, true) ^ string_header(0, false);
        let header = Vm::<Self>::word_at(vm.bases[0], Self::offset(string), 0);
        Vm::<Self>::write(header, Vm::<Self>::read(header) & !ASCII);
    }
    fn string_prefix(length: usize) -> usize {
        if length < LONG_STRING.into() {
            WORD
        } else {
            2 * WORD
        }
    }
    #[cfg_attr(feature = "speed", inline(always))]
    #[cfg_attr(not(feature = "speed"), inline(never))]
    fn text(vm: &Vm<Self>, string: NonZeroU32) -> *mut [u8] {
        let length = vm.count(string) >> 1;
        if length == LONG_STRING.into() {
            let length = vm.word(string, 1).into();
            return ptr::slice_from_raw_parts_mut(vm.bytes(string, 2 * WORD), length);
        }
        ptr::slice_from_raw_parts_mut(vm.bytes(string, WORD), length)
    }
    #[inline(always)]
    fn is_ascii(vm: &Vm<Self>, string: NonZeroU32) -> bool {
        vm.count(string) & 1 != 0
    }
    /// A string that is in ROM is there once, and as a key it is that one. Any other is compared by its
    /// text, see `find`.
    #[inline(never)]
    fn intern(vm: &mut Vm<Self>, string: NonZeroU32) -> Result<NonZeroU32, Fault> {
        if Self::in_ram(string)
            && let Some(found) = vm.find_string(string)
        {
            return Ok(found);
        }
        Ok(string)
    }
}

impl<P: Platform<Narrow<P>>> Build<Self> for Narrow<P> {
    const BUILDS: bool = false;
    fn call_ephemeral(
        vm: &mut Vm<Self>,
        callee: NonZeroU32,
        _: usize,
    ) -> Result<NonZeroU32, Fault> {
        vm.throw(callee)
    }
}

#[cfg(not(feature = "speed"))]
impl<P: Platform<Narrow<P>>> Shortcuts<Self> for Narrow<P> {}
