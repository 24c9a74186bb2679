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

/// Runs the test.
pub fn parts() -> Result<()> {
    let full = Device::new()?;
    expect(&full, "floats", FLOATS, "=> 1.5")?;
    expect(&full, "overflow", OVERFLOW, "=> 2147483648")?;

    expect(&full, "rare", RARE, "=> true")?;

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
