//! The example prints what it should.

use std::path::Path;
use std::process::Command;

const PRINTED: &str = "\
the image has less than 300 bytes: true
heat: true
target: 25
heat: false
target: 18.5
heat: true
target: 25
";

#[test]
fn the_thermostat_lives_through_all_of_it() {
    // Cargo builds examples before tests, into the folder beside this one.
    let test = std::env::current_exe().expect("this test has a path");
    let folder = test.parent().and_then(Path::parent).expect("a folder");
    let example = folder.join("examples/thermostat");
    let output = Command::new(&example).output();
    let output = output.unwrap_or_else(|error| panic!("{}: {error}", example.display()));
    assert!(output.status.success(), "{output:?}");
    assert_eq!(String::from_utf8_lossy(&output.stdout), PRINTED);
}
