//! An image as text: `microvium inspect` and the disassembly.

use crate::decode::{Content, Decoded, DecodedCell, DecodedCode};
use crate::image::import_name;
use crate::sidecar::Sidecar;
use microvium_format::code::{BOUND, CLASS, CONSTRUCTOR, FRAME_UNIT, REST, SCOPED, TARGET};
use microvium_format::decode::Instruction;
use microvium_format::image::{Field, NARROW};
use microvium_format::operation::Operand;
use microvium_format::version::VERSION;
use microvium_format::{Builtin, ErrorCode, Kind, Parts, narrow};
use microvium_ir::Text;
use std::collections::BTreeMap;
use std::fmt::{self, Display, Formatter};

/// What `Display` prints of an image; with its sidecar also names and source positions.
pub struct Dump<'a> {
    image: &'a Decoded,
    sidecar: Option<&'a Sidecar>,
    rom: BTreeMap<u16, &'a DecodedCell>,
    ram: BTreeMap<u16, &'a DecodedCell>,
}

impl<'a> Dump<'a> {
    /// Of this image.
    pub fn new(image: &'a Decoded, sidecar: Option<&'a Sidecar>) -> Dump<'a> {
        let by_offset = |cells: &'a [DecodedCell]| cells.iter().map(|it| (it.offset, it)).collect();
        Dump {
            image,
            sidecar: sidecar.filter(|it| it.crc == image.crc),
            rom: by_offset(&image.rom),
            ram: by_offset(&image.ram),
        }
    }

    /// A word's value. An even word of ROM names a slot.
    fn value(&self, word: u16, in_rom: bool) -> String {
        if word & 1 == 0 && in_rom {
            let index = usize::from(word.wrapping_sub(narrow::RAM_START)) / narrow::WORD;
            return match self.image.slots.get(index) {
                Some(target) => format!("[{word}] {}", self.value(*target, false)),
                None => format!("[{word}] nothing"),
            };
        }
        if word & 3 == 3 {
            return ((word as i16) >> 2).to_string();
        }
        if let Some((_, name)) = narrow::CONSTANTS.iter().find(|(code, _)| *code == word) {
            return (*name).to_owned();
        }
        let fault = word.wrapping_sub(narrow::FIRST_FAULT) >> 2;
        if word >= narrow::FIRST_FAULT && word & 3 == 1 {
            let code = u8::try_from(fault).ok().and_then(ErrorCode::from_code);
            return format!("fault {}", code.map_or("unknown", ErrorCode::name));
        }
        let (cell, name) = match word & 1 {
            0 => (self.ram.get(&word), format!("+{word}")),
            _ => (self.rom.get(&(word & !3)), format!("@{}", word & !3)),
        };
        match cell {
            Some(cell) => format!("{name} {}", self.summary(cell)),
            None => format!("{name} nothing"),
        }
    }

    /// A cell in a few words.
    fn summary(&self, cell: &DecodedCell) -> String {
        match &cell.content {
            Content::Text(text) => quote(text),
            Content::Number(number) => number.to_string(),
            Content::Code(code) => match self.function_name(code) {
                Some(name) => format!("Function {name}"),
                None => "Function".to_owned(),
            },
            _ => cell.kind.name().to_owned(),
        }
    }

    fn function_name(&self, code: &DecodedCode) -> Option<&'a str> {
        self.sidecar?.function(code.first)
    }

    fn cell(&self, f: &mut Formatter<'_>, cell: &DecodedCell, in_rom: bool) -> fmt::Result {
        let mark = if in_rom { '@' } else { '+' };
        write!(f, "  {mark}{:<5} {:<9} ", cell.offset, cell.kind.name())?;
        match &cell.content {
            Content::Values(values) => {
                if matches!(
                    cell.kind,
                    Kind::Object | Kind::Dictionary | Kind::Array | Kind::Host
                ) {
                    write!(f, "{} ", cell.count)?;
                }
                if cell.kind == Kind::Host {
                    return match self.image.imports.get(cell.count) {
                        Some(id) => writeln!(f, "{}", self.import(*id)),
                        None => writeln!(f, "no such import"),
                    };
                }
                let values = values.iter().map(|word| self.value(*word, in_rom));
                writeln!(f, "({})", values.collect::<Vec<_>>().join(", "))
            }
            Content::Text(text) => writeln!(f, "{}", quote(text)),
            Content::Number(number) => writeln!(f, "{number}"),
            Content::Integers(integers) => {
                let integers: Vec<String> = integers.iter().map(i32::to_string).collect();
                writeln!(f, "{} ({})", cell.count, integers.join(", "))
            }
            Content::Bytes(bytes) => writeln!(f, "{bytes:02x?}"),
            Content::Code(code) => self.code(f, code),
        }
    }

    fn code(&self, f: &mut Formatter<'_>, code: &DecodedCode) -> fmt::Result {
        if let Some(name) = self.function_name(code) {
            write!(f, "{name} ")?;
        }
        let frame = usize::from(code.frame) * FRAME_UNIT;
        write!(f, "({} parameters, frame of {frame}", code.parameters)?;
        for (flag, name) in [
            (CONSTRUCTOR, "constructor"),
            (CLASS, "class"),
            (REST, "rest"),
            (TARGET, "target"),
            (SCOPED, "scoped"),
            (BOUND, "bound"),
        ] {
            if code.flags & flag != 0 {
                write!(f, ", {name}")?;
            }
        }
        writeln!(f, ")")?;
        for handler in &code.handlers {
            writeln!(
                f,
                "         handler {}..{} -> {} with {} slots",
                handler.start, handler.end, handler.target, handler.depth
            )?;
        }
        let mut shown = None;
        for instruction in &code.instructions {
            let text = self.instruction(instruction);
            let position = self
                .sidecar
                .and_then(|it| it.position(code.first + instruction.offset));
            match position.filter(|it| shown.as_ref() != Some(it)) {
                Some(position) => {
                    writeln!(f, "    {:>6}  {text:<40} {position}", instruction.offset)?;
                    shown = Some(position);
                }
                None => writeln!(f, "    {:>6}  {text}", instruction.offset)?,
            }
        }
        Ok(())
    }

    fn instruction(&self, instruction: &Instruction) -> String {
        let operand = instruction.operand;
        let name = instruction.operation.name();
        match instruction.operation.operand() {
            Operand::None => name.to_owned(),
            Operand::Special => instruction.special.map_or(name, |it| it.name()).to_owned(),
            Operand::Constant | Operand::Key => {
                let constant = self.image.constants.get(operand as usize);
                let value = constant.map(|word| self.value(*word, true));
                format!("{name} {operand} {}", value.unwrap_or_default())
            }
            Operand::Variable => match self.sidecar.and_then(|it| it.variable(operand as usize)) {
                Some(variable) => format!("{name} {operand} {variable}"),
                None => format!("{name} {operand}"),
            },
            Operand::Jump8 | Operand::Jump16 => {
                format!("{name} {}", instruction.target().unwrap_or_default())
            }
            Operand::Slot | Operand::Integer | Operand::Field | Operand::Count => {
                format!("{name} {operand}")
            }
        }
    }
}

