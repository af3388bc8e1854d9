//! `internalBinding('addons')`: shared libraries that extend the runtime.
//!
//! The system's loader says what is wrong with a file. An addon registers itself through Node-API, which is not there
//! yet: a library that can be opened is reported as one that did not register.

use std::ffi::{CStr, CString};

use phasor_engine::binding::{Binding, Definition};
use phasor_engine::errors::{self, ErrorClass};
use v8::{FunctionCallbackArguments, PinScope, ReturnValue, Value};

pub const BINDING: Binding = Binding { name: "addons", define };

fn define(d: &mut Definition) {
    d.method("dlopen", dlopen).constant("RTLD_LAZY", f64::from(libc::RTLD_LAZY));
}

/// `dlopen(filename, flags)`: always throws, see the module's documentation.
fn dlopen<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'s, Value>) {
    let filename = args.get(0).to_rust_string_lossy(scope);
    let flags = args.get(1).int32_value(scope).unwrap_or(libc::RTLD_LAZY);
    let message = match CString::new(filename.as_str()) {
        Ok(path) => open(&path, flags),
        Err(_) => Some(format!("{filename}: cannot open shared object file")),
    };
    let message = message.unwrap_or_else(|| format!("Module did not self-register: '{filename}'."));
    errors::throw_coded(scope, ErrorClass::Error, "ERR_DLOPEN_FAILED", &message);
}

/// What the system's loader says against the file, if anything.
fn open(path: &CStr, flags: i32) -> Option<String> {
    // SAFETY: the path is a C string that is alive. A library's initialisers run code of its author, as the program asked.
    let library = unsafe { libc::dlopen(path.as_ptr(), flags) };
    if library.is_null() {
        // SAFETY: dlerror gives null or a C string that is good until the next call on this thread.
        let error = unsafe { libc::dlerror().as_ref().map(|error| CStr::from_ptr(error)) };
        return Some(error.map(|e| e.to_string_lossy().into_owned()).unwrap_or_default());
    }
    // SAFETY: `library` was opened above and nothing of it is used.
    unsafe { libc::dlclose(library) };
    None
}
