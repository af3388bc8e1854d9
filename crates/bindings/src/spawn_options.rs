//! What lib/ says of a child to start, as the loop wants to have it.

use std::os::fd::{IntoRawFd, OwnedFd};

use phasor_engine::{errors, value, wrap};
use phasor_evloop::{ChildStdio, Errno, SpawnOptions, Stream};
use rustix::net::{AddressFamily, SocketFlags, SocketType};
use v8::{FunctionCallbackArguments, Local, Object, PinScope, Value};

use crate::streams::base::StreamBase;

/// The flag for a session of its own.
pub const DETACHED: u32 = 1;

/// This process's end of a pipe to a child, to be opened once the child runs.
pub struct OurEnd {
    stream: Stream,
    fd: OwnedFd,
}

impl OurEnd {
    /// Gives the end to its stream.
    ///
    /// # Errors
    /// As [`Stream::open`].
    pub fn open(self) -> Result<(), Errno> {
        self.stream.open(self.fd.into_raw_fd())
    }
}

/// Two connected sockets: a child may read and write on its end.
pub fn socket_pair() -> Result<(OwnedFd, OwnedFd), Errno> {
    Ok(rustix::net::socketpair(AddressFamily::UNIX, SocketType::STREAM, SocketFlags::CLOEXEC, None)?)
}

/// A string as bytes that a C string can hold.
fn text(scope: &mut PinScope<'_, '_>, value: Local<'_, Value>) -> Option<Vec<u8>> {
    let text = value.to_string(scope)?.to_rust_string_lossy(scope).into_bytes();
    Some(text)
}

/// The items of an array as bytes; `None` if it is no array, or an exception is pending.
pub fn texts(scope: &mut PinScope<'_, '_>, value: Local<'_, Value>) -> Option<Vec<Vec<u8>>> {
    let list: Local<'_, v8::Array> = value.try_into().ok()?;
    let mut out = Vec::with_capacity(list.length() as usize);
    for i in 0..list.length() {
        let item = list.get_index(scope, i)?;
        out.push(text(scope, item)?);
    }
    Some(out)
}

/// A path or file name, if there is one.
pub fn optional_text(scope: &mut PinScope<'_, '_>, value: Local<'_, Value>) -> Option<Vec<u8>> {
    if value.is_null_or_undefined() { None } else { value::to_bytes(scope, value).filter(|text| !text.is_empty()) }
}

/// A user or group id, if there is one.
pub fn optional_id(scope: &mut PinScope<'_, '_>, value: Local<'_, Value>) -> Option<u32> {
    if value.is_int32() { value.int32_value(scope).map(|id| id as u32) } else { None }
}

/// Why a child cannot even be tried.
pub enum Refusal {
    /// An exception is pending.
    Threw,
    /// The system has no pipe left.
    System(Errno),
}

/// The arguments of `Process.prototype.spawn`.
///
/// # Errors
/// See [`Refusal`].
pub fn from_arguments<'s>(
    scope: &mut PinScope<'s, '_>,
    args: &FunctionCallbackArguments<'s>,
) -> Result<(SpawnOptions, Vec<OurEnd>), Refusal> {
    let mut options = SpawnOptions {
        file: text(scope, args.get(0)).ok_or(Refusal::Threw)?,
        args: texts(scope, args.get(1)).unwrap_or_default(),
        cwd: optional_text(scope, args.get(2)),
        env: texts(scope, args.get(3)),
        uid: optional_id(scope, args.get(6)),
        gid: optional_id(scope, args.get(7)),
        detached: args.get(5).uint32_value(scope).ok_or(Refusal::Threw)? & DETACHED != 0,
        stdio: Vec::new(),
    };
    let mut ours = Vec::new();
    let Ok(entries) = TryInto::<Local<'s, v8::Array>>::try_into(args.get(4)) else {
        errors::throw_type_error(scope, "stdio must be an array");
        return Err(Refusal::Threw);
    };
    for i in 0..entries.length() {
        let entry = entries.get_index(scope, i).and_then(|entry| TryInto::<Local<'s, Object>>::try_into(entry).ok());
        let stdio = describe(scope, entry.ok_or(Refusal::Threw)?, &mut ours)?;
        options.stdio.push(stdio);
    }
    Ok((options, ours))
}

fn describe<'s>(
    scope: &mut PinScope<'s, '_>,
    entry: Local<'s, Object>,
    ours: &mut Vec<OurEnd>,
) -> Result<ChildStdio, Refusal> {
    let kind = value::get(scope, entry, "type").ok_or(Refusal::Threw)?.to_rust_string_lossy(scope);
    match kind.as_str() {
        "pipe" | "overlapped" => {
            let handle = value::get(scope, entry, "handle").ok_or(Refusal::Threw)?;
            let Some(base) = wrap::of_value::<StreamBase>(handle) else {
                errors::throw_type_error(scope, "A pipe needs a handle");
                return Err(Refusal::Threw);
            };
            let (fd, child) = socket_pair().map_err(Refusal::System)?;
            ours.push(OurEnd { stream: base.stream().clone(), fd });
            Ok(ChildStdio::Owned(child))
        }
        "wrap" => {
            let handle = value::get(scope, entry, "handle").ok_or(Refusal::Threw)?;
            let fd = wrap::of_value::<StreamBase>(handle).and_then(|base| base.stream().fd());
            Ok(fd.map_or(ChildStdio::Ignore, ChildStdio::Inherit))
        }
        "inherit" | "fd" => {
            let fd = value::get(scope, entry, "fd").and_then(|fd| fd.int32_value(scope));
            Ok(ChildStdio::Inherit(fd.ok_or(Refusal::Threw)?))
        }
        _ => Ok(ChildStdio::Ignore),
    }
}
