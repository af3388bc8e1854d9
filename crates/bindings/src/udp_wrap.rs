//! `internalBinding('udp_wrap')`: UDP sockets.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::rc::Rc;

use phasor_engine::binding::{Binding, Definition};
use phasor_engine::{Runtime, errors, value, wrap};
use phasor_evloop::{Errno, Udp, UdpBind};
use v8::{FunctionCallbackArguments, Local, Object, PinScope, ReturnValue, Value};

use crate::address;
use crate::handle_wrap::{self, HandleWrap};
use crate::streams::construct_request;
use crate::streams::report::Listener;

mod options;

pub const BINDING: Binding = Binding { name: "udp_wrap", define };

const IPV6_ONLY: u32 = 1;
const REUSE_ADDRESS: u32 = 4;
const REUSE_PORT: u32 = 8;

fn define(d: &mut Definition) {
    d.class("UDP", construct)
        .with(handle_wrap::methods::<Udp>)
        .with(options::extend)
        .method("open", open)
        .method("bind", bind)
        .method("connect", connect)
        .method("disconnect", disconnect)
        .method("send", send)
        .method("recvStart", receive_start)
        .method("recvStop", receive_stop)
        .method("getsockname", local_address)
        .method("getpeername", peer_address)
        .method("getSendQueueSize", send_queue_size)
        .method("getSendQueueCount", send_queue_count)
        .accessor("fd", fd);
    d.class("SendWrap", construct_request);
    d.init(|scope, target| {
        let constants = Object::new(scope);
        let numbers =
            [("UV_UDP_IPV6ONLY", IPV6_ONLY), ("UV_UDP_REUSEADDR", REUSE_ADDRESS), ("UV_UDP_REUSEPORT", REUSE_PORT)];
        for (name, number) in numbers {
            value::set_number(scope, constants, name, f64::from(number));
        }
        value::set(scope, target, "constants", constants);
    });
}

fn status(result: Result<(), Errno>) -> i32 {
    result.err().map_or(0, Errno::code)
}

fn construct<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    if !args.is_construct_call() {
        errors::throw_type_error(scope, "Class constructor UDP cannot be invoked without 'new'");
        return;
    }
    let udp = Runtime::of(scope).event_loop().udp();
    HandleWrap::attach(scope, args.this(), udp, "UDPWrap");
}

/// `open(fd)`: 0 or a negative errno.
fn open<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(wrapped) = wrap::this::<HandleWrap<Udp>>(scope, &args) else { return };
    let fd = args.get(0).int32_value(scope).filter(|fd| *fd >= 0);
    rv.set_int32(status(fd.ok_or(Errno::EBADF).and_then(|fd| wrapped.handle.open(fd))));
}

/// `bind(address, port, flags)`: 0 or a negative errno.
fn bind<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(wrapped) = wrap::this::<HandleWrap<Udp>>(scope, &args) else { return };
    let flags = args.get(2).uint32_value(scope).unwrap_or(0);
    let how = UdpBind {
        ipv6_only: flags & IPV6_ONLY != 0,
        reuse_address: flags & REUSE_ADDRESS != 0,
        reuse_port: flags & REUSE_PORT != 0,
    };
    let address = address::from_values(scope, args.get(0), args.get(1));
    rv.set_int32(status(address.and_then(|address| wrapped.handle.bind(address, how))));
}

/// `connect(address, port)`: 0 or a negative errno.
fn connect<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(wrapped) = wrap::this::<HandleWrap<Udp>>(scope, &args) else { return };
    let address = address::from_values(scope, args.get(0), args.get(1));
    rv.set_int32(status(address.and_then(|address| wrapped.handle.connect(address))));
}

/// `disconnect()`: 0 or a negative errno.
fn disconnect<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(wrapped) = wrap::this::<HandleWrap<Udp>>(scope, &args) else { return };
    rv.set_int32(status(wrapped.handle.disconnect()));
}

