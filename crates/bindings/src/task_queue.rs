//! `internalBinding('task_queue')`: ticks, microtasks and promise rejections.

use phasor_engine::binding::{Binding, Definition};
use phasor_engine::{Runtime, value};
use v8::{FunctionCallbackArguments, Global, Local, Object, PinScope, ReturnValue, Value};

pub const BINDING: Binding = Binding { name: "task_queue", define };

fn define(d: &mut Definition) {
    d.method("setTickCallback", set_tick_callback)
        .method("setPromiseRejectCallback", set_promise_reject_callback)
        .method("runMicrotasks", run_microtasks)
        .method("enqueueMicrotask", enqueue_microtask)
        .init(init);
}

/// V8's events in the order that lib/ numbers them.
const REJECT_EVENTS: [&str; 4] = [
    "kPromiseRejectWithNoHandler",
    "kPromiseHandlerAddedAfterReject",
    "kPromiseRejectAfterResolved",
    "kPromiseResolveAfterResolved",
];

fn init<'s>(scope: &mut PinScope<'s, '_>, target: Local<'s, Object>) {
    let info = crate::typed_array::uint8(scope, 2);
    value::set(scope, target, "tickInfo", info);
    let events = Object::new(scope);
    for (i, name) in REJECT_EVENTS.iter().enumerate() {
        value::set_number(scope, events, name, i as f64);
    }
    value::set(scope, target, "promiseRejectEvents", events);
}

fn set_tick_callback<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    if let Ok(function) = args.get(0).try_into() {
        let function: Local<'_, v8::Function> = function;
        Runtime::of(scope).callbacks.tick.set(Global::new(scope, function));
    }
}

fn set_promise_reject_callback<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    _: ReturnValue<'_, Value>,
) {
    if let Ok(function) = args.get(0).try_into() {
        let function: Local<'_, v8::Function> = function;
        Runtime::of(scope).callbacks.promise_reject.set(Global::new(scope, function));
        scope.set_promise_reject_callback(on_reject);
    }
}

/// V8 calls this synchronously from `reject()` and `then()`.
unsafe extern "C" fn on_reject(message: v8::PromiseRejectMessage<'_>) {
    v8::callback_scope!(unsafe scope, &message);
    let runtime = Runtime::of(scope);
    if runtime.is_stopping() {
        return;
    }
    let Some(callback) = runtime.callbacks.promise_reject.get(scope) else { return };
    let kind = match message.get_event() {
        v8::PromiseRejectEvent::PromiseRejectWithNoHandler => 0,
        v8::PromiseRejectEvent::PromiseHandlerAddedAfterReject => 1,
        v8::PromiseRejectEvent::PromiseRejectAfterResolved => 2,
        v8::PromiseRejectEvent::PromiseResolveAfterResolved => 3,
    };
    let kind = v8::Integer::new(scope, kind);
    let promise = message.get_promise();
    let reason = message.get_value().unwrap_or_else(|| v8::undefined(scope).into());
    let undefined = v8::undefined(scope);
    v8::tc_scope!(let scope, scope);
    // The callback only notes the promise down; were it to throw (stack overflow), the rejection goes unnoticed.
    callback.call(scope, undefined.into(), &[kind.into(), promise.into(), reason]);
}

fn run_microtasks<'s>(scope: &mut PinScope<'s, '_>, _: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    scope.perform_microtask_checkpoint();
}

fn enqueue_microtask<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    if let Ok(function) = args.get(0).try_into() {
        scope.enqueue_microtask(function);
    }
}
