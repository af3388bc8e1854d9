//! New memory for JavaScript.

use v8::{ArrayBuffer, Isolate, Local, PinScope};

/// An ArrayBuffer of `length` bytes that `fill` writes.
pub fn array_buffer<'s>(
    scope: &mut PinScope<'s, '_>,
    length: usize,
    fill: impl FnOnce(&Isolate, &mut [u8]),
) -> Local<'s, ArrayBuffer> {
    let buffer = ArrayBuffer::new(scope, length);
    if let Some(data) = buffer.data() {
        // SAFETY: the buffer was just made with this length, and nobody else has seen it.
        fill(scope, unsafe { std::slice::from_raw_parts_mut(data.as_ptr().cast(), length) });
    }
    buffer
}
