//! What happens to an error that nobody caught.
//!
//! It goes to the handler that lib/ registered, which emits `uncaughtExceptionMonitor`, asks the capture callback and
//! emits `uncaughtException`. If nobody takes it, the error is printed on standard error under the
//! line it was thrown at and the process ends: code 1, or what `process.exitCode` says; 7 if a handler
//! itself throws (<https://nodejs.org/api/process.html#exit-codes>).

use std::fmt::Write as _;

use v8::{Local, Message, PinScope, Value};

use crate::runtime::Runtime;
use crate::value;

/// Node's exit codes for ends that no script chose.
pub mod exit_code {
    /// An uncaught error.
    pub const GENERIC_USER_ERROR: i32 = 1;
    /// The handler of uncaught errors threw.
    pub const EXCEPTION_IN_HANDLER: i32 = 7;
    /// Bad command-line arguments.
    pub const INVALID_ARGUMENT: i32 = 9;
    /// lib/ failed to start.
    pub const BOOTSTRAP_FAILURE: i32 = 10;
    /// A top-level await never settled.
    pub const UNSETTLED_TOP_LEVEL_AWAIT: i32 = 13;
}

/// Hands an uncaught error to lib/; does not return if it ends the process.
pub fn uncaught<'s>(
    scope: &mut PinScope<'s, '_>,
    error: Local<'s, Value>,
    message: Option<Local<'s, Message>>,
    from_promise: bool,
) {
    let runtime = Runtime::of(scope);
    if runtime.is_stopping() {
        return;
    }
    let message = message.unwrap_or_else(|| v8::Exception::create_message(scope, error));
    let Some(handler) = runtime.callbacks.uncaught.get(scope) else {
        report(scope, &runtime, error, Some(message));
        runtime.exit(exit_code::BOOTSTRAP_FAILURE);
        return;
    };
    let process = runtime.process(scope);
    let from_promise = v8::Boolean::new(scope, from_promise);
    v8::tc_scope!(let scope, scope);
    let handled = handler.call(scope, process, &[error, from_promise.into()]);
    if scope.has_terminated() || runtime.is_stopping() {
        return;
    }
    match handled {
        Some(handled) if !handled.is_false() => {}
        Some(_) => {
            report(scope, &runtime, error, Some(message));
            let code = runtime.shared.exit_code().unwrap_or(exit_code::GENERIC_USER_ERROR);
            runtime.exit(code);
        }
        None => {
            let thrown = scope.exception().unwrap_or_else(|| v8::undefined(scope).into());
            let message = scope.message();
            scope.reset();
            report(scope, &runtime, thrown, message);
            runtime.exit(exit_code::EXCEPTION_IN_HANDLER);
        }
    }
}

/// Prints an error that ends the process, as Node does.
pub fn report<'s>(
    scope: &mut PinScope<'s, '_>,
    runtime: &Runtime,
    error: Local<'s, Value>,
    message: Option<Local<'s, Message>>,
) {
    let frame = if is_decorated(scope, error) {
        String::new()
    } else {
        message.and_then(|m| source_frame(scope, m)).unwrap_or_default()
    };
    let thrown_at = message.and_then(|m| m.get_stack_trace(scope)).map(|trace| stack_text(scope, trace));
    v8::tc_scope!(let scope, scope);
    if let Some(formatter) = runtime.callbacks.format_fatal.get(scope) {
        let frame = value::string(scope, &frame);
        let thrown_at: Local<'_, Value> = match thrown_at {
            Some(text) => value::string(scope, &text).into(),
            None => v8::undefined(scope).into(),
        };
        let receiver = v8::undefined(scope);
        let text = formatter.call(scope, receiver.into(), &[error, frame.into(), thrown_at]);
        if let Some(text) = text.and_then(|t| value::to_string(scope, t)) {
            write_stderr(&text);
            return;
        }
        scope.reset();
    }
    let stack = TryInto::<Local<'_, v8::Object>>::try_into(error)
        .ok()
        .and_then(|object| value::get(scope, object, "stack"))
        .filter(|stack| stack.is_string())
        .unwrap_or(error);
    let text = stack.to_rust_string_lossy(scope);
    write_stderr(&format!("{frame}{text}\n"));
}

/// What says that an error's stack starts with its source line.
fn decorated_key<'s>(scope: &mut PinScope<'s, '_>) -> Local<'s, v8::Private> {
    let name = value::name(scope, "phasor:decorated");
    v8::Private::for_api(scope, Some(name))
}

