//! Operations on open files: open, close, read, write, flush, truncate.

use std::os::fd::RawFd;

use phasor_engine::binding::Definition;
use phasor_evloop::{Errno, fs};
use v8::{FunctionCallbackArguments, PinScope, ReturnValue, Value};

use super::arguments::{self, Region};
use super::failure::{Failure, Outcome, check};
use super::request::perform;

pub fn define(d: &mut Definition) {
    d.method("open", open)
        .method("close", close)
        .method("read", read)
        .method("readBuffers", read_buffers)
        .method("writeBuffer", write_buffer)
        .method("writeBuffers", write_buffers)
        .method("writeString", write_string)
        .method("fsync", fsync)
        .method("fdatasync", fdatasync)
        .method("ftruncate", ftruncate);
}

/// Reads into memory, at a position or at the current one.
pub fn read_into(fd: RawFd, address: *mut u8, length: usize, position: Option<i64>) -> Result<usize, Errno> {
    let address = address.cast();
    check(|| match position {
        // SAFETY: the caller vouches for `length` bytes at `address`.
        Some(position) => unsafe { libc::pread(fd, address, length, position) },
        // SAFETY: as above.
        None => unsafe { libc::read(fd, address, length) },
    })
}

/// Writes from memory, at a position or at the current one.
pub fn write_from(fd: RawFd, address: *const u8, length: usize, position: Option<i64>) -> Result<usize, Errno> {
    let address = address.cast();
    check(|| match position {
        // SAFETY: the caller vouches for `length` bytes at `address`.
        Some(position) => unsafe { libc::pwrite(fd, address, length, position) },
        // SAFETY: as above.
        None => unsafe { libc::write(fd, address, length) },
    })
}

/// Pieces of memory as the system takes them. They are good as long as the regions are.
fn vectors(regions: &[Region]) -> Vec<libc::iovec> {
    regions.iter().map(|r| libc::iovec { iov_base: r.address().cast(), iov_len: r.len() }).collect()
}

/// `open(path, flags, mode, completion)` → descriptor.
fn open<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    let Some(path) = arguments::path(scope, args.get(0)) else {
        return;
    };
    let flags = arguments::integer(scope, args.get(1));
    let mode = arguments::unsigned(scope, args.get(2));
    perform(scope, &args, 3, rv, move || {
        fs::open(&path, flags, mode).map_err(|error| Failure::at(error, "open", path))
    });
}

/// `close(fd, completion)`.
fn close<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    let Some(fd) = arguments::descriptor(scope, args.get(0)) else {
        return;
    };
    perform(scope, &args, 1, rv, move || fs::close(fd).map_err(|error| Failure::plain(error, "close")));
}

/// `read(fd, view, offset, length, position, completion)` → bytes read.
fn read<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    let Some(fd) = arguments::descriptor(scope, args.get(0)) else {
        return;
    };
    let Some(region) = Region::of_value(scope, args.get(1)) else {
        return;
    };
    let Some(region) = region.part(scope, args.get(2), args.get(3)) else {
        return;
    };
    let position = arguments::position(scope, args.get(4));
    perform(scope, &args, 5, rv, move || {
        read_into(fd, region.address(), region.len(), position).map_err(|error| Failure::plain(error, "read"))
    });
}

/// `readBuffers(fd, views, position, completion)` → bytes read.
fn read_buffers<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    let Some(fd) = arguments::descriptor(scope, args.get(0)) else {
        return;
    };
    let Some(regions) = arguments::regions(scope, args.get(1)) else {
        return;
    };
    let position = arguments::position(scope, args.get(2));
    perform(scope, &args, 3, rv, move || -> Outcome<usize> {
        // SAFETY: the vectors describe memory that `regions` keeps.
        let done = unsafe { fs::read_vectored(fd, &vectors(&regions), position.unwrap_or(-1)) };
        done.map_err(|error| Failure::plain(error, "read"))
    });
}

/// `writeBuffer(fd, view, offset, length, position, completion)` → bytes written.
fn write_buffer<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    let Some(fd) = arguments::descriptor(scope, args.get(0)) else {
        return;
    };
    let Some(region) = Region::of_value(scope, args.get(1)) else {
        return;
    };
    let Some(region) = region.part(scope, args.get(2), args.get(3)) else {
        return;
    };
    let position = arguments::position(scope, args.get(4));
    perform(scope, &args, 5, rv, move || {
        write_from(fd, region.address(), region.len(), position).map_err(|error| Failure::plain(error, "write"))
    });
}

/// `writeBuffers(fd, views, position, completion)` → bytes written.
fn write_buffers<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    let Some(fd) = arguments::descriptor(scope, args.get(0)) else {
        return;
    };
    let Some(regions) = arguments::regions(scope, args.get(1)) else {
        return;
    };
    let position = arguments::position(scope, args.get(2));
    perform(scope, &args, 3, rv, move || -> Outcome<usize> {
        // SAFETY: the vectors describe memory that `regions` keeps.
        let done = unsafe { fs::write_vectored(fd, &vectors(&regions), position.unwrap_or(-1)) };
        done.map_err(|error| Failure::plain(error, "write"))
    });
}

/// `writeString(fd, string, position, completion)` → bytes written, in UTF-8.
fn write_string<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    let Some(fd) = arguments::descriptor(scope, args.get(0)) else {
        return;
    };
    let text = args.get(1).to_rust_string_lossy(scope);
    let position = arguments::position(scope, args.get(2));
    perform(scope, &args, 3, rv, move || {
        write_from(fd, text.as_ptr(), text.len(), position).map_err(|error| Failure::plain(error, "write"))
    });
}

/// `fsync(fd, completion)`.
fn fsync<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    let Some(fd) = arguments::descriptor(scope, args.get(0)) else {
        return;
    };
    perform(scope, &args, 1, rv, move || fs::fsync(fd).map_err(|error| Failure::plain(error, "fsync")));
}

/// `fdatasync(fd, completion)`.
fn fdatasync<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    let Some(fd) = arguments::descriptor(scope, args.get(0)) else {
        return;
    };
    perform(scope, &args, 1, rv, move || fs::fdatasync(fd).map_err(|error| Failure::plain(error, "fdatasync")));
}

/// `ftruncate(fd, length, completion)`.
fn ftruncate<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    let Some(fd) = arguments::descriptor(scope, args.get(0)) else {
        return;
    };
    let length = args.get(1).integer_value(scope).unwrap_or(0).max(0);
    perform(scope, &args, 2, rv, move || fs::ftruncate(fd, length).map_err(|error| Failure::plain(error, "ftruncate")));
}
