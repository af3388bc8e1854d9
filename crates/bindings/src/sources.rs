//! lib/ as it was when the executable was built.

use phasor_engine::builtins::{Source, Sources};

include!(concat!(env!("OUT_DIR"), "/lib_table.rs"));

/// The modules compiled into the executable.
pub fn embedded() -> Sources {
    Sources::new(LIB.iter().map(|(id, text)| Source { id, text, code_cache: &[] }).collect())
}
