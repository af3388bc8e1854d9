//! Reading and writing whole files in one go.

use std::ffi::{CStr, CString};
use std::os::fd::RawFd;

use phasor_engine::binding::Definition;
use phasor_engine::value;
use phasor_evloop::{Errno, fs};
use v8::{FunctionCallbackArguments, Local, PinScope, ReturnValue, Value};

use super::arguments::{self, Region};
use super::descriptor::{read_into, write_from};
use super::failure::{Failure, Outcome};
use super::request::{Output, Values, perform};
use super::stat::{is_file, is_folder};
use super::text;

/// Larger files are read in chunks, so that no thread of the pool is taken for long.
const CHUNK: u64 = 512 * 1024;
/// Most that one buffer takes.
const MAX_SIZE: u64 = (1 << 31) - 1;
const DEFAULT_MODE: u32 = 0o666;

pub fn define(d: &mut Definition) {
    d.method("readFile", read_file).method("readFileSync", read_file_sync).method("writeFile", write_file);
}

/// A file, by path or by a descriptor of the caller's.
enum File {
    Path(CString),
    Descriptor(RawFd),
}

impl File {
    fn of(scope: &mut PinScope<'_, '_>, value: Local<'_, Value>) -> Option<File> {
        if value.is_number() {
            return arguments::descriptor(scope, value).map(File::Descriptor);
        }
        arguments::path(scope, value).map(File::Path)
    }

    /// Opens the file, runs `body`, closes the file if it was opened here.
    fn with<T>(self, flags: i32, mode: u32, body: impl FnOnce(RawFd) -> Outcome<T>) -> Outcome<T> {
        match self {
            File::Descriptor(fd) => body(fd),
            File::Path(path) => {
                let fd = fs::open(&path, flags, mode).map_err(|error| Failure::at(error, "open", path))?;
                let result = body(fd);
                let closed = fs::close(fd).map_err(|error| Failure::plain(error, "close"));
                let value = result?;
                closed.map(|()| value)
            }
        }
    }
}

/// Reads from the current position to the end, or until `size` bytes if that is not 0.
fn read_all(fd: RawFd, size: usize) -> Outcome<Vec<u8>> {
    let mut bytes: Vec<u8> = Vec::with_capacity(if size == 0 { 8192 } else { size });
    loop {
        if bytes.len() == bytes.capacity() {
            bytes.reserve(bytes.capacity().max(8192));
        }
        let room = if size == 0 { bytes.capacity() } else { size } - bytes.len();
        let free = bytes.spare_capacity_mut();
        let done = read_into(fd, free.as_mut_ptr().cast(), room.min(free.len()), None)
            .map_err(|error| Failure::plain(error, "read"))?;
        // SAFETY: the system has written that many bytes behind the length, inside of the capacity.
        unsafe { bytes.set_len(bytes.len() + done) };
        if done == 0 || (size != 0 && bytes.len() >= size) {
            return Ok(bytes);
        }
    }
}

/// The contents of a file, or what it takes to read it in chunks.
enum Contents {
    Bytes(Vec<u8>),
    Text(Vec<u8>),
    /// The file stays open; its size is 0 if it is no regular one.
    Open(RawFd, u64),
    /// It fits into no buffer.
    TooLarge(u64),
}

impl Output for Contents {
    fn into_values<'s>(self, scope: &mut PinScope<'s, '_>, values: &mut Values<'s>) {
        match self {
            Contents::Bytes(bytes) => {
                let buffer = text::buffer(scope, bytes);
                values.push(buffer);
            }
            Contents::Text(bytes) => {
                if let Some(string) = text::decode(scope, &bytes) {
                    values.push(string);
                }
            }
            Contents::Open(fd, size) => {
                values.push(v8::undefined(scope));
                values.push(v8::Integer::new(scope, fd));
                values.push(value::number(scope, size as f64));
            }
            Contents::TooLarge(size) => values.push(value::number(scope, size as f64)),
        }
    }
}

