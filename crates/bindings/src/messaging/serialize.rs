//! From a value to a [`Message`].
//!
//! V8 writes everything that JavaScript itself knows. Objects that it cannot write (ports, objects of lib/ that are marked
//! with a transfer mode) are numbered: the transferred ones first, in the order of the transfer list, then the
//! cloned ones as they are met. The data of objects of lib/ follows the value, in the order of their numbers.

use std::cell::{Cell, RefCell};
use std::sync::Mutex;

use phasor_engine::{Runtime, value, wrap};
use v8::{
    ArrayBuffer, BackingStore, CompiledWasmModule, Global, Local, Object, PinScope, SharedArrayBuffer, SharedRef,
    Value, ValueSerializer, ValueSerializerHelper, ValueSerializerImpl,
};

use super::hooks::{self, Hooks, throw_clone};
use super::message::{Host, Message};
use super::port::Port;
use super::transfer_mode::{self, CLONEABLE, TRANSFERABLE};

/// In place of an object's number: a plain object follows.
pub const PLAIN_OBJECT: u32 = u32::MAX;

const INVALID_TRANSFER: &str = "Found invalid value in transferList.";
const UNSUPPORTED_TRANSFER: &str = "Cannot transfer object of unsupported type.";
const UNSUPPORTED_CLONE: &str = "Cannot clone object of unsupported type.";
const TRANSFER_NEEDED: &str = "Object that needs transfer was found in message but not listed in transferList";

/// What is collected while a value is written.
#[derive(Default)]
struct Outgoing {
    /// The objects by number.
    hosts: RefCell<Vec<Global<Object>>>,
    /// How many of them are transferred.
    transferred: Cell<usize>,
    shared: RefCell<Vec<SharedRef<BackingStore>>>,
    modules: RefCell<Vec<CompiledWasmModule>>,
}

/// Serialises `value`. `transfer` lists what moves along; `source` is the port that the message is for.
///
/// Returns `None` with an exception pending; nothing has been transferred then, unless an object of lib/ threw
/// while it was taken apart.
pub fn serialize<'s>(
    scope: &mut PinScope<'s, '_>,
    value: Local<'s, Value>,
    transfer: Option<Local<'s, v8::Array>>,
    source: Option<Local<'s, Object>>,
) -> Option<Message> {
    let outgoing = Outgoing::default();
    let context = scope.get_current_context();
    let serializer = ValueSerializer::new(scope, Box::new(Delegate(&outgoing)));
    let mut buffers = Vec::new();
    if let Some(transfer) = transfer {
        for i in 0..transfer.length() {
            let entry = transfer.get_index(scope, i)?;
            outgoing.list(scope, entry, source, &mut buffers)?;
        }
        for (i, buffer) in buffers.iter().enumerate() {
            serializer.transfer_array_buffer(i as u32, *buffer);
        }
        outgoing.list_nested(scope)?;
    }
    serializer.write_header();
    if serializer.write_value(context, value) != Some(true) {
        return None;
    }
    let mut stores = Vec::with_capacity(buffers.len());
    for buffer in buffers {
        let store = buffer.get_backing_store();
        buffer.detach(None)?;
        stores.push(store);
    }
    let hosts = outgoing.take_apart(scope, &serializer)?;
    let bytes = serializer.release();
    drop(serializer);
    Some(Message {
        bytes,
        buffers: Mutex::new(stores),
        shared: outgoing.shared.take(),
        modules: outgoing.modules.take(),
        hosts,
    })
}

/// How `object` may travel: ports can be transferred, other native objects cannot, objects of lib/ say it themselves.
fn mode_of<'s>(scope: &mut PinScope<'s, '_>, object: Local<'s, Object>) -> Option<u32> {
    match wrap::of::<Port>(object) {
        Some(port) if port.is_detached() => Some(0),
        Some(_) => Some(TRANSFERABLE),
        None => transfer_mode::of(scope, object),
    }
}

impl Outgoing {
    fn number_of(&self, object: Local<'_, Object>) -> Option<u32> {
        self.hosts.borrow().iter().position(|known| *known == object).map(|i| i as u32)
    }

