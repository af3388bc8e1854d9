//! What programs call so often that optimised code enters it without V8's calling convention. Each function has a slow
//! twin that does the same.

use std::ffi::c_void;

use phasor_engine::binding::{Definition, FastCall};
use v8::fast_api::{CFunctionInfo, FastApiOneByteString, Int64Representation, Type};
use v8::{FunctionCallbackArguments, Local, PinScope, ReturnValue, Value, simdutf};

use super::encoding::{self, Encoding};
use super::view::View;
use super::{bound, search, text_of, view_of};

const VALUE: v8::fast_api::CTypeInfo = Type::V8Value.as_info();
const TEXT: v8::fast_api::CTypeInfo = Type::SeqOneByteString.as_info();
const NUMBER: v8::fast_api::CTypeInfo = Type::Float64.as_info();
const INTEGER: v8::fast_api::CTypeInfo = Type::Int32.as_info();
const BOOLEAN: v8::fast_api::CTypeInfo = Type::Bool.as_info();

/// Describes a fast call by its address and the types of result and arguments, the receiver being the first.
macro_rules! fast_call {
    ($name:ident, $function:ident, $result:expr, $($argument:expr),*) => {
        static $name: FastCall = FastCall::new(
            $function as *const c_void,
            &CFunctionInfo::new($result, &[VALUE, $($argument),*], Int64Representation::Number),
        );
    };
}

fast_call!(BYTE_LENGTH_UTF8, fast_byte_length_utf8, NUMBER, TEXT);
fast_call!(COMPARE, fast_compare, INTEGER, VALUE, VALUE);
fast_call!(COPY, fast_copy, NUMBER, VALUE, VALUE, NUMBER, NUMBER, NUMBER);
fast_call!(WRITE_UTF8, fast_write_utf8, NUMBER, VALUE, TEXT, NUMBER, NUMBER);
fast_call!(WRITE_LATIN1, fast_write_latin1, NUMBER, VALUE, TEXT, NUMBER, NUMBER);
fast_call!(INDEX_OF_NUMBER, fast_index_of_number, NUMBER, VALUE, INTEGER, NUMBER, BOOLEAN);

pub fn define(d: &mut Definition) {
    d.fast_method("byteLengthUtf8", byte_length_utf8, &BYTE_LENGTH_UTF8)
        .fast_method("compare", compare, &COMPARE)
        .fast_method("copy", copy, &COPY)
        .fast_method("writeUtf8", write_utf8, &WRITE_UTF8)
        .fast_method("writeLatin1", write_latin1, &WRITE_LATIN1)
        .fast_method("indexOfNumber", index_of_number, &INDEX_OF_NUMBER);
}

/// The part of `view` from `offset`, at most `length` bytes of it.
fn part(view: View, offset: f64, length: f64) -> View {
    // Conversions to usize saturate, and make NaN zero.
    view.part(offset as usize, length as usize)
}

fn bytes_of(text: *const FastApiOneByteString) -> &'static [u8] {
    // SAFETY: V8 hands over a description that is good for the call; callers use the bytes no longer.
    unsafe { (*text).as_bytes() }
}

/// `byteLengthUtf8(string)`.
fn byte_length_utf8<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'_, Value>,
) {
    let Some(text) = text_of(scope, args.get(0)) else { return };
    rv.set_double(text.utf8_length(scope) as f64);
}

extern "C" fn fast_byte_length_utf8(_: Local<'_, Value>, text: *const FastApiOneByteString) -> f64 {
    simdutf::utf8_length_from_latin1(bytes_of(text)) as f64
}

/// `compare(a, b)`: -1, 0 or 1.
fn compare<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let (Some(a), Some(b)) = (view_of(scope, args.get(0)), view_of(scope, args.get(1))) else { return };
    rv.set_int32(a.bytes().cmp(b.bytes()) as i32);
}

extern "C" fn fast_compare(_: Local<'_, Value>, a: Local<'_, Value>, b: Local<'_, Value>) -> i32 {
    match (View::of(a), View::of(b)) {
        (Some(a), Some(b)) => a.bytes().cmp(b.bytes()) as i32,
        _ => 0,
    }
}

