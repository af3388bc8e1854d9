//! Network addresses between JavaScript and the system.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV6};

use phasor_engine::value;
use phasor_evloop::Errno;
use v8::{Local, Object, PinScope, Value};

/// The address that a text and a port mean; an IPv6 address may carry a zone.
pub fn from_values<'s>(
    scope: &mut PinScope<'s, '_>,
    address: Local<'s, Value>,
    port: Local<'s, Value>,
) -> Result<SocketAddr, Errno> {
    let text = value::to_string(scope, address).ok_or(Errno::EINVAL)?;
    let port = port.uint32_value(scope).and_then(|port| u16::try_from(port).ok()).ok_or(Errno::EINVAL)?;
    parse(&text, port)
}

/// As [`from_values`], from Rust's values.
pub fn parse(text: &str, port: u16) -> Result<SocketAddr, Errno> {
    let (text, zone) = text.split_once('%').unwrap_or((text, ""));
    if let Ok(v4) = text.parse::<Ipv4Addr>() {
        return Ok((v4, port).into());
    }
    let v6 = text.parse::<Ipv6Addr>().map_err(|_| Errno::EINVAL)?;
    Ok(SocketAddrV6::new(v6, port, 0, zone_number(zone)?).into())
}

fn zone_number(zone: &str) -> Result<u32, Errno> {
    if zone.is_empty() {
        return Ok(0);
    }
    if let Ok(number) = zone.parse() {
        return Ok(number);
    }
    let name = std::ffi::CString::new(zone).map_err(|_| Errno::EINVAL)?;
    // SAFETY: the name is a C string that outlives the call.
    match unsafe { libc::if_nametoindex(name.as_ptr()) } {
        0 => Err(Errno::EINVAL),
        number => Ok(number),
    }
}

/// Sets `address`, `family` and `port` of `target`.
pub fn describe<'s>(scope: &mut PinScope<'s, '_>, target: Local<'s, Object>, address: SocketAddr) {
    let text = match address {
        SocketAddr::V6(v6) if v6.scope_id() != 0 => format!("{}%{}", v6.ip(), zone_name(v6.scope_id())),
        _ => address.ip().to_string(),
    };
    value::set_string(scope, target, "address", &text);
    let family = if matches!(address.ip(), IpAddr::V4(_)) { "IPv4" } else { "IPv6" };
    value::set_string(scope, target, "family", family);
    value::set_number(scope, target, "port", f64::from(address.port()));
}

fn zone_name(number: u32) -> String {
    let mut name: [libc::c_char; libc::IF_NAMESIZE] = [0; libc::IF_NAMESIZE];
    // SAFETY: the buffer has the size that the function asks for, and the name in it is terminated if it succeeds.
    unsafe {
        if libc::if_indextoname(number, name.as_mut_ptr()).is_null() {
            return number.to_string();
        }
        std::ffi::CStr::from_ptr(name.as_ptr()).to_string_lossy().into_owned()
    }
}
