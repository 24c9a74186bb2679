//! The lists in the header are those of the format.

use microvium_format::{ErrorCode, ValueType};
use std::fmt::Write;
use std::fs;

const HEADER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/include/microvium.h");
/// Set this variable to write the lists anew.
const UPDATE: &str = "UPDATE_HEADER";

/// `UnresolvedImport` as `UNRESOLVED_IMPORT`. Digits belong to the word before them, but for 16-bit.
fn constant_case(name: &str) -> String {
    let mut constant = String::new();
    for letter in name.replace("16Bit", "_16Bit").chars() {
        if letter.is_ascii_uppercase() && !constant.is_empty() {
            constant.push('_');
        }
        constant.push(letter.to_ascii_uppercase());
    }
    constant
}

fn list(
    name: &str,
    text: &str,
    prefix: &str,
    members: impl Iterator<Item = (&'static str, u8, &'static str)>,
) -> String {
    let mut list = format!("/* {text} */\ntypedef enum {name} {{\n");
    for (member, code, text) in members {
        let member = constant_case(member);
        writeln!(list, "  {prefix}{member} = {code}, /* {text} */").expect("a String takes text");
    }
    list + &format!("}} {name};\n")
}

fn lists() -> [(&'static str, String); 2] {
    let errors = ErrorCode::ALL.iter();
    let types = ValueType::ALL.iter();
    [
        (
            "mvm_TeError",
            list(
                "mvm_TeError",
                "Why an operation failed. Up to 58 the numbers are those of Microvium's C engine.",
                "MVM_E_",
                errors.map(|error| (error.name(), *error as u8, error.text())),
            ),
        ),
        (
            "mvm_TeType",
            list(
                "mvm_TeType",
                "What a value is.",
                "VM_T_",
                types.map(|kind| (kind.name(), *kind as u8, kind.text())),
            ),
        ),
    ]
}

#[test]
fn lists_are_those_of_the_format() {
    let header = fs::read_to_string(HEADER).expect("the header is beside the sources");
    let mut updated = header.clone();
    for (name, list) in lists() {
        let (before, rest) = updated
            .split_once(&format!("/* begin {name}"))
            .expect("every list has its place");
        let (title, rest) = rest
            .split_once('\n')
            .expect("a list begins on its own line");
        let (_, after) = rest
            .split_once(&format!("/* end {name} */"))
            .expect("every list has its end");
        updated = format!("{before}/* begin {name}{title}\n{list}/* end {name} */{after}");
    }
    if std::env::var_os(UPDATE).is_some() {
        fs::write(HEADER, &updated).expect("the header can be written");
    } else {
        assert!(header == updated, "run the tests with {UPDATE}=1");
    }
}

#[test]
fn names_are_those_hosts_know() {
    for (name, known) in [
        (
            "ExpectedPointerSizeToBe16Bit",
            "EXPECTED_POINTER_SIZE_TO_BE_16_BIT",
        ),
        (
            "CanOnlyAssignBytesToUint8Array",
            "CAN_ONLY_ASSIGN_BYTES_TO_UINT8_ARRAY",
        ),
        ("TargetIsNotAVmFunction", "TARGET_IS_NOT_A_VM_FUNCTION"),
        ("Float64", "FLOAT64"),
        ("BigInt", "BIG_INT"),
    ] {
        assert_eq!(constant_case(name), known);
    }
}
