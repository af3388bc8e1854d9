//! Functions from source text.

use phasor_engine::binding::Definition;
use phasor_engine::value;
use v8::script_compiler::{self, CompileOptions, NoCacheReason};
use v8::{FunctionCallbackArguments, Local, Object, PinScope, ReturnValue, Value};

use super::origin::origin;
use super::{bytes_array, detect, frame, int, sandbox, set_bool, string};

/// What a CommonJS module's body is given.
pub const COMMONJS_PARAMETERS: [&str; 5] = ["exports", "require", "module", "__filename", "__dirname"];

pub fn define(d: &mut Definition) {
    d.method("compileFunctionForCJSLoader", compile_commonjs)
        .method("compileFunction", compile_function)
        .method("functionCodeCache", function_code_cache)
        .method("codeCacheKey", code_cache_key);
}

/// Names as JavaScript strings.
pub fn names<'s>(scope: &PinScope<'s, '_>, names: &[&str]) -> Vec<Local<'s, v8::String>> {
    names.iter().map(|name| value::name(scope, name)).collect()
}

/// `compileFunctionForCJSLoader(code, filename, hostSymbol, detectModule)`: the module's body as a function; with
/// `detectModule`, null for a text that is an ES module.
fn compile_commonjs<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'s, Value>,
) {
    let code = string(scope, &args, 0);
    let resource = args.get(1);
    let origin = origin(scope, resource, 0, 0, false, args.get(2));
    let mut source = script_compiler::Source::new(code, Some(&origin));
    let parameters = COMMONJS_PARAMETERS.map(|name| value::name(scope, name));
    v8::tc_scope!(let scope, scope);
    let function = script_compiler::compile_function(
        scope,
        &mut source,
        &parameters,
        &[],
        CompileOptions::NoCompileOptions,
        NoCacheReason::NoReason,
    );
    if let Some(function) = function {
        rv.set(function.into());
        return;
    }
    let (Some(error), message) = (scope.exception(), scope.message()) else { return };
    if args.get(3).is_true() {
        let text = message.map(|m| m.get(scope).to_rust_string_lossy(scope)).unwrap_or_default();
        scope.reset();
        if detect::is_module(scope, &text, code, resource) {
            rv.set_null();
            return;
        }
    } else {
        scope.reset();
    }
    frame::decorate(scope, error, message, frame::Start::default());
    scope.throw_exception(error);
    scope.rethrow();
}

/// `compileFunction(code, filename, lineOffset, columnOffset, cachedData, produceCachedData, parsingContext,
/// contextExtensions, params, hostSymbol)`: `{ function, cachedDataRejected, cachedDataProduced, cachedData }`.
fn compile_function<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'s, Value>,
) {
    let main = scope.get_current_context();
    let context = sandbox::context_of(scope, args.get(6)).unwrap_or(main);
    let cached = value::to_bytes(scope, args.get(4));
    let scope = &mut v8::ContextScope::new(scope, context);
    v8::tc_scope!(let scope, scope);
    let start = frame::Start { line: int(scope, &args, 2), column: int(scope, &args, 3) };
    let origin = origin(scope, args.get(1), start.line, start.column, false, args.get(9));
    let code = string(scope, &args, 0);
    let mut source = match &cached {
        Some(bytes) => script_compiler::Source::new_with_cached_data(code, Some(&origin), v8::CachedData::new(bytes)),
        None => script_compiler::Source::new(code, Some(&origin)),
    };
    let options = if cached.is_some() { CompileOptions::ConsumeCodeCache } else { CompileOptions::NoCompileOptions };
    let parameters: Vec<Local<'_, v8::String>> = elements(scope, args.get(8));
    let extensions: Vec<Local<'_, Object>> = elements(scope, args.get(7));
    let function = script_compiler::compile_function(
        scope,
        &mut source,
        &parameters,
        &extensions,
        options,
        NoCacheReason::NoReason,
    );
    let Some(function) = function else {
        let (Some(error), message) = (scope.exception(), scope.message()) else { return };
        scope.reset();
        frame::decorate(scope, error, message, start);
        scope.throw_exception(error);
        scope.rethrow();
        return;
    };
    let result = Object::new(scope);
    value::set(scope, result, "function", function);
    if cached.is_some() {
        let rejected = source.get_cached_data().is_some_and(|data| data.rejected());
        set_bool(scope, result, "cachedDataRejected", rejected);
    }
    if args.get(5).is_true() {
        let produced = function.create_code_cache();
        set_bool(scope, result, "cachedDataProduced", produced.is_some());
        if let Some(data) = produced {
            let data = bytes_array(scope, &data);
            value::set(scope, result, "cachedData", data);
        }
    }
    rv.set(result.into());
}

/// The elements of an array that are a `T`.
fn elements<'s, T>(scope: &mut PinScope<'s, '_>, array: Local<'s, Value>) -> Vec<Local<'s, T>>
where
    Local<'s, Value>: TryInto<Local<'s, T>>,
{
    let Ok(array) = TryInto::<Local<'_, v8::Array>>::try_into(array) else { return Vec::new() };
    (0..array.length()).filter_map(|i| array.get_index(scope, i)?.try_into().ok()).collect()
}

/// `functionCodeCache(function)`: V8's code cache of a compiled function, with what of it was compiled since.
fn function_code_cache<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'s, Value>,
) {
    let Ok(function) = TryInto::<Local<'_, v8::Function>>::try_into(args.get(0)) else { return };
    if let Some(data) = function.create_code_cache() {
        let data = bytes_array(scope, &data);
        rv.set(data);
    }
}

/// `codeCacheKey(text)`: a name for the code cache of `text`, different for each text and version of V8.
fn code_cache_key<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'s, Value>,
) {
    let text = args.get(0).to_rust_string_lossy(scope);
    // FNV-1a, over 64 bits and with the version as its basis.
    let basis = 0xcbf2_9ce4_8422_2325 ^ u64::from(script_compiler::cached_data_version_tag());
    let hash = text.bytes().fold(basis, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
    let key = value::string(scope, &format!("{hash:016x}-{:x}", text.len()));
    rv.set(key.into());
}
