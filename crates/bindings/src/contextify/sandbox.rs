//! Contexts whose globals are the properties of an object.
//!
//! The object (the sandbox) and the context know each other without a native record: the sandbox holds the
//! context's global proxy under a private symbol, and the interceptors of the global template have the sandbox
//! as their data. So both live and die together, seen by the garbage collector.

use phasor_engine::binding::Definition;
use phasor_engine::value;
use v8::{
    Context, FunctionCallbackArguments, Intercepted, Local, Name, Object, PinScope, PropertyAttribute,
    PropertyCallbackArguments, PropertyDescriptor, ReturnValue, Value,
};

pub fn define(d: &mut Definition) {
    d.method("makeContext", make_context).method("isContext", is_context);
}

fn proxy_key<'s>(scope: &mut PinScope<'s, '_>) -> Local<'s, v8::Private> {
    let name = value::name(scope, "phasor:context");
    v8::Private::for_api(scope, Some(name))
}

fn queue_key<'s>(scope: &mut PinScope<'s, '_>) -> Local<'s, v8::Private> {
    let name = value::name(scope, "phasor:own-microtasks");
    v8::Private::for_api(scope, Some(name))
}

fn proxy_of<'s>(scope: &mut PinScope<'s, '_>, value: Local<'s, Value>) -> Option<Local<'s, Object>> {
    let object: Local<'_, Object> = value.try_into().ok()?;
    let key = proxy_key(scope);
    object.get_private(scope, key)?.try_into().ok()
}

/// The context that belongs to `value`, if it was contextified.
pub fn context_of<'s>(scope: &mut PinScope<'s, '_>, value: Local<'s, Value>) -> Option<Local<'s, Context>> {
    proxy_of(scope, value)?.get_creation_context(scope)
}

/// Runs the microtasks of a context that has a queue of its own.
pub fn run_own_microtasks(scope: &mut PinScope<'_, '_>, context: Local<'_, Context>) {
    v8::scope!(let scope, scope);
    let context = Local::new(scope, context);
    let global = context.global(scope);
    let key = queue_key(scope);
    if !global.has_private(scope, key).unwrap_or(false) {
        return;
    }
    if let Some(queue) = context.get_microtask_queue() {
        queue.perform_checkpoint(scope);
    }
}

/// `isContext(object)`.
fn is_context<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'s, Value>) {
    let found = proxy_of(scope, args.get(0)).is_some();
    rv.set_bool(found);
}

/// `makeContext(object, name, origin, allowStrings, allowWasm, ownMicrotasks, hostSymbol)`: `object`, contextified. A symbol
/// instead of an object asks for a context with an ordinary global object, which is returned.
fn make_context<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'s, Value>) {
    let main = scope.get_current_context();
    let sandbox: Option<Local<'_, Object>> = args.get(0).try_into().ok();
    let template = sandbox.map(|sandbox| global_template(scope, sandbox));
    let own_microtasks = args.get(5).is_true();
    // The context keeps its queue; the handle need only live until the context is made.
    let queue = own_microtasks.then(|| v8::MicrotaskQueue::new(scope, v8::MicrotasksPolicy::Explicit));
    let microtask_queue = queue.as_deref().map(|queue| std::ptr::from_ref(queue).cast_mut());
    let context =
        Context::new(scope, v8::ContextOptions { global_template: template, global_object: None, microtask_queue });
    drop(queue);
    let token = main.get_security_token(scope);
    context.set_security_token(token);
    context.set_allow_generation_from_strings(args.get(3).is_true());
    let global = context.global(scope);
    let key = proxy_key(scope);
    let sandbox = sandbox.unwrap_or(global);
    if sandbox.set_private(scope, key, global.into()).is_none() {
        return;
    }
    if own_microtasks {
        let key = queue_key(scope);
        let on = v8::Boolean::new(scope, true);
        global.set_private(scope, key, on.into());
    }
    if !args.get(4).is_true() {
        let key = no_wasm_key(scope);
        let on = v8::Boolean::new(scope, true);
        global.set_private(scope, key, on.into());
        scope.set_allow_wasm_code_generation_callback(allows_wasm);
    }
    rv.set(sandbox.into());
}

fn no_wasm_key<'s>(scope: &mut PinScope<'s, '_>) -> Local<'s, v8::Private> {
    let name = value::name(scope, "phasor:no-wasm");
    v8::Private::for_api(scope, Some(name))
}

/// V8 asks it once some context is not to compile WebAssembly.
unsafe extern "C" fn allows_wasm(context: Local<'_, Context>, _: Local<'_, v8::String>) -> bool {
    // SAFETY: V8 calls this with a context that is alive, inside of a handle scope of its own.
    v8::callback_scope!(unsafe scope, context);
    let key = no_wasm_key(scope);
    !context.global(scope).has_private(scope, key).unwrap_or(false)
}

