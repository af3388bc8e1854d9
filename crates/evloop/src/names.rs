//! Looking up names and addresses with the system's resolver (<https://docs.libuv.org/en/v1.x/dns.html>).

use std::net::{IpAddr, SocketAddr};

use crate::{Errno, EventLoop, RequestId, WorkError};

/// What a look-up may return, as getaddrinfo(3) has it.
#[derive(Clone, Copy, Default, Debug)]
pub struct NameHints {
    /// AF_UNSPEC, AF_INET or AF_INET6.
    pub family: i32,
    /// AI_ADDRCONFIG and the like.
    pub flags: i32,
}

impl EventLoop {
    /// Looks up the addresses of `host` on the pool, in the resolver's order.
    pub fn getaddrinfo(
        &self,
        host: String,
        hints: NameHints,
        after: impl FnOnce(&EventLoop, Result<Vec<IpAddr>, Errno>) + 'static,
    ) -> RequestId {
        self.queue_slow_work(
            move || addresses(&host, hints),
            move |event_loop, outcome| after(event_loop, flatten(outcome)),
        )
    }

    /// Looks up the name and the service of `address` on the pool.
    pub fn getnameinfo(
        &self,
        address: SocketAddr,
        after: impl FnOnce(&EventLoop, Result<(String, String), Errno>) + 'static,
    ) -> RequestId {
        let work = move || dns_lookup::getnameinfo(&address, libc::NI_NAMEREQD).map_err(|error| errno(&error));
        self.queue_slow_work(work, move |event_loop, outcome| after(event_loop, flatten(outcome)))
    }
}

fn flatten<T>(outcome: Result<Result<T, Errno>, WorkError>) -> Result<T, Errno> {
    match outcome {
        Ok(result) => result,
        Err(WorkError::Cancelled) => Err(Errno::ECANCELED),
        Err(WorkError::Panicked(_)) => Err(Errno::EAI_FAIL),
    }
}

fn addresses(host: &str, hints: NameHints) -> Result<Vec<IpAddr>, Errno> {
    let hints = dns_lookup::AddrInfoHints {
        socktype: libc::SOCK_STREAM,
        address: hints.family,
        flags: hints.flags,
        ..Default::default()
    };
    let found = dns_lookup::getaddrinfo(Some(host), None, Some(hints)).map_err(|error| errno(&error))?;
    Ok(found.filter_map(Result::ok).map(|info| info.sockaddr.ip()).collect())
}

/// libuv's number for what the resolver said.
fn errno(error: &dns_lookup::LookupError) -> Errno {
    match error.error_num() {
        libc::EAI_AGAIN => Errno::EAI_AGAIN,
        libc::EAI_BADFLAGS => Errno::EAI_BADFLAGS,
        libc::EAI_FAIL => Errno::EAI_FAIL,
        libc::EAI_FAMILY => Errno::EAI_FAMILY,
        libc::EAI_MEMORY => Errno::EAI_MEMORY,
        libc::EAI_NODATA => Errno::EAI_NODATA,
        libc::EAI_NONAME => Errno::EAI_NONAME,
        libc::EAI_OVERFLOW => Errno::EAI_OVERFLOW,
        libc::EAI_SERVICE => Errno::EAI_SERVICE,
        libc::EAI_SOCKTYPE => Errno::EAI_SOCKTYPE,
        // An address family that a name has no addresses in (glibc's number for it).
        -9 => Errno::EAI_ADDRFAMILY,
        _ => Errno::EAI_FAIL,
    }
}