/// `send(request, views, address, port)`: one more than the bytes sent if that happened at once, 0 if
/// `request.oncomplete(status, sent)` comes later, or a negative errno. Without an address it goes to the peer.
fn send<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(wrapped) = wrap::this::<HandleWrap<Udp>>(scope, &args) else { return };
    let request = TryInto::<Local<'s, Object>>::try_into(args.get(0));
    let (Ok(request), Ok(views)) = (request, TryInto::<Local<'_, v8::Array>>::try_into(args.get(1))) else {
        errors::throw_type_error(scope, "send takes a request and an array");
        return;
    };
    let mut bytes = Vec::new();
    for i in 0..views.length() {
        let Some(view) = views.get_index(scope, i) else { return };
        let Ok(view) = TryInto::<Local<'_, v8::ArrayBufferView>>::try_into(view) else {
            errors::throw_type_error(scope, "send takes views");
            return;
        };
        let mut small = [0; 64];
        bytes.extend_from_slice(view.get_contents(&mut small));
    }
    let to = match args.get(2).is_string().then(|| address::from_values(scope, args.get(2), args.get(3))) {
        Some(Err(errno)) => return rv.set_int32(errno.code()),
        address => address.and_then(Result::ok),
    };
    let result = match wrapped.handle.try_send(&bytes, to) {
        Ok(sent) => i32::try_from(sent).unwrap_or(i32::MAX - 1) + 1,
        Err(Errno::EAGAIN) => {
            let request = Listener::new(scope, request);
            status(wrapped.handle.send(bytes, to, move |_, sent| {
                request.complete(sent.err().map_or(0, Errno::code), |scope| {
                    vec![value::number(scope, sent.unwrap_or(0) as f64)]
                });
            }))
        }
        Err(errno) => errno.code(),
    };
    rv.set_int32(result);
}

/// `recvStart()`: 0 or a negative errno; `onmessage(status, handle, bytes, { address, family, port, size })` is called for each datagram.
fn receive_start<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'_, Value>,
) {
    let Some(wrapped) = wrap::this::<HandleWrap<Udp>>(scope, &args) else { return };
    let weak = Rc::downgrade(&Runtime::of(scope));
    let object = wrapped.object();
    let result = wrapped.handle.receive_start(move |_, received| {
        let Some(runtime) = weak.upgrade() else { return };
        let handle = object.clone();
        handle_wrap::notify(&runtime, &object, "onmessage", |scope| {
            let undefined: Local<'_, Value> = v8::undefined(scope).into();
            let handle = handle.borrow().as_ref().map_or(undefined, |handle| Local::new(scope, handle).into());
            match received {
                Ok((bytes, from)) => datagram(scope, handle, bytes, from),
                Err(errno) => vec![v8::Integer::new(scope, errno.code()).into(), handle],
            }
        });
    });
    rv.set_int32(match result {
        Err(Errno::EALREADY) => 0,
        result => status(result),
    });
}

fn datagram<'s>(
    scope: &mut PinScope<'s, '_>,
    handle: Local<'s, Value>,
    bytes: &[u8],
    from: SocketAddr,
) -> Vec<Local<'s, Value>> {
    let store = v8::ArrayBuffer::new_backing_store_from_vec(bytes.to_vec()).make_shared();
    let buffer = v8::ArrayBuffer::with_backing_store(scope, &store);
    let sender = Object::new(scope);
    address::describe(scope, sender, from);
    value::set_number(scope, sender, "size", bytes.len() as f64);
    vec![value::number(scope, bytes.len() as f64), handle, buffer.into(), sender.into()]
}

/// `recvStop()`: 0.
fn receive_stop<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(wrapped) = wrap::this::<HandleWrap<Udp>>(scope, &args) else { return };
    wrapped.handle.receive_stop();
    rv.set_int32(0);
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

/// `getsockname(out)`: 0 or a negative errno.
fn local_address<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    let Some(wrapped) = wrap::this::<HandleWrap<Udp>>(scope, &args) else { return };
    tell_address(scope, &args, rv, wrapped.handle.local_address());
}

/// `getpeername(out)`: 0 or a negative errno.
fn peer_address<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    let Some(wrapped) = wrap::this::<HandleWrap<Udp>>(scope, &args) else { return };
    tell_address(scope, &args, rv, wrapped.handle.peer_address());
}

fn send_queue_size<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'_, Value>,
) {
    let Some(wrapped) = wrap::this::<HandleWrap<Udp>>(scope, &args) else { return };
    rv.set_double(wrapped.handle.send_queue().0 as f64);
}

fn send_queue_count<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'_, Value>,
) {
    let Some(wrapped) = wrap::this::<HandleWrap<Udp>>(scope, &args) else { return };
    rv.set_double(wrapped.handle.send_queue().1 as f64);
}

/// The descriptor, -9 (EBADF) if there is none, as in Node.
fn fd<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(wrapped) = wrap::this::<HandleWrap<Udp>>(scope, &args) else { return };
    rv.set_int32(wrapped.handle.fd().unwrap_or(Errno::EBADF.code()));
}

/// The address in a value; the unspecified one if it is no string.
fn ip_or_any(scope: &mut PinScope<'_, '_>, text: Local<'_, Value>) -> Result<IpAddr, Errno> {
    match value::to_string(scope, text) {
        Some(text) => Ok(address::parse(&text, 0)?.ip()),
        None => Ok(Ipv4Addr::UNSPECIFIED.into()),
    }
}
