//! `internalBinding('credentials')`: who the process is, and environment variables that privileged programs
//! must not trust.

use std::ffi::CString;

use phasor_engine::binding::{Binding, Definition};
use phasor_engine::{errors, value};
use phasor_evloop::Errno;
use v8::{FunctionCallbackArguments, Local, PinScope, ReturnValue, Value};

use crate::users;

pub const BINDING: Binding = Binding { name: "credentials", define };

fn define(d: &mut Definition) {
    d.method("safeGetenv", safe_getenv)
        .method("getTempDir", temp_dir)
        .method("getuid", getuid)
        .method("geteuid", geteuid)
        .method("getgid", getgid)
        .method("getegid", getegid)
        .method("getgroups", getgroups)
        .method("initgroups", initgroups)
        .method("setgroups", setgroups)
        .method("setegid", setegid)
        .method("seteuid", seteuid)
        .method("setgid", setgid)
        .method("setuid", setuid);
}

/// Whether the process has more rights than who started it.
fn is_privileged() -> bool {
    rustix::process::getuid() != rustix::process::geteuid() || rustix::process::getgid() != rustix::process::getegid()
}

/// `safeGetenv(name)`: the variable's value, undefined if it is not set or the process is set-user-ID.
fn safe_getenv<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(name) = value::to_string(scope, args.get(0)) else { return };
    if let Some(text) = trusted_variable(&name) {
        let text = value::string(scope, &text);
        rv.set(text.into());
    }
}

fn trusted_variable(name: &str) -> Option<String> {
    let bad = name.is_empty() || name.contains(['=', '\0']);
    if bad || is_privileged() {
        return None;
    }
    std::env::var_os(name).map(|text| text.to_string_lossy().into_owned())
}

/// `getTempDir()`: what TMPDIR, TMP or TEMP say, without a slash at the end.
fn temp_dir<'s>(scope: &mut PinScope<'s, '_>, _: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let found = ["TMPDIR", "TMP", "TEMP"].iter().find_map(|name| trusted_variable(name).filter(|p| !p.is_empty()));
    if let Some(path) = found {
        let path = if path.len() > 1 { path.strip_suffix('/').unwrap_or(&path) } else { &path };
        let path = value::string(scope, path);
        rv.set(path.into());
    }
}

fn getuid<'s>(_: &mut PinScope<'s, '_>, _: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    rv.set_uint32(rustix::process::getuid().as_raw());
}

fn geteuid<'s>(_: &mut PinScope<'s, '_>, _: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    rv.set_uint32(rustix::process::geteuid().as_raw());
}

fn getgid<'s>(_: &mut PinScope<'s, '_>, _: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    rv.set_uint32(rustix::process::getgid().as_raw());
}

fn getegid<'s>(_: &mut PinScope<'s, '_>, _: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    rv.set_uint32(rustix::process::getegid().as_raw());
}

fn throw_last(scope: &mut PinScope<'_, '_>, syscall: &str) {
    let errno = Errno::from_raw(std::io::Error::last_os_error().raw_os_error().unwrap_or(libc::EIO));
    errors::throw_system_error(scope, errno, syscall, None, None);
}

/// `getgroups()`: the supplementary groups, the effective one included.
fn getgroups<'s>(scope: &mut PinScope<'s, '_>, _: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    // SAFETY: with a size of 0 nothing is written.
    let count = unsafe { libc::getgroups(0, std::ptr::null_mut()) };
    let mut groups: Vec<libc::gid_t> = vec![0; usize::try_from(count).unwrap_or(0)];
    // SAFETY: the buffer has room for `count` ids.
    let count = unsafe { libc::getgroups(count.max(0), groups.as_mut_ptr()) };
    if count < 0 {
        throw_last(scope, "getgroups");
        return;
    }
    groups.truncate(count as usize);
    let own = rustix::process::getegid().as_raw();
    if !groups.contains(&own) {
        groups.push(own);
    }
    let list: Vec<Local<'_, Value>> =
        groups.iter().map(|id| v8::Integer::new_from_unsigned(scope, *id).into()).collect();
    rv.set(v8::Array::new_with_elements(scope, &list).into());
}

fn c_string(scope: &mut PinScope<'_, '_>, value: Local<'_, Value>) -> Option<CString> {
    CString::new(value::to_string(scope, value)?).ok()
}

/// The id that a number or a name stands for; `None` for a name that does not exist.
fn user_id(scope: &mut PinScope<'_, '_>, value: Local<'_, Value>) -> Option<libc::uid_t> {
    if value.is_number() {
        return value.uint32_value(scope);
    }
    users::by_name(&c_string(scope, value)?).ok().map(|user| user.uid)
}

fn group_id(scope: &mut PinScope<'_, '_>, value: Local<'_, Value>) -> Option<libc::gid_t> {
    if value.is_number() {
        return value.uint32_value(scope);
    }
    users::group_id(&c_string(scope, value)?).ok()
}

/// `initgroups(user, extraGroup)`: 0, 1 for an unknown user, 2 for an unknown group.
fn initgroups<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let user = if args.get(0).is_number() {
        let id = args.get(0).uint32_value(scope).unwrap_or(0);
        users::by_id(id).ok().and_then(|user| CString::new(user.name).ok())
    } else {
        c_string(scope, args.get(0))
    };
    let Some(user) = user else {
        rv.set_uint32(1);
        return;
    };
    let Some(group) = group_id(scope, args.get(1)) else {
        rv.set_uint32(2);
        return;
    };
    // SAFETY: `user` ends with a zero byte.
    if unsafe { libc::initgroups(user.as_ptr(), group as _) } != 0 {
        throw_last(scope, "initgroups");
        return;
    }
    rv.set_uint32(0);
}

/// `setgroups(array)`: 0, or the place of an unknown group, counted from 1.
fn setgroups<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Ok(list) = TryInto::<Local<'_, v8::Array>>::try_into(args.get(0)) else {
        errors::throw_type_error(scope, "setgroups takes an array");
        return;
    };
    let mut groups: Vec<libc::gid_t> = Vec::new();
    for i in 0..list.length() {
        let Some(item) = list.get_index(scope, i) else { return };
        let Some(group) = group_id(scope, item) else {
            rv.set_uint32(i + 1);
            return;
        };
        groups.push(group);
    }
    // SAFETY: the pointer and the length belong to `groups`.
    if unsafe { libc::setgroups(groups.len(), groups.as_ptr()) } != 0 {
        throw_last(scope, "setgroups");
        return;
    }
    rv.set_uint32(0);
}

/// Sets an id: gives 1 for a name that does not exist, throws if the system refuses.
fn change<'s>(
    scope: &mut PinScope<'s, '_>,
    id: Option<u32>,
    syscall: &str,
    set: unsafe extern "C" fn(u32) -> libc::c_int,
    mut rv: ReturnValue<'_, Value>,
) {
    let Some(id) = id else {
        rv.set_uint32(1);
        return;
    };
    // SAFETY: the setters of ids take a number and have no memory preconditions.
    if unsafe { set(id) } != 0 {
        throw_last(scope, syscall);
        return;
    }
    rv.set_uint32(0);
}

fn setegid<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    let id = group_id(scope, args.get(0));
    change(scope, id, "setegid", libc::setegid, rv);
}

fn seteuid<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    let id = user_id(scope, args.get(0));
    change(scope, id, "seteuid", libc::seteuid, rv);
}

fn setgid<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    let id = group_id(scope, args.get(0));
    change(scope, id, "setgid", libc::setgid, rv);
}

fn setuid<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    let id = user_id(scope, args.get(0));
    change(scope, id, "setuid", libc::setuid, rv);
}
