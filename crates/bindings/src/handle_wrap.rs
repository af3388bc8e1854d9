//! What the classes of all handles share: close, ref, unref, hasRef, getAsyncId.
//!
//! The JavaScript object of an open handle is kept alive by its native half, as the loop may call it any time. Closing
//! ends that, once the close callback has run.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use phasor_engine::binding::Class;
use phasor_engine::callback_scope::call;
use phasor_engine::{Runtime, value, wrap};
use phasor_evloop::Handle;
use v8::{FunctionCallbackArguments, Global, Local, Object, PinScope, ReturnValue, Value};

use crate::resources::{ResourceId, Resources};

/// A handle and its JavaScript object. Clones name the same.
pub struct HandleWrap<H> {
    /// The loop's handle.
    pub handle: H,
    object: Rc<RefCell<Option<Global<Object>>>>,
    resource: Cell<Option<ResourceId>>,
}

impl<H: Handle + Clone + 'static> HandleWrap<H> {
    /// Hangs `handle` on `object`; `name` is what `process.getActiveResourcesInfo()` calls it.
    pub fn attach<'s>(scope: &mut PinScope<'s, '_>, object: Local<'s, Object>, handle: H, name: &'static str) {
        let wrapped = HandleWrap::new(scope, object, handle, name);
        wrap::attach(scope, object, wrapped);
    }

    /// As [`HandleWrap::attach`], for classes that hang more than the handle on their objects.
    pub fn new<'s>(scope: &mut PinScope<'s, '_>, object: Local<'s, Object>, handle: H, name: &'static str) -> Self {
        let watched = handle.clone();
        let active = Rc::new(move || watched.is_active() && watched.has_ref());
        let resource = Runtime::of(scope).extension::<Resources>().add_handle(name, active);
        let kept = Rc::new(RefCell::new(Some(Global::new(scope, object))));
        HandleWrap { handle, object: kept, resource: Cell::new(Some(resource)) }
    }

    /// Closes the handle, once. `then` is called in the closing phase, with the object, which is let go.
    pub fn close(&self, runtime: &Rc<Runtime>, then: impl FnOnce(&Rc<Runtime>, Global<Object>) + 'static) {
        if let Some(resource) = self.resource.take() {
            runtime.extension::<Resources>().remove(resource);
        }
        if self.handle.is_closing() {
            return;
        }
        let object = self.object.clone();
        let weak = Rc::downgrade(runtime);
        self.handle.close(move |_| {
            let object = object.borrow_mut().take();
            if let (Some(runtime), Some(object)) = (weak.upgrade(), object) {
                then(&runtime, object);
            }
        });
    }

    /// The JavaScript object, for callbacks of the loop; `None` once the handle is closed.
    pub fn object(&self) -> Rc<RefCell<Option<Global<Object>>>> {
        self.object.clone()
    }
}

/// Calls `object[method](...)` in a callback scope, if the handle is still open.
pub fn notify(
    runtime: &Runtime,
    object: &Rc<RefCell<Option<Global<Object>>>>,
    method: &str,
    arguments: impl for<'s, 'i> FnOnce(&mut PinScope<'s, 'i>) -> Vec<Local<'s, Value>>,
) {
    let receiver = object.borrow().clone();
    if let Some(receiver) = receiver {
        runtime.make_callback(&receiver, method, arguments);
    }
}

/// Adds the shared methods to the class of handles `H`.
pub fn methods<H: Handle + Clone + 'static>(class: &mut Class) {
    class
        .method("close", close::<H>)
        .method("ref", ref_::<H>)
        .method("unref", unref::<H>)
        .method("hasRef", has_ref::<H>)
        .method("getAsyncId", async_id);
}

/// `close([callback])`.
fn close<'s, H: Handle + Clone + 'static>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    _: ReturnValue<'_, Value>,
) {
    let Some(wrapped) = wrap::of::<HandleWrap<H>>(args.this()) else { return };
    let runtime = Runtime::of(scope);
    let callback = TryInto::<Local<'_, v8::Function>>::try_into(args.get(0)).ok();
    let callback = callback.map(|function| Global::new(scope, function));
    wrapped.close(&runtime, move |runtime, object| {
        let Some(callback) = callback else { return };
        runtime.callback(|scope| {
            let receiver = Local::new(scope, &object);
            let callback = Local::new(scope, &callback);
            call(scope, receiver.into(), callback, &[]).is_some()
        });
    });
}

fn ref_<'s, H: Handle + Clone + 'static>(
    _: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    _: ReturnValue<'_, Value>,
) {
    if let Some(wrapped) = wrap::of::<HandleWrap<H>>(args.this()) {
        wrapped.handle.ref_();
    }
}

fn unref<'s, H: Handle + Clone + 'static>(
    _: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    _: ReturnValue<'_, Value>,
) {
    if let Some(wrapped) = wrap::of::<HandleWrap<H>>(args.this()) {
        wrapped.handle.unref();
    }
}

fn has_ref<'s, H: Handle + Clone + 'static>(
    _: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'_, Value>,
) {
    let wrapped = wrap::of::<HandleWrap<H>>(args.this());
    rv.set_bool(wrapped.is_some_and(|w| !w.handle.is_closing() && w.handle.has_ref()));
}

/// `getAsyncId()`: the id that lib/ gave the handle, -1 if it gave none.
fn async_id<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let id = value::get(scope, args.this(), "asyncId").and_then(|id| id.number_value(scope));
    rv.set_double(id.filter(|id| !id.is_nan()).unwrap_or(-1.0));
}
