//! Whether a text that is no CommonJS is an ES module.
//!
//! A text is tried as CommonJS first. Some errors only an ES module can cause; others (a top-level `await`, a
//! declaration named like a CommonJS variable) may be either's, and then the text is tried inside of an
//! async function, which allows both.

use phasor_engine::binding::Definition;
use v8::script_compiler::{self, CompileOptions, NoCacheReason};
use v8::{FunctionCallbackArguments, Local, PinScope, ReturnValue, Value};

use super::compile::{COMMONJS_PARAMETERS, names};
use super::origin::origin;

/// V8's words for what only an ES module may hold.
const ONLY_IN_MODULES: [&str; 3] = [
    "Cannot use import statement outside a module",
    "Unexpected token 'export'",
    "Cannot use 'import.meta' outside a module",
];

/// V8's words for what CommonJS refuses and an ES module may allow.
const REFUSED_BY_COMMONJS: [&str; 9] = [
    "Identifier '__filename' has already been declared",
    "Identifier '__dirname' has already been declared",
    "Identifier 'module' has already been declared",
    "Identifier 'exports' has already been declared",
    "Identifier 'require' has already been declared",
    "await is only valid in async functions and the top level bodies of modules",
    "Unexpected reserved word",
    "missing ) after argument list",
    "Unexpected identifier",
];

pub fn define(d: &mut Definition) {
    d.method("containsModuleSyntax", contains_module_syntax);
}

fn is_one_of(message: &str, texts: &[&str]) -> bool {
    texts.iter().any(|text| message.contains(text))
}

/// Whether `code`, which failed as CommonJS with `message`, is an ES module.
pub fn is_module<'s>(
    scope: &mut PinScope<'s, '_>,
    message: &str,
    code: Local<'s, v8::String>,
    resource: Local<'s, Value>,
) -> bool {
    if is_one_of(message, &ONLY_IN_MODULES) {
        return true;
    }
    if !is_one_of(message, &REFUSED_BY_COMMONJS) {
        return false;
    }
    let before = v8::String::new(scope, "(async function() {").expect("short");
    let after = v8::String::new(scope, "})();").expect("short");
    let Some(wrapped) = v8::String::concat(scope, before, code).and_then(|text| v8::String::concat(scope, text, after))
    else {
        return false;
    };
    match compile_error(scope, wrapped, resource, &[]) {
        None => true,
        Some(message) => is_one_of(&message, &ONLY_IN_MODULES),
    }
}

/// The message of the error that compiling `code` as a function's body gives, if it does.
fn compile_error<'s>(
    scope: &mut PinScope<'s, '_>,
    code: Local<'s, v8::String>,
    resource: Local<'s, Value>,
    parameters: &[&str],
) -> Option<String> {
    v8::tc_scope!(let scope, scope);
    let undefined = v8::undefined(scope);
    let origin = origin(scope, resource, 0, 0, false, undefined.into());
    let mut source = script_compiler::Source::new(code, Some(&origin));
    let parameters = names(scope, parameters);
    let compiled = script_compiler::compile_function(
        scope,
        &mut source,
        &parameters,
        &[],
        CompileOptions::NoCompileOptions,
        NoCacheReason::NoReason,
    );
    match compiled {
        Some(_) => None,
        None => Some(scope.message().map(|m| m.get(scope).to_rust_string_lossy(scope)).unwrap_or_default()),
    }
}

/// `containsModuleSyntax(code, filename, noCommonJSVariables)`.
fn contains_module_syntax<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'s, Value>,
) {
    let code = super::string(scope, &args, 0);
    let resource = args.get(1);
    let parameters: &[&str] = if args.get(2).is_true() { &[] } else { &COMMONJS_PARAMETERS };
    let is_module = match compile_error(scope, code, resource, parameters) {
        None => false,
        Some(message) => is_module(scope, &message, code, resource),
    };
    rv.set_bool(is_module);
}
