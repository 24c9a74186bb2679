//! What a user waits for: the command, building a script of two lines.

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anyhow::{Result, ensure};
use wait4::Wait4;

use crate::project::{root, work_dir};

/// Builds `hello.js` so many times; tells the median of the wall times and the most memory a build had.
pub fn hello(microvium: &Path, rounds: u32) -> Result<String> {
    let script = root().join("tests/programs/hello.js");
    let image = work_dir("bench")?.join("hello.mvm-bc");
    let mut times = Vec::new();
    let mut peak = 0;
    for _ in 0..rounds {
        let start = Instant::now();
        let mut command = Command::new(microvium);
        let finished = command
            .arg(&script)
            .args(["-q", "-s"])
            .arg(&image)
            .spawn()?
            .wait4()?;
        times.push(start.elapsed().as_secs_f64() * 1e3);
        ensure!(finished.status.success(), "hello.js isn't built");
        peak = peak.max(finished.rusage.maxrss);
    }
    times.sort_by(f64::total_cmp);
    let median = times[times.len() / 2];
    let megabytes = peak as f64 / 1e6;
    Ok(format!(
        "microvium hello.js: {median:.1} ms, {megabytes:.1} MB"
    ))
}
