//! `internalBinding('buffer')`: bytes, and strings made of them.

pub mod base64;
pub mod bytes;
pub mod decode;
pub mod encoding;
mod fast;
mod hex;
mod search;
pub mod view;

use phasor_engine::binding::{Binding, Definition};
use phasor_engine::errors::{self, ErrorClass};
use phasor_engine::value;
use v8::simdutf::Base64Options;
use v8::{ArrayBuffer, FunctionCallbackArguments, Local, PinScope, ReturnValue, String as JsString, Value};

use base64::Refusal;
use encoding::Encoding;
use view::View;

pub const BINDING: Binding = Binding { name: "buffer", define };

/// The names of encodings.
pub const STRING_DECODER: Binding = Binding { name: "string_decoder", define: define_string_decoder };

/// The longest typed array.
const MAX_LENGTH: f64 = 9_007_199_254_740_991.0;
/// The longest string, in UTF-16 units.
const MAX_STRING_LENGTH: usize = 536_870_888;

fn define(d: &mut Definition) {
    d.method("toString", to_string)
        .method("fromString", from_string)
        .method("write", write)
        .method("compareOffset", compare_offset)
        .method("fill", fill)
        .method("swap", swap)
        .method("isUtf8", is_utf8)
        .method("isAscii", is_ascii)
        .method("atob", atob)
        .method("btoa", btoa)
        .constant("kMaxLength", MAX_LENGTH)
        .constant("kStringMaxLength", MAX_STRING_LENGTH as f64);
    fast::define(d);
    search::define(d);
}

fn define_string_decoder(d: &mut Definition) {
    d.init(|scope, target| {
        let names = value::string_array(scope, encoding::NAMES);
        value::set(scope, target, "encodings", names);
    });
}

fn text_of<'s>(scope: &mut PinScope<'s, '_>, value: Local<'s, Value>) -> Option<Local<'s, JsString>> {
    let text = TryInto::<Local<'s, JsString>>::try_into(value).ok();
    if text.is_none() {
        errors::throw_coded(scope, ErrorClass::TypeError, "ERR_INVALID_ARG_TYPE", "argument must be a string");
    }
    text
}

fn view_of(scope: &mut PinScope<'_, '_>, value: Local<'_, Value>) -> Option<View> {
    let view = View::of(value);
    if view.is_none() {
        errors::throw_coded(scope, ErrorClass::TypeError, "ERR_INVALID_ARG_TYPE", "argument must be a buffer");
    }
    view
}

/// A bound that is at most `length`; `length` if it is not a number.
fn bound(scope: &mut PinScope<'_, '_>, value: Local<'_, Value>, length: usize) -> usize {
    if !value.is_number() {
        return length;
    }
    (value.number_value(scope).unwrap_or(0.0).max(0.0) as usize).min(length)
}

/// `toString(view, encoding, start, end)`.
fn to_string<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(view) = view_of(scope, args.get(0)) else { return };
    let encoding = Encoding::from_value(scope, args.get(1));
    let end = bound(scope, args.get(3), view.bytes().len());
    let start = if args.get(2).is_number() { bound(scope, args.get(2), end) } else { 0 };
    if let Some(text) = decode::decode(scope, &view.bytes()[start..end], encoding) {
        rv.set(text.into());
    }
}

/// `fromString(string, encoding)`: an ArrayBuffer.
fn from_string<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(text) = text_of(scope, args.get(0)) else { return };
    let encoding = Encoding::from_value(scope, args.get(1));
    let buffer = match encoding {
        Encoding::Hex | Encoding::Base64 | Encoding::Base64Url => {
            let bytes = encoding::encode(scope, text, encoding);
            let store = ArrayBuffer::new_backing_store_from_vec(bytes).make_shared();
            ArrayBuffer::with_backing_store(scope, &store)
        }
        _ => {
            let length = encoding::byte_length(scope, text, encoding);
            bytes::array_buffer(scope, length, |isolate, target| {
                encoding::write(isolate, text, target, encoding);
            })
        }
    };
    rv.set(buffer.into());
}

