//! Tells the linker where the board's memories are, and the compiler which image goes into flash.
use std::path::PathBuf;

fn main() {
    let folder = PathBuf::from(
        std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo says where the package is"),
    );
    println!("cargo::rustc-link-search={}", folder.display());
    println!("cargo::rustc-link-arg=-Tlink.x");
    println!("cargo::rerun-if-changed=memory.x");
    println!("cargo::rerun-if-env-changed=IMAGE");
    match std::env::var("IMAGE") {
        Ok(image) => println!("cargo::rerun-if-changed={image}"),
        Err(_) => println!("cargo::error=set IMAGE to the path of the image to put into flash"),
    }
}
