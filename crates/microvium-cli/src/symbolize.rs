//! `microvium symbolize`.

use crate::arguments::SymbolizeOptions;
use crate::{Failure, file_failure, print_line, sidecar};
use microvium_snapshot::decode;
use microvium_snapshot::decode::Content;
use std::fs;

/// Prints the function and the place in the source of each address.
pub fn symbolize(options: &SymbolizeOptions) -> Result<(), Failure> {
    let path = &options.snapshot;
    let image = fs::read(path).map_err(|error| file_failure("read", path, &error))?;
    let sidecar = sidecar::read(path, &image)
        .map_err(|reason| Failure(format!("error: there is no map: {reason}")))?;
    let decoded = decode(&image)
        .map_err(|reason| Failure(format!("error: `{}`: {reason}", path.display())))?;
    // `inspect` shows where functions begin: that is their head, which is no code yet.
    let heads: Vec<(u16, usize)> = (decoded.rom.iter())
        .filter_map(|cell| match &cell.content {
            Content::Code(code) => Some((cell.offset, code.first)),
            _ => None,
        })
        .collect();
    for &address in &options.addresses {
        let head = (heads.iter())
            .find(|(start, first)| *start <= address && usize::from(address) < *first);
        let call = sidecar.call(head.map_or(address.into(), |(_, first)| *first));
        let place = call.map_or("not in a function".to_owned(), |call| call.to_string());
        print_line(&format!("{address:#06x} {place}"))?;
    }
    Ok(())
}
