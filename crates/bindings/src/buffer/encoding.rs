//! Node's encodings (<https://nodejs.org/api/buffer.html#buffers-and-character-encodings>) and the bytes of strings in them.

use v8::{Isolate, Local, PinScope, String as JsString, Value, WriteFlags};

use super::{base64, hex};

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
    match encoding {
        Encoding::Hex => hex::decode(&one_byte_checked(isolate, text)),
        Encoding::Base64 | Encoding::Base64Url => base64::decode(&one_byte_checked(isolate, text)),
        _ => {
            let mut bytes = vec![0; byte_length(isolate, text, encoding)];
            let written = write(isolate, text, &mut bytes, encoding);
            bytes.truncate(written);
            bytes
        }
    }
}

/// Writes as much of a string as there is room for, never a part of a character.
pub fn write(isolate: &Isolate, text: Local<'_, JsString>, target: &mut [u8], encoding: Encoding) -> usize {
    match encoding {
        Encoding::Utf8 => text.write_utf8_v2(isolate, target, WriteFlags::kReplaceInvalidUtf8, None),
        Encoding::Ascii | Encoding::Latin1 => {
            let n = text.length().min(target.len());
            text.write_one_byte_v2(isolate, 0, &mut target[..n], WriteFlags::default());
            n
        }
        Encoding::Utf16 => write_utf16(isolate, text, target),
        Encoding::Hex | Encoding::Base64 | Encoding::Base64Url => {
            let bytes = encode(isolate, text, encoding);
            let n = bytes.len().min(target.len());
            target[..n].copy_from_slice(&bytes[..n]);
            n
        }
    }
}

fn write_utf16(isolate: &Isolate, text: Local<'_, JsString>, target: &mut [u8]) -> usize {
    let n = text.length().min(target.len() / 2);
    // SAFETY: every pair of bytes is a u16.
    let (before, units, _) = unsafe { target[..n * 2].align_to_mut::<u16>() };
    if before.is_empty() && cfg!(target_endian = "little") {
        text.write_v2(isolate, 0, units, WriteFlags::default());
        return n * 2;
    }
    let mut units = vec![0u16; n];
    text.write_v2(isolate, 0, &mut units, WriteFlags::default());
    for (pair, unit) in target.chunks_exact_mut(2).zip(units) {
        pair.copy_from_slice(&unit.to_le_bytes());
    }
    n * 2
}

/// The UTF-16 units of a string, those beyond a byte made 255, which is in no alphabet.
fn one_byte_checked(isolate: &Isolate, text: Local<'_, JsString>) -> Vec<u8> {
    if text.is_onebyte() {
        let mut bytes = vec![0; text.length()];
        text.write_one_byte_v2(isolate, 0, &mut bytes, WriteFlags::default());
        return bytes;
    }
    let mut units = vec![0u16; text.length()];
    text.write_v2(isolate, 0, &mut units, WriteFlags::default());
    units.iter().map(|unit| u8::try_from(*unit).unwrap_or(u8::MAX)).collect()
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
