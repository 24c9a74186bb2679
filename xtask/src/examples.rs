//! The examples. Scripts are built, and resumed by the command; hosts are built, and all restore the same image. Each must
//! print what is expected of it.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, ensure};

use crate::device::{Device, build_image, command, emulate};
use crate::project::{output, root, run, target_dir, work_dir};
use crate::targets::CORTEX_M0;

/// What export 1 of the script prints.
const SCRIPT: &str = "tests/programs/hello.js";
const PRINTED: &str = "Hello, World!";

/// The example scripts, each with the calls to make and what they print.
const SCRIPTS: &[(&str, &[&str], &str)] = &[
    (
        "counter.js",
        &["1", "1"],
        "after the snapshot: 4\nafter the snapshot: 5",
    ),
    ("loop.js", &["1", "2", "3"], "=> 42\n=> 43\n=> 44"),
    ("checksum.js", &["1"], "=> 10673"),
    ("choice.js", &["1(215)"], "21.5 C"),
    ("console.js", &["1"], "after"),
    (
        "menu.js",
        &["1", "2", "2"],
        "humidity, visit 1\ntemperature, visit 1\nsettings, visit 1",
    ),
];

/// The scripts of `examples`, on this machine.
pub fn scripts() -> Result<()> {
    let microvium = command()?;
    let image = work_dir("examples")?.join("script.mvm-bc");
    for (script, calls, expected) in SCRIPTS {
        build_image(&microvium, &root().join("examples").join(script), &image)?;
        let calls = calls.iter().flat_map(|call| ["--call", call]);
        let printed = output(Command::new(&microvium).arg("run").arg(&image).args(calls))?;
        ensure!(
            printed.trim_end() == *expected,
            "{script} printed {printed:?} but expected {expected:?}"
        );
    }
    Ok(())
}

/// The same scripts in node, with a shim for what Microvium adds. What they print while they are built comes first
/// there.
pub fn in_node() -> Result<()> {
    let shim = root().join("examples/node.mjs");
    for (script, calls, expected) in SCRIPTS {
        let mut node = Command::new("node");
        let printed = output(node.arg(&shim).arg(script).args(*calls))?;
        ensure!(
            printed.trim_end().ends_with(expected),
            "in node, {script} printed {printed:?} but expected {expected:?}"
        );
    }
    Ok(())
}

/// `examples/c-host`, on this machine.
pub fn c_host() -> Result<()> {
    let library = [
        "rustc",
        "--quiet",
        "--release",
        "--package",
        "microvium-capi",
        "--lib",
        "--crate-type",
        "staticlib",
    ];
    run(Command::new("cargo").args(library).current_dir(root()))?;
    let host = work_dir("examples")?.join("c-host");
    run(Command::new("cc")
        .args(["-std=c11", "-Wall", "-Wextra", "-Werror", "-I"])
        .arg(root().join("crates/microvium-capi/include"))
        .arg(root().join("examples/c-host/main.c"))
        .arg(target_dir().join("release/libmicrovium.a"))
        .arg("-o")
        .arg(&host))?;
    expect(&output(Command::new(host).arg(image()?).arg("1"))?)
}

/// `examples/c-firmware`, on the Cortex-M0.
pub fn c_firmware() -> Result<()> {
    let outcome = Device::new()?.run(&image()?, &["1".parse()?], &work_dir("examples")?)?;
    ensure!(outcome.succeeded, "the call failed: {:?}", outcome.lines);
    expect(&outcome.lines.join("\n"))
}

/// `examples/rust-firmware`, on the Cortex-M0.
pub fn rust_firmware() -> Result<()> {
    let toolchain = CORTEX_M0.toolchain()?;
    let mut cargo = toolchain.cargo("build");
    cargo
        .args(["--release", "--locked", "--target-dir"])
        .arg(target_dir());
    cargo.env("IMAGE", image()?).env(
        "CARGO_ENCODED_RUSTFLAGS",
        toolchain.linker_flags()?.join("\x1f"),
    );
    run(cargo.current_dir(root().join("examples/rust-firmware")))?;
    let (printed, status) = emulate(&toolchain.artifacts("release").join("rust-firmware"))?;
    ensure!(
        status == 0,
        "the firmware ended with status {status} after printing: {printed}"
    );
    expect(&printed)
}

fn image() -> Result<PathBuf> {
    let image = work_dir("examples")?.join("hello.mvm-bc");
    build_image(&command()?, &root().join(SCRIPT), &image)?;
    Ok(image)
}

fn expect(printed: &str) -> Result<()> {
    ensure!(
        printed.trim_end() == PRINTED,
        "printed {printed:?} but expected {PRINTED:?}"
    );
    Ok(())
}
