//! `internalBinding('encoding_binding')`: TextEncoder and TextDecoder (<https://encoding.spec.whatwg.org>).

use std::cell::RefCell;

use encoding_rs::{CoderResult, DecoderResult, Encoding};
use phasor_engine::binding::{Binding, Definition};
use phasor_engine::errors::{self, ErrorClass};
use phasor_engine::{value, wrap};
use v8::{
    FunctionCallbackArguments, Local, NewStringType, PinScope, ReturnValue, String as JsString, Uint8Array, Value,
    WriteFlags,
};

use crate::buffer::view::View;
use crate::buffer::{bytes, decode};

pub const BINDING: Binding = Binding { name: "encoding_binding", define };

fn define(d: &mut Definition) {
    d.method("resolveLabel", resolve_label)
        .method("encodeUtf8String", encode_utf8_string)
        .method("encodeInto", encode_into)
        .method("decodeUtf8", decode_utf8)
        .method("toASCII", to_ascii)
        .method("toUnicode", to_unicode)
        .init(|scope, target| {
            let results = crate::typed_array::uint32(scope, 2);
            value::set(scope, target, "encodeIntoResults", results);
        });
    d.class("Decoder", construct).method("decode", decode_piece);
}

/// `resolveLabel(label)`: the name of the encoding that TextDecoder takes the label for, undefined if there is none.
fn resolve_label<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'_, Value>,
) {
    let label = args.get(0).to_rust_string_lossy(scope);
    if let Some(encoding) = Encoding::for_label_no_replacement(label.as_bytes()) {
        rv.set(value::name(scope, &encoding.name().to_ascii_lowercase()).into());
    }
}

/// `encodeUtf8String(string)`: a Uint8Array.
fn encode_utf8_string<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'_, Value>,
) {
    let Ok(text) = TryInto::<Local<'_, JsString>>::try_into(args.get(0)) else {
        errors::throw_type_error(scope, "argument must be a string");
        return;
    };
    let buffer = bytes::array_buffer(scope, text.utf8_length(scope), |isolate, target| {
        text.write_utf8_v2(isolate, target, WriteFlags::kReplaceInvalidUtf8, None);
    });
    if let Some(array) = Uint8Array::new(scope, buffer, 0, buffer.byte_length()) {
        rv.set(array.into());
    }
}

/// `encodeInto(source, target, results)`: puts how many UTF-16 units it read and how many bytes it wrote into `results`.
fn encode_into<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    let Ok(text) = TryInto::<Local<'_, JsString>>::try_into(args.get(0)) else { return };
    let Some(target) = View::of(args.get(1)) else { return };
    let mut read = 0;
    let written = text.write_utf8_v2(scope, target.bytes_mut(), WriteFlags::kReplaceInvalidUtf8, Some(&mut read));
    let Some(results) = View::of(args.get(2)) else { return };
    let (read, written) = (read as u32, written as u32);
    for (target, count) in results.bytes_mut().chunks_exact_mut(4).zip([read, written]) {
        target.copy_from_slice(&count.to_ne_bytes());
    }
}

/// The bytes to decode; throws for what has none.
fn input(scope: &mut PinScope<'_, '_>, value: Local<'_, Value>, name: &str) -> Option<View> {
    let view = View::of(value);
    if view.is_none() {
        let message = format!(
            "The \"{name}\" argument must be an instance of SharedArrayBuffer, ArrayBuffer or ArrayBufferView."
        );
        errors::throw_coded(scope, ErrorClass::TypeError, "ERR_INVALID_ARG_TYPE", &message);
    }
    view
}

fn throw_invalid(scope: &mut PinScope<'_, '_>, encoding: &str) {
    let message = format!("The encoded data was not valid for encoding {encoding}");
    errors::throw_coded(scope, ErrorClass::TypeError, "ERR_ENCODING_INVALID_ENCODED_DATA", &message);
}

