//! `internalBinding('util')`: what only V8 or the system knows of a value.
//!
//! | file | holds |
//! | --- | --- |
//! | `call_sites` | the functions that are being called |
//! | `dotenv` | `.env` files |
//! | `file_type` | what a file descriptor is open for |
//! | `inspection` | the insides of promises, proxies, collections and objects |

mod call_sites;
pub mod dotenv;
mod file_type;
mod inspection;

use crate::messaging::transfer_mode;
use phasor_engine::binding::{Binding, Definition};
use phasor_engine::value;
use v8::{FunctionCallbackArguments, Local, Object, PinScope, ReturnValue, Value};

pub const BINDING: Binding = Binding { name: "util", define };

fn define(d: &mut Definition) {
    d.method("parseEnv", parse_env)
        .method("markPromiseAsHandled", mark_promise_as_handled)
        .method("arrayBufferViewHasBuffer", array_buffer_view_has_buffer)
        .init(init);
    call_sites::define(d);
    file_type::define(d);
    inspection::define(d);
}

fn init<'s>(scope: &mut PinScope<'s, '_>, target: Local<'s, Object>) {
    let constants = Object::new(scope);
    for (name, number) in inspection::CONSTANTS {
        value::set_number(scope, constants, name, f64::from(*number));
    }
    for (name, mode) in [
        ("kDisallowCloneAndTransfer", 0),
        ("kTransferable", transfer_mode::TRANSFERABLE),
        ("kCloneable", transfer_mode::CLONEABLE),
    ] {
        value::set_number(scope, constants, name, f64::from(mode));
    }
    value::set(scope, target, "constants", constants);
    let template = v8::ObjectTemplate::new(scope);
    for name in [transfer_mode::MODE, transfer_mode::UNTRANSFERABLE] {
        let key = transfer_mode::key(scope, name);
        template.set(value::name(scope, name).into(), key.into());
    }
    if let Some(symbols) = template.new_instance(scope) {
        value::set(scope, target, "privateSymbols", symbols);
    }
}

/// `parseEnv(text)`: an object without prototype, its keys sorted.
fn parse_env<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'s, Value>) {
    let Some(text) = value::to_string(scope, args.get(0)) else { return };
    let null = v8::null(scope).into();
    let object = Object::with_prototype_and_properties(scope, null, &[], &[]);
    for (key, text) in dotenv::parse(&text) {
        let key = value::name(scope, &key);
        let text = value::string(scope, &text);
        object.create_data_property(scope, key.into(), text.into());
    }
    rv.set(object.into());
}

/// `markPromiseAsHandled(promise)`
fn mark_promise_as_handled<'s>(
    _: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    _: ReturnValue<'s, Value>,
) {
    if let Ok(promise) = TryInto::<Local<'_, v8::Promise>>::try_into(args.get(0)) {
        promise.mark_as_handled();
    }
}

/// `arrayBufferViewHasBuffer(view)`: whether its ArrayBuffer exists, or would be made when asked for.
fn array_buffer_view_has_buffer<'s>(
    _: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'s, Value>,
) {
    let view = TryInto::<Local<'_, v8::ArrayBufferView>>::try_into(args.get(0));
    rv.set_bool(view.is_ok_and(|view| view.has_buffer()));
}
