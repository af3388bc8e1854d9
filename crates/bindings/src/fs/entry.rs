//! Operations on paths: access, rename, links, permissions, owners, times.

use std::ffi::CStr;
use std::os::fd::RawFd;

use phasor_engine::binding::Definition;
use phasor_evloop::{Errno, fs};
use v8::{FunctionCallbackArguments, PinScope, ReturnValue, Value};

use super::arguments;
use super::failure::{Failure, Outcome};
use super::request::perform;
use super::text::Name;

pub fn define(d: &mut Definition) {
    d.method("access", access)
        .method("rename", rename)
        .method("unlink", unlink)
        .method("rmdir", rmdir)
        .method("link", link)
        .method("symlink", symlink)
        .method("readlink", readlink)
        .method("realpath", realpath)
        .method("chmod", chmod)
        .method("fchmod", fchmod)
        .method("chown", chown)
        .method("fchown", fchown)
        .method("lchown", lchown)
        .method("utimes", utimes)
        .method("futimes", futimes)
        .method("lutimes", lutimes);
}

/// An operation on one path that only succeeds or fails.
fn on_path<'s>(
    scope: &mut PinScope<'s, '_>,
    args: &FunctionCallbackArguments<'s>,
    index: i32,
    rv: ReturnValue<'_, Value>,
    syscall: &'static str,
    call: impl FnOnce(&CStr) -> Result<(), Errno> + Send + 'static,
) {
    let Some(path) = arguments::path(scope, args.get(0)) else {
        return;
    };
    perform(scope, args, index, rv, move || -> Outcome<()> {
        call(&path).map_err(|error| Failure::at(error, syscall, path))
    });
}

/// An operation on two paths that only succeeds or fails.
fn on_paths<'s>(
    scope: &mut PinScope<'s, '_>,
    args: &FunctionCallbackArguments<'s>,
    index: i32,
    rv: ReturnValue<'_, Value>,
    syscall: &'static str,
    call: fn(&CStr, &CStr) -> Result<(), Errno>,
) {
    let Some(path) = arguments::path(scope, args.get(0)) else {
        return;
    };
    let Some(dest) = arguments::path(scope, args.get(1)) else {
        return;
    };
    perform(scope, args, index, rv, move || -> Outcome<()> {
        call(&path, &dest).map_err(|error| Failure::between(error, syscall, path, dest))
    });
}

/// An operation on a descriptor that only succeeds or fails.
fn on_descriptor<'s>(
    scope: &mut PinScope<'s, '_>,
    args: &FunctionCallbackArguments<'s>,
    index: i32,
    rv: ReturnValue<'_, Value>,
    syscall: &'static str,
    call: impl FnOnce(RawFd) -> Result<(), Errno> + Send + 'static,
) {
    let Some(fd) = arguments::descriptor(scope, args.get(0)) else {
        return;
    };
    perform(scope, args, index, rv, move || -> Outcome<()> {
        call(fd).map_err(|error| Failure::plain(error, syscall))
    });
}

/// `access(path, mode, completion)`.
fn access<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    let Some(mode) = arguments::small_mode(scope, args.get(1), 7) else {
        return;
    };
    on_path(scope, &args, 2, rv, "access", move |path| fs::access(path, mode));
}

/// `rename(oldPath, newPath, completion)`.
fn rename<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    on_paths(scope, &args, 2, rv, "rename", fs::rename);
}

/// `unlink(path, completion)`.
fn unlink<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    on_path(scope, &args, 1, rv, "unlink", fs::unlink);
}

/// `rmdir(path, completion)`.
fn rmdir<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    on_path(scope, &args, 1, rv, "rmdir", fs::rmdir);
}

/// `link(existingPath, newPath, completion)`.
fn link<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    on_paths(scope, &args, 2, rv, "link", fs::link);
}

/// `symlink(target, path, flags, completion)`; the flags mean something on Windows only.
fn symlink<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    on_paths(scope, &args, 3, rv, "symlink", fs::symlink);
}

/// `readlink(path, raw, completion)` → the target.
fn readlink<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    let Some(path) = arguments::path(scope, args.get(0)) else {
        return;
    };
    let raw = args.get(1).is_true();
    perform(scope, &args, 2, rv, move || match fs::read_link(&path) {
        Ok(bytes) => Ok(Name { bytes, raw }),
        Err(error) => Err(Failure::at(error, "readlink", path)),
    });
}

/// `realpath(path, raw, completion)` → the path without links.
fn realpath<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    let Some(path) = arguments::path(scope, args.get(0)) else {
        return;
    };
    let raw = args.get(1).is_true();
    perform(scope, &args, 2, rv, move || match fs::real_path(&path) {
        Ok(bytes) => Ok(Name { bytes, raw }),
        Err(error) => Err(Failure::at(error, "realpath", path)),
    });
}

/// `chmod(path, mode, completion)`.
fn chmod<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    let mode = arguments::unsigned(scope, args.get(1));
    on_path(scope, &args, 2, rv, "chmod", move |path| fs::chmod(path, mode));
}

/// `fchmod(fd, mode, completion)`.
fn fchmod<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    let mode = arguments::unsigned(scope, args.get(1));
    on_descriptor(scope, &args, 2, rv, "fchmod", move |fd| fs::fchmod(fd, mode));
}

/// The ids at arguments 1 and 2; the highest number leaves one as it is.
fn owner<'s>(scope: &mut PinScope<'s, '_>, args: &FunctionCallbackArguments<'s>) -> (u32, u32) {
    (arguments::unsigned(scope, args.get(1)), arguments::unsigned(scope, args.get(2)))
}

/// `chown(path, uid, gid, completion)`.
fn chown<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    let (uid, gid) = owner(scope, &args);
    on_path(scope, &args, 3, rv, "chown", move |path| fs::chown(path, uid, gid));
}

/// `lchown(path, uid, gid, completion)`.
fn lchown<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    let (uid, gid) = owner(scope, &args);
    on_path(scope, &args, 3, rv, "lchown", move |path| fs::lchown(path, uid, gid));
}

/// `fchown(fd, uid, gid, completion)`.
fn fchown<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    let (uid, gid) = owner(scope, &args);
    on_descriptor(scope, &args, 3, rv, "fchown", move |fd| fs::fchown(fd, uid, gid));
}

/// The times at arguments 1 and 2, in seconds.
fn times<'s>(scope: &mut PinScope<'s, '_>, args: &FunctionCallbackArguments<'s>) -> (f64, f64) {
    let seconds = |index| args.get(index).number_value(scope).unwrap_or(f64::NAN);
    (seconds(1), seconds(2))
}

/// `utimes(path, atime, mtime, completion)`.
fn utimes<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    let (atime, mtime) = times(scope, &args);
    on_path(scope, &args, 3, rv, "utime", move |path| fs::utimes(path, atime, mtime));
}

/// `lutimes(path, atime, mtime, completion)`.
fn lutimes<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    let (atime, mtime) = times(scope, &args);
    on_path(scope, &args, 3, rv, "lutime", move |path| fs::lutimes(path, atime, mtime));
}

/// `futimes(fd, atime, mtime, completion)`.
fn futimes<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    let (atime, mtime) = times(scope, &args);
    on_descriptor(scope, &args, 3, rv, "futime", move |fd| fs::futimes(fd, atime, mtime));
}
