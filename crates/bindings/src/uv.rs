//! `internalBinding('uv')`: names and descriptions of system errors.

use phasor_engine::binding::{Binding, Definition};
use phasor_engine::value;
use phasor_evloop::Errno;
use v8::{FunctionCallbackArguments, Local, Object, PinScope, ReturnValue, Value};

pub const BINDING: Binding = Binding { name: "uv", define };

fn define(d: &mut Definition) {
    d.method("errname", errname).method("getErrorMap", error_map).method("getErrorMessage", error_message).init(init);
}

/// `UV_ENOENT` and so on.
fn init<'s>(scope: &mut PinScope<'s, '_>, target: Local<'s, Object>) {
    for errno in Errno::ALL {
        let key = value::name(scope, &format!("UV_{}", errno.name()));
        let number = value::number(scope, f64::from(errno.code()));
        target.define_own_property(
            scope,
            key.into(),
            number,
            v8::PropertyAttribute::READ_ONLY | v8::PropertyAttribute::DONT_DELETE,
        );
    }
}

fn known(code: i32) -> Option<Errno> {
    Errno::ALL.iter().copied().find(|errno| errno.code() == code)
}

fn code<'s>(scope: &PinScope<'s, '_>, args: &FunctionCallbackArguments<'s>) -> i32 {
    args.get(0).int32_value(scope).unwrap_or(0)
}

/// `errname(errno)`
fn errname<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'s, Value>) {
    let code = code(scope, &args);
    let text = match known(code) {
        Some(errno) => value::string(scope, errno.name()),
        None => value::string(scope, &format!("Unknown system error {code}")),
    };
    rv.set(text.into());
}

/// `getErrorMessage(errno)`
fn error_message<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'s, Value>,
) {
    let code = code(scope, &args);
    let text = match known(code) {
        Some(errno) => value::string(scope, errno.message()),
        None => value::string(scope, &format!("Unknown system error {code}")),
    };
    rv.set(text.into());
}

/// `getErrorMap()`: a Map from numbers to `[name, description]`.
fn error_map<'s>(scope: &mut PinScope<'s, '_>, _: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'s, Value>) {
    let map = v8::Map::new(scope);
    for errno in Errno::ALL {
        let key = value::number(scope, f64::from(errno.code()));
        let entry = value::string_array(scope, [errno.name(), errno.message()]);
        if map.set(scope, key, entry.into()).is_none() {
            return;
        }
    }
    rv.set(map.into());
}
