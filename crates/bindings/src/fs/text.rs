//! Strings and buffers from bytes that the system gave.

use phasor_engine::errors::{self, ErrorClass};
use v8::{Array, ArrayBuffer, Local, NewStringType, PinScope, Value};

use super::request::{Output, Values};

/// A string from the contents of a file in UTF-8. Throws and returns `None` if that is too long.
pub fn decode<'s>(scope: &mut PinScope<'s, '_>, bytes: &[u8]) -> Option<Local<'s, Value>> {
    // Most files are ASCII, which needs a copy and no decoder.
    let string = if v8::simdutf::validate_ascii(bytes) {
        v8::String::new_from_one_byte(scope, bytes, NewStringType::Normal)
    } else {
        v8::String::new_from_utf8(scope, bytes, NewStringType::Normal)
    };
    if string.is_none() {
        let message = "Cannot create a string longer than 0x1fffffe8 characters";
        errors::throw_coded(scope, ErrorClass::Error, "ERR_STRING_TOO_LONG", message);
    }
    string.map(Into::into)
}

/// An ArrayBuffer that takes over the bytes.
pub fn buffer<'s>(scope: &mut PinScope<'s, '_>, bytes: Vec<u8>) -> Local<'s, Value> {
    let store = ArrayBuffer::new_backing_store_from_vec(bytes).make_shared();
    ArrayBuffer::with_backing_store(scope, &store).into()
}

/// A name or path: a string, or an ArrayBuffer if `raw`, from which lib/ makes whatever encoding is asked for.
pub fn name<'s>(scope: &mut PinScope<'s, '_>, bytes: &[u8], raw: bool) -> Local<'s, Value> {
    if raw {
        return buffer(scope, bytes.to_vec());
    }
    let string = if bytes.is_ascii() {
        v8::String::new_from_one_byte(scope, bytes, NewStringType::Normal)
    } else {
        v8::String::new_from_utf8(scope, bytes, NewStringType::Normal)
    };
    string.unwrap_or_else(|| v8::String::empty(scope)).into()
}

/// One name as a result.
pub struct Name {
    pub bytes: Vec<u8>,
    pub raw: bool,
}

impl Output for Name {
    fn into_values<'s>(self, scope: &mut PinScope<'s, '_>, values: &mut Values<'s>) {
        let name = name(scope, &self.bytes, self.raw);
        values.push(name);
    }
}

/// Many names in one piece of memory.
#[derive(Default)]
pub struct Names {
    bytes: Vec<u8>,
    ends: Vec<usize>,
}

impl Names {
    /// Adds a name made of these parts.
    pub fn push(&mut self, parts: &[&[u8]]) {
        parts.iter().for_each(|part| self.bytes.extend_from_slice(part));
        self.ends.push(self.bytes.len());
    }

    /// How many names there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The name at `index`.
    pub fn get(&self, index: usize) -> &[u8] {
        let start = if index == 0 { 0 } else { self.ends[index - 1] };
        &self.bytes[start..self.ends[index]]
    }

    /// An array of the names.
    pub fn array<'s>(&self, scope: &mut PinScope<'s, '_>, raw: bool) -> Local<'s, Array> {
        let mut items = Vec::with_capacity(self.len());
        for i in 0..self.len() {
            items.push(name(scope, self.get(i), raw));
        }
        Array::new_with_elements(scope, &items)
    }
}
