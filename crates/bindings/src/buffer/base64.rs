//! Base64 as Node reads it: both alphabets at once, what is in neither passed over.

use v8::simdutf::{self, Base64Options, LastChunkHandling};

/// Values of the two alphabets together; [`OTHER`] for what is in neither.
const VALUES: [u8; 256] = {
    let mut table = [OTHER; 256];
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

const OTHER: u8 = u8::MAX;

/// The bytes that a text stands for. Text without errors is read by vector instructions.
pub fn decode(text: &[u8]) -> Vec<u8> {
    let mut out = vec![0; simdutf::maximal_binary_length_from_base64(text)];
    let url = text.iter().any(|c| matches!(c, b'-' | b'_'));
    let options = if url { Base64Options::Url } else { Base64Options::Default };
    // SAFETY: `out` has the length that simdutf asks for.
    let result = unsafe { simdutf::base64_to_binary(text, &mut out, options, LastChunkHandling::Loose) };
    if !result.is_ok() {
        return decode_tolerantly(text);
    }
    out.truncate(result.count);
    out
}

/// Padding ends the text, other characters are passed over.
fn decode_tolerantly(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len() / 4 * 3 + 3);
    let mut bits = 0u32;
    let mut count = 0;
    for c in text {
        let value = VALUES[*c as usize];
        if value == OTHER {
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

/// The text for bytes, with padding in the usual alphabet and without in the URL one.
pub fn encode(bytes: &[u8], options: Base64Options) -> Vec<u8> {
    let mut out = vec![0; simdutf::base64_length_from_binary(bytes.len(), options)];
    // SAFETY: `out` has the length that simdutf asks for.
    let written = unsafe { simdutf::binary_to_base64(bytes, &mut out, options) };
    out.truncate(written);
    out
}

/// What the web's `atob` refuses a text for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// A character is in no alphabet.
    Character,
    /// There are too many or too few characters.
    Length,
}

/// <https://infra.spec.whatwg.org/#forgiving-base64-decode>
pub fn decode_forgivingly(text: &[u8]) -> Result<Vec<u8>, Refusal> {
    let mut text: Vec<u8> = text.iter().copied().filter(|c| !b" \t\n\x0c\r".contains(c)).collect();
    if text.len().is_multiple_of(4) {
        for _ in 0..2 {
            if text.last() == Some(&b'=') {
                text.pop();
            }
        }
    }
    if text.iter().any(|c| VALUES[*c as usize] == OTHER || matches!(c, b'-' | b'_')) {
        return Err(Refusal::Character);
    }
    if text.len() % 4 == 1 {
        return Err(Refusal::Length);
    }
    Ok(decode_tolerantly(&text))
}