    fn add<'s>(&self, scope: &mut PinScope<'s, '_>, object: Local<'s, Object>) -> u32 {
        let mut hosts = self.hosts.borrow_mut();
        hosts.push(Global::new(scope, object));
        hosts.len() as u32 - 1
    }

    /// Takes one entry of the transfer list.
    fn list<'s>(
        &self,
        scope: &mut PinScope<'s, '_>,
        entry: Local<'s, Value>,
        source: Option<Local<'s, Object>>,
        buffers: &mut Vec<Local<'s, ArrayBuffer>>,
    ) -> Option<()> {
        let Ok(object) = TryInto::<Local<'s, Object>>::try_into(entry) else {
            throw_clone(scope, INVALID_TRANSFER);
            return None;
        };
        if transfer_mode::is_untransferable(scope, object) {
            throw_clone(scope, UNSUPPORTED_TRANSFER);
            return None;
        }
        if let Ok(buffer) = TryInto::<Local<'s, ArrayBuffer>>::try_into(entry) {
            if !buffer.is_detachable() || buffer.was_detached() {
                throw_clone(scope, UNSUPPORTED_TRANSFER);
                return None;
            }
            if buffers.contains(&buffer) {
                throw_clone(scope, "Transfer list contains duplicate ArrayBuffer");
                return None;
            }
            buffers.push(buffer);
            return Some(());
        }
        if source == Some(object) {
            throw_clone(scope, "Transfer list contains source port");
            return None;
        }
        if wrap::of::<Port>(object).is_some_and(Port::is_detached) {
            throw_clone(scope, "MessagePort in transfer list is already detached");
            return None;
        }
        if self.number_of(object).is_some() {
            let class = object.get_constructor_name().to_rust_string_lossy(scope);
            throw_clone(scope, &format!("Transfer list contains duplicate {class}"));
            return None;
        }
        if mode_of(scope, object).is_none_or(|mode| mode & TRANSFERABLE == 0) {
            throw_clone(scope, INVALID_TRANSFER);
            return None;
        }
        self.add(scope, object);
        self.transferred.set(self.transferred.get() + 1);
        Some(())
    }

    /// Adds what the listed objects of lib/ take along, such as the ports of a stream.
    fn list_nested(&self, scope: &mut PinScope<'_, '_>) -> Option<()> {
        let mut at = 0;
        while at < self.transferred.get() {
            v8::scope!(let scope, scope);
            let object = Local::new(scope, &self.hosts.borrow()[at]);
            at += 1;
            if wrap::of::<Port>(object).is_some() {
                continue;
            }
            let hooks = Hooks::of(scope)?;
            let nested = hooks::call(scope, &hooks.nested_transfers, &[object.into()])?;
            let Ok(nested) = TryInto::<Local<'_, v8::Array>>::try_into(nested) else { continue };
            for i in 0..nested.length() {
                let entry: Local<'_, Object> = nested.get_index(scope, i)?.try_into().ok()?;
                if self.number_of(entry).is_none() {
                    self.add(scope, entry);
                    self.transferred.set(self.transferred.get() + 1);
                }
            }
        }
        Some(())
    }

    /// Takes what travels out of the objects, once the value is written. Their data may hold further objects.
    fn take_apart(&self, scope: &mut PinScope<'_, '_>, serializer: &ValueSerializer<'_>) -> Option<Vec<Host>> {
        let mut out = Vec::new();
        while out.len() < self.hosts.borrow().len() {
            v8::scope!(let scope, scope);
            let object = Local::new(scope, &self.hosts.borrow()[out.len()]);
            if let Some(port) = wrap::of::<Port>(object) {
                let endpoint = port.detach(&Runtime::of(scope));
                out.push(Host::Port(Mutex::new(endpoint)));
                continue;
            }
            let hooks = Hooks::of(scope)?;
            let is_transfer = v8::Boolean::new(scope, out.len() < self.transferred.get()).into();
            let parts = hooks::call(scope, &hooks.take_apart, &[object.into(), is_transfer])?;
            let Ok(parts) = TryInto::<Local<'_, Object>>::try_into(parts) else {
                throw_clone(scope, UNSUPPORTED_CLONE);
                return None;
            };
            let info = value::get(scope, parts, "deserializeInfo")?.to_rust_string_lossy(scope);
            let data = value::get(scope, parts, "data")?;
            out.push(Host::Script(info));
            let context = scope.get_current_context();
            if serializer.write_value(context, data) != Some(true) {
                return None;
            }
        }
        Some(out)
    }
}