/// `copy(source, target, targetStart, sourceStart, count)`: bytes copied, fewer where one of them ends earlier.
fn copy<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let number = |i| args.get(i).number_value(scope).unwrap_or(0.0);
    let (target_start, source_start, count) = (number(2), number(3), number(4));
    rv.set_double(copy_bytes(args.get(0), args.get(1), target_start, source_start, count));
}

extern "C" fn fast_copy(
    _: Local<'_, Value>,
    source: Local<'_, Value>,
    target: Local<'_, Value>,
    target_start: f64,
    source_start: f64,
    count: f64,
) -> f64 {
    copy_bytes(source, target, target_start, source_start, count)
}

fn copy_bytes(
    source: Local<'_, Value>,
    target: Local<'_, Value>,
    target_start: f64,
    source_start: f64,
    count: f64,
) -> f64 {
    let (Some(source), Some(target)) = (View::of(source), View::of(target)) else { return 0.0 };
    part(source, source_start, count).copy_to(part(target, target_start, count)) as f64
}

/// `writeUtf8(view, string, offset, length)`: bytes written; never a part of a character.
fn write_utf8<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    write(scope, &args, rv, Encoding::Utf8);
}

/// `writeLatin1(view, string, offset, length)`: bytes written.
fn write_latin1<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    write(scope, &args, rv, Encoding::Latin1);
}

fn write<'s>(
    scope: &mut PinScope<'s, '_>,
    args: &FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'_, Value>,
    encoding: Encoding,
) {
    let Some(view) = view_of(scope, args.get(0)) else { return };
    let Some(text) = text_of(scope, args.get(1)) else { return };
    let total = view.bytes().len();
    let offset = if args.get(2).is_number() { bound(scope, args.get(2), total) } else { 0 };
    let room = bound(scope, args.get(3), total - offset);
    let target = &mut view.bytes_mut()[offset..offset + room];
    rv.set_double(encoding::write(scope, text, target, encoding) as f64);
}

extern "C" fn fast_write_utf8(
    _: Local<'_, Value>,
    view: Local<'_, Value>,
    text: *const FastApiOneByteString,
    offset: f64,
    length: f64,
) -> f64 {
    let Some(view) = View::of(view) else { return 0.0 };
    latin1_to_utf8(bytes_of(text), part(view, offset, length).bytes_mut()) as f64
}

/// Latin-1 as UTF-8, as far as there is room for whole characters.
fn latin1_to_utf8(text: &[u8], target: &mut [u8]) -> usize {
    let fits = text.len().min(target.len());
    if simdutf::validate_ascii(&text[..fits]) && fits == text.len() {
        target[..fits].copy_from_slice(text);
        return fits;
    }
    let mut at = 0;
    for byte in text {
        let wanted = if byte.is_ascii() { 1 } else { 2 };
        let Some(place) = target.get_mut(at..at + wanted) else { break };
        match place {
            [one] => *one = *byte,
            _ => place.copy_from_slice(&[0xc0 | byte >> 6, 0x80 | byte & 0x3f]),
        }
        at += wanted;
    }
    at
}

extern "C" fn fast_write_latin1(
    _: Local<'_, Value>,
    view: Local<'_, Value>,
    text: *const FastApiOneByteString,
    offset: f64,
    length: f64,
) -> f64 {
    let Some(view) = View::of(view) else { return 0.0 };
    let (text, target) = (bytes_of(text), part(view, offset, length).bytes_mut());
    let n = text.len().min(target.len());
    target[..n].copy_from_slice(&text[..n]);
    n as f64
}

/// `indexOfNumber(view, byte, byteOffset, forward)`.
fn index_of_number<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'_, Value>,
) {
    let Some(view) = view_of(scope, args.get(0)) else { return };
    let byte = args.get(1).int32_value(scope).unwrap_or(0);
    let offset = args.get(2).number_value(scope).unwrap_or(0.0);
    rv.set_double(search::index_of_byte(view.bytes(), byte as u8, offset, args.get(3).is_true()));
}

extern "C" fn fast_index_of_number(
    _: Local<'_, Value>,
    view: Local<'_, Value>,
    byte: i32,
    offset: f64,
    forward: bool,
) -> f64 {
    View::of(view).map_or(-1.0, |view| search::index_of_byte(view.bytes(), byte as u8, offset, forward))
}
