//! Running images on the Cortex-M0: the example firmware, an image in its flash, and QEMU's micro:bit.

use std::fs;
use std::io::{Read, Seek};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use wait_timeout::ChildExt;

use crate::firmware::{Sources, built, examples, library, link};
use crate::project::{output, root, run, target_dir, work_dir};
use crate::targets::CORTEX_M0;

/// Longer than anything that we run on the device takes, on a busy machine too.
const TIMEOUT: Duration = Duration::from_secs(300);

/// A call of an export, written `ID` or `ID(ARGUMENTS)` with the elements of a JSON array.
#[derive(Clone)]
pub struct Call {
    id: u16,
    arguments: Vec<Value>,
}

impl std::str::FromStr for Call {
    type Err = anyhow::Error;

    fn from_str(text: &str) -> Result<Self> {
        let (id, arguments) = match text.split_once('(') {
            Some((id, rest)) => (
                id,
                rest.strip_suffix(')')
                    .context("a call's arguments end with `)`")?,
            ),
            None => (text, ""),
        };
        let id = id
            .trim()
            .parse()
            .context("a call begins with the number of an export")?;
        Ok(Call {
            id,
            arguments: serde_json::from_str(&format!("[{arguments}]"))?,
        })
    }
}

/// What a run left behind.
pub struct Outcome {
    /// What the firmware printed, line by line.
    pub lines: Vec<String>,
    /// Whether every call came back without an exception.
    pub succeeded: bool,
    /// Bytes asked of the allocator: held after restoring, and the most ever held.
    pub idle: u64,
    pub peak: u64,
}

/// The C library, built for the device, and the configuration that the firmware links it with.
pub struct Device {
    library: PathBuf,
    configuration: &'static str,
}

impl Device {
    /// Builds what all runs share, with all of the engine.
    pub fn new() -> Result<Self> {
        Self::with("MVM_DEFINE_CONFIG_ALL()")
    }

    /// The same without typed arrays, powers and the verifier.
    pub fn full() -> Result<Self> {
        Self::with("MVM_DEFINE_CONFIG_FULL()")
    }

    /// The same without the engine's optional parts.
    pub fn without_parts() -> Result<Self> {
        Self::with("MVM_DEFINE_CONFIG_INT()")
    }

    fn with(configuration: &'static str) -> Result<Self> {
        Ok(Device {
            library: library(&CORTEX_M0)?,
            configuration,
        })
    }

    /// Restores an image on the device and makes these calls. `dir` is for files of this run only.
    pub fn run(&self, image: &Path, calls: &[Call], dir: &Path) -> Result<Outcome> {
        let calls_file = dir.join("calls.c");
        fs::write(&calls_file, calls_in_c(calls)?)?;
        let examples = examples();
        let files = [
            examples.join("main.c"),
            examples.join("semihosting.c"),
            calls_file,
        ];
        let sources = Sources {
            files: &files,
            image,
            flags: &[format!("-DCONFIG={}", self.configuration)],
            libraries: std::slice::from_ref(&self.library),
        };
        let firmware = dir.join("firmware.elf");
        link(&CORTEX_M0, &sources, &firmware)?;
        outcome(emulate(&firmware)?)
    }
}

/// Runs a firmware to its end. Returns what it printed and its status.
pub fn emulate(firmware: &Path) -> Result<(String, i32)> {
    let mut printed = tempfile::tempfile()?;
    let mut emulator = CORTEX_M0.emulate()?;
    emulator
        .args(["-semihosting-config", "enable=on,target=native", "-kernel"])
        .arg(firmware);
    let mut child = emulator.stdout(printed.try_clone()?).spawn()?;
    let Some(status) = child.wait_timeout(TIMEOUT)? else {
        child.kill()?;
        child.wait()?;
        bail!(
            "{} didn't end within {} s",
            firmware.display(),
            TIMEOUT.as_secs()
        );
    };
    let mut text = Vec::new();
    printed.rewind()?;
    printed.read_to_end(&mut text)?;
    Ok((
        String::from_utf8_lossy(&text).into_owned(),
        status.code().unwrap_or(-1),
    ))
}

/// Takes the firmware's report on memory out of what it printed.
fn outcome((text, status): (String, i32)) -> Result<Outcome> {
    let mut outcome = Outcome {
        lines: Vec::new(),
        succeeded: status == 0,
        idle: 0,
        peak: 0,
    };
    ensure!(
        status == 0 || status == 1,
        "the firmware ended with status {status} after printing:\n{text}"
    );
    for line in text.lines() {
        match line
            .strip_prefix("memory ")
            .and_then(|report| report.split_once(' '))
        {
            Some(("idle", bytes)) => outcome.idle = bytes.parse()?,
            Some(("peak", bytes)) => outcome.peak = bytes.parse()?,
            _ => outcome.lines.push(line.to_string()),
        }
    }
    Ok(outcome)
}

