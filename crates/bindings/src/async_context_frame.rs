//! `internalBinding('async_context_frame')`: the value that V8 carries across promise jobs.
//!
//! Both functions are V8's own built-ins, which compiled code calls without leaving JavaScript.

use phasor_engine::binding::{Binding, Definition};
use phasor_engine::value;

pub const BINDING: Binding = Binding { name: "async_context_frame", define };

fn define(d: &mut Definition) {
    d.init(|scope, target| {
        let extras = scope.get_current_context().get_extras_binding_object(scope);
        for name in ["getContinuationPreservedEmbedderData", "setContinuationPreservedEmbedderData"] {
            let key = value::name(scope, name);
            if let Some(function) = extras.get(scope, key.into()) {
                target.set(scope, key.into(), function);
            }
        }
    });
}
