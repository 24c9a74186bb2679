//! Optional parts on the Cortex-M0: what a firmware without them runs and what it refuses, from the same library.

use std::fs;

use anyhow::{Result, ensure};
use microvium_format::ErrorCode;

use crate::device::{Device, build_image, command};
use crate::project::work_dir;

const INTEGERS: &str = "let n = 41;\nvmExport(1, () => ++n);\n";
const FLOATS: &str = "let n = 0.5;\nvmExport(1, () => ++n);\n";
/// Its image has no float, but the call makes one.
const OVERFLOW: &str = "let n = 2147483647;\nvmExport(1, () => ++n);\n";
/// An operator of the library's part.
const RARE: &str = "const o = { n: 42 };\nvmExport(1, key => delete o[key]);\n";

/// Typed arrays that are no plain Uint8Arrays: held by the image, or made by the call.
const TYPED: &str =
    "const list = new Float64Array([0.5, 21]);\nvmExport(1, () => list[0] + list[1]);\n";
const SHARED: &str = "vmExport(1, () => new Uint8Array(8).subarray(2).length);\n";
/// Plain ones, and one that gets a property of its own.
const BYTES: &str = "\
const held = Microvium.newUint8Array(4);
vmExport(1, () => {
  const made = new Uint8Array(8).fill(5);
  held[1] = made.length + 256;
  made.set(held, 2);
  return [Object.keys(held).length, ...held, ...made.slice(1, 5)].join();
});
";
const BYTES_PRINTED: &str = r#"=> "4,0,8,0,0,5,0,8,0""#;
const OWN: &str =
    "const held = new Uint8Array(4);\nvmExport(1, () => { held.x = 1; return held.x; });\n";

/// A weak collection.
const WEAK: &str =
    "const key = {};\nconst map = new WeakMap([[key, 42]]);\nvmExport(1, () => map.get(key));\n";

/// Runs the test.
pub fn parts() -> Result<()> {
    let full = Device::new()?;
    expect(&full, "floats", FLOATS, "=> 1.5")?;
    expect(&full, "overflow", OVERFLOW, "=> 2147483648")?;

    expect(&full, "rare", RARE, "=> true")?;
    expect(&full, "typed", TYPED, "=> 21.5")?;
    expect(&full, "shared", SHARED, "=> 6")?;
    expect(&full, "bytes", BYTES, BYTES_PRINTED)?;
    expect(&full, "own", OWN, "=> 1")?;
    expect(&full, "weak", WEAK, "=> 42")?;

    let untyped = Device::full()?;
    let lacking = ErrorCode::RequiresTypedArrays as u8;
    let refused = format!("restore: error {lacking}");
    expect(&untyped, "typed", TYPED, &refused)?;
    expect(&untyped, "shared", SHARED, &refused)?;
    expect(&untyped, "bytes", BYTES, BYTES_PRINTED)?;
    let later = ErrorCode::RequiresLaterEngine as u8;
    expect(&untyped, "weak", WEAK, &format!("restore: error {later}"))?;
    expect(&untyped, "own", OWN, &refused)?;

    let int = Device::without_parts()?;
    expect(&int, "integers", INTEGERS, "=> 42")?;
    let refused = ErrorCode::BytecodeRequiresFloatSupport as u8;
    let refused = format!("restore: error {refused}");
    expect(&int, "floats", FLOATS, &refused)?;
    let lacking = ErrorCode::RequiresLaterEngine as u8;
    expect(&int, "rare", RARE, &format!("restore: error {lacking}"))?;
    let thrown = ErrorCode::OperationRequiresFloatSupport as u8;
    let thrown = format!("Uncaught error {thrown}");
    expect(&int, "overflow", OVERFLOW, &thrown)
}

/// Export 1 of a script, called on a device, prints this.
fn expect(device: &Device, name: &str, source: &str, expected: &str) -> Result<()> {
    let dir = work_dir("parts")?;
    let script = dir.join(name).with_extension("js");
    let image = script.with_extension("mvm-bc");
    fs::write(&script, source)?;
    build_image(&command()?, &script, &image)?;
    let printed = device.run(&image, &["1".parse()?], &dir)?.lines;
    ensure!(
        printed == [expected],
        "{name}: printed {printed:?} but expected {expected:?}"
    );
    Ok(())
}
