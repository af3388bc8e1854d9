//! The memory of typed arrays, DataViews and ArrayBuffers.

use v8::{ArrayBuffer, ArrayBufferView, Local, SharedArrayBuffer, Value};

/// Where the bytes of a value are.
#[derive(Clone, Copy)]
pub struct View {
    data: *mut u8,
    length: usize,
}

impl View {
    /// The memory of a view or buffer; `None` for any other value. A detached one is empty.
    pub fn of(value: Local<'_, Value>) -> Option<View> {
        if let Ok(view) = TryInto::<Local<'_, ArrayBufferView>>::try_into(value) {
            // SAFETY: typed arrays are never inside of V8's heap here, so the storage for those that are stays unused.
            let (data, length) = unsafe { view.get_contents_raw_parts(&mut []) };
            return Some(View { data, length: if data.is_null() { 0 } else { length } });
        }
        if let Ok(buffer) = TryInto::<Local<'_, ArrayBuffer>>::try_into(value) {
            let data = buffer.data().map_or(std::ptr::null_mut(), |d| d.as_ptr().cast::<u8>());
            return Some(View { data, length: buffer.byte_length() });
        }
        let buffer: Local<'_, SharedArrayBuffer> = value.try_into().ok()?;
        let store = buffer.get_backing_store();
        let data = store.data().map_or(std::ptr::null_mut(), |d| d.as_ptr().cast::<u8>());
        Some(View { data, length: buffer.byte_length() })
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

    /// The bytes from `offset`, at most `length` of them.
    pub fn part(self, offset: usize, length: usize) -> View {
        let offset = offset.min(self.length);
        let length = length.min(self.length - offset);
        // SAFETY: the offset is at most the length; with no data it is zero.
        View { data: unsafe { self.data.add(offset) }, length }
    }

    /// Copies to `target`, as far as that reaches. The two may overlap. Returns how many bytes were copied.
    pub fn copy_to(self, target: View) -> usize {
        let count = self.length.min(target.length);
        if count > 0 {
            // SAFETY: both have at least `count` bytes, and `copy` allows for overlaps.
            unsafe { std::ptr::copy(self.data, target.data, count) };
        }
        count
    }
}