/// The template of a global object that reads and writes through to `sandbox`.
fn global_template<'s>(scope: &mut PinScope<'s, '_>, sandbox: Local<'s, Object>) -> Local<'s, v8::ObjectTemplate> {
    let template = v8::ObjectTemplate::new(scope);
    let named = v8::NamedPropertyHandlerConfiguration::new()
        .getter(getter)
        .setter(setter)
        .query(query)
        .deleter(deleter)
        .enumerator(enumerator)
        .definer(definer)
        .descriptor(descriptor)
        .data(sandbox.into())
        .flags(v8::PropertyHandlerFlags::HAS_NO_SIDE_EFFECT);
    template.set_named_property_handler(named);
    let indexed = v8::IndexedPropertyHandlerConfiguration::new()
        .getter(indexed_getter)
        .setter(indexed_setter)
        .query(indexed_query)
        .deleter(indexed_deleter)
        .enumerator(no_indices)
        .definer(indexed_definer)
        .descriptor(indexed_descriptor)
        .data(sandbox.into());
    template.set_indexed_property_handler(indexed);
    template
}

/// The sandbox and the global proxy of an intercepted access. `None` while the context is being made.
fn sides<'s>(
    scope: &mut PinScope<'s, '_>,
    args: &PropertyCallbackArguments<'s>,
) -> Option<(Local<'s, Object>, Local<'s, Object>)> {
    let sandbox: Local<'_, Object> = args.data().try_into().ok()?;
    let proxy = proxy_of(scope, sandbox.into())?;
    Some((sandbox, proxy))
}

/// The name of an index.
fn index_name<'s>(scope: &PinScope<'s, '_>, index: u32) -> Local<'s, Name> {
    value::name(scope, &index.to_string()).into()
}

fn getter<'s>(
    scope: &mut PinScope<'s, '_>,
    key: Local<'s, Name>,
    args: PropertyCallbackArguments<'s>,
    mut rv: ReturnValue<'_, Value>,
) -> Intercepted {
    let Some((sandbox, proxy)) = sides(scope, &args) else { return Intercepted::kNo };
    let found = sandbox.get_real_named_property(scope, key).or_else(|| proxy.get_real_named_property(scope, key));
    let Some(found) = found else { return Intercepted::kNo };
    // The sandbox itself never shows inside of its context.
    rv.set(if found == sandbox { proxy.into() } else { found });
    Intercepted::kYes
}

fn setter<'s>(
    scope: &mut PinScope<'s, '_>,
    key: Local<'s, Name>,
    new_value: Local<'s, Value>,
    args: PropertyCallbackArguments<'s>,
    _: ReturnValue<'_, v8::Boolean>,
) -> Intercepted {
    let Some((sandbox, proxy)) = sides(scope, &args) else { return Intercepted::kNo };
    let on_sandbox = sandbox.get_real_named_property_attributes(scope, key);
    let on_proxy = proxy.get_real_named_property_attributes(scope, key);
    let read_only = |attributes: &Option<PropertyAttribute>| attributes.as_ref().is_some_and(|a| a.is_read_only());
    if read_only(&on_sandbox) || read_only(&on_proxy) {
        return Intercepted::kNo;
    }
    let declared = on_sandbox.is_some() || on_proxy.is_some();
    let is_contextual = args.holder() != proxy;
    if !declared && args.should_throw_on_error() && is_contextual && !new_value.is_function() {
        // A strict assignment to an undeclared name is an error, which V8 throws.
        return Intercepted::kNo;
    }
    if !declared && key.is_symbol() {
        return Intercepted::kNo;
    }
    if sandbox.set(scope, key.into(), new_value).is_none() {
        return Intercepted::kYes;
    }
    if on_sandbox.is_some() && is_accessor(scope, sandbox, key) { Intercepted::kYes } else { Intercepted::kNo }
}

fn is_accessor<'s>(scope: &mut PinScope<'s, '_>, object: Local<'s, Object>, key: Local<'s, Name>) -> bool {
    let Some(descriptor) = object.get_own_property_descriptor(scope, key) else { return false };
    let Ok(descriptor) = TryInto::<Local<'_, Object>>::try_into(descriptor) else { return false };
    ["get", "set"].iter().any(|part| {
        let part = value::name(scope, part);
        descriptor.has_own_property(scope, part.into()).unwrap_or(false)
    })
}

fn query<'s>(
    scope: &mut PinScope<'s, '_>,
    key: Local<'s, Name>,
    args: PropertyCallbackArguments<'s>,
    mut rv: ReturnValue<'_, v8::Integer>,
) -> Intercepted {
    let Some((sandbox, proxy)) = sides(scope, &args) else { return Intercepted::kNo };
    let attributes = sandbox
        .get_real_named_property_attributes(scope, key)
        .or_else(|| proxy.get_real_named_property_attributes(scope, key));
    let Some(attributes) = attributes else { return Intercepted::kNo };
    rv.set_uint32(attributes.as_u32());
    Intercepted::kYes
}

fn deleter<'s>(
    scope: &mut PinScope<'s, '_>,
    key: Local<'s, Name>,
    args: PropertyCallbackArguments<'s>,
    mut rv: ReturnValue<'_, v8::Boolean>,
) -> Intercepted {
    let Some((sandbox, _)) = sides(scope, &args) else { return Intercepted::kNo };
    if sandbox.delete(scope, key.into()) == Some(true) {
        return Intercepted::kNo;
    }
    rv.set_bool(false);
    Intercepted::kYes
}

