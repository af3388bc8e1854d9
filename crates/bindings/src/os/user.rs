//! The current user and the priority of processes.

use std::os::unix::ffi::OsStrExt;

use phasor_engine::binding::Definition;
use phasor_engine::value;
use phasor_evloop::Errno;
use v8::{FunctionCallbackArguments, Local, Object, PinScope, ReturnValue, Value};

use super::{describe, last_errno};
use crate::users;

pub fn define(d: &mut Definition) {
    d.method("getHomeDirectory", home_directory)
        .method("getUserInfo", user_info)
        .method("getPriority", get_priority)
        .method("setPriority", set_priority);
}

/// The error of a user look-up: a user without an entry is ENOENT.
fn look_up_error(error: i32) -> Errno {
    if error == users::NOT_FOUND { Errno::ENOENT } else { Errno::from_raw(error) }
}

/// `getHomeDirectory(context)`: what HOME says, or the user database.
fn home_directory<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'_, Value>,
) {
    let home = match std::env::var_os("HOME").filter(|home| !home.is_empty()) {
        Some(home) => Ok(home.as_bytes().to_vec()),
        None => users::by_id(rustix::process::getuid().as_raw()).map(|user| user.home),
    };
    match home {
        Ok(home) => rv.set(value::bytes_as_string(scope, &home).into()),
        Err(error) => describe(scope, args.get(0), look_up_error(error), "uv_os_homedir"),
    }
}

/// `getUserInfo(asBuffers, context)`: `{ uid, gid, username, homedir, shell }`; the texts are `Uint8Array`s
/// if `asBuffers`, and the shell is null if the database has none.
fn user_info<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let user = match users::by_id(rustix::process::geteuid().as_raw()) {
        Ok(user) => user,
        Err(error) => {
            describe(scope, args.get(1), look_up_error(error), "uv_os_get_passwd");
            return;
        }
    };
    let as_bytes = args.get(0).is_true();
    let null = v8::null(scope);
    let object = Object::with_prototype_and_properties(scope, null.into(), &[], &[]);
    value::set_number(scope, object, "uid", f64::from(user.uid));
    value::set_number(scope, object, "gid", f64::from(user.gid));
    for (name, bytes) in [("username", user.name), ("homedir", user.home), ("shell", user.shell)] {
        let text: Local<'_, Value> = if name == "shell" && bytes.is_empty() {
            v8::null(scope).into()
        } else if as_bytes {
            crate::typed_array::of_bytes(scope, bytes)
        } else {
            value::bytes_as_string(scope, &bytes).into()
        };
        value::set(scope, object, name, text);
    }
    rv.set(object.into());
}

/// `getPriority(pid, context)`
fn get_priority<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let pid = args.get(0).int32_value(scope).unwrap_or(0);
    // -1 is a priority as well as an error, so errno tells.
    // SAFETY: errno is this thread's own variable.
    unsafe { *libc::__errno_location() = 0 };
    // SAFETY: getpriority has no memory preconditions.
    let priority = unsafe { libc::getpriority(libc::PRIO_PROCESS, pid as libc::id_t) };
    if priority == -1 && std::io::Error::last_os_error().raw_os_error() != Some(0) {
        describe(scope, args.get(1), last_errno(), "uv_os_getpriority");
        return;
    }
    rv.set_int32(priority);
}

/// `setPriority(pid, priority, context)`: 0 or a negative errno.
fn set_priority<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let pid = args.get(0).int32_value(scope).unwrap_or(0);
    let priority = args.get(1).int32_value(scope).unwrap_or(0);
    // SAFETY: setpriority has no memory preconditions.
    if unsafe { libc::setpriority(libc::PRIO_PROCESS, pid as libc::id_t, priority) } != 0 {
        let errno = last_errno();
        describe(scope, args.get(2), errno, "uv_os_setpriority");
        rv.set_int32(errno.code());
        return;
    }
    rv.set_int32(0);
}
