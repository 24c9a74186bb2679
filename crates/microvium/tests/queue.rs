//! Copy on first write with weak link slots: what was captured before the snapshot pins nothing that is
//! made after it.

use microvium::{Build, Loader, Machine, Value};
use std::collections::BTreeMap;

struct Queue;

impl Loader for Queue {
    fn resolve(&mut self, _: &str, specifier: &str) -> Result<String, String> {
        Err(format!("there is no module `{specifier}`"))
    }
    fn load(&mut self, _: &str) -> Result<String, String> {
        Ok("\
            const queue = { head: null, tail: null };
            function push(value) {
                const node = { value, next: null };
                if (queue.tail) queue.tail.next = node; else queue.head = node;
                queue.tail = node;
            }
            function shift() {
                const node = queue.head;
                queue.head = node.next;
                return node.value;
            }
            push(0);
            push(1);
            // Small enough to need no cells, whatever is in the queue.
            let pushed = 1;
            let shifted = -1;
            const after = value => (value + 1) & 1023;
            vmExport(1, times => {
                let wrong = 0;
                while (times--) {
                    push(pushed = after(pushed));
                    if (shift() !== (shifted = after(shifted))) wrong++;
                }
                return wrong;
            });"
        .to_owned())
    }
}

#[test]
fn a_queue_begun_before_the_snapshot_stays_as_small_as_it_is() {
    let mut build = Build::new(Box::new(|_, _| ()), 1_000_000).unwrap();
    build.evaluate("queue.js", &mut Queue).unwrap();
    let snapshot = build.snapshot().unwrap();
    let mut machine = Machine::restore(snapshot.bytes(), BTreeMap::new()).unwrap();
    let mut turn = |times: f64| {
        let wrong = machine.call(1, &[Value::Number(times)]).unwrap();
        assert_eq!(wrong, Value::Number(0.0));
        machine.collect();
        machine.heap_bytes()
    };
    // From the tenth on, the two nodes in the queue are ones that were made after the snapshot.
    let first = turn(10.0);
    for _ in 0..10 {
        assert_eq!(turn(100_000.0), first);
    }
}
