//! Strings made of bytes.

use phasor_engine::errors::{self, ErrorClass};
use v8::simdutf::{self, Base64Options};
use v8::{Local, NewStringType, PinScope, String as JsString};

use super::encoding::Encoding;
use super::{base64, hex};

/// Bytes as a string. Throws `ERR_STRING_TOO_LONG` and returns `None` beyond V8's limit.
pub fn decode<'s>(scope: &mut PinScope<'s, '_>, bytes: &[u8], encoding: Encoding) -> Option<Local<'s, JsString>> {
    let text = match encoding {
        Encoding::Utf8 => utf8(scope, bytes),
        Encoding::Utf16 => utf16(scope, bytes),
        Encoding::Latin1 => one_byte(scope, bytes),
        Encoding::Ascii if simdutf::validate_ascii(bytes) => one_byte(scope, bytes),
        Encoding::Ascii => one_byte(scope, &bytes.iter().map(|b| b & 0x7f).collect::<Vec<u8>>()),
        // The limit is checked before the memory is taken.
        Encoding::Hex if bytes.len() > super::MAX_STRING_LENGTH / 2 => None,
        Encoding::Hex => one_byte(scope, &hex::encode(bytes)),
        Encoding::Base64 => one_byte(scope, &base64::encode(bytes, Base64Options::Default)),
        Encoding::Base64Url => one_byte(scope, &base64::encode(bytes, Base64Options::Url)),
    };
    if text.is_none() {
        throw_too_long(scope);
    }
    text
}

/// Throws `ERR_STRING_TOO_LONG`.
pub fn throw_too_long(scope: &mut PinScope<'_, '_>) {
    let message = "Cannot create a string longer than 0x1fffffe8 characters";
    errors::throw_coded(scope, ErrorClass::Error, "ERR_STRING_TOO_LONG", message);
}

fn one_byte<'s>(scope: &PinScope<'s, '_>, bytes: &[u8]) -> Option<Local<'s, JsString>> {
    JsString::new_from_one_byte(scope, bytes, NewStringType::Normal)
}

fn two_byte<'s>(scope: &PinScope<'s, '_>, units: &[u16]) -> Option<Local<'s, JsString>> {
    JsString::new_from_two_byte(scope, units, NewStringType::Normal)
}

/// Below this, V8's own decoder is as fast as finding out what the text consists of.
const SHORT: usize = 32;

/// V8 decodes what is malformed; the rest goes through vector instructions.
fn utf8<'s>(scope: &PinScope<'s, '_>, bytes: &[u8]) -> Option<Local<'s, JsString>> {
    if simdutf::validate_ascii(bytes) {
        return one_byte(scope, bytes);
    }
    if bytes.len() < SHORT || bytes.len() > super::MAX_STRING_LENGTH {
        return JsString::new_from_utf8(scope, bytes, NewStringType::Normal);
    }
    // A string of Latin-1 takes half of the memory. The conversion stops at the first character beyond.
    let mut latin1 = vec![0; bytes.len()];
    // SAFETY: Latin-1 is never longer than UTF-8.
    let result = unsafe { simdutf::convert_utf8_to_latin1_with_errors(bytes, &mut latin1) };
    if result.is_ok() {
        return one_byte(scope, &latin1[..result.count]);
    }
    drop(latin1);
    let mut units = vec![0; bytes.len()];
    // SAFETY: there are never more UTF-16 units than bytes of UTF-8.
    let result = unsafe { simdutf::convert_utf8_to_utf16le_with_errors(bytes, &mut units) };
    if result.is_ok() {
        return two_byte(scope, &units[..result.count]);
    }
    JsString::new_from_utf8(scope, bytes, NewStringType::Normal)
}

fn utf16<'s>(scope: &PinScope<'s, '_>, bytes: &[u8]) -> Option<Local<'s, JsString>> {
    let bytes = &bytes[..bytes.len() & !1];
    // SAFETY: every pair of bytes is a u16.
    let (before, units, _) = unsafe { bytes.align_to::<u16>() };
    if before.is_empty() && cfg!(target_endian = "little") {
        return two_byte(scope, units);
    }
    let units: Vec<u16> = bytes.chunks_exact(2).map(|b| u16::from_le_bytes([b[0], b[1]])).collect();
    two_byte(scope, &units)
}
