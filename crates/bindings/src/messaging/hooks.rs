//! The functions of lib/ that this binding calls, all exported by `internal/worker/native_calls`.

use std::cell::RefCell;
use std::rc::Rc;

use phasor_engine::{Runtime, value};
use v8::{Function, Global, Local, Object, PinScope, Value};

/// They are looked up when the first of them is needed.
#[derive(Default)]
struct Loaded(RefCell<Option<Rc<Hooks>>>);

/// See the module's documentation.
pub struct Hooks {
    /// The class MessagePort.
    pub message_port: Global<Function>,
    /// `initializePort(port)`: makes a new port an EventTarget.
    pub initialize_port: Global<Function>,
    /// `emitMessage(data, ports, type)` on the port.
    pub emit_message: Global<Function>,
    /// `emitClose()` on the port.
    pub emit_close: Global<Function>,
    /// `dataCloneError(message)`: a DOMException.
    pub data_clone_error: Global<Function>,
    /// `nestedTransfers(object)`: what is transferred together with `object`, an array or undefined.
    pub nested_transfers: Global<Function>,
    /// `takeApart(object, isTransfer)`: `{ data, deserializeInfo }`.
    pub take_apart: Global<Function>,
    /// `createObject(deserializeInfo)`: an object without its data.
    pub create_object: Global<Function>,
    /// `assemble(object, data)`: gives it its data.
    pub assemble: Global<Function>,
}

impl Hooks {
    /// The functions. `None` with an exception pending if lib/ could not be loaded.
    pub fn of(scope: &mut PinScope<'_, '_>) -> Option<Rc<Hooks>> {
        let runtime = Runtime::of(scope);
        let loaded = runtime.extension::<Loaded>();
        if let Some(hooks) = loaded.0.borrow().as_ref() {
            return Some(hooks.clone());
        }
        let exports = runtime.require_builtin(scope, "internal/worker/native_calls")?;
        let exports: Local<'_, Object> = exports.try_into().ok()?;
        let mut find = |name: &str| {
            let function = value::get_function(scope, exports, name)?;
            Some(Global::new(scope, function))
        };
        let hooks = Rc::new(Hooks {
            message_port: find("MessagePort")?,
            initialize_port: find("initializePort")?,
            emit_message: find("emitMessage")?,
            emit_close: find("emitClose")?,
            data_clone_error: find("dataCloneError")?,
            nested_transfers: find("nestedTransfers")?,
            take_apart: find("takeApart")?,
            create_object: find("createObject")?,
            assemble: find("assemble")?,
        });
        *loaded.0.borrow_mut() = Some(hooks.clone());
        Some(hooks)
    }
}

/// Calls a function of lib/; `None` with an exception pending if it throws.
pub fn call<'s>(
    scope: &mut PinScope<'s, '_>,
    function: &Global<Function>,
    arguments: &[Local<'s, Value>],
) -> Option<Local<'s, Value>> {
    let function = Local::new(scope, function);
    let receiver = v8::undefined(scope);
    function.call(scope, receiver.into(), arguments)
}

/// Throws a DataCloneError.
pub fn throw_data_clone_error<'s>(scope: &mut PinScope<'s, '_>, message: Local<'s, v8::String>) {
    let Some(hooks) = Hooks::of(scope) else { return };
    if let Some(error) = call(scope, &hooks.data_clone_error, &[message.into()]) {
        scope.throw_exception(error);
    }
}

/// Throws a DataCloneError.
pub fn throw_clone(scope: &mut PinScope<'_, '_>, message: &str) {
    let message = value::string(scope, message);
    throw_data_clone_error(scope, message);
}
