//! The runtime's core: how V8 and the event loop meet.
//!
//! | module | holds |
//! | --- | --- |
//! | [`binding`] | how a native module (`internalBinding(name)`) is declared |
//! | [`builtins`] | the sources of lib/ and how they are compiled |
//! | [`callback_scope`] | the one way from the loop into JavaScript |
//! | [`exceptions`] | uncaught errors, error frames, fatal ends |
//! | [`errors`] | how native code throws, system errors included |
//! | [`family`] | what a runtime shares with its workers |
//! | [`image`] | the start-up image: V8 snapshot and lib/ in one file |
//! | [`platform`] | V8's platform: background threads, tasks for the isolate's thread |
//! | [`runtime`] | one isolate, its context and its loop |
//! | [`v8_flags`] | V8's own command-line flags |
//! | [`value`] | short ways to make and read JavaScript values |
//! | [`wrap`] | native data that hangs on a JavaScript object |

pub mod binding;
pub mod builtins;
pub mod callback_scope;
pub mod errors;
pub mod exceptions;
pub mod family;
mod fatal;
pub mod image;
pub mod platform;
pub mod runtime;
pub mod v8_flags;
pub mod value;
pub mod wrap;

pub use runtime::Runtime;
