//! Typed arrays that lib/ and native code share.

use v8::{ArrayBuffer, Local, PinScope, Value};

/// A zeroed `Uint8Array`.
pub fn uint8<'s>(scope: &mut PinScope<'s, '_>, length: usize) -> Local<'s, Value> {
    let buffer = ArrayBuffer::new(scope, length);
    v8::Uint8Array::new(scope, buffer, 0, length).map(Into::into).unwrap_or_else(|| v8::undefined(scope).into())
}

/// A zeroed `Uint32Array`.
pub fn uint32<'s>(scope: &mut PinScope<'s, '_>, length: usize) -> Local<'s, Value> {
    let buffer = ArrayBuffer::new(scope, length * 4);
    v8::Uint32Array::new(scope, buffer, 0, length).map(Into::into).unwrap_or_else(|| v8::undefined(scope).into())
}

/// A zeroed `Int32Array`.
pub fn int32<'s>(scope: &mut PinScope<'s, '_>, length: usize) -> Local<'s, Value> {
    let buffer = ArrayBuffer::new(scope, length * 4);
    v8::Int32Array::new(scope, buffer, 0, length).map(Into::into).unwrap_or_else(|| v8::undefined(scope).into())
}

/// A zeroed `Float64Array`.
pub fn float64<'s>(scope: &mut PinScope<'s, '_>, length: usize) -> Local<'s, Value> {
    let buffer = ArrayBuffer::new(scope, length * 8);
    v8::Float64Array::new(scope, buffer, 0, length).map(Into::into).unwrap_or_else(|| v8::undefined(scope).into())
}

/// A zeroed `BigInt64Array`.
pub fn big_int64<'s>(scope: &mut PinScope<'s, '_>, length: usize) -> Local<'s, Value> {
    let buffer = ArrayBuffer::new(scope, length * 8);
    v8::BigInt64Array::new(scope, buffer, 0, length).map(Into::into).unwrap_or_else(|| v8::undefined(scope).into())
}

/// A `Uint8Array` over `bytes`.
pub fn of_bytes<'s>(scope: &mut PinScope<'s, '_>, bytes: Vec<u8>) -> Local<'s, Value> {
    let length = bytes.len();
    let store = ArrayBuffer::new_backing_store_from_vec(bytes).make_shared();
    let buffer = ArrayBuffer::with_backing_store(scope, &store);
    v8::Uint8Array::new(scope, buffer, 0, length).map(Into::into).unwrap_or_else(|| v8::undefined(scope).into())
}

/// Writes `values` into a `Float64Array`, as far as it reaches. Does nothing for any other value.
pub fn fill_float64(scope: &mut PinScope<'_, '_>, array: Local<'_, Value>, values: &[f64]) {
    let Ok(array) = TryInto::<Local<'_, v8::Float64Array>>::try_into(array) else { return };
    let Some(shared) = phasor_engine::runtime::SharedArray::<f64>::of_view(scope, array.into()) else { return };
    for (i, value) in values.iter().enumerate().take(shared.len()) {
        shared.set(i, *value);
    }
}
