//! What is in a linked firmware: bytes of flash and RAM, functions, and who calls whom.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use object::read::archive::ArchiveFile;
use object::read::elf::ElfFile32;
use object::{
    Object, ObjectSection, ObjectSymbol, RelocationTarget, SectionFlags, SymbolKind, elf,
};

/// A linked firmware. It must have been linked with `--emit-relocs`, else nothing seems to call anything.
pub struct Firmware {
    /// Bytes that lie in flash: code, constants and the initial values of variables.
    pub flash: u64,
    /// Bytes of static variables.
    pub statics: u64,
    /// By address.
    pub symbols: BTreeMap<u64, Symbol>,
}

/// A function or a constant.
pub struct Symbol {
    pub bytes: u64,
    /// All its names; the compiler's runtime gives many functions two.
    pub names: BTreeSet<String>,
    /// Addresses of the symbols that refer to it.
    pub users: BTreeSet<u64>,
}

impl Firmware {
    /// Reads a linked ELF file.
    pub fn read(path: &Path) -> Result<Self> {
        let bytes = fs::read(path).with_context(|| format!("can't read {}", path.display()))?;
        let file = ElfFile32::<object::Endianness>::parse(&*bytes)?;
        let mut firmware = Firmware {
            flash: 0,
            statics: 0,
            symbols: BTreeMap::new(),
        };

        for section in file.sections() {
            let SectionFlags::Elf { sh_flags, .. } = section.flags() else {
                continue;
            };
            if !sh_flags.contains(elf::SHF_ALLOC) {
                continue;
            }
            if section.file_range().is_some() {
                firmware.flash += section.size();
            }
            if sh_flags.contains(elf::SHF_WRITE) {
                firmware.statics += section.size();
            }
        }
        for symbol in file.symbols() {
            let kept = matches!(symbol.kind(), SymbolKind::Text | SymbolKind::Data);
            if kept && symbol.size() > 0 {
                firmware
                    .symbols
                    .entry(code_address(symbol.address()))
                    .or_insert_with(|| Symbol {
                        bytes: symbol.size(),
                        names: BTreeSet::new(),
                        users: BTreeSet::new(),
                    })
                    .names
                    .insert(symbol.name()?.to_string());
            }
        }
        for section in file.sections() {
            for (address, relocation) in section.relocations() {
                let RelocationTarget::Symbol(index) = relocation.target() else {
                    continue;
                };
                let used = code_address(file.symbol_by_index(index)?.address());
                if let Some(user) = firmware.holder(address)
                    && user != used
                    && let Some(symbol) = firmware.symbols.get_mut(&used)
                {
                    symbol.users.insert(user);
                }
            }
        }
        Ok(firmware)
    }

    /// The address of the symbol that this address lies in.
    fn holder(&self, address: u64) -> Option<u64> {
        let (&start, symbol) = self.symbols.range(..=address).next_back()?;
        (address < start + symbol.bytes).then_some(start)
    }
}

/// A Thumb function's address says so in its lowest bit.
fn code_address(address: u64) -> u64 {
    address & !1
}

/// The names that an archive's members define whose file name begins with `prefix`.
pub fn names_defined_in(archive: &Path, prefix: &str) -> Result<BTreeSet<String>> {
    let bytes = fs::read(archive).with_context(|| format!("can't read {}", archive.display()))?;
    let mut names = BTreeSet::new();
    for member in ArchiveFile::parse(&*bytes)?.members() {
        let member = member?;
        if !member.name().starts_with(prefix.as_bytes()) {
            continue;
        }
        let file = object::File::parse(member.data(&*bytes)?)?;
        for symbol in file.symbols().filter(|symbol| symbol.is_definition()) {
            names.insert(symbol.name()?.to_string());
        }
    }
    Ok(names)
}
