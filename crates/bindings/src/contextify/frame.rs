//! The source line in the stack of an error.

use phasor_engine::exceptions;
use v8::{Local, Message, PinScope, Value};

/// Where a text was said to start: the numbers of its first line and of that line's first column.
#[derive(Clone, Copy, Default)]
pub struct Start {
    pub line: i32,
    pub column: i32,
}

/// Puts `file:line`, the source line and carets before the stack of `error`, once.
pub fn decorate<'s>(
    scope: &mut PinScope<'s, '_>,
    error: Local<'s, Value>,
    message: Option<Local<'s, Message>>,
    start: Start,
) {
    let Some(message) = message else { return };
    let line = message.get_line_number(scope).and_then(|line| i32::try_from(line).ok());
    let on_first_line = line == start.line.checked_add(1);
    let first_column = if on_first_line { usize::try_from(start.column).unwrap_or(0) } else { 0 };
    if let Some(frame) = exceptions::source_frame_after(scope, message, first_column) {
        exceptions::decorate(scope, error, &frame);
    }
}
