//! `internalBinding('options')`: the command line's options.

use phasor_engine::binding::{Binding, Definition};
use phasor_engine::runtime::OptionValue;
use phasor_engine::{Runtime, value};
use v8::{FunctionCallbackArguments, Local, Object, PinScope, ReturnValue, Value};

pub const BINDING: Binding = Binding { name: "options", define };

fn define(d: &mut Definition) {
    d.method("all", all).method("environmentFlags", environment_flags);
}

/// `all()`: an object without prototype from option name (`--no-warnings`) to boolean, string, number or array.
fn all<'s>(scope: &mut PinScope<'s, '_>, _: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let runtime = Runtime::of(scope);
    let object = Object::new(scope);
    let null = v8::null(scope);
    object.set_prototype(scope, null.into());
    for (name, option) in &runtime.config().options {
        let option: Local<'_, Value> = match option {
            OptionValue::Bool(on) => v8::Boolean::new(scope, *on).into(),
            OptionValue::String(text) => value::string(scope, text).into(),
            OptionValue::List(items) => value::string_array(scope, items).into(),
            OptionValue::Number(number) => value::number(scope, *number),
        };
        value::set(scope, object, name, option);
    }
    rv.set(object.into());
}

/// `environmentFlags()`: the options that NODE_OPTIONS may hold.
fn environment_flags<'s>(
    scope: &mut PinScope<'s, '_>,
    _: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'_, Value>,
) {
    let runtime = Runtime::of(scope);
    let flags = value::string_array(scope, &runtime.config().environment_flags);
    rv.set(flags.into());
}
