//! What the loop needs of the platform beyond mio and std. A platform has to give:
//!
//! | function | contract |
//! | --- | --- |
//! | [`with_signals_blocked`] | threads started inside of the call take no signal |
//! | [`set_nonblocking`] | reads and writes of the descriptor return EAGAIN rather than wait, or the other way round |
//! | [`write_blocking`] | all bytes are written, waiting where the descriptor does not |
//! | sockets ([`connect_unix`] …) | descriptors are close-on-exec and non-blocking |

mod sockets;

use std::os::fd::RawFd;

pub(crate) use sockets::{accept, bind_unix, connect_unix, forget_peer, listen, shutdown_write, spare_descriptor};

use crate::Errno;

/// Runs `body` with every signal blocked on this thread; what it starts inherits that.
pub(crate) fn with_signals_blocked<R>(body: impl FnOnce() -> R) -> R {
    // SAFETY: all-zero is a valid sigset_t to be overwritten.
    let (mut all, mut old): (libc::sigset_t, libc::sigset_t) = unsafe { (std::mem::zeroed(), std::mem::zeroed()) };
    // SAFETY: both sets are alive and of the right type.
    unsafe {
        libc::sigfillset(&mut all);
        libc::pthread_sigmask(libc::SIG_SETMASK, &all, &mut old);
    }
    let result = body();
    // SAFETY: `old` was filled above.
    unsafe { libc::pthread_sigmask(libc::SIG_SETMASK, &old, std::ptr::null_mut()) };
    result
}

/// Sets or clears O_NONBLOCK.
pub(crate) fn set_nonblocking(fd: RawFd, on: bool) -> Result<(), Errno> {
    // SAFETY: fcntl with these commands touches no memory.
    let flags = unsafe { libc::fcntl(fd, libc::F_GETFL) };
    if flags < 0 {
        return Err(Errno::last());
    }
    let wanted = if on { flags | libc::O_NONBLOCK } else { flags & !libc::O_NONBLOCK };
    // SAFETY: as above.
    if wanted != flags && unsafe { libc::fcntl(fd, libc::F_SETFL, wanted) } < 0 {
        return Err(Errno::last());
    }
    Ok(())
}

/// Writes all of `bytes`, waiting for room.
pub(crate) fn write_blocking(fd: RawFd, bytes: &[u8]) -> Result<(), Errno> {
    let mut done = 0;
    while done < bytes.len() {
        match crate::fs::write(fd, &bytes[done..], -1) {
            Ok(n) => done += n,
            Err(Errno::EAGAIN) => {
                let mut wait = libc::pollfd { fd, events: libc::POLLOUT, revents: 0 };
                // SAFETY: one pollfd that is alive. Interrupted or not, the write says how things stand.
                unsafe { libc::poll(&mut wait, 1, -1) };
            }
            Err(errno) => return Err(errno),
        }
    }
    Ok(())
}