impl Display for Dump<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let image = self.image;
        write!(
            f,
            "image of {} bytes, {} of them for RAM, version {VERSION}, {NARROW} bits, {:08x}",
            image.header.get(Field::Size),
            image.header.get(Field::Cells) - image.header.get(Field::Ram),
            image.crc
        )?;
        for (part, name, _) in Parts::ALL {
            if Parts(image.header.get(Field::Needs)).contains(*part) {
                write!(f, ", needs {name}")?;
            }
        }
        writeln!(f)?;
        // What tells most comes first.
        section(
            f,
            "exports",
            (image.exports.iter())
                .map(|(id, word)| format!("{id} = {}", self.value(*word, true)))
                .collect(),
        )?;
        let imports = image.imports.iter().map(|id| self.import(*id));
        section(f, "imports", imports.collect())?;
        section(f, "slots", self.slots())?;
        for (name, cells, in_rom) in [("ram", &image.ram, false), ("rom", &image.rom, true)] {
            if !cells.is_empty() {
                writeln!(f, "{name}")?;
            }
            for cell in cells {
                self.cell(f, cell, in_rom)?;
            }
        }
        let constants = self.list(&image.constants, |index| index.to_string());
        section(f, "constants", constants)?;
        let builtins = self.list(&image.builtins, |index| {
            let builtin = u8::try_from(index).ok().and_then(Builtin::from_code);
            builtin.map_or("unknown", Builtin::name).to_owned()
        });
        section(f, "builtins", builtins)
    }
}

fn section(f: &mut Formatter<'_>, name: &str, lines: Vec<String>) -> fmt::Result {
    if !lines.is_empty() {
        writeln!(f, "{name}")?;
    }
    lines.iter().try_for_each(|line| writeln!(f, "  {line}"))
}

impl Dump<'_> {
    /// What a host function is called, also in the source.
    fn import(&self, id: u16) -> String {
        let name = self.sidecar.and_then(|it| it.imports.get(&id));
        match name {
            Some(name) => format!("{} {name}", import_name(id)),
            None => import_name(id),
        }
    }

    fn list(&self, words: &[u16], name: fn(usize) -> String) -> Vec<String> {
        (words.iter().enumerate())
            .map(|(index, word)| format!("{} = {}", name(index), self.value(*word, true)))
            .collect()
    }

    /// The slots: variables, strong links, weak links.
    fn slots(&self) -> Vec<String> {
        let strong = usize::from(self.image.header.get(Field::Slots));
        (self.image.slots.iter().enumerate())
            .map(|(index, word)| {
                let offset = usize::from(narrow::RAM_START) + index * narrow::WORD;
                let name = match self.sidecar.and_then(|it| it.variable(index)) {
                    Some(variable) => variable,
                    None if index < strong => "slot",
                    None => "weak link",
                };
                format!("[{offset}] {name} = {}", self.value(*word, false))
            })
            .collect()
    }
}

fn quote(text: &[u8]) -> String {
    let text = Text::from_wtf8(text);
    match text.is_private() {
        true => text.to_display(),
        false => format!("{:?}", text.to_display()),
    }
}