/// Whether the stack of `error` starts with its source line, by [`decorate`].
pub fn is_decorated<'s>(scope: &mut PinScope<'s, '_>, error: Local<'s, Value>) -> bool {
    let Ok(error) = TryInto::<Local<'_, v8::Object>>::try_into(error) else { return false };
    let key = decorated_key(scope);
    error.has_private(scope, key).unwrap_or(false)
}

/// Puts `frame` before the stack of `error`, once.
pub fn decorate<'s>(scope: &mut PinScope<'s, '_>, error: Local<'s, Value>, frame: &str) {
    if !error.is_native_error() || is_decorated(scope, error) {
        return;
    }
    let Ok(error) = TryInto::<Local<'_, v8::Object>>::try_into(error) else { return };
    let Some(stack) = value::get(scope, error, "stack").and_then(|stack| value::to_string(scope, stack)) else {
        return;
    };
    let key = decorated_key(scope);
    let on = v8::Boolean::new(scope, true);
    error.set_private(scope, key, on.into());
    value::set_string(scope, error, "stack", &format!("{frame}\n{stack}"));
}

/// `file:line`, the source line and a row of carets under what failed. Empty for built-in code without a line.
pub fn source_frame<'s>(scope: &mut PinScope<'s, '_>, message: Local<'s, Message>) -> Option<String> {
    source_frame_after(scope, message, 0)
}

/// [`source_frame`] for a line whose first column was given the number `first_column`.
pub fn source_frame_after<'s>(
    scope: &mut PinScope<'s, '_>,
    message: Local<'s, Message>,
    first_column: usize,
) -> Option<String> {
    let resource = message.get_script_resource_name(scope)?;
    let resource = resource.to_rust_string_lossy(scope);
    let line_number = message.get_line_number(scope)?;
    let line = message.get_source_line(scope)?.to_rust_string_lossy(scope);
    let start = message.get_start_column();
    let shift = if start >= first_column { first_column } else { 0 };
    let start = start - shift;
    let end = message.get_end_column().saturating_sub(shift);
    let mut out = format!("{resource}:{line_number}\n{line}\n");
    if start >= end {
        return Some(out);
    }
    // Columns count UTF-16 units; tabs are kept so that the carets stand under the code.
    let mut column = 0;
    for c in line.chars() {
        if column >= start {
            break;
        }
        out.push(if c == '\t' { '\t' } else { ' ' });
        column += c.len_utf16();
    }
    let length = line.encode_utf16().count();
    for _ in start..end.min(length).max(start + 1) {
        out.push('^');
    }
    let _ = writeln!(out);
    Some(out)
}

fn stack_text<'s>(scope: &mut PinScope<'s, '_>, trace: Local<'s, v8::StackTrace>) -> String {
    let mut out = String::new();
    for i in 0..trace.get_frame_count() {
        let Some(frame) = trace.get_frame(scope, i) else { continue };
        let script =
            frame.get_script_name_or_source_url(scope).map(|s| s.to_rust_string_lossy(scope)).unwrap_or_default();
        let place = format!("{script}:{}:{}", frame.get_line_number(), frame.get_column());
        let function = frame.get_function_name(scope).map(|s| s.to_rust_string_lossy(scope)).unwrap_or_default();
        let _ = if function.is_empty() {
            writeln!(out, "    at {place}")
        } else {
            writeln!(out, "    at {function} ({place})")
        };
    }
    out
}

/// Writes all of `text` to standard error, past JavaScript and its streams.
pub fn write_stderr(text: &str) {
    let mut rest = text.as_bytes();
    while !rest.is_empty() {
        // SAFETY: writes from a slice that is alive.
        let n = unsafe { libc::write(2, rest.as_ptr().cast(), rest.len()) };
        if n > 0 {
            rest = &rest[n as usize..];
            continue;
        }
        match std::io::Error::last_os_error().raw_os_error() {
            Some(libc::EINTR) => {}
            Some(libc::EAGAIN) => {
                let mut wait = libc::pollfd { fd: 2, events: libc::POLLOUT, revents: 0 };
                // SAFETY: one pollfd that is alive.
                unsafe { libc::poll(&mut wait, 1, -1) };
            }
            _ => return,
        }
    }
}
