//! The functions as a host calls them.

mod later;

use crate::handle::*;
use crate::memory::*;
use crate::parts::*;
use crate::value::*;
use crate::vm::*;
use crate::{Vm, Width};
use core::ffi::{CStr, c_void};
use core::ptr;
use microvium_engine::statistics::MemoryStatistics;
use microvium_engine::{Config, Handle, HostFunction};
use microvium_format::image::{CHECKED_FROM, Field};
use microvium_format::{ErrorCode, ValueType, crc};
use std::alloc::{Layout, alloc, dealloc};
use std::cell::{Cell, RefCell};
use toolchain::{Build, Loader};

thread_local! {
    /// Bytes that the engine holds.
    static HELD: Cell<usize> = const { Cell::new(0) };
    /// What import 1 was called with.
    static PRINTED: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

unsafe extern "C" fn allocate(size: usize) -> *mut u8 {
    if size == 0 {
        return ptr::null_mut();
    }
    HELD.set(HELD.get() + size);
    let layout = Layout::from_size_align(size, 8).expect("a small block");
    // SAFETY: the block isn't empty.
    unsafe { alloc(layout) }
}

unsafe extern "C" fn release(block: *mut u8, size: usize) {
    HELD.set(HELD.get() - size);
    let layout = Layout::from_size_align(size, 8).expect("a small block");
    // SAFETY: the block came from `allocate`, with this size.
    unsafe { dealloc(block, layout) }
}

#[unsafe(no_mangle)]
static mvm_config: Config<Width> = Config {
    allocate,
    release,
    max_heap: 2048,
    heap_slack: 64,
    stack_segment: 48,
    max_stack: 512,
    float: Some(&mvm_float),
    float_text: Some(&mvm_floatText),
    power: Some(&mvm_power),
    counting: Some(&mvm_counting),
    library: Some(&mvm_library),
    typed_arrays: Some(&mvm_typedArrays),
    weak: Some(&mvm_weak),
    verifier: Some(&mvm_verifier),
};

struct Script(&'static str);

impl Loader for Script {
    fn resolve(&mut self, _: &str, specifier: &str) -> Result<String, String> {
        Err(specifier.to_owned())
    }
    fn load(&mut self, _: &str) -> Result<String, String> {
        Ok(self.0.to_owned())
    }
}

/// An image, aligned.
struct Image {
    words: Vec<u32>,
    size: usize,
}

impl Image {
    fn new(bytes: &[u8]) -> Image {
        let words = bytes.chunks(4).map(|chunk| {
            let mut word = [0; 4];
            word[..chunk.len()].copy_from_slice(chunk);
            u32::from_ne_bytes(word)
        });
        Image {
            words: words.collect(),
            size: bytes.len(),
        }
    }

    /// The snapshot of a script, changed.
    fn of(source: &'static str, change: impl FnOnce(&mut Vec<u8>)) -> Image {
        let mut build = Build::new(Box::new(|_, _| ()), 1_000_000).expect("a build");
        build
            .evaluate("main.js", &mut Script(source))
            .unwrap_or_else(|error| panic!("{error}"));
        let snapshot = build.snapshot().unwrap_or_else(|error| panic!("{error}"));
        let mut bytes = snapshot.bytes().to_vec();
        change(&mut bytes);
        Image::new(&bytes)
    }
}

/// Import 1: keeps its arguments as text and returns their number. Calls what is a function.
unsafe extern "C" fn print(
    vm: *mut Vm,
    id: u16,
    result: *mut u16,
    arguments: *mut u16,
    count: u8,
) -> i32 {
    assert_eq!(id, 1);
    // SAFETY: what the engine passes, and nobody else uses the VM.
    unsafe {
        let vm = &mut *vm;
        assert_eq!(mvm_getContext(vm), CONTEXT as *mut c_void);
        assert!(mvm_getCurrentAddress(vm) > 0);
        for i in 0..usize::from(count) {
            let argument = *arguments.add(i);
            if mvm_typeOf(vm, argument) == ValueType::Function as i32 {
                let code = mvm_call(vm, argument, result, ptr::null(), 0);
                assert_eq!(code, ErrorCode::Success as i32);
            }
            let argument = text(vm, *arguments.add(i)).unwrap_or("[object]".to_owned());
            PRINTED.with_borrow_mut(|printed| printed.push(argument));
        }
        *result = mvm_newInt32(vm, count.into());
    }
    ErrorCode::Success as i32
}

const CONTEXT: usize = 0x1234;

unsafe extern "C" fn resolve(
    id: u16,
    context: *mut c_void,
    function: &mut Option<HostFunction<Width>>,
) -> i32 {
    assert_eq!(context as usize, CONTEXT);
    *function = match id {
        1 => Some(print),
        7 => Some(later::begin),
        _ => return ErrorCode::UnresolvedImport as i32,
    };
    ErrorCode::Success as i32
}

fn text(vm: &mut Vm, value: u16) -> Option<String> {
    let mut size = 0;
    // SAFETY: `vm` is a VM.
    let text = unsafe { mvm_toStringUtf8(vm, value, Some(&mut size)) };
    if text.is_null() {
        return None;
    }
    // SAFETY: the text has a NUL behind it.
    let text = unsafe { CStr::from_ptr(text) }.to_str().expect("UTF-8");
    assert_eq!(text.len(), size);
    Some(text.to_owned())
}

/// A VM with its image.
struct Machine {
    vm: *mut Vm,
    _image: Image,
}

impl Machine {
    fn restore(image: Image) -> Result<Machine, ErrorCode> {
        let mut vm = ptr::dangling_mut();
        let bytes = image.words.as_ptr().cast();
        // SAFETY: the image lives as long as the VM.
        let code =
            unsafe { mvm_restore(&mut vm, bytes, image.size, CONTEXT as *mut c_void, resolve) };
        match ErrorCode::from_code(code as u8).expect("a code") {
            ErrorCode::Success => Ok(Machine { vm, _image: image }),
            code => {
                assert!(vm.is_null());
                assert_eq!(HELD.get(), 0);
                Err(code)
            }
        }
    }

    fn of(source: &'static str) -> Machine {
        Machine::restore(Image::of(source, |_| ())).expect("an image")
    }

    #[allow(clippy::mut_from_ref)]
    fn vm(&self) -> &mut Vm {
        // SAFETY: the VM lives, and a test uses it from one place at a time.
        unsafe { &mut *self.vm }
    }

    fn export(&self, id: u16) -> u16 {
        let mut value = 0;
        // SAFETY: one id, one result.
        let code = unsafe { mvm_resolveExports(self.vm(), &id, &mut value, 1) };
        assert_eq!(code, ErrorCode::Success as i32);
        value
    }

    fn call(&self, id: u16, arguments: &[u16]) -> (ErrorCode, u16) {
        let mut result = 0;
        let function = self.export(id);
        let count = arguments.len() as u8;
        // SAFETY: so many arguments, one result.
        let code = unsafe { mvm_call(self.vm(), function, &mut result, arguments.as_ptr(), count) };
        (ErrorCode::from_code(code as u8).expect("a code"), result)
    }

    /// The text of what a call returns.
    fn text_of(&self, id: u16, arguments: &[u16]) -> Option<String> {
        let (code, result) = self.call(id, arguments);
        assert_eq!(code, ErrorCode::Success);
        text(self.vm(), result)
    }

    fn string(&self, text: &str) -> u16 {
        // SAFETY: the text has so many bytes.
        unsafe { mvm_newString(self.vm(), text.as_ptr(), text.len()) }
    }

    fn number(&self, number: f64) -> u16 {
        // SAFETY: `vm` is a VM.
        unsafe { mvm_newNumber(self.vm(), number) }
    }

    fn collect(&self) {
        // SAFETY: as above.
        unsafe { mvm_runGC(self.vm(), true) }
    }
}

impl Drop for Machine {
    fn drop(&mut self) {
        // SAFETY: nothing uses it any more.
        unsafe { mvm_free(self.vm) };
        assert_eq!(HELD.get(), 0);
    }
}

#[test]
fn an_export_is_called_with_arguments() {
    let machine = Machine::of("vmExport(7, (a, b) => a + b)");
    // A small integer needs no memory, so that making it moves nothing.
    let five = machine.number(5.0);
    let string = machine.string("a\u{e9}");
    assert_eq!(
        machine.text_of(7, &[string, five]).as_deref(),
        Some("a\u{e9}5")
    );
    let large = machine.number(1e300);
    assert_eq!(
        machine.text_of(7, &[large, five]).as_deref(),
        Some("1e+300")
    );
}

#[test]
fn an_export_that_is_not_there_is_undefined() {
    let machine = Machine::of("vmExport(7, 1)");
    let mut results = [0; 2];
    // SAFETY: two ids, two results.
    let code =
        unsafe { mvm_resolveExports(machine.vm(), [8, 7].as_ptr(), results.as_mut_ptr(), 2) };
    assert_eq!(code, ErrorCode::UnresolvedExport as i32);
    assert_eq!(results[0], mvm_undefined);
    assert_eq!(text(machine.vm(), results[1]).as_deref(), Some("1"));
}

#[test]
fn a_host_function_gets_arguments_and_may_call_back() {
    let machine = Machine::of(
        "const print = vmImport(1);
         let calls = 0;
         vmExport(1, () => print('a', 2.5, () => { calls++; 'b' + calls }, null) + calls * 10)",
    );
    PRINTED.take();
    assert_eq!(machine.text_of(1, &[]).as_deref(), Some("14"));
    assert_eq!(PRINTED.take(), ["a", "2.5", "[object]", "null"]);
}

#[test]
fn an_object_that_the_host_passes_back_is_converted_only_where_the_script_converts_some() {
    let only_host = "const four = { valueOf() { return 4; } };
         vmExport(1, four); vmExport(2, (x) => x * 2)";
    let script_too = "const four = { valueOf() { return 4; } }; const twice = (x) => x * 2;
         vmExport(1, four); vmExport(2, twice); vmExport(3, () => twice(four))";
    let machine = Machine::of(only_host);
    let (code, _) = machine.call(2, &[machine.export(1)]);
    assert_eq!(code, ErrorCode::MissingLibrary);
    drop(machine);
    let machine = Machine::of(script_too);
    let eight = machine.text_of(2, &[machine.export(1)]);
    assert_eq!(eight.as_deref(), Some("8"));
    assert_eq!(machine.text_of(3, &[]).as_deref(), Some("8"));
}

#[test]
fn handles_find_what_a_collection_moves() {
    let machine = Machine::of("const list = [1]; vmExport(1, list); vmExport(2, l => l.length)");
    let (mut string, mut copy, mut list) = (Handle::new(), Handle::new(), Handle::new());
    let vm = machine.vm();
    // SAFETY: the handles are released before they are gone.
    unsafe {
        for _ in 0..4 {
            machine.string("garbage that is in the way");
        }
        mvm_initializeHandle(vm, &mut string);
        string.value = machine.string("kept");
        mvm_cloneHandle(vm, &mut copy, &string);
        mvm_initializeHandle(vm, &mut list);
        list.value = machine.export(1);
        let before = string.value;
        machine.collect();
        assert_ne!(string.value, before);
        assert_eq!(string.value, copy.value);
        assert_eq!(text(vm, string.value).as_deref(), Some("kept"));
        assert_eq!(machine.text_of(2, &[list.value]).as_deref(), Some("1"));
        for handle in [&mut copy, &mut string, &mut list] {
            assert_eq!(mvm_releaseHandle(vm, handle), ErrorCode::Success as i32);
            let again = mvm_releaseHandle(vm, handle);
            assert_eq!(again, ErrorCode::InvalidHandle as i32);
        }
        machine.collect();
        let mut statistics = MemoryStatistics::default();
        mvm_getMemoryStats(vm, &mut statistics);
        assert!(statistics.virtual_heap_used < 32);
    }
}

#[test]
fn values_are_read_and_made() {
    let machine = Machine::of(
        "class C {}
         vmExport(1, undefined); vmExport(2, true); vmExport(3, 4294967297.5); vmExport(4, 'x');
         vmExport(5, () => 0); vmExport(6, { a: 1 }); vmExport(7, [1, 2]); vmExport(8, C);
         vmExport(9, NaN); vmExport(10, null)",
    );
    use ValueType::*;
    let types = [
        Undefined, Boolean, Number, String, Function, Object, Array, Class, Number, Null,
    ];
    let vm = machine.vm();
    // SAFETY: `vm` is a VM.
    unsafe {
        for (id, expected) in (1..).zip(types) {
            assert_eq!(mvm_typeOf(vm, machine.export(id)), expected as i32, "{id}");
        }
        assert!(mvm_toBool(vm, machine.export(4)) && !mvm_toBool(vm, machine.export(9)));
        assert!(mvm_isNaN(machine.export(9)) && !mvm_isNaN(machine.export(3)));
        assert_eq!(mvm_toInt32(vm, machine.export(3)), 1);
        assert_eq!(mvm_toFloat64(vm, machine.export(3)), 4294967297.5);
        assert!(mvm_toFloat64(vm, machine.export(6)).is_nan());
        assert_eq!(mvm_stringSizeUtf8(vm, machine.export(4)), 1);
        assert!(text(vm, machine.export(6)).is_none());
        let made = machine.number(4294967297.5);
        assert!(mvm_equal(vm, made, machine.export(3)));
        let zero = mvm_newInt32(vm, 0);
        assert!(mvm_equal(vm, machine.number(-0.0), zero));
        assert!(!mvm_equal(vm, machine.export(9), machine.export(9)));
        let long = mvm_newInt32(vm, i32::MIN);
        assert_eq!(mvm_toInt32(vm, long), i32::MIN);
        assert!(mvm_toBool(vm, mvm_newBoolean(true)));
        assert_eq!(mvm_typeOf(vm, mvm_null), Null as i32);
    }
}

#[test]
fn a_class_is_constructed() {
    let machine = Machine::of(
        "class Point { constructor(x) { this.x = x } }
         vmExport(1, Point); vmExport(2, point => point instanceof Point ? point.x : -1)",
    );
    let (code, point) = machine.call(1, &[machine.number(5.0)]);
    assert_eq!(code, ErrorCode::Success);
    assert_eq!(machine.text_of(2, &[point]).as_deref(), Some("5"));
}

#[test]
fn what_is_thrown_comes_back() {
    let machine = Machine::of(
        "vmExport(1, () => { throw 'no' }); vmExport(2, () => undefined.x); vmExport(3, 3)",
    );
    let (code, thrown) = machine.call(1, &[]);
    assert_eq!(code, ErrorCode::UncaughtException);
    assert_eq!(text(machine.vm(), thrown).as_deref(), Some("no"));
    let (code, result) = machine.call(2, &[]);
    assert_eq!(
        (code, result),
        (ErrorCode::PropertyOfNullish, mvm_undefined)
    );
    assert_eq!(
        machine.call(3, &[]).0,
        ErrorCode::TypeErrorTargetIsNotCallable
    );
}

#[test]
fn memory_and_stack_run_out_without_harm() {
    let machine = Machine::of(
        "vmExport(1, () => { const all = []; for (;;) all.push([]) });
         const deeper = () => deeper() + 1; vmExport(2, deeper); vmExport(3, () => 3)",
    );
    assert_eq!(machine.call(1, &[]).0, ErrorCode::OutOfMemory);
    assert_eq!(machine.call(2, &[]).0, ErrorCode::StackOverflow);
    assert_eq!(machine.text_of(3, &[]).as_deref(), Some("3"));
}

#[test]
fn an_endless_loop_is_stopped() {
    let machine = Machine::of("vmExport(1, () => { for (;;); }); vmExport(2, () => 2)");
    let vm = machine.vm();
    // SAFETY: `vm` is a VM.
    unsafe {
        assert_eq!(mvm_getInstructionCountRemaining(vm), -1);
        mvm_stopAfterNInstructions(vm, 1000);
        assert_eq!(machine.call(1, &[]).0, ErrorCode::InstructionCountReached);
        assert_eq!(mvm_getInstructionCountRemaining(vm), 0);
        mvm_stopAfterNInstructions(vm, -1);
    }
    assert_eq!(machine.text_of(2, &[]).as_deref(), Some("2"));
}

#[test]
fn statistics_account_for_every_byte() {
    let machine = Machine::of("const print = vmImport(1); vmExport(1, () => print(1))");
    let statistics = || {
        let mut statistics = MemoryStatistics::default();
        // SAFETY: `vm` is a VM.
        unsafe { mvm_getMemoryStats(machine.vm(), &mut statistics) };
        assert_eq!(statistics.total_size, HELD.get());
        statistics
    };
    assert_eq!(statistics().fragment_count, 1);
    assert_eq!(statistics().import_table_size, size_of::<usize>());
    machine.string("some");
    let after = statistics();
    assert_eq!(after.fragment_count, 2);
    assert_eq!((after.virtual_heap_used, after.stack_height), (8, 0));
}

/// Changes a field of the header, and makes the checksum right.
fn set_field(bytes: &mut [u8], field: Field, value: u16) {
    let at = CHECKED_FROM + 2 * field as usize;
    bytes[at..at + 2].copy_from_slice(&value.to_le_bytes());
    let checksum = crc::crc32(&bytes[CHECKED_FROM..]);
    bytes[4..8].copy_from_slice(&checksum.to_le_bytes());
}

#[test]
fn a_bad_image_is_refused_by_its_error() {
    let source = "vmExport(1, vmImport(1))";
    let refused = |change: fn(&mut Vec<u8>)| {
        let restored = Machine::restore(Image::of(source, change));
        restored.err().expect("an error")
    };
    assert_eq!(refused(|it| it[0] = b'X'), ErrorCode::WrongBytecodeVersion);
    assert_eq!(refused(|it| it[2] += 1), ErrorCode::WrongBytecodeVersion);
    assert_eq!(refused(|it| it[3] = 64), ErrorCode::WrongBytecodeVersion);
    let damage = |it: &mut Vec<u8>| *it.last_mut().expect("a byte") ^= 1;
    assert_eq!(refused(damage), ErrorCode::BytecodeCrcFail);
    assert_eq!(refused(|it| it.truncate(30)), ErrorCode::InvalidBytecode);
    assert_eq!(refused(|it| it.truncate(3)), ErrorCode::InvalidBytecode);
    assert_eq!(refused(Vec::clear), ErrorCode::InvalidBytecode);
    let long_table = |it: &mut Vec<u8>| set_field(it, Field::Imports, 0xFFFF);
    assert_eq!(refused(long_table), ErrorCode::InvalidBytecode);
    let foreign_part = |it: &mut Vec<u8>| set_field(it, Field::Needs, 1 << 15);
    assert_eq!(refused(foreign_part), ErrorCode::RequiresLaterEngine);
    let missing = Machine::restore(Image::of("vmExport(1, vmImport(2))", |_| ()));
    assert_eq!(missing.err(), Some(ErrorCode::UnresolvedImport));
    let large = "vmExport(1, []); const a = []; for (let i = 0; i < 1100; i++) a.push([i]);
                 vmExport(2, (i, x) => { a[i].push(x); a[i][0] = x })";
    let large = Machine::restore(Image::of(large, |_| ()));
    assert_eq!(large.err(), Some(ErrorCode::SnapshotTooLarge));
}

#[test]
fn a_misaligned_image_is_refused() {
    let image = Image::of("vmExport(1, 1)", |_| ());
    let mut vm = ptr::null_mut();
    let odd = image.words.as_ptr().cast::<u8>().wrapping_add(2);
    // SAFETY: restoring doesn't read a misaligned image.
    let code = unsafe { mvm_restore(&mut vm, odd, image.size - 2, ptr::null_mut(), resolve) };
    assert_eq!(
        code,
        ErrorCode::MallocMustReturnPointerToEvenBoundary as i32
    );
    // SAFETY: null may be freed.
    unsafe { mvm_free(vm) };
}

#[test]
fn bytes_go_in_and_out() {
    let machine = Machine::of(
        "const table = new Uint8Array([1, 2, 3]);
         vmExport(1, table);
         vmExport(2, (bytes) => { bytes[0] += 1; return bytes; });
         vmExport(3, () => table[0] + table[1] * 256);
         vmExport(4, (bytes) => bytes.length + ':' + bytes.slice(1).join());",
    );
    let vm = machine.vm();
    // SAFETY: `vm` is a VM, and what is read is read before the next collection.
    unsafe {
        let made = mvm_uint8ArrayFromBytes(vm, [255, 7].as_ptr(), 2);
        assert_eq!(mvm_typeOf(vm, made), ValueType::Uint8Array as i32);
        let (code, result) = machine.call(2, &[made]);
        assert_eq!(code, ErrorCode::Success);
        let view = |value: u16| {
            let mut size = 0;
            let data = mvm_uint8ArrayView(machine.vm(), value, Some(&mut size));
            core::slice::from_raw_parts(data, size).to_vec()
        };
        assert_eq!(view(result), [0, 7]);
        assert_eq!(machine.text_of(4, &[result]).as_deref(), Some("2:7"));

        // The script's own lie in the image until somebody may write them.
        let (mut data, mut size) = (ptr::null_mut(), 0);
        let code = mvm_uint8ArrayToBytes(vm, machine.export(1), &mut data, &mut size);
        assert_eq!((code, size), (ErrorCode::Success as i32, 3));
        *data.add(1) = 4;
        assert_eq!(view(machine.export(1)), [1, 4, 3]);
        assert_eq!(machine.text_of(3, &[]).as_deref(), Some("1025"));
        machine.collect();
        assert_eq!(machine.text_of(3, &[]).as_deref(), Some("1025"));

        assert!(mvm_uint8ArrayView(vm, machine.string("no"), None).is_null());
        let code = mvm_uint8ArrayToBytes(vm, mvm_undefined, &mut data, &mut size);
        assert_eq!(code, ErrorCode::TypeError as i32);
        let empty = mvm_uint8ArrayFromBytes(vm, ptr::null(), 0);
        assert_eq!(machine.text_of(4, &[empty]).as_deref(), Some("0:"));
    }
}
