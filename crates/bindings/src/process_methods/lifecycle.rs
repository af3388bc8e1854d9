//! How the process ends.

use phasor_engine::binding::Definition;
use phasor_engine::runtime::Callback;
use phasor_engine::{Runtime, value};
use v8::{FunctionCallbackArguments, Global, Local, Object, PinScope, ReturnValue, Value};

pub fn define(d: &mut Definition) {
    d.method("setLifecycleCallbacks", set_lifecycle_callbacks).method("reallyExit", really_exit).method("abort", abort);
}

pub fn init<'s>(scope: &mut PinScope<'s, '_>, target: Local<'s, Object>) {
    let info = crate::typed_array::int32(scope, 3);
    value::set(scope, target, "exitInfo", info);
}

/// `setLifecycleCallbacks({ emitBeforeExit, emitExit })`.
fn set_lifecycle_callbacks<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    _: ReturnValue<'_, Value>,
) {
    let Ok(callbacks) = TryInto::<Local<'_, Object>>::try_into(args.get(0)) else { return };
    let runtime = Runtime::of(scope);
    let mut register = |name: &str, slot: &Callback| {
        if let Some(function) = value::get_function(scope, callbacks, name) {
            slot.set(Global::new(scope, function));
        }
    };
    register("emitBeforeExit", &runtime.callbacks.emit_before_exit);
    register("emitExit", &runtime.callbacks.emit_exit);
}

/// `reallyExit(code)`: ends the process (in a worker: the thread) without another line of JavaScript.
fn really_exit<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    let code = args.get(0).int32_value(scope).unwrap_or(0);
    Runtime::of(scope).exit(code);
    scope.terminate_execution();
}

/// `abort()`: ends the process by SIGABRT.
fn abort<'s>(_: &mut PinScope<'s, '_>, _: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    std::process::abort();
}
