//! What `process` says of itself: arguments, ids, title, folder, umask.

use std::cell::RefCell;
use std::ffi::CString;

use phasor_engine::binding::Definition;
use phasor_engine::{Runtime, errors, value};
use phasor_evloop::Errno;
use v8::{FunctionCallbackArguments, Local, Name, Object, PinScope, PropertyCallbackArguments, ReturnValue, Value};

pub fn define(d: &mut Definition) {
    d.method("facts", facts)
        .method("cwd", cwd)
        .method("chdir", chdir)
        .method("umask", umask)
        .method("defineLiveProperties", define_live_properties)
        .method("_debugProcess", debug_process)
        .method("_kill", kill)
        .method("execve", execve)
        .method("_rawDebug", raw_debug)
        .method("getActiveResourcesInfo", active_resources);
}

/// `facts()`: `{ argv, argv0, execArgv, execPath, pid, arch, platform, phasor, v8 }`.
fn facts<'s>(scope: &mut PinScope<'s, '_>, _: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let runtime = Runtime::of(scope);
    let config = runtime.config();
    let object = Object::new(scope);
    let argv = value::string_array(scope, &config.argv);
    value::set(scope, object, "argv", argv);
    value::set_string(scope, object, "argv0", &first_argument());
    let exec_argv = value::string_array(scope, &config.exec_argv);
    value::set(scope, object, "execArgv", exec_argv);
    value::set_string(scope, object, "execPath", &config.exec_path);
    value::set_number(scope, object, "pid", f64::from(std::process::id()));
    value::set_string(scope, object, "arch", architecture());
    value::set_string(
        scope,
        object,
        "platform",
        if cfg!(target_os = "macos") { "darwin" } else { std::env::consts::OS },
    );
    value::set_string(scope, object, "phasor", env!("CARGO_PKG_VERSION"));
    value::set_string(scope, object, "v8", v8::V8::get_version());
    rv.set(object.into());
}

/// How the executable was called.
fn first_argument() -> String {
    std::env::args_os().next().map(|argument| argument.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The processor's name as Node spells it.
fn architecture() -> &'static str {
    match std::env::consts::ARCH {
        "x86_64" => "x64",
        "aarch64" => "arm64",
        "x86" => "ia32",
        other => other,
    }
}

fn last_errno() -> Errno {
    Errno::from_raw(std::io::Error::last_os_error().raw_os_error().unwrap_or(libc::EIO))
}

fn cwd<'s>(scope: &mut PinScope<'s, '_>, _: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    match std::env::current_dir() {
        Ok(path) => {
            let path = value::path(scope, &path);
            rv.set(path.into());
        }
        Err(error) => {
            let errno = Errno::from_raw(error.raw_os_error().unwrap_or(libc::EIO));
            errors::throw_system_error(scope, errno, "uv_cwd", None, None);
        }
    }
}

/// `chdir(path)`.
fn chdir<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    let path = args.get(0).to_rust_string_lossy(scope);
    if let Err(error) = std::env::set_current_dir(&path) {
        let errno = Errno::from_raw(error.raw_os_error().unwrap_or(libc::EIO));
        let from = std::env::current_dir().unwrap_or_default();
        let from = from.to_string_lossy().into_owned();
        let error = errors::system_error(scope, errno, "chdir", Some(from.as_bytes()), Some(path.as_bytes()));
        scope.throw_exception(error);
    }
}

/// `umask([mask])`: the old mask.
fn umask<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let new = args.get(0);
    let old = if new.is_undefined() {
        // SAFETY: umask cannot fail; reading it means to set it twice.
        unsafe {
            let old = libc::umask(0);
            libc::umask(old);
            old
        }
    } else {
        let mask = new.uint32_value(scope).unwrap_or(0) as libc::mode_t;
        // SAFETY: umask cannot fail.
        unsafe { libc::umask(mask) }
    };
    rv.set_uint32(old);
}

/// The title that was set, if any.
#[derive(Default)]
struct Title(RefCell<Option<String>>);

/// `defineLiveProperties(process)`: `title` and `ppid`, which look like data and are read from the system.
fn define_live_properties<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    _: ReturnValue<'_, Value>,
) {
    let Ok(process) = TryInto::<Local<'_, Object>>::try_into(args.get(0)) else { return };
    let key = value::name(scope, "title");
    process.set_accessor_with_setter(scope, key.into(), title, set_title);
    let key = value::name(scope, "ppid");
    process.set_accessor_with_setter(scope, key.into(), parent_id, keep_parent_id);
}

