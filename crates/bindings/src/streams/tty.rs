//! `internalBinding('tty_wrap')`: terminals.

use phasor_engine::binding::{Binding, Definition};
use phasor_engine::{Runtime, errors, value, wrap};
use phasor_evloop::{Errno, TtyMode, set_tty_mode, tty_window_size};
use v8::{FunctionCallbackArguments, Local, Object, PinScope, ReturnValue, Value};

use super::base::{self, StreamBase};

pub const BINDING: Binding = Binding { name: "tty_wrap", define };

fn define(d: &mut Definition) {
    d.class("TTY", construct)
        .with(base::extend)
        .method("getWindowSize", window_size)
        .method("setRawMode", set_raw_mode);
    d.method("isTTY", is_tty).constants(&[
        ("UV_TTY_MODE_NORMAL", 0.0),
        ("UV_TTY_MODE_IO", 2.0),
        ("UV_TTY_MODE_RAW_VT", 3.0),
    ]);
}

/// `isTTY(fd)`
fn is_tty<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let fd = args.get(0).int32_value(scope).unwrap_or(-1);
    // SAFETY: isatty has no memory preconditions.
    rv.set_bool(fd >= 0 && unsafe { libc::isatty(fd) } == 1);
}

/// `new TTY(fd, context)`: a failure is described in `context`.
fn construct<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    if !args.is_construct_call() {
        errors::throw_type_error(scope, "Class constructor TTY cannot be invoked without 'new'");
        return;
    }
    let fd = args.get(0).int32_value(scope).unwrap_or(-1);
    let opened = Runtime::of(scope).event_loop().tty(fd);
    match opened {
        Ok(stream) => StreamBase::attach(scope, args.this(), stream, "TTYWrap"),
        Err(errno) => {
            let Ok(context) = TryInto::<Local<'_, Object>>::try_into(args.get(1)) else { return };
            value::set_number(scope, context, "errno", f64::from(errno.code()));
            value::set_string(scope, context, "code", errno.name());
            value::set_string(scope, context, "message", errno.message());
            value::set_string(scope, context, "syscall", "uv_tty_init");
        }
    }
}

/// `getWindowSize([columns, rows])`: fills the array; 0 or a negative errno.
fn window_size<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(base) = wrap::this::<StreamBase>(scope, &args) else { return };
    let size = base.stream().fd().ok_or(Errno::EBADF).and_then(tty_window_size);
    match size {
        Ok((columns, rows)) => {
            if let Ok(array) = TryInto::<Local<'_, v8::Array>>::try_into(args.get(0)) {
                for (i, number) in [(0, columns), (1, rows)] {
                    let number = v8::Integer::new_from_unsigned(scope, u32::from(number));
                    array.set_index(scope, i, number.into());
                }
            }
            rv.set_int32(0);
        }
        Err(errno) => rv.set_int32(errno.code()),
    }
}

/// `setRawMode(mode)`: 0 or a negative errno.
fn set_raw_mode<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(base) = wrap::this::<StreamBase>(scope, &args) else { return };
    let mode = match args.get(0).uint32_value(scope) {
        Some(0) => TtyMode::Normal,
        Some(2) => TtyMode::Io,
        _ => TtyMode::Raw,
    };
    let result = base.stream().fd().ok_or(Errno::EBADF).and_then(|fd| set_tty_mode(fd, mode));
    rv.set_int32(result.err().map_or(0, Errno::code));
}
