//! `internalBinding('signal_wrap')`: a watcher of one signal.

use std::rc::Rc;

use phasor_engine::binding::{Binding, Definition};
use phasor_engine::{Runtime, value, wrap};
use phasor_evloop::Signal;
use v8::{FunctionCallbackArguments, PinScope, ReturnValue, Value};

use crate::handle_wrap::{self, HandleWrap};

pub const BINDING: Binding = Binding { name: "signal_wrap", define };

fn define(d: &mut Definition) {
    d.class("Signal", new).with(handle_wrap::methods::<Signal>).method("start", start).method("stop", stop);
}

fn new<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    let signal = Runtime::of(scope).event_loop().signal();
    HandleWrap::attach(scope, args.this(), signal, "SignalWrap");
}

/// `start(signal)`: 0 or a negative errno; `onsignal(signal)` is called whenever it comes.
fn start<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(wrapped) = wrap::this::<HandleWrap<Signal>>(scope, &args) else { return };
    let number = args.get(0).int32_value(scope).unwrap_or(0);
    let weak = Rc::downgrade(&Runtime::of(scope));
    let object = wrapped.object();
    let result = wrapped.handle.start(number, move |_| {
        if let Some(runtime) = weak.upgrade() {
            handle_wrap::notify(&runtime, &object, "onsignal", |scope| vec![value::number(scope, f64::from(number))]);
        }
    });
    rv.set_int32(result.err().map_or(0, |errno| errno.code()));
}

fn stop<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(wrapped) = wrap::this::<HandleWrap<Signal>>(scope, &args) else { return };
    wrapped.handle.stop();
    rv.set_int32(0);
}