fn title<'s>(
    scope: &mut PinScope<'s, '_>,
    _: Local<'s, Name>,
    _: PropertyCallbackArguments<'s>,
    mut rv: ReturnValue<'_, Value>,
) {
    let runtime = Runtime::of(scope);
    let title = runtime.extension::<Title>().0.borrow().clone().unwrap_or_else(first_argument);
    let title = value::string(scope, &title);
    rv.set(title.into());
}

/// Also names the main thread, as far as the kernel's 15 bytes reach.
fn set_title<'s>(
    scope: &mut PinScope<'s, '_>,
    _: Local<'s, Name>,
    title: Local<'s, Value>,
    _: PropertyCallbackArguments<'s>,
    _: ReturnValue<'_, ()>,
) {
    let Some(title) = title.to_string(scope).map(|title| title.to_rust_string_lossy(scope)) else { return };
    let short: Vec<u8> = title.bytes().filter(|b| *b != 0).take(15).collect();
    if let Ok(name) = std::ffi::CString::new(short) {
        // A title that the kernel refuses is still the script's title.
        let _ = rustix::thread::set_name(&name);
    }
    *Runtime::of(scope).extension::<Title>().0.borrow_mut() = Some(title);
}

fn parent_id<'s>(
    _: &mut PinScope<'s, '_>,
    _: Local<'s, Name>,
    _: PropertyCallbackArguments<'s>,
    mut rv: ReturnValue<'_, Value>,
) {
    rv.set_uint32(std::os::unix::process::parent_id());
}

/// An assignment changes nothing.
fn keep_parent_id<'s>(
    _: &mut PinScope<'s, '_>,
    _: Local<'s, Name>,
    _: Local<'s, Value>,
    _: PropertyCallbackArguments<'s>,
    _: ReturnValue<'_, ()>,
) {
}

/// `_debugProcess(pid)`: asks another process to open its inspector.
fn debug_process<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    let pid = args.get(0).int32_value(scope).unwrap_or(0);
    // SAFETY: kill has no memory preconditions.
    if unsafe { libc::kill(pid, libc::SIGUSR1) } != 0 {
        errors::throw_system_error(scope, last_errno(), "kill", None, None);
    }
}

/// `execve(path, arguments, environment)`: another program takes the place of this one. Returns only if that fails,
/// with an exception pending.
fn execve<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    let path = args.get(0).to_rust_string_lossy(scope);
    let words = crate::spawn_options::texts(scope, args.get(1)).unwrap_or_default();
    let pairs = crate::spawn_options::texts(scope, args.get(2)).unwrap_or_default();
    let c_strings =
        |list: Vec<Vec<u8>>| -> Option<Vec<CString>> { list.into_iter().map(|text| CString::new(text).ok()).collect() };
    let (Some(words), Some(pairs), Ok(file)) = (c_strings(words), c_strings(pairs), CString::new(path.clone())) else {
        errors::throw_type_error(scope, "A string holds a null byte");
        return;
    };
    let pointers = |list: &[CString]| -> Vec<*const libc::c_char> {
        list.iter().map(|text| text.as_ptr()).chain([std::ptr::null()]).collect()
    };
    let (argv, envp) = (pointers(&words), pointers(&pairs));
    for fd in 0..3 {
        // SAFETY: fcntl on a descriptor number has no memory preconditions. The standard streams stay open.
        unsafe { libc::fcntl(fd, libc::F_SETFD, 0) };
    }
    // SAFETY: both arrays end with null, and all strings are alive.
    unsafe { libc::execve(file.as_ptr(), argv.as_ptr(), envp.as_ptr()) };
    errors::throw_system_error(scope, last_errno(), "execve", Some(path.as_bytes()), None);
}

/// `_kill(pid, signal)`: 0 or a negative errno.
fn kill<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let pid = args.get(0).int32_value(scope).unwrap_or(0);
    let signal = args.get(1).int32_value(scope).unwrap_or(0);
    // SAFETY: kill has no memory preconditions.
    let failed = unsafe { libc::kill(pid, signal) } != 0;
    rv.set_int32(if failed { last_errno().code() } else { 0 });
}

/// `_rawDebug(text)`: straight to standard error.
fn raw_debug<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    let text = args.get(0).to_rust_string_lossy(scope);
    phasor_engine::exceptions::write_stderr(&format!("{text}\n"));
}

/// `getActiveResourcesInfo()`: names of what keeps the loop alive, without JavaScript timers and immediates.
fn active_resources<'s>(
    scope: &mut PinScope<'s, '_>,
    _: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'_, Value>,
) {
    let runtime = Runtime::of(scope);
    let resources = runtime.extension::<crate::resources::Resources>();
    let names = value::string_array(scope, resources.names());
    rv.set(names.into());
}
