//! Links, renaming, real paths.

use std::ffi::{CStr, CString};

use super::check;
use crate::Errno;

/// rename(2).
///
/// # Errors
/// As rename(2).
pub fn rename(from: &CStr, to: &CStr) -> Result<(), Errno> {
    // SAFETY: both are C strings that are alive.
    check(|| unsafe { libc::rename(from.as_ptr(), to.as_ptr()) })
}

/// link(2).
///
/// # Errors
/// As link(2).
pub fn link(existing: &CStr, new: &CStr) -> Result<(), Errno> {
    // SAFETY: both are C strings that are alive.
    check(|| unsafe { libc::link(existing.as_ptr(), new.as_ptr()) })
}

/// symlink(2).
///
/// # Errors
/// As symlink(2).
pub fn symlink(target: &CStr, path: &CStr) -> Result<(), Errno> {
    // SAFETY: both are C strings that are alive.
    check(|| unsafe { libc::symlink(target.as_ptr(), path.as_ptr()) })
}

/// What a symbolic link holds, as bytes.
///
/// # Errors
/// As readlink(2).
pub fn read_link(path: &CStr) -> Result<Vec<u8>, Errno> {
    let mut buffer = vec![0u8; 256];
    loop {
        // SAFETY: writes into the buffer, no further than its length.
        let n = super::retry(|| unsafe { libc::readlink(path.as_ptr(), buffer.as_mut_ptr().cast(), buffer.len()) })?
            as usize;
        // A full buffer may hold only the beginning.
        if n < buffer.len() {
            buffer.truncate(n);
            return Ok(buffer);
        }
        buffer.resize(buffer.len() * 2, 0);
    }
}

/// realpath(3): absolute, without links, `.` and `..`.
///
/// # Errors
/// As realpath(3).
pub fn real_path(path: &CStr) -> Result<Vec<u8>, Errno> {
    // SAFETY: `path` is a C string; with a null buffer the result is allocated by malloc, or null.
    let found = unsafe { libc::realpath(path.as_ptr(), std::ptr::null_mut()) };
    if found.is_null() {
        return Err(Errno::last());
    }
    // SAFETY: a C string that realpath allocated; freed once, after it was copied.
    let text: CString = unsafe {
        let text = CStr::from_ptr(found).to_owned();
        libc::free(found.cast());
        text
    };
    Ok(text.into_bytes())
}
