//! Images that are wrong though their checksum is right: each is refused, or runs without touching memory that isn't
//! its VM's. AddressSanitizer, with which `cargo xtask forged` builds this, and the engine's assertions see it if not.
//!
//! `microvium-forged bits IMAGE` flips every bit, `microvium-forged bits IMAGE BIT` one, `microvium-forged random IMAGE
//! COUNT [SEED]` changes some at random, as often as it is told. `microvium-forged crafted [NAME]` runs those that are made by
//! hand. What it is at stands in the last line.
#![forbid(unsafe_code)]

mod crafted;

use anyhow::{Result, bail, ensure};
use microvium_engine::embed::{Host, Memory, Metered, NarrowMachine, call_with};
use microvium_engine::{Fault, Narrow, Number, Vm, Width};
use microvium_format::image::{CHECKED_FROM, HEADER_SIZE, Header, Section};
use std::fs;
use std::rc::Rc;

/// Steps that a call may take.
const STEPS: i32 = 300;
/// Bytes that a VM may have.
const MEMORY: usize = 1 << 18;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let mut tally = Tally::default();
    match arguments[..] {
        ["bits", path] => {
            let image = read(path)?;
            for bit in 8 * CHECKED_FROM..8 * image.len() {
                tally.add(&image, &format!("bit {bit}"), &[(bit / 8, 1 << (bit % 8))]);
            }
        }
        ["bits", path, bit] => {
            let bit: usize = bit.parse()?;
            tally.add(&read(path)?, "it", &[(bit / 8, 1 << (bit % 8))]);
        }
        ["random", path, count] => {
            let image = read(path)?;
            for seed in 0..count.parse()? {
                tally.add(&image, &format!("seed {seed}"), &changes(&image, seed));
            }
        }
        ["random", path, count, seed] => {
            let image = read(path)?;
            ensure!(count == "1", "a seed is for one");
            tally.add(&image, "it", &changes(&image, seed.parse()?));
        }
        ["crafted", ref wanted @ ..] => {
            Memory::set_limit(MEMORY);
            for &(name, craft) in crafted::IMAGES {
                if wanted.is_empty() || wanted.contains(&name) {
                    tally.add(&crafted::Draft::image(craft), name, &[]);
                }
            }
        }
        _ => {
            bail!("usage: microvium-forged bits IMAGE [BIT] | random IMAGE COUNT | crafted [NAME]")
        }
    }
    eprintln!();
    println!("{} refused, {} ran", tally.refused, tally.ran);
    Ok(())
}

/// Reads an image, which has to be right.
fn read(path: &str) -> Result<Vec<u8>> {
    let image = fs::read(path)?;
    Memory::set_limit(MEMORY);
    ensure!(run(&image), "what was built isn't accepted");
    Ok(image)
}

#[derive(Default)]
struct Tally {
    refused: usize,
    ran: usize,
}

impl Tally {
    /// Runs an image with bytes that are changed by these bits.
    fn add(&mut self, image: &[u8], name: &str, changes: &[(usize, u8)]) {
        eprint!("\r{name} ");
        let mut forged = image.to_vec();
        for &(at, bits) in changes {
            forged[at] ^= bits;
        }
        let head: &[u8; HEADER_SIZE] = forged.first_chunk().expect("what was built has a header");
        let header = Header::parse(head);
        // What lies behind the end that it states is no memory of the VM's.
        let (_, size) = header.section(Section::Cells);
        if (HEADER_SIZE..=forged.len()).contains(&size) {
            forged.truncate(size);
            header.seal(&mut forged);
            if run(&forged) {
                self.ran += 1;
                return;
            }
        }
        self.refused += 1;
    }
}

/// One to five changes: half of them of a bit, half of a byte.
fn changes(image: &[u8], seed: u64) -> Vec<(usize, u8)> {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0xD1B5_4A32_D192_ED03;
    let mut random = |below: usize| {
        // xorshift64*
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        (state.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % below
    };
    let count = 1 + random(5);
    (0..count)
        .map(|_| {
            let at = CHECKED_FROM + random(image.len() - CHECKED_FROM);
            let bits = match random(2) {
                0 => 1 << random(8),
                _ => random(0x100) as u8,
            };
            (at, bits)
        })
        .collect()
}

/// Returns its last argument to the script, or fails.
struct Echo;

impl Host<Narrow<Metered>> for Echo {
    fn call(
        &self,
        vm: &mut Vm<Narrow<Metered>>,
        id: u16,
        arguments: &[<Narrow<Metered> as Width>::Value],
    ) -> Result<<Narrow<Metered> as Width>::Value, Fault> {
        match arguments.last() {
            Some(&last) if id == 7 => vm.call(last, &[]),
            _ if id == 9 => vm.async_start().map(|[promise, _]| promise),
            Some(&last) if id & 1 != 0 => Ok(last),
            last => vm.throw_value(last.copied().unwrap_or(<Narrow<Metered> as Width>::NULL)),
        }
    }
}

/// Resumes an image and calls all it exports, again and again. Whether it was accepted.
fn run(image: &[u8]) -> bool {
    let Ok(mut vm) = NarrowMachine::<Metered>::restore(image, Rc::new(Echo), &mut |id| id < 16)
    else {
        return false;
    };
    for id in exports(image) {
        let function = vm.resolve_export(id);
        for _ in 0..3 {
            vm.limit_steps(STEPS);
            // Whatever it does, it does to its own memory.
            let _ = call(&mut vm, function);
            vm.run_gc(true);
        }
    }
    true
}

fn call(vm: &mut Vm<Narrow<Metered>>, function: u16) -> Result<(), Fault> {
    let made = call_with(vm, function, 3, &mut |vm, index| match index {
        0 => vm.new_number(Number::Float(2.5f64.to_bits())),
        1 => vm.new_string(b"x\xC3\xA9y"),
        _ => vm.new_number(Number::Integer(3)),
    });
    made.map(|_| ())
}

/// The ids of an accepted image's exports.
fn exports(image: &[u8]) -> Vec<u16> {
    let head: &[u8; HEADER_SIZE] = image.first_chunk().expect("an accepted image has a header");
    let (start, end) = Header::parse(head).section(Section::Exports);
    image[start..end]
        .as_chunks::<4>()
        .0
        .iter()
        .map(|&[low, high, ..]| u16::from_le_bytes([low, high]))
        .collect()
}
