//! The source line in the stack of an error.

use phasor_engine::{exceptions, value};
use v8::{Local, Message, Object, PinScope, Value};

/// Puts `file:line`, the source line and carets before the stack of `error`, once.
pub fn decorate<'s>(scope: &mut PinScope<'s, '_>, error: Local<'s, Value>, message: Option<Local<'s, Message>>) {
    let Ok(error) = TryInto::<Local<'_, Object>>::try_into(error) else { return };
    if !error.is_native_error() {
        return;
    }
    let Some(frame) = message.and_then(|message| exceptions::source_frame(scope, message)) else { return };
    let mark = mark(scope);
    if error.has_private(scope, mark).unwrap_or(true) {
        return;
    }
    let Some(stack) = value::get(scope, error, "stack").and_then(|stack| value::to_string(scope, stack)) else {
        return;
    };
    let marked = v8::Boolean::new(scope, true);
    error.set_private(scope, mark, marked.into());
    value::set_string(scope, error, "stack", &format!("{frame}\n{stack}"));
}

/// What says that an error's stack has its source line already.
fn mark<'s>(scope: &mut PinScope<'s, '_>) -> Local<'s, v8::Private> {
    let name = value::name(scope, "phasor:decorated");
    v8::Private::for_api(scope, Some(name))
}
