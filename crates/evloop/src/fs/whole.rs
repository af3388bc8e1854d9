//! Whole files in one request: what would be four trips to the pool is one.

use std::ffi::CStr;
use std::os::fd::RawFd;

use super::{close, fstat, open, read, write};
use crate::Errno;

/// Files without a size of their own (/proc, pipes) are read in pieces of this.
const PIECE: usize = 64 * 1024;

/// Opens, reads and closes `path`.
///
/// # Errors
/// Of the open (then the flag is true) or of what follows it.
pub fn read_file(path: &CStr, flags: i32, mode: u32) -> Result<Vec<u8>, (Errno, bool)> {
    let fd = open(path, flags, mode).map_err(|errno| (errno, true))?;
    let result = read_open_file(fd);
    let closed = close(fd);
    let bytes = result.map_err(|errno| (errno, false))?;
    closed.map_err(|errno| (errno, false))?;
    Ok(bytes)
}

/// Reads from the descriptor's position to the end.
///
/// # Errors
/// As read(2); ENOMEM if there is no memory for it.
pub fn read_open_file(fd: RawFd) -> Result<Vec<u8>, Errno> {
    let stat = fstat(fd)?;
    let is_file = stat.mode as u32 & libc::S_IFMT == libc::S_IFREG;
    let expected = if is_file { stat.size as usize } else { 0 };
    let mut bytes = Vec::new();
    // One more, so that the end shows without another read.
    bytes.try_reserve_exact(expected + 1).map_err(|_| Errno::ENOMEM)?;
    loop {
        if bytes.len() == bytes.capacity() {
            bytes.try_reserve(PIECE).map_err(|_| Errno::ENOMEM)?;
        }
        let filled = bytes.len();
        let room = bytes.capacity() - filled;
        bytes.resize(filled + room, 0);
        let result = read(fd, &mut bytes[filled..], -1);
        bytes.truncate(filled + *result.as_ref().unwrap_or(&0));
        if result? == 0 {
            return Ok(bytes);
        }
    }
}

/// Writes all of `bytes` at `position` (negative: the descriptor's own), however many writes it takes.
///
/// # Errors
/// As write(2); what was written before stays written.
pub fn write_all(fd: RawFd, bytes: &[u8], position: i64) -> Result<(), Errno> {
    let mut done = 0;
    while done < bytes.len() {
        let at = if position < 0 { -1 } else { position + done as i64 };
        done += write(fd, &bytes[done..], at)?;
    }
    Ok(())
}
