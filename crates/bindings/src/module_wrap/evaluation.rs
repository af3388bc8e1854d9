//! Running a module, its state and its exports.

use phasor_engine::binding::Class;
use phasor_engine::errors::{self, ErrorClass};
use phasor_engine::{exceptions, value};
use v8::{FunctionCallbackArguments, Local, ModuleStatus, PinScope, Promise, PromiseState, ReturnValue, Value};

use super::registry::{context_of, this};
use super::status_number;
use crate::contextify::watchdog::Watchdog;
use crate::contextify::{bytes_array, sandbox};

pub fn define(class: &mut Class) {
    class
        .method("evaluate", evaluate)
        .method("evaluateSync", evaluate_sync)
        .method("getNamespace", get_namespace)
        .method("getStatus", get_status)
        .method("getError", get_error)
        .method("setExport", set_export)
        .method("createCachedData", create_cached_data)
        .method("stalledTopLevelAwaits", stalled_top_level_awaits)
        .accessor("hasAsyncGraph", has_async_graph);
}

/// `evaluate(timeout, breakOnSigint)`: a promise of the end of the evaluation.
fn evaluate<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'s, Value>) {
    let Some(wrap) = this(scope, &args) else { return };
    let module = Local::new(scope, &wrap.module);
    let timeout = args.get(0).integer_value(scope).unwrap_or(-1);
    let watchdog = match Watchdog::start(scope, timeout, args.get(1).is_true()) {
        Ok(watchdog) => watchdog,
        Err(error) => {
            errors::throw_error(scope, &format!("Cannot watch the module: {error}"));
            return;
        }
    };
    let context = context_of(scope, args.this());
    let scope = &mut v8::ContextScope::new(scope, context);
    v8::tc_scope!(let scope, scope);
    let result = module.evaluate(scope);
    if result.is_some() {
        sandbox::run_own_microtasks(scope, context);
    }
    if let Some(why) = watchdog.and_then(Watchdog::stop) {
        scope.cancel_terminate_execution();
        scope.reset();
        crate::contextify::throw_interrupted(scope, why, timeout);
        scope.rethrow();
        return;
    }
    match result {
        Some(promise) => rv.set(promise),
        None => {
            scope.rethrow();
        }
    }
}

/// `evaluateSync()`: the namespace of a module whose graph has no top-level await; throws what the module throws.
fn evaluate_sync<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'s, Value>,
) {
    let Some(wrap) = this(scope, &args) else { return };
    let module = Local::new(scope, &wrap.module);
    let Some(result) = module.evaluate(scope) else { return };
    let Ok(promise) = TryInto::<Local<'_, Promise>>::try_into(result) else { return };
    match promise.state() {
        PromiseState::Rejected => {
            promise.mark_as_handled();
            let error = promise.result(scope);
            scope.throw_exception(error);
        }
        PromiseState::Pending | PromiseState::Fulfilled => rv.set(module.get_module_namespace()),
    }
}

/// `getNamespace()`.
fn get_namespace<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'s, Value>,
) {
    let Some(wrap) = this(scope, &args) else { return };
    let module = Local::new(scope, &wrap.module);
    match module.get_status() {
        ModuleStatus::Uninstantiated | ModuleStatus::Instantiating => {
            errors::throw_error(scope, "cannot get namespace, module has not been instantiated");
        }
        _ => rv.set(module.get_module_namespace()),
    }
}

/// `getStatus()`: one of the binding's constants.
fn get_status<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'s, Value>) {
    let Some(wrap) = this(scope, &args) else { return };
    let module = Local::new(scope, &wrap.module);
    rv.set_double(status_number(&module.get_status()));
}

/// `getError()`: what the evaluation threw.
fn get_error<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'s, Value>) {
    let Some(wrap) = this(scope, &args) else { return };
    let module = Local::new(scope, &wrap.module);
    if module.get_status() == ModuleStatus::Errored {
        rv.set(module.get_exception());
    }
}

/// `hasAsyncGraph`: whether the module or anything it imports has a top-level await.
fn has_async_graph<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'s, Value>,
) {
    let Some(wrap) = this(scope, &args) else { return };
    let module = Local::new(scope, &wrap.module);
    match module.get_status() {
        ModuleStatus::Uninstantiated | ModuleStatus::Instantiating => {}
        _ => rv.set_bool(module.is_graph_async()),
    }
}

/// `setExport(name, value)` of a synthetic module.
fn set_export<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'s, Value>) {
    let Some(wrap) = this(scope, &args) else { return };
    let module = Local::new(scope, &wrap.module);
    let Ok(name) = TryInto::<Local<'_, v8::String>>::try_into(args.get(0)) else {
        errors::throw_type_error(scope, "The name of an export must be a string");
        return;
    };
    if !module.is_synthetic_module() {
        errors::throw_type_error(scope, "Only a synthetic module's exports can be set");
        return;
    }
    let _ = module.set_synthetic_module_export(scope, name, args.get(1));
}

/// `createCachedData()`: V8's code cache of a source text module.
fn create_cached_data<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'s, Value>,
) {
    let Some(wrap) = this(scope, &args) else { return };
    let module = Local::new(scope, &wrap.module);
    if !module.is_source_text_module()
        || matches!(module.get_status(), ModuleStatus::Evaluating | ModuleStatus::Evaluated | ModuleStatus::Errored)
    {
        errors::throw_coded(
            scope,
            ErrorClass::Error,
            "ERR_VM_MODULE_CANNOT_CREATE_CACHED_DATA",
            "Cached data cannot be created for a module which has been evaluated",
        );
        return;
    }
    let data = module.get_unbound_module_script(scope).create_code_cache();
    let bytes = data.as_deref().map(|data| data.to_vec()).unwrap_or_default();
    let bytes = bytes_array(scope, &bytes);
    rv.set(bytes);
}

/// `stalledTopLevelAwaits()`: `file:line`, source line and caret of each top-level await that never settled.
fn stalled_top_level_awaits<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'s, Value>,
) {
    let Some(wrap) = this(scope, &args) else { return };
    let module = Local::new(scope, &wrap.module);
    let stalled = module.get_stalled_top_level_await_message(scope);
    let frames: Vec<String> =
        stalled.into_iter().filter_map(|(_, message)| exceptions::source_frame(scope, message)).collect();
    let frames = value::string_array(scope, frames);
    rv.set(frames.into());
}
