//! Copying a file (<https://docs.libuv.org/en/v1.x/fs.html#c.uv_fs_copyfile>).

use std::ffi::CStr;
use std::os::fd::RawFd;

use super::{close, fchmod, fstat, ftruncate, open, read, unlink, write_all};
use crate::Errno;

/// Fail if the destination exists.
pub const COPY_EXCL: i32 = 1;
/// Share the data if the file system can.
pub const COPY_FICLONE: i32 = 2;
/// Fail if the file system cannot share the data.
pub const COPY_FICLONE_FORCE: i32 = 4;

/// Copies data and permissions. A destination that the copy itself made is removed again if it fails.
///
/// # Errors
/// Of whatever step fails; EEXIST with [`COPY_EXCL`]; ENOTSUP with [`COPY_FICLONE_FORCE`].
pub fn copy_file(from: &CStr, to: &CStr, flags: i32) -> Result<(), Errno> {
    let source = open(from, libc::O_RDONLY, 0)?;
    let result = to_path(source, to, flags);
    // It was opened for reading: nothing can be lost by a close that fails.
    let _ = close(source);
    result
}

fn to_path(source: RawFd, to: &CStr, flags: i32) -> Result<(), Errno> {
    let from = fstat(source)?;
    let mode = from.mode as u32 & 0o7777;
    let exclusive = if flags & COPY_EXCL != 0 { libc::O_EXCL } else { 0 };
    let target = open(to, libc::O_WRONLY | libc::O_CREAT | exclusive, mode)?;
    let same = fstat(target).map(|there| (there.dev, there.ino) == (from.dev, from.ino));
    let result = match same {
        // A copy onto itself is done already; truncating would empty it.
        Ok(true) => Ok(()),
        Ok(false) => fill(source, target, mode, flags),
        Err(errno) => Err(errno),
    };
    let closed = close(target);
    let result = result.and(closed);
    if result.is_err() && same != Ok(true) {
        // The first failure is the one to report.
        let _ = unlink(to);
    }
    result
}

fn fill(source: RawFd, target: RawFd, mode: u32, flags: i32) -> Result<(), Errno> {
    ftruncate(target, 0)?;
    fchmod(target, mode)?;
    if flags & (COPY_FICLONE | COPY_FICLONE_FORCE) != 0 {
        match clone_data(source, target) {
            Ok(()) => return Ok(()),
            Err(errno) if flags & COPY_FICLONE_FORCE != 0 => return Err(errno),
            Err(_) => {}
        }
    }
    let mut piece = vec![0; 256 * 1024];
    loop {
        let n = read(source, &mut piece, -1)?;
        if n == 0 {
            return Ok(());
        }
        write_all(target, &piece[..n], -1)?;
    }
}

#[cfg(target_os = "linux")]
fn clone_data(source: RawFd, target: RawFd) -> Result<(), Errno> {
    /// `FICLONE` of linux/fs.h.
    const FICLONE: libc::c_ulong = 0x4004_9409;
    // SAFETY: the request takes a descriptor by value.
    match super::check(|| unsafe { libc::ioctl(target, FICLONE as _, source) }) {
        Err(Errno::EXDEV | Errno::EINVAL | Errno::ENOTTY | Errno::ENOTSUP) => Err(Errno::ENOTSUP),
        other => other,
    }
}

#[cfg(not(target_os = "linux"))]
fn clone_data(_: RawFd, _: RawFd) -> Result<(), Errno> {
    Err(Errno::ENOTSUP)
}
