//! MessagePort: an [`Endpoint`] on a loop, with a JavaScript object.
//!
//! Every port has an async handle, which is unref'd until somebody listens. A message is taken out of the queue only when
//! the port was started, that the other end is gone at any time; the port then closes itself.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use phasor_engine::callback_scope::call;
use phasor_engine::errors::{self, ErrorClass};
use phasor_engine::{Runtime, value, wrap};
use phasor_evloop::{Async, AsyncSender, Handle};
use v8::{Function, FunctionCallbackArguments, Global, Local, Object, PinScope, ReturnValue, Value};

use super::channel::{Arrival, Endpoint};
use super::deserialize::deserialize;
use super::hooks::{self, Hooks};
use super::message::Message;
use crate::handle_wrap::HandleWrap;

/// What hangs on a MessagePort object.
pub struct Port {
    /// Its handle.
    pub handle: HandleWrap<Async>,
    inner: Rc<Inner>,
}

/// What the loop's callback needs.
struct Inner {
    /// `None` once the port was transferred or is closed.
    endpoint: RefCell<Option<Arc<Endpoint>>>,
    /// Whether messages are wanted.
    started: Cell<bool>,
    /// The asynchronous context that the port was made in, which its listeners run in.
    context: Global<Value>,
    object: OnceCell<Rc<RefCell<Option<Global<Object>>>>>,
    wake: OnceCell<AsyncSender>,
}

/// The endpoint for the port that is being made.
#[derive(Default)]
struct Next(RefCell<Option<Arc<Endpoint>>>);

/// While a port handles what it has waiting, it takes at most this many, or as many as waited at the start.
const AT_ONCE: usize = 1000;

impl Port {
    /// Whether it has no endpoint any more.
    pub fn is_detached(&self) -> bool {
        self.inner.endpoint.borrow().is_none() || self.handle.handle.is_closing()
    }

    /// The endpoint, to post to the other end.
    pub fn endpoint(&self) -> Option<Arc<Endpoint>> {
        self.inner.endpoint.borrow().clone()
    }

    /// Closes the port and takes its endpoint, for another port.
    pub fn detach(&self, runtime: &Rc<Runtime>) -> Option<Arc<Endpoint>> {
        let endpoint = self.inner.endpoint.borrow_mut().take();
        if let Some(endpoint) = &endpoint {
            endpoint.detach();
        }
        self.close(runtime);
        endpoint
    }

    /// Closes the port. The other end hears of it in the closing phase.
    pub fn close(&self, runtime: &Rc<Runtime>) {
        let inner = self.inner.clone();
        self.handle.close(runtime, move |runtime, object| {
            drop(inner.endpoint.take());
            runtime.callback(|scope| {
                let Some(hooks) = Hooks::of(scope) else { return false };
                inner.emit(scope, &object, &hooks.emit_close, &[])
            });
        });
    }

    /// Delivers messages from now on.
    pub fn start(&self) {
        self.inner.started.set(true);
        let waits = self.inner.endpoint.borrow().as_ref().is_some_and(|endpoint| endpoint.waiting() > 0);
        if let (true, Some(wake)) = (waits, self.inner.wake.get()) {
            wake.send();
        }
    }

    /// Messages wait from now on.
    pub fn stop(&self) {
        self.inner.started.set(false);
    }

    /// Delivers all messages that wait, started or not.
    pub fn drain(&self, runtime: &Rc<Runtime>) {
        self.inner.receive(runtime, true);
    }

    /// The next message, if one waits; a port whose other end is gone closes.
    pub fn take(&self, runtime: &Rc<Runtime>) -> Option<Arc<Message>> {
        match self.endpoint()?.next(true)? {
            Arrival::Message(message) => Some(message),
            Arrival::Closed => {
                self.close(runtime);
                None
            }
        }
    }
}

impl Inner {
    fn receive(&self, runtime: &Rc<Runtime>, is_forced: bool) {
        let Some(endpoint) = self.endpoint.borrow().clone() else { return };
        let mut left = if is_forced { usize::MAX } else { endpoint.waiting().max(AT_ONCE) };
        drop(endpoint);
        while !runtime.is_stopping() {
            let Some(endpoint) = self.endpoint.borrow().clone() else { return };
            let Some(arrival) = endpoint.next(is_forced || self.started.get()) else { return };
            drop(endpoint);
            let Some(object) = self.object.get().and_then(|object| object.borrow().clone()) else { return };
            let done = match arrival {
                Arrival::Message(message) => self.deliver(runtime, &object, &message),
                Arrival::Closed => {
                    close_object(runtime, &object);
                    return;
                }
            };
            left -= 1;
            if !done || left == 0 {
                // The rest waits for the next turn, so that a flood or a throw does not hold up the loop.
                if let Some(wake) = self.wake.get() {
                    wake.send();
                }
                return;
            }
        }
    }

