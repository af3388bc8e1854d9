//! `internalBinding('async_context_frame')`: the value that V8 carries across promise jobs.

use phasor_engine::binding::{Binding, Definition};
use v8::{FunctionCallbackArguments, PinScope, ReturnValue, Value};

pub const BINDING: Binding = Binding { name: "async_context_frame", define };

fn define(d: &mut Definition) {
    d.method("getContinuationPreservedEmbedderData", get).method("setContinuationPreservedEmbedderData", set);
}

fn get<'s>(scope: &mut PinScope<'s, '_>, _: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    rv.set(scope.get_continuation_preserved_embedder_data());
}

fn set<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    scope.set_continuation_preserved_embedder_data(args.get(0));
}
