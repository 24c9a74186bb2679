//! The whole life of a program, in one process: its own global, its own host function, modules from
//! memory, the snapshot, and what is resumed of it in both widths.
//!
//! Who knows Microvium in JavaScript finds `create` in `Build::new`, `importHook` in `Loader`,
//! `evaluateModule` in `Build::evaluate`, `createSnapshot` in `Build::snapshot`, `restore` in
//! `Machine::restore` (the device's engine) and `Resumed::restore`, and `resolveExport` with the call of what
//! it gives in `call`.

use microvium::{Build, Function, Loader, Machine, Resumed, Value};
use std::collections::BTreeMap;
use std::error::Error;

/// Modules by name, in memory.
struct Modules(BTreeMap<&'static str, &'static str>);

impl Loader for Modules {
    fn resolve(&mut self, _importer: &str, specifier: &str) -> Result<String, String> {
        match self.0.contains_key(specifier) {
            true => Ok(specifier.to_owned()),
            false => Err(format!("`{specifier}` isn't among the modules in memory")),
        }
    }

    fn load(&mut self, name: &str) -> Result<String, String> {
        (self.0.get(name))
            .map(|source| (*source).to_owned())
            .ok_or_else(|| "there is no such module".to_owned())
    }
}

const MAIN: &str = "
    import { clamp } from 'clamp';
    const heat = vmImport(1);
    let target = clamp(wished(), limits.least, limits.most);
    vmExport(1, measured => { heat(measured < target); return target; });
    vmExport(2, wish => { target = clamp(wish, limits.least, limits.most); });
";

const CLAMP: &str = "export function clamp(x, least, most) {
    return x < least ? least : x > most ? most : x;
}";

/// What the device does when the script calls import 1: here it prints.
fn imports() -> BTreeMap<u16, Function> {
    let heat: Function = Box::new(|arguments| {
        println!("heat: {}", arguments[0].to_line_json());
        Ok(Value::Undefined)
    });
    BTreeMap::from([(1, heat)])
}

fn main() -> Result<(), Box<dyn Error>> {
    let console = Box::new(|_, line: &str| println!("{line}"));
    let mut build = Build::new(console, 1_000_000)?;
    let limits = Value::from_json(r#"{ "least": 5, "most": 25 }"#)?;
    build.define_global("limits", &limits)?;
    build.define_function("wished", |_| Ok(Value::Number(30.0)))?;
    build.evaluate(
        "main",
        &mut Modules(BTreeMap::from([("main", MAIN), ("clamp", CLAMP)])),
    )?;
    let snapshot = build.snapshot()?;
    println!(
        "the image has less than 300 bytes: {}",
        snapshot.bytes().len() < 300
    );

    // On the device's engine, from the image's bytes alone.
    let mut device = Machine::restore(snapshot.bytes(), imports())?;
    println!(
        "target: {}",
        device.call(1, &[Value::Number(20.0)])?.to_line_json()
    );
    device.call(2, &[Value::Number(18.5)])?;
    println!(
        "target: {}",
        device.call(1, &[Value::Number(20.0)])?.to_line_json()
    );

    // In the wide width, where it begins anew.
    let mut resumed = Resumed::restore(&snapshot, imports())?;
    println!(
        "target: {}",
        resumed.call(1, &[Value::Number(20.0)])?.to_line_json()
    );
    Ok(())
}
