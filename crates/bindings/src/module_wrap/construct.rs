//! Making modules.

use phasor_engine::{errors, value};
use v8::script_compiler::{self, CompileOptions, NoCacheReason};
use v8::{Context, FunctionCallbackArguments, Local, Module, Object, PinScope, ReturnValue, Value};

use super::registry::{Registry, private, set_context_object};
use crate::contextify::{int, origin, sandbox, set_bool, string};

/// The private property of a synthetic module's wrap that holds what fills its exports.
const STEPS: &str = "phasor:evaluation-steps";

/// `new ModuleWrap(url, contextifiedObject, source, lineOffset, columnOffset, cachedData, hostSymbol)` or
/// `new ModuleWrap(url, contextifiedObject, exportNames, evaluationSteps)`.
pub fn construct<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'s, Value>) {
    if !args.is_construct_call() {
        errors::throw_type_error(scope, "Class constructor ModuleWrap cannot be invoked without 'new'");
        return;
    }
    let this = args.this();
    let main = scope.get_current_context();
    let context = sandbox::context_of(scope, args.get(1)).unwrap_or(main);
    let scope = &mut v8::ContextScope::new(scope, context);
    let url = string(scope, &args, 0);
    let module = if args.get(2).is_array() { synthetic(scope, &args, url) } else { source_text(scope, &args, this) };
    let Some(module) = module else { return };
    set_context_object(scope, this, args.get(1));
    value::set(scope, this, "url", url);
    set_bool(scope, this, "synthetic", module.is_synthetic_module());
    let url = url.to_rust_string_lossy(scope);
    Registry::of(scope).add(scope, this, module, url);
}

fn source_text<'s>(
    scope: &mut PinScope<'s, '_>,
    args: &FunctionCallbackArguments<'s>,
    this: Local<'s, Object>,
) -> Option<Local<'s, Module>> {
    let cached = value::to_bytes(scope, args.get(5));
    let origin = origin::origin(scope, args.get(0), int(scope, args, 3), int(scope, args, 4), true, args.get(6));
    let code = string(scope, args, 2);
    let mut source = match &cached {
        Some(bytes) => script_compiler::Source::new_with_cached_data(code, Some(&origin), v8::CachedData::new(bytes)),
        None => script_compiler::Source::new(code, Some(&origin)),
    };
    let options = if cached.is_some() { CompileOptions::ConsumeCodeCache } else { CompileOptions::NoCompileOptions };
    let module = script_compiler::compile_module2(scope, &mut source, options, NoCacheReason::NoReason)?;
    if cached.is_some() && source.get_cached_data().is_some_and(|data| data.rejected()) {
        errors::throw_coded(
            scope,
            errors::ErrorClass::Error,
            "ERR_VM_MODULE_CACHED_DATA_REJECTED",
            "cachedData buffer was rejected",
        );
        return None;
    }
    let script = module.get_unbound_module_script(scope);
    let map_url = script.get_source_mapping_url(scope);
    value::set(scope, this, "sourceMapURL", map_url);
    set_bool(scope, this, "hasTopLevelAwait", module.has_top_level_await());
    Some(module)
}

fn synthetic<'s>(
    scope: &mut PinScope<'s, '_>,
    args: &FunctionCallbackArguments<'s>,
    url: Local<'s, v8::String>,
) -> Option<Local<'s, Module>> {
    let names: Local<'_, v8::Array> = args.get(2).try_into().ok()?;
    let mut exports = Vec::with_capacity(names.length() as usize);
    for i in 0..names.length() {
        exports.push(names.get_index(scope, i)?.to_string(scope)?);
    }
    let key = private(scope, STEPS);
    args.this().set_private(scope, key, args.get(3));
    Some(Module::create_synthetic_module(scope, url, &exports, evaluation_steps))
}

/// Calls the steps with the wrap as `this`. A synthetic module never waits, so its promise is resolved at once.
fn evaluation_steps<'s>(context: Local<'s, Context>, module: Local<'s, Module>) -> Option<Local<'s, Value>> {
    // SAFETY: V8 calls this with a context that is alive, inside of a handle scope of its own.
    v8::callback_scope!(unsafe scope, context);
    let wrap = Registry::of(scope).find(scope, module)?;
    let object = wrap.object.to_local(scope)?;
    let key = private(scope, STEPS);
    let steps: Local<'_, v8::Function> = object.get_private(scope, key)?.try_into().ok()?;
    steps.call(scope, object.into(), &[])?;
    let done = v8::PromiseResolver::new(scope)?;
    let undefined = v8::undefined(scope);
    done.resolve(scope, undefined.into())?;
    Some(done.get_promise(scope).into())
}
