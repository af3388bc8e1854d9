//! What the process that started Phasor may have left in a bad state: signal dispositions, the signal
//! mask, and closed standard descriptors. Node puts the same right before anything else (its `PlatformInit`), so that a
//! program started by `nohup`, a shell's `&` or a supervisor behaves like one started at a prompt.

use std::io;

const STANDARD_DESCRIPTORS: std::ops::RangeInclusive<i32> = 0..=2;
const LAST_STANDARD_SIGNAL: i32 = 31;

/// Puts right what was inherited. To be called first, before any other thread or descriptor exists.
///
/// # Errors
/// When a standard descriptor is closed and `/dev/null` cannot be opened in its place.
pub fn put_right() -> io::Result<()> {
    reset_signals();
    for fd in STANDARD_DESCRIPTORS {
        reopen_if_closed(fd)?;
    }
    Ok(())
}

/// Every signal acts as by default and none is blocked, but for SIGPIPE and SIGXFSZ: a write to a closed pipe
/// gives EPIPE and one beyond the limit of file sizes EFBIG instead of ending the process.
fn reset_signals() {
    for signal in 1..=LAST_STANDARD_SIGNAL {
        if matches!(signal, libc::SIGKILL | libc::SIGSTOP) {
            continue;
        }
        let disposition = if matches!(signal, libc::SIGPIPE | libc::SIGXFSZ) { libc::SIG_IGN } else { libc::SIG_DFL };
        // SAFETY: no handler is installed, and no other thread runs yet.
        unsafe { libc::signal(signal, disposition) };
    }
    // SAFETY: an all-zero sigset_t is a valid place for sigemptyset to write to, and is alive for both calls.
    unsafe {
        let mut none: libc::sigset_t = std::mem::zeroed();
        libc::sigemptyset(&mut none);
        libc::pthread_sigmask(libc::SIG_SETMASK, &none, std::ptr::null_mut());
    }
}

/// A file opened later must not become standard output: `/dev/null` takes the place of a closed descriptor. The lowest
/// free number is `fd` itself, since those below it are open by now.
fn reopen_if_closed(fd: i32) -> io::Result<()> {
    // SAFETY: F_GETFD touches no memory.
    if unsafe { libc::fcntl(fd, libc::F_GETFD) } != -1 || io::Error::last_os_error().raw_os_error() != Some(libc::EBADF)
    {
        return Ok(());
    }
    // SAFETY: the path is a C string. The descriptor is meant to stay open as long as the process.
    match unsafe { libc::open(c"/dev/null".as_ptr(), libc::O_RDWR) } {
        -1 => Err(io::Error::last_os_error()),
        _ => Ok(()),
    }
}
