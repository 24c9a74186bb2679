//! `microvium symbolize`.

use crate::arguments::SymbolizeOptions;
use crate::{Failure, file_failure, print_line, sidecar};
use std::fs;

/// Prints the function and the place in the source of each address.
pub fn symbolize(options: &SymbolizeOptions) -> Result<(), Failure> {
    let path = &options.snapshot;
    let image = fs::read(path).map_err(|error| file_failure("read", path, &error))?;
    let sidecar = sidecar::read(path, &image)
        .map_err(|reason| Failure(format!("error: there is no map: {reason}")))?;
    for &address in &options.addresses {
        let call = sidecar.call(address.into());
        let place = call.map_or("not in a function".to_owned(), |call| call.to_string());
        print_line(&format!("{address:#06x} {place}"))?;
    }
    Ok(())
}
