//! From V8's module back to its wrap.
//!
//! V8 hands modules to its host; what lib/ knows about one hangs on a `ModuleWrap` object. The registry holds neither
//! alive. A wrap keeps its module, and through its links the wraps of what it imports.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::{Rc, Weak};

use phasor_engine::{Runtime, value, wrap};
use v8::{Context, FunctionCallbackArguments, Global, Local, Module, Object, PinScope, Value};

use crate::contextify::sandbox;

/// What hangs on a `ModuleWrap` object.
pub struct Wrap {
    pub module: Global<Module>,
    pub url: String,
    /// The JavaScript object.
    pub object: v8::Weak<Object>,
    /// The modules that the requests were linked to, by [`super::linking::request_key`].
    pub links: RefCell<HashMap<String, Global<Module>>>,
    hash: i32,
    registry: Weak<Registry>,
}

impl Drop for Wrap {
    fn drop(&mut self) {
        if let Some(registry) = self.registry.upgrade() {
            registry.forget(self.hash);
        }
    }
}

/// All wraps of a runtime, by the identity hash of their modules, which need not be unique.
#[derive(Default)]
pub struct Registry {
    wraps: RefCell<HashMap<i32, Vec<Weak<Wrap>>>>,
}

impl Registry {
    pub fn of(isolate: &v8::Isolate) -> Rc<Registry> {
        Runtime::of(isolate).extension::<Registry>()
    }

    /// Hangs a new wrap of `module` on `object`.
    pub fn add<'s>(
        self: &Rc<Registry>,
        scope: &mut PinScope<'s, '_>,
        object: Local<'s, Object>,
        module: Local<'s, Module>,
        url: String,
    ) {
        let hash = module.get_identity_hash().get();
        let wrap = Rc::new(Wrap {
            module: Global::new(scope, module),
            url,
            object: v8::Weak::new(scope, object),
            links: RefCell::default(),
            hash,
            registry: Rc::downgrade(self),
        });
        self.wraps.borrow_mut().entry(hash).or_default().push(Rc::downgrade(&wrap));
        wrap::attach(scope, object, wrap);
    }

    /// The wrap of `module`.
    pub fn find(&self, scope: &PinScope<'_, '_>, module: Local<'_, Module>) -> Option<Rc<Wrap>> {
        let wraps = self.wraps.borrow();
        let candidates = wraps.get(&module.get_identity_hash().get())?;
        candidates.iter().filter_map(Weak::upgrade).find(|wrap| Local::new(scope, &wrap.module) == module)
    }

    fn forget(&self, hash: i32) {
        // While the runtime ends, a wrap may be dropped by the very map that is being cleared.
        let Ok(mut wraps) = self.wraps.try_borrow_mut() else { return };
        if let Some(candidates) = wraps.get_mut(&hash) {
            candidates.retain(|wrap| wrap.strong_count() > 0);
            if candidates.is_empty() {
                wraps.remove(&hash);
            }
        }
    }
}

/// The wrap behind `this` of a method; throws if there is none.
pub fn this<'s>(scope: &mut PinScope<'s, '_>, args: &FunctionCallbackArguments<'s>) -> Option<Rc<Wrap>> {
    wrap::this::<Rc<Wrap>>(scope, args).cloned()
}

/// The private property that holds the contextified object of a module that is not of the main context.
const CONTEXT_OBJECT: &str = "phasor:context-object";

/// Remembers the contextified object that a module was made for.
pub fn set_context_object<'s>(scope: &mut PinScope<'s, '_>, wrap: Local<'s, Object>, object: Local<'s, Value>) {
    if object.is_object() {
        let key = private(scope, CONTEXT_OBJECT);
        wrap.set_private(scope, key, object);
    }
}

/// The context that a module belongs to.
pub fn context_of<'s>(scope: &mut PinScope<'s, '_>, wrap: Local<'s, Object>) -> Local<'s, Context> {
    let key = private(scope, CONTEXT_OBJECT);
    let object = wrap.get_private(scope, key);
    object.and_then(|object| sandbox::context_of(scope, object)).unwrap_or_else(|| scope.get_current_context())
}

/// A private property's key.
pub fn private<'s>(scope: &mut PinScope<'s, '_>, name: &str) -> Local<'s, v8::Private> {
    let name = value::name(scope, name);
    v8::Private::for_api(scope, Some(name))
}