fn enumerator<'s>(
    scope: &mut PinScope<'s, '_>,
    args: PropertyCallbackArguments<'s>,
    mut rv: ReturnValue<'_, v8::Array>,
) {
    let Some((sandbox, _)) = sides(scope, &args) else { return };
    let options = v8::GetPropertyNamesArgs {
        property_filter: v8::PropertyFilter::ALL_PROPERTIES,
        ..v8::GetPropertyNamesArgs::default()
    };
    if let Some(names) = sandbox.get_own_property_names(scope, options) {
        rv.set(names);
    }
}

/// Indices come with the names.
fn no_indices<'s>(scope: &mut PinScope<'s, '_>, _: PropertyCallbackArguments<'s>, mut rv: ReturnValue<'_, v8::Array>) {
    rv.set(v8::Array::new(scope, 0));
}

fn definer<'s>(
    scope: &mut PinScope<'s, '_>,
    key: Local<'s, Name>,
    wanted: &PropertyDescriptor,
    args: PropertyCallbackArguments<'s>,
    _: ReturnValue<'_, v8::Boolean>,
) -> Intercepted {
    let Some((sandbox, proxy)) = sides(scope, &args) else { return Intercepted::kNo };
    if let Some(attributes) = proxy.get_real_named_property_attributes(scope, key)
        && attributes.is_read_only()
        && attributes.is_dont_delete()
    {
        // It cannot be redefined; V8 says so.
        return Intercepted::kNo;
    }
    let undefined: Local<'_, Value> = v8::undefined(scope).into();
    let mut descriptor = if wanted.has_get() || wanted.has_set() {
        let get = if wanted.has_get() { wanted.get() } else { undefined };
        let set = if wanted.has_set() { wanted.set() } else { undefined };
        PropertyDescriptor::new_from_get_set(get, set)
    } else {
        let new_value = if wanted.has_value() { wanted.value() } else { undefined };
        if wanted.has_writable() {
            PropertyDescriptor::new_from_value_writable(new_value, wanted.writable())
        } else {
            PropertyDescriptor::new_from_value(new_value)
        }
    };
    if wanted.has_enumerable() {
        descriptor.set_enumerable(wanted.enumerable());
    }
    if wanted.has_configurable() {
        descriptor.set_configurable(wanted.configurable());
    }
    let _ = sandbox.define_property(scope, key, &descriptor);
    Intercepted::kNo
}

fn descriptor<'s>(
    scope: &mut PinScope<'s, '_>,
    key: Local<'s, Name>,
    args: PropertyCallbackArguments<'s>,
    mut rv: ReturnValue<'_, Value>,
) -> Intercepted {
    let Some((sandbox, _)) = sides(scope, &args) else { return Intercepted::kNo };
    if sandbox.has_own_property(scope, key) != Some(true) {
        return Intercepted::kNo;
    }
    let Some(found) = sandbox.get_own_property_descriptor(scope, key) else { return Intercepted::kNo };
    rv.set(found);
    Intercepted::kYes
}

fn indexed_getter<'s>(
    scope: &mut PinScope<'s, '_>,
    index: u32,
    args: PropertyCallbackArguments<'s>,
    rv: ReturnValue<'_, Value>,
) -> Intercepted {
    let key = index_name(scope, index);
    getter(scope, key, args, rv)
}

fn indexed_setter<'s>(
    scope: &mut PinScope<'s, '_>,
    index: u32,
    new_value: Local<'s, Value>,
    args: PropertyCallbackArguments<'s>,
    rv: ReturnValue<'_, v8::Boolean>,
) -> Intercepted {
    let key = index_name(scope, index);
    setter(scope, key, new_value, args, rv)
}

fn indexed_query<'s>(
    scope: &mut PinScope<'s, '_>,
    index: u32,
    args: PropertyCallbackArguments<'s>,
    rv: ReturnValue<'_, v8::Integer>,
) -> Intercepted {
    let key = index_name(scope, index);
    query(scope, key, args, rv)
}

fn indexed_deleter<'s>(
    scope: &mut PinScope<'s, '_>,
    index: u32,
    args: PropertyCallbackArguments<'s>,
    rv: ReturnValue<'_, v8::Boolean>,
) -> Intercepted {
    let key = index_name(scope, index);
    deleter(scope, key, args, rv)
}

fn indexed_definer<'s>(
    scope: &mut PinScope<'s, '_>,
    index: u32,
    wanted: &PropertyDescriptor,
    args: PropertyCallbackArguments<'s>,
    rv: ReturnValue<'_, v8::Boolean>,
) -> Intercepted {
    let key = index_name(scope, index);
    definer(scope, key, wanted, args, rv)
}

fn indexed_descriptor<'s>(
    scope: &mut PinScope<'s, '_>,
    index: u32,
    args: PropertyCallbackArguments<'s>,
    rv: ReturnValue<'_, Value>,
) -> Intercepted {
    let key = index_name(scope, index);
    descriptor(scope, key, args, rv)
}
