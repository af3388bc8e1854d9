//! `internalBinding('errors')`: uncaught errors and stack traces.

use phasor_engine::binding::{Binding, Definition};
use phasor_engine::exceptions::{self, exit_code};
use phasor_engine::runtime::Callback;
use phasor_engine::{Runtime, value};
use v8::{FunctionCallbackArguments, Global, Local, Object, PinScope, ReturnValue, Value};

pub const BINDING: Binding = Binding { name: "errors", define };

fn define(d: &mut Definition) {
    d.method("setPrepareStackTraceCallback", set_prepare_stack_trace_callback)
        .method("setUncaughtExceptionHandler", set_uncaught_exception_handler)
        .method("setFatalErrorFormatter", set_fatal_error_formatter)
        .method("triggerUncaughtException", trigger_uncaught_exception)
        .method("sourceFrame", source_frame)
        .method("getErrorSourcePositions", error_source_positions)
        .method("noSideEffectsToString", no_side_effects_to_string)
        .init(init);
}

fn init<'s>(scope: &mut PinScope<'s, '_>, target: Local<'s, Object>) {
    let codes = Object::new(scope);
    for (name, code) in [
        ("kNoFailure", 0),
        ("kGenericUserError", exit_code::GENERIC_USER_ERROR),
        ("kInternalJSParseError", 3),
        ("kInternalJSEvaluationFailure", 4),
        ("kV8FatalError", 5),
        ("kInvalidFatalExceptionMonkeyPatching", 6),
        ("kExceptionInFatalExceptionHandler", exit_code::EXCEPTION_IN_HANDLER),
        ("kInvalidCommandLineArgument", exit_code::INVALID_ARGUMENT),
        ("kBootstrapFailure", exit_code::BOOTSTRAP_FAILURE),
        ("kInvalidCommandLineArgument2", 12),
        ("kUnsettledTopLevelAwait", exit_code::UNSETTLED_TOP_LEVEL_AWAIT),
        ("kStartupSnapshotFailure", 14),
        ("kAbort", 134),
    ] {
        value::set_number(scope, codes, name, f64::from(code));
    }
    value::set(scope, target, "exitCodes", codes);
}

fn register<'s>(scope: &mut PinScope<'s, '_>, slot: &Callback, function: Local<'s, Value>) -> bool {
    let Ok(function) = TryInto::<Local<'s, v8::Function>>::try_into(function) else { return false };
    slot.set(Global::new(scope, function));
    true
}

fn set_prepare_stack_trace_callback<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    _: ReturnValue<'_, Value>,
) {
    let runtime = Runtime::of(scope);
    if register(scope, &runtime.callbacks.prepare_stack_trace, args.get(0)) {
        scope.set_prepare_stack_trace_callback(prepare_stack_trace);
    }
}

fn prepare_stack_trace<'s>(
    scope: &mut PinScope<'s, '_>,
    error: Local<'s, Value>,
    sites: Local<'s, v8::Array>,
) -> Local<'s, Value> {
    let runtime = Runtime::of(scope);
    let undefined: Local<'_, Value> = v8::undefined(scope).into();
    let Some(callback) = runtime.callbacks.prepare_stack_trace.get(scope) else { return undefined };
    let global = scope.get_current_context().global(scope);
    // A throw of the callback is the throw of whoever reads `.stack`.
    callback.call(scope, undefined, &[global.into(), error, sites.into()]).unwrap_or(undefined)
}

fn set_uncaught_exception_handler<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    _: ReturnValue<'_, Value>,
) {
    let runtime = Runtime::of(scope);
    register(scope, &runtime.callbacks.uncaught, args.get(0));
}

/// `setFatalErrorFormatter(fn(error, frame, thrownAt) → text)`.
fn set_fatal_error_formatter<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    _: ReturnValue<'_, Value>,
) {
    let runtime = Runtime::of(scope);
    register(scope, &runtime.callbacks.format_fatal, args.get(0));
}

/// `triggerUncaughtException(error, fromPromise)`.
fn trigger_uncaught_exception<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    _: ReturnValue<'_, Value>,
) {
    exceptions::uncaught(scope, args.get(0), None, args.get(1).is_true());
    if Runtime::of(scope).is_stopping() {
        scope.terminate_execution();
    }
}

/// `sourceFrame(error)`: `file:line`, the line and carets where `error` was made or thrown; undefined if unknown.
fn source_frame<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let message = v8::Exception::create_message(scope, args.get(0));
    if let Some(frame) = exceptions::source_frame(scope, message) {
        let frame = value::string(scope, &frame);
        rv.set(frame.into());
    }
}

/// `getErrorSourcePositions(error)`: `{ sourceLine, scriptResourceName, lineNumber, startColumn }` of where `error`
/// was made, as far as they are known.
fn error_source_positions<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'s, Value>,
) {
    let message = v8::Exception::create_message(scope, args.get(0));
    let positions = Object::new(scope);
    if let Some(line) = message.get_source_line(scope) {
        value::set(scope, positions, "sourceLine", line);
    }
    if let Some(name) = message.get_script_resource_name(scope) {
        value::set(scope, positions, "scriptResourceName", name);
    }
    if let Some(line) = message.get_line_number(scope) {
        value::set_number(scope, positions, "lineNumber", line as f64);
    }
    value::set_number(scope, positions, "startColumn", message.get_start_column() as f64);
    rv.set(positions.into());
}

fn no_side_effects_to_string<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'_, Value>,
) {
    if let Some(text) = args.get(0).to_detail_string(scope) {
        rv.set(text.into());
    }
}
