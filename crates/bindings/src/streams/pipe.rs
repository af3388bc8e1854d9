//! `internalBinding('pipe_wrap')`: pipes and Unix sockets.

use phasor_engine::binding::{Binding, Definition};
use phasor_engine::{Runtime, errors, value, wrap};
use phasor_evloop::Errno;
use v8::{FunctionCallbackArguments, Local, Object, PinScope, ReturnValue, Value};

use super::base::{self, StreamBase};
use super::connection::{self, listen, open, status};

pub const BINDING: Binding = Binding { name: "pipe_wrap", define };

const CONSTANTS: [(&str, f64); 5] =
    [("SOCKET", 0.0), ("SERVER", 1.0), ("IPC", 2.0), ("UV_READABLE", 1.0), ("UV_WRITABLE", 2.0)];

fn define(d: &mut Definition) {
    d.class("Pipe", construct)
        .with(base::extend)
        .method("open", open)
        .method("connect", connect)
        .method("bind", bind)
        .method("listen", listen)
        .method("fchmod", fchmod);
    d.class("PipeConnectWrap", super::construct_request);
    d.init(|scope, target| {
        let constants = Object::new(scope);
        for (name, number) in CONSTANTS {
            value::set_number(scope, constants, name, number);
        }
        value::set(scope, target, "constants", constants);
    });
}

/// `new Pipe(type)`
fn construct<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    if !args.is_construct_call() {
        errors::throw_type_error(scope, "Class constructor Pipe cannot be invoked without 'new'");
        return;
    }
    let stream = Runtime::of(scope).event_loop().pipe();
    let is_server = args.get(0).uint32_value(scope) == Some(1);
    StreamBase::attach(scope, args.this(), stream, if is_server { "PipeServerWrap" } else { "PipeWrap" });
}

fn path(scope: &mut PinScope<'_, '_>, value: Local<'_, Value>) -> Vec<u8> {
    value::to_bytes(scope, value).unwrap_or_default()
}

/// `connect(request, path)`: 0 or a negative errno; `request.oncomplete(status, handle, request, readable, writable)`.
fn connect<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(base) = wrap::this::<StreamBase>(scope, &args) else { return };
    let Ok(request) = TryInto::<Local<'s, Object>>::try_into(args.get(0)) else {
        errors::throw_type_error(scope, "connect takes a request");
        return;
    };
    let path = path(scope, args.get(1));
    let done = connection::connected(scope, base, request, "PipeConnectWrap");
    let result = base.stream().connect_path(&path, move |_, result| done(result));
    rv.set_int32(status(result));
}

/// `bind(path)`: 0 or a negative errno.
fn bind<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(base) = wrap::this::<StreamBase>(scope, &args) else { return };
    let path = path(scope, args.get(0));
    rv.set_int32(status(base.stream().bind_path(&path)));
}

/// `fchmod(mode)`: who may connect; 0 or a negative errno.
fn fchmod<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(base) = wrap::this::<StreamBase>(scope, &args) else { return };
    let wanted = args.get(0).uint32_value(scope).unwrap_or(0);
    let Some(fd) = base.stream().fd() else {
        rv.set_int32(Errno::EBADF.code());
        return;
    };
    rv.set_int32(allow_everybody(fd, wanted).err().map_or(0, Errno::code));
}

/// Lets everybody connect to the Unix socket `fd`, or send to it, as the bits of `wanted` (1 readable, 2 writable) say.
fn allow_everybody(fd: i32, wanted: u32) -> Result<(), Errno> {
    // SAFETY: `fd` stays open during the call: its stream is on this thread.
    let fd = unsafe { rustix::fd::BorrowedFd::borrow_raw(fd) };
    let address = rustix::net::getsockname(fd)?;
    let address: rustix::net::SocketAddrUnix = address.try_into()?;
    let path = address.path().ok_or(Errno::EINVAL)?.into_owned();
    let mut mode = rustix::fs::stat(&*path)?.st_mode;
    if wanted & 1 != 0 {
        mode |= 0o444;
    }
    if wanted & 2 != 0 {
        mode |= 0o222;
    }
    rustix::fs::chmod(&*path, rustix::fs::Mode::from_raw_mode(mode & 0o7777))?;
    Ok(())
}
