//! The functions that the engine itself provides to scripts. A Host cell refers to one as to an import
//! whose id no host uses.

list! {
    /// A function of the engine, by its import id.
    pub enum Native : u16 {
        ArrayPush = 0xFF00, "Array.prototype.push: appends its arguments to `this`.";
    }
}

/// Host functions from this id on exist only at build time; scripts can't import them. The engine's own
/// follow behind.
pub const FIRST_EPHEMERAL: u16 = 0xFE00;