fn contents(bytes: Vec<u8>, utf8: bool) -> Contents {
    if utf8 { Contents::Text(bytes) } else { Contents::Bytes(bytes) }
}

/// On the pool: a regular file of up to one chunk is read, anything else comes back open.
fn read_if_small(path: &CStr, flags: i32, utf8: bool) -> Outcome<Contents> {
    let fd = fs::open(path, flags, DEFAULT_MODE).map_err(|error| Failure::plain(error, "open"))?;
    let result = match fs::fstat(fd) {
        Err(error) => Err(Failure::plain(error, "fstat")),
        Ok(status) if is_folder(&status) => Err(Failure::plain(Errno::EISDIR, "read")),
        Ok(status) if !is_file(&status) => return Ok(Contents::Open(fd, 0)),
        Ok(status) if status.size > CHUNK => return Ok(Contents::Open(fd, status.size)),
        Ok(status) => read_all(fd, status.size as usize),
    };
    let closed = fs::close(fd).map_err(|error| Failure::plain(error, "close"));
    let bytes = result?;
    closed.map(|()| contents(bytes, utf8))
}

/// `readFile(path, flags, utf8, completion)` → a string if `utf8`, else an ArrayBuffer; or undefined, a descriptor and a
/// size.
fn read_file<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    let Some(path) = arguments::path(scope, args.get(0)) else {
        return;
    };
    let flags = arguments::integer(scope, args.get(1));
    let utf8 = args.get(2).is_true();
    perform(scope, &args, 3, rv, move || {
        // Whatever step fails, the error names the file.
        read_if_small(&path, flags, utf8).map_err(|failure| Failure { path: Some(path), ..failure })
    });
}

/// `readFileSync(pathOrFd, flags, utf8)` → a string if `utf8`, else an ArrayBuffer; a number if the file is too large.
fn read_file_sync<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    let Some(file) = File::of(scope, args.get(0)) else {
        return;
    };
    let flags = arguments::integer(scope, args.get(1));
    let utf8 = args.get(2).is_true();
    perform(scope, &args, 3, rv, move || {
        file.with(flags, DEFAULT_MODE, |fd| {
            let size = match fs::fstat(fd) {
                Ok(status) => {
                    if is_file(&status) {
                        status.size
                    } else {
                        0
                    }
                }
                Err(error) => {
                    return Err(Failure::plain(error, if utf8 { "read" } else { "fstat" }));
                }
            };
            if size > MAX_SIZE {
                return Ok(Contents::TooLarge(size));
            }
            Ok(contents(read_all(fd, size as usize)?, utf8))
        })
    });
}

/// What is to be written.
enum Data {
    Text(String),
    Region(Region),
}

impl Data {
    fn of(scope: &mut PinScope<'_, '_>, value: Local<'_, Value>) -> Option<Data> {
        match value::to_string(scope, value) {
            Some(text) => Some(Data::Text(text)),
            None => Region::of_value(scope, value).map(Data::Region),
        }
    }

    fn memory(&self) -> (*const u8, usize) {
        match self {
            Data::Text(text) => (text.as_ptr(), text.len()),
            Data::Region(region) => (region.address(), region.len()),
        }
    }

    fn write_all(&self, fd: RawFd) -> Outcome<()> {
        let (address, length) = self.memory();
        let mut done = 0;
        while done < length {
            // SAFETY: `done` is less than `length`, the number of bytes at `address`.
            let rest = unsafe { address.add(done) };
            done += write_from(fd, rest, length - done, None).map_err(|error| Failure::plain(error, "write"))?;
        }
        Ok(())
    }
}

/// `writeFile(pathOrFd, data, flags, mode, completion)`; a string is written in UTF-8.
fn write_file<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    let Some(file) = File::of(scope, args.get(0)) else {
        return;
    };
    let Some(data) = Data::of(scope, args.get(1)) else {
        return;
    };
    let flags = arguments::integer(scope, args.get(2));
    let mode = arguments::unsigned(scope, args.get(3));
    perform(scope, &args, 4, rv, move || file.with(flags, mode, |fd| data.write_all(fd)));
}
