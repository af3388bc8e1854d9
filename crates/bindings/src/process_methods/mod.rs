//! `internalBinding('process_methods')`: what `process` needs of the system.

mod clock;
mod environment;
mod facts;
mod lifecycle;
mod memory;

use phasor_engine::binding::{Binding, Definition};

pub const BINDING: Binding = Binding { name: "process_methods", define };

fn define(d: &mut Definition) {
    clock::define(d);
    environment::define(d);
    facts::define(d);
    lifecycle::define(d);
    memory::define(d);
    d.init(|scope, target| {
        clock::init(scope, target);
        lifecycle::init(scope, target);
    });
}
