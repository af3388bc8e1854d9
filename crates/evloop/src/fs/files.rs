//! Opening, reading, writing.

use std::ffi::CStr;
use std::os::fd::RawFd;

use super::{check, retry};
use crate::Errno;

/// open(2), close-on-exec always.
///
/// # Errors
/// As open(2).
pub fn open(path: &CStr, flags: i32, mode: u32) -> Result<RawFd, Errno> {
    // SAFETY: `path` is a C string that is alive.
    retry(|| unsafe { libc::open(path.as_ptr(), flags | libc::O_CLOEXEC, mode) })
}

/// close(2). The descriptor is gone whatever the result; EINTR is no error.
///
/// # Errors
/// EBADF; EIO and the like if the file system reports a late failure.
pub fn close(fd: RawFd) -> Result<(), Errno> {
    // SAFETY: closing a number; whoever uses it afterwards gets EBADF or another file, as in C.
    if unsafe { libc::close(fd) } == 0 {
        return Ok(());
    }
    match Errno::last() {
        Errno::EINTR => Ok(()),
        errno => Err(errno),
    }
}

/// Reads into `buffer` from `position`, or from the file's own position if it is negative. 0 is the end of the file.
///
/// # Errors
/// As read(2) and pread(2).
pub fn read(fd: RawFd, buffer: &mut [u8], position: i64) -> Result<usize, Errno> {
    let (data, length) = (buffer.as_mut_ptr().cast(), buffer.len());
    // SAFETY: writes into a slice that is alive, no further than its length.
    let n = retry(|| unsafe {
        if position < 0 { libc::read(fd, data, length) } else { libc::pread(fd, data, length, position) }
    })?;
    Ok(n as usize)
}

/// Writes `buffer` at `position`, or at the file's own position if it is negative; says how much was taken.
///
/// # Errors
/// As write(2) and pwrite(2).
pub fn write(fd: RawFd, buffer: &[u8], position: i64) -> Result<usize, Errno> {
    let (data, length) = (buffer.as_ptr().cast(), buffer.len());
    // SAFETY: reads from a slice that is alive, no further than its length.
    let n = retry(|| unsafe {
        if position < 0 { libc::write(fd, data, length) } else { libc::pwrite(fd, data, length, position) }
    })?;
    Ok(n as usize)
}

/// The kernel takes at most this many buffers at once.
const MAX_BUFFERS: usize = 1024;

/// As [`read`], into several buffers.
///
/// # Errors
/// As readv(2) and preadv(2).
///
/// # Safety
/// Every (pointer, length) names memory that is alive and that nobody else uses during the call.
pub unsafe fn read_vectored(fd: RawFd, buffers: &[libc::iovec], position: i64) -> Result<usize, Errno> {
    let mut total = 0;
    for part in buffers.chunks(MAX_BUFFERS) {
        let at = position + total as i64;
        let count = part.len() as libc::c_int;
        // SAFETY: the caller vouches for the buffers.
        let n = retry(|| unsafe {
            if position < 0 {
                libc::readv(fd, part.as_ptr(), count)
            } else {
                libc::preadv(fd, part.as_ptr(), count, at)
            }
        })?;
        total += n as usize;
        if (n as usize) < part.iter().map(|b| b.iov_len).sum() {
            break;
        }
    }
    Ok(total)
}

/// As [`write`], from several buffers.
///
/// # Errors
/// As writev(2) and pwritev(2).
///
/// # Safety
/// Every (pointer, length) names memory that is alive and that nobody else changes during the call.
pub unsafe fn write_vectored(fd: RawFd, buffers: &[libc::iovec], position: i64) -> Result<usize, Errno> {
    let mut total = 0;
    for part in buffers.chunks(MAX_BUFFERS) {
        let at = position + total as i64;
        let count = part.len() as libc::c_int;
        // SAFETY: the caller vouches for the buffers.
        let n = retry(|| unsafe {
            if position < 0 {
                libc::writev(fd, part.as_ptr(), count)
            } else {
                libc::pwritev(fd, part.as_ptr(), count, at)
            }
        })?;
        total += n as usize;
        if (n as usize) < part.iter().map(|b| b.iov_len).sum() {
            break;
        }
    }
    Ok(total)
}

/// access(2).
///
/// # Errors
/// As access(2).
pub fn access(path: &CStr, mode: i32) -> Result<(), Errno> {
    // SAFETY: `path` is a C string that is alive.
    check(|| unsafe { libc::access(path.as_ptr(), mode) })
}

/// unlink(2).
///
/// # Errors
/// As unlink(2).
pub fn unlink(path: &CStr) -> Result<(), Errno> {
    // SAFETY: `path` is a C string that is alive.
    check(|| unsafe { libc::unlink(path.as_ptr()) })
}

/// ftruncate(2).
///
/// # Errors
/// As ftruncate(2).
pub fn ftruncate(fd: RawFd, length: i64) -> Result<(), Errno> {
    // SAFETY: no memory is involved.
    check(|| unsafe { libc::ftruncate(fd, length) })
}

/// truncate(2).
///
/// # Errors
/// As truncate(2).
pub fn truncate(path: &CStr, length: i64) -> Result<(), Errno> {
    // SAFETY: `path` is a C string that is alive.
    check(|| unsafe { libc::truncate(path.as_ptr(), length) })
}

/// fsync(2).
///
/// # Errors
/// As fsync(2).
pub fn fsync(fd: RawFd) -> Result<(), Errno> {
    // SAFETY: no memory is involved.
    check(|| unsafe { libc::fsync(fd) })
}

/// fdatasync(2), where there is none fsync(2).
///
/// # Errors
/// As fdatasync(2).
pub fn fdatasync(fd: RawFd) -> Result<(), Errno> {
    #[cfg(target_os = "linux")]
    // SAFETY: no memory is involved.
    return check(|| unsafe { libc::fdatasync(fd) });
    #[cfg(not(target_os = "linux"))]
    return fsync(fd);
}
