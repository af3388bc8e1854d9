//! Setting times of access and modification.

use std::ffi::CStr;
use std::os::fd::RawFd;

use super::check;
use crate::Errno;

/// Seconds since 1970, with fractions, as the system takes them.
fn timespec(seconds: f64) -> libc::timespec {
    if seconds.is_nan() {
        return libc::timespec { tv_sec: 0, tv_nsec: libc::UTIME_OMIT };
    }
    if seconds.is_infinite() {
        return libc::timespec { tv_sec: 0, tv_nsec: libc::UTIME_NOW };
    }
    let whole = seconds.trunc();
    let nanoseconds = ((seconds - whole) * 1e9) as libc::c_long;
    let borrow = libc::time_t::from(nanoseconds < 0);
    libc::timespec { tv_sec: whole as libc::time_t - borrow, tv_nsec: nanoseconds + borrow * 1_000_000_000 }
}

/// Sets the times of what `path` leads to. NaN leaves a time as it is, an infinity is now.
///
/// # Errors
/// As utimensat(2).
pub fn utimes(path: &CStr, access: f64, modification: f64) -> Result<(), Errno> {
    set(path, access, modification, 0)
}

/// As [`utimes`], of a symbolic link itself.
///
/// # Errors
/// As utimensat(2).
pub fn lutimes(path: &CStr, access: f64, modification: f64) -> Result<(), Errno> {
    set(path, access, modification, libc::AT_SYMLINK_NOFOLLOW)
}

fn set(path: &CStr, access: f64, modification: f64, flags: i32) -> Result<(), Errno> {
    let times = [timespec(access), timespec(modification)];
    // SAFETY: `path` and `times` are alive.
    check(|| unsafe { libc::utimensat(libc::AT_FDCWD, path.as_ptr(), times.as_ptr(), flags) })
}

/// As [`utimes`], of an open file.
///
/// # Errors
/// As futimens(2).
pub fn futimes(fd: RawFd, access: f64, modification: f64) -> Result<(), Errno> {
    let times = [timespec(access), timespec(modification)];
    // SAFETY: `times` is alive.
    check(|| unsafe { libc::futimens(fd, times.as_ptr()) })
}
