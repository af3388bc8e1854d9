//! What a module requests, what it is linked to, and its instantiation.

use std::rc::Rc;

use phasor_engine::binding::Class;
use phasor_engine::errors::{self, ErrorClass};
use phasor_engine::{value, wrap};
use v8::{Context, FixedArray, FunctionCallbackArguments, Local, Module, Object, PinScope, ReturnValue, Value};

use super::EVALUATION_PHASE;
use super::registry::{Registry, Wrap, context_of, private, this};
use crate::contextify::frame;

pub fn define(class: &mut Class) {
    class.method("getModuleRequests", get_module_requests).method("link", link).method("instantiate", instantiate);
}

/// What two requests for the same module have in common: the specifier and the attributes, which come as triples of
/// key, value and place.
fn request_key<'s>(
    scope: &PinScope<'s, '_>,
    specifier: Local<'s, v8::String>,
    attributes: Local<'s, FixedArray>,
) -> String {
    let mut key = specifier.to_rust_string_lossy(scope);
    for_each_attribute(scope, attributes, |name, value| {
        key.push('\0');
        key.push_str(&name.to_rust_string_lossy(scope));
        key.push('\0');
        key.push_str(&value.to_rust_string_lossy(scope));
    });
    key
}

fn for_each_attribute<'s>(
    scope: &PinScope<'s, '_>,
    attributes: Local<'s, FixedArray>,
    mut each: impl FnMut(Local<'s, v8::String>, Local<'s, v8::String>),
) {
    let part = |index| attributes.get(scope, index).and_then(|part| part.try_into().ok());
    for index in (0..attributes.length()).step_by(3) {
        if let (Some(name), Some(value)) = (part(index), part(index + 1)) {
            each(name, value);
        }
    }
}

fn requests<'s>(scope: &PinScope<'s, '_>, module: Local<'s, Module>) -> Vec<Local<'s, v8::ModuleRequest>> {
    let list = module.get_module_requests();
    (0..list.length()).filter_map(|i| list.get(scope, i)?.try_into().ok()).collect()
}

/// `getModuleRequests()`: `[{ specifier, attributes, phase }]`.
fn get_module_requests<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'s, Value>,
) {
    let Some(wrap) = this(scope, &args) else { return };
    let module = Local::new(scope, &wrap.module);
    let null: Local<'_, Value> = v8::null(scope).into();
    let keys = ["specifier", "attributes", "phase"].map(|key| value::name(scope, key).into());
    let phase: Local<'_, Value> = value::number(scope, EVALUATION_PHASE);
    let list: Vec<Local<'_, Value>> = requests(scope, module)
        .into_iter()
        .map(|request| {
            let mut names = Vec::new();
            let mut values = Vec::new();
            for_each_attribute(scope, request.get_import_attributes(), |name, value| {
                names.push(name.into());
                values.push(value.into());
            });
            let attributes = Object::with_prototype_and_properties(scope, null, &names, &values);
            let values = [request.get_specifier().into(), attributes.into(), phase];
            Object::with_prototype_and_properties(scope, null, &keys, &values).into()
        })
        .collect();
    rv.set(v8::Array::new_with_elements(scope, &list).into());
}

/// `link(wraps)`: the modules that the requests stand for, in the order of `getModuleRequests()`.
fn link<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'s, Value>) {
    let Some(wrap) = this(scope, &args) else { return };
    let module = Local::new(scope, &wrap.module);
    let requests = requests(scope, module);
    let Ok(given) = TryInto::<Local<'_, v8::Array>>::try_into(args.get(0)) else {
        errors::throw_type_error(scope, "link() takes an array of modules");
        return;
    };
    if given.length() as usize != requests.len() {
        link_failure(scope, "link() was given the wrong number of modules");
        return;
    }
    let mut links = wrap.links.borrow_mut();
    links.clear();
    for (i, request) in (0..).zip(requests) {
        let target = given.get_index(scope, i).and_then(wrap::of_value::<Rc<Wrap>>);
        let specifier = request.get_specifier();
        let Some(target) = target else {
            let specifier = specifier.to_rust_string_lossy(scope);
            link_failure(scope, &format!("request for '{specifier}' did not resolve to a module"));
            return;
        };
        let key = request_key(scope, specifier, request.get_import_attributes());
        if let Some(known) = links.insert(key, target.module.clone())
            && known != target.module
        {
            let text = specifier.to_rust_string_lossy(scope);
            errors::throw_coded(
                scope,
                ErrorClass::TypeError,
                "ERR_MODULE_LINK_MISMATCH",
                &format!(
                    "Module request '{text}' at index {i} must be linked to the same module requested at an earlier index"
                ),
            );
            return;
        }
    }
    drop(links);
    // The wraps live as long as this one does.
    let key = private(scope, "phasor:linked");
    args.this().set_private(scope, key, given.into());
}

fn link_failure(scope: &mut PinScope<'_, '_>, message: &str) {
    errors::throw_coded(scope, ErrorClass::Error, "ERR_VM_MODULE_LINK_FAILURE", message);
}

/// `instantiate()`: connects imports with exports, for the module and all that it is linked to.
fn instantiate<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'s, Value>) {
    let Some(wrap) = this(scope, &args) else { return };
    let context = context_of(scope, args.this());
    let scope = &mut v8::ContextScope::new(scope, context);
    let module = Local::new(scope, &wrap.module);
    v8::tc_scope!(let scope, scope);
    if module.instantiate_module(scope, resolve).is_some() {
        return;
    }
    let (Some(error), message) = (scope.exception(), scope.message()) else { return };
    scope.reset();
    frame::decorate(scope, error, message, frame::Start::default());
    scope.throw_exception(error);
    scope.rethrow();
}

fn resolve<'s>(
    context: Local<'s, Context>,
    specifier: Local<'s, v8::String>,
    attributes: Local<'s, FixedArray>,
    referrer: Local<'s, Module>,
) -> Option<Local<'s, Module>> {
    // SAFETY: V8 calls this with a context that is alive, inside of a handle scope of its own.
    v8::callback_scope!(unsafe scope, context);
    let wrap = Registry::of(scope).find(scope, referrer);
    let key = request_key(scope, specifier, attributes);
    let target = wrap.as_ref().and_then(|wrap| wrap.links.borrow().get(&key).map(|m| Local::new(scope, m)));
    if target.is_none() {
        let specifier = specifier.to_rust_string_lossy(scope);
        let from = wrap.map(|wrap| wrap.url.clone()).unwrap_or_default();
        link_failure(
            scope,
            &format!("request for '{specifier}' can not be resolved on module '{from}' that is not linked"),
        );
    }
    target
}
