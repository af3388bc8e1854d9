//! `internalBinding('process_wrap')`: child processes.

use std::cell::RefCell;
use std::rc::Rc;

use phasor_engine::binding::{Binding, Definition};
use phasor_engine::{Runtime, errors, value, wrap};
use phasor_evloop::{Errno, ExitStatus, Handle, Process};
use v8::{FunctionCallbackArguments, Global, Local, Object, PinScope, ReturnValue, Value};

use crate::constants::signal_name;
use crate::resources::{ResourceId, Resources};
use crate::spawn_options::{self, Refusal};
use crate::streams::report::Listener;

pub const BINDING: Binding = Binding { name: "process_wrap", define };

fn define(d: &mut Definition) {
    d.class("Process", construct)
        .method("spawn", spawn)
        .method("kill", kill)
        .method("close", close)
        .method("ref", reference)
        .method("unref", unreference)
        .method("hasRef", has_reference);
    d.init(|scope, target| {
        let constants = Object::new(scope);
        value::set_number(scope, constants, "kProcessFlagDetached", f64::from(spawn_options::DETACHED));
        // For another system: accepted and without effect.
        value::set_number(scope, constants, "kProcessFlagWindowsHide", 2.0);
        value::set_number(scope, constants, "kProcessFlagWindowsVerbatimArguments", 4.0);
        value::set(scope, target, "constants", constants);
    });
}

/// What hangs on a `Process` object.
#[derive(Default)]
struct Child(Rc<RefCell<State>>);

#[derive(Default)]
struct State {
    process: Option<Process>,
    resource: Option<ResourceId>,
    unreferenced: bool,
    closed: bool,
}

/// `new Process()`
fn construct<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    if args.is_construct_call() {
        wrap::attach(scope, args.this(), Child::default());
    } else {
        errors::throw_type_error(scope, "Class constructor Process cannot be invoked without 'new'");
    }
}

/// `spawn(file, args, cwd, envPairs, stdio, flags, uid, gid)`: 0 or a negative errno. Sets `pid`; later calls
/// `onexit(exitCode, signalName)`.
fn spawn<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(child) = wrap::this::<Child>(scope, &args) else { return };
    let (options, ours) = match spawn_options::from_arguments(scope, &args) {
        Ok(parts) => parts,
        Err(Refusal::Threw) => return,
        Err(Refusal::System(errno)) => {
            rv.set_int32(errno.code());
            return;
        }
    };
    if child.0.borrow().process.is_some() {
        rv.set_int32(Errno::EINVAL.code());
        return;
    }
    let this: Local<'s, Object> = args.this();
    let listener = Listener::new(scope, this);
    let runtime = Runtime::of(scope);
    let state = child.0.clone();
    let spawned = runtime.event_loop().spawn(options, move |_, status| exited(&state, &listener, status));
    let process = match spawned {
        Ok(process) => process,
        Err(errno) => {
            rv.set_int32(errno.code());
            return;
        }
    };
    for end in ours {
        if let Err(errno) = end.open() {
            // The child runs without the stream, which fails as soon as it is used.
            phasor_engine::exceptions::write_stderr(&format!("phasor: a child's stream: {}\n", errno.message()));
        }
    }
    value::set_number(scope, this, "pid", f64::from(process.pid()));
    let watched = process.clone();
    let active = Rc::new(move || watched.is_active() && watched.has_ref());
    let mut state = child.0.borrow_mut();
    state.resource = Some(runtime.extension::<Resources>().add_handle("ProcessWrap", active));
    if state.unreferenced {
        process.unref();
    }
    state.process = Some(process);
    rv.set_int32(0);
}

fn exited(state: &RefCell<State>, listener: &Listener, status: ExitStatus) {
    if state.borrow().closed {
        return;
    }
    listener.call(
        "onexit",
        |scope| {
            let code = value::number(scope, status.code as f64);
            let signal = signal_name(status.signal).map(|name| value::name(scope, name));
            vec![code, signal.map_or_else(|| v8::null(scope).into(), Into::into)]
        },
        |_, _| {},
    );
}

/// `kill(signal)`: 0 or a negative errno.
fn kill<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(child) = wrap::this::<Child>(scope, &args) else { return };
    let signal = args.get(0).int32_value(scope).unwrap_or(0);
    let result = child.0.borrow().process.as_ref().map_or(Err(Errno::ESRCH), |process| process.kill(signal));
    rv.set_int32(result.err().map_or(0, Errno::code));
}

/// `close([callback])`: the callback comes in the closing phase.
fn close<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    let Some(child) = wrap::this::<Child>(scope, &args) else { return };
    let mut state = child.0.borrow_mut();
    if std::mem::replace(&mut state.closed, true) {
        return;
    }
    let runtime = Runtime::of(scope);
    if let Some(id) = state.resource.take() {
        runtime.extension::<Resources>().remove(id);
    }
    let callback = TryInto::<Local<'s, v8::Function>>::try_into(args.get(0)).ok();
    let callback = callback.map(|callback| Global::new(scope, callback));
    let listener = Listener::new(scope, args.this());
    let finish = move || {
        if let Some(callback) = callback {
            listener.call_function(&callback);
        }
    };
    match state.process.take() {
        Some(process) => process.close(move |_| finish()),
        None => runtime.event_loop().defer(move |_| finish()),
    }
}

fn reference<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    let Some(child) = wrap::this::<Child>(scope, &args) else { return };
    let mut state = child.0.borrow_mut();
    state.unreferenced = false;
    if let Some(process) = &state.process {
        process.ref_();
    }
}

fn unreference<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    let Some(child) = wrap::this::<Child>(scope, &args) else { return };
    let mut state = child.0.borrow_mut();
    state.unreferenced = true;
    if let Some(process) = &state.process {
        process.unref();
    }
}

fn has_reference<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'_, Value>,
) {
    let Some(child) = wrap::this::<Child>(scope, &args) else { return };
    let state = child.0.borrow();
    rv.set_bool(!state.closed && !state.unreferenced);
}
