//! `microvium-bench narrow IMAGE` and `microvium-bench wide SCRIPT`: call export 1 and print its result and the CPU
//! milliseconds of the call.
#![forbid(unsafe_code)]

use std::fs;
use std::rc::Rc;
use std::time::Duration;

use anyhow::{Result, anyhow, bail};
use microvium::{Build, BuildError, Loader, Value};
use microvium_engine::embed::{Host, NarrowMachine, Simulator};
use microvium_engine::{Fault, Narrow, Vm, Width};
use rustix::time::{ClockId, clock_gettime};

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (result, spent) = match &arguments[..] {
        [width, image] if width == "narrow" => narrow(&fs::read(image)?)?,
        [width, script] if width == "wide" => wide(fs::read_to_string(script)?)?,
        _ => bail!("usage: microvium-bench narrow IMAGE | microvium-bench wide SCRIPT"),
    };
    let Value::Number(result) = result else {
        bail!("a kernel returns a number, not {result:?}")
    };
    println!("{result} {:.3}", spent.as_secs_f64() * 1e3);
    Ok(())
}

/// A kernel has no imports.
struct NoHost;

impl<W: Width> Host<W> for NoHost {
    fn call(&self, _: &mut Vm<W>, _: u16, _: &[W::Value]) -> Result<W::Value, Fault> {
        Err(Fault)
    }
}

/// Restores an image on the engine that devices have.
fn narrow(image: &[u8]) -> Result<(Value, Duration)> {
    let host: Rc<dyn Host<Narrow<Simulator>>> = Rc::new(NoHost);
    let mut vm =
        NarrowMachine::restore(image, host, &mut |_| false).map_err(|code| anyhow!(code.text()))?;
    let run = vm.host_value(vm.resolve_export(1));
    let (result, spent) = timed(|| vm.call(run, &[]));
    match result {
        Ok(result) => Ok((Value::from_vm(&mut *vm, result), spent)),
        Err(Fault) => Err(anyhow!(vm.error().text())),
    }
}

/// Runs a script on the engine of builds.
fn wide(script: String) -> Result<(Value, Duration)> {
    let mut build = Build::new(Box::new(|_, _| {}), u64::MAX).map_err(shown)?;
    build
        .evaluate("kernel.js", &mut OneScript(script))
        .map_err(shown)?;
    let (result, spent) = timed(|| build.call(1, &[]));
    Ok((result.map_err(shown)?, spent))
}

fn shown(error: BuildError) -> anyhow::Error {
    anyhow!(error.render(false))
}

/// A program of one module.
struct OneScript(String);

impl Loader for OneScript {
    fn resolve(&mut self, _: &str, specifier: &str) -> Result<String, String> {
        Err(format!("a kernel imports nothing, {specifier} neither"))
    }

    fn load(&mut self, _: &str) -> Result<String, String> {
        Ok(self.0.clone())
    }
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = cpu_time();
    let result = work();
    (result, cpu_time() - start)
}

fn cpu_time() -> Duration {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}
