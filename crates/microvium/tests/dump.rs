use microvium::{Build, Loader};
struct One;
impl Loader for One {
    fn resolve(&mut self, _: &str, s: &str) -> Result<String, String> {
        Err(s.into())
    }
    fn load(&mut self, _: &str) -> Result<String, String> {
        Ok(std::env::var("JS").unwrap_or_default())
    }
}
#[test]
fn dump() {
    let mut build = Build::new(Box::new(|_, _| ()), 1_000_000).unwrap();
    let first = build.program().functions.len();
    let r = build.evaluate("main.js", &mut One);
    for (id, f) in build.program().functions.iter().skip(first) {
        println!("{}", microvium_ir::print::print(f, Some(build.program())));
        struct A;
        impl microvium_ir::Access for A {
            fn variable(&self, v: microvium_ir::VariableId) -> microvium_ir::VariableAccess {
                microvium_ir::VariableAccess::Slot(v.index() as u32)
            }
            fn global(&self, _: &microvium_ir::Text) -> microvium_ir::GlobalAccess {
                microvium_ir::GlobalAccess::Lookup
            }
        }
        let s = microvium_ir::emit(build.program(), &[id], &A, 0).unwrap();
        println!("{}", microvium_ir::disassemble::disassemble_segment(&s, 0));
    }
    println!("{r:?}");
}
