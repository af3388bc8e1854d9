//! `process.env`: an exotic object over the environment of the process.
//!
//! Names and values are strings: what is assigned is converted, symbols are refused
//! (<https://nodejs.org/api/process.html#processenv>).

use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::{OsStrExt, OsStringExt};

use phasor_engine::binding::Definition;
use phasor_engine::errors::{self, ErrorClass};
use phasor_engine::value;
use v8::{
    FunctionCallbackArguments, Intercepted, Local, Name, NamedPropertyHandlerConfiguration, ObjectTemplate, PinScope,
    PropertyCallbackArguments, PropertyDescriptor, ReturnValue, Value,
};

pub fn define(d: &mut Definition) {
    d.method("createEnvironment", create_environment);
}

/// `createEnvironment()`: a new `process.env`. Call it after the snapshot was loaded.
fn create_environment<'s>(
    scope: &mut PinScope<'s, '_>,
    _: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'_, Value>,
) {
    let template = ObjectTemplate::new(scope);
    template.set_named_property_handler(
        NamedPropertyHandlerConfiguration::new()
            .getter(get)
            .setter(set)
            .query(query)
            .deleter(delete)
            .enumerator(enumerate)
            .definer(define_property),
    );
    if let Some(object) = template.new_instance(scope) {
        rv.set(object.into());
    }
}

/// The variable's name, if `key` can be one.
fn variable(scope: &mut PinScope<'_, '_>, key: Local<'_, Name>) -> Option<OsString> {
    let key: Local<'_, v8::String> = key.try_into().ok()?;
    let bytes = key.to_rust_string_lossy(scope).into_bytes();
    // What the C library cannot hold does not exist.
    (!bytes.is_empty() && !bytes.contains(&0)).then(|| OsString::from_vec(bytes))
}

fn lookup(name: &OsStr) -> Option<OsString> {
    if name.as_bytes().contains(&b'=') { None } else { std::env::var_os(name) }
}

fn get<'s>(
    scope: &mut PinScope<'s, '_>,
    key: Local<'s, Name>,
    _: PropertyCallbackArguments<'s>,
    mut rv: ReturnValue<'_, Value>,
) -> Intercepted {
    let Some(found) = variable(scope, key).and_then(|name| lookup(&name)) else { return Intercepted::kNo };
    let text = value::bytes_as_string(scope, found.as_bytes());
    rv.set(text.into());
    Intercepted::kYes
}

fn set<'s>(
    scope: &mut PinScope<'s, '_>,
    key: Local<'s, Name>,
    value: Local<'s, Value>,
    _: PropertyCallbackArguments<'s>,
    _: ReturnValue<'_, v8::Boolean>,
) -> Intercepted {
    if key.is_symbol() || value.is_symbol() {
        errors::throw_type_error(scope, "Cannot convert a Symbol value to a string");
        return Intercepted::kYes;
    }
    let Some(text) = value.to_string(scope) else { return Intercepted::kYes };
    let mut text = text.to_rust_string_lossy(scope).into_bytes();
    if let Some(end) = text.iter().position(|b| *b == 0) {
        text.truncate(end);
    }
    if let Some(name) = variable(scope, key).filter(|name| !name.as_bytes().contains(&b'=')) {
        // SAFETY: other threads of ours read the environment through std only (which locks), or not at all.
        unsafe { std::env::set_var(&name, OsStr::from_bytes(&text)) };
        changed(scope, &name);
    }
    Intercepted::kYes
}

/// A new time zone holds for dates from now on.
fn changed(scope: &mut PinScope<'_, '_>, name: &OsStr) {
    if name == "TZ" {
        // SAFETY: tzset reads the environment, which only this thread changes.
        unsafe { tzset() };
        scope.date_time_configuration_change_notification(v8::TimeZoneDetection::Redetect);
    }
}

unsafe extern "C" {
    fn tzset();
}

fn query<'s>(
    scope: &mut PinScope<'s, '_>,
    key: Local<'s, Name>,
    _: PropertyCallbackArguments<'s>,
    mut rv: ReturnValue<'_, v8::Integer>,
) -> Intercepted {
    if variable(scope, key).and_then(|name| lookup(&name)).is_none() {
        return Intercepted::kNo;
    }
    rv.set_int32(0);
    Intercepted::kYes
}

fn delete<'s>(
    scope: &mut PinScope<'s, '_>,
    key: Local<'s, Name>,
    _: PropertyCallbackArguments<'s>,
    mut rv: ReturnValue<'_, v8::Boolean>,
) -> Intercepted {
    if let Some(name) = variable(scope, key).filter(|name| !name.as_bytes().contains(&b'=')) {
        // SAFETY: as in `set`.
        unsafe { std::env::remove_var(&name) };
        changed(scope, &name);
    }
    // Deleting always succeeds, whether or not the variable was there.
    rv.set_bool(true);
    Intercepted::kYes
}

fn enumerate<'s>(scope: &mut PinScope<'s, '_>, _: PropertyCallbackArguments<'s>, mut rv: ReturnValue<'_, v8::Array>) {
    let names: Vec<Local<'_, Value>> =
        std::env::vars_os().map(|(name, _)| value::bytes_as_string(scope, name.as_bytes()).into()).collect();
    rv.set(v8::Array::new_with_elements(scope, &names));
}

fn define_property<'s>(
    scope: &mut PinScope<'s, '_>,
    key: Local<'s, Name>,
    descriptor: &PropertyDescriptor,
    args: PropertyCallbackArguments<'s>,
    rv: ReturnValue<'_, v8::Boolean>,
) -> Intercepted {
    let refuse = |scope: &mut PinScope<'_, '_>, message: &str| {
        errors::throw_coded(scope, ErrorClass::TypeError, "ERR_INVALID_OBJECT_DEFINE_PROPERTY", message);
        Intercepted::kYes
    };
    if descriptor.has_get() || descriptor.has_set() {
        return refuse(scope, "'process.env' does not accept an accessor(getter/setter) descriptor");
    }
    if !descriptor.has_value() {
        return refuse(scope, "'process.env' only accepts a configurable, writable, and enumerable data descriptor");
    }
    let complete = descriptor.has_configurable()
        && descriptor.configurable()
        && descriptor.has_writable()
        && descriptor.writable()
        && descriptor.has_enumerable()
        && descriptor.enumerable();
    if !complete {
        return refuse(scope, "'process.env' only accepts a configurable, writable, and enumerable data descriptor");
    }
    let value = Local::new(scope, descriptor.value());
    set(scope, key, value, args, rv)
}
