//! The limit of steps ends whatever a script does.

use microvium::{Build, Loader, Machine, RunError};
use microvium_format::ErrorCode;
use std::collections::BTreeMap;

struct Stubborn;

impl Loader for Stubborn {
    fn resolve(&mut self, _: &str, specifier: &str) -> Result<String, String> {
        Err(format!("there is no module `{specifier}`"))
    }
    fn load(&mut self, _: &str) -> Result<String, String> {
        Ok("\
            const nothing = () => {};
            function stubborn() {
                for (;;) {
                    try {
                        for (;;) nothing();
                    } catch {
                        try { stubborn(); } catch { nothing(); } finally { continue; }
                    }
                }
            }
            vmExport(1, stubborn);"
            .to_owned())
    }
}

#[test]
fn a_script_does_not_catch_that_its_steps_are_used_up() {
    let mut build = Build::new(Box::new(|_, _| ()), 1_000_000).unwrap();
    build.evaluate("stubborn.js", &mut Stubborn).unwrap();
    let snapshot = build.snapshot().unwrap();
    let mut machine = Machine::restore(snapshot.bytes(), BTreeMap::new()).unwrap();
    machine.limit_steps(1_000);
    let Err(RunError::Uncaught(thrown)) = machine.call(1, &[]) else {
        panic!("it ends with an exception");
    };
    assert_eq!(thrown.code, ErrorCode::InstructionCountReached);
}
