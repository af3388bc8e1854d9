//! `internalBinding('cares_wrap')`: names and addresses through the system's resolver.

use phasor_engine::binding::{Binding, Definition};
use phasor_engine::{Runtime, errors, value};
use phasor_evloop::{Errno, NameHints};
use v8::{FunctionCallbackArguments, Local, Object, PinScope, ReturnValue, Value};

use crate::address;
use crate::resources::Resources;
use crate::streams::construct_request;
use crate::streams::report::Listener;

pub const BINDING: Binding = Binding { name: "cares_wrap", define };

const VERBATIM: u32 = 0;
const IPV4_FIRST: u32 = 1;
const IPV6_FIRST: u32 = 2;

fn define(d: &mut Definition) {
    d.class("GetAddrInfoReqWrap", construct_request);
    d.class("GetNameInfoReqWrap", construct_request);
    d.method("getaddrinfo", getaddrinfo).method("getnameinfo", getnameinfo).constants(&[
        ("AI_ADDRCONFIG", f64::from(libc::AI_ADDRCONFIG)),
        ("AI_ALL", f64::from(libc::AI_ALL)),
        ("AI_V4MAPPED", f64::from(libc::AI_V4MAPPED)),
        ("DNS_ORDER_VERBATIM", f64::from(VERBATIM)),
        ("DNS_ORDER_IPV4_FIRST", f64::from(IPV4_FIRST)),
        ("DNS_ORDER_IPV6_FIRST", f64::from(IPV6_FIRST)),
    ]);
}

/// `getaddrinfo(request, hostname, family, flags, order)`: 0; later `request.oncomplete(error, addresses)`.
fn getaddrinfo<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Ok(request) = TryInto::<Local<'s, Object>>::try_into(args.get(0)) else {
        errors::throw_type_error(scope, "getaddrinfo takes a request");
        return;
    };
    let Some(host) = value::to_string(scope, args.get(1)) else { return };
    let family = match args.get(2).int32_value(scope) {
        Some(4) => libc::AF_INET,
        Some(6) => libc::AF_INET6,
        _ => libc::AF_UNSPEC,
    };
    let hints = NameHints { family, flags: args.get(3).int32_value(scope).unwrap_or(0) };
    let order = args.get(4).uint32_value(scope).unwrap_or(VERBATIM);
    let request = Listener::new(scope, request);
    let runtime = Runtime::of(scope);
    let resources = runtime.extension::<Resources>();
    let resource = resources.add_request("GetAddrInfoReqWrap");
    runtime.event_loop().getaddrinfo(host, hints, move |_, result| {
        resources.remove(resource);
        let status = result.as_ref().err().map_or(0, |errno| errno.code());
        request.call(
            "oncomplete",
            |scope| {
                let Ok(mut found) = result else {
                    return vec![v8::Integer::new(scope, status).into()];
                };
                match order {
                    IPV4_FIRST => found.sort_by_key(std::net::IpAddr::is_ipv6),
                    IPV6_FIRST => found.sort_by_key(std::net::IpAddr::is_ipv4),
                    _ => {}
                }
                let texts: Vec<String> = found.iter().map(ToString::to_string).collect();
                let array = value::string_array(scope, &texts);
                vec![v8::null(scope).into(), array.into()]
            },
            |_, _| {},
        );
    });
    rv.set_int32(0);
}

/// `getnameinfo(request, address, port)`: 0 or a negative errno; later `request.oncomplete(error, hostname, service)`.
fn getnameinfo<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Ok(request) = TryInto::<Local<'s, Object>>::try_into(args.get(0)) else {
        errors::throw_type_error(scope, "getnameinfo takes a request");
        return;
    };
    let address = match address::from_values(scope, args.get(1), args.get(2)) {
        Ok(address) => address,
        Err(errno) => return rv.set_int32(errno.code()),
    };
    let request = Listener::new(scope, request);
    let runtime = Runtime::of(scope);
    let resources = runtime.extension::<Resources>();
    let resource = resources.add_request("GetNameInfoReqWrap");
    runtime.event_loop().getnameinfo(address, move |_, result: Result<(String, String), Errno>| {
        resources.remove(resource);
        request.call(
            "oncomplete",
            |scope| match result {
                Ok((host, service)) => {
                    let (host, service) = (value::string(scope, &host), value::string(scope, &service));
                    vec![v8::null(scope).into(), host.into(), service.into()]
                }
                Err(errno) => vec![v8::Integer::new(scope, errno.code()).into()],
            },
            |_, _| {},
        );
    });
    rv.set_int32(0);
}