/// The table that `calls.h` declares.
fn calls_in_c(calls: &[Call]) -> Result<String> {
    let calls = calls.iter().map(call_in_c).collect::<Result<Vec<_>>>()?;
    Ok(format!(
        "#include \"calls.h\"\nconst Call calls[] = {{{}}};\nconst size_t call_count = {};\n",
        calls.join(", "),
        calls.len()
    ))
}

fn call_in_c(call: &Call) -> Result<String> {
    let arguments = call
        .arguments
        .iter()
        .map(argument_in_c)
        .collect::<Result<Vec<_>>>()?;
    Ok(format!(
        "{{{}, {}, {{{}}}}}",
        call.id,
        arguments.len(),
        arguments.join(", ")
    ))
}

fn argument_in_c(argument: &Value) -> Result<String> {
    Ok(match argument {
        Value::Null => "{.type = NULL_VALUE}".into(),
        Value::Bool(value) => format!("{{BOOLEAN, .boolean = {value}}}"),
        Value::Number(number) => match number
            .as_i64()
            .and_then(|number| i32::try_from(number).ok())
        {
            // The smallest integer has no literal in C.
            Some(integer) => format!("{{INTEGER, .integer = (int32_t){:#x}u}}", integer as u32),
            None => format!(
                "{{NUMBER, .number = {:e}}}",
                number.as_f64().context("a number fits a double")?
            ),
        },
        Value::String(text) => {
            let escaped: String = text.bytes().map(|byte| format!("\\{byte:03o}")).collect();
            format!("{{STRING, .string = \"{escaped}\"}}")
        }
        Value::Array(_) | Value::Object(_) => {
            bail!("a device's host passes no arrays and objects: {argument}")
        }
    })
}

/// The `microvium` command, freshly built.
pub fn command() -> Result<PathBuf> {
    run(Command::new("cargo")
        .args(["build", "--quiet", "--package", "microvium-cli"])
        .current_dir(root()))?;
    Ok(target_dir().join("debug/microvium"))
}

/// The same, optimized.
pub fn release_command() -> Result<PathBuf> {
    run(Command::new("cargo")
        .args([
            "build",
            "--quiet",
            "--release",
            "--package",
            "microvium-cli",
        ])
        .current_dir(root()))?;
    Ok(target_dir().join("release/microvium"))
}

/// Builds a script's image.
pub fn build_image(command: &Path, script: &Path, image: &Path) -> Result<()> {
    output(
        Command::new(command)
            .args(["-q", "-s"])
            .args([image, script]),
    )
    .map(drop)
}

/// `cargo xtask device`: runs one image on the device.
#[derive(clap::Args)]
pub struct Arguments {
    /// The image, as `microvium` writes it
    image: PathBuf,
    /// A call to make: ID or ID(ARGUMENTS). Any number of them, in order
    #[arg(long = "call", value_name = "CALL")]
    calls: Vec<Call>,
}

/// Runs the task.
pub fn device(arguments: &Arguments) -> Result<()> {
    let image = arguments
        .image
        .canonicalize()
        .with_context(|| format!("can't read {}", arguments.image.display()))?;
    if !built(&CORTEX_M0.toolchain()?).is_file() {
        eprintln!("building the engine for the Cortex-M0, which takes some minutes the first time");
    }
    let device = Device::new()?;
    eprintln!("running {} on QEMU's micro:bit", arguments.image.display());
    let outcome = device.run(&image, &arguments.calls, &work_dir("device")?)?;
    for line in &outcome.lines {
        println!("{line}");
    }
    println!("RAM: {} bytes idle, {} at most", outcome.idle, outcome.peak);
    ensure!(outcome.succeeded, "the firmware says that a call failed");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_c(call: &str) -> String {
        call_in_c(&call.parse().expect("a call")).expect("a call that a device can make")
    }

    #[test]
    fn calls_become_a_table_in_c() {
        assert_eq!(in_c("1"), "{1, 0, {}}");
        assert_eq!(
            in_c("2(\"a\\\"\", -1, 1.5, true, null)"),
            "{2, 5, {{STRING, .string = \"\\141\\042\"}, {INTEGER, .integer = (int32_t)0xffffffffu}, \
             {NUMBER, .number = 1.5e0}, {BOOLEAN, .boolean = true}, {.type = NULL_VALUE}}}"
        );
    }

    #[test]
    fn calls_that_are_none_are_refused() {
        for text in ["", "x", "1(", "1(2", "1(nonsense)", "70000"] {
            assert!(text.parse::<Call>().is_err(), "{text}");
        }
        assert!(call_in_c(&"1([1])".parse().expect("a call")).is_err());
    }

    #[test]
    fn the_report_on_memory_is_no_output() {
        let text = "memory idle 40\nmemory of something\n=> 3\nmemory peak 400\n".to_string();
        let outcome = outcome((text, 0)).expect("a run that ended well");
        assert_eq!((outcome.idle, outcome.peak), (40, 400));
        assert_eq!(outcome.lines, ["memory of something", "=> 3"]);
    }
}
