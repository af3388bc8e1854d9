//! `internalBinding('constants')`: the system's numbers, in groups without a prototype.

mod fs;
mod os;
mod trace;

pub use os::signal_name;

use phasor_engine::binding::{Binding, Definition};
use phasor_engine::value;
use v8::{Local, Object, PinScope};

pub const BINDING: Binding = Binding { name: "constants", define };

fn define(d: &mut Definition) {
    d.init(|scope, target| {
        v8::scope!(let scope, scope);
        let target = Local::new(scope, target);
        add_group(scope, target, "fs", fs::LIST);
        add_group(scope, target, "trace", trace::LIST);
        let os = add_group(scope, target, "os", os::OTHERS);
        add_group(scope, os, "dlopen", os::DLOPEN);
        add_group(scope, os, "errno", os::ERRNO);
        add_group(scope, os, "signals", os::SIGNALS);
        add_group(scope, os, "priority", os::PRIORITY);
    });
}

/// Adds an object with these numbers, which cannot be changed.
fn add_group<'s>(
    scope: &mut PinScope<'s, '_>,
    target: Local<'s, Object>,
    name: &str,
    list: &[(&str, f64)],
) -> Local<'s, Object> {
    let group = Object::new(scope);
    let null = v8::null(scope);
    group.set_prototype(scope, null.into());
    for (key, number) in list {
        let key = value::name(scope, key);
        let number = value::number(scope, *number);
        let attributes = v8::PropertyAttribute::READ_ONLY | v8::PropertyAttribute::DONT_DELETE;
        group.define_own_property(scope, key.into(), number, attributes);
    }
    value::set(scope, target, name, group);
    group
}
