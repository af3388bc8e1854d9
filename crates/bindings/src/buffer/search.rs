//! Finding bytes in bytes.

use std::borrow::Cow;

use phasor_engine::binding::Definition;
use v8::{FunctionCallbackArguments, Local, PinScope, ReturnValue, String as JsString, Value};

use super::encoding::{self, Encoding};
use super::view::View;
use super::view_of;

pub fn define(d: &mut Definition) {
    d.method("indexOf", index_of);
}

/// `indexOf(view, value, byteOffset, encoding, forward)`: where `value`, a string or view, first stands at or after the
/// offset, or, backwards, last at or before it; -1 if nowhere. A negative offset counts from the end.
fn index_of<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(view) = view_of(scope, args.get(0)) else { return };
    let encoding = Encoding::from_value(scope, args.get(3));
    let pattern: Cow<'_, [u8]> = if let Ok(text) = TryInto::<Local<'_, JsString>>::try_into(args.get(1)) {
        encoding::encode(scope, text, encoding).into()
    } else if let Some(bytes) = View::of(args.get(1)) {
        bytes.bytes().into()
    } else {
        return;
    };
    let offset = args.get(2).number_value(scope).unwrap_or(0.0);
    let unit = if encoding == Encoding::Utf16 { 2 } else { 1 };
    let found = find(view.bytes(), &pattern, offset, args.get(4).is_true(), unit);
    rv.set_double(found.map_or(-1.0, |at| at as f64));
}

/// As `indexOf`, for one byte.
pub fn index_of_byte(bytes: &[u8], byte: u8, offset: f64, forward: bool) -> f64 {
    let found = start(bytes, offset, forward).and_then(|start| {
        if forward {
            memchr::memchr(byte, &bytes[start..]).map(|at| at + start)
        } else {
            memchr::memrchr(byte, &bytes[..bytes.len().min(start + 1)])
        }
    });
    found.map_or(-1.0, |at| at as f64)
}

/// Where a search begins; `None` if that is beyond the end it goes to.
fn start(bytes: &[u8], offset: f64, forward: bool) -> Option<usize> {
    let length = bytes.len() as f64;
    let at = if offset < 0.0 { offset + length } else { offset };
    if at < 0.0 {
        return forward.then_some(0);
    }
    if forward && at > length {
        return None;
    }
    Some(at as usize)
}

/// With `unit` 2, only even positions count: characters of UTF-16.
fn find(bytes: &[u8], pattern: &[u8], offset: f64, forward: bool, unit: usize) -> Option<usize> {
    if pattern.is_empty() {
        let length = bytes.len() as f64;
        let at = if offset < 0.0 { offset + length } else { offset };
        return Some(at.clamp(0.0, length) as usize);
    }
    let start = start(bytes, offset, forward)?;
    let last = bytes.len().checked_sub(pattern.len())?;
    if forward && unit == 2 {
        return find_even(bytes, pattern, start);
    }
    if forward {
        return memchr::memmem::find(&bytes[start..], pattern).map(|at| at + start);
    }
    let end = start.min(last) + pattern.len();
    if unit == 1 {
        return memchr::memmem::rfind(&bytes[..end], pattern);
    }
    (0..=start.min(last)).rev().filter(|at| at % unit == 0).find(|at| bytes[*at..].starts_with(pattern))
}

fn find_even(bytes: &[u8], pattern: &[u8], mut start: usize) -> Option<usize> {
    let finder = memchr::memmem::Finder::new(pattern);
    loop {
        let at = start + finder.find(bytes.get(start..)?)?;
        if at.is_multiple_of(2) {
            return Some(at);
        }
        start = at + 1;
    }
}
