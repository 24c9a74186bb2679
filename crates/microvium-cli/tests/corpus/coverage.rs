//! What of the format's and the compiler's tables the scripts of the corpus use. What none of them uses has no test.

use microvium::machine::thrown_codes;
use microvium::{Diagnostic, Finding, Snapshot};
use microvium_format::code::{CLASS, CONSTRUCTOR, HANDLERS, OWN_PROPERTIES, REST, SCOPED, TARGET};
use microvium_format::error::Audience;
use microvium_format::kind::Place;
use microvium_format::narrow::{LONG, LONG_STRING, UNDEFINED};
use microvium_format::operation::{Form, Operand};
use microvium_format::{Builtin, ErrorCode, Kind, Native, Operation, Special, attribute};
use microvium_snapshot::decode::{Content, DecodedCell, DecodedCode, decode};
use std::collections::BTreeSet;
use std::fmt::Debug;
use std::sync::Mutex;

static SEEN: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

/// Notes what an image consists of.
pub fn note_snapshot(snapshot: &Snapshot) {
    note_findings(&snapshot.warnings);
    let image = decode(snapshot.bytes()).expect("an image can be read");
    let mut seen = SEEN.lock().expect("nothing panics with it");
    let builtins = Builtin::ALL.iter().zip(&image.builtins);
    seen.extend(
        builtins
            .filter(|&(_, &value)| value != UNDEFINED)
            .map(|(it, _)| member(it)),
    );
    let natives = image.imports.iter().filter_map(|&id| Native::from_id(id));
    seen.extend(natives.map(|it| member(&it)));
    let cells = image.rom.iter().map(|cell| (cell, Place::Rom));
    for (cell, place) in cells.chain(image.ram.iter().map(|cell| (cell, Place::Ram))) {
        seen.insert(kind(cell.kind, place));
        seen.extend(forms(cell).map(str::to_owned));
        if let Content::Code(code) = &cell.content {
            seen.extend(operations(code));
        }
    }
}

/// Notes the faults that resumed images have thrown in this thread.
pub fn note_faults() {
    let faults = thrown_codes().into_iter().map(|it| member(&it));
    SEEN.lock().expect("nothing panics with it").extend(faults);
}

/// Notes what the compiler has found.
pub fn note_findings(findings: &[Diagnostic]) {
    let findings = findings.iter().map(|it| member(&it.finding));
    SEEN.lock()
        .expect("nothing panics with it")
        .extend(findings);
}

/// What no script uses.
pub fn missing() -> Vec<String> {
    let seen = SEEN.lock().expect("nothing panics with it");
    required().filter(|it| !seen.contains(it)).collect()
}

fn required() -> impl Iterator<Item = String> {
    let operations = Operation::ALL
        .iter()
        .filter(|&&it| it != Operation::Special);
    let specials = Special::ALL.iter().filter(|&&it| !it.is_ephemeral());
    let places = Kind::ALL.iter().flat_map(|&it| {
        let places: &[Place] = match it.place() {
            Place::Nowhere => &[],
            Place::Ram => &[Place::Ram],
            Place::Rom => &[Place::Rom],
            Place::Anywhere => &[Place::Ram, Place::Rom],
        };
        places.iter().map(move |&place| kind(it, place))
    });
    let faults = ErrorCode::ALL
        .iter()
        .filter(|it| it.audience() == Audience::Scripts);
    // A defect of the compiler has no script, and every script can be read.
    let without = [Finding::Defect, Finding::Unloadable];
    let findings = Finding::ALL.iter().filter(move |it| !without.contains(it));
    // No image has it.
    let builtins = Builtin::ALL
        .iter()
        .filter(|&&it| it != Builtin::TypedPrototype);
    (operations.map(member))
        .chain(specials.map(member))
        .chain(builtins.map(member))
        .chain(Native::ALL.iter().map(member))
        .chain(places)
        .chain(all_forms().map(|(name, _)| name.to_owned()))
        .chain(faults.map(member))
        .chain(findings.map(member))
}

/// A member of a table, with the table's name.
fn member<T: Debug>(it: &T) -> String {
    let table = std::any::type_name::<T>();
    let table = table.rsplit("::").next().unwrap_or(table);
    format!("{table}::{it:?}")
}

