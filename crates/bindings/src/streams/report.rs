//! Calls into JavaScript that belong to the asynchronous context in which a handle or request was made.

use std::rc::{Rc, Weak};

use phasor_engine::{Runtime, callback_scope, value};
use v8::{Function, Global, Local, Object, PinScope, Value};

/// A JavaScript object that waits to be told something: a handle, or a request.
pub struct Listener {
    runtime: Weak<Runtime>,
    object: Global<Object>,
    context: Global<Value>,
}

impl Listener {
    /// Keeps `object` alive, and the present context.
    pub fn new<'s>(scope: &mut PinScope<'s, '_>, object: Local<'s, Object>) -> Listener {
        let context = scope.get_continuation_preserved_embedder_data();
        Listener {
            runtime: Rc::downgrade(&Runtime::of(scope)),
            object: Global::new(scope, object),
            context: Global::new(scope, context),
        }
    }

    /// The object.
    pub fn object<'s>(&self, scope: &mut PinScope<'s, '_>) -> Local<'s, Object> {
        Local::new(scope, &self.object)
    }

    /// Runs `body` with a scope, without calling anything.
    pub fn enter(&self, body: impl for<'s, 'i> FnOnce(&mut PinScope<'s, 'i>)) {
        if let Some(runtime) = self.runtime.upgrade() {
            runtime.enter(body);
        }
    }

    /// Calls the object's method `name`, if it has one, and hands on what it returns.
    pub fn call(
        &self,
        name: &str,
        arguments: impl for<'s, 'i> FnOnce(&mut PinScope<'s, 'i>) -> Vec<Local<'s, Value>>,
        take: impl for<'s, 'i> FnOnce(&mut PinScope<'s, 'i>, Local<'s, Value>),
    ) {
        let Some(runtime) = self.runtime.upgrade() else { return };
        runtime.callback(|scope| {
            let object = self.object(scope);
            let Some(function) = value::get_function(scope, object, name) else { return true };
            let arguments = arguments(scope);
            let result = self.run(scope, function, &arguments);
            let done = result.is_some();
            if let Some(result) = result {
                take(scope, result);
            }
            done
        });
    }

    /// Calls a function with the object as `this`.
    pub fn call_function(&self, function: &Global<Function>) {
        let Some(runtime) = self.runtime.upgrade() else { return };
        runtime.callback(|scope| {
            let function = Local::new(scope, function);
            self.run(scope, function, &[]).is_some()
        });
    }

    fn run<'s>(
        &self,
        scope: &mut PinScope<'s, '_>,
        function: Local<'s, Function>,
        arguments: &[Local<'s, Value>],
    ) -> Option<Local<'s, Value>> {
        let object = self.object(scope);
        let before = scope.get_continuation_preserved_embedder_data();
        let context = Local::new(scope, &self.context);
        scope.set_continuation_preserved_embedder_data(context);
        let result = callback_scope::call(scope, object.into(), function, arguments);
        scope.set_continuation_preserved_embedder_data(before);
        result
    }

    /// Calls `oncomplete(status, …)` of a request.
    pub fn complete(&self, status: i32, more: impl for<'s, 'i> FnOnce(&mut PinScope<'s, 'i>) -> Vec<Local<'s, Value>>) {
        self.call(
            "oncomplete",
            |scope| {
                let mut arguments = vec![v8::Integer::new(scope, status).into()];
                arguments.extend(more(scope));
                arguments
            },
            |_, _| {},
        );
    }
}
