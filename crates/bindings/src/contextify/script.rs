//! The class `ContextifyScript`: a compiled script that can run in several contexts.

use phasor_engine::binding::Definition;
use phasor_engine::errors::{self, ErrorClass};
use phasor_engine::{value, wrap};
use v8::script_compiler::{self, CompileOptions, NoCacheReason};
use v8::{FunctionCallbackArguments, Global, Local, PinScope, ReturnValue, UnboundScript, Value};

use super::origin::origin;
use super::watchdog::{Watchdog, Why};
use super::{bytes_array, frame, int, sandbox, set_bool, string};

struct Script {
    unbound: Global<UnboundScript>,
    start: frame::Start,
}

pub fn define(d: &mut Definition) {
    d.class("ContextifyScript", construct)
        .method("runInContext", run_in_context)
        .method("createCachedData", create_cached_data);
}

/// `new ContextifyScript(code, filename, lineOffset, columnOffset, cachedData, produceCachedData, parsingContext,
/// hostSymbol)`.
fn construct<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'s, Value>) {
    if !args.is_construct_call() {
        errors::throw_type_error(scope, "Class constructor ContextifyScript cannot be invoked without 'new'");
        return;
    }
    let this = args.this();
    let main = scope.get_current_context();
    let context = sandbox::context_of(scope, args.get(6)).unwrap_or(main);
    let cached = value::to_bytes(scope, args.get(4));
    let scope = &mut v8::ContextScope::new(scope, context);
    v8::tc_scope!(let scope, scope);
    let start = frame::Start { line: int(scope, &args, 2), column: int(scope, &args, 3) };
    let origin = origin(scope, args.get(1), start.line, start.column, false, args.get(7));
    let code = string(scope, &args, 0);
    let mut source = match &cached {
        Some(bytes) => script_compiler::Source::new_with_cached_data(code, Some(&origin), v8::CachedData::new(bytes)),
        None => script_compiler::Source::new(code, Some(&origin)),
    };
    let options = if cached.is_some() { CompileOptions::ConsumeCodeCache } else { CompileOptions::NoCompileOptions };
    let unbound = script_compiler::compile_unbound_script(scope, &mut source, options, NoCacheReason::NoReason);
    let Some(unbound) = unbound else {
        let (Some(error), message) = (scope.exception(), scope.message()) else { return };
        scope.reset();
        frame::decorate(scope, error, message, start);
        scope.throw_exception(error);
        scope.rethrow();
        return;
    };
    if cached.is_some() {
        let rejected = source.get_cached_data().is_some_and(|data| data.rejected());
        set_bool(scope, this, "cachedDataRejected", rejected);
    }
    if args.get(5).is_true() {
        let produced = unbound.create_code_cache();
        set_bool(scope, this, "cachedDataProduced", produced.is_some());
        if let Some(data) = produced {
            let data = bytes_array(scope, &data);
            value::set(scope, this, "cachedData", data);
        }
    }
    let url = unbound.get_source_mapping_url(scope);
    value::set(scope, this, "sourceMapURL", url);
    let unbound = Global::new(scope, unbound);
    wrap::attach(scope, this, Script { unbound, start });
}

/// `script.runInContext(contextifiedObject, timeout, displayErrors, breakOnSigint)`: the completion value. Without an
/// object it runs in the main context; a negative timeout is none.
fn run_in_context<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'s, Value>,
) {
    let Some(script) = wrap::this::<Script>(scope, &args) else { return };
    let main = scope.get_current_context();
    let context = sandbox::context_of(scope, args.get(0)).unwrap_or(main);
    let timeout = args.get(1).integer_value(scope).unwrap_or(-1);
    let display_errors = args.get(2).is_true();
    let watchdog = match Watchdog::start(scope, timeout, args.get(3).is_true()) {
        Ok(watchdog) => watchdog,
        Err(error) => {
            errors::throw_error(scope, &format!("Cannot watch the script: {error}"));
            return;
        }
    };
    let unbound = Local::new(scope, &script.unbound);
    let scope = &mut v8::ContextScope::new(scope, context);
    v8::tc_scope!(let scope, scope);
    let result = unbound.bind_to_current_context(scope).run(scope);
    if result.is_some() {
        sandbox::run_own_microtasks(scope, context);
    }
    if let Some(why) = watchdog.and_then(Watchdog::stop) {
        // The script may have ended by itself just before it was to be terminated.
        scope.cancel_terminate_execution();
        scope.reset();
        throw_interrupted(scope, why, timeout);
        scope.rethrow();
        return;
    }
    if let Some(result) = result {
        rv.set(result);
        return;
    }
    if scope.has_terminated() {
        scope.rethrow();
        return;
    }
    let (Some(error), message) = (scope.exception(), scope.message()) else { return };
    // What is no error has no stack to decorate, and keeps the place where it was thrown only if it is not thrown again.
    if display_errors && error.is_native_error() {
        scope.reset();
        frame::decorate(scope, error, message, script.start);
        scope.throw_exception(error);
    }
    scope.rethrow();
}

/// Throws what a script that was stopped ends with.
pub fn throw_interrupted(scope: &mut PinScope<'_, '_>, why: Why, timeout: i64) {
    match why {
        Why::Timeout => errors::throw_coded(
            scope,
            ErrorClass::Error,
            "ERR_SCRIPT_EXECUTION_TIMEOUT",
            &format!("Script execution timed out after {timeout}ms"),
        ),
        Why::Interrupt => errors::throw_coded(
            scope,
            ErrorClass::Error,
            "ERR_SCRIPT_EXECUTION_INTERRUPTED",
            "Script execution was interrupted by `SIGINT`",
        ),
    }
}

/// `script.createCachedData()`: V8's code cache.
fn create_cached_data<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'s, Value>,
) {
    let Some(script) = wrap::this::<Script>(scope, &args) else { return };
    let data = Local::new(scope, &script.unbound).create_code_cache();
    let bytes = data.as_deref().map(|data| data.to_vec()).unwrap_or_default();
    let bytes = bytes_array(scope, &bytes);
    rv.set(bytes);
}
