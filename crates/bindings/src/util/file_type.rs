//! What a file descriptor is open for.

use std::os::fd::BorrowedFd;

use phasor_engine::binding::Definition;
use rustix::fs::FileType;
use rustix::net::{AddressFamily, SocketType};
use v8::{FunctionCallbackArguments, PinScope, ReturnValue, Value};

/// In the order that lib/ has the names in.
enum HandleType {
    Tcp,
    Tty,
    Udp,
    File,
    Pipe,
    Unknown,
}

pub fn define(d: &mut Definition) {
    d.method("guessHandleType", guess_handle_type);
}

/// `guessHandleType(fd)`: an index into TCP, TTY, UDP, FILE, PIPE, UNKNOWN.
fn guess_handle_type<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'s, Value>,
) {
    let fd = args.get(0).int32_value(scope).unwrap_or(-1);
    rv.set_int32(guess(fd) as i32);
}

fn guess(fd: i32) -> HandleType {
    if fd < 0 {
        return HandleType::Unknown;
    }
    // SAFETY: it is not -1, and only used for calls that fail on a descriptor that is not open.
    let fd = unsafe { BorrowedFd::borrow_raw(fd) };
    if rustix::termios::isatty(fd) {
        return HandleType::Tty;
    }
    let Ok(status) = rustix::fs::fstat(fd) else { return HandleType::Unknown };
    match FileType::from_raw_mode(status.st_mode) {
        FileType::RegularFile | FileType::CharacterDevice => HandleType::File,
        FileType::Fifo => HandleType::Pipe,
        FileType::Socket => socket(fd),
        _ => HandleType::Unknown,
    }
}

fn socket(fd: BorrowedFd<'_>) -> HandleType {
    let Ok(kind) = rustix::net::sockopt::socket_type(fd) else { return HandleType::Unknown };
    let Ok(family) = rustix::net::sockopt::socket_domain(fd) else { return HandleType::Unknown };
    let is_internet = family == AddressFamily::INET || family == AddressFamily::INET6;
    match kind {
        SocketType::STREAM if is_internet => HandleType::Tcp,
        SocketType::STREAM if family == AddressFamily::UNIX => HandleType::Pipe,
        SocketType::DGRAM if is_internet => HandleType::Udp,
        _ => HandleType::Unknown,
    }
}
