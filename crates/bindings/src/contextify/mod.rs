//! `internalBinding('contextify')`: compiling and running source text, for the module loaders and for `vm`.
//!
//! | file | holds |
//! | --- | --- |
//! | `compile` | functions from source text, the CommonJS wrapper among them |
//! | `detect` | whether a text that is no CommonJS is an ES module |
//! | `script` | the class `ContextifyScript` |
//! | `sandbox` | contexts whose globals are the properties of an object |
//! | `watchdog` | ending a script after a time, or on SIGINT |
//! | `origin` | where a text comes from, and who answers its dynamic imports |
//! | `frame` | the source line in the stack of a syntax error |

mod compile;
mod detect;
pub mod frame;
pub mod origin;
pub mod sandbox;
mod script;
pub mod watchdog;

pub use script::throw_interrupted;

use phasor_engine::binding::{Binding, Definition};
use phasor_engine::value;
use v8::{FunctionCallbackArguments, Local, PinScope, Value};

pub const BINDING: Binding = Binding { name: "contextify", define };

fn define(d: &mut Definition) {
    compile::define(d);
    detect::define(d);
    sandbox::define(d);
    script::define(d);
}

/// The argument `index` as a 32-bit integer, 0 if it is none.
pub fn int<'s>(scope: &PinScope<'s, '_>, args: &FunctionCallbackArguments<'s>, index: i32) -> i32 {
    args.get(index).int32_value(scope).unwrap_or(0)
}

/// The argument `index` as a string; what is none is converted, or empty if that throws.
pub fn string<'s>(scope: &PinScope<'s, '_>, args: &FunctionCallbackArguments<'s>, index: i32) -> Local<'s, v8::String> {
    args.get(index).to_string(scope).unwrap_or_else(|| v8::String::empty(scope))
}

/// A Buffer with `bytes`, or the plain Uint8Array if the program's `Buffer` is not there yet.
pub fn bytes_array<'s>(scope: &mut PinScope<'s, '_>, bytes: &[u8]) -> Local<'s, Value> {
    let length = bytes.len();
    let store = v8::ArrayBuffer::new_backing_store_from_vec(bytes.to_vec()).make_shared();
    let buffer = v8::ArrayBuffer::with_backing_store(scope, &store);
    match v8::Uint8Array::new(scope, buffer, 0, length) {
        Some(array) => array.into(),
        None => v8::undefined(scope).into(),
    }
}

/// Sets `object[key]` to a boolean.
pub fn set_bool<'s>(scope: &mut PinScope<'s, '_>, object: Local<'s, v8::Object>, key: &str, on: bool) {
    let on = v8::Boolean::new(scope, on);
    value::set(scope, object, key, on);
}
