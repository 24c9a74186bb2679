//! Maps and sets take as long with many entries as with few, in both widths, and little memory.

use microvium::{Build, Loader, Machine, Resumed, Value};
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

struct Tables;

impl Loader for Tables {
    fn resolve(&mut self, _: &str, specifier: &str) -> Result<String, String> {
        Err(format!("there is no module `{specifier}`"))
    }
    fn load(&mut self, _: &str) -> Result<String, String> {
        Ok("\
            let set, map, object;
            vmExport(1, size => {
                set = new Set();
                for (let i = 0; i < size; i++) set.add(i);
                map = new Map([[object = {}, 1]]);
                for (let i = 0; i < size >> 2; i++) map.set({}, i).set('key' + i, i);
            });
            vmExport(2, (size, times) => {
                let found = 0;
                let at = 0;
                while (times--) {
                    if (set.has(at)) found++;
                    if (set.has(at + size)) found++;
                    if (map.get(object) === 1) found++;
                    if (++at === size) at = 0;
                    set.delete(at);
                    set.add(at);
                }
                return found;
            });
            vmExport(3, size => {
                set = new Set();
                map = new Map();
                for (let i = 0; i < size; i++) map.set(i, set.add(i));
            });"
        .to_owned())
    }
}

/// The least time that some look-ups take, among few keys and among many.
fn compare(few: u32, many: u32, mut call: impl FnMut(u16, &[f64]) -> Value) -> [Duration; 2] {
    [few, many].map(|size| {
        call(1, &[size.into()]);
        let times = (0..10).map(|_| {
            let begin = Instant::now();
            let found = call(2, &[size.into(), 1000.0]);
            assert_eq!(found, Value::Number(2000.0));
            begin.elapsed()
        });
        times.min().expect("there are ten")
    })
}

fn numbers(arguments: &[f64]) -> Vec<Value> {
    arguments.iter().map(|&it| Value::Number(it)).collect()
}

#[test]
fn looking_up_a_key_takes_as_long_among_many_as_among_few() {
    let mut build = Build::new(Box::new(|_, _| ()), 1_000_000).unwrap();
    build.evaluate("tables.js", &mut Tables).unwrap();
    let snapshot = build.snapshot().unwrap();
    let mut machine = Machine::restore(snapshot.bytes(), BTreeMap::new()).unwrap();
    let narrow = compare(20, 1_000, |id, arguments| {
        machine.call(id, &numbers(arguments)).unwrap()
    });
    let mut resumed = Resumed::restore(&snapshot, BTreeMap::new()).unwrap();
    let wide = compare(100, 10_000, |id, arguments| {
        resumed.call(id, &numbers(arguments)).unwrap()
    });
    for [few, many] in [narrow, wide] {
        // A search from the start would take a hundred times as long; a few collections more don't.
        assert!(many < few * 10, "{few:?} and {many:?}");
    }
}

#[test]
fn an_entry_of_a_map_takes_nine_bytes_at_most() {
    let mut build = Build::new(Box::new(|_, _| ()), 1_000_000).unwrap();
    build.evaluate("tables.js", &mut Tables).unwrap();
    let snapshot = build.snapshot().unwrap();
    let mut machine = Machine::restore(snapshot.bytes(), BTreeMap::new()).unwrap();
    let mut bytes = |size: u32| {
        machine.call(3, &[Value::Number(size.into())]).unwrap();
        machine.collect();
        machine.heap_bytes()
    };
    let empty = bytes(0);
    // 28 bytes of the map, 24 of the set; then keys, values, and slots where there are more than eight.
    assert_eq!(bytes(8) - empty, 2 * 8 * 3 - 6);
    for size in [24, 48, 96, 192] {
        let entry = (bytes(size) - empty) / size as usize;
        assert!(
            entry <= 9 + 7,
            "{size} entries of both take {entry} bytes each"
        );
    }
}
