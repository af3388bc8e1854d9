//! `internalBinding('builtins')`: the loader's native half.

use phasor_engine::binding::{Binding, Definition};
use phasor_engine::{Runtime, builtins, errors, value};
use v8::{FunctionCallbackArguments, Local, PinScope, ReturnValue, Value};

pub const BINDING: Binding = Binding { name: "builtins", define };

fn define(d: &mut Definition) {
    d.method("compileFunction", compile_function).method("getBinding", get_binding).method("ids", ids);
}

/// `ids()`: the ids of all built-in modules.
fn ids<'s>(scope: &mut PinScope<'s, '_>, _: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let runtime = Runtime::of(scope);
    let ids = value::string_array(scope, runtime.sources().iter().map(|s| s.id));
    rv.set(ids.into());
}

/// `compileFunction(id)`: the body of a built-in module as a function.
fn compile_function<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'_, Value>,
) {
    let runtime = Runtime::of(scope);
    let id = args.get(0).to_rust_string_lossy(scope);
    let Some(source) = runtime.sources().find(&id) else {
        errors::throw_error(scope, &format!("No such built-in module: {id}"));
        return;
    };
    if let Some(function) = builtins::compile(scope, source, runtime.is_making_snapshot()) {
        rv.set(function.into());
    }
}

/// `getBinding(name)`: a new object of the binding `name`.
fn get_binding<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let runtime = Runtime::of(scope);
    let name = args.get(0).to_rust_string_lossy(scope);
    let found: Option<Local<'_, v8::Object>> = runtime.make_binding(scope, &name);
    match found {
        Some(binding) => rv.set(binding.into()),
        None => errors::throw_coded(
            scope,
            errors::ErrorClass::Error,
            "ERR_INVALID_MODULE",
            &format!("No such binding: {name}"),
        ),
    }
}
