//! The memory of typed arrays, DataViews and ArrayBuffers.

use v8::{ArrayBuffer, ArrayBufferView, Local, PinScope, SharedArrayBuffer, Value};

/// Where the bytes of a value are.
#[derive(Clone, Copy)]
pub struct View {
    data: *mut u8,
    length: usize,
}

impl View {
    /// The memory of a view or buffer; `None` for any other value. A detached one is empty.
    pub fn of(scope: &mut PinScope<'_, '_>, value: Local<'_, Value>) -> Option<View> {
        if let Ok(view) = TryInto::<Local<'_, ArrayBufferView>>::try_into(value) {
            let length = view.byte_length();
            let offset = view.byte_offset();
            let data = view.buffer(scope)?.data().map_or(std::ptr::null_mut(), |d| d.as_ptr().cast::<u8>());
            // A detached or empty buffer has no data, and its views have length 0.
            return Some(View::new(data, offset, if data.is_null() { 0 } else { length }));
        }
        if let Ok(buffer) = TryInto::<Local<'_, ArrayBuffer>>::try_into(value) {
            let data = buffer.data().map_or(std::ptr::null_mut(), |d| d.as_ptr().cast::<u8>());
            return Some(View::new(data, 0, buffer.byte_length()));
        }
        let buffer: Local<'_, SharedArrayBuffer> = value.try_into().ok()?;
        let store = buffer.get_backing_store();
        let data = store.data().map_or(std::ptr::null_mut(), |d| d.as_ptr().cast::<u8>());
        Some(View::new(data, 0, buffer.byte_length()))
    }

    fn new(data: *mut u8, offset: usize, length: usize) -> View {
        // SAFETY: the offset lies inside of the buffer; with no data it is not added.
        let data = if data.is_null() { data } else { unsafe { data.add(offset) } };
        View { data, length }
    }

    /// The bytes, as long as no JavaScript runs.
    pub fn bytes<'a>(self) -> &'a [u8] {
        if self.data.is_null() {
            return &[];
        }
        // SAFETY: `of` found this memory alive, callers use the slice before JavaScript runs again.
        unsafe { std::slice::from_raw_parts(self.data, self.length) }
    }

    /// The bytes to write to, as long as no JavaScript runs and no other slice of them is in use.
    pub fn bytes_mut<'a>(self) -> &'a mut [u8] {
        if self.data.is_null() {
            return &mut [];
        }
        // SAFETY: as for `bytes`; typed arrays may be written by whoever holds them.
        unsafe { std::slice::from_raw_parts_mut(self.data, self.length) }
    }
}
