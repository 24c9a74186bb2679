//! Making values and reading them.

use crate::{Vm, Width, array};
use core::ffi::c_char;
use core::ptr;
use microvium_engine::{Fault, Number, Width as _};
use microvium_format::ErrorCode;
use microvium_format::narrow::{FALSE, NAN, NULL, TRUE, UNDEFINED};
use microvium_number::{convert, soft};

/// `undefined`.
#[unsafe(no_mangle)]
pub static mvm_undefined: u16 = UNDEFINED;
/// `null`.
#[unsafe(no_mangle)]
pub static mvm_null: u16 = NULL;

type Value = <Width as microvium_engine::Width>::Value;

/// The word of a new value; `undefined` if there is no memory for it.
fn word(result: Result<Value, Fault>) -> u16 {
    result.map_or(UNDEFINED, Width::to_word)
}

/// # Safety
/// See the header.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mvm_newBoolean(value: bool) -> u16 {
    if value { TRUE } else { FALSE }
}

/// # Safety
/// See the header.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mvm_newInt32(vm: &mut Vm, value: i32) -> u16 {
    word(vm.new_number(Number::Integer(value)))
}

/// # Safety
/// See the header.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mvm_newNumber(vm: &mut Vm, value: f64) -> u16 {
    word(vm.new_number(Number::from_bits(value.to_bits())))
}

/// # Safety
/// See the header.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mvm_newString(vm: &mut Vm, text: *const u8, size: usize) -> u16 {
    // SAFETY: the text has `size` bytes, outside of the VM's memory (header).
    let text = unsafe { array(text, size) };
    word(vm.new_string(text))
}

/// # Safety
/// See the header.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mvm_typeOf(vm: &Vm, value: u16) -> i32 {
    vm.value_type(vm.host_value(value)) as i32
}

/// # Safety
/// See the header.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mvm_toBool(vm: &Vm, value: u16) -> bool {
    vm.is_truthy(vm.host_value(value))
}

/// # Safety
/// See the header.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mvm_isNaN(value: u16) -> bool {
    value == NAN
}

/// # Safety
/// See the header.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mvm_equal(vm: &Vm, a: u16, b: u16) -> bool {
    vm.equals(vm.host_value(a), vm.host_value(b))
}

/// The number that a value is or converts to.
fn number(vm: &mut Vm, value: u16) -> Number {
    let value = vm.host_value(value);
    vm.convert_to_number(value)
        .unwrap_or(Number::Float(soft::NAN))
}

/// # Safety
/// See the header.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mvm_toInt32(vm: &mut Vm, value: u16) -> i32 {
    match number(vm, value) {
        Number::Integer(integer) => integer,
        Number::Float(bits) => convert::to_int32(bits),
    }
}

/// # Safety
/// See the header.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mvm_toFloat64(vm: &mut Vm, value: u16) -> f64 {
    f64::from_bits(match number(vm, value) {
        Number::Integer(integer) => convert::from_i32(integer),
        Number::Float(bits) => bits,
    })
}

/// # Safety
/// See the header.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mvm_toStringUtf8(
    vm: &mut Vm,
    value: u16,
    size: Option<&mut usize>,
) -> *const c_char {
    let value = vm.host_value(value);
    let string = vm.convert_to_string(value).ok();
    let bytes = string.and_then(|string| vm.string_bytes(string));
    if let Some(size) = size {
        *size = bytes.map_or(0, <[u8]>::len);
    }
    bytes.map_or(ptr::null(), |bytes| bytes.as_ptr().cast())
}

/// # Safety
/// See the header.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mvm_stringSizeUtf8(vm: &Vm, value: u16) -> usize {
    vm.string_bytes(vm.host_value(value)).map_or(0, <[u8]>::len)
}

/// # Safety
/// See the header.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mvm_uint8ArrayFromBytes(vm: &mut Vm, data: *const u8, size: usize) -> u16 {
    // SAFETY: there are `size` bytes, outside of the VM's memory (header).
    let data = unsafe { array(data, size) };
    word(vm.bytes_from(data))
}

/// # Safety
/// See the header.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mvm_uint8ArrayToBytes(
    vm: &mut Vm,
    array: u16,
    data: &mut *mut u8,
    size: &mut usize,
) -> i32 {
    let array = vm.host_value(array);
    match vm.own_bytes(array) {
        Ok(bytes) => {
            (*data, *size) = (bytes.cast(), bytes.len());
            ErrorCode::Success as i32
        }
        Err(Fault) => vm.error() as i32,
    }
}

/// # Safety
/// See the header.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mvm_uint8ArrayView(
    vm: &Vm,
    array: u16,
    size: Option<&mut usize>,
) -> *const u8 {
    let bytes = vm.bytes_of(vm.host_value(array));
    if let Some(size) = size {
        *size = bytes.map_or(0, <[u8]>::len);
    }
    bytes.map_or(ptr::null(), <[u8]>::as_ptr)
}
