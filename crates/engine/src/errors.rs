//! How native code throws.
//!
//! Error codes and messages are Node's. A system error has `errno` (negative), `code`, `syscall` and,
//! where there is one, `path` and `dest`; its message is `CODE: description, syscall 'path' -> 'dest'`
//! (<https://nodejs.org/api/errors.html#class-systemerror>).

use phasor_evloop::Errno;
use v8::{Local, PinScope, Value};

use crate::value;

/// Throws a `TypeError`.
pub fn throw_type_error(scope: &mut PinScope<'_, '_>, message: &str) {
    let message = value::string(scope, message);
    let error = v8::Exception::type_error(scope, message);
    scope.throw_exception(error);
}

/// Throws a `RangeError`.
pub fn throw_range_error(scope: &mut PinScope<'_, '_>, message: &str) {
    let message = value::string(scope, message);
    let error = v8::Exception::range_error(scope, message);
    scope.throw_exception(error);
}

/// Throws an `Error`.
pub fn throw_error(scope: &mut PinScope<'_, '_>, message: &str) {
    let message = value::string(scope, message);
    let error = v8::Exception::error(scope, message);
    scope.throw_exception(error);
}

/// Which constructor an error with a code has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ErrorClass {
    Error,
    TypeError,
    RangeError,
    SyntaxError,
}

/// An error with Node's `code`, its stack headed `Class [CODE]: message`.
pub fn coded_error<'s>(scope: &mut PinScope<'s, '_>, class: ErrorClass, code: &str, message: &str) -> Local<'s, Value> {
    let text = value::string(scope, message);
    let error = match class {
        ErrorClass::Error => v8::Exception::error(scope, text),
        ErrorClass::TypeError => v8::Exception::type_error(scope, text),
        ErrorClass::RangeError => v8::Exception::range_error(scope, text),
        ErrorClass::SyntaxError => v8::Exception::syntax_error(scope, text),
    };
    if let Ok(object) = TryInto::<Local<'s, v8::Object>>::try_into(error) {
        value::set_string(scope, object, "code", code);
    }
    error
}

/// Throws [`coded_error`].
pub fn throw_coded(scope: &mut PinScope<'_, '_>, class: ErrorClass, code: &str, message: &str) {
    let error = coded_error(scope, class, code, message);
    scope.throw_exception(error);
}

/// The error of a failed system call.
pub fn system_error<'s>(
    scope: &mut PinScope<'s, '_>,
    errno: Errno,
    syscall: &str,
    path: Option<&[u8]>,
    dest: Option<&[u8]>,
) -> Local<'s, Value> {
    let mut message = format!("{}: {}, {syscall}", errno.name(), errno.message());
    if let Some(path) = path {
        message.push_str(&format!(" '{}'", String::from_utf8_lossy(path)));
    }
    if let Some(dest) = dest {
        message.push_str(&format!(" -> '{}'", String::from_utf8_lossy(dest)));
    }
    let text = value::string(scope, &message);
    let error = v8::Exception::error(scope, text);
    if let Ok(object) = TryInto::<Local<'s, v8::Object>>::try_into(error) {
        value::set_number(scope, object, "errno", f64::from(errno.code()));
        value::set_string(scope, object, "code", errno.name());
        value::set_string(scope, object, "syscall", syscall);
        for (key, bytes) in [("path", path), ("dest", dest)] {
            if let Some(bytes) = bytes {
                let text = value::bytes_as_string(scope, bytes);
                value::set(scope, object, key, text);
            }
        }
    }
    error
}

/// Throws [`system_error`].
pub fn throw_system_error(
    scope: &mut PinScope<'_, '_>,
    errno: Errno,
    syscall: &str,
    path: Option<&[u8]>,
    dest: Option<&[u8]>,
) {
    let error = system_error(scope, errno, syscall, path, dest);
    scope.throw_exception(error);
}
