//! Finding bytes in bytes.

use phasor_engine::binding::Definition;
use v8::{FunctionCallbackArguments, Local, PinScope, ReturnValue, String as JsString, Value};

use super::encoding::{self, Encoding};
use super::view::View;
use super::view_of;

pub fn define(d: &mut Definition) {
    d.method("indexOf", index_of);
}

/// `indexOf(view, value, byteOffset, encoding, forward)`: where `value` (string, view or byte) first stands at or
/// after the offset, or, backwards, last at or before it; -1 if nowhere. A negative offset counts from the end.
fn index_of<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(view) = view_of(scope, args.get(0)) else { return };
    let needle = args.get(1);
    let encoding = Encoding::from_value(scope, args.get(3));
    let mut step = 1;
    let pattern = if let Ok(text) = TryInto::<Local<'_, JsString>>::try_into(needle) {
        if encoding == Encoding::Utf16 {
            step = 2;
        }
        encoding::encode(scope, text, encoding)
    } else if let Some(bytes) = View::of(scope, needle) {
        if encoding == Encoding::Utf16 {
            step = 2;
        }
        bytes.bytes().to_vec()
    } else {
        vec![needle.int32_value(scope).unwrap_or(0) as u8]
    };
    let offset = args.get(2).number_value(scope).unwrap_or(0.0);
    let forward = args.get(4).is_true();
    rv.set_double(find(view.bytes(), &pattern, offset, forward, step).map_or(-1.0, |at| at as f64));
}

fn find(bytes: &[u8], pattern: &[u8], offset: f64, forward: bool, step: usize) -> Option<usize> {
    let length = bytes.len() as f64;
    let from_start = if offset < 0.0 { offset + length } else { offset };
    if pattern.is_empty() {
        let at = from_start.clamp(0.0, length);
        return Some(at as usize);
    }
    if pattern.len() > bytes.len() {
        return None;
    }
    let last = bytes.len() - pattern.len();
    let aligned = |at: &usize| at.is_multiple_of(step);
    if forward {
        let first = from_start.max(0.0) as usize;
        if first > last {
            return None;
        }
        if step == 1 {
            return find_forward(&bytes[first..], pattern).map(|at| at + first);
        }
        return (first..=last).filter(aligned).find(|at| bytes[*at..].starts_with(pattern));
    }
    if from_start < 0.0 {
        return None;
    }
    let first = (from_start as usize).min(last);
    (0..=first).rev().filter(aligned).find(|at| bytes[*at..].starts_with(pattern))
}

/// Finds the first byte with the system's fast search, then compares.
fn find_forward(bytes: &[u8], pattern: &[u8]) -> Option<usize> {
    let mut at = 0;
    while at + pattern.len() <= bytes.len() {
        let window = &bytes[at..bytes.len() - pattern.len() + 1];
        // SAFETY: memchr reads `window`, which is alive, no further than its length.
        let found = unsafe { libc::memchr(window.as_ptr().cast(), i32::from(pattern[0]), window.len()) };
        if found.is_null() {
            return None;
        }
        at += found as usize - window.as_ptr() as usize;
        if bytes[at..].starts_with(pattern) {
            return Some(at);
        }
        at += 1;
    }
    None
}
