//! What V8 asks its host: `import()` and `import.meta`.

use phasor_engine::binding::Definition;
use phasor_engine::runtime::Callback;
use phasor_engine::{Runtime, value};
use v8::{
    Context, Data, FixedArray, FunctionCallbackArguments, Global, Local, Module, Object, PinScope, PrimitiveArray,
    Promise, ReturnValue, Value,
};

use super::EVALUATION_PHASE;
use super::registry::Registry;

/// lib/'s functions.
#[derive(Default)]
struct Host {
    import: Callback,
    import_meta: Callback,
}

pub fn define(d: &mut Definition) {
    d.method("setImportModuleDynamicallyCallback", set_import)
        .method("setInitializeImportMetaObjectCallback", set_import_meta);
}

/// `setImportModuleDynamicallyCallback(fn(hostSymbol, specifier, phase, attributes, referrerName) → promise)`.
fn set_import<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'s, Value>) {
    if let Ok(function) = TryInto::<Local<'_, v8::Function>>::try_into(args.get(0)) {
        Runtime::of(scope).extension::<Host>().import.set(Global::new(scope, function));
        scope.set_host_import_module_dynamically_callback(import);
    }
}

/// `setInitializeImportMetaObjectCallback(fn(meta, wrap))`.
fn set_import_meta<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'s, Value>) {
    if let Ok(function) = TryInto::<Local<'_, v8::Function>>::try_into(args.get(0)) {
        Runtime::of(scope).extension::<Host>().import_meta.set(Global::new(scope, function));
        scope.set_host_initialize_import_meta_object_callback(import_meta);
    }
}

fn import<'s>(
    scope: &mut PinScope<'s, '_>,
    host_options: Local<'s, Data>,
    resource_name: Local<'s, Value>,
    specifier: Local<'s, v8::String>,
    attributes: Local<'s, FixedArray>,
) -> Option<Local<'s, Promise>> {
    let callback = Runtime::of(scope).extension::<Host>().import.get(scope)?;
    let undefined: Local<'_, Value> = v8::undefined(scope).into();
    // SAFETY: V8 hands back the options of the text's origin, always a PrimitiveArray, if an empty one.
    let options = unsafe { std::mem::transmute::<Local<'s, Data>, Local<'s, PrimitiveArray>>(host_options) };
    let symbol = if options.length() > 0 { options.get(scope, 0).into() } else { undefined };
    let null: Local<'_, Value> = v8::null(scope).into();
    let mut names = Vec::new();
    let mut values = Vec::new();
    for index in (0..attributes.length()).step_by(2) {
        let name: Option<Local<'_, v8::Name>> = attributes.get(scope, index).and_then(|part| part.try_into().ok());
        let text: Option<Local<'_, Value>> = attributes.get(scope, index + 1).and_then(|part| part.try_into().ok());
        if let (Some(name), Some(text)) = (name, text) {
            names.push(name);
            values.push(text);
        }
    }
    let attributes = Object::with_prototype_and_properties(scope, null, &names, &values);
    let phase = value::number(scope, EVALUATION_PHASE);
    let arguments = [symbol, specifier.into(), phase, attributes.into(), resource_name];
    callback.call(scope, undefined, &arguments)?.try_into().ok()
}

unsafe extern "C" fn import_meta(context: Local<'_, Context>, module: Local<'_, Module>, meta: Local<'_, Object>) {
    // SAFETY: V8 calls this with a context that is alive, inside of a handle scope of its own.
    v8::callback_scope!(unsafe scope, context);
    let Some(callback) = Runtime::of(scope).extension::<Host>().import_meta.get(scope) else { return };
    let Some(object) = Registry::of(scope).find(scope, module).and_then(|wrap| wrap.object.to_local(scope)) else {
        return;
    };
    let undefined: Local<'_, Value> = v8::undefined(scope).into();
    let _ = callback.call(scope, undefined, &[meta.into(), object.into()]);
}
