//! `internalBinding('async_wrap')`: V8's hooks into the life of promises.

use phasor_engine::binding::{Binding, Definition};
use v8::{Function, FunctionCallbackArguments, Local, PinScope, ReturnValue, Value};

pub const BINDING: Binding = Binding { name: "async_wrap", define };

fn define(d: &mut Definition) {
    d.method("setPromiseHooks", set_promise_hooks);
}

/// `setPromiseHooks(init, before, after, settled)`: functions, or undefined for none.
fn set_promise_hooks<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    let hook = |i: i32| TryInto::<Local<'_, Function>>::try_into(args.get(i)).ok();
    scope.set_promise_hooks(hook(0), hook(1), hook(2), hook(3));
}
