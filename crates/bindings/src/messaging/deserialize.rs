//! From a [`Message`] to a value.

use std::cell::RefCell;

use phasor_engine::{Runtime, value, wrap};
use v8::{
    ArrayBuffer, Global, Local, Object, PinScope, SharedArrayBuffer, Value, ValueDeserializer, ValueDeserializerHelper,
    ValueDeserializerImpl, WasmModuleObject,
};

use super::hooks::{self, Hooks, throw_clone};
use super::message::{Host, Message};
use super::port::{self, Port};
use super::serialize::PLAIN_OBJECT;

/// Reads `message`. Ports and transferred memory are taken out of it.
///
/// Returns the value and an array of the ports in it, or `None` with an exception pending.
pub fn deserialize<'s>(
    scope: &mut PinScope<'s, '_>,
    message: &Message,
) -> Option<(Local<'s, Value>, Local<'s, v8::Array>)> {
    let ports = v8::Array::new(scope, 0);
    let value = read(scope, message, ports);
    if value.is_none() {
        close_all(scope, ports);
    }
    Some((value?, ports))
}

/// Nobody will ever see the ports of a message that could not be read.
fn close_all<'s>(scope: &mut PinScope<'s, '_>, ports: Local<'s, v8::Array>) {
    let runtime = Runtime::of(scope);
    for i in 0..ports.length() {
        let port = ports.get_index(scope, i).and_then(wrap::of_value::<Port>);
        if let Some(port) = port {
            port.close(&runtime);
        }
    }
}

fn read<'s>(scope: &mut PinScope<'s, '_>, message: &Message, ports: Local<'s, v8::Array>) -> Option<Local<'s, Value>> {
    let hosts = make_hosts(scope, message, ports)?;
    let context = scope.get_current_context();
    let incoming = Incoming { message, hosts: RefCell::new(hosts) };
    let deserializer = ValueDeserializer::new(scope, Box::new(Delegate(&incoming)), &message.bytes);
    let buffers = std::mem::take(&mut *message.buffers.lock().unwrap_or_else(|e| e.into_inner()));
    for (i, store) in buffers.iter().enumerate() {
        let buffer = ArrayBuffer::with_backing_store(scope, store);
        deserializer.transfer_array_buffer(i as u32, buffer);
    }
    deserializer.read_header(context)?;
    let value = deserializer.read_value(context)?;
    let count = incoming.hosts.borrow().len();
    for i in 0..count {
        let object = Local::new(scope, &incoming.hosts.borrow()[i]);
        if wrap::of::<Port>(object).is_some() {
            continue;
        }
        let data = deserializer.read_value(context)?;
        let hooks = Hooks::of(scope)?;
        hooks::call(scope, &hooks.assemble, &[object.into(), data])?;
    }
    Some(value)
}

/// Makes the objects that stand in the message by number, still without their data.
fn make_hosts<'s>(
    scope: &mut PinScope<'s, '_>,
    message: &Message,
    ports: Local<'s, v8::Array>,
) -> Option<Vec<Global<Object>>> {
    let mut hosts = Vec::with_capacity(message.hosts.len());
    for host in &message.hosts {
        let object = match host {
            Host::Port(endpoint) => {
                let endpoint = endpoint.lock().unwrap_or_else(|e| e.into_inner()).take();
                let Some(endpoint) = endpoint else {
                    throw_clone(scope, "The message was received before");
                    return None;
                };
                let port = port::create(scope, endpoint)?;
                ports.set_index(scope, ports.length(), port.into());
                port
            }
            Host::Script(info) => {
                let hooks = Hooks::of(scope)?;
                let info = value::string(scope, info).into();
                hooks::call(scope, &hooks.create_object, &[info])?.try_into().ok()?
            }
        };
        hosts.push(Global::new(scope, object));
    }
    Some(hosts)
}

struct Incoming<'m> {
    message: &'m Message,
    hosts: RefCell<Vec<Global<Object>>>,
}

/// What V8 asks while it reads.
struct Delegate<'a>(&'a Incoming<'a>);

impl ValueDeserializerImpl for Delegate<'_> {
    fn read_host_object<'s>(
        &self,
        scope: &mut PinScope<'s, '_>,
        reader: &dyn ValueDeserializerHelper,
    ) -> Option<Local<'s, Object>> {
        let mut number = 0;
        if !reader.read_uint32(&mut number) {
            return None;
        }
        if number == PLAIN_OBJECT {
            let context = scope.get_current_context();
            return reader.read_value(context)?.try_into().ok();
        }
        let hosts = self.0.hosts.borrow();
        hosts.get(number as usize).map(|host| Local::new(scope, host))
    }

    fn get_shared_array_buffer_from_id<'s>(
        &self,
        scope: &mut PinScope<'s, '_>,
        id: u32,
    ) -> Option<Local<'s, SharedArrayBuffer>> {
        let store = self.0.message.shared.get(id as usize)?;
        Some(SharedArrayBuffer::with_backing_store(scope, store))
    }

    fn get_wasm_module_from_id<'s>(
        &self,
        scope: &mut PinScope<'s, '_>,
        id: u32,
    ) -> Option<Local<'s, WasmModuleObject>> {
        WasmModuleObject::from_compiled_module(scope, self.0.message.modules.get(id as usize)?)
    }
}
