//! `internalBinding('messaging')`: structured clone, message ports, broadcast channels.
//!
//! | file | holds |
//! | --- | --- |
//! | `message` | a value on its way |
//! | `serialize`, `deserialize` | from and to values |
//! | `transfer_mode` | what may become of an object of lib/ |
//! | `channel` | ends of channels and their queues, which move between threads |
//! | `port` | MessagePort: an end on a loop |
//! | `hooks` | what is called of lib/ |

mod channel;
mod deserialize;
mod hooks;
mod message;
mod port;
mod serialize;
pub mod transfer_mode;

use phasor_engine::binding::{Binding, Definition};
use phasor_engine::{Runtime, errors, value, wrap};
use phasor_evloop::Handle;
use v8::{FunctionCallbackArguments, PinScope, ReturnValue, Value};

use channel::{Broadcasts, Endpoint, Posted};
use port::Port;

pub const BINDING: Binding = Binding { name: "messaging", define };

fn define(d: &mut Definition) {
    d.class("MessagePort", port::construct);
    d.method("createChannel", create_channel)
        .method("createBroadcast", create_broadcast)
        .method("structuredClone", structured_clone)
        .method("post", post)
        .method("start", start)
        .method("stop", stop)
        .method("close", close)
        .method("drain", drain)
        .method("receive", receive)
        .method("ref", ref_)
        .method("unref", unref)
        .method("hasRef", has_ref)
        .method("isPort", is_port);
}

/// The port that is the first argument; throws if it is none.
fn port_of<'s>(scope: &mut PinScope<'s, '_>, args: &FunctionCallbackArguments<'s>) -> Option<&'s Port> {
    let port = wrap::of_value::<Port>(args.get(0));
    if port.is_none() {
        errors::throw_type_error(scope, "Illegal invocation");
    }
    port
}

/// `createChannel()`: the two ports of a new channel.
fn create_channel<'s>(scope: &mut PinScope<'s, '_>, _: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let (one, other) = Endpoint::pair();
    let Some(one) = port::create(scope, one) else { return };
    let Some(other) = port::create(scope, other) else { return };
    rv.set(v8::Array::new_with_elements(scope, &[one.into(), other.into()]).into());
}

/// `createBroadcast(name)`: a port that hears all others of its name.
fn create_broadcast<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'_, Value>,
) {
    let name = args.get(0).to_rust_string_lossy(scope);
    let endpoint = Runtime::of(scope).config().family.get::<Broadcasts>().join(&name);
    if let Some(port) = port::create(scope, endpoint) {
        rv.set(port.into());
    }
}

/// `structuredClone(value, transfers)`: `transfers` is an array or undefined.
fn structured_clone<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'_, Value>,
) {
    let transfers = args.get(1).try_into().ok();
    let Some(message) = serialize::serialize(scope, args.get(0), transfers, None) else { return };
    if let Some((value, _)) = deserialize::deserialize(scope, &message) {
        rv.set(value);
    }
}

/// `post(port, value, transfers)`: true if somebody will get it, false if nobody is there, undefined if the port
/// is closed; a string says what went wrong.
fn post<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(port) = port_of(scope, &args) else { return };
    let transfers = args.get(2).try_into().ok();
    let source = args.get(0).try_into().ok();
    let Some(message) = serialize::serialize(scope, args.get(1), transfers, source) else { return };
    let Some(endpoint) = port.endpoint().filter(|_| !port.is_detached()) else { return };
    match endpoint.post(message) {
        Posted::Delivered => rv.set_bool(true),
        Posted::NoReceiver => rv.set_bool(false),
        problem => {
            let text = match problem {
                Posted::Lost => "The target port was posted to itself, and the communication channel was lost",
                _ => "Transferables cannot be used with multiple destinations.",
            };
            rv.set(value::string(scope, text).into());
        }
    }
}

/// `start(port)`
fn start<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    if let Some(port) = port_of(scope, &args) {
        port.start();
    }
}

/// `stop(port)`
fn stop<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    if let Some(port) = port_of(scope, &args) {
        port.stop();
    }
}

/// `close(port)`
fn close<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    if let Some(port) = port_of(scope, &args) {
        port.close(&Runtime::of(scope));
    }
}

/// `drain(port)`: delivers what waits, at once.
fn drain<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    if let Some(port) = port_of(scope, &args) {
        port.drain(&Runtime::of(scope));
    }
}

/// `receive(port, nothing)`: the next message, `nothing` if none waits.
fn receive<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(port) = port_of(scope, &args) else { return };
    rv.set(args.get(1));
    let Some(message) = port.take(&Runtime::of(scope)) else { return };
    if let Some((value, _)) = deserialize::deserialize(scope, &message) {
        rv.set(value);
    }
}

/// `ref(port)`
fn ref_<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    if let Some(port) = port_of(scope, &args) {
        port.handle.handle.ref_();
    }
}

/// `unref(port)`
fn unref<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    if let Some(port) = port_of(scope, &args) {
        port.handle.handle.unref();
    }
}

/// `hasRef(port)`: whether it keeps the loop alive; undefined once it is closed.
fn has_ref<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(port) = port_of(scope, &args) else { return };
    if port.handle.object().borrow().is_some() {
        rv.set_bool(!port.handle.handle.is_closing() && port.handle.handle.has_ref());
    }
}

/// `isPort(value)`
fn is_port<'s>(_: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    rv.set_bool(wrap::of_value::<Port>(args.get(0)).is_some());
}