/// `decodeUtf8(input, ignoreBOM, fatal)`: a whole text.
fn decode_utf8<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(view) = input(scope, args.get(0), "list") else { return };
    let mut bytes = view.bytes();
    if args.get(2).is_true() && !v8::simdutf::validate_utf8(bytes) {
        throw_invalid(scope, "utf-8");
        return;
    }
    if !args.get(1).is_true() {
        bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    }
    if let Some(text) = decode::decode(scope, bytes, crate::buffer::encoding::Encoding::Utf8) {
        rv.set(text.into());
    }
}

/// A decoder that keeps what is incomplete between pieces.
struct Decoder {
    encoding: &'static Encoding,
    is_fatal: bool,
    keeps_mark: bool,
    /// `None` between texts.
    state: RefCell<Option<encoding_rs::Decoder>>,
}

impl Decoder {
    fn begin(&self) -> encoding_rs::Decoder {
        if self.keeps_mark {
            self.encoding.new_decoder_without_bom_handling()
        } else {
            self.encoding.new_decoder_with_bom_removal()
        }
    }

    /// The text that `bytes` completes; `None` for malformed input in fatal mode.
    fn decode(&self, bytes: &[u8], is_last: bool) -> Option<Vec<u16>> {
        let mut decoder = self.state.borrow_mut().take().unwrap_or_else(|| self.begin());
        let mut units = vec![0; decoder.max_utf16_buffer_length(bytes.len())?];
        let written = if self.is_fatal {
            let (result, _, written) = decoder.decode_to_utf16_without_replacement(bytes, &mut units, is_last);
            (result == DecoderResult::InputEmpty).then_some(written)?
        } else {
            let (result, _, written, _) = decoder.decode_to_utf16(bytes, &mut units, is_last);
            (result == CoderResult::InputEmpty).then_some(written)?
        };
        units.truncate(written);
        if !is_last {
            *self.state.borrow_mut() = Some(decoder);
        }
        Some(units)
    }
}

/// `new Decoder(label, fatal, ignoreBOM)`.
fn construct<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    let label = args.get(0).to_rust_string_lossy(scope);
    let Some(encoding) = Encoding::for_label_no_replacement(label.as_bytes()) else {
        let message = format!("The \"{label}\" encoding is not supported");
        errors::throw_coded(scope, ErrorClass::RangeError, "ERR_ENCODING_NOT_SUPPORTED", &message);
        return;
    };
    if args.is_construct_call() {
        let decoder = Decoder {
            encoding,
            is_fatal: args.get(1).is_true(),
            keeps_mark: args.get(2).is_true(),
            state: RefCell::new(None),
        };
        wrap::attach(scope, args.this(), decoder);
    }
}

/// `decode(input, isLast)`.
fn decode_piece<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(decoder) = wrap::this::<Decoder>(scope, &args) else { return };
    let Some(view) = input(scope, args.get(0), "input") else { return };
    let Some(units) = decoder.decode(view.bytes(), args.get(1).is_true()) else {
        throw_invalid(scope, &decoder.encoding.name().to_ascii_lowercase());
        return;
    };
    match JsString::new_from_two_byte(scope, &units, NewStringType::Normal) {
        Some(text) => rv.set(text.into()),
        None => decode::throw_too_long(scope),
    }
}

/// `toASCII(domain)`: with punycode for what is beyond ASCII; '' if it is invalid.
fn to_ascii<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let domain = args.get(0).to_rust_string_lossy(scope);
    let ascii = idna::domain_to_ascii_cow(domain.as_bytes(), idna::AsciiDenyList::EMPTY).unwrap_or_default();
    rv.set(value::string(scope, &ascii).into());
}

/// `toUnicode(domain)`: without punycode, as far as that is valid.
fn to_unicode<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let domain = args.get(0).to_rust_string_lossy(scope);
    let (unicode, _) = idna::domain_to_unicode(&domain);
    rv.set(value::string(scope, &unicode).into());
}
