//! stat and its relatives.

use std::ffi::CStr;
use std::os::fd::RawFd;

use super::check;
use crate::Errno;

/// What stat(2) says, with the time of birth; times as (seconds, nanoseconds) since 1970.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Stat {
    pub dev: u64,
    pub mode: u64,
    pub nlink: u64,
    pub uid: u64,
    pub gid: u64,
    pub rdev: u64,
    pub blksize: u64,
    pub ino: u64,
    pub size: u64,
    pub blocks: u64,
    pub atime: (i64, i64),
    pub mtime: (i64, i64),
    pub ctime: (i64, i64),
    pub birthtime: (i64, i64),
}

/// What statfs(2) says.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct StatFs {
    pub kind: u64,
    pub bsize: u64,
    pub blocks: u64,
    pub bfree: u64,
    pub bavail: u64,
    pub files: u64,
    pub ffree: u64,
    pub frsize: u64,
}

/// stat(2).
///
/// # Errors
/// As stat(2).
pub fn stat(path: &CStr) -> Result<Stat, Errno> {
    query(libc::AT_FDCWD, path, 0)
}

/// lstat(2).
///
/// # Errors
/// As lstat(2).
pub fn lstat(path: &CStr) -> Result<Stat, Errno> {
    query(libc::AT_FDCWD, path, libc::AT_SYMLINK_NOFOLLOW)
}

/// fstat(2).
///
/// # Errors
/// As fstat(2).
pub fn fstat(fd: RawFd) -> Result<Stat, Errno> {
    if fd < 0 {
        return Err(Errno::EBADF);
    }
    query(fd, c"", libc::AT_EMPTY_PATH)
}

#[cfg(target_os = "linux")]
fn query(fd: RawFd, path: &CStr, flags: i32) -> Result<Stat, Errno> {
    // SAFETY: all-zero is a valid statx to be overwritten.
    let mut x: libc::statx = unsafe { std::mem::zeroed() };
    let mask = libc::STATX_BASIC_STATS | libc::STATX_BTIME;
    // SAFETY: `path` and `x` are alive.
    check(|| unsafe { libc::statx(fd, path.as_ptr(), flags, mask, &mut x) })?;
    let time = |t: libc::statx_timestamp| (t.tv_sec, i64::from(t.tv_nsec));
    Ok(Stat {
        dev: libc::makedev(x.stx_dev_major, x.stx_dev_minor),
        mode: u64::from(x.stx_mode),
        nlink: u64::from(x.stx_nlink),
        uid: u64::from(x.stx_uid),
        gid: u64::from(x.stx_gid),
        rdev: libc::makedev(x.stx_rdev_major, x.stx_rdev_minor),
        blksize: u64::from(x.stx_blksize),
        ino: x.stx_ino,
        size: x.stx_size,
        blocks: x.stx_blocks,
        atime: time(x.stx_atime),
        mtime: time(x.stx_mtime),
        ctime: time(x.stx_ctime),
        birthtime: time(x.stx_btime),
    })
}

#[cfg(not(target_os = "linux"))]
fn query(fd: RawFd, path: &CStr, flags: i32) -> Result<Stat, Errno> {
    // SAFETY: all-zero is a valid stat to be overwritten.
    let mut s: libc::stat = unsafe { std::mem::zeroed() };
    if path.is_empty() {
        // SAFETY: `s` is alive.
        check(|| unsafe { libc::fstat(fd, &mut s) })?;
    } else {
        // SAFETY: `path` and `s` are alive.
        check(|| unsafe { libc::fstatat(fd, path.as_ptr(), &mut s, flags) })?;
    }
    Ok(Stat {
        dev: s.st_dev as u64,
        mode: s.st_mode as u64,
        nlink: s.st_nlink as u64,
        uid: s.st_uid as u64,
        gid: s.st_gid as u64,
        rdev: s.st_rdev as u64,
        blksize: s.st_blksize as u64,
        ino: s.st_ino,
        size: s.st_size as u64,
        blocks: s.st_blocks as u64,
        atime: (s.st_atime, s.st_atime_nsec),
        mtime: (s.st_mtime, s.st_mtime_nsec),
        ctime: (s.st_ctime, s.st_ctime_nsec),
        birthtime: (s.st_ctime, s.st_ctime_nsec),
    })
}

/// statfs(2).
///
/// # Errors
/// As statfs(2).
pub fn statfs(path: &CStr) -> Result<StatFs, Errno> {
    // SAFETY: all-zero is a valid statfs to be overwritten.
    let mut s: libc::statfs = unsafe { std::mem::zeroed() };
    // SAFETY: `path` and `s` are alive.
    check(|| unsafe { libc::statfs(path.as_ptr(), &mut s) })?;
    Ok(StatFs {
        kind: s.f_type as u64,
        bsize: s.f_bsize as u64,
        blocks: s.f_blocks as u64,
        bfree: s.f_bfree as u64,
        bavail: s.f_bavail as u64,
        files: s.f_files as u64,
        ffree: s.f_ffree as u64,
        #[cfg(target_os = "linux")]
        frsize: s.f_frsize as u64,
        #[cfg(not(target_os = "linux"))]
        frsize: s.f_bsize as u64,
    })
}

/// chmod(2).
///
/// # Errors
/// As chmod(2).
pub fn chmod(path: &CStr, mode: u32) -> Result<(), Errno> {
    // SAFETY: `path` is a C string that is alive.
    check(|| unsafe { libc::chmod(path.as_ptr(), mode as libc::mode_t) })
}

/// fchmod(2).
///
/// # Errors
/// As fchmod(2).
pub fn fchmod(fd: RawFd, mode: u32) -> Result<(), Errno> {
    // SAFETY: no memory is involved.
    check(|| unsafe { libc::fchmod(fd, mode as libc::mode_t) })
}

/// chown(2).
///
/// # Errors
/// As chown(2).
pub fn chown(path: &CStr, uid: u32, gid: u32) -> Result<(), Errno> {
    // SAFETY: `path` is a C string that is alive.
    check(|| unsafe { libc::chown(path.as_ptr(), uid, gid) })
}

/// fchown(2).
///
/// # Errors
/// As fchown(2).
pub fn fchown(fd: RawFd, uid: u32, gid: u32) -> Result<(), Errno> {
    // SAFETY: no memory is involved.
    check(|| unsafe { libc::fchown(fd, uid, gid) })
}

/// lchown(2).
///
/// # Errors
/// As lchown(2).
pub fn lchown(path: &CStr, uid: u32, gid: u32) -> Result<(), Errno> {
    // SAFETY: `path` is a C string that is alive.
    check(|| unsafe { libc::lchown(path.as_ptr(), uid, gid) })
}
