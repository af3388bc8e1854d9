//! Blocking file-system calls with libuv's results, for the pool and for synchronous use.
//!
//! Every function here is one request of <https://docs.libuv.org/en/v1.x/fs.html>. To run one without blocking, give it to the
//! pool:
//!
//! ```no_run
//! # let event_loop = phasor_evloop::EventLoop::new().unwrap();
//! use phasor_evloop::fs;
//! event_loop.queue_work(|| fs::stat(c"/etc/hosts"), |_, result| println!("{:?}", result.unwrap()));
//! ```
//!
//! Interrupted calls are repeated. A short read or write is a result, not an error.

mod copy;
mod directories;
mod files;
mod links;
mod metadata;
mod times;
mod whole;

pub use copy::{COPY_EXCL, COPY_FICLONE, COPY_FICLONE_FORCE, copy_file};
pub use directories::{
    Directory, Entry, EntryKind, make_directories, mkdir, mkdtemp, open_directory, read_directory, rmdir,
};
pub use files::{
    access, close, fdatasync, fsync, ftruncate, open, read, read_vectored, truncate, unlink, write, write_vectored,
};
pub use links::{link, read_link, real_path, rename, symlink};
pub use metadata::{Stat, StatFs, chmod, chown, fchmod, fchown, fstat, lchown, lstat, stat, statfs};
pub use times::{futimes, lutimes, utimes};
pub use whole::{read_file, read_open_file, write_all};

use crate::Errno;

/// Repeats `call` while it is interrupted; a negative result is the error of `errno`.
fn retry<T: Copy + PartialOrd + From<i8>>(mut call: impl FnMut() -> T) -> Result<T, Errno> {
    loop {
        let result = call();
        if result >= T::from(0) {
            return Ok(result);
        }
        let errno = Errno::last();
        if errno != Errno::EINTR {
            return Err(errno);
        }
    }
}

/// As [`retry`], for calls whose result says no more than that they worked.
fn check(call: impl FnMut() -> libc::c_int) -> Result<(), Errno> {
    retry(call).map(|_| ())
}