/// What V8 asks while it writes.
struct Delegate<'a>(&'a Outgoing);

impl ValueSerializerImpl for Delegate<'_> {
    fn throw_data_clone_error<'s>(&self, scope: &mut PinScope<'s, '_>, message: Local<'s, v8::String>) {
        hooks::throw_data_clone_error(scope, message);
    }

    fn has_custom_host_object(&self, _: &v8::Isolate) -> bool {
        true
    }

    fn is_host_object<'s>(&self, scope: &mut PinScope<'s, '_>, object: Local<'s, Object>) -> Option<bool> {
        Some(object.internal_field_count() > 0 || transfer_mode::of(scope, object).is_some())
    }

    fn write_host_object<'s>(
        &self,
        scope: &mut PinScope<'s, '_>,
        object: Local<'s, Object>,
        writer: &dyn ValueSerializerHelper,
    ) -> Option<bool> {
        if let Some(number) = self.0.number_of(object) {
            writer.write_uint32(number);
            return Some(true);
        }
        match mode_of(scope, object) {
            Some(mode) if mode & CLONEABLE != 0 => {
                writer.write_uint32(self.0.add(scope, object));
                Some(true)
            }
            Some(mode) if mode & TRANSFERABLE != 0 => {
                throw_clone(scope, TRANSFER_NEEDED);
                None
            }
            None if is_environment(scope, object) => {
                let copy = copy_of(scope, object)?;
                writer.write_uint32(PLAIN_OBJECT);
                writer.write_value(scope.get_current_context(), copy.into())
            }
            _ => {
                throw_clone(scope, UNSUPPORTED_CLONE);
                None
            }
        }
    }

    fn get_shared_array_buffer_id<'s>(
        &self,
        _: &mut PinScope<'s, '_>,
        buffer: Local<'s, SharedArrayBuffer>,
    ) -> Option<u32> {
        let store = buffer.get_backing_store();
        let mut shared = self.0.shared.borrow_mut();
        let known = shared.iter().position(|other| std::ptr::eq(&raw const **other, &raw const *store));
        let number = known.unwrap_or_else(|| {
            shared.push(store);
            shared.len() - 1
        });
        Some(number as u32)
    }

    fn get_wasm_module_transfer_id(
        &self,
        _: &mut PinScope<'_, '_>,
        module: Local<'_, v8::WasmModuleObject>,
    ) -> Option<u32> {
        let mut modules = self.0.modules.borrow_mut();
        modules.push(module.get_compiled_module());
        Some(modules.len() as u32 - 1)
    }
}

/// Whether `object` is `process.env`, which travels as a plain object.
fn is_environment<'s>(scope: &mut PinScope<'s, '_>, object: Local<'s, Object>) -> bool {
    let process: Option<Local<'_, Object>> = Runtime::of(scope).process(scope).try_into().ok();
    let environment = process.and_then(|process| value::get(scope, process, "env"));
    environment.is_some_and(|environment| environment == object)
}

fn copy_of<'s>(scope: &mut PinScope<'s, '_>, object: Local<'s, Object>) -> Option<Local<'s, Object>> {
    let copy = Object::new(scope);
    let names = object.get_own_property_names(scope, Default::default())?;
    for i in 0..names.length() {
        let name = names.get_index(scope, i)?;
        let value = object.get(scope, name)?;
        copy.create_data_property(scope, name.try_into().ok()?, value);
    }
    Some(copy)
}
