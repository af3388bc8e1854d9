//! `internalBinding('tcp_wrap')`: TCP sockets.

use std::net::SocketAddr;

use phasor_engine::binding::{Binding, Definition};
use phasor_engine::{Runtime, errors, value, wrap};
use phasor_evloop::{Errno, TcpBind};
use v8::{FunctionCallbackArguments, Local, Object, PinScope, ReturnValue, Value};

use super::base::{self, StreamBase};
use super::connection::{self, listen, open, status};
use crate::address;

pub const BINDING: Binding = Binding { name: "tcp_wrap", define };

const SERVER: u32 = 1;
const IPV6_ONLY: u32 = 1;
const REUSE_PORT: u32 = 2;

fn define(d: &mut Definition) {
    d.class("TCP", construct)
        .with(base::extend)
        .method("open", open)
        .method("bind", bind)
        .method("bind6", bind)
        .method("connect", connect)
        .method("connect6", connect)
        .method("listen", listen)
        .method("getsockname", local_address)
        .method("getpeername", peer_address)
        .method("setNoDelay", set_nodelay)
        .method("setKeepAlive", set_keepalive)
        .method("reset", reset);
    d.class("TCPConnectWrap", super::construct_request);
    d.init(|scope, target| {
        let constants = Object::new(scope);
        let numbers =
            [("SOCKET", 0), ("SERVER", SERVER), ("UV_TCP_IPV6ONLY", IPV6_ONLY), ("UV_TCP_REUSEPORT", REUSE_PORT)];
        for (name, number) in numbers {
            value::set_number(scope, constants, name, f64::from(number));
        }
        value::set(scope, target, "constants", constants);
    });
}

/// `new TCP(type)`
fn construct<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    if !args.is_construct_call() {
        errors::throw_type_error(scope, "Class constructor TCP cannot be invoked without 'new'");
        return;
    }
    let stream = Runtime::of(scope).event_loop().tcp();
    let is_server = args.get(0).uint32_value(scope) == Some(SERVER);
    StreamBase::attach(scope, args.this(), stream, if is_server { "TCPServerWrap" } else { "TCPSocketWrap" });
}

/// `bind(address, port, flags)`: 0 or a negative errno.
fn bind<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(base) = wrap::this::<StreamBase>(scope, &args) else { return };
    let flags = args.get(2).uint32_value(scope).unwrap_or(0);
    let how = TcpBind { ipv6_only: flags & IPV6_ONLY != 0, reuse_port: flags & REUSE_PORT != 0 };
    let address = address::from_values(scope, args.get(0), args.get(1));
    rv.set_int32(status(address.and_then(|address| base.stream().bind_address(address, how))));
}

/// `connect(request, address, port)`: 0 or a negative errno; `request.oncomplete(status, handle, request, readable, writable)`.
fn connect<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(base) = wrap::this::<StreamBase>(scope, &args) else { return };
    let Ok(request) = TryInto::<Local<'s, Object>>::try_into(args.get(0)) else {
        errors::throw_type_error(scope, "connect takes a request");
        return;
    };
    let address = address::from_values(scope, args.get(1), args.get(2));
    let done = connection::connected(scope, base, request, "TCPConnectWrap");
    let result = address.and_then(|address| base.stream().connect_address(address, move |_, result| done(result)));
    rv.set_int32(status(result));
}

fn tell_address<'s>(
    scope: &mut PinScope<'s, '_>,
    args: &FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'_, Value>,
    address: Result<SocketAddr, Errno>,
) {
    if let (Ok(address), Ok(target)) = (address, TryInto::<Local<'s, Object>>::try_into(args.get(0))) {
        address::describe(scope, target, address);
    }
    rv.set_int32(address.err().map_or(0, Errno::code));
}

/// `getsockname(out)`: fills in `address`, `family`, `port`; 0 or a negative errno.
fn local_address<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    let Some(base) = wrap::this::<StreamBase>(scope, &args) else { return };
    tell_address(scope, &args, rv, base.stream().local_address());
}

/// `getpeername(out)`: as `getsockname`.
fn peer_address<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    let Some(base) = wrap::this::<StreamBase>(scope, &args) else { return };
    tell_address(scope, &args, rv, base.stream().peer_address());
}

/// `setNoDelay(on)`: 0 or a negative errno.
fn set_nodelay<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(base) = wrap::this::<StreamBase>(scope, &args) else { return };
    rv.set_int32(status(base.stream().set_nodelay(args.get(0).is_true())));
}

/// `setKeepAlive(on, delay, interval, count)`, in seconds: 0 or a negative errno.
fn set_keepalive<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'_, Value>,
) {
    let Some(base) = wrap::this::<StreamBase>(scope, &args) else { return };
    let number = |i, otherwise| args.get(i).uint32_value(scope).filter(|n| *n > 0).unwrap_or(otherwise);
    let (delay, interval, count) = (number(1, 0), number(2, 1), number(3, 10));
    rv.set_int32(status(base.stream().set_keepalive(args.get(0).is_true(), delay, interval, count)));
}

/// `reset([callback])`: closes with a reset; 0 or a negative errno.
fn reset<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(base) = wrap::this::<StreamBase>(scope, &args) else { return };
    rv.set_int32(status(base.close_with(scope, args.get(0), |stream, callback| stream.close_reset(callback))));
}
