//! The one way from the loop into JavaScript.
//!
//! Whatever the loop reports (a timer, a finished request, bytes on a pipe) reaches JavaScript inside
//! a callback scope. Leaving the outermost scope drains what the callback queued: the tick queue, then the
//! microtasks, again until both are empty, then rejections are judged. When no tick waits
//! and no rejection is to be judged, a native microtask checkpoint is enough and JavaScript is not entered
//! again. Nothing else performs a checkpoint, apart from `task_queue.runMicrotasks()` called by that drain.
//!
//! A callback that threw does not drain: its left-over ticks wait for the next scope, as in Node.

use v8::{Function, Local, PinScope, Value};

use crate::exceptions;
use crate::runtime::Runtime;

impl Runtime {
    /// Runs `body` in a callback scope: handles, context, and the drain on leaving.
    ///
    /// `body` returns whether all went well; [`call`] says so of a call.
    pub fn callback(&self, body: impl for<'s, 'i> FnOnce(&mut PinScope<'s, 'i>) -> bool) {
        if self.is_stopping() {
            return;
        }
        self.enter(|scope| {
            let context = scope.get_continuation_preserved_embedder_data();
            self.depth.set(self.depth.get() + 1);
            let done = body(scope);
            self.depth.set(self.depth.get() - 1);
            if done && self.depth.get() == 0 {
                self.drain(scope);
            }
            // A store that the callback entered does not reach the next callback.
            scope.set_continuation_preserved_embedder_data(context);
        });
    }

    /// Calls `function` in a callback scope of its own.
    pub fn make_callback(
        &self,
        receiver: &v8::Global<v8::Object>,
        method: &str,
        arguments: impl for<'s, 'i> FnOnce(&mut PinScope<'s, 'i>) -> Vec<Local<'s, Value>>,
    ) {
        self.callback(|scope| {
            let receiver = Local::new(scope, receiver);
            let Some(function) = crate::value::get_function(scope, receiver, method) else { return true };
            let arguments = arguments(scope);
            call(scope, receiver.into(), function, &arguments).is_some()
        });
    }

    /// Empties the tick and microtask queues and has rejections judged.
    pub fn drain(&self, scope: &mut PinScope<'_, '_>) {
        if self.is_stopping() {
            return;
        }
        if !self.shared.has_tick() {
            scope.perform_microtask_checkpoint();
        }
        if self.is_stopping() || !(self.shared.has_tick() || self.shared.has_rejection()) {
            return;
        }
        let Some(tick) = self.callbacks.tick.get(scope) else { return };
        self.depth.set(self.depth.get() + 1);
        let process = self.process(scope);
        call(scope, process, tick, &[]);
        self.depth.set(self.depth.get() - 1);
    }
}

/// Calls `function`; a throw that nobody catches goes to the uncaught-exception path and gives `None`.
pub fn call<'s>(
    scope: &mut PinScope<'s, '_>,
    receiver: Local<'s, Value>,
    function: Local<'s, Function>,
    arguments: &[Local<'s, Value>],
) -> Option<Local<'s, Value>> {
    v8::tc_scope!(let scope, scope);
    let result = function.call(scope, receiver, arguments);
    let thrown = result.is_none() && scope.has_caught() && !scope.has_terminated();
    if let Some(error) = scope.exception().filter(|_| thrown) {
        let message = scope.message();
        scope.reset();
        exceptions::uncaught(scope, error, message, false);
    }
    result
}
