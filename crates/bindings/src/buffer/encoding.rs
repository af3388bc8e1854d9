//! Node's encodings: between strings and bytes (<https://nodejs.org/api/buffer.html#buffers-and-character-encodings>).

use phasor_engine::errors::{self, ErrorClass};
use v8::{Isolate, Local, NewStringType, PinScope, String as JsString, Value, WriteFlags};

/// An encoding, numbered as `internalBinding('string_decoder').encodings` lists them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Encoding {
    Ascii,
    Utf8,
    Base64,
    Utf16,
    Latin1,
    Hex,
    Base64Url,
}

/// Names by number. `buffer` is no encoding of strings, but has its number.
pub const NAMES: [&str; 8] = ["ascii", "utf8", "base64", "utf16le", "latin1", "hex", "buffer", "base64url"];

impl Encoding {
    /// The encoding with this number; UTF-8 for anything else.
    pub fn from_value(scope: &mut PinScope<'_, '_>, value: Local<'_, Value>) -> Encoding {
        match value.uint32_value(scope) {
            Some(0) => Encoding::Ascii,
            Some(2) => Encoding::Base64,
            Some(3) => Encoding::Utf16,
            Some(4) => Encoding::Latin1,
            Some(5) => Encoding::Hex,
            Some(7) => Encoding::Base64Url,
            _ => Encoding::Utf8,
        }
    }
}

/// A string as bytes. What is no hexadecimal ends the result, what is no base64 is passed over.
pub fn encode(isolate: &Isolate, text: Local<'_, JsString>, encoding: Encoding) -> Vec<u8> {
    let length = text.length();
    match encoding {
        Encoding::Utf8 => {
            let mut bytes = vec![0; text.utf8_length(isolate)];
            let n = text.write_utf8_v2(isolate, &mut bytes, WriteFlags::kReplaceInvalidUtf8, None);
            bytes.truncate(n);
            bytes
        }
        Encoding::Utf16 => {
            let mut units = vec![0u16; length];
            text.write_v2(isolate, 0, &mut units, WriteFlags::default());
            units.iter().flat_map(|unit| unit.to_le_bytes()).collect()
        }
        Encoding::Ascii | Encoding::Latin1 => one_byte(isolate, text),
        Encoding::Hex => decode_hex(&one_byte_checked(isolate, text)),
        Encoding::Base64 | Encoding::Base64Url => decode_base64(&one_byte_checked(isolate, text)),
    }
}

/// The low byte of every UTF-16 unit.
fn one_byte(isolate: &Isolate, text: Local<'_, JsString>) -> Vec<u8> {
    let mut bytes = vec![0; text.length()];
    text.write_one_byte_v2(isolate, 0, &mut bytes, WriteFlags::default());
    bytes
}

/// As [`one_byte`], with units beyond a byte made 255, which is in no alphabet.
fn one_byte_checked(isolate: &Isolate, text: Local<'_, JsString>) -> Vec<u8> {
    if text.is_onebyte() {
        return one_byte(isolate, text);
    }
    let mut units = vec![0u16; text.length()];
    text.write_v2(isolate, 0, &mut units, WriteFlags::default());
    units.iter().map(|unit| u8::try_from(*unit).unwrap_or(u8::MAX)).collect()
}

fn hex_digit(c: u8) -> Option<u8> {
    (c as char).to_digit(16).map(|d| d as u8)
}

fn decode_hex(text: &[u8]) -> Vec<u8> {
    let pairs = text.chunks_exact(2);
    pairs.map_while(|pair| Some(hex_digit(pair[0])? << 4 | hex_digit(pair[1])?)).collect()
}

/// Values of the two base64 alphabets together; 255 is in neither.
const BASE64_VALUES: [u8; 256] = {
    let mut table = [u8::MAX; 256];
    let alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut i = 0;
    while i < 64 {
        table[alphabet[i] as usize] = i as u8;
        i += 1;
    }
    table[b'-' as usize] = 62;
    table[b'_' as usize] = 63;
    table
};

