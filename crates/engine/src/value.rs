//! Short ways to make and read JavaScript values.

use v8::{Local, Object, PinScope, Value};

/// An internalised string, for property names.
pub fn name<'s>(scope: &PinScope<'s, '_>, text: &str) -> Local<'s, v8::String> {
    v8::String::new_from_utf8(scope, text.as_bytes(), v8::NewStringType::Internalized)
        .unwrap_or_else(|| v8::String::empty(scope))
}

/// A string. A text beyond V8's limit (about 512 MiB) becomes the empty string; callers that
/// can meet such text check its length first.
pub fn string<'s>(scope: &PinScope<'s, '_>, text: &str) -> Local<'s, v8::String> {
    bytes_as_string(scope, text.as_bytes())
}

/// A string from UTF-8; what is malformed becomes U+FFFD.
pub fn bytes_as_string<'s>(scope: &PinScope<'s, '_>, bytes: &[u8]) -> Local<'s, v8::String> {
    v8::String::new_from_utf8(scope, bytes, v8::NewStringType::Normal).unwrap_or_else(|| v8::String::empty(scope))
}

/// A file-system path as a string (Node decodes paths as UTF-8).
pub fn path<'s>(scope: &PinScope<'s, '_>, path: &std::path::Path) -> Local<'s, v8::String> {
    use std::os::unix::ffi::OsStrExt;
    bytes_as_string(scope, path.as_os_str().as_bytes())
}

/// A number.
pub fn number<'s>(scope: &PinScope<'s, '_>, number: f64) -> Local<'s, Value> {
    v8::Number::new(scope, number).into()
}

/// Sets `object[key] = value`. Nothing happens if the object refuses.
pub fn set<'s>(scope: &mut PinScope<'s, '_>, object: Local<'s, Object>, key: &str, value: impl Into<Local<'s, Value>>) {
    let key = name(scope, key);
    object.set(scope, key.into(), value.into());
}

/// Sets a number.
pub fn set_number<'s>(scope: &mut PinScope<'s, '_>, object: Local<'s, Object>, key: &str, n: f64) {
    let value = v8::Number::new(scope, n);
    set(scope, object, key, value);
}

/// Sets a string.
pub fn set_string<'s>(scope: &mut PinScope<'s, '_>, object: Local<'s, Object>, key: &str, text: &str) {
    let value = string(scope, text);
    set(scope, object, key, value);
}

/// `object[key]`, or `None` if that throws.
pub fn get<'s>(scope: &mut PinScope<'s, '_>, object: Local<'s, Object>, key: &str) -> Option<Local<'s, Value>> {
    let key = name(scope, key);
    object.get(scope, key.into())
}

/// `object[key]` if it is a function.
pub fn get_function<'s>(
    scope: &mut PinScope<'s, '_>,
    object: Local<'s, Object>,
    key: &str,
) -> Option<Local<'s, v8::Function>> {
    get(scope, object, key)?.try_into().ok()
}

/// An array of strings.
pub fn string_array<'s>(
    scope: &mut PinScope<'s, '_>,
    items: impl IntoIterator<Item = impl AsRef<str>>,
) -> Local<'s, v8::Array> {
    let items: Vec<Local<'s, Value>> = items.into_iter().map(|s| string(scope, s.as_ref()).into()).collect();
    v8::Array::new_with_elements(scope, &items)
}

/// The bytes of a string as UTF-8 (lone surrogates become U+FFFD) if `value` is one.
pub fn to_string(scope: &mut PinScope<'_, '_>, value: Local<'_, Value>) -> Option<String> {
    value.is_string().then(|| value.to_rust_string_lossy(scope))
}

/// A copy of the bytes of a string (as UTF-8), typed array, DataView or ArrayBuffer.
pub fn to_bytes(scope: &mut PinScope<'_, '_>, value: Local<'_, Value>) -> Option<Vec<u8>> {
    if let Ok(view) = TryInto::<Local<'_, v8::ArrayBufferView>>::try_into(value) {
        let mut bytes = vec![0; view.byte_length()];
        view.copy_contents(&mut bytes);
        return Some(bytes);
    }
    to_string(scope, value).map(String::into_bytes)
}