    /// Emits `message`, or `messageerror` for one that cannot be read. Says whether the listeners returned.
    fn deliver(&self, runtime: &Rc<Runtime>, object: &Global<Object>, message: &Message) -> bool {
        let mut done = false;
        runtime.callback(|scope| {
            let Some(hooks) = Hooks::of(scope) else { return false };
            let arguments = {
                v8::tc_scope!(let scope, scope);
                match deserialize(scope, message) {
                    Some((data, ports)) => Some((data, ports.into(), "message")),
                    None if scope.has_terminated() => None,
                    None => {
                        let error = scope.exception().unwrap_or_else(|| v8::undefined(scope).into());
                        scope.reset();
                        Some((error, v8::undefined(scope).into(), "messageerror"))
                    }
                }
            };
            let Some((data, ports, kind)) = arguments else { return false };
            let kind = value::name(scope, kind).into();
            done = self.emit(scope, object, &hooks.emit_message, &[data, ports, kind]);
            done
        });
        done
    }

    /// Calls a function of lib/ that emits an event. Says whether it returned.
    fn emit<'s>(
        &self,
        scope: &mut PinScope<'s, '_>,
        object: &Global<Object>,
        function: &Global<Function>,
        arguments: &[Local<'s, Value>],
    ) -> bool {
        let receiver = Local::new(scope, object);
        let function = Local::new(scope, function);
        let before = scope.get_continuation_preserved_embedder_data();
        let context = Local::new(scope, &self.context);
        scope.set_continuation_preserved_embedder_data(context);
        let done = call(scope, receiver.into(), function, arguments).is_some();
        scope.set_continuation_preserved_embedder_data(before);
        done
    }
}

fn close_object(runtime: &Rc<Runtime>, object: &Global<Object>) {
    runtime.enter(|scope| {
        let object = Local::new(scope, object);
        if let Some(port) = wrap::of::<Port>(object) {
            port.close(runtime);
        }
    });
}

/// `new MessagePort()`: only native code can.
pub fn construct<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    let runtime = Runtime::of(scope);
    let endpoint = runtime.extension::<Next>().0.take();
    let Some(endpoint) = endpoint.filter(|_| args.is_construct_call()) else {
        let message = "Constructor cannot be called";
        errors::throw_coded(scope, ErrorClass::TypeError, "ERR_CONSTRUCT_CALL_INVALID", message);
        return;
    };
    let context = scope.get_continuation_preserved_embedder_data();
    let inner = Rc::new(Inner {
        endpoint: RefCell::new(Some(endpoint.clone())),
        started: Cell::new(false),
        context: Global::new(scope, context),
        object: OnceCell::new(),
        wake: OnceCell::new(),
    });
    let (weak, listener) = (Rc::downgrade(&runtime), inner.clone());
    let made = runtime.event_loop().async_handle(move |_| {
        if let Some(runtime) = weak.upgrade() {
            listener.receive(&runtime, false);
        }
    });
    let (handle, wake) = match made {
        Ok(made) => made,
        Err(errno) => {
            errors::throw_system_error(scope, errno, "uv_async_init", None, None);
            return;
        }
    };
    handle.unref();
    let handle = HandleWrap::new(scope, args.this(), handle, "MessagePort");
    // Both were empty.
    let _ = inner.object.set(handle.object());
    let _ = inner.wake.set(wake.clone());
    wrap::attach(scope, args.this(), Port { handle, inner });
    endpoint.attach(wake);
}

/// A new port over `endpoint`. `None` with an exception pending.
pub fn create<'s>(scope: &mut PinScope<'s, '_>, endpoint: Arc<Endpoint>) -> Option<Local<'s, Object>> {
    let hooks = Hooks::of(scope)?;
    let class = Local::new(scope, &hooks.message_port);
    let next = Runtime::of(scope).extension::<Next>();
    *next.0.borrow_mut() = Some(endpoint);
    let port = class.new_instance(scope, &[]);
    drop(next.0.take());
    let port = port?;
    hooks::call(scope, &hooks.initialize_port, &[port.into()])?;
    Some(port)
}
