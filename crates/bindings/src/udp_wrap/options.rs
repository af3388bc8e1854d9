//! The options of UDP sockets: reach, groups, buffers. Each method returns 0 or a negative errno.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use phasor_engine::binding::Class;
use phasor_engine::{value, wrap};
use phasor_evloop::{Errno, Udp};
use v8::{FunctionCallbackArguments, Local, Object, PinScope, ReturnValue, Value};

use super::{ip_or_any, status};
use crate::address;
use crate::handle_wrap::HandleWrap;

pub fn extend(class: &mut Class) {
    class
        .method("setBroadcast", set_broadcast)
        .method("setTTL", set_ttl)
        .method("setMulticastTTL", set_multicast_ttl)
        .method("setMulticastLoopback", set_multicast_loopback)
        .method("setMulticastInterface", set_multicast_interface)
        .method("addMembership", add_membership)
        .method("dropMembership", drop_membership)
        .method("bufferSize", buffer_size);
}

fn set_broadcast<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'_, Value>,
) {
    let Some(wrapped) = wrap::this::<HandleWrap<Udp>>(scope, &args) else { return };
    let on = args.get(0).boolean_value(scope);
    rv.set_int32(status(wrapped.handle.with_options(|socket, _| socket.set_broadcast(on))));
}

/// A hop count of 1 to 255, or EINVAL.
fn hops(scope: &mut PinScope<'_, '_>, value: Local<'_, Value>, least: u32) -> Result<u32, Errno> {
    value.uint32_value(scope).filter(|n| (least..=255).contains(n)).ok_or(Errno::EINVAL)
}

fn set_ttl<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(wrapped) = wrap::this::<HandleWrap<Udp>>(scope, &args) else { return };
    let result = hops(scope, args.get(0), 1).and_then(|n| {
        wrapped.handle.with_options(
            |socket, is_v6| {
                if is_v6 { socket.set_unicast_hops_v6(n) } else { socket.set_ttl_v4(n) }
            },
        )
    });
    rv.set_int32(status(result));
}

fn set_multicast_ttl<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'_, Value>,
) {
    let Some(wrapped) = wrap::this::<HandleWrap<Udp>>(scope, &args) else { return };
    let result = hops(scope, args.get(0), 0).and_then(|n| {
        wrapped.handle.with_options(|socket, is_v6| {
            if is_v6 { socket.set_multicast_hops_v6(n) } else { socket.set_multicast_ttl_v4(n) }
        })
    });
    rv.set_int32(status(result));
}

fn set_multicast_loopback<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'_, Value>,
) {
    let Some(wrapped) = wrap::this::<HandleWrap<Udp>>(scope, &args) else { return };
    let on = args.get(0).boolean_value(scope);
    let result = wrapped.handle.with_options(|socket, is_v6| {
        if is_v6 { socket.set_multicast_loop_v6(on) } else { socket.set_multicast_loop_v4(on) }
    });
    rv.set_int32(status(result));
}

fn set_multicast_interface<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'_, Value>,
) {
    let Some(wrapped) = wrap::this::<HandleWrap<Udp>>(scope, &args) else { return };
    let text = value::to_string(scope, args.get(0)).unwrap_or_default();
    let result = address::parse(&text, 0).and_then(|address| {
        wrapped.handle.with_options(|socket, is_v6| match address {
            SocketAddr::V4(v4) if !is_v6 => socket.set_multicast_if_v4(v4.ip()),
            SocketAddr::V6(v6) if is_v6 => socket.set_multicast_if_v6(v6.scope_id()),
            _ => Err(std::io::Error::from_raw_os_error(libc::EINVAL)),
        })
    });
    rv.set_int32(status(result));
}

/// Joins or leaves a group, on the interface that has the given address, or on the system's choice.
fn membership<'s>(
    scope: &mut PinScope<'s, '_>,
    args: &FunctionCallbackArguments<'s>,
    joins: bool,
) -> Result<(), Errno> {
    let Some(wrapped) = wrap::this::<HandleWrap<Udp>>(scope, args) else { return Ok(()) };
    let group = value::to_string(scope, args.get(0)).unwrap_or_default();
    let group = address::parse(&group, 0)?;
    let zone = match value::to_string(scope, args.get(1)).map(|text| address::parse(&text, 0)).transpose()? {
        Some(SocketAddr::V6(v6)) => v6.scope_id(),
        _ => 0,
    };
    let interface = match ip_or_any(scope, args.get(1))? {
        IpAddr::V4(v4) => v4,
        IpAddr::V6(_) => Ipv4Addr::UNSPECIFIED,
    };
    wrapped.handle.with_options(|socket, _| match (group.ip(), joins) {
        (IpAddr::V4(v4), true) => socket.join_multicast_v4(&v4, &interface),
        (IpAddr::V4(v4), false) => socket.leave_multicast_v4(&v4, &interface),
        (IpAddr::V6(v6), true) => socket.join_multicast_v6(&v6, zone),
        (IpAddr::V6(v6), false) => socket.leave_multicast_v6(&v6, zone),
    })
}

fn add_membership<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'_, Value>,
) {
    rv.set_int32(status(membership(scope, &args, true)));
}

fn drop_membership<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'_, Value>,
) {
    rv.set_int32(status(membership(scope, &args, false)));
}

/// `bufferSize(size, isReceive, context)`: the size; with 0 it is asked for only. A failure is described in `context`.
fn buffer_size<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(wrapped) = wrap::this::<HandleWrap<Udp>>(scope, &args) else { return };
    let size = args.get(0).uint32_value(scope).unwrap_or(0);
    let receives = args.get(1).is_true();
    let result = if size > i32::MAX as u32 {
        Err(Errno::EINVAL)
    } else {
        wrapped.handle.with_options(|socket, _| match (size as usize, receives) {
            (0, true) => socket.recv_buffer_size(),
            (0, false) => socket.send_buffer_size(),
            (size, true) => socket.set_recv_buffer_size(size).map(|()| size),
            (size, false) => socket.set_send_buffer_size(size).map(|()| size),
        })
    };
    match result {
        Ok(size) => rv.set_double(size as f64),
        Err(errno) => {
            let Ok(context) = TryInto::<Local<'_, Object>>::try_into(args.get(2)) else { return };
            value::set_number(scope, context, "errno", f64::from(errno.code()));
            value::set_string(scope, context, "code", errno.name());
            value::set_string(scope, context, "message", errno.message());
            let syscall = if receives { "uv_recv_buffer_size" } else { "uv_send_buffer_size" };
            value::set_string(scope, context, "syscall", syscall);
        }
    }
}