/// `write(view, string, offset, length, encoding)`: bytes written; never a part of a character.
fn write<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(view) = view_of(scope, args.get(0)) else { return };
    let Some(text) = text_of(scope, args.get(1)) else { return };
    let total = view.bytes().len();
    let offset = if args.get(2).is_number() { bound(scope, args.get(2), total) } else { 0 };
    let room = bound(scope, args.get(3), total - offset);
    let encoding = Encoding::from_value(scope, args.get(4));
    let target = &mut view.bytes_mut()[offset..offset + room];
    rv.set_double(encoding::write(scope, text, target, encoding) as f64);
}

/// `compareOffset(a, b, targetStart, sourceStart, targetEnd, sourceEnd)`: -1, 0 or 1. The bounds are of `b` (target)
/// and `a` (source).
fn compare_offset<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'_, Value>,
) {
    let (Some(a), Some(b)) = (view_of(scope, args.get(0)), view_of(scope, args.get(1))) else { return };
    let (a, b) = (a.bytes(), b.bytes());
    let b_end = bound(scope, args.get(4), b.len());
    let a_end = bound(scope, args.get(5), a.len());
    let b_start = bound(scope, args.get(2), b_end);
    let a_start = bound(scope, args.get(3), a_end);
    rv.set_int32(a[a_start..a_end].cmp(&b[b_start..b_end]) as i32);
}

/// `fill(view, value, start, end, encoding)`: false if the value is empty and nothing was filled.
fn fill<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(view) = view_of(scope, args.get(0)) else { return };
    let end = bound(scope, args.get(3), view.bytes().len());
    let start = bound(scope, args.get(2), end);
    let source = args.get(1);
    let pattern = if let Ok(text) = TryInto::<Local<'_, JsString>>::try_into(source) {
        let encoding = Encoding::from_value(scope, args.get(4));
        encoding::encode(scope, text, encoding)
    } else if let Some(bytes) = View::of(source) {
        bytes.bytes().to_vec()
    } else {
        vec![source.uint32_value(scope).unwrap_or(0) as u8]
    };
    let target = &mut view.bytes_mut()[start..end];
    match pattern.as_slice() {
        [] => {}
        [byte] => target.fill(*byte),
        pattern => {
            for piece in target.chunks_mut(pattern.len()) {
                piece.copy_from_slice(&pattern[..piece.len()]);
            }
        }
    }
    rv.set_bool(!pattern.is_empty());
}

/// `swap(view, width)`: reverses the bytes of every element.
fn swap<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(view) = view_of(scope, args.get(0)) else { return };
    let width = args.get(1).uint32_value(scope).unwrap_or(1).max(1) as usize;
    view.bytes_mut().chunks_exact_mut(width).for_each(<[u8]>::reverse);
    rv.set(args.get(0));
}

fn is_utf8<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(view) = view_of(scope, args.get(0)) else { return };
    rv.set_bool(v8::simdutf::validate_utf8(view.bytes()));
}

fn is_ascii<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(view) = view_of(scope, args.get(0)) else { return };
    rv.set_bool(v8::simdutf::validate_ascii(view.bytes()));
}

/// `btoa(string)`: base64 of the string's units, -1 if one is beyond a byte.
fn btoa<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(text) = text_of(scope, args.get(0)) else { return };
    if !text.contains_only_onebyte() {
        rv.set_int32(-1);
        return;
    }
    let bytes = encoding::encode(scope, text, Encoding::Latin1);
    let encoded = base64::encode(&bytes, Base64Options::Default);
    if let Some(text) = decode::decode(scope, &encoded, Encoding::Latin1) {
        rv.set(text.into());
    }
}

/// `atob(string)`: the decoded string; -1 for a character outside of the alphabet, -3 for a bad length.
fn atob<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(text) = text_of(scope, args.get(0)) else { return };
    if !text.contains_only_onebyte() {
        rv.set_int32(-1);
        return;
    }
    let bytes = encoding::encode(scope, text, Encoding::Latin1);
    match base64::decode_forgivingly(&bytes) {
        Ok(decoded) => {
            if let Some(text) = decode::decode(scope, &decoded, Encoding::Latin1) {
                rv.set(text.into());
            }
        }
        Err(Refusal::Character) => rv.set_int32(-1),
        Err(Refusal::Length) => rv.set_int32(-3),
    }
}
