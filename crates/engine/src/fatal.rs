//! Ends that V8 decides: a full heap, or an error inside of V8. Both are told on standard error and abort the process,
//! as in Node, so that its parent sees SIGABRT.

use std::ffi::{CStr, c_char};

use crate::exceptions::write_stderr;

/// Has V8 report here instead of crashing with a trace of its own.
pub(crate) fn install(isolate: &mut v8::Isolate) {
    isolate.set_oom_error_handler(out_of_memory);
    v8::V8::set_fatal_error_handler(fatal_error);
}

fn text(message: *const c_char) -> String {
    if message.is_null() {
        return String::new();
    }
    // SAFETY: V8 hands over text that ends with a zero byte.
    unsafe { CStr::from_ptr(message) }.to_string_lossy().into_owned()
}

unsafe extern "C" fn out_of_memory(location: *const c_char, details: &v8::OomDetails) {
    let what = if details.is_heap_oom { "JavaScript heap out of memory" } else { "process out of memory" };
    let hint = if details.is_heap_oom { "(Use --max-old-space-size=MB to give the heap more)\n" } else { "" };
    write_stderr(&format!("FATAL ERROR: {} Allocation failed - {what}\n{hint}", text(location)));
    std::process::abort();
}

fn fatal_error(file: &str, line: i32, message: &str) {
    let place = if file.is_empty() { String::new() } else { format!("{file}:{line} ") };
    write_stderr(&format!("FATAL ERROR: {place}{message}\n"));
    std::process::abort();
}