fn kind(kind: Kind, place: Place) -> String {
    format!("{} in {place:?}", member(&kind))
}

fn operations(code: &DecodedCode) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for it in &code.instructions {
        found.insert(match it.special {
            Some(special) => member(&special),
            None => member(&it.operation),
        });
        let (form, operand) = (it.operation.form(), it.operation.operand());
        let is_long = match form {
            Form::Nibble => it.operand > 0xF,
            Form::Byte => it.operand > 0xFF,
            _ => false,
        };
        if is_long && operand != Operand::Special {
            found.insert(member(&Operation::Extend));
        }
    }
    found
}

type IsForm = fn(&DecodedCell) -> bool;

/// The forms that cells have besides their kinds.
fn all_forms() -> impl Iterator<Item = (&'static str, IsForm)> {
    fn has(cell: &DecodedCell, flag: u16) -> bool {
        matches!(&cell.content, Content::Code(code) if code.flags & flag != 0)
    }
    fn fits(cell: &DecodedCell, all: fn(i32) -> bool, any: fn(i32) -> bool) -> bool {
        match &cell.content {
            Content::Integers(list) => {
                list.iter().all(|&it| all(it)) && list.iter().any(|&it| any(it))
            }
            _ => false,
        }
    }
    fn attributes(cell: &DecodedCell, flag: u8) -> bool {
        cell.kind == Kind::Property && cell.count & usize::from(flag) != 0
    }
    let forms: [(&'static str, IsForm); 24] = [
        ("a function that constructs", |it| has(it, CONSTRUCTOR)),
        ("a class", |it| has(it, CLASS)),
        ("a function with handlers", |it| has(it, HANDLERS)),
        ("a function with own properties", |it| {
            has(it, OWN_PROPERTIES)
        }),
        ("a function with a rest parameter", |it| has(it, REST)),
        ("a function that is passed new.target", |it| has(it, TARGET)),
        ("a function with a scope", |it| has(it, SCOPED)),
        ("a closure with own properties", |it| {
            it.kind == Kind::Closure && it.count == 3
        }),
        ("a closure with an instance shape", |it| {
            it.kind == Kind::Closure && it.count == 4
        }),
        ("a long array", |it| {
            it.kind == Kind::Array && it.count >= usize::from(LONG)
        }),
        ("a long packed array", |it| {
            matches!(it.content, Content::Integers(_)) && it.count >= usize::from(LONG)
        }),
        ("a long string", |it| {
            it.kind == Kind::String && it.count >= usize::from(LONG_STRING)
        }),
        (
            "a string that isn't ASCII",
            |it| matches!(&it.content, Content::Text(text) if !text.is_ascii()),
        ),
        ("a boxed integer", |it| {
            it.kind == Kind::Number && it.count == 4
        }),
        ("a float", |it| it.kind == Kind::Number && it.count == 8),
        ("packed unsigned bytes", |it| {
            fits(it, |n| u8::try_from(n).is_ok(), |n| n > 0x7F)
        }),
        ("packed signed bytes", |it| {
            fits(it, |n| i8::try_from(n).is_ok(), |n| n < 0)
        }),
        ("packed unsigned integers of 16 bits", |it| {
            fits(it, |n| u16::try_from(n).is_ok(), |n| n > 0x7FFF)
        }),
        ("packed signed integers of 16 bits", |it| {
            fits(it, |n| i16::try_from(n).is_ok(), |n| n < -0x80)
        }),
        ("packed integers of 32 bits", |it| {
            fits(it, |_| true, |n| !(-0x8000..=0xFFFF).contains(&n))
        }),
        ("a Uint8Array", |it| matches!(it.content, Content::Bytes(_))),
        ("a read-only property", |it| {
            attributes(it, attribute::READONLY)
        }),
        ("a hidden property", |it| attributes(it, attribute::HIDDEN)),
        ("an accessor", |it| attributes(it, attribute::ACCESSOR)),
    ];
    forms.into_iter()
}

fn forms(cell: &DecodedCell) -> impl Iterator<Item = &'static str> {
    all_forms().filter(|(_, is)| is(cell)).map(|(name, _)| name)
}