/// Both alphabets; padding ends the text, other characters are passed over.
pub fn decode_base64(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len() / 4 * 3 + 3);
    let mut bits = 0u32;
    let mut count = 0;
    for c in text {
        let value = BASE64_VALUES[*c as usize];
        if value == u8::MAX {
            if *c == b'=' {
                break;
            }
            continue;
        }
        bits = bits << 6 | u32::from(value);
        count += 1;
        if count == 4 {
            out.extend_from_slice(&[(bits >> 16) as u8, (bits >> 8) as u8, bits as u8]);
            bits = 0;
            count = 0;
        }
    }
    match count {
        2 => out.push((bits >> 4) as u8),
        3 => out.extend_from_slice(&[(bits >> 10) as u8, (bits >> 2) as u8]),
        _ => {}
    }
    out
}

fn encode_base64(bytes: &[u8], url: bool) -> Vec<u8> {
    let alphabet: &[u8; 64] = if url {
        b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    } else {
        b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    };
    let mut out = Vec::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let bits = u32::from(group[0]) << 16
            | u32::from(group.get(1).copied().unwrap_or(0)) << 8
            | u32::from(group.get(2).copied().unwrap_or(0));
        for i in 0..4 {
            if i <= group.len() {
                out.push(alphabet[(bits >> (18 - 6 * i)) as usize & 63]);
            } else if !url {
                out.push(b'=');
            }
        }
    }
    out
}

fn encode_hex(bytes: &[u8]) -> Vec<u8> {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes.iter().flat_map(|b| [DIGITS[(b >> 4) as usize], DIGITS[(b & 15) as usize]]).collect()
}

/// Bytes as a string. Throws `ERR_STRING_TOO_LONG` and returns `None` beyond V8's limit.
pub fn decode<'s>(scope: &mut PinScope<'s, '_>, bytes: &[u8], encoding: Encoding) -> Option<Local<'s, JsString>> {
    let latin1 = |scope: &mut PinScope<'s, '_>, bytes: &[u8]| {
        JsString::new_from_one_byte(scope, bytes, NewStringType::Normal)
    };
    let text = match encoding {
        Encoding::Utf8 if v8::simdutf::validate_ascii(bytes) => latin1(scope, bytes),
        Encoding::Utf8 => JsString::new_from_utf8(scope, bytes, NewStringType::Normal),
        Encoding::Latin1 => latin1(scope, bytes),
        Encoding::Ascii => {
            let seven: Vec<u8> = bytes.iter().map(|b| b & 0x7f).collect();
            latin1(scope, &seven)
        }
        Encoding::Hex => latin1(scope, &encode_hex(bytes)),
        Encoding::Base64 => latin1(scope, &encode_base64(bytes, false)),
        Encoding::Base64Url => latin1(scope, &encode_base64(bytes, true)),
        Encoding::Utf16 => {
            let units: Vec<u16> = bytes.chunks_exact(2).map(|b| u16::from_le_bytes([b[0], b[1]])).collect();
            JsString::new_from_two_byte(scope, &units, NewStringType::Normal)
        }
    };
    if text.is_none() {
        let message = "Cannot create a string longer than 0x1fffffe8 characters";
        errors::throw_coded(scope, ErrorClass::Error, "ERR_STRING_TOO_LONG", message);
    }
    text
}

/// How many bytes [`encode`] gives, without encoding where that is cheap.
pub fn byte_length(isolate: &Isolate, text: Local<'_, JsString>, encoding: Encoding) -> usize {
    match encoding {
        Encoding::Utf8 => text.utf8_length(isolate),
        Encoding::Utf16 => text.length() * 2,
        Encoding::Ascii | Encoding::Latin1 => text.length(),
        _ => encode(isolate, text, encoding).len(),
    }
}
