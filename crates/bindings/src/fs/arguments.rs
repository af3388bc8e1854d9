//! What JavaScript hands to fs functions, checked and made ready to leave the thread.

use std::ffi::CString;
use std::os::fd::RawFd;

use phasor_engine::errors::{self, ErrorClass};
use v8::{ArrayBufferView, BackingStore, Local, PinScope, SharedRef, Value};

/// A path from a string or a view; throws and returns `None` for anything else or when it contains a null byte.
pub fn path(scope: &mut PinScope<'_, '_>, value: Local<'_, Value>) -> Option<CString> {
    let bytes = if let Ok(string) = TryInto::<Local<'_, v8::String>>::try_into(value) {
        // Room for the null byte that ends a C string, so that the copy below needs no new memory.
        let mut text = String::with_capacity(string.length() + 1);
        string.write_utf8_into(scope, &mut text);
        text.into_bytes()
    } else if let Ok(view) = TryInto::<Local<'_, ArrayBufferView>>::try_into(value) {
        let mut bytes = vec![0; view.byte_length()];
        let copied = view.copy_contents(&mut bytes);
        bytes.truncate(copied);
        bytes
    } else {
        let message = "The \"path\" argument must be of type string or an instance of Buffer or URL.";
        errors::throw_coded(scope, ErrorClass::TypeError, "ERR_INVALID_ARG_TYPE", message);
        return None;
    };
    let path = CString::new(bytes).ok();
    if path.is_none() {
        let message = "The argument 'path' must be a string, Uint8Array, or URL without null bytes.";
        errors::throw_coded(scope, ErrorClass::TypeError, "ERR_INVALID_ARG_VALUE", message);
    }
    path
}

/// A file descriptor; throws and returns `None` if the value cannot be one.
pub fn descriptor(scope: &mut PinScope<'_, '_>, value: Local<'_, Value>) -> Option<RawFd> {
    let fd = value.int32_value(scope).filter(|fd| value.is_number() && *fd >= 0);
    if fd.is_none() {
        errors::throw_coded(
            scope,
            ErrorClass::TypeError,
            "ERR_INVALID_ARG_TYPE",
            "The \"fd\" argument must be of type number.",
        );
    }
    fd
}

/// An integer, 0 for what is none.
pub fn integer(scope: &mut PinScope<'_, '_>, value: Local<'_, Value>) -> i32 {
    value.int32_value(scope).unwrap_or(0)
}

/// An unsigned integer, 0 for what is none; -1 is the highest one.
pub fn unsigned(scope: &mut PinScope<'_, '_>, value: Local<'_, Value>) -> u32 {
    value.uint32_value(scope).unwrap_or(0)
}

/// A mode that only has a few bits; throws and returns `None` for a number above `highest` or another type.
pub fn small_mode(scope: &mut PinScope<'_, '_>, value: Local<'_, Value>, highest: i32) -> Option<i32> {
    if value.is_null_or_undefined() {
        return Some(0);
    }
    if !value.is_number() {
        let message = "mode must be int32 or null/undefined";
        errors::throw_coded(scope, ErrorClass::TypeError, "ERR_INVALID_ARG_TYPE", message);
        return None;
    }
    let mode = integer(scope, value);
    if (0..=highest).contains(&mode) {
        return Some(mode);
    }
    let message = format!("mode is out of range: >= 0 && <= {highest}");
    errors::throw_coded(scope, ErrorClass::RangeError, "ERR_OUT_OF_RANGE", &message);
    None
}

/// A place in a file; `None` stands for the current one.
pub fn position(scope: &mut PinScope<'_, '_>, value: Local<'_, Value>) -> Option<i64> {
    let position = if let Ok(big) = TryInto::<Local<'_, v8::BigInt>>::try_into(value) {
        big.i64_value().0
    } else if value.is_number() {
        value.integer_value(scope).unwrap_or(-1)
    } else {
        -1
    };
    (position >= 0).then_some(position)
}

/// Memory of a typed array that may be read and written from a pool thread: it stays allocated, whatever
/// becomes of the array. JavaScript may touch it meanwhile, so it is only handed to the system, by address.
pub struct Region {
    store: SharedRef<BackingStore>,
    start: usize,
    length: usize,
}

impl Region {
    /// All memory of `view`.
    pub fn of(scope: &mut PinScope<'_, '_>, view: Local<'_, ArrayBufferView>) -> Option<Region> {
        let buffer = view.buffer(scope)?;
        let store = buffer.get_backing_store();
        let (start, length) = (view.byte_offset(), view.byte_length());
        (start.checked_add(length)? <= store.byte_length()).then_some(Region { store, start, length })
    }

    /// The memory of a view; throws and returns `None` for another value.
    pub fn of_value(scope: &mut PinScope<'_, '_>, value: Local<'_, Value>) -> Option<Region> {
        let view = TryInto::<Local<'_, ArrayBufferView>>::try_into(value).ok();
        let region = view.and_then(|view| Region::of(scope, view));
        if region.is_none() {
            let message = "The \"buffer\" argument must be an instance of Buffer, TypedArray, or DataView.";
            errors::throw_coded(scope, ErrorClass::TypeError, "ERR_INVALID_ARG_TYPE", message);
        }
        region
    }

    /// A part of it; throws and returns `None` if that is out of bounds.
    pub fn part(
        mut self,
        scope: &mut PinScope<'_, '_>,
        offset: Local<'_, Value>,
        length: Local<'_, Value>,
    ) -> Option<Region> {
        let number = |value: Local<'_, Value>| value.integer_value(scope).and_then(|n| usize::try_from(n).ok());
        let (offset, length) = (number(offset), number(length));
        let valid = offset.zip(length).filter(|(o, l)| o.checked_add(*l).is_some_and(|end| end <= self.length));
        let Some((offset, length)) = valid else {
            errors::throw_coded(
                scope,
                ErrorClass::RangeError,
                "ERR_OUT_OF_RANGE",
                "The part of the buffer is out of range.",
            );
            return None;
        };
        self.start += offset;
        self.length = length;
        Some(self)
    }

    /// The address, dangling if the length is 0.
    pub fn address(&self) -> *mut u8 {
        match self.store.data() {
            // SAFETY: `start` lies inside of the store, as checked when the region was made.
            Some(data) if self.length > 0 => unsafe { data.as_ptr().cast::<u8>().add(self.start) },
            _ => std::ptr::NonNull::dangling().as_ptr(),
        }
    }

    /// How many bytes there are.
    pub fn len(&self) -> usize {
        self.length
    }
}

/// The regions of an array of views; throws and returns `None` for another value.
pub fn regions(scope: &mut PinScope<'_, '_>, value: Local<'_, Value>) -> Option<Vec<Region>> {
    let Ok(array) = TryInto::<Local<'_, v8::Array>>::try_into(value) else {
        errors::throw_coded(
            scope,
            ErrorClass::TypeError,
            "ERR_INVALID_ARG_TYPE",
            "The \"buffers\" argument must be an instance of ArrayBufferView[].",
        );
        return None;
    };
    let mut regions = Vec::with_capacity(array.length() as usize);
    for i in 0..array.length() {
        let value = array.get_index(scope, i)?;
        regions.push(Region::of_value(scope, value)?);
    }
    Some(regions)
}
