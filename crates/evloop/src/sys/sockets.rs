//! Unix sockets.

use std::os::fd::{IntoRawFd, OwnedFd, RawFd};
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use rustix::net::{AddressFamily, SocketAddrUnix, SocketFlags, SocketType};

use crate::Errno;

fn socket() -> Result<rustix::fd::OwnedFd, Errno> {
    let flags = SocketFlags::CLOEXEC | SocketFlags::NONBLOCK;
    Ok(rustix::net::socket_with(AddressFamily::UNIX, SocketType::STREAM, flags, None)?)
}

fn address(path: &[u8]) -> Result<SocketAddrUnix, Errno> {
    let address = if path.first() == Some(&0) {
        SocketAddrUnix::new_abstract_name(&path[1..])
    } else {
        SocketAddrUnix::new(Path::new(std::ffi::OsStr::from_bytes(path)))
    };
    address.map_err(Errno::from)
}

/// A socket that is connected to `path`. Unix sockets connect at once or not at all.
pub(crate) fn connect_unix(path: &[u8]) -> Result<RawFd, Errno> {
    let address = address(path)?;
    let socket = socket()?;
    rustix::io::retry_on_intr(|| rustix::net::connect(&socket, &address))?;
    Ok(socket.into_raw_fd())
}

/// A socket that is bound to `path`.
pub(crate) fn bind_unix(path: &[u8]) -> Result<RawFd, Errno> {
    let address = address(path)?;
    let socket = socket()?;
    rustix::net::bind(&socket, &address)?;
    Ok(socket.into_raw_fd())
}

/// listen(2).
pub(crate) fn listen(fd: RawFd, backlog: i32) -> Result<(), Errno> {
    // SAFETY: no memory is involved.
    if unsafe { libc::listen(fd, backlog) } == 0 { Ok(()) } else { Err(Errno::last()) }
}

/// accept(2), close-on-exec and non-blocking.
pub(crate) fn accept(fd: RawFd) -> Result<RawFd, Errno> {
    loop {
        let flags = libc::SOCK_CLOEXEC | libc::SOCK_NONBLOCK;
        // SAFETY: null pointers say that the peer's address is not wanted.
        let accepted = unsafe { libc::accept4(fd, std::ptr::null_mut(), std::ptr::null_mut(), flags) };
        if accepted >= 0 {
            return Ok(accepted);
        }
        match Errno::last() {
            Errno::EINTR => {}
            errno => return Err(errno),
        }
    }
}

/// Ends the writing half of a socket; for a pipe there is nothing to do until it is closed.
pub(crate) fn shutdown_write(fd: RawFd) -> Result<(), Errno> {
    // SAFETY: no memory is involved.
    if unsafe { libc::shutdown(fd, libc::SHUT_WR) } == 0 {
        return Ok(());
    }
    match Errno::last() {
        Errno::ENOTSOCK | Errno::ENOTCONN => Ok(()),
        errno => Err(errno),
    }
}

/// A descriptor that is good for nothing but to be closed when another is needed.
pub(crate) fn spare_descriptor() -> Option<OwnedFd> {
    use rustix::fs::{Mode, OFlags};
    rustix::fs::open("/", OFlags::RDONLY | OFlags::CLOEXEC, Mode::empty()).ok()
}

/// Takes the peer away from a datagram socket.
pub(crate) fn forget_peer(fd: RawFd) -> Result<(), Errno> {
    // SAFETY: `fd` is an open socket of the caller's for the length of the call.
    let fd = unsafe { rustix::fd::BorrowedFd::borrow_raw(fd) };
    match rustix::net::connect_unspec(fd).map_err(Errno::from) {
        // Some systems have disconnected all the same when they say so.
        Err(Errno::EAFNOSUPPORT) => Ok(()),
        result => result,
    }
}
