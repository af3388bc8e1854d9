//! The addresses of network interfaces.

use std::ffi::CStr;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use phasor_engine::value;
use v8::{FunctionCallbackArguments, Local, PinScope, ReturnValue, Value};

struct Address {
    name: Vec<u8>,
    ip: IpAddr,
    mask: Option<IpAddr>,
    /// For IPv6.
    scope_id: Option<u32>,
    internal: bool,
}

/// `getInterfaceAddresses()`: for each address name, address, mask, family, hardware address, whether it
/// is internal, and the scope id (-1 for IPv4), all in one flat array.
pub fn addresses<'s>(scope: &mut PinScope<'s, '_>, _: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let (addresses, hardware) = read();
    let mut list: Vec<Local<'_, Value>> = Vec::new();
    for address in &addresses {
        let mac = hardware.iter().find(|(name, _)| *name == address.name).map_or([0; 6], |(_, mac)| *mac);
        let family = if address.ip.is_ipv4() { "IPv4" } else { "IPv6" };
        list.push(value::bytes_as_string(scope, &address.name).into());
        list.push(value::string(scope, &address.ip.to_string()).into());
        list.push(value::string(scope, &address.mask.map(|m| m.to_string()).unwrap_or_default()).into());
        list.push(value::string(scope, family).into());
        list.push(value::string(scope, &mac.map(|byte| format!("{byte:02x}")).join(":")).into());
        list.push(v8::Boolean::new(scope, address.internal).into());
        list.push(value::number(scope, address.scope_id.map_or(-1.0, f64::from)));
    }
    rv.set(v8::Array::new_with_elements(scope, &list).into());
}

type Hardware = Vec<(Vec<u8>, [u8; 6])>;

/// All addresses of interfaces that run, and hardware addresses by name.
fn read() -> (Vec<Address>, Hardware) {
    let mut first: *mut libc::ifaddrs = std::ptr::null_mut();
    // SAFETY: `first` is valid for the call.
    if unsafe { libc::getifaddrs(&mut first) } != 0 {
        return (Vec::new(), Vec::new());
    }
    let (mut addresses, mut hardware) = (Vec::new(), Vec::new());
    let mut next = first;
    // SAFETY: `next` walks the list that getifaddrs made, which is freed only below.
    while let Some(entry) = unsafe { next.as_ref() } {
        next = entry.ifa_next;
        const RUNNING: u32 = (libc::IFF_UP | libc::IFF_RUNNING) as u32;
        if entry.ifa_flags & RUNNING != RUNNING || entry.ifa_addr.is_null() {
            continue;
        }
        // SAFETY: the name of an entry ends with a zero byte.
        let name = unsafe { CStr::from_ptr(entry.ifa_name) }.to_bytes().to_vec();
        // SAFETY: `ifa_addr` points to an address of the family that it names.
        if let Some(mac) = unsafe { mac_of(entry.ifa_addr) } {
            hardware.push((name, mac));
            continue;
        }
        // SAFETY: as above; the mask is null or of the same family.
        let (ip, mask) = unsafe { (ip_of(entry.ifa_addr), ip_of(entry.ifa_netmask)) };
        let Some((ip, scope_id)) = ip else { continue };
        let internal = entry.ifa_flags & libc::IFF_LOOPBACK as u32 != 0;
        addresses.push(Address { name, ip, mask: mask.map(|(mask, _)| mask), scope_id, internal });
    }
    // SAFETY: the list comes from getifaddrs and is freed once.
    unsafe { libc::freeifaddrs(first) };
    (addresses, hardware)
}

/// # Safety
/// `address` is null or points to a socket address of the family that it names.
unsafe fn ip_of(address: *const libc::sockaddr) -> Option<(IpAddr, Option<u32>)> {
    // SAFETY: by the contract.
    match i32::from(unsafe { address.as_ref() }?.sa_family) {
        libc::AF_INET => {
            // SAFETY: the family says so.
            let v4 = unsafe { address.cast::<libc::sockaddr_in>().read_unaligned() };
            Some((Ipv4Addr::from(u32::from_be(v4.sin_addr.s_addr)).into(), None))
        }
        libc::AF_INET6 => {
            // SAFETY: the family says so.
            let v6 = unsafe { address.cast::<libc::sockaddr_in6>().read_unaligned() };
            Some((Ipv6Addr::from(v6.sin6_addr.s6_addr).into(), Some(v6.sin6_scope_id)))
        }
        _ => None,
    }
}

/// # Safety
/// As for [`ip_of`].
unsafe fn mac_of(address: *const libc::sockaddr) -> Option<[u8; 6]> {
    // SAFETY: by the contract.
    if i32::from(unsafe { address.as_ref() }?.sa_family) != libc::AF_PACKET {
        return None;
    }
    // SAFETY: the family says so.
    let link = unsafe { address.cast::<libc::sockaddr_ll>().read_unaligned() };
    let mut mac = [0; 6];
    mac.copy_from_slice(&link.sll_addr[..6]);
    Some(mac)
}
