//! `cargo xtask ram`: what a VM asks of a device's allocator, and the size of its image.

use std::fmt::Write;
use std::fs;

use anyhow::{Result, ensure};
use serde_json::json;

use crate::device::{Call, Device, build_image, command};
use crate::project::{Measured, Report, root, work_dir};

/// The programs that are compared, each with the calls that a host would make.
const PROGRAMS: &[(&str, &str, &[&str])] = &[
    ("empty", "empty.js", &[]),
    ("hello", "hello.js", &["1"]),
    ("blog", "blog.js", &["1", "2", "3"]),
    ("prog50", "prog50/main.js", &["2(\"square\", 3)", "1"]),
    ("crc", "crc.js", &["1", "2"]),
];

/// Runs the task.
pub fn ram(report: &Report) -> Result<()> {
    let device = Device::new()?;
    let microvium = command()?;
    let mut numbers = serde_json::Map::new();
    let mut text = format!(
        "{:<10}{:>10}{:>10}{:>10}\n",
        "bytes", "snapshot", "idle", "peak"
    );
    for &(name, script, calls) in PROGRAMS {
        let dir = work_dir("ram")?.join(name);
        fs::create_dir_all(&dir)?;
        let image = dir.join("main.mvm-bc");
        build_image(
            &microvium,
            &root().join("tests/programs").join(script),
            &image,
        )?;
        let calls = calls
            .iter()
            .map(|call| call.parse())
            .collect::<Result<Vec<Call>>>()?;
        let outcome = device.run(&image, &calls, &dir)?;
        ensure!(
            outcome.succeeded,
            "{name}: a call failed: {:?}",
            outcome.lines
        );
        let snapshot = fs::metadata(&image)?.len();
        writeln!(
            text,
            "{name:<10}{snapshot:>10}{:>10}{:>10}",
            outcome.idle, outcome.peak
        )?;
        numbers.insert(
            name.into(),
            json!({ "idle": outcome.idle, "peak": outcome.peak, "snapshot": snapshot }),
        );
    }
    report.deliver(&Measured {
        name: "ram",
        numbers: numbers.into(),
        text,
    })
}
