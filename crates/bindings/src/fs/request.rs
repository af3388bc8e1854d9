//! One operation, three ways: at once, with a callback, with a promise.
//!
//! The argument at `index` decides. Undefined: the operation runs now, its result is returned or its error thrown. A function:
//! the operation runs on the pool and the function is called with `(error)`, `(null)` or `(null, value…)`. A
//! symbol (`kUsePromises`): a promise is returned. The asynchronous context of the caller is restored for the callback.

use std::rc::Rc;

use phasor_engine::{Runtime, callback_scope, errors, value};
use phasor_evloop::{Errno, WorkError};
use v8::{Function, FunctionCallbackArguments, Global, Local, PinScope, PromiseResolver, ReturnValue, Value};

use super::failure::{Failure, Outcome};
use crate::resources::Resources;

/// The values of a result, at most three.
pub struct Values<'s> {
    list: [Local<'s, Value>; 4],
    length: usize,
}

impl<'s> Values<'s> {
    fn new(scope: &mut PinScope<'s, '_>) -> Values<'s> {
        let null: Local<'s, Value> = v8::null(scope).into();
        Values { list: [null; 4], length: 1 }
    }

    /// Adds a value.
    ///
    /// # Panics
    /// At the fourth one.
    pub fn push(&mut self, value: impl Into<Local<'s, Value>>) {
        self.list[self.length] = value.into();
        self.length += 1;
    }

    fn first(&self) -> Option<Local<'s, Value>> {
        (self.length > 1).then(|| self.list[1])
    }
}

/// A result that becomes JavaScript values on the loop's thread.
pub trait Output: Send + 'static {
    /// Adds the values. An exception that is thrown here becomes the error of a synchronous call.
    fn into_values<'s>(self, scope: &mut PinScope<'s, '_>, values: &mut Values<'s>);
}

impl Output for () {
    fn into_values<'s>(self, _: &mut PinScope<'s, '_>, _: &mut Values<'s>) {}
}

impl Output for i32 {
    fn into_values<'s>(self, scope: &mut PinScope<'s, '_>, values: &mut Values<'s>) {
        values.push(v8::Integer::new(scope, self));
    }
}

impl Output for usize {
    fn into_values<'s>(self, scope: &mut PinScope<'s, '_>, values: &mut Values<'s>) {
        values.push(value::number(scope, self as f64));
    }
}

enum Completion {
    Callback(Global<Function>),
    Promise(Global<PromiseResolver>),
}

impl Completion {
    /// What `process.getActiveResourcesInfo()` lists the request as.
    fn resource_name(&self) -> &'static str {
        match self {
            Completion::Callback(_) => "FSReqCallback",
            Completion::Promise(_) => "FSReqPromise",
        }
    }

    /// Reports the outcome; false if a callback threw.
    fn deliver<T: Output>(&self, scope: &mut PinScope<'_, '_>, outcome: Result<Outcome<T>, WorkError>) -> bool {
        let mut values = Values::new(scope);
        let error = match outcome {
            Ok(Ok(output)) => {
                output.into_values(scope, &mut values);
                None
            }
            Ok(Err(failure)) => Some(failure.error(scope)),
            Err(WorkError::Cancelled) => Some(errors::system_error(scope, Errno::ECANCELED, "cancel", None, None)),
            Err(WorkError::Panicked(text)) => {
                let text = value::string(scope, &text);
                Some(v8::Exception::error(scope, text))
            }
        };
        match self {
            Completion::Callback(function) => {
                let function = Local::new(scope, function);
                let receiver: Local<'_, Value> = v8::undefined(scope).into();
                let result = match error {
                    Some(error) => callback_scope::call(scope, receiver, function, &[error]),
                    None => callback_scope::call(scope, receiver, function, &values.list[..values.length]),
                };
                result.is_some()
            }
            Completion::Promise(resolver) => {
                let resolver = Local::new(scope, resolver);
                match error {
                    Some(error) => resolver.reject(scope, error),
                    None => {
                        let value = values.first().unwrap_or_else(|| v8::undefined(scope).into());
                        resolver.resolve(scope, value)
                    }
                };
                true
            }
        }
    }
}

/// Performs `work` in the way that the argument at `index` asks for.
pub fn perform<'s, T: Output>(
    scope: &mut PinScope<'s, '_>,
    args: &FunctionCallbackArguments<'s>,
    index: i32,
    mut rv: ReturnValue<'_, Value>,
    work: impl FnOnce() -> Outcome<T> + Send + 'static,
) {
    let completion = args.get(index);
    if completion.is_undefined() {
        match work() {
            Ok(output) => {
                let mut values = Values::new(scope);
                output.into_values(scope, &mut values);
                if let Some(value) = values.first() {
                    rv.set(value);
                }
            }
            Err(failure) => Failure::throw(&failure, scope),
        }
        return;
    }
    let completion = if let Ok(function) = TryInto::<Local<'s, Function>>::try_into(completion) {
        Completion::Callback(Global::new(scope, function))
    } else if completion.is_symbol() {
        let Some(resolver) = PromiseResolver::new(scope) else {
            return;
        };
        rv.set(resolver.get_promise(scope).into());
        Completion::Promise(Global::new(scope, resolver))
    } else {
        errors::throw_type_error(scope, "The callback must be a function");
        return;
    };
    submit(scope, completion, work);
}

fn submit<T: Output>(
    scope: &mut PinScope<'_, '_>,
    completion: Completion,
    work: impl FnOnce() -> Outcome<T> + Send + 'static,
) {
    let runtime = Runtime::of(scope);
    let context = scope.get_continuation_preserved_embedder_data();
    let context = (!context.is_undefined()).then(|| Global::new(scope, context));
    let resources = runtime.extension::<Resources>();
    let resource = resources.add_request(completion.resource_name());
    let weak = Rc::downgrade(&runtime);
    runtime.event_loop().queue_work(work, move |_, outcome| {
        resources.remove(resource);
        let Some(runtime) = weak.upgrade() else {
            return;
        };
        runtime.callback(|scope| {
            let Some(context) = &context else {
                return completion.deliver(scope, outcome);
            };
            let context = Local::new(scope, context);
            scope.set_continuation_preserved_embedder_data(context);
            let done = completion.deliver(scope, outcome);
            let undefined = v8::undefined(scope);
            scope.set_continuation_preserved_embedder_data(undefined.into());
            done
        });
    });
}
